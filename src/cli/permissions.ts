import { permissions } from '../app/permissions.js';

export function permissionsCommand(): void {
  process.stdout.write(`${JSON.stringify(permissions(), null, 2)}\n`);
}
