/** Times the search for outsiders over a generated mix of resource policies; prints one line of JSON. */
import { exists, parsePolicy } from '../src/iam/index.js';
import { fromJson, type Json } from '../src/model/index.js';

const at = { kind: 'source', file: 'policy.json', line: 1, column: 1 } as const;
let state = 7;
const random = (): number => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return state / 4_294_967_296;
};
const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;

const conditions: readonly Json[] = [
  { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } },
  { StringLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/app-*' } },
  { IpAddress: { 'aws:SourceIp': ['198.51.100.0/24', '203.0.113.7'] } },
  { StringNotEquals: { 'aws:SourceVpce': ['vpce-1a2b3c4d', 'vpce-5e6f7a8b'] } },
  { Bool: { 'aws:SecureTransport': 'true' } },
  { 'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': ['o-a1b2c3d4e5/*/ou-1/*'] } },
  { ArnLike: { 'aws:SourceArn': 'arn:aws:sns:*:111122223333:*' } },
  { NumericLessThan: { 's3:max-keys': '100' } },
  { StringNotLike: { 's3:prefix': ['private/*', '*secret*'] }, Null: { 's3:prefix': 'false' } },
];
const policy = (): Json => ({
  Version: '2012-10-17',
  Statement: Array.from({ length: 1 + Math.floor(random() * 6) }, (): Json => ({
    Effect: random() < 0.6 ? 'Allow' : 'Deny',
    Principal: pick<Json>(['*', { AWS: '*' }, { AWS: 'arn:aws:iam::444455556666:root' }, { AWS: '111122223333' }, { Service: 'cloudtrail.amazonaws.com' }]),
    Action: pick<Json>(['s3:GetObject', 's3:*', ['s3:Put*', 's3:GetObject*'], 's3:List*']),
    Resource: pick<Json>(['*', 'arn:aws:s3:::data/*', ['arn:aws:s3:::data', 'arn:aws:s3:::data/public/*'], 'arn:aws:s3:::data/*/reports/*.csv']),
    ...(random() < 0.7 ? { Condition: pick(conditions) } : {}),
  })),
});

const COUNT = 2_000;
const times: number[] = [];
const found: Record<string, number> = {};
const targets = [
  { resource: 'arn:aws:s3:::data/?*', actions: ['s3:GetObject', 's3:PutObject', 's3:DeleteObject', 's3:PutObjectAcl', 's3:GetObjectVersion'] },
  { resource: 'arn:aws:s3:::data', actions: ['s3:ListBucket', 's3:PutBucketPolicy', 's3:GetBucketPolicy'] },
];
for (let i = -200; i < COUNT; i++) {
  const document = { policy: parsePolicy(fromJson(policy(), at)), place: { path: 'Policy' } };
  const from = performance.now();
  const { reach, open } = exists({ resource: { documents: [document] }, targets, zone: { account: '111122223333' } });
  if (i < 0) continue;
  times.push(performance.now() - from);
  const verdict = open === undefined ? reach : `${reach} or wider`;
  found[verdict] = (found[verdict] ?? 0) + 1;
}
times.sort((a, b) => a - b);
process.stdout.write(JSON.stringify({ count: COUNT, mean: times.reduce((a, b) => a + b, 0) / COUNT, p99: times[Math.floor(COUNT * 0.99)], max: times.at(-1), found }));
