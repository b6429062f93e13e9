/** Whose tokens a trust statement takes. Each line: condition, and whether strangers get in. */
import { describe, expect, it } from 'vitest';
import { parsePolicy, trustsStrangersTokens } from '../../src/iam/index.js';
import { fromJson, type Json, type Truth } from '../../src/model/index.js';

const at = { kind: 'default', reference: 'https://example.com' } as const;
const asked = (host: string, condition: Json | undefined, more: Record<string, Json> = {}): Truth => {
  const Statement = [{ Effect: 'Allow', Principal: { Federated: host.includes('amazonaws') ? host : `arn:aws:iam::111122223333:oidc-provider/${host}` }, Action: 'sts:AssumeRoleWithWebIdentity', ...(condition === undefined ? {} : { Condition: condition }), ...more }];
  const [statement] = parsePolicy(fromJson({ Version: '2012-10-17', Statement }, at)).statements;
  if (statement === undefined) throw new Error('no statement');
  return trustsStrangersTokens(statement);
};
const GITHUB = 'token.actions.githubusercontent.com';
const like = (key: string, value: Json): Json => ({ StringLike: { [key]: value } });
const equals = (key: string, value: Json): Json => ({ StringEquals: { [key]: value } });

describe('a role that takes web tokens', () => {
  it.each<[string, string, Json | undefined, Truth]>([
    ['no condition', GITHUB, undefined, true],
    ['the audience, which is the same for all', GITHUB, equals(`${GITHUB}:aud`, 'sts.amazonaws.com'), true],
    ['one repository', GITHUB, equals(`${GITHUB}:sub`, 'repo:octo/shop:ref:refs/heads/main'), false],
    ['one owner', GITHUB, like(`${GITHUB}:sub`, 'repo:octo/*'), false],
    ['the owner as a prefix', GITHUB, like(`${GITHUB}:sub`, 'repo:octo*'), true],
    ['every repository', GITHUB, like(`${GITHUB}:sub`, '*'), true],
    ['one good and one open value', GITHUB, like(`${GITHUB}:sub`, ['repo:octo/shop:*', 'repo:*']), true],
    ['a claim that anyone chooses', GITHUB, equals(`${GITHUB}:sub`, 'environment:production'), true],
    ['the owner by its own claim', GITHUB, equals(`${GITHUB}:repository_owner`, 'octo'), false],
    ['a negated value', GITHUB, { StringNotEquals: { [`${GITHUB}:sub`]: 'repo:octo/shop:*' } }, true],
    ['a quantifier that holds without the claim', GITHUB, { 'ForAllValues:StringLike': { [`${GITHUB}:sub`]: 'repo:octo/shop:*' } }, true],
    ['a star where it is no wildcard: nobody gets in', GITHUB, equals(`${GITHUB}:sub`, 'repo:*'), false],
    ['a group of GitLab', 'gitlab.com', like('gitlab.com:sub', 'project_path:octo/shop:*'), false],
    ['any group of GitLab', 'gitlab.com', like('gitlab.com:sub', 'project_path:*'), true],
    ['an organization of Terraform Cloud', 'app.terraform.io', like('app.terraform.io:sub', 'organization:octo:project:*'), false],
    ['any organization of Terraform Cloud', 'app.terraform.io', like('app.terraform.io:sub', 'organization:*:project:x:*'), true],
    ['a pool of Cognito', 'cognito-identity.amazonaws.com', equals('cognito-identity.amazonaws.com:aud', 'eu-west-1:1'), false],
    ['any pool of Cognito', 'cognito-identity.amazonaws.com', undefined, true],
    ['a cluster of one\'s own', 'oidc.eks.eu-west-1.amazonaws.com/id/1', undefined, false],
  ])('%s', (_, host, condition, strangers) => {
    expect(asked(host, condition)).toBe(strangers);
  });

  it('asks only what allows, and only actions that take them', () => {
    expect(asked(GITHUB, undefined, { Effect: 'Deny' })).toBe(false);
    expect(asked(GITHUB, undefined, { Action: 'sts:TagSession' })).toBe(false);
    expect(asked(GITHUB, undefined, { Action: 'sts:*' })).toBe(true);
  });
});
