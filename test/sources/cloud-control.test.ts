/**
 * The same verdicts of a template and of an account for the types that are read through Cloud Control, which the API server lacks: its reply
 * holds a resource in the schema's own words (https://docs.aws.amazon.com/cloudcontrolapi/latest/APIReference/API_ResourceDescription.html),
 * so that the examples of checks make recordings of accounts.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { scan, scanResources } from '../../src/app/scan.js';
import type { Check } from '../../src/checks/define.js';
import { registry } from '../../src/checks/registry.js';
import { toJson, whollyKnown, type Json } from '../../src/model/index.js';
import { collectors } from '../../src/sources/aws/collectors/index.js';
import { MANIFEST } from '../../src/sources/aws/manifest.js';

const ACCOUNT = '111122223333';
const REGIONS = ['us-east-1', 'eu-west-1'];
const types = new Set(collectors.filter(({ service, type }) => service === 'cloudcontrol' && type.startsWith('AWS::')).map(({ type }) => type));
const cases = registry.flatMap((check) => check.on.filter((type) => types.has(type)).map((type) => ({ id: check.id, type, check: check as Check })));

let top = '';
beforeAll(() => void (top = mkdtempSync(join(tmpdir(), 'demarc-cloud-control-'))));
afterAll(() => rmSync(top, { recursive: true, force: true }));

/** Attributes that a reply holds beside the properties, where something follows from them. */
const ATTRIBUTES: Readonly<Record<string, (properties: Json) => object>> = { 'AWS::S3::AccessPoint': (properties) => ({ NetworkOrigin: 'VpcConfiguration' in (properties as object) ? 'VPC' : 'Internet' }) };

interface Held {
  readonly type: string;
  readonly id: string;
  readonly properties: Json;
}

/** An account that holds these and nothing else, in two regions of which the first has them all. */
function record(folder: string, held: readonly Held[]): void {
  mkdirSync(join(folder, ACCOUNT), { recursive: true });
  const write = (file: string, lines: readonly object[]): void => writeFileSync(join(folder, ACCOUNT, `${file}.ndjson`), `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`);
  const lists = (here: readonly Held[]): readonly object[] => [...new Set(held.map(({ type }) => type))].map((TypeName) => ({ call: `ListResourcesCommand ${JSON.stringify({ TypeName })}`, reply: { TypeName, ResourceDescriptions: here.filter(({ type }) => type === TypeName).map(({ id }) => ({ Identifier: id })) } }));
  const details = held.map(({ type: TypeName, id: Identifier, properties }) => ({ call: `GetResourceCommand ${JSON.stringify({ TypeName, Identifier })}`, reply: { TypeName, ResourceDescription: { Identifier, Properties: JSON.stringify({ ...(properties as object), ...ATTRIBUTES[TypeName]?.(properties) }) } } }));
  write('cloudcontrol.us-east-1', [...lists(held), ...details]);
  write('cloudcontrol.eu-west-1', lists([]));
  // Whose a key is, is looked up among those of its region.
  for (const region of REGIONS) {
    const own = { KeyId: 'own', KeyArn: `arn:aws:kms:${region}:${ACCOUNT}:key/own` };
    write(`kms.${region}`, [{ call: 'ListKeysCommand {}', reply: { Keys: [own] } }, { call: 'DescribeKeyCommand {"KeyId":"own"}', reply: { KeyMetadata: { ...own, KeyManager: 'CUSTOMER' } } }]);
  }
  write('sts.us-east-1', [{ call: 'GetCallerIdentityCommand {}', reply: { Account: ACCOUNT, Arn: `arn:aws:iam::${ACCOUNT}:user/auditor` } }]);
  writeFileSync(join(folder, MANIFEST), JSON.stringify({ version: 1, asOf: '2026-11-01T00:00:00Z', home: 'us-east-1', accounts: [ACCOUNT], regions: REGIONS }));
}

const KEY = `arn:aws:kms:us-east-1:${ACCOUNT}:key/own`;
const FOR_ALL = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' }] };

/** Of types that share a check with others, whose examples are of those. */
const SHOWN: Readonly<Record<string, Json>> = {
  'AWS::AmazonMQ::Configuration': { Name: 'a', EngineType: 'ACTIVEMQ', EngineVersion: '5.15.0' },
  'AWS::AppFlow::ConnectorProfile': { ConnectorProfileName: 'a', ConnectionMode: 'Public', ConnectorType: 'Slack', KMSArn: KEY },
  'AWS::AppFlow::Flow': { FlowName: 'a', KMSArn: KEY },
  'AWS::Bedrock::Prompt': { Name: 'a', CustomerEncryptionKeyArn: KEY },
  'AWS::CloudTrail::EventDataStore': { Name: 'a', KmsKeyId: KEY },
  'AWS::CodeArtifact::Repository': { DomainName: 'a', RepositoryName: 'a', PermissionsPolicyDocument: FOR_ALL },
  'AWS::CodePipeline::Pipeline': { Name: 'a', ArtifactStore: { Type: 'S3', Location: 'a', EncryptionKey: { Type: 'KMS', Id: KEY } } },
  'AWS::Comprehend::DocumentClassifier': { DocumentClassifierName: 'a', LanguageCode: 'en', ModelKmsKeyId: KEY },
  'AWS::FSx::FileSystem': { FileSystemType: 'LUSTRE', KmsKeyId: KEY },
  'AWS::Kendra::Index': { Name: 'a', Edition: 'DEVELOPER_EDITION', ServerSideEncryptionConfiguration: { KmsKeyId: KEY } },
  'AWS::KinesisVideo::Stream': { Name: 'a', KmsKeyId: KEY },
  'AWS::SSO::PermissionSet': { Name: 'a', InlinePolicy: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] } },
  'AWS::Scheduler::Schedule': { Name: 'a', KmsKeyArn: KEY },
  'AWS::Timestream::Database': { DatabaseName: 'a', KmsKeyId: KEY },
};

/** Of which only what no reply of Cloud Control holds decides, and what that is. */
const BEYOND: Readonly<Record<string, string>> = {
  'AWS::CodeCommit::Repository': 'templates of approval rules, which calls of their own tell',
  'AWS::CodeGuruReviewer::RepositoryAssociation': 'its key, which the service’s own API tells',
};

const compared = new Map<string, number>();

it.each(cases)('$type is judged alike by $id', async ({ id, type, check }) => {
  const shown = SHOWN[type] === undefined ? [] : [{ format: 'cloudformation' as const, text: JSON.stringify({ AWSTemplateFormatVersion: '2010-09-09', Resources: { Shown: { Type: type, Properties: SHOWN[type] } } }) }];
  for (const [kind, examples] of Object.entries({ good: check.examples.good, bad: check.examples.bad, shown })) {
    for (const [i, example] of examples.entries()) {
      if (example.format !== 'cloudformation' && example.format !== 'terraform') continue;
      const folder = join(top, `${id}-${type.replaceAll(':', '')}-${kind}-${i}`);
      mkdirSync(folder);
      writeFileSync(join(folder, example.format === 'terraform' ? 'main.tf' : example.text.trimStart().startsWith('{') ? 'template.json' : 'template.yaml'), example.text);
      const { ledger: code, resources } = await scanResources({ targets: [folder], checks: [check], asOf: '2026-11-01T00:00:00Z' });
      const held = resources.filter((one) => types.has(one.type) && whollyKnown(one.properties)).map((one) => ({ type: one.type, id: one.address.replaceAll(/[^\w]/g, '-'), properties: toJson(one.properties), address: one.address }));
      const asked = held.filter((one) => one.type === type);
      if (asked.length === 0) continue;
      const account = join(folder, 'account');
      record(account, held);
      const live = await scan({ targets: [account], checks: [check] });
      for (const { address, id: identifier } of asked) {
        const here = code.verdicts.find(({ resource }) => resource.address === address && resource.type === type);
        const there = live.verdicts.find(({ resource }) => resource.id.endsWith(`:${identifier}`) && resource.type === type);
        // What a reply does not hold may be of those that can only be written: where a template's silence decides, an account's does not.
        const silent = here?.evidence.some(({ state }) => state === 'absent' || state === 'default') === true;
        const said = `${kind} ${i}: template ${String(here?.status)}, account ${String(there?.status)} ${there?.reasons.map(({ detail }) => detail).join('; ') ?? ''}`;
        if (!((silent || BEYOND[type] !== undefined) && there?.status === 'unknown')) expect(said).toBe(`${kind} ${i}: template ${String(here?.status)}, account ${String(here?.status)} ${there?.reasons.map(({ detail }) => detail).join('; ') ?? ''}`);
        if (here !== undefined && here.status === there?.status) compared.set(type, (compared.get(type) ?? 0) + 1);
      }
    }
  }
});

it('compares each type by what decides', () => {
  expect([...types].filter((type) => cases.some((one) => one.type === type) && !compared.has(type)).sort()).toEqual(Object.keys(BEYOND).sort());
});
