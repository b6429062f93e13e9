/** What reading an account needs, from the table of what is read. */
import { permissions as needed } from '../sources/aws/permissions.js';

export interface PermissionPolicy {
  readonly Version: '2012-10-17';
  readonly Statement: readonly { readonly Sid: string; readonly Effect: 'Allow'; readonly Action: readonly string[]; readonly Resource: '*' }[];
}

/** The least policy, as JSON to attach. Who calls may always be asked, and needs no permission. */
export const permissions = (): PermissionPolicy => ({ Version: '2012-10-17', Statement: [{ Sid: 'DemarcReads', Effect: 'Allow', Action: needed(), Resource: '*' }] });
