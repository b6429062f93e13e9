/** What software an image, a file system, a project or a bill of materials holds, and what is known against it: pseudo-types, as no provider's schema has them. */

/** How the packages of one layer were compared with known vulnerabilities. */
export interface Comparison {
  /** Packages of the layer. */
  readonly Packages?: number;
  readonly Compared?: number;
  /** Of how many records the database has of their ecosystems, where it can say. */
  readonly Records?: number;
  /** When the records were current, the oldest of them, as an ISO day. */
  readonly RecordsOf?: string;
  /** Days from then to the day of the scan. */
  readonly AgeInDays?: number;
  /** Where more packages may be, by file (none: the whole), and why they are not known. */
  readonly NotRead?: readonly { readonly File?: string; readonly Reason?: string }[];
  readonly NotCompared?: readonly { readonly Packages?: number; readonly Ecosystem?: string; readonly Reason?: string; readonly Example?: string }[];
}

export interface Software {
  /** Names with tags, of an image. */
  readonly Tags?: readonly string[];
  /** Manifest digest of an image. */
  readonly Digest?: string;
  /** By os-release. */
  readonly OperatingSystem?: { readonly Id?: string; readonly Version?: string; readonly Name?: string };
  /** Language runtimes that were found. */
  readonly Runtimes?: readonly { readonly Name?: string; readonly Version?: string; readonly File?: string }[];
  /** Absent where it has no packages of that layer. */
  readonly OperatingSystemPackages?: Comparison;
  readonly ApplicationPackages?: Comparison;
}

/** One known vulnerability of one package. */
export interface VulnerabilityFinding {
  /** Address of what it was found in. */
  readonly Subject?: string;
  /** `CVE-2021-44228`. */
  readonly Vulnerability?: string;
  readonly Aliases?: readonly string[];
  /** Ids of the records that say so. */
  readonly Records?: readonly string[];
  readonly Summary?: string;
  readonly Ecosystem?: string;
  readonly Package?: string;
  readonly Installed?: readonly string[];
  /** The least version without it, one for each installed version that has one. */
  readonly FixedIn?: readonly string[];
  /** Where it is. */
  readonly Files?: readonly string[];
  readonly Layer?: 'os' | 'application';
  /** Where the lockfile says that it is needed for development only. */
  readonly DevelopmentOnly?: boolean;
  /** `affected`, or `not_affected` where the inventory says so itself; unknown where versions cannot be compared. */
  readonly Status?: 'affected' | 'not_affected';
  /** `unscored` where no record says how bad it is. */
  readonly Severity?: 'critical' | 'high' | 'medium' | 'low' | 'unscored';
  readonly SeverityBy?: string;
  readonly Score?: number;
  readonly Vector?: string;
  /** Probability of exploitation within 30 days, and the share of CVEs with a lower one: https://www.first.org/epss/. */
  readonly ExploitProbability?: number;
  readonly ExploitPercentile?: number;
  /** Day since when CISA knows of exploitation. */
  readonly KnownExploitedSince?: string;
  readonly UsedByRansomware?: boolean;
  /** When the records were current, as an ISO day. */
  readonly RecordsOf?: string;
  readonly RecordsAgeInDays?: number;
  /** Why a VEX statement says that it does not matter here. */
  readonly Statement?: string;
}

export interface SoftwareTypes {
  'Demarc::Container::Image': Software;
  'Demarc::Software::RootFilesystem': Software;
  'Demarc::Repository::Dependencies': Software;
  'Demarc::Software::BillOfMaterials': Software;
  'Demarc::Vulnerability::Finding': VulnerabilityFinding;
}

export const softwareTypes = ['Demarc::Container::Image', 'Demarc::Software::RootFilesystem', 'Demarc::Repository::Dependencies', 'Demarc::Software::BillOfMaterials'] as const;
