/** `demarc public` agrees with the checks of resource policies on each of their examples. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publicResources } from '../../src/app/access.js';
import type { PublicEntry } from '../../src/reports/access-result.js';
import { registry } from '../../src/checks/registry.js';
import type { Example } from '../../src/checks/define.js';

let folder = '';
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'demarc-public-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function entriesOf({ format, text }: Example): Promise<readonly PublicEntry[]> {
  const file = join(folder, format === 'terraform' ? 'main.tf' : 'template.yaml');
  writeFileSync(file, text);
  const { public: entries } = await publicResources({ targets: [file], everything: true });
  rmSync(file);
  return entries;
}

const checks = registry.filter(({ id, on }) => /names-callers|policy-not-public|layer-not-public|snapshot-public|image-public|trust-not-anyone|url-authenticated/.test(id) && !on.includes('Demarc::IAM::PolicyDocument'));

describe.each(checks.map((check) => [check.id, check] as const))('%s', (_, check) => {
  it('what it fails is public, and what it passes is not', async () => {
    const wrong: string[] = [];
    for (const [kind, examples] of [['bad', check.examples.bad], ['good', check.examples.good]] as const) {
      for (const [i, example] of examples.entries()) {
        const verdicts = (await entriesOf(example)).map(({ verdict }) => verdict);
        if (kind === 'bad' ? !verdicts.includes('public') && !SPOKEN_OTHERWISE.test(example.text) : verdicts.includes('public')) wrong.push(`${kind} ${example.format} ${i}: ${verdicts.join(', ')}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

/** CloudFormation's function address alone opens nothing: its permission must be written, too. */
const SPOKEN_OTHERWISE = /AWS::Lambda::Url/;

it('asks enough checks to mean something', () => expect(checks.length).toBeGreaterThan(25));

describe('Block Public Access', () => {
  const bucket = (more: string): Example => ({
    format: 'terraform',
    text: `
resource "aws_s3_bucket" "b" {
  bucket = "photos"
}
resource "aws_s3_bucket_policy" "b" {
  bucket = aws_s3_bucket.b.id
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = "*", Action = "s3:GetObject", Resource = "\${aws_s3_bucket.b.arn}/*" }] })
}
${more}`,
  });
  const block = (restrict: boolean): string => `
resource "aws_s3_bucket_public_access_block" "b" {
  bucket                  = aws_s3_bucket.b.id
  restrict_public_buckets = ${restrict}
}`;

  it.each<readonly [string, string, string]>([
    ['no block is written', '', 'public'],
    ['the bucket is not restricted', block(false), 'public'],
    ['the bucket is restricted', block(true), 'none'],
    ['the account restricts all buckets', 'resource "aws_s3_account_public_access_block" "a" {\n  restrict_public_buckets = true\n}', 'none'],
  ])('%s', async (_, more, verdict) => {
    const [entry] = await entriesOf(bucket(more));
    expect(entry?.verdict).toBe(verdict);
    expect(entry?.heldBack === undefined).toBe(verdict === 'public');
  });

  it('leaves a policy that only names another account as it is', async () => {
    const { text } = bucket(block(true));
    const [entry] = await entriesOf({ format: 'terraform', text: text.replace('Principal = "*"', 'Principal = { AWS = "arn:aws:iam::444455556666:root" }') });
    expect([entry?.verdict, entry?.who]).toEqual(['named', 'anyone in account 444455556666']);
  });
});

describe('the four verdicts', () => {
  const with_ = async (condition: string, principal = '"*"'): Promise<PublicEntry | undefined> => {
    const [entry] = await entriesOf({
      format: 'terraform',
      text: `
resource "aws_sqs_queue" "q" {
  name = "orders"
}
resource "aws_sqs_queue_policy" "q" {
  queue_url = aws_sqs_queue.q.id
  policy    = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = ${principal}, Action = "sqs:*", Resource = aws_sqs_queue.q.arn${condition === '' ? '' : `, Condition = ${condition}`} }] })
}`,
    });
    return entry;
  };

  it.each<readonly [string, PublicEntry['verdict']]>([
    ['', 'public'],
    ['{ StringEquals = { "aws:ResourceAccount" = "111122223333" } }', 'public'],
    ['{ StringLike = { "aws:PrincipalArn" = "*" } }', 'public'],
    ['{ StringLike = { "aws:SourceVpce" = "*" } }', 'public'],
    ['{ StringEquals = { "aws:SourceVpce" = "vpce-1a2b3c4d" } }', 'conditional'],
    ['{ IpAddress = { "aws:SourceIp" = "203.1.2.3" } }', 'conditional'],
    ['{ IpAddress = { "aws:SourceIp" = "54.10.20.0/24" } }', 'conditional'],
    ['{ IpAddress = { "aws:SourceIp" = ["0.0.0.0/1", "128.0.0.0/1"] } }', 'public'],
    ['{ IpAddress = { "aws:SourceIp" = "10.0.0.0/8" } }', 'none'],
    ['{ StringEquals = { "aws:PrincipalOrgID" = "o-a1b2c3d4e5" } }', 'none'],
    ['{ "ForAnyValue:StringLike" = { "aws:PrincipalOrgPaths" = "o-a1b2c3d4e5/*" } }', 'none'],
    ['{ "ForAllValues:StringLike" = { "aws:PrincipalOrgPaths" = "o-a1b2c3d4e5/*" } }', 'public'],
    ['{ StringEqualsIfExists = { "aws:PrincipalOrgID" = "o-a1b2c3d4e5" } }', 'public'],
    ['{ ArnEquals = { "aws:SourceArn" = "arn:aws:sns:eu-west-1:111122223333:orders" } }', 'none'],
    ['{ ArnLike = { "aws:SourceArn" = "arn:aws:sns:*:*:*" } }', 'public'],
    ['{ StringEquals = { "aws:PrincipalTag/team" = "shop" } }', 'public'],
    ['{ Bool = { "aws:SecureTransport" = "true" } }', 'public'],
    ['{ StringEquals = { "aws:PrincipalAccount" = "444455556666" } }', 'named'],
    ['{ StringEquals = { "aws:PrincipalAccount" = data.aws_caller_identity.me.account_id } }', 'none'],
  ])('%s: %s', async (condition, verdict) => {
    expect((await with_(condition))?.verdict).toBe(verdict);
  });

  it('what is not known is not decided', async () => {
    const entry = await with_('', '{ AWS = var.who }');
    expect(entry?.verdict).toBe('unknown');
    expect(entry?.reasons.length).toBeGreaterThan(0);
  });
});
