/** Instances and what they are made of: templates, volumes, snapshots, images, groups that scale them. */
import { list, mapping, scalar, type RawResource, type Tree } from '../../model/index.js';
import type { ServiceRules } from '../adapted.js';
import { keyValue } from '../convert.js';
import { argument, eachBlock, resource, satellite, type Convert, type Draft, type FieldMap } from '../table.js';

const EBS: FieldMap = {
  encrypted: 'Ebs.Encrypted',
  kms_key_id: 'Ebs.KmsKeyId',
  snapshot_id: 'Ebs.SnapshotId',
  volume_size: 'Ebs.VolumeSize',
  volume_type: 'Ebs.VolumeType',
  delete_on_termination: 'Ebs.DeleteOnTermination',
  iops: 'Ebs.Iops',
};
const device = eachBlock({ device_name: 'DeviceName', virtual_name: 'VirtualName', no_device: 'NoDevice', ...EBS });
/** The root device is named by the image; the mapping says that it is the root by its name. */
const rootDevice = eachBlock(EBS, { also: (block, draft) => draft.set('DeviceName', scalar('(root)', block.at)) });

const METADATA: readonly string[] = ['metadata_options.http_tokens', 'metadata_options.http_endpoint', 'metadata_options.http_put_response_hop_limit'];

/** User data handed over in base64: its text, when it can be told. */
const decoded: Convert = (value) => {
  if (value.kind !== 'scalar' || typeof value.value !== 'string' || !/^[A-Za-z0-9+/\s]+={0,2}\s*$/.test(value.value)) return value;
  const text = Buffer.from(value.value, 'base64').toString('utf8');
  return text.includes('\uFFFD') || text === '' ? value : { ...value, value: text };
};

/** An instance's own argument for what the schema says of its first network interface. */
const publicAddress = (raw: RawResource, draft: Draft): void => {
  const wanted = argument(raw.arguments, 'associate_public_ip_address');
  if (wanted !== undefined) draft.append('NetworkInterfaces', list([mapping([['DeviceIndex', scalar('0', wanted.at)], ['AssociatePublicIpAddress', wanted]], wanted.at)], wanted.at));
};

const instance = resource(
  'AWS::EC2::Instance',
  {
    ami: 'ImageId',
    tags: ['Tags', keyValue],
    vpc_security_group_ids: 'SecurityGroupIds',
    user_data: 'UserData',
    user_data_base64: ['UserData', decoded],
    'root_block_device[]': ['BlockDeviceMappings[]', rootDevice],
    'ebs_block_device[]': ['BlockDeviceMappings[]', device],
    'network_interface[]': ['NetworkInterfaces[]', eachBlock({}, { same: ['network_interface_id', 'device_index', 'delete_on_termination'] })],
    'launch_template.id': 'LaunchTemplate.LaunchTemplateId',
    'launch_template.name': 'LaunchTemplate.LaunchTemplateName',
    'launch_template.version': 'LaunchTemplate.Version',
    'enclave_options.enabled': 'EnclaveOptions.Enabled',
  },
  {
    same: ['instance_type', 'iam_instance_profile', 'subnet_id', 'security_groups', 'monitoring', 'ebs_optimized', 'disable_api_termination', 'source_dest_check', 'key_name', 'tenancy', 'availability_zone', ...METADATA],
    also: publicAddress,
  },
);

const inTemplate = (paths: readonly string[]): FieldMap =>
  Object.fromEntries(paths.map((path) => [path, `LaunchTemplateData.${path.split('.').map((key) => key.split('_').map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')).join('.')}`]));

const launchTemplate = resource('AWS::EC2::LaunchTemplate', {
  name: 'LaunchTemplateName',
  ...inTemplate([...METADATA, 'image_id', 'instance_type', 'key_name', 'ebs_optimized', 'disable_api_termination', 'iam_instance_profile.name', 'iam_instance_profile.arn', 'monitoring.enabled']),
  user_data: ['LaunchTemplateData.UserData', decoded],
  vpc_security_group_ids: 'LaunchTemplateData.SecurityGroupIds',
  security_group_names: 'LaunchTemplateData.SecurityGroups',
  'block_device_mappings[]': [
    'LaunchTemplateData.BlockDeviceMappings[]',
    eachBlock({ device_name: 'DeviceName', virtual_name: 'VirtualName', no_device: 'NoDevice', ...Object.fromEntries(Object.entries(EBS).map(([from, to]) => [`ebs.${from}`, to])) }),
  ],
  'network_interfaces[]': [
    'LaunchTemplateData.NetworkInterfaces[]',
    eachBlock({ security_groups: 'Groups' }, { same: ['associate_public_ip_address', 'subnet_id', 'network_interface_id', 'device_index', 'delete_on_termination'] }),
  ],
});

const launchConfiguration = resource(
  'AWS::AutoScaling::LaunchConfiguration',
  {
    name: 'LaunchConfigurationName',
    enable_monitoring: 'InstanceMonitoring',
    user_data: 'UserData',
    user_data_base64: ['UserData', decoded],
    // Volumes of a launch configuration have no key of their own.
    'root_block_device[]': ['BlockDeviceMappings[]', withoutKey(rootDevice)],
    'ebs_block_device[]': ['BlockDeviceMappings[]', withoutKey(device)],
  },
  { same: ['image_id', 'instance_type', 'iam_instance_profile', 'security_groups', 'associate_public_ip_address', 'ebs_optimized', 'key_name', ...METADATA] },
);

function withoutKey(convert: Convert): Convert {
  return (value, raw) => {
    const made = convert(value, raw);
    if (made?.kind !== 'list') return made;
    return { ...made, items: made.items.map((one) => (one.kind === 'map' ? mapping([...one.entries].map(([key, inner]) => [key, dropKey(inner)] as const), one.at, one.open) : one)) };
  };
}
const dropKey = (tree: Tree): Tree => (tree.kind === 'map' ? mapping([...tree.entries].filter(([key]) => key !== 'KmsKeyId'), tree.at, tree.open) : tree);

const TEMPLATE_OF_GROUP: FieldMap = {
  'launch_template.id': 'LaunchTemplate.LaunchTemplateId',
  'launch_template.name': 'LaunchTemplate.LaunchTemplateName',
  'launch_template.version': 'LaunchTemplate.Version',
  'mixed_instances_policy.launch_template.launch_template_specification.launch_template_id': 'MixedInstancesPolicy.LaunchTemplate.LaunchTemplateSpecification.LaunchTemplateId',
  'mixed_instances_policy.launch_template.launch_template_specification.launch_template_name': 'MixedInstancesPolicy.LaunchTemplate.LaunchTemplateSpecification.LaunchTemplateName',
  'mixed_instances_policy.launch_template.launch_template_specification.version': 'MixedInstancesPolicy.LaunchTemplate.LaunchTemplateSpecification.Version',
};
const groupTag = eachBlock({}, { same: ['key', 'value', 'propagate_at_launch'] });
/** A bare mapping of devices has no EBS level of its own. */
const imageDevice = eachBlock({ device_name: 'DeviceName', ...EBS });

export const ec2: ServiceRules = {
  terraform: {
    aws_instance: instance,
    aws_spot_instance_request: instance,
    aws_launch_template: launchTemplate,
    aws_launch_configuration: launchConfiguration,
    aws_autoscaling_group: resource(
      'AWS::AutoScaling::AutoScalingGroup',
      {
        name: 'AutoScalingGroupName',
        launch_configuration: 'LaunchConfigurationName',
        vpc_zone_identifier: 'VPCZoneIdentifier',
        target_group_arns: 'TargetGroupARNs',
        load_balancers: 'LoadBalancerNames',
        'tag[]': ['Tags[]', groupTag],
        'tags[]': ['Tags[]', groupTag],
        ...TEMPLATE_OF_GROUP,
      },
      { same: ['availability_zones', 'health_check_type', 'health_check_grace_period', 'min_size', 'max_size', 'capacity_rebalance'] },
    ),
    aws_autoscaling_attachment: satellite('AWS::AutoScaling::AutoScalingGroup', 'autoscaling_group_name', {
      lb_target_group_arn: 'TargetGroupARNs[]',
      alb_target_group_arn: 'TargetGroupARNs[]',
      elb: 'LoadBalancerNames[]',
    }),
    aws_ebs_volume: resource('AWS::EC2::Volume', { type: 'VolumeType', tags: ['Tags', keyValue] }, { same: ['encrypted', 'kms_key_id', 'size', 'availability_zone', 'snapshot_id', 'iops'] }),
    aws_volume_attachment: resource('AWS::EC2::VolumeAttachment', { device_name: 'Device' }, { same: ['volume_id', 'instance_id'] }),
    aws_ebs_snapshot: resource('Demarc::EC2::Snapshot', {}, { same: ['volume_id'] }),
    aws_ebs_snapshot_copy: resource('Demarc::EC2::Snapshot', {}, { same: ['source_snapshot_id', 'encrypted', 'kms_key_id'] }),
    aws_snapshot_create_volume_permission: satellite('Demarc::EC2::Snapshot', 'snapshot_id', { account_id: 'CreateVolumePermissions[]' }),
    aws_ebs_encryption_by_default: resource('Demarc::EC2::EbsEncryptionByDefault', { enabled: 'EbsEncryptionByDefault' }),
    aws_ebs_snapshot_block_public_access: resource('AWS::EC2::SnapshotBlockPublicAccess', { state: 'State' }),
    aws_ec2_image_block_public_access: resource('Demarc::EC2::ImageBlockPublicAccess', { state: 'State' }),
    aws_ec2_instance_metadata_defaults: resource('Demarc::EC2::InstanceMetadataDefaults', {}, { same: ['http_tokens', 'http_endpoint', 'http_put_response_hop_limit'] }),
    aws_ami: resource('Demarc::EC2::Image', { name: 'Name', 'ebs_block_device[]': ['BlockDeviceMappings[]', imageDevice] }),
    aws_ami_copy: resource('Demarc::EC2::Image', { name: 'Name' }, { same: ['encrypted', 'kms_key_id', 'source_ami_id'], also: (raw, draft) => draft.set('IsCopy', scalar(true, raw.at)) }),
    aws_ami_from_instance: resource('Demarc::EC2::Image', { name: 'Name', source_instance_id: 'SourceInstanceId' }),
    aws_ami_launch_permission: resource('Demarc::EC2::LaunchPermission', {}, { same: ['image_id', 'account_id', 'group', 'organization_arn', 'organizational_unit_arn'] }),
    'data.aws_ami': resource('Demarc::EC2::ImageLookup', {}, { same: ['owners', 'most_recent', 'filter', 'name_regex'] }),
    aws_key_pair: resource('AWS::EC2::KeyPair', { key_name: 'KeyName', public_key: 'PublicKeyMaterial' }),
    aws_placement_group: resource('AWS::EC2::PlacementGroup', { strategy: 'Strategy' }),
  },
};
