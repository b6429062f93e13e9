import { all, any, decide, not, startsWith, type Field } from '../../../model/index.js';
import { within } from '../dates.js';
import { account, defineCheck } from '../../define.js';

const DAYS = 90;

export default defineCheck({
  id: 'aws-iam-role-used',
  title: 'Role is in use',
  row: 'identity',
  severity: 'low',
  on: 'AWS::IAM::Role',
  why: 'A role that nobody takes on any more keeps its rights for whoever finds out how.',
  cwe: ['CWE-1164'],
  judgement: {
    detection: 'easy: IAM shows when it was last used',
    effort: 'minutes: delete it',
    reach: 'whatever the role may do',
    trap: 'it may still be needed some day',
  },
  // Roles of services are the services' own.
  applies: ({ Path: path }, { resource }) => all(decide(resource.dialect === 'api'), not(startsWith(path, '/aws-service-role/'))),
  evaluate: (_, { facts, now }) => any(within(facts.LastUsedDate as Field<string>, DAYS, now, false), within(facts.CreateDate as Field<string>, DAYS, now, false)),
  fix: { aws: `aws iam delete-role --role-name NAME` },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_last-accessed.html'],
  equivalents: {},
  examples: {
    good: [
      account`{"iam": {"GetAccountAuthorizationDetailsCommand {}": {"UserDetailList": [], "GroupDetailList": [], "Policies": [], "RoleDetailList": [{"RoleName": "app", "Path": "/", "Arn": "arn:aws:iam::111122223333:role/app", "RolePolicyList": [], "AttachedManagedPolicies": [], "AssumeRolePolicyDocument": "%7B%7D", "CreateDate": {"$date": "2024-01-01T00:00:00Z"}, "RoleLastUsed": {"LastUsedDate": {"$date": "2025-12-20T00:00:00Z"}}}]}}}`,
    ],
    bad: [
      account`{"iam": {"GetAccountAuthorizationDetailsCommand {}": {"UserDetailList": [], "GroupDetailList": [], "Policies": [], "RoleDetailList": [{"RoleName": "app", "Path": "/", "Arn": "arn:aws:iam::111122223333:role/app", "RolePolicyList": [], "AttachedManagedPolicies": [], "AssumeRolePolicyDocument": "%7B%7D", "CreateDate": {"$date": "2024-01-01T00:00:00Z"}, "RoleLastUsed": {"LastUsedDate": {"$date": "2024-12-20T00:00:00Z"}}}]}}}`,
    ],
    unknown: [
      account`{"iam": {"GetAccountAuthorizationDetailsCommand {}": {"error": ["AccessDenied"]}, "ListRolesCommand {}": {"Roles": [{"RoleName": "app", "Path": "/", "Arn": "arn:aws:iam::111122223333:role/app", "AssumeRolePolicyDocument": "%7B%7D"}]}}}`,
    ],
  },
});
