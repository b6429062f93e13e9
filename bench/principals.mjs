// An account of principals: users in groups, roles that trust one another in part, policies that are shared or their own, a few of
// them with a way up. As a CloudFormation template in JSON, so that reading it is the small part.
import { writeFileSync } from 'node:fs';

/** Writes a template of that many users and roles. */
export function writePrincipals(path, count) {
  const Resources = {};
  const account = { Ref: 'AWS::AccountId' };
  const policies = Math.max(10, Math.floor(count / 20));
  const services = ['ec2', 'lambda', 'ecs-tasks', 'codebuild', 'glue'];
  for (let i = 0; i < policies; i++) {
    Resources[`Shared${i}`] = {
      Type: 'AWS::IAM::ManagedPolicy',
      Properties: { ManagedPolicyName: `shared-${i}`, PolicyDocument: { Version: '2012-10-17', Statement: [
        { Effect: 'Allow', Action: [['s3:Get*', 's3:List*'], ['dynamodb:*'], ['ec2:Describe*', 'ec2:RunInstances'], ['lambda:*'], ['logs:*', 'sqs:SendMessage']][i % 5], Resource: '*' },
        { Effect: 'Deny', Action: 's3:Delete*', Resource: '*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
      ] } },
    };
  }
  for (let i = 0; i < 20; i++) Resources[`Group${i}`] = { Type: 'AWS::IAM::Group', Properties: { GroupName: `group-${i}`, ManagedPolicyArns: [{ Ref: `Shared${i % policies}` }] } };
  for (let i = 0; i < count; i++) {
    const own = (Statement) => [{ PolicyName: 'own', PolicyDocument: { Version: '2012-10-17', Statement } }];
    const rights = [
      { Effect: 'Allow', Action: 's3:PutObject', Resource: `arn:aws:s3:::data-${i}/*` },
      // Each may take the role of the one after the next but six; every thousandth chain ends at an administrator.
      { Effect: 'Allow', Action: 'sts:AssumeRole', Resource: { 'Fn::Sub': `arn:aws:iam::\${AWS::AccountId}:role/role-${(i + 7) % count}` } },
      ...(i % 50 === 0 ? [{ Effect: 'Allow', Action: 'iam:PassRole', Resource: { 'Fn::Sub': 'arn:aws:iam::${AWS::AccountId}:role/role-*' }, Condition: { StringEquals: { 'iam:PassedToService': 'lambda.amazonaws.com' } } }] : []),
    ];
    if (i % 2 === 0) Resources[`User${i}`] = { Type: 'AWS::IAM::User', Properties: { UserName: `user-${i}`, Groups: [{ Ref: `Group${i % 20}` }], Policies: own(rights) } };
    else
      Resources[`Role${i}`] = {
        Type: 'AWS::IAM::Role',
        Properties: {
          RoleName: `role-${i}`,
          AssumeRolePolicyDocument: { Version: '2012-10-17', Statement: [
            { Effect: 'Allow', Principal: { Service: `${services[i % 5]}.amazonaws.com` }, Action: 'sts:AssumeRole' },
            ...(i % 3 === 0 ? [{ Effect: 'Allow', Principal: { AWS: account }, Action: 'sts:AssumeRole' }] : []),
          ] },
          ManagedPolicyArns: [i % 1000 === 501 ? 'arn:aws:iam::aws:policy/AdministratorAccess' : { Ref: `Shared${i % policies}` }],
          Policies: own(rights),
        },
      };
  }
  writeFileSync(path, JSON.stringify({ Resources }));
}
