/**
 * By which of its own properties a resource is named by others (CloudFormation's primary identifiers and what `Ref` returns;
 * Terraform's `id`). References resolve without this table; it serves literal names.
 */
export const identities: Readonly<Record<string, { readonly names: readonly string[] }>> = {
  'AWS::S3::Bucket': { names: ['BucketName'] },
  'AWS::IAM::Role': { names: ['RoleName'] },
  'AWS::IAM::User': { names: ['UserName'] },
  'AWS::IAM::Group': { names: ['GroupName'] },
  'AWS::IAM::ManagedPolicy': { names: ['ManagedPolicyName'] },
  'AWS::IAM::InstanceProfile': { names: ['InstanceProfileName'] },
  'AWS::EC2::SecurityGroup': { names: ['GroupName'] },
  'AWS::RDS::DBInstance': { names: ['DBInstanceIdentifier'] },
  'AWS::RDS::DBCluster': { names: ['DBClusterIdentifier'] },
  'AWS::RDS::DBSubnetGroup': { names: ['DBSubnetGroupName'] },
  'AWS::RDS::DBParameterGroup': { names: ['DBParameterGroupName'] },
  'AWS::RDS::DBClusterParameterGroup': { names: ['DBClusterParameterGroupName'] },
  'AWS::Lambda::Function': { names: ['FunctionName'] },
  'AWS::ECS::Cluster': { names: ['ClusterName'] },
  'AWS::ECS::TaskDefinition': { names: ['Family'] },
  'AWS::EKS::Cluster': { names: ['Name'] },
  'AWS::ECR::Repository': { names: ['RepositoryName'] },
  'AWS::DynamoDB::Table': { names: ['TableName'] },
  'AWS::KMS::Alias': { names: ['AliasName'] },
  'AWS::CloudTrail::Trail': { names: ['TrailName'] },
  'AWS::Logs::LogGroup': { names: ['LogGroupName'] },
  'AWS::SecretsManager::Secret': { names: ['Name'] },
  'AWS::SSM::Parameter': { names: ['Name'] },
  'AWS::SNS::Topic': { names: ['TopicName'] },
  'AWS::SQS::Queue': { names: ['QueueName'] },
  'AWS::EC2::LaunchTemplate': { names: ['LaunchTemplateName'] },
};
