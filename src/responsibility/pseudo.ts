/** Pseudo-types hold what no resource of the provider's schema can: account settings and facts. The layers that each is about. */
import type { Layer } from '../model/layers.js';

export const pseudoLayers: Readonly<Record<string, readonly Layer[]>> = {
  'Demarc::AWS::Account': ['identity', 'logging'],
  'Demarc::Account::Contact': ['logging'],
  'Demarc::Athena::Database': ['encryption', 'data'],
  'Demarc::Bedrock::InvocationLogging': ['logging'],
  'Demarc::DynamoDB::Replica': ['encryption', 'resilience'],
  'Demarc::EC2::Image': ['os', 'data', 'encryption'],
  'Demarc::EC2::RegionalSettings': ['encryption', 'data', 'identity'],
  'Demarc::EC2::Snapshot': ['data', 'encryption'],
  'Demarc::IAM::AccountSummary': ['identity'],
  'Demarc::IAM::CredentialReportEntry': ['identity', 'secrets'],
  'Demarc::IAM::PasswordPolicy': ['identity'],
  'Demarc::IAM::PolicyDocument': ['identity'],
  'Demarc::Inspector2::Status': ['logging', 'application'],
  'Demarc::Org::DelegatedAdmin': ['identity'],
  'Demarc::S3::AccountPublicAccessBlock': ['data'],
  'Demarc::S3::Object': ['data', 'encryption'],
  'Demarc::WAF::RuleGroup': ['network'],
};
