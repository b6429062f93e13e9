/** Types that are read of accounts and are not among the cases of parity, and why; a new type belongs here or there. */

/** The API server has no such service, does not make such a resource, or answers for it from a fixture: there is nothing to make. */
export const notOnTheServer: readonly string[] = [
  'AWS::ACMPCA::CertificateAuthority', 'AWS::CodeBuild::ReportGroup', 'AWS::Connect::InstanceStorageConfig', 'AWS::Lambda::LayerVersionPermission', 'AWS::NetworkFirewall::RuleGroup',
  'AWS::S3Tables::TableBucketPolicy', 'AWS::S3Tables::TablePolicy',
  'AWS::APS::Workspace', 'AWS::AccessAnalyzer::Analyzer', 'AWS::AmazonMQ::Configuration', 'AWS::Amplify::App', 'AWS::AppFlow::ConnectorProfile',
  'AWS::AppFlow::Flow', 'AWS::AppRunner::Service', 'AWS::AppRunner::VpcConnector', 'AWS::AppStream::Fleet', 'AWS::Backup::BackupSelection',
  'AWS::Bedrock::Agent', 'AWS::Bedrock::Guardrail', 'AWS::Bedrock::KnowledgeBase', 'AWS::Bedrock::Prompt', 'AWS::BedrockAgentCore::Gateway',
  'AWS::BedrockAgentCore::Runtime', 'AWS::CloudFront::ResponseHeadersPolicy', 'AWS::CloudTrail::Channel', 'AWS::CloudTrail::Dashboard',
  'AWS::CloudTrail::EventDataStore', 'AWS::CodeArtifact::Domain', 'AWS::CodeArtifact::Repository', 'AWS::CodeCommit::Repository',
  'AWS::CodeGuruReviewer::RepositoryAssociation', 'AWS::CodePipeline::Pipeline', 'AWS::Cognito::UserPoolRiskConfigurationAttachment',
  'AWS::Comprehend::DocumentClassifier', 'AWS::Connect::Instance', 'AWS::DLM::LifecyclePolicy', 'AWS::DataSync::LocationObjectStorage',
  'AWS::DocDB::DBCluster', 'AWS::DocDB::DBClusterParameterGroup', 'AWS::DocDB::DBInstance', 'AWS::DocDB::GlobalCluster', 'AWS::EC2::ClientVpnEndpoint',
  'AWS::Elasticsearch::Domain', 'AWS::EventSchemas::RegistryPolicy', 'AWS::FSx::FileSystem', 'AWS::GlobalAccelerator::Accelerator',
  'AWS::ImageBuilder::Component', 'AWS::ImageBuilder::DistributionConfiguration', 'AWS::ImageBuilder::ImageRecipe', 'AWS::IoT::Policy',
  'AWS::Kendra::Index', 'AWS::KinesisVideo::Stream', 'AWS::Lex::Bot', 'AWS::MWAA::Environment', 'AWS::MediaPackageV2::Channel',
  'AWS::MediaTailor::Channel', 'AWS::QLDB::Ledger', 'AWS::RedshiftServerless::Namespace', 'AWS::RedshiftServerless::Workgroup', 'AWS::Route53::DNSSEC',
  'AWS::S3::AccessPoint', 'AWS::S3::MultiRegionAccessPoint', 'AWS::S3Express::BucketPolicy', 'AWS::S3Express::DirectoryBucket',
  'AWS::S3ObjectLambda::AccessPoint', 'AWS::S3Outposts::Bucket', 'AWS::S3Tables::TableBucket', 'AWS::S3Vectors::VectorBucket',
  'AWS::SES::ConfigurationSet', 'AWS::SES::EmailIdentity', 'AWS::SSO::PermissionSet', 'AWS::Scheduler::Schedule', 'AWS::Signer::SigningProfile',
  'AWS::Timestream::Database', 'AWS::VpcLattice::Service', 'AWS::VpcLattice::ServiceNetwork',
];

/** Made by the server, and read in the matrix of faults, but not compared with a template yet. */
export const notCompared: readonly string[] = [
  'AWS::Comprehend::EntityRecognizer', 'AWS::Lambda::LayerVersion', 'AWS::Route53::RecordSet', 'AWS::SNS::Subscription', 'AWS::SSM::MaintenanceWindow',
  'AWS::SSM::MaintenanceWindowTarget', 'AWS::SSM::MaintenanceWindowTask', 'AWS::SSO::Assignment', 'AWS::VpcLattice::AuthPolicy', 'AWS::WAFv2::RuleGroup',
  'AWS::ApiGateway::Method', 'AWS::ApiGateway::RequestValidator', 'AWS::ApiGateway::Stage', 'AWS::ApiGatewayV2::VpcLink', 'AWS::AppSync::ApiCache',
  'AWS::AutoScaling::AutoScalingGroup', 'AWS::Batch::ComputeEnvironment', 'AWS::CloudFormation::Stack', 'AWS::DMS::ReplicationInstance',
  'AWS::EC2::EIPAssociation', 'AWS::EC2::NatGateway', 'AWS::EC2::Route', 'AWS::EC2::SubnetNetworkAclAssociation',
  'AWS::EC2::SubnetRouteTableAssociation', 'AWS::EC2::VPCEndpointService', 'AWS::EC2::VPCEndpointServicePermissions', 'AWS::EC2::VPCGatewayAttachment',
  'AWS::EC2::VPCPeeringConnection', 'AWS::EC2::VolumeAttachment', 'AWS::ECR::RegistryPolicy', 'AWS::EFS::MountTarget', 'AWS::EKS::Nodegroup',
  'AWS::EMR::Cluster', 'AWS::EMR::SecurityConfiguration', 'AWS::ElasticBeanstalk::Environment', 'AWS::IAM::AccessKey', 'AWS::Kinesis::ResourcePolicy',
  'AWS::Lambda::ResourcePolicy', 'AWS::Logs::Destination', 'AWS::Logs::ResourcePolicy', 'AWS::MSK::Cluster', 'AWS::MSK::ClusterPolicy',
  'AWS::Neptune::DBClusterParameterGroup', 'AWS::Neptune::DBInstance', 'AWS::NetworkFirewall::FirewallPolicy',
  'AWS::NetworkFirewall::LoggingConfiguration', 'AWS::Organizations::Account', 'AWS::Organizations::OrganizationalUnit', 'AWS::Organizations::Policy',
  'AWS::RDS::DBProxy', 'AWS::RDS::DBSubnetGroup', 'AWS::SNS::TopicPolicy', 'AWS::SSM::PatchBaseline', 'AWS::SageMaker::DataQualityJobDefinition',
  'AWS::SageMaker::Domain', 'AWS::SageMaker::ModelPackageGroup', 'AWS::SecretsManager::ResourcePolicy', 'AWS::SecretsManager::RotationSchedule',
  'AWS::SecurityHub::Hub', 'AWS::WAFv2::LoggingConfiguration', 'AWS::WAFv2::WebACLAssociation', 'AWS::WorkSpaces::Workspace',
];
