/** What Session Manager's documents and shared documents say. */
import { child, test, type Condition, type Field, type View } from '../../../model/index.js';
import type { PropertiesOf } from '../../define.js';

export interface SessionPreferences {
  readonly kmsKeyId?: string;
  readonly s3BucketName?: string;
  readonly s3EncryptionEnabled?: boolean;
  readonly cloudWatchLogGroupName?: string;
  readonly cloudWatchEncryptionEnabled?: boolean;
}

/** The inputs of a session document. */
export const preferences = ({ Content: content }: PropertiesOf<'AWS::SSM::Document'>): View<SessionPreferences> => child<SessionPreferences>(content, 'inputs');

/** Terraform: `{ type = "Share", account_ids = "All" }`; several accounts in one text. */
export const sharedWithAll = (permissions: Field<unknown>): Condition => test(child<string>(permissions, 'account_ids'), (ids) => String(ids).split(',').some((id) => id.trim().toLowerCase() === 'all'));
