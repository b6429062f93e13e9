/** ARN forms of what an action works on, from the IAM data. */
import { actionNamed, resourceType } from '../schema/iam/index.js';

/** The forms of each kind of resource that the action must have in its statement; one `*` for an action without resources. */
export function formsOf(action: string, account: string): readonly string[] {
  const known = actionNamed(action);
  const types = known?.resourceTypes ?? [];
  if (known === undefined || types.length === 0) return ['*'];
  const required = types.filter((type) => type.required);
  return [...new Set((required.length > 0 ? required : types).flatMap(({ name }) => resourceType(known.service, name)?.arns.slice(0, 1) ?? []).map((arn) => formOf(arn, account)))];
}

/** `arn:${Partition}:s3:::${BucketName}` → `arn:aws:s3:::?*`. */
export const formOf = (arn: string, account: string): string => arn.replace('${Partition}', 'aws').replace('${Account}', () => account).replace(/\$\{[^}]*\}/g, '?*');
