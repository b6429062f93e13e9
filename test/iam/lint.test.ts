import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { globMatches, lintDocument, lintPolicy, lintRules, parsePolicy, type LintRule, type PolicyKind } from '../../src/iam/index.js';
import { fromJson, scalar, unknown, mapping, list, type Json, type Tree } from '../../src/model/index.js';
import { operationNames } from '../../src/iam/lint/actions.js';
import { globsMeet } from '../../src/iam/lint/arn.js';
import { actionNamed } from '../../src/schema/iam/index.js';
import { at, document } from './support.js';

const guide = (page: string): string => `https://docs.aws.amazon.com/IAM/latest/UserGuide/${page}.html`;
const rulesOf = (json: Json, kind?: PolicyKind): readonly LintRule[] => lintDocument(fromJson(json, at), { kind }).findings.map(({ rule }) => rule);
const allow = (more: Readonly<Record<string, Json>>): Json => document({ Effect: 'Allow', Action: 's3:GetObject', Resource: '*', ...more });
const when = (Condition: Json, more: Readonly<Record<string, Json>> = {}): Json => allow({ Condition, ...more });
const trust = (Principal: Json, more: Readonly<Record<string, Json>> = {}): Json => document({ Effect: 'Allow', Action: 'sts:AssumeRole', Principal, ...more });

type Row = readonly [what: string, document: Json, rules: readonly LintRule[], page: string, kind?: PolicyKind];

const actionsPage = 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html';
const actions: readonly Row[] = [
  ['an action', allow({}), [], actionsPage],
  ['an action in another case', allow({ Action: 'S3:getobject' }), [], guide('reference_policies_elements_action')],
  ['everything', allow({ Action: '*' }), [], guide('reference_policies_elements_action')],
  ['a service', allow({ Action: ['s3:*', 'ec2:*'] }), [], guide('reference_policies_elements_action')],
  ['a wildcard inside', allow({ Action: 's3:*Object' }), [], guide('reference_policies_elements_action')],
  ['an API that is no action', allow({ Action: 's3:ListObjects' }), ['unknown-action'], actionsPage],
  ['a slip', allow({ Action: 's3:GetObjet' }), ['unknown-action'], actionsPage],
  ['an action of another service', allow({ Action: 'kms:GetSecretValue' }), ['unknown-action'], 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_awskeymanagementservice.html'],
  ['a service that is none', allow({ Action: 'dynamo:GetItem' }), ['unknown-service'], guide('reference_policies_elements_action')],
  ['no service at all', allow({ Action: 'GetObject' }), ['unknown-action'], guide('reference_policies_elements_action')],
  ['a wildcard for nothing', allow({ Action: 's3:Fetch*' }), ['wildcard-matches-nothing'], guide('reference_policies_elements_action')],
  ['an exception for nothing', document({ Effect: 'Allow', NotAction: 'iam:DestroyUser', Resource: '*' }), ['unknown-action'], guide('reference_policies_elements_notaction')],
];

const resourcesPage = guide('reference_policies_elements_resource');
const resources: readonly Row[] = [
  ['objects', allow({ Resource: 'arn:aws:s3:::photos/*' }), [], actionsPage],
  ['a bucket beside its objects', allow({ Action: ['s3:GetObject', 's3:ListBucket'], Resource: ['arn:aws:s3:::photos', 'arn:aws:s3:::photos/*'] }), [], actionsPage],
  ['a bucket for objects', allow({ Resource: 'arn:aws:s3:::photos' }), ['action-takes-other-resources'], actionsPage],
  ['objects for a bucket', allow({ Action: 's3:ListBucket', Resource: 'arn:aws:s3:::photos/*' }), ['action-takes-other-resources'], actionsPage],
  ['another service', allow({ Action: 'sqs:SendMessage', Resource: 'arn:aws:sns:eu-west-1:111122223333:t' }), ['action-takes-other-resources'], 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsqs.html'],
  ['an action without resources', allow({ Action: 's3:ListAllMyBuckets', Resource: 'arn:aws:s3:::photos' }), ['action-takes-other-resources'], actionsPage],
  ['an action without resources, on all of the service', allow({ Action: 's3:ListAllMyBuckets', Resource: 'arn:aws:s3:::*' }), [], 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/walkthrough1.html'],
  ['a pattern that may be the type', allow({ Action: 'dynamodb:Query', Resource: 'arn:aws:dynamodb:*:*:table/*/index/*' }), [], 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazondynamodb.html'],
  ['a policy variable', allow({ Action: 's3:GetObject', Resource: 'arn:aws:s3:::home/${aws:username}/*' }), [], guide('reference_policies_variables')],
  ['a stray resource', allow({ Action: ['s3:GetObject'], Resource: ['arn:aws:s3:::photos/*', 'arn:aws:sqs:eu-west-1:111122223333:q'] }), ['resource-of-no-action'], actionsPage],
  ['a Deny of an action that is none', document({ Effect: 'Deny', Action: 's3:ListObjects', Resource: '*' }), ['unknown-action', 'denies-nothing'], guide('reference_policies_evaluation-logic')],
  ['a Deny on the wrong resource', document({ Effect: 'Deny', Action: 's3:DeleteBucket', Resource: 'arn:aws:s3:::photos/*' }), ['action-takes-other-resources', 'denies-nothing'], actionsPage],
  ['a Deny that denies', document({ Effect: 'Deny', Action: ['s3:DeleteBucket', 's3:DeleteObject'], Resource: 'arn:aws:s3:::photos*' }), [], actionsPage],
  ['an API Gateway method', allow({ Action: 'apigateway:GET', Resource: 'arn:aws:apigateway:eu-west-1::/apis' }), [], 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-iam-policy-examples.html'],
  ['no ARN', allow({ Resource: 'photos/*' }), ['invalid-arn'], resourcesPage, 'identity'],
  ['half an ARN', allow({ Resource: 'arn:aws:s3' }), ['invalid-arn'], guide('reference-arns'), 'identity'],
  ['an ARN cut short by a star', allow({ Resource: 'arn:aws:s3:*' }), [], guide('reference-arns'), 'identity'],
  ['no account id', allow({ Action: 'sqs:SendMessage', Resource: 'arn:aws:sqs:eu-west-1:12345:q' }), ['invalid-arn'], guide('reference-arns'), 'identity'],
];

const operatorsPage = guide('reference_policies_elements_condition_operators');
const keysPage = guide('reference_policies_condition-keys');
const setsPage = guide('reference_policies_condition-single-vs-multi-valued-context-keys');
const conditions: readonly Row[] = [
  ['an address', when({ IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } }), [], operatorsPage],
  ['a tag of the principal', when({ StringEquals: { 'aws:PrincipalTag/team': 'photos' } }), [], keysPage],
  ['a tag of the object', when({ StringEquals: { 's3:ExistingObjectTag/stage': 'live' } }), [], actionsPage],
  ['an operator that is none', when({ StringMatches: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/x' } }), ['unknown-operator'], operatorsPage],
  ['Null with IfExists', when({ NullIfExists: { 'aws:PrincipalTag/team': 'true' } }), ['unknown-operator'], operatorsPage],
  ['a key that is none', when({ StringEquals: { 'aws:PrincipalOrg': 'o-a1b2c3d4e5' } }), ['unknown-condition-key'], keysPage],
  ['a key of a service that has it not', when({ StringEquals: { 's3:Color': 'red' } }), ['unknown-condition-key'], actionsPage],
  ['a key of another action', when({ StringLike: { 's3:prefix': 'home/*' } }, { Resource: 'arn:aws:s3:::photos/*' }), ['key-of-no-action'], actionsPage],
  ['a key of the action', when({ StringLike: { 's3:prefix': 'home/*' } }, { Action: 's3:ListBucket', Resource: 'arn:aws:s3:::photos' }), [], actionsPage],
  ['a global key of a service', when({ ArnEquals: { 'lambda:SourceFunctionArn': 'arn:aws:lambda:eu-west-1:111122223333:function:f' } }), [], keysPage],
  ['a number for a text', when({ NumericEquals: { 'aws:PrincipalOrgID': '1' } }), ['operator-type-mismatch'], operatorsPage],
  ['an address for a text', when({ IpAddress: { 'aws:SourceVpce': '203.0.113.0/24' } }), ['operator-type-mismatch'], operatorsPage],
  ['a text for an address', when({ StringEquals: { 'aws:SourceIp': '203.0.113.0/24' } }), ['operator-type-mismatch'], operatorsPage],
  ['a Bool as text', when({ StringEquals: { 'aws:SecureTransport': 'true' } }), [], operatorsPage],
  ['an ARN as text', when({ StringLike: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/ci-*' } }), [], operatorsPage],
  ['a star under StringEquals', when({ StringEquals: { 'aws:username': 'ci-*' } }), ['never-matches'], operatorsPage],
  ['a star under StringNotEquals', when({ StringNotEquals: { 'aws:username': 'ci-*' } }), ['always-matches'], operatorsPage],
  ['neither true nor false', when({ Bool: { 'aws:SecureTransport': 'yes' } }), ['never-matches'], operatorsPage],
  ['no CIDR block', when({ IpAddress: { 'aws:SourceIp': '203.0.113.0/33' } }), ['never-matches'], operatorsPage],
  ['every address', when({ IpAddress: { 'aws:SourceIp': ['0.0.0.0/0'] } }), ['always-matches'], operatorsPage],
  ['a private address', when({ IpAddress: { 'aws:SourceIp': '10.0.0.0/16' } }), ['never-matches'], `${keysPage}#condition-keys-sourceip`],
  ['a private address inside a VPC', when({ IpAddress: { 'aws:VpcSourceIp': '10.0.0.0/16' } }), [], `${keysPage}#condition-keys-vpcsourceip`],
  ['no date', when({ DateLessThan: { 'aws:CurrentTime': 'tomorrow' } }), ['never-matches'], operatorsPage],
  ['a date', when({ DateLessThan: { 'aws:CurrentTime': '2026-01-01T00:00:00Z' } }), [], operatorsPage],
  ['seconds since the epoch', when({ NumericLessThan: { 'aws:EpochTime': '1767225600' } }), [], operatorsPage],
  ['no number', when({ NumericLessThan: { 'aws:MultiFactorAuthAge': 'one hour' } }), ['never-matches'], operatorsPage],
  ['no account id', when({ StringEquals: { 'aws:SourceAccount': '1111-2222-3333' } }), ['never-matches'], `${keysPage}#condition-keys-sourceaccount`],
  ['no organization id', when({ StringEquals: { 'aws:PrincipalOrgID': '111122223333' } }), ['never-matches'], `${keysPage}#condition-keys-principalorgid`],
  ['an endpoint for a VPC', when({ StringEquals: { 'aws:SourceVpc': 'vpce-1a2b3c4d' } }), ['never-matches'], `${keysPage}#condition-keys-sourcevpc`],
  ['no ARN', when({ ArnLike: { 'aws:SourceArn': 'photos' } }), ['never-matches'], operatorsPage],
  ['any principal', when({ StringLike: { 'aws:PrincipalArn': '*' } }), ['always-matches'], `${keysPage}#condition-keys-principalarn`],
  ['any value of a tag: that it is there', when({ StringLike: { 'aws:PrincipalTag/team': '*' } }), [], keysPage],
  ['any value of a key that need not be there', when({ StringLikeIfExists: { 'aws:PrincipalTag/team': '*' } }), ['always-matches'], operatorsPage],
  ['nothing to compare with', when({ StringEquals: { 'aws:PrincipalTag/team': [] } }), ['never-matches'], operatorsPage],
  ['absent and compared', when({ Null: { 'aws:PrincipalTag/team': 'true' }, StringEquals: { 'aws:PrincipalTag/team': 'x' } }), ['never-matches'], operatorsPage],
  ['one dead value of two', when({ StringEquals: { 'aws:username': ['ci-*', 'ana'] } }), ['never-matches'], operatorsPage],
  ['ForAllValues without the key', when({ 'ForAllValues:StringEquals': { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } }), ['holds-without-key'], setsPage],
  ['ForAllValues with the key', when({ 'ForAllValues:StringLike': { 'aws:PrincipalOrgPaths': 'o-a1b2c3d4e5/r-ab12/*' }, Null: { 'aws:PrincipalOrgPaths': 'false' } }), [], setsPage],
  ['ForAllValues of the tags', when({ 'ForAllValues:StringEquals': { 'aws:TagKeys': ['team'] } }, { Action: 'ec2:CreateTags' }), [], setsPage],
  ['ForAllValues in a Deny', when({ 'ForAllValues:StringEquals': { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } }, { Effect: 'Deny' }), [], setsPage],
  ['several values without a quantifier', when({ StringEquals: { 'aws:TagKeys': 'team' } }, { Action: 'ec2:CreateTags' }), ['missing-quantifier'], setsPage],
  ['IfExists on what strangers lack', when({ StringEqualsIfExists: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } }), ['holds-without-key'], operatorsPage],
  ['MFA where it exists', when({ BoolIfExists: { 'aws:MultiFactorAuthPresent': 'true' } }), ['mfa-key-missing'], `${keysPage}#condition-keys-multifactorauthpresent`],
  ['MFA', when({ Bool: { 'aws:MultiFactorAuthPresent': 'true' } }), [], `${keysPage}#condition-keys-multifactorauthpresent`],
  ['a Deny that keys slip through', when({ Bool: { 'aws:MultiFactorAuthPresent': 'false' } }, { Effect: 'Deny' }), ['mfa-key-missing'], `${keysPage}#condition-keys-multifactorauthpresent`],
  ['a Deny without MFA', when({ BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } }, { Effect: 'Deny' }), [], `${keysPage}#condition-keys-multifactorauthpresent`],
];

const principalPage = guide('reference_policies_elements_principal');
const oidc = guide('id_roles_providers_create_oidc');
const github = { Federated: 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com' };
const web = { Action: 'sts:AssumeRoleWithWebIdentity' };
const places: readonly Row[] = [
  ['a trust policy', trust({ Service: 'lambda.amazonaws.com' }), [], principalPage, 'trust'],
  ['an account', trust({ AWS: ['111122223333', 'arn:aws:iam::111122223333:root'] }), [], principalPage, 'trust'],
  ['a session', trust({ AWS: 'arn:aws:sts::111122223333:assumed-role/ci/build' }), [], principalPage, 'trust'],
  ['a GitHub repository', trust(github, { ...web, Condition: { StringEquals: { 'token.actions.githubusercontent.com:sub': 'repo:acme/app:ref:refs/heads/main' } } }), [], oidc, 'trust'],
  ['any GitHub repository', trust(github, { ...web, Condition: { StringLike: { 'token.actions.githubusercontent.com:sub': '*' } } }), ['always-matches'], oidc, 'trust'],
  ['a pattern that is none', trust(github, { ...web, Condition: { StringEquals: { 'token.actions.githubusercontent.com:sub': 'repo:acme/*' } } }), ['never-matches'], oidc, 'trust'],
  ['a wildcard in a principal', trust({ AWS: 'arn:aws:iam::111122223333:role/ci-*' }), ['invalid-principal'], principalPage, 'trust'],
  ['a group', trust({ AWS: 'arn:aws:iam::111122223333:group/admins' }), ['invalid-principal'], principalPage, 'trust'],
  ['a principal that is gone', trust({ AWS: 'AIDACKCEVSQ6C2EXAMPLE' }), ['invalid-principal'], principalPage, 'trust'],
  ['no service', trust({ Service: 'lambda' }), ['invalid-principal'], principalPage, 'trust'],
  ['no provider', trust({ Federated: 'github' }, web), ['invalid-principal'], principalPage, 'trust'],
  ['a trust policy with a resource', trust({ Service: 'lambda.amazonaws.com' }, { Resource: '*' }), ['resource-not-taken'], guide('id_roles_create_for-custom'), 'trust'],
  ['a trust policy for nobody', document({ Effect: 'Allow', Action: 'sts:AssumeRole' }), ['principal-missing'], principalPage, 'trust'],
  ['an identity policy with a principal', allow({ Principal: '*' }), ['principal-not-taken'], principalPage, 'identity'],
  ['an identity policy without a resource', document({ Effect: 'Allow', Action: 's3:GetObject' }), ['resource-missing'], resourcesPage, 'identity'],
  ['a resource policy without a principal', allow({}), ['principal-missing'], principalPage, 'resource'],
  ['a boundary', allow({}), [], guide('access_policies_boundaries'), 'boundary'],
  ['a resource control policy that allows', allow({ Principal: '*' }), ['effect-not-taken'], 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_syntax.html', 'rcp'],
  ['a resource control policy for one', document({ Effect: 'Deny', Action: 's3:*', Resource: '*', Principal: { AWS: '111122223333' } }), ['principal-not-taken'], 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_syntax.html', 'rcp'],
  ['everyone but', document({ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::photos/*', NotPrincipal: { AWS: '111122223333' } }), ['allow-not-principal'], guide('reference_policies_elements_notprincipal'), 'resource'],
  ['two statements of one id', document({ Sid: 'A', Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }, { Sid: 'A', Effect: 'Allow', Action: 's3:PutObject', Resource: '*' }), ['duplicate-sid'], guide('reference_policies_elements_sid'), 'identity'],
  ['an id with spaces', allow({ Sid: 'read all' }), ['invalid-sid'], guide('reference_policies_elements_sid'), 'identity'],
  ['an id with spaces in a bucket policy', allow({ Sid: 'read all', Principal: '*' }), [], guide('reference_policies_elements_sid'), 'resource'],
  ['a variable without a version', { Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::home/${aws:username}/*' }] }, ['variable-without-version'], guide('reference_policies_variables'), 'identity'],
  ['a variable in the old version', { Version: '2008-10-17', Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::home/${aws:username}/*' }] }, ['variable-without-version'], guide('reference_policies_elements_version'), 'identity'],
  ['no version, no variable', { Statement: { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' } }, [], guide('reference_policies_elements_version'), 'identity'],
];

const grammar = guide('reference_policies_grammar');
const form: readonly Row[] = [
  ['an unknown version', { Version: '2012-10-18', Statement: [] as Json[] }, ['unknown-version', 'missing-element'], guide('reference_policies_elements_version')],
  ['no statement', { Version: '2012-10-17' }, ['missing-element'], grammar],
  ['an unknown element', allow({ Resources: '*' }), ['unknown-element'], grammar],
  ['an unknown element of the document', { Version: '2012-10-17', Name: 'x', Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }] }, ['unknown-element'], grammar],
  ['an unknown effect', allow({ Effect: 'Permit' }), ['unknown-effect'], guide('reference_policies_elements_effect')],
  ['no effect, no action', document({ Resource: '*' }), ['missing-element', 'missing-element'], grammar],
  ['Action and NotAction', allow({ NotAction: 's3:PutObject' }), ['conflicting-elements'], grammar],
  ['an action that is a map', allow({ Action: { a: 1 } }), ['wrong-type'], grammar],
  ['a condition that is a text', allow({ Condition: 'aws:SourceIp' }), ['wrong-type'], grammar],
  ['a condition without keys', allow({ Condition: { StringEquals: 'x' } }), ['wrong-type'], grammar],
  ['a principal that is a text', document({ Effect: 'Allow', Action: 's3:GetObject', Resource: '*', Principal: '111122223333' }), ['wrong-type'], principalPage],
  ['an unknown kind of principal', document({ Effect: 'Allow', Action: 's3:GetObject', Resource: '*', Principal: { User: 'ana' } }), ['unknown-element'], principalPage],
  ['a statement that is a text', { Version: '2012-10-17', Statement: ['Allow'] }, ['wrong-type'], grammar],
  ['a list', [], ['wrong-type'], grammar],
  ['a number', 7, ['wrong-type'], grammar],
];

describe.each([
  ['actions', actions],
  ['resources', resources],
  ['conditions', conditions],
  ['places', places],
  ['form', form],
])('lint: %s', (_, rows) => {
  it.each(rows.map(([what, json, rules, page, kind]) => ({ what, json, rules, page, kind })))('$what ($page)', ({ json, rules, kind }) => {
    expect(rulesOf(json, kind)).toEqual(rules);
  });
});

describe('globsMeet', () => {
  it.each([
    ['photos', '\u0001', true],
    ['photos/*', '\u0001', false],
    ['photos*', '\u0001', true],
    ['photos*', '\u0001/*', true],
    ['photos', '\u0001/*', false],
    ['*/x', '\u0001', false],
    ['table/a/index/*', 'table/\u0001', false],
    ['table/*', 'table/\u0001/index/*', true],
    ['a*c', 'ab*', true],
    ['a*c', 'b*', false],
    ['a?c', '*b?', true],
    ['', '*', true],
    ['', '', true],
    ['a', '', false],
  ])('%s and %j: %s', (a, b, meet) => {
    expect(globsMeet(a, b)).toBe(meet);
  });

  it('agrees with texts that both match', () => {
    const sign = fc.constantFrom('a', 'b', '/', '*', '?');
    const texts = ['', ...['a', 'b', '/'].flatMap((x) => [x, ...['a', 'b', '/'].flatMap((y) => [x + y, ...['a', 'b', '/'].flatMap((z) => [x + y + z, ...['a', 'b', '/'].map((w) => x + y + z + w)])])])];
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 4 }), fc.array(sign, { maxLength: 4 }), (a, b) => {
        const [one, other] = [a.join(''), b.join('')];
        const both = texts.some((text) => globMatches(one, text) && globMatches(other, text));
        // Texts of four signs are all that two such patterns need, unless both grow.
        if (both) expect(globsMeet(one, other)).toBe(true);
        else if (!(one.includes('*') && other.includes('*'))) expect(globsMeet(one, other)).toBe(false);
      }),
      { numRuns: 500 },
    );
  });
});

describe('lint', () => {
  it('has a case for every rule', () => {
    const seen = new Set([...actions, ...resources, ...conditions, ...places, ...form].flatMap(([, , rules]) => rules));
    expect(Object.keys(lintRules).filter((rule) => !seen.has(rule as LintRule)).sort()).toEqual(['not-json', 'size-limit', 'too-large']);
  });

  it('names actions for operations, of which none is an action', () => {
    for (const [operation, action] of Object.entries(operationNames)) {
      expect(actionNamed(operation), operation).toBeUndefined();
      expect(actionNamed(action), action).toBeDefined();
    }
  });

  it('lints the normal form alone, whatever its version', () => {
    const policy = parsePolicy(fromJson({ Statement: [{ Effect: 'Allow', Action: 's3:ListObjects', Resource: 'arn:aws:s3:::home/${aws:username}/*' }] }, at));
    expect(lintPolicy(policy, { kind: 'identity' }).findings.map(({ rule }) => rule)).toEqual(['unknown-action']);
  });

  it('names the path, the value and what was meant', () => {
    const [finding] = lintDocument(fromJson(document({ Effect: 'Allow', Action: ['s3:PutObject', 's3:GetObjet'], Resource: '*' }), at)).findings;
    expect(finding).toEqual({ rule: 'unknown-action', message: 'no action `s3:GetObjet` is documented; did you mean `s3:GetObject`?', path: 'Statement[0].Action[1]', value: 's3:GetObjet', at });
  });

  it.each([
    ['{"Version": "2012-10-17",, }', 'at line 1, column 26 of it'],
    ['hello', 'at line 1, column 1 of it'],
    [`{"a":${'['.repeat(300)}`, 'nested deeper than 200 levels'],
  ])('tells where `%s` is no JSON', (text, where) => {
    const { findings } = lintDocument(scalar(text, at));
    expect(findings.map(({ rule }) => rule)).toEqual(['not-json']);
    expect(findings[0]?.message).toContain(where);
  });

  it('does not read a document of a megabyte', () => {
    const started = performance.now();
    expect(lintDocument(scalar(JSON.stringify(allow({ Action: Array.from({ length: 60_000 }, () => 's3:GetObject') })), at)).findings.map(({ rule }) => rule)).toEqual(['too-large']);
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  it.each([
    ['managed', 6_144],
    ['user', 2_048],
    ['group', 5_120],
    ['role', 10_240],
  ] as const)('knows the quota of %s: %i characters without white space', (holder, quota) => {
    const sized = (size: number): Json => {
      const bare = JSON.stringify(allow({ Resource: 'arn:aws:s3:::photos/' })).length;
      return allow({ Resource: `arn:aws:s3:::photos/${'a'.repeat(size - bare)}` });
    };
    const rules = (size: number): readonly LintRule[] => lintDocument(scalar(JSON.stringify(sized(size), null, 2), at), { kind: 'identity', holder }).findings.map(({ rule }) => rule);
    expect(rules(quota)).toEqual([]);
    expect(rules(quota + 1)).toEqual(['size-limit']);
  });

  it('says nothing of what is not known', () => {
    const hole = (...parts: readonly (string | null)[]): Tree => unknown({ kind: 'unresolved', detail: '`var.x` has no value' }, at, parts.length === 0 ? {} : { parts });
    const statement = (entries: Readonly<Record<string, Tree>>): Tree => mapping([['Version', scalar('2012-10-17', at)], ['Statement', list([mapping(Object.entries(entries), at)], at)]], at);
    const some = { Effect: scalar('Deny', at), Action: scalar('s3:ListBucket', at), Resource: scalar('*', at) };
    for (const entries of [
      { ...some, Action: hole() },
      { ...some, Action: hole('s3:', null) },
      { ...some, Action: list([scalar('s3:GetObject', at), hole('sqs:', null)], at), Resource: scalar('arn:aws:sqs:eu-west-1:111122223333:q', at) },
      { ...some, Resource: hole() },
      { ...some, Resource: hole('arn:aws:s3:::photos/', null) },
      { ...some, Resource: list([scalar('arn:aws:s3:::photos/*', at), hole()], at) },
      { ...some, Effect: hole() },
      { ...some, Condition: hole() },
      { ...some, Condition: mapping([['IpAddress', mapping([['aws:SourceIp', hole('10.0.0.0/', null)]], at)]], at) },
      { ...some, Condition: mapping([['StringEquals', mapping([['aws:username', list([hole(null, '*')], at)]], at)]], at) },
      { ...some, Principal: hole() },
    ]) {
      const rules = lintDocument(statement(entries), {}).findings.map(({ rule }) => rule);
      // `s3:GetObject` beside an unknown action is still no action on a queue.
      expect(rules, JSON.stringify(Object.keys(entries))).toEqual(entries.Action.kind === 'list' ? ['action-takes-other-resources'] : []);
    }
    expect(lintDocument(hole(), { kind: 'identity' })).toEqual({ findings: [], open: [{ reason: { kind: 'unresolved', detail: '`var.x` has no value' } }], conditioned: true, denies: true });
  });

  it.each([
    ['10,000 statements', document(...Array.from({ length: 10_000 }, (_, i) => ({ Sid: `S${i}`, Effect: 'Allow', Action: `s3:Get${i}*`, Resource: `arn:aws:s3:::b${i}/*` })))],
    ['thousands of actions and resources', allow({ Action: Array.from({ length: 3_000 }, (_, i) => `ec2:*${'abcdefgh'[i % 8] ?? ''}*${i % 7}`), Resource: Array.from({ length: 3_000 }, (_, i) => `arn:aws:ec2:*:*:x${i}*/*a*`) })],
    ['wildcards without end', allow({ Action: 'ec2:*', Resource: `arn:aws:ec2:*:*:${'*a'.repeat(3_000)}` })],
    ['unknown names', allow({ Action: Array.from({ length: 5_000 }, (_, i) => `ec2:Describe${i}`) })],
    ['conditions', when({ StringEquals: Object.fromEntries(Array.from({ length: 5_000 }, (_, i) => [`s3:x${i}`, 'a'])) }, { Action: 's3:*' })],
  ])('ends soon on %s', (_, json) => {
    const tree = fromJson(json, at);
    const started = performance.now();
    lintDocument(tree, { kind: 'identity' });
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});
