import type { Reason } from '../../model/index.js';

/**
 * Types that checks ask about and that no account holds as such: what they say is told by another type, they stand in code alone, or
 * their service has ended. Nothing of them is left unread. By type, with why.
 */
export const elsewhere: ReadonlyMap<string, string> = new Map([
  // Code alone.
  ['AWS::ApiGateway::Deployment', 'whether it is replaced without a gap is written in code'],
  ['Demarc::EC2::ImageLookup', 'a question that code asks'],
  ['Demarc::IAM::PolicyDocument', 'a document in code; whoever uses it has it as its own'],
  ['Demarc::IAM::PolicyLookup', 'a question that code asks'],
  ['Demarc::S3::Object', 'contents of buckets are never looked at'],
  ['Demarc::Secret::Leak', 'leaks are found in files; credentials in an account are judged where they stand'],
  // Told by another type.
  ['AWS::ApiGatewayV2::DomainName', 'read as `AWS::ApiGateway::DomainName`: both kinds of APIs share their domains'],
  ['AWS::DynamoDB::GlobalTable', 'read as `AWS::DynamoDB::Table` in each of its regions'],
  ['AWS::Events::EventBusPolicy', 'read as the policy of `AWS::Events::EventBus`'],
  ['AWS::KMS::ReplicaKey', 'read as `AWS::KMS::Key` in its region'],
  ['AWS::Lambda::Permission', 'read as `AWS::Lambda::ResourcePolicy`'],
  ['AWS::SNS::TopicInlinePolicy', 'read as `AWS::SNS::TopicPolicy`'],
  ['AWS::SQS::QueueInlinePolicy', 'read as `AWS::SQS::QueuePolicy`'],
  ['Demarc::Athena::Database', 'where its results go is told by `AWS::Athena::WorkGroup`'],
  ['Demarc::DynamoDB::Replica', 'read as `AWS::DynamoDB::Table` in its region'],
  // EC2-Classic ended on 23 August 2023: https://aws.amazon.com/blogs/aws/ec2-classic-is-retiring-heres-how-to-prepare/
  ['AWS::ElastiCache::SecurityGroup', 'EC2-Classic has ended'],
  ['AWS::RDS::DBSecurityGroup', 'EC2-Classic has ended'],
  ['AWS::Redshift::ClusterSecurityGroup', 'EC2-Classic has ended'],
  // https://docs.aws.amazon.com/mediastore/latest/ug/what-is.html
  ['AWS::MediaStore::Container', 'MediaStore ended on 13 November 2025'],
  // https://docs.aws.amazon.com/waf/latest/developerguide/classic-waf-chapter.html
  ['AWS::WAF::WebACL', 'WAF Classic ended on 30 September 2025'],
  ['AWS::WAFRegional::WebACL', 'WAF Classic ended on 30 September 2025'],
  ['Demarc::WAF::RegionalAssociation', 'WAF Classic ended on 30 September 2025'],
]);

/** Types that are never read, of any account, and why: the ledger says so, and a scan is complete without them. */
export const never: ReadonlyMap<string, string> = new Map([
  // https://docs.aws.amazon.com/keyspaces/latest/devguide/security_iam_id-based-policy-examples.html
  ['AWS::Cassandra::Table', 'reading tables of Keyspaces takes `cassandra:Select`, which reads their rows as well'],
]);

export function neverRead(type: string): Reason | undefined {
  const detail = never.get(type);
  return detail === undefined ? undefined : { kind: 'not-collected', detail };
}
