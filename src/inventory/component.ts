/** What software a workload is made of, in the words that vulnerability records use. */
import type { CoverageLine, SourceError } from '../model/index.js';

/** Where a component was found. */
export interface ComponentPlace {
  /** Path inside the image, root file system or project, with `/`. */
  readonly file: string;
  /** Line from 1, where the file is a text that lists components. */
  readonly line?: number;
  /** Digest of the layer that brought it in (`sha256:…`), of an image. */
  readonly layer?: string;
}

/** One package of one version. */
export interface Component {
  /** As its ecosystem writes it: `openssl`, `@babel/core`, `org.apache.logging.log4j:log4j-core`, `golang.org/x/net`. */
  readonly name: string;
  /** As its ecosystem writes it, epoch and release included: `1:3.0.11-1~deb12u2`. */
  readonly version: string;
  /** The ecosystem by OSV's name, with its release where records are kept apart by release: `Debian:12`, `Alpine:v3.19`, `Ubuntu:22.04:LTS`, `Red Hat`, `Rocky Linux:9`, `npm`, `PyPI`, `Go`, `Maven`, `crates.io`, `Packagist`, `NuGet`, `RubyGems`. See https://ossf.github.io/osv-schema/#defined-ecosystems. Undefined: no records are published for it. */
  readonly ecosystem: string | undefined;
  /** https://github.com/package-url/purl-spec */
  readonly purl: string;
  /** The source package that it was built from, which the records of distributions name. */
  readonly source?: { readonly name: string; readonly version: string };
  readonly places: readonly ComponentPlace[];
  readonly licenses?: readonly string[];
  /** Needed for development only, where the lockfile says so. */
  readonly development?: boolean;
  /** What its operating system was, of an OS package; decides the layer `os`. Else it belongs to `application`. */
  readonly kind: 'os' | 'language' | 'runtime';
}

export interface OperatingSystem {
  /** `ID` of os-release: `debian`, `alpine`, `rhel`. */
  readonly id: string;
  /** `VERSION_ID`: `12`, `3.19.1`. */
  readonly version: string | undefined;
  readonly name: string;
}

export interface Missing {
  readonly layer: 'os' | 'application';
  /** Undefined: the whole. */
  readonly file: string | undefined;
  /** A clause. */
  readonly reason: string;
}

/** What an image, a root file system or a project is made of. */
export interface Inventory {
  /** What was looked at, as it is shown: the image's name and tag, or the path. */
  readonly subject: string;
  readonly kind: 'image' | 'filesystem' | 'project' | 'sbom';
  /** Manifest digest of an image. */
  readonly digest?: string;
  readonly os: OperatingSystem | undefined;
  readonly components: readonly Component[];
  /** Where packages of a layer may be that are not among the components: its list proves nothing by what it lacks. */
  readonly missing?: readonly Missing[];
  /** What was there and could not be read: its components are not known. */
  readonly coverage: readonly CoverageLine[];
  readonly errors: readonly SourceError[];
}
