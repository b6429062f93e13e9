/** Pools of users and of identities, and the programs that sign users in. */
import { arnOf, asks, json, list, pairs, reply, same, text, type Collector, type ListRow } from '../collector.js';

const MORE = { out: 'NextToken', in: 'NextToken' } as const;
/** As many as a page may have. */
const MOST = { MaxResults: 60 } as const;

const pools: ListRow = { ...asks('cognito-idp', 'ListUserPools'), input: MOST, next: MORE, items: (page) => list(page['UserPools']) };

const POOL = ['Policies', 'DeletionProtection', 'MfaConfiguration', 'AdminCreateUserConfig', 'UserPoolAddOns', 'LambdaConfig', 'EmailConfiguration', 'SmsConfiguration', 'UsernameConfiguration', 'AccountRecoverySetting', 'DeviceConfiguration', 'UserAttributeUpdateSettings', 'UserPoolTags', 'UserPoolTier', 'AliasAttributes', 'UsernameAttributes', 'AutoVerifiedAttributes'];
const CLIENT = ['PreventUserExistenceErrors', 'EnableTokenRevocation', 'AllowedOAuthFlows', 'AllowedOAuthScopes', 'AllowedOAuthFlowsUserPoolClient', 'CallbackURLs', 'LogoutURLs', 'DefaultRedirectURI', 'ExplicitAuthFlows', 'SupportedIdentityProviders', 'AccessTokenValidity', 'IdTokenValidity', 'RefreshTokenValidity', 'TokenValidityUnits', 'AuthSessionValidity', 'ReadAttributes', 'WriteAttributes', 'RefreshTokenRotation', 'EnablePropagateAdditionalUserContextData'];
const RISK = ['CompromisedCredentialsRiskConfiguration', 'AccountTakeoverRiskConfiguration', 'RiskExceptionConfiguration'];
const IDENTITIES = ['AllowUnauthenticatedIdentities', 'AllowClassicFlow', 'SupportedLoginProviders', 'DeveloperProviderName', 'CognitoIdentityProviders'];

export const signIn: readonly Collector[] = [
  {
    service: 'cognito-idp',
    type: 'AWS::Cognito::UserPool',
    list: pools,
    arn: (item, place) => arnOf(place, 'cognito-idp', `userpool/${text(item['Id']) ?? ''}`),
    name: (item) => text(item['Name']) ?? '',
    properties: (item) => ({ UserPoolName: json(item['Name']) }),
    reads: [{ ...asks('cognito-idp', 'DescribeUserPool'), input: (item) => ({ UserPoolId: item['Id'] }), fills: POOL, value: (page) => same(reply(page['UserPool']), ...POOL) }],
    makes: [
      {
        ...asks('cognito-idp', 'DescribeRiskConfiguration'),
        type: 'AWS::Cognito::UserPoolRiskConfigurationAttachment',
        input: (item) => ({ UserPoolId: item['Id'] }),
        suffix: '/risk',
        known: (item) => ({ UserPoolId: json(item['Id']) }),
        fills: RISK,
        // Of a pool that has none, the reply names the pool alone.
        value: (page) => {
          const risk = reply(page['RiskConfiguration']);
          return RISK.some((name) => risk[name] !== undefined) ? [{ properties: same(risk, ...RISK) }] : [];
        },
      },
    ],
  },
  {
    service: 'cognito-idp',
    type: 'AWS::Cognito::UserPoolClient',
    list: { ...asks('cognito-idp', 'ListUserPoolClients'), next: MORE, over: { list: pools, input: ([pool = {}]) => ({ UserPoolId: pool['Id'], ...MOST }) }, items: (page) => list(page['UserPoolClients']) },
    arn: (item, place) => arnOf(place, 'cognito-idp', `userpool/${text(item['UserPoolId']) ?? ''}/client/${text(item['ClientId']) ?? ''}`),
    name: (item) => text(item['ClientName']) ?? '',
    properties: (item) => same(item, 'ClientName', 'UserPoolId'),
    reads: [{ ...asks('cognito-idp', 'DescribeUserPoolClient'), input: (item) => ({ UserPoolId: item['UserPoolId'], ClientId: item['ClientId'] }), fills: CLIENT, value: (page) => same(reply(page['UserPoolClient']), ...CLIENT) }],
  },
  {
    service: 'cognito-identity',
    type: 'AWS::Cognito::IdentityPool',
    list: { ...asks('cognito-identity', 'ListIdentityPools'), input: MOST, next: MORE, items: (page) => list(page['IdentityPools']) },
    arn: (item, place) => arnOf(place, 'cognito-identity', `identitypool/${text(item['IdentityPoolId']) ?? ''}`),
    name: (item) => text(item['IdentityPoolName']) ?? '',
    properties: (item) => same(item, 'IdentityPoolName'),
    reads: [
      {
        ...asks('cognito-identity', 'DescribeIdentityPool'),
        input: (item) => ({ IdentityPoolId: item['IdentityPoolId'] }),
        fills: [...IDENTITIES, 'SamlProviderARNs', 'OpenIdConnectProviderARNs', 'IdentityPoolTags'],
        value: (page) => ({ ...same(page, ...IDENTITIES), SamlProviderARNs: json(page['SamlProviderARNs']), OpenIdConnectProviderARNs: json(page['OpenIdConnectProviderARNs']), IdentityPoolTags: pairs(page['IdentityPoolTags'] ?? {}) }),
      },
    ],
  },
];
