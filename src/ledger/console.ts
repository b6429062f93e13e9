/** Where the provider's console shows a resource. */

const DOMAINS: Readonly<Record<string, string>> = { aws: 'console.aws.amazon.com', 'aws-us-gov': 'console.amazonaws-us-gov.com', 'aws-cn': 'console.amazonaws.cn' };

interface Arn {
  readonly region: string;
  readonly account: string;
  /** After the account: `bucket`, `role/app`, `function:job`. */
  readonly rest: string;
  /** After the kind: `app`, `job`. */
  readonly name: string;
  readonly whole: string;
}

type Page = (arn: Arn) => string;

const ec2 =
  (view: string): Page =>
  ({ region, name }) => `ec2/home?region=${region}#${view}=${name}`;
const vpc =
  (view: string): Page =>
  ({ region, name }) => `vpcconsole/home?region=${region}#${view}=${name}`;
const iam =
  (kind: string): Page =>
  ({ name }) => `iam/home#/${kind}/details/${encodeURIComponent(name.split('/').at(-1) ?? '')}`;

/** By type; the forms are those that the console's own address bar shows. */
const PAGES: Readonly<Record<string, Page>> = {
  'AWS::S3::Bucket': ({ rest }) => `s3/buckets/${encodeURIComponent(rest)}`,
  'AWS::IAM::User': iam('users'),
  'AWS::IAM::Role': iam('roles'),
  'AWS::IAM::Group': iam('groups'),
  'AWS::IAM::ManagedPolicy': ({ whole }) => `iam/home#/policies/details/${encodeURIComponent(whole)}`,
  'AWS::EC2::Instance': ec2('InstanceDetails:instanceId'),
  'AWS::EC2::Volume': ec2('VolumeDetails:volumeId'),
  'AWS::EC2::SecurityGroup': ec2('SecurityGroup:groupId'),
  'Demarc::EC2::Snapshot': ec2('SnapshotDetails:snapshotId'),
  'Demarc::EC2::Image': ec2('ImageDetails:imageId'),
  'AWS::EC2::VPC': vpc('VpcDetails:VpcId'),
  'AWS::EC2::Subnet': vpc('SubnetDetails:subnetId'),
  'AWS::RDS::DBInstance': ({ region, name }) => `rds/home?region=${region}#database:id=${name};is-cluster=false`,
  'AWS::RDS::DBCluster': ({ region, name }) => `rds/home?region=${region}#database:id=${name};is-cluster=true`,
  'AWS::Lambda::Function': ({ region, name }) => `lambda/home?region=${region}#/functions/${name}`,
  'AWS::KMS::Key': ({ region, name }) => `kms/home?region=${region}#/kms/keys/${name}`,
  'AWS::SQS::Queue': ({ region, account, rest }) => `sqs/v3/home?region=${region}#/queues/${encodeURIComponent(`https://sqs.${region}.amazonaws.com/${account}/${rest}`)}`,
  'AWS::SNS::Topic': ({ region, whole }) => `sns/v3/home?region=${region}#/topic/${whole}`,
  'AWS::DynamoDB::Table': ({ region, name }) => `dynamodbv2/home?region=${region}#table?name=${encodeURIComponent(name)}`,
  'AWS::SecretsManager::Secret': ({ region, name }) => `secretsmanager/secret?region=${region}&name=${encodeURIComponent(name.replace(/-[A-Za-z0-9]{6}$/, ''))}`,
  'AWS::EKS::Cluster': ({ region, name }) => `eks/home?region=${region}#/clusters/${name}`,
  'AWS::ECS::Cluster': ({ region, name }) => `ecs/v2/clusters/${name}?region=${region}`,
  'AWS::CloudTrail::Trail': ({ region, whole }) => `cloudtrail/home?region=${region}#/trails/${whole}`,
  'AWS::ElasticLoadBalancingV2::LoadBalancer': ({ region, whole }) => `ec2/home?region=${region}#LoadBalancer:loadBalancerArn=${whole}`,
};

/** Undefined for what is not named by an ARN, and for types whose page is not known. */
export function consoleLink(id: string, type: string): string | undefined {
  const [, partition = '', , region = '', account = '', ...after] = id.split(':');
  const domain = DOMAINS[partition];
  const page = PAGES[type];
  if (!id.startsWith('arn:') || domain === undefined || page === undefined) return undefined;
  const rest = after.join(':');
  return `https://${region === '' || partition !== 'aws' ? '' : `${region}.`}${domain}/${page({ region, account, rest, name: rest.replace(/^[^/:]*[/:]/, ''), whole: id })}`;
}
