/**
 * What the resources of a root are called in policies: their ARNs, with a stand-in where a name is only known after apply, so that a
 * policy that says `aws_s3_bucket.b.arn` speaks of that bucket and of no other.
 */
import { OWN_REGION, pseudoValue, renamed, standIn } from '../iam/rename.js';
import type { Policy } from '../iam/index.js';
import type { Resource, TextPart, Tree } from '../model/index.js';

interface NameRow {
  /** Properties that hold the name, the first that is there counts. */
  readonly names: readonly string[];
  /** `{name}`, `{path}`, `{account}`, `{region}`. */
  readonly arn: string;
  /** CloudFormation's `Ref`, and Terraform's `id`, give the ARN. */
  readonly byArn?: boolean;
}

const row = (arn: string, ...names: readonly string[]): NameRow => ({ arn, names });
const byArn = (arn: string, ...names: readonly string[]): NameRow => ({ arn, names, byArn: true });

/** ARN forms: https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html */
const rows: Readonly<Record<string, NameRow>> = {
  'AWS::IAM::Role': row('arn:aws:iam::{account}:role{path}{name}', 'RoleName'),
  'AWS::IAM::User': row('arn:aws:iam::{account}:user{path}{name}', 'UserName'),
  'AWS::IAM::Group': row('arn:aws:iam::{account}:group{path}{name}', 'GroupName'),
  'AWS::IAM::ManagedPolicy': byArn('arn:aws:iam::{account}:policy{path}{name}', 'ManagedPolicyName'),
  'AWS::IAM::InstanceProfile': row('arn:aws:iam::{account}:instance-profile{path}{name}', 'InstanceProfileName'),
  'AWS::IAM::OIDCProvider': byArn('arn:aws:iam::{account}:oidc-provider/{name}', 'Url'),
  'AWS::IAM::SAMLProvider': byArn('arn:aws:iam::{account}:saml-provider/{name}', 'Name'),
  'AWS::Cognito::IdentityPool': row('arn:aws:cognito-identity:{region}:{account}:identitypool/{name}'),
  'AWS::S3::Bucket': row('arn:aws:s3:::{name}', 'BucketName'),
  'AWS::S3::AccessPoint': row('arn:aws:s3:{region}:{account}:accesspoint/{name}', 'Name'),
  'AWS::Lambda::Function': row('arn:aws:lambda:{region}:{account}:function:{name}', 'FunctionName'),
  'AWS::Lambda::LayerVersion': byArn('arn:aws:lambda:{region}:{account}:layer:{name}:1', 'LayerName'),
  'AWS::SQS::Queue': row('arn:aws:sqs:{region}:{account}:{name}', 'QueueName'),
  'AWS::SNS::Topic': byArn('arn:aws:sns:{region}:{account}:{name}', 'TopicName'),
  'AWS::KMS::Key': row('arn:aws:kms:{region}:{account}:key/{name}'),
  'AWS::SecretsManager::Secret': byArn('arn:aws:secretsmanager:{region}:{account}:secret:{name}-a1b2c3', 'Name'),
  'AWS::DynamoDB::Table': row('arn:aws:dynamodb:{region}:{account}:table/{name}', 'TableName'),
  'AWS::DynamoDB::GlobalTable': row('arn:aws:dynamodb:{region}:{account}:table/{name}', 'TableName'),
  'AWS::Kinesis::Stream': row('arn:aws:kinesis:{region}:{account}:stream/{name}', 'Name'),
  'AWS::ECR::Repository': row('arn:aws:ecr:{region}:{account}:repository/{name}', 'RepositoryName'),
  'AWS::EFS::FileSystem': row('arn:aws:elasticfilesystem:{region}:{account}:file-system/{name}'),
  'AWS::EC2::Instance': row('arn:aws:ec2:{region}:{account}:instance/{name}'),
  'AWS::EC2::LaunchTemplate': row('arn:aws:ec2:{region}:{account}:launch-template/{name}'),
  'AWS::AutoScaling::AutoScalingGroup': row('arn:aws:autoscaling:{region}:{account}:autoScalingGroup:x:autoScalingGroupName/{name}', 'AutoScalingGroupName'),
  'AWS::AutoScaling::LaunchConfiguration': row('arn:aws:autoscaling:{region}:{account}:launchConfiguration:x:launchConfigurationName/{name}', 'LaunchConfigurationName'),
  'AWS::ECS::Cluster': row('arn:aws:ecs:{region}:{account}:cluster/{name}', 'ClusterName'),
  'AWS::ECS::TaskDefinition': byArn('arn:aws:ecs:{region}:{account}:task-definition/{name}:1', 'Family'),
  'AWS::ECS::Service': byArn('arn:aws:ecs:{region}:{account}:service/{name}', 'ServiceName'),
  'AWS::CodeBuild::Project': row('arn:aws:codebuild:{region}:{account}:project/{name}', 'Name'),
  'AWS::Glue::Job': row('arn:aws:glue:{region}:{account}:job/{name}', 'Name'),
  'AWS::Glue::DevEndpoint': row('arn:aws:glue:{region}:{account}:devEndpoint/{name}', 'EndpointName'),
  'AWS::SageMaker::NotebookInstance': byArn('arn:aws:sagemaker:{region}:{account}:notebook-instance/{name}', 'NotebookInstanceName'),
  'AWS::StepFunctions::StateMachine': byArn('arn:aws:states:{region}:{account}:stateMachine:{name}', 'StateMachineName'),
  'AWS::AppRunner::Service': byArn('arn:aws:apprunner:{region}:{account}:service/{name}/x', 'ServiceName'),
  'AWS::Batch::JobDefinition': byArn('arn:aws:batch:{region}:{account}:job-definition/{name}:1', 'JobDefinitionName'),
  'AWS::CloudFormation::Stack': byArn('arn:aws:cloudformation:{region}:{account}:stack/{name}/x', 'StackName'),
  'AWS::CloudFormation::StackSet': row('arn:aws:cloudformation:{region}:{account}:stackset/{name}:x', 'StackSetName'),
  'AWS::Logs::LogGroup': row('arn:aws:logs:{region}:{account}:log-group:{name}', 'LogGroupName'),
  'AWS::OpenSearchService::Domain': row('arn:aws:es:{region}:{account}:domain/{name}', 'DomainName'),
  'AWS::Elasticsearch::Domain': row('arn:aws:es:{region}:{account}:domain/{name}', 'DomainName'),
  'AWS::Backup::BackupVault': row('arn:aws:backup:{region}:{account}:backup-vault:{name}', 'BackupVaultName'),
  'AWS::Events::EventBus': row('arn:aws:events:{region}:{account}:event-bus/{name}', 'Name'),
  'AWS::MSK::Cluster': byArn('arn:aws:kafka:{region}:{account}:cluster/{name}/x', 'ClusterName'),
  'AWS::CloudTrail::Trail': row('arn:aws:cloudtrail:{region}:{account}:trail/{name}', 'TrailName'),
  'AWS::RDS::DBInstance': row('arn:aws:rds:{region}:{account}:db:{name}', 'DBInstanceIdentifier'),
  'AWS::RDS::DBCluster': row('arn:aws:rds:{region}:{account}:cluster:{name}', 'DBClusterIdentifier'),
  'AWS::SSM::Parameter': row('arn:aws:ssm:{region}:{account}:parameter/{name}', 'Name'),
  'AWS::SSM::Document': row('arn:aws:ssm:{region}:{account}:document/{name}', 'Name'),
  'AWS::CodeArtifact::Domain': byArn('arn:aws:codeartifact:{region}:{account}:domain/{name}', 'DomainName'),
  'AWS::CodeArtifact::Repository': byArn('arn:aws:codeartifact:{region}:{account}:repository/{name}', 'RepositoryName'),
  'AWS::SES::EmailIdentity': row('arn:aws:ses:{region}:{account}:identity/{name}', 'EmailIdentity'),
  'AWS::ApiGateway::RestApi': row('arn:aws:execute-api:{region}:{account}:{name}/*', 'Name'),
  'AWS::EC2::VPCEndpoint': row('arn:aws:ec2:{region}:{account}:vpc-endpoint/{name}'),
};

const NAME_ATTRIBUTES = new Set(['name', 'bucket', 'function_name', 'table_name', 'key_id', 'user_name', 'role_name', 'group', 'RoleName', 'UserName', 'GroupName', 'TopicName', 'QueueName', 'FunctionName', 'TableName', 'BucketName', 'KeyId', 'RepositoryName']);

export class Names {
  readonly #resources = new Map<string, Resource>();
  readonly #arns = new Map<Resource, string>();
  readonly #names = new Map<Resource, string>();

  constructor(
    readonly resources: readonly Resource[],
    readonly account: string,
  ) {
    for (const resource of resources) this.#resources.set(resource.address, resource);
  }

  /** The ARN; undefined for types without a form here. */
  arn(resource: Resource): string | undefined {
    if (resource.id.startsWith('arn:')) return resource.id;
    const there = this.#arns.get(resource);
    if (there !== undefined) return there;
    const form = rows[resource.type];
    if (form === undefined) return undefined;
    const arn = form.arn
      .replace('{account}', () => resource.account ?? this.account)
      .replace('{region}', () => resource.region ?? OWN_REGION)
      .replace('{path}', () => this.#path(resource))
      .replace('{name}', () => this.name(resource));
    this.#arns.set(resource, arn);
    return arn;
  }

  /** The name, or what stands for it. */
  name(resource: Resource): string {
    const there = this.#names.get(resource);
    if (there !== undefined) return there;
    // A name that refers back to itself ends here.
    this.#names.set(resource, standIn(resource.address));
    for (const property of rows[resource.type]?.names ?? []) {
      const tree = resource.properties.entries.get(property);
      const text = tree === undefined ? undefined : this.text(tree);
      if (text !== undefined && text !== '') {
        const name = property === 'Url' ? text.replace(/^https?:\/\//, '') : text.replace(/^\//, '');
        this.#names.set(resource, name);
        return name;
      }
    }
    return standIn(resource.address);
  }

  #path({ properties }: Resource): string {
    const tree = properties.entries.get('Path');
    const text = tree === undefined ? undefined : this.text(tree);
    return text === undefined || !text.startsWith('/') ? '/' : text.endsWith('/') ? text : `${text}/`;
  }

  /** The text of a value, with stand-ins; undefined when a part of it could be anything. */
  text(tree: Tree): string | undefined {
    if (tree.kind === 'scalar') return tree.value === null ? undefined : String(tree.value);
    return tree.kind === 'unknown' && tree.parts !== undefined ? this.joined(tree.parts) : undefined;
  }

  joined(parts: readonly TextPart[]): string | undefined {
    let text = '';
    for (const part of parts) {
      const one = part === null ? undefined : typeof part === 'string' ? part : this.referred(part.address, part.attribute);
      if (one === undefined) return undefined;
      text += one;
    }
    return text;
  }

  /** What a reference gives: an ARN or name of this root, a pseudo parameter, or one value that is not known. */
  referred(address: string, attribute: string): string {
    const pseudo = pseudoValue(address, attribute, this.account);
    if (pseudo !== undefined) return pseudo;
    const resource = this.#resources.get(address);
    const form = resource === undefined ? undefined : rows[resource.type];
    if (resource === undefined || form === undefined) return standIn(attribute === '' ? address : `${address}.${attribute}`);
    if (/^(arn|Arn|PolicyArn|TopicArn|id_arn)$/.test(attribute)) return this.arn(resource) ?? standIn(address);
    if (attribute === 'Ref' || attribute === 'id' || attribute === '') return form.byArn === true ? (this.arn(resource) ?? standIn(address)) : this.name(resource);
    return NAME_ATTRIBUTES.has(attribute) ? this.name(resource) : standIn(`${address}.${attribute}`);
  }

  /** The policy with its references named. */
  policy(policy: Policy): Policy {
    return renamed(policy, (address, attribute) => this.referred(address, attribute));
  }
}
