/**
 * Where the documents of resource policies stand: every type whose schema holds one. The resource's own id is the owner unless
 * `owner` names the property that points to it. Trust policies and endpoint policies are marked, since they answer other questions.
 */
export interface ResourcePolicyCarrier {
  /** CloudFormation type, or `Demarc::` where CloudFormation has none. */
  readonly type: string;
  /** Property path of the document, without list indexes: a list on the way holds one document a member. */
  readonly path: string;
  /** The property that names the resource which the policy is for; without it, the resource itself. Most are links too. */
  readonly owner?: string;
  /** Service prefix of the actions that a statement grants. */
  readonly service: string;
  /** IAM resource types, in the service's documentation, that the statements can be about. Empty: all of the account's. */
  readonly resourceTypes: readonly string[];
  /** `trust`: who may become the role. `endpoint`: what may pass a network endpoint, granting nothing by itself. */
  readonly kind?: 'trust' | 'endpoint';
}

type Row = readonly [type: string, path: string, service: string, resourceTypes: string, owner?: string, kind?: ResourcePolicyCarrier['kind']];

const rows: readonly Row[] = [
  ['AWS::S3::BucketPolicy', 'PolicyDocument', 's3', 'bucket object', 'Bucket'],
  ['AWS::S3::AccessPoint', 'Policy', 's3', 'accesspoint accesspointobject'],
  ['AWS::S3::MultiRegionAccessPointPolicy', 'Policy', 's3', 'multiregionaccesspoint object', 'MrapName'],
  ['AWS::FSx::S3AccessPointAttachment', 'S3AccessPoint.Policy', 's3', 'accesspoint accesspointobject'],
  ['AWS::S3Express::BucketPolicy', 'PolicyDocument', 's3express', 'bucket', 'Bucket'],
  ['AWS::S3Express::AccessPoint', 'Policy', 's3express', 'accesspoint'],
  ['AWS::S3ObjectLambda::AccessPointPolicy', 'PolicyDocument', 's3-object-lambda', 'objectlambdaaccesspoint', 'ObjectLambdaAccessPoint'],
  ['AWS::S3Outposts::BucketPolicy', 'PolicyDocument', 's3-outposts', 'bucket object', 'Bucket'],
  ['AWS::S3Outposts::AccessPoint', 'Policy', 's3-outposts', 'accesspoint object'],
  ['AWS::S3Tables::TableBucketPolicy', 'ResourcePolicy', 's3tables', 'TableBucket Table', 'TableBucketARN'],
  ['AWS::S3Tables::TablePolicy', 'ResourcePolicy', 's3tables', 'Table', 'TableARN'],
  ['AWS::S3Vectors::VectorBucketPolicy', 'Policy', 's3vectors', 'VectorBucket Index', 'VectorBucketArn'],
  ['AWS::S3Files::FileSystemPolicy', 'Policy', 's3files', 'file-system', 'FileSystemId'],
  ['AWS::EFS::FileSystem', 'FileSystemPolicy', 'elasticfilesystem', 'file-system'],
  ['AWS::Backup::BackupVault', 'AccessPolicy', 'backup', 'backupVault recoveryPoint'],
  ['AWS::Backup::LogicallyAirGappedBackupVault', 'AccessPolicy', 'backup', 'backupVault recoveryPoint'],
  ['Demarc::Glacier::Vault', 'AccessPolicy', 'glacier', 'vault'],
  ['AWS::Omics::SequenceStore', 'S3AccessPolicy', 's3', 'accesspoint accesspointobject'],
  ['AWS::MediaStore::Container', 'Policy', 'mediastore', 'container object'],

  ['AWS::SQS::QueuePolicy', 'PolicyDocument', 'sqs', 'queue', 'Queues'],
  ['AWS::SQS::QueueInlinePolicy', 'PolicyDocument', 'sqs', 'queue', 'Queue'],
  ['AWS::SNS::TopicPolicy', 'PolicyDocument', 'sns', 'topic', 'Topics'],
  ['AWS::SNS::TopicInlinePolicy', 'PolicyDocument', 'sns', 'topic', 'TopicArn'],
  ['AWS::Kinesis::ResourcePolicy', 'ResourcePolicy', 'kinesis', 'stream consumer', 'ResourceArn'],
  ['AWS::MSK::ClusterPolicy', 'Policy', 'kafka', 'cluster', 'ClusterArn'],
  ['AWS::Events::EventBus', 'Policy', 'events', 'event-bus rule-on-custom-event-bus'],
  ['AWS::Events::EventBusPolicy', 'Statement', 'events', 'event-bus rule-on-custom-event-bus', 'EventBusName'],
  ['AWS::EventsV2::ResourcePolicy', 'PolicyDocument', 'events', 'event-busv2', 'EventBusArn'],
  ['AWS::EventSchemas::RegistryPolicy', 'Policy', 'schemas', 'registry schema', 'RegistryName'],
  ['Demarc::SES::IdentityPolicy', 'Policy', 'ses', 'identity', 'Identity'],
  ['AWS::SMSVOICE::ResourcePolicy', 'PolicyDocument', 'sms-voice', 'PhoneNumber Pool SenderId OptOutList', 'ResourceArn'],

  ['AWS::KMS::Key', 'KeyPolicy', 'kms', 'key'],
  ['AWS::KMS::ReplicaKey', 'KeyPolicy', 'kms', 'key'],
  ['AWS::SecretsManager::ResourcePolicy', 'ResourcePolicy', 'secretsmanager', 'Secret', 'SecretId'],
  ['AWS::PaymentCryptography::Key', 'Policy', 'payment-cryptography', 'key'],
  ['Demarc::ACMPCA::Policy', 'Policy', 'acm-pca', 'certificate-authority', 'ResourceArn'],
  ['AWS::SSM::ResourcePolicy', 'Policy', 'ssm', 'opsitemgroup parameter', 'ResourceArn'],

  ['AWS::Lambda::ResourcePolicy', 'PolicyDocument', 'lambda', 'function', 'ResourceArn'],
  ['AWS::ECR::Repository', 'RepositoryPolicyText', 'ecr', 'repository'],
  ['AWS::ECR::RepositoryCreationTemplate', 'RepositoryPolicy', 'ecr', 'repository'],
  ['AWS::ECR::RegistryPolicy', 'PolicyText', 'ecr', 'repository'],
  ['AWS::ECR::PublicRepository', 'RepositoryPolicyText', 'ecr-public', 'repository'],
  ['AWS::CodeArtifact::Domain', 'PermissionsPolicyDocument', 'codeartifact', 'domain'],
  ['AWS::CodeArtifact::Repository', 'PermissionsPolicyDocument', 'codeartifact', 'repository package'],
  ['AWS::SageMaker::ModelPackageGroup', 'ModelPackageGroupPolicy', 'sagemaker', 'model-package-group model-package'],
  ['AWS::Bedrock::ResourcePolicy', 'PolicyDocument', 'bedrock', 'guardrail guardrail-profile custom-model', 'ResourceArn'],
  ['AWS::Bedrock::KnowledgeBasePolicy', 'PolicyDocument', 'bedrock', 'knowledge-base', 'KnowledgeBaseId'],
  ['AWS::BedrockAgentCore::ResourcePolicy', 'Policy', 'bedrock-agentcore', 'runtime runtime-endpoint gateway', 'ResourceArn'],
  ['AWS::Comprehend::DocumentClassifier', 'ModelPolicy', 'comprehend', 'document-classifier'],
  ['AWS::Comprehend::EntityRecognizer', 'ModelPolicy', 'comprehend', 'entity-recognizer'],
  ['AWS::Lex::ResourcePolicy', 'Policy', 'lex', 'bot', 'ResourceArn'],
  ['AWS::AIOps::InvestigationGroup', 'InvestigationGroupPolicy', 'aiops', 'investigation-group'],

  ['AWS::DynamoDB::Table', 'ResourcePolicy.PolicyDocument', 'dynamodb', 'table index'],
  ['AWS::DynamoDB::Table', 'StreamSpecification.ResourcePolicy.PolicyDocument', 'dynamodb', 'stream'],
  ['AWS::DynamoDB::GlobalTable', 'Replicas.ResourcePolicy.PolicyDocument', 'dynamodb', 'table index'],
  ['AWS::DynamoDB::GlobalTable', 'Replicas.ReplicaStreamSpecification.ResourcePolicy.PolicyDocument', 'dynamodb', 'stream'],
  ['AWS::DSQL::Cluster', 'PolicyDocument', 'dsql', 'Cluster'],
  ['AWS::Redshift::Cluster', 'NamespaceResourcePolicy', 'redshift', 'namespace'],
  ['AWS::RedshiftServerless::Namespace', 'NamespaceResourcePolicy', 'redshift', 'namespace'],
  ['Demarc::RedshiftServerless::ResourcePolicy', 'Policy', 'redshift-serverless', 'snapshot', 'ResourceArn'],
  ['AWS::OpenSearchService::Domain', 'AccessPolicies', 'es', 'domain'],
  ['AWS::Elasticsearch::Domain', 'AccessPolicies', 'es', 'domain'],
  ['Demarc::CloudSearch::Domain', 'AccessPolicies', 'cloudsearch', 'domain'],
  ['AWS::OSIS::Pipeline', 'ResourcePolicy.Policy', 'osis', 'pipeline'],
  ['Demarc::Glue::ResourcePolicy', 'PolicyInJson', 'glue', 'catalog database table'],

  ['AWS::ApiGateway::RestApi', 'Policy', 'execute-api', 'execute-api-general'],
  ['AWS::ApiGateway::DomainNameV2', 'Policy', 'execute-api', 'execute-api-domain'],
  ['AWS::VpcLattice::AuthPolicy', 'Policy', 'vpc-lattice-svcs', 'Service', 'ResourceIdentifier'],
  ['AWS::VpcLattice::ResourcePolicy', 'Policy', 'vpc-lattice', 'Service ServiceNetwork', 'ResourceArn'],
  ['Demarc::NetworkFirewall::ResourcePolicy', 'Policy', 'network-firewall', 'FirewallPolicy StatefulRuleGroup StatelessRuleGroup', 'ResourceArn'],

  ['AWS::Logs::ResourcePolicy', 'PolicyDocument', 'logs', 'log-group log-stream'],
  ['AWS::Logs::LogGroup', 'ResourcePolicyDocument', 'logs', 'log-group log-stream'],
  ['AWS::Logs::Destination', 'DestinationPolicy', 'logs', 'destination'],
  ['AWS::Logs::DeliveryDestination', 'DeliveryDestinationPolicy.DeliveryDestinationPolicy', 'logs', 'delivery-destination'],
  ['AWS::CloudTrail::ResourcePolicy', 'ResourcePolicy', 'cloudtrail', 'channel dashboard eventdatastore', 'ResourceArn'],
  ['AWS::Oam::Sink', 'Policy', 'oam', 'Sink'],
  ['AWS::XRay::ResourcePolicy', 'PolicyDocument', 'xray', ''],
  ['AWS::APS::ResourcePolicy', 'PolicyDocument', 'aps', 'workspace', 'WorkspaceArn'],
  ['AWS::RUM::AppMonitor', 'ResourcePolicy.PolicyDocument', 'rum', 'AppMonitorResource'],
  ['AWS::MediaPackageV2::ChannelPolicy', 'Policy', 'mediapackagev2', 'Channel', 'ChannelName'],
  ['AWS::MediaPackageV2::OriginEndpointPolicy', 'Policy', 'mediapackagev2', 'OriginEndpoint', 'OriginEndpointName'],
  ['AWS::MediaTailor::ChannelPolicy', 'Policy', 'mediatailor', 'channel', 'ChannelName'],
  ['AWS::Organizations::ResourcePolicy', 'Content', 'organizations', 'resourcepolicy'],

  ['AWS::IAM::Role', 'AssumeRolePolicyDocument', 'sts', 'role', undefined, 'trust'],
  ['AWS::Serverless::Function', 'AssumeRolePolicyDocument', 'sts', 'role', undefined, 'trust'],
  ['AWS::EC2::VPCEndpoint', 'PolicyDocument', 'ec2', '', undefined, 'endpoint'],
  ['AWS::ODB::OdbNetwork', 'S3PolicyDocument', 's3', '', undefined, 'endpoint'],
  ['AWS::ODB::OdbNetwork', 'KmsPolicyDocument', 'kms', '', undefined, 'endpoint'],
  ['AWS::ODB::OdbNetwork', 'StsPolicyDocument', 'sts', '', undefined, 'endpoint'],
];

export const RESOURCE_POLICY_CARRIERS: readonly ResourcePolicyCarrier[] = rows.map(([type, path, service, resourceTypes, owner, kind]) => ({
  type,
  path,
  ...(owner === undefined ? {} : { owner }),
  service,
  resourceTypes: resourceTypes === '' ? [] : resourceTypes.split(' '),
  ...(kind === undefined ? {} : { kind }),
}));

/** A type that grants by single properties instead of a document: one statement each. */
export interface PermissionCarrier {
  readonly type: string;
  readonly owner: string;
  readonly service: string;
  /** Property of the granted action or actions, with or without the service prefix; a constant where the type says it. */
  readonly action: { readonly path: string } | { readonly is: string };
  readonly principal: string;
  /** Properties that hold the caller back, each with the condition key that it stands for. */
  readonly conditions: Readonly<Record<string, string>>;
}

export const PERMISSION_CARRIERS: readonly PermissionCarrier[] = [
  {
    type: 'AWS::Lambda::Permission',
    owner: 'FunctionName',
    service: 'lambda',
    action: { path: 'Action' },
    principal: 'Principal',
    conditions: { SourceArn: 'aws:SourceArn', SourceAccount: 'aws:SourceAccount', PrincipalOrgID: 'aws:PrincipalOrgID', EventSourceToken: 'lambda:EventSourceToken', FunctionUrlAuthType: 'lambda:FunctionUrlAuthType' },
  },
  { type: 'AWS::Lambda::LayerVersionPermission', owner: 'LayerVersionArn', service: 'lambda', action: { path: 'Action' }, principal: 'Principal', conditions: { OrganizationId: 'aws:PrincipalOrgID' } },
  // `Condition` names its key itself (`Condition.Key`, `.Type`, `.Value`); only aws:PrincipalOrgID is taken.
  { type: 'AWS::Events::EventBusPolicy', owner: 'EventBusName', service: 'events', action: { path: 'Action' }, principal: 'Principal', conditions: { 'Condition.Value': 'aws:PrincipalOrgID' } },
  { type: 'AWS::ACMPCA::Permission', owner: 'CertificateAuthorityArn', service: 'acm-pca', action: { path: 'Actions' }, principal: 'Principal', conditions: { SourceAccount: 'aws:SourceAccount' } },
  { type: 'AWS::Signer::ProfilePermission', owner: 'ProfileName', service: 'signer', action: { path: 'Action' }, principal: 'Principal', conditions: {} },
  { type: 'AWS::EC2::VPCEndpointServicePermissions', owner: 'ServiceId', service: 'ec2', action: { is: 'ec2:CreateVpcEndpoint' }, principal: 'AllowedPrincipals', conditions: {} },
  { type: 'Demarc::KMS::Grant', owner: 'KeyId', service: 'kms', action: { path: 'Operations' }, principal: 'GranteePrincipal', conditions: {} },
];
