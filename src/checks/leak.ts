/** A credential that was found where it should not be: a pseudo-type, as no provider's schema has it. */

export interface SecretLeak {
  /** `aws-access-key`. */
  readonly Rule?: string;
  readonly Title?: string;
  readonly Severity?: 'critical' | 'high' | 'medium' | 'low';
  /** The first characters, never more. */
  readonly Redacted?: string;
  /** The same for the same secret wherever it stands. */
  readonly Fingerprint?: string;
  /** Of a key of AWS: the account that it is of, as the key itself tells. */
  readonly Account?: string;
  /** ARN of whose it is, and whether it is `Active`, `Inactive` or `deleted` there: of accounts that the same scan read. */
  readonly Principal?: string;
  readonly KeyStatus?: string;
  /** What who holds it can do. */
  readonly Can?: string;
  readonly Revoke?: string;
  /** `file:line`, of each place. */
  readonly Places?: readonly string[];
  /** The commit that brought it in, its author's date and name. */
  readonly Commit?: string;
  readonly Date?: string;
  readonly Author?: string;
  /** Versions of files that hold it. */
  readonly Versions?: number;
  /** Where it stands in the tree of HEAD; empty: it was removed from there, and is in the history still. */
  readonly InTree?: readonly string[];
  /** Digest of the layer of an image, and the command that made it. */
  readonly Layer?: string;
  readonly CreatedBy?: string;
  /** Digest of the later layer that removed or replaced the file. */
  readonly RemovedBy?: string;
  readonly Status?: 'leaked' | 'revoked';
}

export interface LeakTypes {
  'Demarc::Secret::Leak': SecretLeak;
}
