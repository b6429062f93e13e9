/** Who gets in because a Deny spares them: a policy that opens to everybody and closes to all but somebody outside names that somebody. */
import { describe, expect, it } from 'vitest';
import { evaluate, exists, type Existence } from '../../src/iam/index.js';
import type { Json } from '../../src/model/index.js';
import { FRIEND, OWN } from './generate.js';
import { document, set } from './support.js';

const policy = (deny: Json): Json => document({ Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: '*' }, { Effect: 'Deny', Action: 's3:*', Resource: '*', ...(deny as Record<string, Json>) });
const search = (json: Json): Existence => exists({ resource: set(json), targets: [{ resource: 'arn:aws:s3:::b/?*', actions: ['s3:GetObject'] }], zone: { account: OWN, organization: 'o-own1234567' } });
const root = (account: string): string => `arn:aws:iam::${account}:root`;
const unless = (operator: string, key: string, value: string): Json => ({ Principal: '*', Condition: { [operator]: { [key]: value } } });

describe('a Deny to all but some', () => {
  it.each<readonly [string, Json, string]>([
    ['the root user of an account', { NotPrincipal: { AWS: root(FRIEND) } }, `the root user of account ${FRIEND}`],
    ['a role, listed with its account', { NotPrincipal: { AWS: [`arn:aws:iam::${FRIEND}:role/x`, root(FRIEND)] } }, `arn:aws:iam::${FRIEND}:role/x`],
    ['an account by condition', unless('StringNotEquals', 'aws:PrincipalAccount', FRIEND), `anyone in account ${FRIEND}`],
    ['roles by condition', unless('ArnNotLike', 'aws:PrincipalArn', `arn:aws:iam::${FRIEND}:role/*`), `anyone in account ${FRIEND}`],
    ['users by condition', unless('ArnNotLike', 'aws:PrincipalArn', `arn:aws:iam::${FRIEND}:user/*`), `any user in account ${FRIEND}`],
    ['one role by condition', unless('StringNotEqualsIfExists', 'aws:PrincipalArn', `arn:aws:iam::${FRIEND}:role/x`), `arn:aws:iam::${FRIEND}:role/x`],
    ['the root user by condition', unless('ArnNotEquals', 'aws:PrincipalArn', root(FRIEND)), `the root user of account ${FRIEND}`],
    ['another organization', unless('StringNotEquals', 'aws:PrincipalOrgID', 'o-friend1234'), 'anyone in organization o-friend1234'],
  ])('spares %s', (_, deny, who) => {
    const found = search(policy(deny));
    expect(found).toMatchObject({ reach: 'named', who });
    const identity = set(document({ Effect: 'Allow', Action: '*', Resource: '*' }));
    expect(found.witness && evaluate(found.witness, { resource: set(policy(deny)), identity }).answer).toBe('allow');
  });

  it('says that it did not ask for all where a policy names hundreds', () => {
    const accounts = Array.from({ length: 250 }, (_, i) => String(200_000_000_000 + i));
    const deny = (denied: readonly string[]): Json => document({ Effect: 'Allow', Principal: { AWS: accounts }, Action: 's3:GetObject', Resource: '*' }, { Effect: 'Deny', Principal: { AWS: [...denied] }, Action: '*', Resource: '*' });
    expect(search(deny(accounts.slice(1)))).toMatchObject({ reach: 'named' });
    expect(search(deny(accounts.slice(0, -1)))).toMatchObject({ reach: 'none', open: [{ kind: 'budget' }] });
  });

  it.each<readonly [string, Json]>([
    ['our own account', unless('StringNotEquals', 'aws:PrincipalAccount', OWN)],
    ['our own organization', unless('StringNotEquals', 'aws:PrincipalOrgID', 'o-own1234567')],
    ['our own root user', { NotPrincipal: { AWS: root(OWN) } }],
    ['a role whose account is not listed', { NotPrincipal: { AWS: `arn:aws:iam::${FRIEND}:role/x` } }],
    ['nobody', { Principal: '*' }],
  ])('lets nobody in who spares %s', (_, deny) => {
    expect(search(policy(deny))).toEqual({ reach: 'none', open: undefined });
  });
});
