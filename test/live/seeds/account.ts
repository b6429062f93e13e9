/** What the account knows of itself: providers, certificates, recorders, detectors, patches, organization. */
import { ConfigServiceClient, PutConfigurationAggregatorCommand, PutConfigurationRecorderCommand, PutDeliveryChannelCommand } from '@aws-sdk/client-config-service';
import { CreateDetectorCommand, GuardDutyClient } from '@aws-sdk/client-guardduty';
import { AddRoleToInstanceProfileCommand, AttachGroupPolicyCommand, CreateGroupCommand, CreateInstanceProfileCommand, CreateOpenIDConnectProviderCommand, CreatePolicyCommand as CreateManagedPolicyCommand, IAMClient, UploadServerCertificateCommand } from '@aws-sdk/client-iam';
import { CreateOrganizationalUnitCommand, CreateOrganizationCommand, CreatePolicyCommand, DescribeOrganizationCommand, EnablePolicyTypeCommand, ListRootsCommand, OrganizationsClient } from '@aws-sdk/client-organizations';
import { EnableMacieCommand, Macie2Client } from '@aws-sdk/client-macie2';
import { EnableSecurityHubCommand, SecurityHubClient } from '@aws-sdk/client-securityhub';
import { CreatePatchBaselineCommand, SSMClient } from '@aws-sdk/client-ssm';
import { ACCOUNT, type Seed } from './seed.js';

const role = `arn:aws:iam::${ACCOUNT}:role/any`;
/** A certificate of nothing: the server keeps any text of the form. */
const CERTIFICATE = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----';

export const account: Seed = async (at) => {
  const iam = new IAMClient(at);
  await iam.send(new CreateOpenIDConnectProviderCommand({ Url: 'https://token.actions.githubusercontent.com', ClientIDList: ['sts.amazonaws.com'], ThumbprintList: ['6938fd4d98bab03faadb97b34396831e3780aea1'] }));
  await iam.send(new UploadServerCertificateCommand({ ServerCertificateName: 'web', CertificateBody: CERTIFICATE, PrivateKey: CERTIFICATE }));
  const { Policy } = await iam.send(new CreateManagedPolicyCommand({ PolicyName: 'reads', PolicyDocument: JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 'sqs:ListQueues', Resource: '*' }] }) }));
  await iam.send(new CreateGroupCommand({ GroupName: 'staff' }));
  await iam.send(new AttachGroupPolicyCommand({ GroupName: 'staff', PolicyArn: Policy?.Arn }));
  await iam.send(new CreateInstanceProfileCommand({ InstanceProfileName: 'machines' }));
  await iam.send(new AddRoleToInstanceProfileCommand({ InstanceProfileName: 'machines', RoleName: 'any' }));
  const config = new ConfigServiceClient(at);
  await config.send(new PutConfigurationRecorderCommand({ ConfigurationRecorder: { name: 'default', roleARN: role, recordingGroup: { allSupported: true, includeGlobalResourceTypes: true } } }));
  await config.send(new PutDeliveryChannelCommand({ DeliveryChannel: { name: 'default', s3BucketName: 'shut-data' } }));
  await config.send(new PutConfigurationAggregatorCommand({ ConfigurationAggregatorName: 'all', AccountAggregationSources: [{ AccountIds: [ACCOUNT], AllAwsRegions: true }] }));
  await new GuardDutyClient(at).send(new CreateDetectorCommand({ Enable: true }));
  await new Macie2Client(at).send(new EnableMacieCommand({ status: 'ENABLED' }));
  await new SecurityHubClient(at).send(new EnableSecurityHubCommand({}));
  await new SSMClient(at).send(new CreatePatchBaselineCommand({ Name: 'ours', OperatingSystem: 'AMAZON_LINUX_2' }));
  const organizations = new OrganizationsClient(at);
  await organizations.send(new DescribeOrganizationCommand({})).catch(() => organizations.send(new CreateOrganizationCommand({ FeatureSet: 'ALL' })));
  const { Roots = [] } = await organizations.send(new ListRootsCommand({}));
  const { OrganizationalUnit } = await organizations.send(new CreateOrganizationalUnitCommand({ ParentId: Roots[0]?.Id, Name: 'workloads' }));
  await organizations.send(new CreateOrganizationalUnitCommand({ ParentId: OrganizationalUnit?.Id, Name: 'production' }));
  for (const PolicyType of ['SERVICE_CONTROL_POLICY', 'RESOURCE_CONTROL_POLICY'] as const) {
    await organizations.send(new EnablePolicyTypeCommand({ RootId: Roots[0]?.Id, PolicyType })).catch((error: unknown) => {
      if (!/already/i.test(String(error))) throw error;
    });
    await organizations.send(new CreatePolicyCommand({ Name: `no-leaving-${PolicyType}`, Type: PolicyType, Description: 'x', Content: JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Deny', ...(PolicyType === 'RESOURCE_CONTROL_POLICY' ? { Principal: '*' } : {}), Action: 's3:DeleteBucket', Resource: '*' }] }) }));
  }
};
