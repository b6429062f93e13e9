/** What only a live account tells, and no provider schema holds. */
export interface AccountTypes {
  /** Each region that is read, so that what is nowhere in it has a place. */
  'Demarc::AWS::Region': Readonly<Record<string, never>>;
  'Demarc::AWS::Account': Readonly<Record<string, never>>;
  'Demarc::IAM::AccountSummary': { readonly AccountMFAEnabled?: boolean; readonly AccountAccessKeysPresent?: boolean; readonly AccountSigningCertificatesPresent?: boolean };
  'Demarc::IAM::CredentialReportEntry': {
    readonly UserName?: string;
    readonly PasswordEnabled?: boolean;
    /** ISO time; absent: never. */
    readonly PasswordLastUsed?: string;
    readonly PasswordLastChanged?: string;
    readonly MFAActive?: boolean;
    readonly AccessKeys?: readonly { readonly Active?: boolean; readonly LastRotated?: string; readonly LastUsed?: string }[];
  };
  'Demarc::IAM::ServerCertificate': { readonly ServerCertificateName?: string; readonly Expiration?: string };
  'Demarc::SSM::ManagedInstance': { readonly InstanceId?: string; readonly PingStatus?: string; readonly PlatformName?: string; readonly PlatformVersion?: string; readonly AgentVersion?: string };
  /** The image that a machine was started from; `withdrawn` where nobody shows it any more. */
  'Demarc::EC2::InstanceImage': { readonly InstanceId?: string; readonly ImageId?: string; readonly Name?: string; readonly OwnerId?: string; readonly CreationDate?: string; readonly DeprecationTime?: string; readonly State?: string };
  'Demarc::SSM::PatchState': { readonly InstanceId?: string; readonly MissingCount?: number; readonly FailedCount?: number; readonly CriticalNonCompliantCount?: number; readonly SecurityNonCompliantCount?: number; readonly OperationEndTime?: string; readonly BaselineId?: string };
  'Demarc::Macie2::Session': { readonly Status?: string };
  'Demarc::Inspector2::Status': { readonly EC2?: string; readonly ECR?: string; readonly Lambda?: string };
  /** Open findings on one machine, image or function. */
  'Demarc::Inspector2::Findings': { readonly ResourceId?: string; readonly Critical?: number; readonly High?: number; readonly Medium?: number };
  'Demarc::AccessAnalyzer::Findings': { readonly AnalyzerArn?: string; readonly Active?: number; readonly Public?: number };
}
