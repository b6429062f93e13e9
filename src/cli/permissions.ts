import { permissions } from '../app/permissions.js';

export function permissionsCommand(options: { readonly beyond?: readonly string[] }): void {
  process.stdout.write(`${JSON.stringify(permissions(options.beyond), null, 2)}\n`);
}
