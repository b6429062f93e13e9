/** `defineCheck`: one check, one file, one question. The same function serves demarc's own checks and yours. */
import type { AccessOracle } from '../access/oracle.js';
import type {
  Condition,
  DocumentedDefault,
  Json,
  Layer,
  Reason,
  Resource,
  Severity,
  View,
} from '../model/index.js';
import type { AccountTypes } from './account-types.js';
import type { AwsProperties } from '../schema/aws/types/index.js';
import type { ContainerTypes } from './container/types.js';
import type { LeakTypes } from './leak.js';
import type { SoftwareTypes } from './software.js';

/** Facts of the account and its regions, which no provider schema holds. */
export interface DemarcProperties {
  'Demarc::IAM::PasswordPolicy': {
    readonly MinimumPasswordLength?: number;
    readonly RequireLowercaseCharacters?: boolean;
    readonly RequireUppercaseCharacters?: boolean;
    readonly RequireNumbers?: boolean;
    readonly RequireSymbols?: boolean;
    readonly MaxPasswordAge?: number;
    readonly PasswordReusePrevention?: number;
    readonly AllowUsersToChangePassword?: boolean;
    readonly HardExpiry?: boolean;
  };
  /** A document that is written in code apart from whoever uses it. */
  'Demarc::IAM::PolicyDocument': { readonly PolicyDocument?: Json };
  'Demarc::IAM::PolicyLookup': { readonly Name?: string; readonly Arn?: string };
  'Demarc::S3::Object': {
    readonly Bucket?: string;
    readonly Key?: string;
    readonly ServerSideEncryption?: string;
    readonly SSEKMSKeyId?: string;
    readonly ACL?: string;
  };
  'Demarc::DynamoDB::Replica': { readonly GlobalTableArn?: string; readonly KMSMasterKeyId?: string; readonly PointInTimeRecovery?: boolean };
  'Demarc::Athena::Database': { readonly Name?: string; readonly Bucket?: string; readonly EncryptionConfiguration?: { readonly EncryptionOption?: string; readonly KmsKey?: string } };
  'Demarc::WAF::RuleGroup': { readonly Name?: string; readonly ActivatedRules?: readonly Json[] };
  'Demarc::EC2::EbsEncryptionByDefault': { readonly EbsEncryptionByDefault?: boolean };
  'Demarc::EC2::Image': { readonly Encrypted?: boolean; readonly KmsKeyId?: string; readonly IsCopy?: boolean; readonly BlockDeviceMappings?: readonly { readonly Ebs?: { readonly Encrypted?: boolean; readonly SnapshotId?: string } }[] };
  'Demarc::EC2::ImageBlockPublicAccess': { readonly State?: string };
  'Demarc::EC2::ImageLookup': { readonly Owners?: readonly string[]; readonly MostRecent?: boolean; readonly Filter?: readonly Json[] };
  'Demarc::EC2::InstanceMetadataDefaults': { readonly HttpTokens?: string };
  'Demarc::EC2::LaunchPermission': { readonly ImageId?: string; readonly AccountId?: string; readonly Group?: string };
  'Demarc::EC2::Snapshot': { readonly Encrypted?: boolean; readonly KmsKeyId?: string; readonly VolumeId?: string; readonly SourceSnapshotId?: string; readonly CreateVolumePermissions?: readonly string[] };
  'Demarc::EMR::BlockPublicAccess': { readonly BlockPublicSecurityGroupRules?: boolean };
  'Demarc::Neptune::Snapshot': { readonly Encrypted?: boolean; readonly KmsKeyId?: string; readonly DBClusterIdentifier?: string };
  'Demarc::SSM::ServiceSetting': { readonly SettingId?: string; readonly SettingValue?: string };
  'Demarc::RDS::ActivityStream': { readonly KmsKeyId?: string };
  'Demarc::RDS::BackupReplication': { readonly SourceDBInstanceArn?: string; readonly KmsKeyId?: string };
  'Demarc::GuardDuty::OrganizationConfiguration': { readonly DetectorId?: string; readonly AutoEnable?: boolean; readonly AutoEnableOrganizationMembers?: string };
  'Demarc::RDS::Snapshot': { readonly Encrypted?: boolean; readonly KmsKeyId?: string; readonly SharedAccounts?: readonly string[]; readonly DBInstanceIdentifier?: string; readonly DBClusterIdentifier?: string; readonly SourceDBSnapshotIdentifier?: string };
  'Demarc::Redshift::SnapshotCopyGrant': { readonly KmsKeyId?: string };
  'Demarc::CloudSearch::Domain': { readonly DomainName?: string; readonly AccessPolicies?: Json; readonly DomainEndpointOptions?: { readonly EnforceHTTPS?: boolean; readonly TLSSecurityPolicy?: string } };
  'Demarc::CodeCommit::ApprovalRuleTemplate': { readonly ApprovalRuleTemplateName?: string; readonly ApprovalRuleTemplateContent?: { readonly Statements?: readonly { readonly NumberOfApprovalsNeeded?: number }[] } };
  'Demarc::CodeCommit::ApprovalRuleTemplateAssociation': { readonly ApprovalRuleTemplateName?: string; readonly RepositoryName?: string };
  'Demarc::Glacier::Vault': { readonly VaultName?: string; readonly AccessPolicy?: Json };
  'Demarc::ACMPCA::Policy': { readonly ResourceArn?: string; readonly Policy?: Json };
  'Demarc::Glue::ResourcePolicy': { readonly PolicyInJson?: Json };
  'Demarc::MemoryDB::Snapshot': { readonly KmsKeyId?: string };
  'Demarc::SageMaker::FlowDefinition': { readonly OutputConfig?: { readonly S3OutputPath?: string; readonly KmsKeyId?: string } };
  'Demarc::SES::IdentityPolicy': { readonly Identity?: string; readonly Policy?: Json };
  'Demarc::Bedrock::CustomModel': { readonly ModelName?: string; readonly ModelKmsKeyArn?: string };
  'Demarc::Terraform::HttpRequest': { readonly Url?: string; readonly RequestBody?: string };
  'Demarc::Terraform::Provider': { readonly AccessKey?: string; readonly SecretKey?: string; readonly Token?: string };
  'Demarc::WAF::RegionalAssociation': { readonly ResourceArn?: string; readonly WebACLId?: string };
  'Demarc::Route53::RegisteredDomain': { readonly TransferLock?: boolean };
  'Demarc::S3::AccountPublicAccessBlock': {
    readonly BlockPublicAcls?: boolean;
    readonly IgnorePublicAcls?: boolean;
    readonly BlockPublicPolicy?: boolean;
    readonly RestrictPublicBuckets?: boolean;
  };
}

export type ResourceTypes = AwsProperties & DemarcProperties & SoftwareTypes & ContainerTypes & LeakTypes & AccountTypes;
export type ResourceType = keyof ResourceTypes & string;
export type PropertiesOf<T extends ResourceType> = View<ResourceTypes[T]>;

/** Resources reached over an edge; `open` when there may be more that could not be resolved. */
export interface Linked<T extends ResourceType> {
  readonly members: readonly { readonly resource: Resource; readonly properties: PropertiesOf<T> }[];
  readonly open?: Reason;
}

/** What lies beyond the resource. */
export interface CheckContext {
  readonly resource: Resource;
  /** ISO time of the scan; end-of-life dates and ages are judged against it. */
  readonly now: string;
  /** What the provider's schema cannot hold, by API field name. */
  readonly facts: View<Readonly<Record<string, Json>>>;
  /** Resources of `type` that point to this one. */
  readonly pointingHere: <T extends ResourceType>(type: T) => Linked<T>;
  /** Resources that this one points to through `path` (no list indexes). Only those of `type` are given. */
  readonly through: <T extends ResourceType>(path: string, type: T) => Linked<T>;
  /** All resources of `type` in the same root (account). */
  readonly all: <T extends ResourceType>(type: T) => Linked<T>;
  /** Those of them in the same region, of an account; code is taken to be for one. */
  readonly here: <T extends ResourceType>(type: T) => Linked<T>;
  /** Who gets to what, decided by the policy engine over the whole root. */
  readonly access: AccessOracle;
  /** The same context seen from another resource, to walk further. */
  readonly from: (resource: Resource) => CheckContext;
}

export type Relation = 'equal' | 'broader' | 'narrower';
/** A check of a peer. `broader`: ours also fires on more; `narrower`: ours fires on less. */
export interface Equivalent {
  readonly id: string;
  readonly relation: Relation;
}
export const equal = (...ids: readonly string[]): readonly Equivalent[] => ids.map((id) => ({ id, relation: 'equal' }));
export const broader = (...ids: readonly string[]): readonly Equivalent[] => ids.map((id) => ({ id, relation: 'broader' }));
export const narrower = (...ids: readonly string[]): readonly Equivalent[] => ids.map((id) => ({ id, relation: 'narrower' }));

export interface Example {
  readonly format: 'terraform' | 'cloudformation' | 'dockerfile' | 'compose' | 'account';
  readonly text: string;
}
const example =
  (format: Example['format']) =>
  (strings: TemplateStringsArray): Example => ({
    format,
    // Thousands of them, and a scan reads none.
    get text() {
      return dedent(strings.raw.join(''));
    },
  });
/** An example in Terraform. The text is taken as it stands: `${…}` needs no escape only where it is written `\${…}`. */
export const tf = example('terraform');
/** An example CloudFormation template (YAML or JSON). */
export const cfn = example('cloudformation');
/** An example Dockerfile; a backslash stands as it is. */
export const dockerfile = example('dockerfile');
/** An example file of Compose. */
export const compose = example('compose');

/**
 * What an account answered: by service, each call (`GetAccountSummaryCommand {}`: command and input) with its reply, `{"error": […]}` for one
 * that failed. Calls that are not there were not answered.
 */
export const account = example('account');

/** Short judgements in plain words, each one sentence. */
export interface Judgement {
  /** How hard it is to notice. */
  readonly detection: string;
  /** How hard it is to fix. */
  readonly effort: string;
  /** How much else hangs on it. */
  readonly reach: string;
  /** What people wrongly assume that leaves it open. */
  readonly trap: string;
}

/** What `evaluate` may answer: a condition, true meaning locked; or that this resource is none of its business here. */
export type Answer = Condition | NotAsked;
/** Absence that proves nothing (code says nothing of the account's trail): becomes a coverage line, not a verdict. */
export interface NotAsked {
  readonly notAsked: string;
}
export const notAsked = (why: string): NotAsked => ({ notAsked: why });

/** The exact change, in each language that has words for it. */
export type Fix = { readonly terraform: string; readonly cloudformation: string } | { readonly dockerfile: string } | { readonly compose: string } | { readonly aws: string };
export type FixLanguage = 'terraform' | 'cloudformation' | 'dockerfile' | 'compose' | 'aws';
/** A fix in a language; undefined where it is not written in it. */
export const fixIn = (fix: Fix, language: FixLanguage): string | undefined => (fix as Readonly<Partial<Record<FixLanguage, string>>>)[language];

export interface CheckDefinition<T extends ResourceType> {
  /** `aws-s3-public-access-block`: provider, service, the good state. */
  readonly id: string;
  /** Asserts the good state: "Bucket turns on all four public access blocks". */
  readonly title: string;
  /** The layer whose row it verifies. */
  readonly row: Layer;
  readonly severity: Severity;
  readonly on: T | readonly T[];
  /** Why it matters, with the kind of breach that it opens. */
  readonly why: string;
  /** CWE ids: `CWE-284`. */
  readonly cwe: readonly string[];
  readonly judgement: Judgement;
  /** Whether the question makes sense for this resource; false leaves no verdict. Left out: always. */
  readonly applies?: (properties: PropertiesOf<T>, context: CheckContext) => Condition;
  readonly evaluate: (properties: PropertiesOf<T>, context: CheckContext) => Answer;
  /** The exact change, in each language. */
  readonly fix: Fix;
  /** Documentation pages. */
  readonly references: readonly string[];
  readonly equivalents: {
    readonly checkov?: readonly Equivalent[];
    readonly trivy?: readonly Equivalent[];
    readonly prowler?: readonly Equivalent[];
  };
  readonly examples: {
    readonly good: readonly Example[];
    readonly bad: readonly Example[];
    readonly unknown: readonly Example[];
  };
}

/** A check as the registry and the engine hold it, free of the type that it is written against. */
export interface Check extends Omit<CheckDefinition<never>, 'on' | 'applies' | 'evaluate'> {
  readonly on: readonly string[];
  readonly applies?: (properties: View<never>, context: CheckContext) => Condition;
  readonly evaluate: (properties: View<never>, context: CheckContext) => Answer;
}

/**
 * Defines a check. `on` is one type or a list; a property that the provider's schema lacks does not compile.
 * Throws TypeError when the id or a list that must not be empty is malformed.
 */
export function defineCheck<const T extends ResourceType>(definition: CheckDefinition<T>): Check {
  const { id, on, applies, evaluate } = definition;
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)+$/.test(id)) throw new TypeError(`check id \`${id}\` must be words joined by hyphens`);
  const types: readonly string[] = typeof on === 'string' ? [on] : on;
  if (types.length === 0) throw new TypeError(`check \`${id}\` names no resource type in \`on\``);
  return {
    ...definition,
    on: types,
    // The engine hands a check only resources of its own types, which is what makes these two casts true.
    applies: applies as Check['applies'],
    evaluate: evaluate as unknown as Check['evaluate'],
  };
}

export type { DocumentedDefault };

function dedent(text: string): string {
  const lines = text.replace(/^\n/, '').replace(/\n\s*$/, '\n').split('\n');
  const margin = Math.min(...lines.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length));
  return lines.map((line) => line.slice(Number.isFinite(margin) ? margin : 0)).join('\n').replace(/\\\$\{/g, '${').replace(/\\`/g, '`');
}
