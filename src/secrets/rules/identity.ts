/** Credentials of identity providers and of the places where other secrets are kept. */
import type { SecretRule } from '../rule.js';
import { mixed } from '../placeholder.js';
import { beside, named, shaped } from './shapes.js';

const secrets = 'read the secrets that its policies allow';

export const identityRules: readonly SecretRule[] = [
  {
    id: 'twitter-bearer-token',
    title: 'Twitter bearer token',
    severity: 'medium',
    keywords: ['AAAAAAAAAAAAAAAAAAAA'],
    follows: /A{0,4}[A-Za-z0-9%]{60,140}/y,
    pattern: /(?<![A-Za-z0-9+/])A{19,24}[A-Za-z0-9%]{70,120}(?![A-Za-z0-9+/=])/g,
    valid: (value) => mixed(value) && /%[23][BDF]|%[A-Z0-9]{2}/.test(value) && !/A{12}/.test(value.slice(25)),
    can: 'read as the application',
    revoke: 'regenerate it in the developer portal',
    reference: 'https://developer.x.com/en/docs/authentication/oauth-2-0/bearer-tokens',
  },
  ...shaped([
    ['vault-token', 'Vault service token', 'critical', ['hvs.'], 'hvs\\.[A-Za-z0-9_-]{24,200}', secrets, 'https://developer.hashicorp.com/vault/docs/concepts/tokens'],
    ['vault-batch-token', 'Vault batch or recovery token', 'high', ['hvb.', 'hvr.'], 'hv[br]\\.[A-Za-z0-9_-]{24,300}', secrets, 'https://developer.hashicorp.com/vault/docs/concepts/tokens'],
    ['terraform-token', 'HCP Terraform token', 'critical', ['.atlasv1.'], '[A-Za-z0-9]{14}\\.atlasv1\\.[A-Za-z0-9_-]{60,70}', 'read states and apply plans of its owner', 'https://developer.hashicorp.com/terraform/cloud-docs/users-teams-organizations/api-tokens'],
    ['doppler-token', 'Doppler token', 'critical', ['dp.pt.', 'dp.st.', 'dp.ct.', 'dp.sa.', 'dp.scim.', 'dp.audit.'], 'dp\\.(?:pt|ct|sa|scim|audit|st(?:\\.[a-z0-9_-]{2,35})?)\\.[A-Za-z0-9]{40,44}', secrets, 'https://docs.doppler.com/docs/service-tokens'],
    ['1password-token', '1Password service account token', 'critical', ['ops_eyJ'], 'ops_eyJ[A-Za-z0-9+/_-]{200,1500}={0,3}', secrets, 'https://developer.1password.com/docs/service-accounts/manage-service-accounts/'],
    ['1password-secret-key', '1Password secret key', 'critical', ['A3-'].flatMap((word) => beside(word, 'ABCDEFGHJKLMNPQRSTVWXYZ23456789')), 'A3-[A-Z0-9]{6}-(?:[A-Z0-9]{11}|[A-Z0-9]{6}-[A-Z0-9]{5})-[A-Z0-9]{5}-[A-Z0-9]{5}-[A-Z0-9]{5}', 'with the password open the vaults', 'https://support.1password.com/secret-key-security/'],
    ['age-key', 'age secret key', 'critical', ['AGE-SECRET-KEY-1'], 'AGE-SECRET-KEY-1[QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]{58}', 'decrypt what was encrypted for it', 'https://github.com/FiloSottile/age'],
    ['age-post-quantum-key', 'age post-quantum secret key', 'critical', ['AGE-SECRET-KEY-PQ-1'], 'AGE-SECRET-KEY-PQ-1[QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]{58,120}', 'decrypt what was encrypted for it', 'https://github.com/FiloSottile/age'],
    ['infisical-token', 'Infisical token', 'critical', ['st.'].flatMap((word) => beside(word, '0123456789abcdef')), 'st\\.[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\\.[a-f0-9]{32}\\.[a-f0-9]{32}', secrets, 'https://infisical.com/docs/documentation/platform/token'],
    ['pulumi-token', 'Pulumi token', 'critical', ['pul-'], 'pul-[a-f0-9]{40}', 'read states and change stacks', 'https://www.pulumi.com/docs/pulumi-cloud/access-management/access-tokens/'],
    ['clerk-key', 'Clerk live key', 'critical', ['sk_live_'], 'sk_live_[A-Za-z0-9]{42}', 'manage users', 'https://clerk.com/docs/deployments/clerk-environment-variables'],
    ['adobe-secret', 'Adobe client secret', 'high', ['p8e-'], 'p8e-[A-Za-z0-9_-]{32}', 'pose as the application', 'https://developer.adobe.com/developer-console/docs/guides/authentication/'],
    ['cloudflare-tunnel-token', 'Cloudflare tunnel token', 'high', ['eyJhIjoi'], 'eyJhIjoi[A-Za-z0-9+/_-]{100,400}={0,2}', 'answer in the place of the tunnel', 'https://developers.cloudflare.com/cloudflare-one/connections/connect-networks/configure-tunnels/remote-tunnel-permissions/', (value) => /^\{"a":"[0-9a-f]{32}","[ts]":/.test(Buffer.from(value, 'base64').toString('latin1'))],
    ['workos-key', 'WorkOS key', 'critical', ['sk_a2V5'], 'sk_a2V5[A-Za-z0-9_]{40,100}', 'manage users', 'https://workos.com/docs/reference/api-keys'],
    ['tailscale-key', 'Tailscale key', 'critical', ['tskey-'], 'tskey-(?:api|auth|client|scim|webhook)-[A-Za-z0-9]{8,20}-[A-Za-z0-9]{20,40}', 'join or change the network', 'https://tailscale.com/kb/1252/key-secret-management'],
    ['ngrok-token', 'ngrok token', 'high', ['ngrok', 'NGROK'], '(?:ngrok|NGROK)[\\w ._-]{0,20}(?:token|TOKEN|key|KEY)["\']?[ :=]{1,4}["\']?(?<value>[A-Za-z0-9]{27}_[A-Za-z0-9]{21})', 'open tunnels as the account', 'https://ngrok.com/docs/agent/#authtokens'],
    ['frameio-token', 'Frame.io token', 'high', ['fio-u-'], 'fio-u-[A-Za-z0-9_=-]{64}', 'act as its user', 'https://developer.frame.io/'],
    ['bitwarden-token', 'Bitwarden machine account token', 'critical', ['BWS_ACCESS_TOKEN'], 'BWS_ACCESS_TOKEN["\']?\\s{0,4}[:=]\\s{0,4}["\']?(?<value>0\\.[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\\.[A-Za-z0-9]{30}:[A-Za-z0-9+/]{22}==)', secrets, 'https://bitwarden.com/help/access-tokens/'],
  ]),
  ...named([
    ['vault-old-token', 'Vault token of the old form', 'high', ['vault'], 's\\.[A-Za-z0-9]{24}', secrets, 'https://developer.hashicorp.com/vault/docs/concepts/tokens', mixed],
    ['okta-named-token', 'Okta token or secret', 'critical', ['okta'], '00[A-Za-z0-9_-]{40}|[A-Za-z0-9_-]{40}|[A-Za-z0-9_-]{64}', 'manage users or pose as the application', 'https://developer.okta.com/docs/guides/create-an-api-token/', mixed],
    ['auth0-secret', 'Auth0 client secret', 'critical', ['auth0'], '[A-Za-z0-9_-]{64}|[A-Za-z0-9_-]{48}', 'pose as the application', 'https://auth0.com/docs/get-started/applications/rotate-client-secret', mixed],
    ['onelogin-secret', 'OneLogin secret', 'critical', ['onelogin'], '[a-f0-9]{64}', 'manage users', 'https://developers.onelogin.com/api-docs/1/getting-started/working-with-api-credentials'],
    ['keycloak-secret', 'Keycloak client secret', 'high', ['keycloak'], '[A-Za-z0-9]{32}|[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}', 'pose as the application', 'https://www.keycloak.org/docs/latest/server_admin/'],
    ['consul-token', 'Consul token', 'high', ['consul', 'nomad'], '[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}', 'read and change the cluster', 'https://developer.hashicorp.com/consul/docs/security/acl'],
    ['facebook-secret', 'Facebook app secret', 'high', ['facebook', 'fb_app', 'fb_se', 'meta_app'], '[a-f0-9]{32}', 'pose as the application', 'https://developers.facebook.com/docs/facebook-login/security/'],
    ['twitter-secret', 'Twitter secret', 'high', ['twitter', 'x_api'], '[A-Za-z0-9]{45,50}|\\d{15,20}-[A-Za-z0-9]{20,40}', 'act as the application or user', 'https://developer.x.com/en/docs/authentication/oauth-1-0a', mixed],
    ['linkedin-secret', 'LinkedIn client secret', 'medium', ['linkedin'], '[A-Za-z0-9]{16}|WPL_AP1\\.[A-Za-z0-9]{16}\\.[A-Za-z0-9+/=]{6,10}', 'pose as the application', 'https://learn.microsoft.com/linkedin/shared/authentication/client-credentials-flow', mixed],
  ]),
];
