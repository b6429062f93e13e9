/** Which properties point to which types. The rows that reasoning needs; the schema's own relationships serve `line`. */
export interface LinkRow {
  readonly from: string;
  /** Property path; `[]` walks each member of a list. */
  readonly path: string;
  readonly to: readonly string[];
}

const rows: readonly (readonly [from: string, path: string, ...to: string[]])[] = [
  ['AWS::S3::BucketPolicy', 'Bucket', 'AWS::S3::Bucket'],
  ['AWS::S3::Bucket', 'LoggingConfiguration.DestinationBucketName', 'AWS::S3::Bucket'],
  ['AWS::S3::AccessPoint', 'Bucket', 'AWS::S3::Bucket'],
  ['AWS::SQS::QueuePolicy', 'Queues', 'AWS::SQS::Queue'],
  ['AWS::SNS::TopicPolicy', 'Topics', 'AWS::SNS::Topic'],
  ['AWS::SecretsManager::ResourcePolicy', 'SecretId', 'AWS::SecretsManager::Secret'],
  ['AWS::SecretsManager::RotationSchedule', 'SecretId', 'AWS::SecretsManager::Secret'],
  ['AWS::CloudTrail::Trail', 'S3BucketName', 'AWS::S3::Bucket'],
  ['AWS::CloudTrail::Trail', 'CloudWatchLogsLogGroupArn', 'AWS::Logs::LogGroup'],
  ['AWS::Logs::MetricFilter', 'LogGroupName', 'AWS::Logs::LogGroup'],
  ['AWS::KMS::Alias', 'TargetKeyId', 'AWS::KMS::Key'],
  ['AWS::EFS::AccessPoint', 'FileSystemId', 'AWS::EFS::FileSystem'],
  ['AWS::EFS::MountTarget', 'FileSystemId', 'AWS::EFS::FileSystem'],
  ['AWS::Backup::BackupSelection', 'BackupSelection.Resources', 'AWS::EFS::FileSystem', 'AWS::DynamoDB::Table', 'AWS::RDS::DBInstance', 'AWS::RDS::DBCluster', 'AWS::EC2::Volume', 'AWS::S3::Bucket'],
  ['AWS::ApplicationAutoScaling::ScalableTarget', 'ResourceId', 'AWS::DynamoDB::Table'],
  ['AWS::WAFv2::LoggingConfiguration', 'ResourceArn', 'AWS::WAFv2::WebACL'],
  ['AWS::WAFv2::WebACLAssociation', 'WebACLArn', 'AWS::WAFv2::WebACL'],
  ['AWS::CloudFront::Distribution', 'DistributionConfig.WebACLId', 'AWS::WAFv2::WebACL'],
  ['AWS::Glue::Job', 'SecurityConfiguration', 'AWS::Glue::SecurityConfiguration'],
  ['AWS::IAM::Role', 'ManagedPolicyArns', 'AWS::IAM::ManagedPolicy'],
  ['AWS::IAM::User', 'ManagedPolicyArns', 'AWS::IAM::ManagedPolicy'],
  ['AWS::IAM::Group', 'ManagedPolicyArns', 'AWS::IAM::ManagedPolicy'],
  ['AWS::IAM::User', 'Groups', 'AWS::IAM::Group'],
  ['AWS::IAM::InstanceProfile', 'Roles', 'AWS::IAM::Role'],
  ['AWS::IAM::AccessKey', 'UserName', 'AWS::IAM::User'],
  ['AWS::Lambda::Function', 'Role', 'AWS::IAM::Role'],
  ['AWS::Lambda::Permission', 'FunctionName', 'AWS::Lambda::Function'],
  ['AWS::Lambda::Url', 'TargetFunctionArn', 'AWS::Lambda::Function'],
  ['AWS::ECS::Service', 'TaskDefinition', 'AWS::ECS::TaskDefinition'],
  ['AWS::ECS::Service', 'Cluster', 'AWS::ECS::Cluster'],
  ['AWS::ECS::TaskDefinition', 'TaskRoleArn', 'AWS::IAM::Role'],
  ['AWS::EKS::Nodegroup', 'ClusterName', 'AWS::EKS::Cluster'],
];

export const links: ReadonlyMap<string, readonly LinkRow[]> = group(rows.map(([from, path, ...to]) => ({ from, path, to })));

function group(all: readonly LinkRow[]): ReadonlyMap<string, readonly LinkRow[]> {
  const map = new Map<string, LinkRow[]>();
  for (const row of all) {
    const there = map.get(row.from);
    if (there === undefined) map.set(row.from, [row]);
    else there.push(row);
  }
  return map;
}
