import { permissions } from '../app/permissions.js';

interface PermissionFlags {
  readonly beyond?: readonly string[];
  readonly only?: readonly string[];
  readonly skip?: readonly string[];
}

export async function permissionsCommand({ beyond, ...selection }: PermissionFlags): Promise<void> {
  const chosen = selection.only === undefined && selection.skip === undefined ? undefined : await (await import('../app/chosen.js')).chosenChecks(selection);
  process.stdout.write(`${JSON.stringify(permissions(beyond, chosen), null, 2)}\n`);
}
