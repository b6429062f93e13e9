/** What a reader finds in one file, before it is known which operating system and which layer it belongs to. */
import type { OperatingSystem } from './component.js';

/** Package kinds by their purl type. https://github.com/package-url/purl-spec/blob/main/PURL-TYPES.rst */
export type PackageType = 'deb' | 'apk' | 'rpm' | 'npm' | 'pypi' | 'golang' | 'maven' | 'cargo' | 'composer' | 'nuget' | 'gem' | 'generic';

export interface Found {
  readonly type: PackageType;
  readonly name: string;
  /** With epoch and release. */
  readonly version: string;
  readonly architecture?: string;
  readonly source?: { readonly name: string; readonly version: string };
  readonly licenses?: readonly string[];
  readonly development?: boolean;
  /** A package of the operating system that its distributor did not make: no records of the distributor speak of it. */
  readonly foreign?: boolean;
  /** A language's own runtime (`stdlib` of Go); default: by type. */
  readonly runtime?: boolean;
  /** Line from 1 in the file that lists it. */
  readonly line?: number;
  /** Where inside the file: a jar within a jar. */
  readonly inside?: string;
}

export interface Problem {
  readonly message: string;
  readonly line?: number;
}

export interface Reading {
  readonly components: readonly Found[];
  readonly os?: OperatingSystem;
  /** Files that a package of the operating system brought: what they list is judged with that package. */
  readonly owns?: readonly string[];
  /** What is broken: error lines. */
  readonly problems?: readonly Problem[];
  /** What is there and was not read, each a clause: coverage lines. */
  readonly unread?: readonly string[];
}

/** Reads one file. Never throws for what the bytes are. */
export type Reader = (bytes: Buffer, path: string) => Reading;

export const NOTHING: Reading = { components: [] };
export const broken = (message: string, line?: number): Reading => ({ components: [], problems: [{ message, ...(line === undefined ? {} : { line }) }] });

/** Names and versions are printed and matched: what is empty, absurdly long or holds control characters is no name. */
export const plausible = (text: unknown): text is string => typeof text === 'string' && text !== '' && text.length <= 512 && !/[\u0000-\u001f\u007f]/.test(text);
