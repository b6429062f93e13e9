/** What a finding says to a stranger: the deciding cause, once, and only where the setting exists. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scan } from '../../src/app/scan.js';
import type { Verdict } from '../../src/model/index.js';

async function judge(check: string, text: string, file = 'main.tf'): Promise<readonly Verdict[]> {
  const folder = mkdtempSync(join(tmpdir(), 'demarc-wording-'));
  try {
    writeFileSync(join(folder, file), text);
    return (await scan({ targets: [folder], only: [check], asOf: '2026-11-01T00:00:00Z' })).verdicts;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('a finding', () => {
  it('says which control plane logs are off, and points at each value once', async () => {
    const [verdict] = await judge('aws-eks-control-plane-logs', 'resource "aws_eks_cluster" "c" {\n  enabled_cluster_log_types = ["api", "audit", "authenticator"]\n}\n');
    expect(verdict?.message).toBe('the `controllerManager` log is off; the `scheduler` log is off');
    expect(verdict?.evidence.map(({ value }) => value)).toEqual(['api', 'audit', 'authenticator']);
  });

  it('does not say that nobody patches what extended support still does', async () => {
    const of = async (version: string): Promise<string | undefined> => (await judge('aws-eks-supported-version', `resource "aws_eks_cluster" "c" {\n  version = "${version}"\n}\n`))[0]?.message;
    expect(await of('1.33')).toMatch(/^standard support of `1\.33` ended on 2026-07-29: .* paid extended support, until 2027-07-29/);
    expect(await of('1.22')).toMatch(/^`1\.22` gets no security patches any more/);
  });

  it('names the action that an operation needs', async () => {
    const [verdict] = await judge('aws-iam-policy-actions-exist', 'resource "aws_iam_policy" "p" {\n  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "s3:HeadBucket", Resource = "*" }] })\n}\n');
    expect(verdict?.message).toBe('`s3:HeadBucket` is an operation of the API, not an action: it needs `s3:ListBucket`');
  });

  it('says that a list of types is what keeps a recorder from recording all', async () => {
    const text = 'Resources:\n  R:\n    Type: AWS::Config::ConfigurationRecorder\n    Properties:\n      RoleARN: arn:aws:iam::111122223333:role/config\n      RecordingGroup:\n        ResourceTypes: [AWS::EC2::Volume]\n';
    const [verdict] = await judge('aws-config-records-everything', text, 'template.yaml');
    expect(verdict?.message).toContain('only the types listed in `ResourceTypes` are recorded');
    expect(verdict?.evidence.map(({ path }) => path)).toContain('RecordingGroup.ResourceTypes');
  });

  it('says why a condition of a policy document is not known', async () => {
    const document = 'variable "test" {}\ndata "aws_iam_policy_document" "d" {\n  statement {\n    actions = ["s3:GetObject"]\n    resources = ["*"]\n    condition {\n      test = var.test\n      variable = "aws:SourceIp"\n      values = ["10.0.0.0/8"]\n    }\n  }\n}\n';
    const [verdict] = await judge('aws-iam-policy-conditions-hold', `${document}resource "aws_iam_policy" "p" {\n  policy = data.aws_iam_policy_document.d.json\n}\n`);
    expect(verdict?.status).toBe('unknown');
    expect(verdict?.reasons[0]?.detail).toBe('`var.test` has no value');
  });

  it('does not ask types for EBS optimization that cannot have it or always have it', async () => {
    const of = (type: string): string => `resource "aws_instance" "i" {\n  instance_type = "${type}"\n}\n`;
    for (const type of ['t2.micro', 't3.micro', 'g4dn.xlarge', 'x2idn.16xlarge']) expect(await judge('aws-ec2-ebs-optimized', of(type)), type).toEqual([]);
    expect((await judge('aws-ec2-ebs-optimized', of('r3.xlarge'))).map(({ status }) => status)).toEqual(['fail']);
  });
});
