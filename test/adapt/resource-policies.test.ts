/** Each way to write a resource policy in Terraform ends as a document at the property that the table of carriers names. */
import { describe, expect, it } from 'vitest';
import { PERMISSION_CARRIERS, RESOURCE_POLICY_CARRIERS, type ResourcePolicyCarrier } from '../../src/access/carriers.js';
import { adapt } from '../../src/adapt/index.js';
import { fold } from '../../src/graph/fold.js';
import { link } from '../../src/graph/link.js';
import { parsePolicy } from '../../src/iam/index.js';
import { at, type Resource, type Tree } from '../../src/model/index.js';
import { leaves, loadSchemas, propertyAt, schemaOf, typeNames } from '../../src/schema/aws/index.js';
import { resourceType, serviceOf } from '../../src/schema/iam/index.js';
import { project } from '../terraform/project-of.js';

const POLICY = 'jsonencode({ Version = "2012-10-17", Statement = [{ Sid = "planted", Effect = "Allow", Principal = "*", Action = "*", Resource = "*" }] })';

/** Type and address of the carrier, the resource that it is for (itself when there is none), and the code. */
const snippets: readonly (readonly [type: string, address: string, owner: string | undefined, code: string])[] = [
  ['AWS::S3::BucketPolicy', 'aws_s3_bucket_policy.p', 'aws_s3_bucket.b', 'resource "aws_s3_bucket" "b" {}\nresource "aws_s3_bucket_policy" "p" {\n  bucket = aws_s3_bucket.b.id\n  policy = POLICY\n}'],
  ['AWS::S3::BucketPolicy', 'aws_s3_bucket.b/policy', 'aws_s3_bucket.b', 'resource "aws_s3_bucket" "b" {\n  policy = POLICY\n}'],
  ['AWS::S3::AccessPoint', 'aws_s3_access_point.a', undefined, 'resource "aws_s3_access_point" "a" {\n  name   = "a"\n  bucket = "b"\n  policy = POLICY\n}'],
  ['AWS::S3::AccessPoint', 'aws_s3_access_point.a', undefined, 'resource "aws_s3_access_point" "a" {\n  name   = "a"\n  bucket = "b"\n}\nresource "aws_s3control_access_point_policy" "p" {\n  access_point_arn = aws_s3_access_point.a.arn\n  policy           = POLICY\n}'],
  ['AWS::S3::MultiRegionAccessPointPolicy', 'aws_s3control_multi_region_access_point_policy.p', 'aws_s3control_multi_region_access_point.m', 'resource "aws_s3control_multi_region_access_point" "m" {\n  details {\n    name = "m"\n    region {\n      bucket = "b"\n    }\n  }\n}\nresource "aws_s3control_multi_region_access_point_policy" "p" {\n  details {\n    name   = "m"\n    policy = POLICY\n  }\n}'],
  ['AWS::S3ObjectLambda::AccessPointPolicy', 'aws_s3control_object_lambda_access_point_policy.p', 'aws_s3control_object_lambda_access_point.a', 'resource "aws_s3control_object_lambda_access_point" "a" {\n  name = "a"\n}\nresource "aws_s3control_object_lambda_access_point_policy" "p" {\n  name   = aws_s3control_object_lambda_access_point.a.name\n  policy = POLICY\n}'],
  ['AWS::S3Outposts::BucketPolicy', 'aws_s3control_bucket_policy.p', undefined, 'resource "aws_s3control_bucket_policy" "p" {\n  bucket = "arn:aws:s3-outposts:eu-west-1:111122223333:outpost/op-1/bucket/b"\n  policy = POLICY\n}'],
  ['AWS::S3Tables::TableBucketPolicy', 'aws_s3tables_table_bucket_policy.p', 'aws_s3tables_table_bucket.b', 'resource "aws_s3tables_table_bucket" "b" {\n  name = "b"\n}\nresource "aws_s3tables_table_bucket_policy" "p" {\n  table_bucket_arn = aws_s3tables_table_bucket.b.arn\n  resource_policy  = POLICY\n}'],
  ['AWS::S3Tables::TablePolicy', 'aws_s3tables_table_policy.p', undefined, 'resource "aws_s3tables_table_policy" "p" {\n  name             = "t"\n  namespace        = "n"\n  table_bucket_arn = "arn:aws:s3tables:eu-west-1:111122223333:bucket/b"\n  resource_policy  = POLICY\n}'],
  ['AWS::S3Vectors::VectorBucketPolicy', 'aws_s3vectors_vector_bucket_policy.p', 'aws_s3vectors_vector_bucket.b', 'resource "aws_s3vectors_vector_bucket" "b" {\n  vector_bucket_name = "b"\n}\nresource "aws_s3vectors_vector_bucket_policy" "p" {\n  vector_bucket_arn = aws_s3vectors_vector_bucket.b.arn\n  policy            = POLICY\n}'],
  ['AWS::FSx::S3AccessPointAttachment', 'aws_fsx_s3_access_point_attachment.a', undefined, 'resource "aws_fsx_s3_access_point_attachment" "a" {\n  name = "a"\n  type = "OPENZFS"\n  s3_access_point {\n    policy = POLICY\n  }\n}'],
  ['AWS::EFS::FileSystem', 'aws_efs_file_system.f', undefined, 'resource "aws_efs_file_system" "f" {}\nresource "aws_efs_file_system_policy" "p" {\n  file_system_id = aws_efs_file_system.f.id\n  policy         = POLICY\n}'],
  ['AWS::Backup::BackupVault', 'aws_backup_vault.v', undefined, 'resource "aws_backup_vault" "v" {\n  name = "v"\n}\nresource "aws_backup_vault_policy" "p" {\n  backup_vault_name = aws_backup_vault.v.name\n  policy            = POLICY\n}'],
  ['Demarc::Glacier::Vault', 'aws_glacier_vault.v', undefined, 'resource "aws_glacier_vault" "v" {\n  name          = "v"\n  access_policy = POLICY\n}'],
  ['AWS::MediaStore::Container', 'aws_media_store_container.c', undefined, 'resource "aws_media_store_container" "c" {\n  name = "c"\n}\nresource "aws_media_store_container_policy" "p" {\n  container_name = aws_media_store_container.c.name\n  policy         = POLICY\n}'],
  ['AWS::SQS::QueuePolicy', 'aws_sqs_queue_policy.p', 'aws_sqs_queue.q', 'resource "aws_sqs_queue" "q" {}\nresource "aws_sqs_queue_policy" "p" {\n  queue_url = aws_sqs_queue.q.id\n  policy    = POLICY\n}'],
  ['AWS::SQS::QueuePolicy', 'aws_sqs_queue.q/policy', 'aws_sqs_queue.q', 'resource "aws_sqs_queue" "q" {\n  policy = POLICY\n}'],
  ['AWS::SNS::TopicPolicy', 'aws_sns_topic_policy.p', 'aws_sns_topic.t', 'resource "aws_sns_topic" "t" {}\nresource "aws_sns_topic_policy" "p" {\n  arn    = aws_sns_topic.t.arn\n  policy = POLICY\n}'],
  ['AWS::SNS::TopicPolicy', 'aws_sns_topic.t/policy', 'aws_sns_topic.t', 'resource "aws_sns_topic" "t" {\n  policy = POLICY\n}'],
  ['AWS::Kinesis::ResourcePolicy', 'aws_kinesis_resource_policy.p', 'aws_kinesis_stream.s', 'resource "aws_kinesis_stream" "s" {\n  name = "s"\n}\nresource "aws_kinesis_resource_policy" "p" {\n  resource_arn = aws_kinesis_stream.s.arn\n  policy       = POLICY\n}'],
  ['AWS::MSK::ClusterPolicy', 'aws_msk_cluster_policy.p', 'aws_msk_cluster.c', 'resource "aws_msk_cluster" "c" {\n  cluster_name = "c"\n}\nresource "aws_msk_cluster_policy" "p" {\n  cluster_arn = aws_msk_cluster.c.arn\n  policy      = POLICY\n}'],
  ['AWS::Events::EventBus', 'aws_cloudwatch_event_bus.b', undefined, 'resource "aws_cloudwatch_event_bus" "b" {\n  name = "b"\n}\nresource "aws_cloudwatch_event_bus_policy" "p" {\n  event_bus_name = aws_cloudwatch_event_bus.b.name\n  policy         = POLICY\n}'],
  ['AWS::EventSchemas::RegistryPolicy', 'aws_schemas_registry_policy.p', 'aws_schemas_registry.r', 'resource "aws_schemas_registry" "r" {\n  name = "r"\n}\nresource "aws_schemas_registry_policy" "p" {\n  registry_name = aws_schemas_registry.r.name\n  policy        = POLICY\n}'],
  ['Demarc::SES::IdentityPolicy', 'aws_ses_identity_policy.p', 'aws_ses_domain_identity.d', 'resource "aws_ses_domain_identity" "d" {\n  domain = "example.com"\n}\nresource "aws_ses_identity_policy" "p" {\n  identity = aws_ses_domain_identity.d.arn\n  name     = "p"\n  policy   = POLICY\n}'],
  ['Demarc::SES::IdentityPolicy', 'aws_sesv2_email_identity_policy.p', 'aws_sesv2_email_identity.d', 'resource "aws_sesv2_email_identity" "d" {\n  email_identity = "example.com"\n}\nresource "aws_sesv2_email_identity_policy" "p" {\n  email_identity = aws_sesv2_email_identity.d.email_identity\n  policy_name    = "p"\n  policy         = POLICY\n}'],
  ['AWS::KMS::Key', 'aws_kms_key.k', undefined, 'resource "aws_kms_key" "k" {\n  policy = POLICY\n}'],
  ['AWS::KMS::Key', 'aws_kms_external_key.k', undefined, 'resource "aws_kms_external_key" "k" {\n  policy = POLICY\n}'],
  ['AWS::KMS::ReplicaKey', 'aws_kms_replica_key.k', undefined, 'resource "aws_kms_replica_key" "k" {\n  primary_key_arn = "arn:aws:kms:us-east-1:111122223333:key/k"\n  policy          = POLICY\n}'],
  ['AWS::KMS::Key', 'aws_kms_key.k', undefined, 'resource "aws_kms_key" "k" {}\nresource "aws_kms_key_policy" "p" {\n  key_id = aws_kms_key.k.id\n  policy = POLICY\n}'],
  ['AWS::SecretsManager::ResourcePolicy', 'aws_secretsmanager_secret_policy.p', 'aws_secretsmanager_secret.s', 'resource "aws_secretsmanager_secret" "s" {}\nresource "aws_secretsmanager_secret_policy" "p" {\n  secret_arn = aws_secretsmanager_secret.s.arn\n  policy     = POLICY\n}'],
  ['Demarc::ACMPCA::Policy', 'aws_acmpca_policy.p', 'aws_acmpca_certificate_authority.a', 'resource "aws_acmpca_certificate_authority" "a" {}\nresource "aws_acmpca_policy" "p" {\n  resource_arn = aws_acmpca_certificate_authority.a.arn\n  policy       = POLICY\n}'],
  ['AWS::ECR::Repository', 'aws_ecr_repository.r', undefined, 'resource "aws_ecr_repository" "r" {\n  name = "r"\n}\nresource "aws_ecr_repository_policy" "p" {\n  repository = aws_ecr_repository.r.name\n  policy     = POLICY\n}'],
  ['AWS::ECR::PublicRepository', 'aws_ecrpublic_repository.r', undefined, 'resource "aws_ecrpublic_repository" "r" {\n  repository_name = "r"\n}\nresource "aws_ecrpublic_repository_policy" "p" {\n  repository_name = aws_ecrpublic_repository.r.repository_name\n  policy          = POLICY\n}'],
  ['AWS::ECR::RegistryPolicy', 'aws_ecr_registry_policy.p', undefined, 'resource "aws_ecr_registry_policy" "p" {\n  policy = POLICY\n}'],
  ['AWS::ECR::RepositoryCreationTemplate', 'aws_ecr_repository_creation_template.t', undefined, 'resource "aws_ecr_repository_creation_template" "t" {\n  prefix            = "t"\n  applied_for       = ["PULL_THROUGH_CACHE"]\n  repository_policy = POLICY\n}'],
  ['AWS::CodeArtifact::Domain', 'aws_codeartifact_domain.d', undefined, 'resource "aws_codeartifact_domain" "d" {\n  domain = "d"\n}\nresource "aws_codeartifact_domain_permissions_policy" "p" {\n  domain          = aws_codeartifact_domain.d.domain\n  policy_document = POLICY\n}'],
  ['AWS::CodeArtifact::Repository', 'aws_codeartifact_repository.r', undefined, 'resource "aws_codeartifact_repository" "r" {\n  repository = "r"\n  domain     = "d"\n}\nresource "aws_codeartifact_repository_permissions_policy" "p" {\n  repository      = aws_codeartifact_repository.r.repository\n  domain          = "d"\n  policy_document = POLICY\n}'],
  ['AWS::SageMaker::ModelPackageGroup', 'aws_sagemaker_model_package_group.g', undefined, 'resource "aws_sagemaker_model_package_group" "g" {\n  model_package_group_name = "g"\n}\nresource "aws_sagemaker_model_package_group_policy" "p" {\n  model_package_group_name = aws_sagemaker_model_package_group.g.model_package_group_name\n  resource_policy          = POLICY\n}'],
  ['AWS::DynamoDB::Table', 'aws_dynamodb_table.t', undefined, 'resource "aws_dynamodb_table" "t" {\n  name = "t"\n}\nresource "aws_dynamodb_resource_policy" "p" {\n  resource_arn = aws_dynamodb_table.t.arn\n  policy       = POLICY\n}'],
  ['AWS::Redshift::Cluster', 'aws_redshift_cluster.c', undefined, 'resource "aws_redshift_cluster" "c" {\n  cluster_identifier = "c"\n}\nresource "aws_redshift_resource_policy" "p" {\n  resource_arn = aws_redshift_cluster.c.cluster_namespace_arn\n  policy       = POLICY\n}'],
  ['Demarc::RedshiftServerless::ResourcePolicy', 'aws_redshiftserverless_resource_policy.p', undefined, 'resource "aws_redshiftserverless_resource_policy" "p" {\n  resource_arn = "arn:aws:redshift-serverless:eu-west-1:111122223333:snapshot/s"\n  policy       = POLICY\n}'],
  ['AWS::OpenSearchService::Domain', 'aws_opensearch_domain.d', undefined, 'resource "aws_opensearch_domain" "d" {\n  domain_name     = "d"\n  access_policies = POLICY\n}'],
  ['AWS::OpenSearchService::Domain', 'aws_opensearch_domain.d', undefined, 'resource "aws_opensearch_domain" "d" {\n  domain_name = "d"\n}\nresource "aws_opensearch_domain_policy" "p" {\n  domain_name     = aws_opensearch_domain.d.domain_name\n  access_policies = POLICY\n}'],
  ['AWS::Elasticsearch::Domain', 'aws_elasticsearch_domain.d', undefined, 'resource "aws_elasticsearch_domain" "d" {\n  domain_name     = "d"\n  access_policies = POLICY\n}'],
  ['AWS::Elasticsearch::Domain', 'aws_elasticsearch_domain.d', undefined, 'resource "aws_elasticsearch_domain" "d" {\n  domain_name = "d"\n}\nresource "aws_elasticsearch_domain_policy" "p" {\n  domain_name     = aws_elasticsearch_domain.d.domain_name\n  access_policies = POLICY\n}'],
  ['Demarc::CloudSearch::Domain', 'aws_cloudsearch_domain.d', undefined, 'resource "aws_cloudsearch_domain" "d" {\n  name = "d"\n}\nresource "aws_cloudsearch_domain_service_access_policy" "p" {\n  domain_name   = aws_cloudsearch_domain.d.id\n  access_policy = POLICY\n}'],
  ['Demarc::Glue::ResourcePolicy', 'aws_glue_resource_policy.p', undefined, 'resource "aws_glue_resource_policy" "p" {\n  policy = POLICY\n}'],
  ['AWS::ApiGateway::RestApi', 'aws_api_gateway_rest_api.a', undefined, 'resource "aws_api_gateway_rest_api" "a" {\n  name   = "a"\n  policy = POLICY\n}'],
  ['AWS::ApiGateway::RestApi', 'aws_api_gateway_rest_api.a', undefined, 'resource "aws_api_gateway_rest_api" "a" {\n  name = "a"\n}\nresource "aws_api_gateway_rest_api_policy" "p" {\n  rest_api_id = aws_api_gateway_rest_api.a.id\n  policy      = POLICY\n}'],
  ['AWS::VpcLattice::AuthPolicy', 'aws_vpclattice_auth_policy.p', 'aws_vpclattice_service.s', 'resource "aws_vpclattice_service" "s" {\n  name = "s"\n}\nresource "aws_vpclattice_auth_policy" "p" {\n  resource_identifier = aws_vpclattice_service.s.arn\n  policy              = POLICY\n}'],
  ['AWS::VpcLattice::ResourcePolicy', 'aws_vpclattice_resource_policy.p', 'aws_vpclattice_service_network.s', 'resource "aws_vpclattice_service_network" "s" {\n  name = "s"\n}\nresource "aws_vpclattice_resource_policy" "p" {\n  resource_arn = aws_vpclattice_service_network.s.arn\n  policy       = POLICY\n}'],
  ['Demarc::NetworkFirewall::ResourcePolicy', 'aws_networkfirewall_resource_policy.p', 'aws_networkfirewall_firewall_policy.f', 'resource "aws_networkfirewall_firewall_policy" "f" {\n  name = "f"\n}\nresource "aws_networkfirewall_resource_policy" "p" {\n  resource_arn = aws_networkfirewall_firewall_policy.f.arn\n  policy       = POLICY\n}'],
  ['AWS::Logs::ResourcePolicy', 'aws_cloudwatch_log_resource_policy.p', undefined, 'resource "aws_cloudwatch_log_resource_policy" "p" {\n  policy_name     = "p"\n  policy_document = POLICY\n}'],
  ['AWS::Logs::Destination', 'aws_cloudwatch_log_destination.d', undefined, 'resource "aws_cloudwatch_log_destination" "d" {\n  name = "d"\n}\nresource "aws_cloudwatch_log_destination_policy" "p" {\n  destination_name = aws_cloudwatch_log_destination.d.name\n  access_policy    = POLICY\n}'],
  ['AWS::Logs::DeliveryDestination', 'aws_cloudwatch_log_delivery_destination.d', undefined, 'resource "aws_cloudwatch_log_delivery_destination" "d" {\n  name = "d"\n}\nresource "aws_cloudwatch_log_delivery_destination_policy" "p" {\n  delivery_destination_name   = aws_cloudwatch_log_delivery_destination.d.name\n  delivery_destination_policy = POLICY\n}'],
  ['AWS::Oam::Sink', 'aws_oam_sink.s', undefined, 'resource "aws_oam_sink" "s" {\n  name = "s"\n}\nresource "aws_oam_sink_policy" "p" {\n  sink_identifier = aws_oam_sink.s.arn\n  policy          = POLICY\n}'],
  ['AWS::XRay::ResourcePolicy', 'aws_xray_resource_policy.p', undefined, 'resource "aws_xray_resource_policy" "p" {\n  policy_name     = "p"\n  policy_document = POLICY\n}'],
  ['AWS::APS::ResourcePolicy', 'aws_prometheus_resource_policy.p', 'aws_prometheus_workspace.w', 'resource "aws_prometheus_workspace" "w" {}\nresource "aws_prometheus_resource_policy" "p" {\n  workspace_id    = aws_prometheus_workspace.w.id\n  policy_document = POLICY\n}'],
  ['AWS::Organizations::ResourcePolicy', 'aws_organizations_resource_policy.p', undefined, 'resource "aws_organizations_resource_policy" "p" {\n  content = POLICY\n}'],
  ['AWS::IAM::Role', 'aws_iam_role.r', undefined, 'resource "aws_iam_role" "r" {\n  assume_role_policy = POLICY\n}'],
  ['AWS::EC2::VPCEndpoint', 'aws_vpc_endpoint.e', undefined, 'resource "aws_vpc_endpoint" "e" {\n  vpc_id       = "v"\n  service_name = "s"\n  policy       = POLICY\n}'],
  ['AWS::EC2::VPCEndpoint', 'aws_vpc_endpoint.e', undefined, 'resource "aws_vpc_endpoint" "e" {\n  vpc_id       = "v"\n  service_name = "s"\n}\nresource "aws_vpc_endpoint_policy" "p" {\n  vpc_endpoint_id = aws_vpc_endpoint.e.id\n  policy          = POLICY\n}'],
];

const modelOf = (code: string): readonly Resource[] => {
  const { resources, errors } = project(code);
  expect(errors).toEqual([]);
  const { adapted, coverage, mentions } = adapt(resources);
  expect(coverage).toEqual([]);
  return link(fold(adapted, mentions));
};
const carrierOf = (type: string): ResourcePolicyCarrier => {
  const found = RESOURCE_POLICY_CARRIERS.find((one) => one.type === type);
  if (found === undefined) throw new Error(`${type} is not in the table`);
  return found;
};
const read = (resource: Resource, path: string): Tree | undefined => at(resource.properties, ...path.split('.'));

describe('a resource policy in Terraform', () => {
  it.each(snippets)('%s from %s', (type, address, owner, code) => {
    const resources = modelOf(code.replace('POLICY', POLICY));
    const holder = resources.find((one) => one.address === address);
    expect(holder?.type).toBe(type);
    if (holder === undefined) return;
    const { path, owner: pointer } = carrierOf(type);
    const written = read(holder, path);
    expect(written?.kind).toBe('map');
    expect(written === undefined ? [] : parsePolicy(written).statements.map(({ sid }) => sid)).toEqual(['planted']);
    if (owner === undefined) return;
    expect(holder.edges.filter((edge) => edge.path.replace(/\[\d+\]/g, '') === pointer).map(({ to }) => to.address)).toEqual([owner]);
  });

  it('of the default event bus is for the bus named `default`, which the code does not hold', () => {
    const [bus, ...others] = modelOf(`resource "aws_cloudwatch_event_bus_policy" "p" {\n  policy = ${POLICY}\n}`);
    expect(others).toEqual([]);
    expect(bus?.type).toBe('AWS::Events::EventBus');
    expect(bus?.partial).toBeDefined();
  });

  it('of an organization goes to the accounts that it is attached to', () => {
    const [policy] = modelOf(`resource "aws_organizations_policy" "p" {\n  name    = "p"\n  content = ${POLICY}\n}\nresource "aws_organizations_account" "a" {\n  name  = "a"\n  email = "a@example.com"\n}\nresource "aws_organizations_policy_attachment" "t" {\n  policy_id = aws_organizations_policy.p.id\n  target_id = aws_organizations_account.a.id\n}`);
    if (policy === undefined) throw new Error('no policy');
    expect(read(policy, 'Content')?.kind).toBe('map');
    expect(read(policy, 'Type')).toMatchObject({ value: 'SERVICE_CONTROL_POLICY' });
    expect(policy.edges.map(({ to }) => to.address)).toEqual(['aws_organizations_account.a']);
  });

  it('that grants by single arguments keeps them', () => {
    const resources = modelOf('resource "aws_kms_key" "k" {}\nresource "aws_kms_grant" "g" {\n  key_id            = aws_kms_key.k.key_id\n  grantee_principal = "arn:aws:iam::111122223333:role/r"\n  operations        = ["Decrypt"]\n}\nresource "aws_cloudwatch_event_permission" "e" {\n  principal    = "*"\n  statement_id = "s"\n}');
    const [grant, permission] = ['Demarc::KMS::Grant', 'AWS::Events::EventBusPolicy'].map((type) => resources.find((one) => one.type === type));
    expect(grant?.edges.map(({ to }) => to.address)).toEqual(['aws_kms_key.k']);
    expect(grant === undefined ? undefined : read(grant, 'Operations')).toMatchObject({ items: [{ value: 'Decrypt' }] });
    expect(permission === undefined ? undefined : read(permission, 'Principal')).toMatchObject({ value: '*' });
    expect(permission === undefined ? undefined : read(permission, 'Action')).toMatchObject({ value: 'events:PutEvents' });
  });
});

/** Named like a policy, but of another language or about another question, each with the reason. */
const NOT_CARRIERS: Readonly<Record<string, string>> = {
  'AWS::EKS::PodIdentityAssociation Policy': 'narrows a session',
  'AWS::EC2::VerifiedAccessEndpoint PolicyDocument': 'Cedar',
  'AWS::EC2::VerifiedAccessGroup PolicyDocument': 'Cedar',
  'AWS::IVS::Channel MultitrackInputConfiguration.Policy': 'a word',
  'AWS::IoT::Policy PolicyDocument': 'an identity policy of devices',
  'AWS::Logs::AccountPolicy PolicyDocument': 'data protection, subscriptions',
  'AWS::NetworkManager::CoreNetwork PolicyDocument': 'segments of a network',
  'AWS::OpenSearchServerless::AccessPolicy Policy': 'rules of its own language',
  'AWS::OpenSearchServerless::LifecyclePolicy Policy': 'retention',
  'AWS::OpenSearchServerless::SecurityPolicy Policy': 'encryption and network rules',
  'AWS::SES::ReceiptFilter Filter.IpFilter.Policy': 'a word',
  'AWS::Transfer::User Policy': 'narrows a session',
};

describe('the table of carriers', () => {
  it('names types, paths and owners that exist', async () => {
    const schemas = await loadSchemas(new Set([...RESOURCE_POLICY_CARRIERS, ...PERMISSION_CARRIERS].map(({ type }) => type)));
    const wrong = RESOURCE_POLICY_CARRIERS.filter(({ type }) => !type.startsWith('Demarc::')).flatMap(({ type, path, owner }) => {
      const schema = schemas.get(type);
      return schema === undefined ? [type] : [path, ...(owner === undefined ? [] : [owner])].filter((one) => propertyAt(schema, one) === undefined).map((one) => `${type} ${one}`);
    });
    const permissions = PERMISSION_CARRIERS.filter(({ type }) => !type.startsWith('Demarc::')).flatMap(({ type, owner, principal, action, conditions }) => {
      const schema = schemas.get(type);
      return schema === undefined ? [type] : [owner, principal, ...('path' in action ? [action.path] : []), ...Object.keys(conditions)].filter((one) => propertyAt(schema, one) === undefined).map((one) => `${type} ${one}`);
    });
    expect([...wrong, ...permissions]).toEqual([]);
  });

  it('names services and resource types that IAM has', () => {
    const strangers = RESOURCE_POLICY_CARRIERS.flatMap(({ type, service, resourceTypes }) =>
      serviceOf(service) === undefined ? [`${type}: ${service}`] : resourceTypes.filter((name) => resourceType(service, name) === undefined).map((name) => `${type}: ${service} ${name}`),
    );
    expect(strangers).toEqual([]);
  });

  it('holds every property of the schema that is named like a resource policy', async () => {
    const NAMED = /^(PolicyDocument|ResourcePolicy|ResourcePolicyDocument|NamespaceResourcePolicy|AccessPolic(y|ies)|S3AccessPolicy|KeyPolicy|(Repository)?PolicyText|RepositoryPolicy|FileSystemPolicy|PermissionsPolicyDocument|Policy|ModelPackageGroupPolicy|ModelPolicy|(Delivery)?DestinationPolicy|AssumeRolePolicyDocument)$/;
    const listed = new Set(RESOURCE_POLICY_CARRIERS.map(({ type, path }) => `${type} ${path}`));
    const missing: string[] = [];
    for (const type of typeNames()) {
      if (/^AWS::IAM::(Policy|ManagedPolicy|User|Group|RolePolicy|UserPolicy|GroupPolicy|Role)$/.test(type)) continue;
      const schema = await schemaOf(type);
      if (schema === undefined) continue;
      for (const { path, property } of leaves(schema, 4)) {
        if (!['json', 'string', 'union', 'map'].includes(property.kind.kind) || !NAMED.test(path.split('.').at(-1) ?? '')) continue;
        const name = `${type} ${path}`;
        if (!listed.has(name) && NOT_CARRIERS[name] === undefined && !/PolicyText$/.test(path)) missing.push(name);
      }
    }
    expect(missing).toEqual([]);
  });
});
