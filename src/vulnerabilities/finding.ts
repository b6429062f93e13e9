/** What matching an inventory with records gives. */
import type { Component, ComponentPlace } from '../inventory/component.js';
import type { PackageRecord } from './record.js';
import type { Severity } from './severity.js';

/** Records as a store or a service gives them. */
export interface VulnerabilityRecords {
  /** When the records of an ecosystem were current, as an ISO time; undefined: it has none of it. `Debian:12` and `Debian` are two. */
  readonly dateOf: (ecosystemKey: string) => string | undefined;
  /** How many records it has of an ecosystem; undefined: nobody can say. */
  readonly sizeOf: (ecosystemKey: string) => number | undefined;
  /** What to say of an ecosystem that it has nothing of. */
  readonly lacks: (ecosystem: string) => string;
  /** Records of a package, by keys (names.ts). */
  readonly find: (ecosystemKey: string, nameKey: string) => readonly PackageRecord[];
  /** https://www.first.org/epss/ */
  readonly epss: (cve: string) => Epss | undefined;
  /** https://www.cisa.gov/known-exploited-vulnerabilities-catalog */
  readonly exploited: (cve: string) => Exploited | undefined;
}

export interface Epss {
  /** Probability of exploitation in the next 30 days, 0 to 1. */
  readonly score: number;
  readonly percentile: number;
}

export interface Exploited {
  /** Day on which it was added to the catalogue. */
  readonly since: string;
  readonly ransomware: boolean;
}

/** A version that is there. */
export interface Installed {
  readonly version: string;
  /** The least version above at which it is no longer affected; undefined: none is published. */
  readonly fixed?: string;
  /** The packages that bring it along: several of one source package. */
  readonly components: readonly Component[];
}

/** One vulnerability of one package, whatever number of records and installed versions speak of it. */
export interface Finding {
  /** CVE where there is one. */
  readonly id: string;
  /** All its other names. */
  readonly aliases: readonly string[];
  /** Ids of the records that say so. */
  readonly records: readonly string[];
  readonly ecosystem: string;
  /** As records call it: the source package of a distribution. */
  readonly name: string;
  readonly installed: readonly Installed[];
  readonly severity?: Severity;
  readonly summary: string;
  readonly epss?: Epss;
  readonly exploited?: Exploited;
  readonly layer: 'os' | 'application';
  /** When the records were current. */
  readonly date: string;
  /** Only where the answer is not known: why. */
  readonly unknown?: string;
}

export interface Matched {
  readonly findings: readonly Finding[];
  /** Components that no records could be looked up for, by reason. */
  readonly unmatched: readonly Unmatched[];
  /** Components that were compared. */
  readonly compared: readonly { readonly layer: Finding['layer']; readonly ecosystem: string; readonly count: number; readonly date: string; readonly records?: number }[];
}

export interface Unmatched {
  readonly layer: Finding['layer'];
  /** Undefined: nobody publishes records of it. */
  readonly ecosystem?: string;
  readonly count: number;
  readonly reason: string;
  /** Name of one of them. */
  readonly example: string;
}

export const layerOf = ({ kind }: Component): Finding['layer'] => (kind === 'os' ? 'os' : 'application');
export type { ComponentPlace };
