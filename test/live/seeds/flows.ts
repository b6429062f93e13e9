/** Builds, backups, machines of states, stacks, zones, network firewalls and sign-in: of most one that is open and one that is shut. */
import { BackupClient, CreateBackupPlanCommand, CreateBackupVaultCommand, PutBackupVaultLockConfigurationCommand } from '@aws-sdk/client-backup';
import { CloudFormationClient, CreateStackCommand } from '@aws-sdk/client-cloudformation';
import { CodeBuildClient, CreateProjectCommand } from '@aws-sdk/client-codebuild';
import { CognitoIdentityClient, CreateIdentityPoolCommand } from '@aws-sdk/client-cognito-identity';
import { CognitoIdentityProviderClient, CreateUserPoolClientCommand, CreateUserPoolCommand } from '@aws-sdk/client-cognito-identity-provider';
import { CloudWatchLogsClient, CreateLogGroupCommand } from '@aws-sdk/client-cloudwatch-logs';
import { EventBridgeClient, PutPermissionCommand, PutRuleCommand } from '@aws-sdk/client-eventbridge';
import { CreateFirewallCommand, NetworkFirewallClient } from '@aws-sdk/client-network-firewall';
import { CreateHostedZoneCommand, CreateQueryLoggingConfigCommand, Route53Client } from '@aws-sdk/client-route-53';
import { CreateStateMachineCommand, SFNClient } from '@aws-sdk/client-sfn';
import { ACCOUNT, type Seed } from './seed.js';

const key = `arn:aws:kms:us-east-1:${ACCOUNT}:key/1`;
const role = `arn:aws:iam::${ACCOUNT}:role/service-role/any`;
const definition = JSON.stringify({ StartAt: 'Done', States: { Done: { Type: 'Succeed' } } });

export const flows: Seed = async (at) => {
  const codebuild = new CodeBuildClient(at);
  for (const name of ['open', 'shut']) {
    await codebuild.send(
      new CreateProjectCommand({
        name: `${name}-build`,
        serviceRole: role,
        source: { type: 'GITHUB', location: name === 'open' ? 'https://app:not-a-secret@github.com/example/shop.git' : 'https://github.com/example/shop.git' },
        artifacts: name === 'open' ? { type: 'S3', location: 'open-data', encryptionDisabled: true } : { type: 'NO_ARTIFACTS' },
        environment: { type: 'LINUX_CONTAINER', image: 'aws/codebuild/standard:7.0', computeType: 'BUILD_GENERAL1_SMALL', privilegedMode: name === 'open', environmentVariables: [{ name: 'DB_PASSWORD', value: 'not-a-secret-1' }] },
        logsConfig: name === 'open' ? undefined : { cloudWatchLogs: { status: 'ENABLED' } },
      }),
    );
  }
  const machines = new SFNClient(at);
  await machines.send(new CreateStateMachineCommand({ name: 'open', roleArn: role, definition }));
  await machines.send(new CreateStateMachineCommand({ name: 'shut', roleArn: role, definition, tracingConfiguration: { enabled: true }, loggingConfiguration: { level: 'ALL', destinations: [{ cloudWatchLogsLogGroup: { logGroupArn: `arn:aws:logs:us-east-1:${ACCOUNT}:log-group:states:*` } }] } }));
  const events = new EventBridgeClient(at);
  await events.send(new PutPermissionCommand({ StatementId: 'all', Principal: '*', Action: 'events:PutEvents' }));
  await events.send(new PutRuleCommand({ Name: 'nightly', ScheduleExpression: 'rate(1 day)', State: 'ENABLED' }));
  const backup = new BackupClient(at);
  await backup.send(new CreateBackupVaultCommand({ BackupVaultName: 'open' }));
  await backup.send(new CreateBackupVaultCommand({ BackupVaultName: 'shut', EncryptionKeyArn: key }));
  await backup.send(new PutBackupVaultLockConfigurationCommand({ BackupVaultName: 'shut', MinRetentionDays: 7, MaxRetentionDays: 365 }));
  await backup.send(new CreateBackupPlanCommand({ BackupPlan: { BackupPlanName: 'daily', Rules: [{ RuleName: 'daily', TargetBackupVaultName: 'shut', ScheduleExpression: 'cron(0 5 * * ? *)' }] } }));
  await new CloudFormationClient(at).send(new CreateStackCommand({ StackName: 'site', TemplateBody: JSON.stringify({ Parameters: { Password: { Type: 'String', NoEcho: true } }, Resources: { Topic: { Type: 'AWS::SNS::Topic' } }, Outputs: { Said: { Value: 'not-a-secret' } } }), Parameters: [{ ParameterKey: 'Password', ParameterValue: 'not-a-secret-1' }] }));
  const zones = new Route53Client(at);
  const { HostedZone } = await zones.send(new CreateHostedZoneCommand({ Name: 'example.com', CallerReference: 'one' }));
  await zones.send(new CreateHostedZoneCommand({ Name: 'example.org', CallerReference: 'two' }));
  await new CloudWatchLogsClient(at).send(new CreateLogGroupCommand({ logGroupName: '/zones' }));
  await zones.send(new CreateQueryLoggingConfigCommand({ HostedZoneId: HostedZone?.Id?.split('/').at(-1), CloudWatchLogsLogGroupArn: `arn:aws:logs:us-east-1:${ACCOUNT}:log-group:/zones:*` }));
  const firewalls = new NetworkFirewallClient(at);
  const FirewallPolicyArn = `arn:aws:network-firewall:us-east-1:${ACCOUNT}:firewall-policy/strict`;
  await firewalls.send(new CreateFirewallCommand({ FirewallName: 'open', FirewallPolicyArn, VpcId: 'vpc-1', SubnetMappings: [{ SubnetId: 'subnet-1' }] }));
  await firewalls.send(new CreateFirewallCommand({ FirewallName: 'shut', FirewallPolicyArn, VpcId: 'vpc-1', SubnetMappings: [{ SubnetId: 'subnet-1' }], DeleteProtection: true }));
  const users = new CognitoIdentityProviderClient(at);
  const { UserPool } = await users.send(new CreateUserPoolCommand({ PoolName: 'open', Policies: { PasswordPolicy: { MinimumLength: 6 } } }));
  await users.send(new CreateUserPoolCommand({ PoolName: 'shut', MfaConfiguration: 'ON', DeletionProtection: 'ACTIVE', Policies: { PasswordPolicy: { MinimumLength: 14, RequireLowercase: true, RequireUppercase: true, RequireNumbers: true, RequireSymbols: true } }, UserPoolAddOns: { AdvancedSecurityMode: 'ENFORCED' } }));
  await users.send(new CreateUserPoolClientCommand({ UserPoolId: UserPool?.Id, ClientName: 'web', GenerateSecret: true, PreventUserExistenceErrors: 'ENABLED' }));
  const identities = new CognitoIdentityClient(at);
  await identities.send(new CreateIdentityPoolCommand({ IdentityPoolName: 'open', AllowUnauthenticatedIdentities: true }));
  await identities.send(new CreateIdentityPoolCommand({ IdentityPoolName: 'shut', AllowUnauthenticatedIdentities: false }));
};
