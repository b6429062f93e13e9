import type { AccessOptions } from '../app/access.js';
import { wantsColor, width } from './scan.js';
import { setup, type InputFlags } from './setup.js';

interface AccessFlags extends InputFlags {
  readonly in?: readonly string[];
  readonly format: 'text' | 'json';
  readonly account?: string;
  readonly trust?: readonly string[];
  readonly organization?: string;
  readonly scp?: readonly string[];
  readonly rcp?: readonly string[];
}

async function optionsOf(flags: AccessFlags, targets: readonly string[] = flags.in ?? ['.']): Promise<AccessOptions> {
  const { options } = await setup(flags);
  return { ...options, targets, account: flags.account, trusted: flags.trust, organization: flags.organization, scps: flags.scp, rcps: flags.rcp };
}

const json = (value: unknown): void => void process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
const text = (lines: string): void => void process.stdout.write(lines);
const style = (): { readonly width: number; readonly color: boolean } => ({ width: width(), color: wantsColor() });

export async function publicCommand(targets: readonly string[], given: object): Promise<void> {
  const flags = given as AccessFlags & { readonly all?: boolean };
  const [{ publicResources }, options] = [await import('../app/access.js'), await optionsOf(flags, targets.length > 0 ? targets : undefined)];
  const result = await publicResources({ ...options, everything: flags.all });
  if (flags.format === 'json') return json(result);
  text((await import('../reports/access.js')).publicAsText(result, style()));
}

export async function pathsCommand(targets: readonly string[], given: object): Promise<void> {
  const flags = given as AccessFlags & { readonly to: string; readonly from?: string };
  const [{ pathsTo }, options] = [await import('../app/access.js'), await optionsOf(flags, targets.length > 0 ? targets : undefined)];
  const result = await pathsTo(flags.to, { ...options, from: flags.from });
  if (flags.format === 'json') return json(result);
  text((await import('../reports/access.js')).pathsAsText(result, flags.to, style()));
}

export async function whoCanCommand(action: string, resource: string, given: object): Promise<void> {
  const flags = given as AccessFlags;
  const { whoCanDo } = await import('../app/access.js');
  const result = await whoCanDo(action, resource, await optionsOf(flags));
  if (flags.format === 'json') return json(result);
  text((await import('../reports/access.js')).whoCanAsText(result, action, resource, style()));
}

export async function canCommand(principal: string, action: string, resource: string, given: object): Promise<void> {
  const flags = given as AccessFlags & { readonly context?: Readonly<Record<string, string>> };
  const { canDo } = await import('../app/access.js');
  const result = await canDo(principal, action, resource, { ...(await optionsOf(flags)), context: flags.context });
  if (flags.format === 'json') return json(result);
  text((await import('../reports/access.js')).canAsText(result, style()));
}

export async function leastCommand(roles: readonly string[], given: object): Promise<void> {
  const flags = given as AccessFlags;
  const { leastPrivilege } = await import('../app/least.js');
  const result = await leastPrivilege(roles, await optionsOf(flags));
  if (flags.format === 'json') return json(result);
  text((await import('../reports/access.js')).leastAsText(result, style()));
}
