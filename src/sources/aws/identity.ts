/** Whose eyes an account is read with: the standard chain of credentials, and roles that are taken on for other accounts. */
import type { AwsCredentialIdentity } from '@smithy/types';

/** The credentials of now. `renew`: those that were given ended before their time. */
export type Credentials = (renew?: boolean) => Promise<AwsCredentialIdentity>;

/** Credentials are asked for again so many milliseconds before they end. */
const EARLY = 300_000;

export interface IdentityOptions {
  readonly profile?: string;
  /** Asks a person for the code of a device: `arn:aws:iam::…:mfa/name`. Undefined: nobody can be asked. */
  readonly askMfa?: (device: string) => Promise<string>;
}

/** Asks once for all clients, and again when what was given ends. */
function remembered(ask: () => Promise<AwsCredentialIdentity>): Credentials {
  let given: Promise<AwsCredentialIdentity> | undefined;
  return async (renew = false) => {
    if (renew) given = undefined;
    const asked = (given ??= ask());
    try {
      const one = await asked;
      if (one.expiration === undefined || one.expiration.getTime() - Date.now() > EARLY) return one;
      if (given === asked) given = ask();
      return await given;
    } catch (error) {
      if (given === asked) given = undefined;
      throw error;
    }
  };
}

/** Environment, profile, SSO, web identity, process, container and instance roles; a profile that demands MFA asks for the code once. */
export const standardChain = ({ profile, askMfa }: IdentityOptions): Credentials =>
  remembered(async () => {
    const { defaultProvider } = await import('@aws-sdk/credential-provider-node');
    return defaultProvider({ profile, mfaCodeProvider: askMfa })();
  });

export interface RoleCall {
  readonly RoleArn: string;
  readonly RoleSessionName: string;
  readonly ExternalId?: string;
}

/** The role's credentials, for an hour at a time. */
export const assumed = (call: RoleCall, assume: (call: RoleCall) => Promise<Readonly<Record<string, unknown>>>): Credentials =>
  remembered(async () => {
    const given = (await assume(call))['Credentials'] as { readonly AccessKeyId?: string; readonly SecretAccessKey?: string; readonly SessionToken?: string; readonly Expiration?: Date } | undefined;
    if (given?.AccessKeyId === undefined || given.SecretAccessKey === undefined) throw new Error(`no credentials came back for \`${call.RoleArn}\``);
    return { accessKeyId: given.AccessKeyId, secretAccessKey: given.SecretAccessKey, sessionToken: given.SessionToken, expiration: given.Expiration };
  });
