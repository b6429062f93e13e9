/**
 * Types that are a setting themselves: what the rules do not claim of their properties belongs to the layer that the type exists for.
 * All rows that match count; the first gives the layer of the unclaimed properties.
 */
import type { Layer } from '../model/layers.js';

export interface Home {
  readonly layer: Layer;
  readonly why: string;
  readonly on: RegExp;
}

export const homes: readonly Home[] = [
  { layer: 'identity', why: 'policies and grants attached to something else', on: /::\w*(ResourcePolicy|RegistryPolicy|RepositoryPolicy|FileSystemPolicy|BucketPolicy|QueuePolicy|QueueInlinePolicy|TopicPolicy|TopicInlinePolicy|EventBusPolicy|PolicyTemplate|PolicyGrant|AccessPolicy|Permissions?|Authorizer|AccessEntry|PodIdentityAssociation|IdentityProviderConfig|(?<!Backup)Grant|OriginAccessControl|CloudFrontOriginAccessIdentity|IdentitySource|IdentityProvider|UsagePlanKey|AccessControlAttributeConfiguration|PermissionSet|TrustAnchor)$/ },
  { layer: 'identity', why: 'services of identity', on: /^AWS::(IAM|SSO|RolesAnywhere|AccessAnalyzer|IdentityStore|VerifiedPermissions|DirectoryService|LakeFormation|MPA)::|^AWS::Cognito::(UserPool|UserPoolClient|UserPoolGroup|UserPoolUser|UserPoolUserToGroupAttachment|UserPoolIdentityProvider|UserPoolResourceServer|UserPoolRiskConfigurationAttachment|IdentityPool\w*)$|^AWS::Organizations::(Policy|Account|OrganizationalUnit)$/ },
  { layer: 'resilience', why: 'recovery', on: /^AWS::(Backup|DLM|Rbin|ARC\w+|DRS|FIS|ResilienceHub\w*|Route53Recovery\w+)::|::\w*(?<!Restore)(Snapshot|SnapshotSchedule|SnapshotPolicy|ReplicationConfiguration|GlobalCluster|GlobalReplicationGroup|ReplicationSet|SnapshotCopyGrant)$/ },
  { layer: 'network', why: 'services of the network', on: /^AWS::(NetworkFirewall|WAF|WAFRegional|WAFv2|Shield|FMS|NetworkManager|Route53|Route53Resolver|Route53Profiles|Route53GlobalResolver|Route53RecoveryControl|GlobalAccelerator|VpcLattice|DirectConnect|AppMesh|RTBFabric)::/ },
  { layer: 'network', why: 'networks of EC2', on: /^AWS::EC2::(VPC\w*|VPN\w*|Subnet\w*|Route\w*|SecurityGroup\w*|Network\w+|TransitGateway\w*|ClientVpn\w*|\w*Gateway\w*|EIP\w*|DHCPOptions|PrefixList|VerifiedAccess\w*|InstanceConnectEndpoint|IPAM\w*|IpPool\w*|TrafficMirror\w*|LocalGateway\w*|EnclaveCertificate\w*)$/ },
  { layer: 'network', why: 'network parts of other services', on: /::(\w*SecurityGroup(Ingress|Egress)?|\w*SubnetGroup|\w*VpcLink|\w*VpcEndpoint|\w*VpcOrigin|Listener|ListenerRule|ListenerCertificate|TargetGroup|TrustStoreRevocation|\w*VPCConnection|\w*VpcConnection|NetworkConnector|NetworkSettings|IpAccessSettings|IPSet)$/ },
  { layer: 'logging', why: 'traffic copied for inspection', on: /^AWS::EC2::TrafficMirror(Session|Target|Filter\w*)$/ },
  { layer: 'logging', why: 'services of detection and monitoring', on: /^AWS::(CloudTrail|GuardDuty|SecurityHub|Config|Detective|Macie|Inspector|InspectorV2|AuditManager|Logs|CloudWatch|Oam|XRay|ObservabilityAdmin|SecurityLake|DevOpsGuru|SSMIncidents|Notifications|ApplicationSignals|ApplicationInsights|RUM|Synthetics|InternetMonitor|APS)::|^AWS::IoT::(\w*Audit\w*|SecurityProfile|MitigationAction|CustomMetric|Dimension|Logging|ResourceSpecificLogging)$/ },
  { layer: 'logging', why: 'log settings of other services', on: /::\w*(LoggingConfiguration|LogDeliveryConfiguration|LogDelivery|FlowLog|QueryLoggingConfig(Association)?|MonitoringSchedule|MonitoringSubscription|AnomalyDetector|RealtimeLogConfig|StorageLens|StorageLensGroup)$/ },
  { layer: 'encryption', why: 'keys and certificates', on: /^AWS::(KMS|ACMPCA|CertificateManager|CloudHSM|PaymentCryptography|PCAConnector\w+)::|::\w*(VPCEncryptionControl|Certificate|CACertificate|CertificateAuthority|TrustStore|SecurityConfiguration|PublicKey|KeyGroup|EncryptionConfiguration)$/ },
  { layer: 'secrets', why: 'credentials', on: /^AWS::SecretsManager::|^AWS::SSM::Parameter$|::\w*(CredentialProvider|ApiKey|AccessKey|SecretTargetAttachment)$/ },
  { layer: 'data', why: 'sharing and public access', on: /^AWS::(RAM|LakeFormation)::|::\w*(ResourceShare|PublicAccessBlock|DataProtectionSettings|DataShare\w*|DataCellsFilter)$/ },
  { layer: 'os', why: 'images and patches', on: /^AWS::SSM::(PatchBaseline|MaintenanceWindow\w*|Association)$|^AWS::ImageBuilder::(?!Container|Lifecycle)/ },
  { layer: 'runtime', why: 'settings and parts of an engine', on: /::\w*(ParameterGroup|OptionGroup)$|^AWS::(EKS::Addon|MSK::Configuration|AmazonMQ::Configuration\w*|RDS::CustomDBEngineVersion)$/ },
  { layer: 'application', why: 'versions of your code and what delivers it', on: /^AWS::(CodePipeline|CodeDeploy|CodeCommit|CodeArtifact|Signer|ServiceCatalog|AppConfig)::|^AWS::(Lambda::(Version|LayerVersion)|StepFunctions::(StateMachineVersion|StateMachineAlias)|SSM::Document|CloudFormation::(Stack|StackSet|HookVersion|ResourceVersion|ModuleVersion)|AppRunner::Service|ElasticBeanstalk::ApplicationVersion|AppSync::(Resolver|FunctionConfiguration|GraphQLSchema))$/ },
];
