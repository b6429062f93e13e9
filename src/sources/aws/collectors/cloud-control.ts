/**
 * Types without a collector of their own, through Cloud Control: one interface that answers for every type in the shape of its schema.
 * What a reply does not hold stays open: it may not be set, or be of those that can only be written.
 * https://docs.aws.amazon.com/cloudcontrolapi/latest/userguide/supported-resources.html
 */
import type { Json } from '../../../model/index.js';
import { list, text, type Collector, type ListRow, type Properties, type Reply } from '../collector.js';

const TYPES = `
  ACMPCA::CertificateAuthority AmazonMQ::Configuration Amplify::App AppFlow::ConnectorProfile AppFlow::Flow APS::Workspace AppRunner::Service AppRunner::VpcConnector AppStream::Fleet
  Bedrock::Agent Bedrock::Guardrail Bedrock::KnowledgeBase Bedrock::Prompt BedrockAgentCore::Gateway BedrockAgentCore::Runtime
  CloudTrail::Channel CloudTrail::Dashboard CloudTrail::EventDataStore CodeArtifact::Domain CodeArtifact::Repository CodeCommit::Repository
  CodeGuruReviewer::RepositoryAssociation CodePipeline::Pipeline Comprehend::DocumentClassifier Connect::Instance DataSync::LocationObjectStorage
  DLM::LifecyclePolicy EventSchemas::RegistryPolicy FSx::FileSystem GlobalAccelerator::Accelerator ImageBuilder::Component
  ImageBuilder::DistributionConfiguration ImageBuilder::ImageRecipe IoT::Policy Kendra::Index KinesisVideo::Stream Lex::Bot MWAA::Environment
  MediaPackageV2::Channel MediaTailor::Channel QLDB::Ledger RedshiftServerless::Namespace RedshiftServerless::Workgroup S3::AccessPoint
  S3::MultiRegionAccessPoint S3Express::DirectoryBucket S3Express::BucketPolicy S3ObjectLambda::AccessPoint S3Outposts::Bucket S3Tables::TableBucket
  S3Vectors::VectorBucket SES::ConfigurationSet SES::EmailIdentity SSO::PermissionSet Scheduler::Schedule Signer::SigningProfile Timestream::Database
  VpcLattice::Service VpcLattice::ServiceNetwork
`
  .trim()
  .split(/\s+/)
  .map((name) => `AWS::${name}`);

const LISTED: Omit<ListRow, 'input' | 'items'> = { command: 'ListResourcesCommand', permission: 'cloudformation:ListResources', next: { out: 'NextToken', in: 'NextToken' } };

function properties(description: unknown): Properties {
  const written = text((description as Reply | undefined)?.['Properties']);
  const value: unknown = written === undefined ? undefined : JSON.parse(written);
  if (value === null || typeof value !== 'object' || Array.isArray(value)) throw Object.assign(new Error('no properties'), { name: 'InvalidResponse' });
  return value as Readonly<Record<string, Json>>;
}

/**
 * What follows from attributes that a reply holds beside the properties. An access point of the internet has no network of its own:
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-s3-accesspoint.html
 */
const FOLLOWS: Readonly<Record<string, (told: Properties) => Properties>> = {
  'AWS::S3::AccessPoint': ({ NetworkOrigin }) => (NetworkOrigin === 'Internet' ? { VpcConfiguration: undefined } : {}),
};

const ofType = (type: string): Collector => ({
  service: 'cloudcontrol',
  type,
  list: { ...LISTED, input: { TypeName: type }, items: (page) => list(page['ResourceDescriptions']) },
  // Many identifiers are ARNs; the others are told apart by their type and place.
  arn: (item, { account, region }) => (identifier(item).startsWith('arn:') ? identifier(item) : `${type}:${region}:${account}:${identifier(item)}`),
  name: (item) => identifier(item).split(/[/|:]/).at(-1) ?? '',
  properties: () => ({}),
  reads: [{ command: 'GetResourceCommand', permission: 'cloudformation:GetResource', input: (item) => ({ TypeName: type, Identifier: item['Identifier'] }), fills: 'all', value: (page) => told(type, properties(page['ResourceDescription'])) }],
});

const told = (type: string, all: Properties): Properties => ({ ...FOLLOWS[type]?.(all), ...all });

const identifier = (item: Reply): string => text(item['Identifier']) ?? '';

/** Private authorities whose policies no client that runs here can ask for: what one lets in is not known. */
const authorities: Collector = {
  ...ofType('AWS::ACMPCA::CertificateAuthority'),
  type: 'Demarc::ACMPCA::Policy',
  arn: (item) => `${identifier(item)}/policy`,
  properties: (item) => ({ ResourceArn: identifier(item) }),
  reads: [],
};

/** `collected`: types that have a collector of their own. */
export const cloudControl = (collected: ReadonlySet<string>): readonly Collector[] => [...TYPES.filter((type) => !collected.has(type)).map(ofType), authorities];
