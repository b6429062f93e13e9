/** Pseudo-types hold what no resource of the provider's schema can: account settings and facts. The layers that each is about. */
import type { Layer } from '../model/layers.js';

export const pseudoLayers: Readonly<Record<string, readonly Layer[]>> = {
  'Demarc::ACMPCA::Policy': ['identity'],
  'Demarc::AWS::Account': ['identity', 'logging'],
  'Demarc::AWS::Region': ['logging'],
  'Demarc::AccessAnalyzer::Findings': ['identity', 'data'],
  'Demarc::Account::Contact': ['logging'],
  'Demarc::Athena::Database': ['encryption', 'data'],
  'Demarc::Bedrock::CustomModel': ['encryption', 'data'],
  'Demarc::Bedrock::InvocationLogging': ['logging'],
  'Demarc::CloudSearch::Domain': ['network', 'encryption', 'data'],
  'Demarc::CodeCommit::ApprovalRuleTemplate': ['application'],
  'Demarc::DynamoDB::Replica': ['encryption', 'resilience'],
  'Demarc::EC2::Image': ['os', 'data', 'encryption'],
  'Demarc::EC2::RegionalSettings': ['encryption', 'data', 'identity'],
  'Demarc::EC2::Snapshot': ['data', 'encryption'],
  'Demarc::Glacier::Vault': ['data', 'resilience'],
  'Demarc::Glue::ResourcePolicy': ['data'],
  'Demarc::GuardDuty::OrganizationConfiguration': ['logging'],
  'Demarc::IAM::AccountSummary': ['identity'],
  'Demarc::IAM::CredentialReportEntry': ['identity', 'secrets'],
  'Demarc::IAM::PasswordPolicy': ['identity'],
  'Demarc::IAM::PolicyDocument': ['identity'],
  'Demarc::IAM::PolicyLookup': ['identity'],
  'Demarc::IAM::ServerCertificate': ['encryption'],
  'Demarc::Inspector2::Findings': ['application'],
  'Demarc::Inspector2::Status': ['logging', 'application'],
  'Demarc::KMS::Grant': ['encryption'],
  'Demarc::Macie2::Session': ['data', 'logging'],
  'Demarc::MemoryDB::Snapshot': ['data', 'encryption'],
  'Demarc::NetworkFirewall::ResourcePolicy': ['network'],
  'Demarc::Org::DelegatedAdmin': ['identity'],
  'Demarc::RDS::BackupReplication': ['encryption', 'resilience'],
  'Demarc::RedshiftServerless::ResourcePolicy': ['data'],
  'Demarc::S3::AccountPublicAccessBlock': ['data'],
  'Demarc::S3::Object': ['data', 'encryption'],
  'Demarc::SES::IdentityPolicy': ['identity'],
  'Demarc::SSM::ManagedInstance': ['os'],
  'Demarc::SSM::PatchState': ['os'],
  'Demarc::EC2::InstanceImage': ['os'],
  'Demarc::SageMaker::FlowDefinition': ['encryption', 'data'],
  'Demarc::Terraform::HttpRequest': ['secrets'],
  'Demarc::Terraform::Provider': ['secrets'],
  // Its verdicts count in the rows of what it was found in.
  'Demarc::Vulnerability::Finding': [],
  'Demarc::WAF::RuleGroup': ['network'],
};

/** What you build and ship yourself: no provider has a part in it, and its layers are yours alone. */
export interface Shipped {
  readonly reference: string;
  readonly layers: Readonly<Partial<Record<Layer, string>>>;
}

export const shipped: Readonly<Record<string, Shipped>> = {
  'Demarc::Secret::Leak': {
    reference: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/securing_access-keys.html',
    layers: { secrets: 'Revoke what was left here, and let whoever needs it read it from a manager' },
  },
  'Demarc::Container::Image': {
    reference: 'https://csrc.nist.gov/pubs/sp/800/190/final',
    layers: {
      os: 'Build on a base image that is still maintained, and again when its packages are fixed',
      runtime: 'Keep the language runtime in the image on a maintained version',
      application: 'Update packages that carry known vulnerabilities',
      identity: 'Run as a user that is not root',
      secrets: 'Leave no credential in a layer, a variable or a build argument',
    },
  },
  'Demarc::Container::BuildFile': {
    reference: 'https://csrc.nist.gov/pubs/sp/800/190/final',
    layers: {
      os: 'Build on a maintained base image, by tag and digest, and leave out packages that are not needed',
      runtime: 'Say how the image is started, checked and stopped',
      application: 'Fetch packages by version, from where their signatures are checked',
      identity: 'Run as a user that is not root',
      network: 'Expose only the ports that serve',
      encryption: 'Keep the verification of certificates on while building',
      secrets: 'Hand credentials to the build as secret mounts, never as arguments, variables or files',
    },
  },
  'Demarc::Container::ComposeService': {
    reference: 'https://csrc.nist.gov/pubs/sp/800/190/final',
    layers: {
      os: 'Keep the container apart from its host: its namespaces, its devices, its kernel',
      runtime: 'Name the image by version, and limit what it may use',
      application: 'Build or pull the image again when packages in it are fixed',
      resilience: 'Limit what one service may take from the others, and start it again when it fails',
      identity: 'Run as a user that is not root, without added capabilities',
      network: 'Publish only the ports that must be reached from outside',
      secrets: 'Hand credentials over as secrets, not in the environment',
    },
  },
  'Demarc::Repository::Dependencies': {
    reference: 'https://csrc.nist.gov/pubs/sp/800/218/final',
    layers: { application: 'Update dependencies that carry known vulnerabilities' },
  },
  'Demarc::Software::BillOfMaterials': {
    reference: 'https://csrc.nist.gov/pubs/sp/800/218/final',
    layers: { os: 'Build again when its packages are fixed', runtime: 'Keep the language runtime on a maintained version', application: 'Update packages that carry known vulnerabilities' },
  },
  'Demarc::Software::RootFilesystem': {
    reference: 'https://csrc.nist.gov/pubs/sp/800/40/r4/final',
    layers: { os: 'Install the updates of the operating system', runtime: 'Keep the language runtime on a maintained version', application: 'Update packages that carry known vulnerabilities' },
  },
};
