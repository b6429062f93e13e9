/**
 * What AWS documents as it should be written has no finding: the conditions of its examples
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_examples.html and the pages of the services) and the resources of its
 * actions (https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html).
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conditionHolds } from '../../src/iam/conditions.js';
import { lintDocument, parsePolicy, type PolicyKind } from '../../src/iam/index.js';
import { fromJson, type Json } from '../../src/model/index.js';
import { managedPolicy, managedPolicyArns } from '../../src/schema/iam/managed.js';
import { at, context, document } from './support.js';

const conditions: readonly (readonly [action: string | readonly string[], condition: Json, kind: PolicyKind])[] = [
  ['sts:AssumeRole', { StringEquals: { 'sts:ExternalId': 'x' } }, 'trust'],
  ['sts:AssumeRoleWithWebIdentity', { StringEquals: { 'cognito-identity.amazonaws.com:aud': 'eu-west-1:1' }, 'ForAnyValue:StringLike': { 'cognito-identity.amazonaws.com:amr': 'authenticated' } }, 'trust'],
  ['sts:AssumeRoleWithSAML', { StringEquals: { 'SAML:aud': 'https://signin.aws.amazon.com/saml' } }, 'trust'],
  ['sts:AssumeRoleWithWebIdentity', { StringEquals: { 'oidc.eks.eu-west-1.amazonaws.com/id/ABC:sub': 'system:serviceaccount:a:b', 'oidc.eks.eu-west-1.amazonaws.com/id/ABC:aud': 'sts.amazonaws.com' } }, 'trust'],
  ['sts:AssumeRoleWithWebIdentity', { StringLike: { 'token.actions.githubusercontent.com:sub': 'repo:a/b:*' }, StringEquals: { 'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com' } }, 'trust'],
  ['sts:AssumeRoleWithWebIdentity', { StringEquals: { 'gitlab.com:sub': 'project_path:g/p:ref_type:branch:ref:main', 'app.terraform.io:aud': 'aws.workload.identity' } }, 'trust'],
  [['sts:AssumeRole', 'sts:TagSession'], { StringEquals: { 'aws:RequestTag/team': 'x' }, Bool: { 'aws:MultiFactorAuthPresent': 'true' } }, 'trust'],
  ['sts:AssumeRole', { ArnLike: { 'aws:SourceArn': 'arn:aws:ecs:eu-west-1:111122223333:*' }, StringEquals: { 'aws:SourceAccount': '111122223333' } }, 'trust'],
  ['s3:PutObject', { StringEquals: { 's3:x-amz-acl': 'bucket-owner-full-control' } }, 'identity'],
  ['s3:PutObject', { StringNotEquals: { 's3:x-amz-server-side-encryption': 'aws:kms' } }, 'identity'],
  ['s3:PutObject', { Null: { 's3:x-amz-server-side-encryption': 'true' } }, 'identity'],
  ['s3:ListBucket', { StringLike: { 's3:prefix': ['', 'home/*'] }, StringEquals: { 's3:delimiter': '/' }, NumericLessThanEquals: { 's3:max-keys': '10' } }, 'identity'],
  ['s3:GetObjectVersion', { StringEquals: { 's3:VersionId': 'x' } }, 'identity'],
  ['s3:*', { NumericLessThan: { 's3:TlsVersion': '1.2' } }, 'identity'],
  ['s3:*', { Bool: { 'aws:SecureTransport': 'false' } }, 'identity'],
  ['kms:Decrypt', { StringEquals: { 'kms:ViaService': 's3.eu-west-1.amazonaws.com', 'kms:CallerAccount': '111122223333', 'kms:EncryptionContext:aws:s3:arn': 'arn:aws:s3:::b' } }, 'identity'],
  [['kms:CreateGrant', 'kms:ListGrants', 'kms:RevokeGrant'], { Bool: { 'kms:GrantIsForAWSResource': 'true' } }, 'identity'],
  ['iam:PassRole', { StringEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' } }, 'identity'],
  ['iam:CreateServiceLinkedRole', { StringLike: { 'iam:AWSServiceName': 'ecs.amazonaws.com' } }, 'identity'],
  ['iam:CreateRole', { StringEquals: { 'iam:PermissionsBoundary': 'arn:aws:iam::111122223333:policy/b' } }, 'identity'],
  ['iam:AttachRolePolicy', { ArnEquals: { 'iam:PolicyARN': ['arn:aws:iam::111122223333:policy/b'] } }, 'identity'],
  ['ec2:RunInstances', { StringEquals: { 'ec2:InstanceType': 't3.micro', 'ec2:Region': 'eu-west-1', 'ec2:MetadataHttpTokens': 'required' }, NumericEquals: { 'ec2:MetadataHttpPutResponseHopLimit': '1' }, Bool: { 'ec2:Encrypted': 'true' } }, 'identity'],
  ['ec2:StartInstances', { StringEquals: { 'ec2:ResourceTag/Owner': '${aws:username}', 'aws:ResourceTag/a': 'b' } }, 'identity'],
  ['ec2:CreateTags', { StringEquals: { 'ec2:CreateAction': 'RunInstances' } }, 'identity'],
  ['sns:Subscribe', { StringEquals: { 'sns:Protocol': 'https' }, StringLike: { 'sns:Endpoint': '*@example.com' } }, 'identity'],
  ['sqs:SendMessage', { ArnEquals: { 'aws:SourceArn': 'arn:aws:sns:eu-west-1:111122223333:t' } }, 'identity'],
  ['secretsmanager:GetSecretValue', { StringEquals: { 'secretsmanager:VersionStage': 'AWSCURRENT' }, 'ForAnyValue:StringEquals': { 'secretsmanager:VersionStage': 'AWSCURRENT' } }, 'identity'],
  ['ssm:GetParameter', { StringEquals: { 'ssm:resourceTag/x': 'y' } }, 'identity'],
  ['ssm:StartSession', { BoolIfExists: { 'ssm:SessionDocumentAccessCheck': 'true' } }, 'identity'],
  ['elasticfilesystem:ClientMount', { Bool: { 'elasticfilesystem:AccessedViaMountTarget': 'true' } }, 'identity'],
  ['dynamodb:GetItem', { 'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': ['${www.amazon.com:user_id}'], 'dynamodb:Attributes': ['a'] }, StringEqualsIfExists: { 'dynamodb:Select': 'SPECIFIC_ATTRIBUTES' } }, 'identity'],
  ['lambda:InvokeFunctionUrl', { StringEquals: { 'lambda:FunctionUrlAuthType': 'AWS_IAM' } }, 'identity'],
  ['lambda:CreateEventSourceMapping', { ArnLike: { 'lambda:FunctionArn': 'arn:aws:lambda:eu-west-1:111122223333:function:f' } }, 'identity'],
  ['ecs:RunTask', { ArnEquals: { 'ecs:cluster': 'arn:aws:ecs:eu-west-1:111122223333:cluster/c' } }, 'identity'],
  ['ecs:ExecuteCommand', { StringEquals: { 'ecs:container-name': 'app' } }, 'identity'],
  ['route53:ChangeResourceRecordSets', { 'ForAllValues:StringEquals': { 'route53:ChangeResourceRecordSetsRecordTypes': ['TXT'], 'route53:ChangeResourceRecordSetsNormalizedRecordNames': ['_acme.x.y'] } }, 'identity'],
  ['cloudformation:CreateStack', { StringLike: { 'cloudformation:TemplateUrl': ['https://s3.amazonaws.com/x/*'], 'cloudformation:RoleArn': 'arn:aws:iam::1:role/x' } }, 'identity'],
  ['rds:CreateDBInstance', { StringEquals: { 'rds:DatabaseEngine': 'postgres' }, Bool: { 'rds:StorageEncrypted': 'true' } }, 'identity'],
  ['*', { StringNotEquals: { 'aws:RequestedRegion': ['eu-west-1'] } }, 'scp'],
  ['*', { StringNotEqualsIfExists: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' }, BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' } }, 'scp'],
  ['*', { ArnNotLike: { 'aws:PrincipalARN': 'arn:aws:iam::*:role/admin' } }, 'scp'],
  ['*', { StringLike: { 'aws:PrincipalArn': ['arn:aws:iam::*:root'] } }, 'scp'],
  ['events:PutEvents', { StringEquals: { 'events:source': 'x' } }, 'identity'],
  ['events:PutRule', { StringEquals: { 'events:detail-type': 'x' }, 'ForAnyValue:StringEquals': { 'events:source': 'a' } }, 'identity'],
  ['execute-api:Invoke', { NotIpAddress: { 'aws:SourceIp': ['203.0.113.0/24'] }, StringNotEquals: { 'aws:SourceVpc': 'vpc-1a2b3c4d' } }, 'identity'],
  ['es:ESHttpGet', { IpAddress: { 'aws:SourceIp': ['203.0.113.0/24'] } }, 'identity'],
  ['logs:PutSubscriptionFilter', { ArnLike: { 'aws:SourceArn': 'arn:aws:logs:*:*:*' } }, 'identity'],
  ['cloudwatch:PutMetricData', { StringEquals: { 'cloudwatch:namespace': 'X' } }, 'identity'],
  ['sts:GetServiceBearerToken', { StringEquals: { 'sts:AWSServiceName': 'codeartifact.amazonaws.com' } }, 'identity'],
  ['autoscaling:CreateAutoScalingGroup', { StringEquals: { 'autoscaling:LaunchTemplateVersionSpecified': 'true' }, Bool: { 'autoscaling:LaunchTemplateVersionSpecified': 'true' } }, 'identity'],
  ['organizations:*', { StringEquals: { 'organizations:ServicePrincipal': 'x.amazonaws.com' } }, 'identity'],
  ['bedrock:InvokeModel', { ArnEquals: { 'bedrock:InferenceProfileArn': 'arn:aws:bedrock:eu-west-1:1:inference-profile/x' } }, 'identity'],
  ['eks:CreateCluster', { Bool: { 'eks:endpointPublicAccess': 'false' }, StringEquals: { 'eks:authenticationMode': 'API' } }, 'identity'],
  ['ecr:PutImage', { StringEquals: { 'aws:PrincipalTag/a': '${aws:ResourceTag/a}', 'aws:ResourceTag/a': 'b' } }, 'identity'],
  ['glue:GetTable', { StringEquals: { 'glue:RoleAssumedBy': 'x' }, Bool: { 'aws:ViaAWSService': 'true' }, 'ForAnyValue:StringEquals': { 'aws:CalledVia': ['athena.amazonaws.com'] } }, 'identity'],
  ['s3:GetObject', { DateGreaterThan: { 'aws:TokenIssueTime': '2026-01-01T00:00:00Z' }, NumericLessThan: { 's3:signatureAge': 600000 }, StringEquals: { 's3:authType': 'REST-HEADER', 's3:DataAccessPointAccount': '111122223333', 's3:ResourceAccount': '111122223333', 's3:AccessPointNetworkOrigin': 'VPC' } }, 'identity'],
];

const resources: readonly (readonly [action: string, resource: string])[] = [
  ['sts:AssumeRole', 'arn:aws:iam::111122223333:role/x'],
  ['logs:CreateLogGroup', 'arn:aws:logs:eu-west-1:111122223333:*'],
  ['logs:CreateLogStream', 'arn:aws:logs:eu-west-1:111122223333:log-group:/aws/lambda/f:*'],
  ['logs:PutLogEvents', 'arn:aws:logs:eu-west-1:111122223333:log-group:/aws/lambda/f:log-stream:*'],
  ['logs:PutLogEvents', 'arn:aws:logs:eu-west-1:111122223333:log-group:/aws/lambda/f:*'],
  ['logs:DescribeLogStreams', 'arn:aws:logs:*:*:log-group:x:*'],
  ['logs:DescribeLogGroups', 'arn:aws:logs:*:*:log-group::log-stream:*'],
  ['dynamodb:Query', 'arn:aws:dynamodb:eu-west-1:111122223333:table/t/index/i'],
  ['dynamodb:GetRecords', 'arn:aws:dynamodb:eu-west-1:111122223333:table/t/stream/*'],
  ['dynamodb:PutItem', 'arn:aws:dynamodb:eu-west-1:111122223333:table/t'],
  ['lambda:InvokeFunction', 'arn:aws:lambda:eu-west-1:111122223333:function:f:*'],
  ['lambda:InvokeFunction', 'arn:aws:lambda:eu-west-1:111122223333:function:f'],
  ['secretsmanager:GetSecretValue', 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:x-*'],
  ['ssm:GetParameter', 'arn:aws:ssm:eu-west-1:111122223333:parameter/a/b'],
  ['ssm:GetParametersByPath', 'arn:aws:ssm:eu-west-1:111122223333:parameter/a/*'],
  ['ssm:SendCommand', 'arn:aws:ec2:eu-west-1:111122223333:instance/*'],
  ['ssm:SendCommand', 'arn:aws:ssm:*:*:document/AWS-RunShellScript'],
  ['ssm:StartSession', 'arn:aws:ec2:*:*:instance/i-1'],
  ['kms:Decrypt', 'arn:aws:kms:eu-west-1:111122223333:key/abc'],
  ['sns:Publish', 'arn:aws:sns:eu-west-1:111122223333:t'],
  ['ecr:GetAuthorizationToken', '*'],
  ['ecr:BatchGetImage', 'arn:aws:ecr:eu-west-1:111122223333:repository/a/b'],
  ['iam:PassRole', 'arn:aws:iam::111122223333:role/service-role/x'],
  ['iam:AttachRolePolicy', 'arn:aws:iam::111122223333:role/x'],
  ['iam:GetPolicy', 'arn:aws:iam::aws:policy/AdministratorAccess'],
  ['ec2:RunInstances', 'arn:aws:ec2:eu-west-1::image/ami-1'],
  ['ec2:TerminateInstances', 'arn:aws:ec2:eu-west-1:111122223333:instance/i-1'],
  ['ec2:CreateTags', 'arn:aws:ec2:*:*:*/*'],
  ['ec2:DescribeInstances', 'arn:aws:ec2:*:*:instance/*'],
  ['execute-api:Invoke', 'arn:aws:execute-api:eu-west-1:111122223333:abc/prod/GET/x'],
  ['execute-api:ManageConnections', 'arn:aws:execute-api:eu-west-1:111122223333:abc/@connections/*'],
  ['states:StartExecution', 'arn:aws:states:eu-west-1:111122223333:stateMachine:m'],
  ['states:DescribeExecution', 'arn:aws:states:eu-west-1:111122223333:execution:m:*'],
  ['kinesis:PutRecord', 'arn:aws:kinesis:eu-west-1:111122223333:stream/s'],
  ['firehose:PutRecord', 'arn:aws:firehose:eu-west-1:111122223333:deliverystream/s'],
  ['s3:PutObject', 'arn:aws:s3:eu-west-1:111122223333:accesspoint/ap/object/*'],
  ['s3:ListBucket', 'arn:aws:s3:eu-west-1:111122223333:accesspoint/ap'],
  ['s3:GetBucketLocation', 'arn:aws:s3:::*'],
  ['cloudfront:CreateInvalidation', 'arn:aws:cloudfront::111122223333:distribution/E1'],
  ['route53:ChangeResourceRecordSets', 'arn:aws:route53:::hostedzone/Z1'],
  ['route53:GetChange', 'arn:aws:route53:::change/*'],
  ['cognito-idp:AdminGetUser', 'arn:aws:cognito-idp:eu-west-1:111122223333:userpool/x'],
  ['ses:SendEmail', 'arn:aws:ses:eu-west-1:111122223333:identity/x.com'],
  ['events:PutEvents', 'arn:aws:events:eu-west-1:111122223333:event-bus/default'],
  ['events:PutRule', 'arn:aws:events:eu-west-1:111122223333:rule/x'],
  ['glue:GetTable', 'arn:aws:glue:eu-west-1:111122223333:catalog'],
  ['glue:GetTable', 'arn:aws:glue:eu-west-1:111122223333:table/db/t'],
  ['athena:StartQueryExecution', 'arn:aws:athena:eu-west-1:111122223333:workgroup/w'],
  ['rds-db:connect', 'arn:aws:rds-db:eu-west-1:111122223333:dbuser:db-x/u'],
  ['rds:CreateDBSnapshot', 'arn:aws:rds:eu-west-1:111122223333:db:x'],
  ['es:ESHttpGet', 'arn:aws:es:eu-west-1:111122223333:domain/d/*'],
  ['cloudformation:DescribeStacks', 'arn:aws:cloudformation:eu-west-1:111122223333:stack/s/*'],
  ['ecs:UpdateService', 'arn:aws:ecs:eu-west-1:111122223333:service/c/s'],
  ['ecs:RunTask', 'arn:aws:ecs:eu-west-1:111122223333:task-definition/t:*'],
  ['ecs:DescribeTasks', 'arn:aws:ecs:eu-west-1:111122223333:task/c/*'],
  ['eks:DescribeCluster', 'arn:aws:eks:eu-west-1:111122223333:cluster/c'],
  ['autoscaling:SetDesiredCapacity', 'arn:aws:autoscaling:eu-west-1:111122223333:autoScalingGroup:*:autoScalingGroupName/g'],
  ['elasticloadbalancing:RegisterTargets', 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/t/*'],
  ['elasticloadbalancing:ModifyListener', 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:listener/app/a/b/c'],
  ['backup:StartBackupJob', 'arn:aws:backup:eu-west-1:111122223333:backup-vault:v'],
  ['codecommit:GitPull', 'arn:aws:codecommit:eu-west-1:111122223333:r'],
  ['codebuild:StartBuild', 'arn:aws:codebuild:eu-west-1:111122223333:project/p'],
  ['codepipeline:StartPipelineExecution', 'arn:aws:codepipeline:eu-west-1:111122223333:p'],
  ['cloudwatch:PutMetricAlarm', 'arn:aws:cloudwatch:eu-west-1:111122223333:alarm:a'],
  ['xray:PutTraceSegments', '*'],
  ['bedrock:InvokeModel', 'arn:aws:bedrock:eu-west-1::foundation-model/x'],
  ['sagemaker:InvokeEndpoint', 'arn:aws:sagemaker:eu-west-1:111122223333:endpoint/e'],
  ['elasticache:Connect', 'arn:aws:elasticache:eu-west-1:111122223333:replicationgroup:r'],
  ['mobiletargeting:SendMessages', 'arn:aws:mobiletargeting:eu-west-1:111122223333:apps/a/messages'],
  ['appsync:GraphQL', 'arn:aws:appsync:eu-west-1:111122223333:apis/a/*'],
  ['iot:Publish', 'arn:aws:iot:eu-west-1:111122223333:topic/t'],
  ['elasticfilesystem:ClientMount', 'arn:aws:elasticfilesystem:eu-west-1:111122223333:file-system/fs-1'],
  ['acm:DescribeCertificate', 'arn:aws:acm:eu-west-1:111122223333:certificate/x'],
  ['organizations:DescribeAccount', 'arn:aws:organizations::111122223333:account/o-x/1'],
  ['apigateway:POST', 'arn:aws:apigateway:eu-west-1::/restapis/x'],
  ['waf-regional:GetWebACL', 'arn:aws:waf-regional:eu-west-1:111122223333:webacl/x'],
  ['wafv2:GetWebACL', 'arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/n/i'],
  ['scheduler:CreateSchedule', 'arn:aws:scheduler:eu-west-1:111122223333:schedule/g/n'],
  ['ssmmessages:CreateControlChannel', '*'],
  ['transfer:DescribeServer', 'arn:aws:transfer:eu-west-1:111122223333:server/s'],
];

const said = (json: Json, kind?: PolicyKind): readonly string[] => lintDocument(fromJson(json, at), { kind }).findings.map(({ rule, message }) => `${rule}: ${message}`);

describe('lint finds nothing', () => {
  it.each(conditions)('%s %j %s', (action, condition, kind) => {
    const place: Json = kind === 'trust' ? { Principal: { AWS: '111122223333' } } : { Resource: '*' };
    expect(said(document({ Effect: kind === 'scp' ? 'Deny' : 'Allow', Action: action, Condition: condition, ...place }), kind)).toEqual([]);
  });

  it.each(resources)('%s on %s', (action, resource) => {
    expect(said(document({ Effect: 'Allow', Action: action, Resource: resource }), 'identity')).toEqual([]);
  });
});

describe('lint and what AWS writes itself', () => {
  it('finds little in the managed policies: names that are gone, and actions that their resources do not fit', () => {
    const counts = new Map<string, number>();
    for (const arn of managedPolicyArns()) {
      const { findings, open } = lintDocument(fromJson(managedPolicy(arn) ?? null, at), { kind: 'identity' });
      expect(open, arn).toEqual([]);
      for (const { rule } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1);
    }
    // A rule that is not here finds nothing, and a rise means that a rule is wrong.
    const most: Readonly<Record<string, number>> = { 'unknown-action': 100, 'unknown-service': 120, 'action-takes-other-resources': 700, 'resource-of-no-action': 15, 'unknown-condition-key': 10, 'holds-without-key': 5, 'key-of-no-action': 5, 'denies-nothing': 2, 'invalid-arn': 2 };
    for (const [rule, count] of counts) expect(count, rule).toBeLessThanOrEqual(most[rule] ?? 0);
  });
});

describe('lint and the decision', () => {
  const values = ['*', 'ci-*', 'ana', 'true', 'yes', '10.0.0.0/8', '0.0.0.0/0', '203.0.113.5', '203.0.113.0/40', '2026-01-01T00:00:00Z', 'tomorrow', '12', 'one', 'arn:aws:iam::111122223333:role/x', 'arn:aws:iam::*:role/*', 'photos'];
  const operators: readonly (readonly [key: string, operators: readonly string[], requests: readonly string[]])[] = [
    ['aws:username', ['StringEquals', 'StringNotEquals', 'StringEqualsIgnoreCase', 'StringNotEqualsIgnoreCase', 'StringLike', 'StringNotLike'], ['ana', 'ci-1', 'true', 'photos']],
    ['aws:PrincipalArn', ['ArnEquals', 'ArnLike', 'ArnNotEquals', 'ArnNotLike', 'StringLike'], ['arn:aws:iam::111122223333:role/x', 'arn:aws:iam::444455556666:user/ana']],
    ['aws:MultiFactorAuthAge', ['NumericEquals', 'NumericNotEquals', 'NumericLessThan', 'NumericGreaterThanEquals'], ['12', '0', '3600']],
    ['aws:CurrentTime', ['DateEquals', 'DateLessThan', 'DateGreaterThan', 'DateNotEquals'], ['2026-01-01T00:00:00Z', '2025-05-05T05:05:05Z']],
    ['aws:SecureTransport', ['Bool'], ['true', 'false']],
    ['aws:VpcSourceIp', ['IpAddress', 'NotIpAddress'], ['10.1.2.3', '203.0.113.5']],
  ];

  it('agree on conditions that never hold and that always do', () => {
    let judged = 0;
    fc.assert(
      fc.property(fc.constantFrom(...operators), fc.nat(20), fc.constantFrom('', 'IfExists'), fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 3 }), ([key, names, requests], which, suffix, chosen) => {
        const json = document({ Effect: 'Deny', Action: 's3:GetObject', Resource: '*', Condition: { [`${names[which % names.length] ?? ''}${suffix}`]: { [key]: chosen } } });
        const findings = lintDocument(fromJson(json, at)).findings;
        const never = findings.some(({ message }) => /never holds$/.test(message));
        const always = findings.some(({ rule }) => rule === 'always-matches');
        const [condition] = parsePolicy(fromJson(json, at)).statements[0]?.conditions ?? [];
        if (condition === undefined || (!never && !always)) return;
        judged++;
        for (const one of requests) expect(conditionHolds(condition, context({ [key]: one }), true), `${JSON.stringify(json)} for ${one}`).toBe(always);
      }),
      { numRuns: 1_000, seed: 7 },
    );
    expect(judged).toBeGreaterThan(100);
  });
});

describe('lint and anything at all', () => {
  it('never throws', () => {
    const words = fc.constantFrom('Version', 'Statement', 'Effect', 'Action', 'NotAction', 'Resource', 'Principal', 'NotPrincipal', 'Condition', 'Sid', 'Allow', 'Deny', 's3:*', '*', 'arn:aws:s3:::b', 'StringLike', 'aws:PrincipalArn', 'AWS', '${x', ':', '');
    const { any } = fc.letrec<{ any: Json }>((tie) => ({
      any: fc.oneof({ maxDepth: 5 }, words, fc.string(), fc.integer(), fc.constant(null), fc.boolean(), fc.array(tie('any'), { maxLength: 3 }), fc.dictionary(fc.oneof(words, fc.string()), tie('any'), { maxKeys: 4 })),
    }));
    const statement = fc.record({ Effect: any, Action: any, Resource: any, Principal: any, Condition: any, Sid: any }, { requiredKeys: [] });
    fc.assert(
      fc.property(fc.oneof(any, fc.record({ Version: any, Statement: fc.oneof(statement, fc.array(statement, { maxLength: 3 })) })), fc.constantFrom(undefined, 'identity', 'trust', 'resource', 'rcp'), (json, kind) => {
        const { findings } = lintDocument(fromJson(json as Json, at), { kind: kind as PolicyKind | undefined, holder: 'managed' });
        for (const { message } of findings) expect(message).toMatch(/^[^A-Z\n].*[^.]$/s);
      }),
      { numRuns: 500 },
    );
  });
});
