/** Property paths as words, so that one pattern reads `KMSMasterKeyID`, `KmsKeyId` and `kmsKey` alike. */

/** Spellings that would fall apart at the wrong letter. */
const together: readonly (readonly [RegExp, string])[] = [
  [/IPv(4|6)/g, 'Ipv$1'],
  [/OAuth/g, 'Oauth'],
  [/\b([A-Z]{2,})s(?=[A-Z.]|$)/g, '$1S'],
  [/([a-z])([A-Z]{2,})s(?=[A-Z.]|$)/g, '$1 $2S'],
  [/DynamoDB/g, 'Dynamodb'],
  [/CloudWatch/g, 'Cloudwatch'],
  [/CloudTrail/g, 'Cloudtrail'],
];

/** `VpcConfig.SecurityGroupIds` → `vpc config.security group ids`. */
export function worded(path: string): string {
  let text = path;
  for (const [pattern, replacement] of together) text = text.replace(pattern, replacement);
  return text
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .replace(/[_-]/g, ' ')
    .replace(/ +/g, ' ')
    .toLowerCase();
}
