/** NuGet: https://learn.microsoft.com/nuget/concepts/package-versioning. Semver with up to four numbers; words without regard to case. */
import { compareIdentifiers } from './semver.js';
import { compareDigits, compareLists, compareTexts, scheme } from './scheme.js';

interface NuGetVersion {
  readonly numbers: readonly string[];
  readonly pre: readonly string[];
}

const GRAMMAR = /^v?(\d+(?:\.\d+){0,3})(?:-([0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?(?:\+[0-9A-Za-z.-]*)?$/i;

function parse(text: string): NuGetVersion | undefined {
  const [, numbers, pre] = GRAMMAR.exec(text.trim()) ?? [];
  return numbers === undefined ? undefined : { numbers: numbers.split('.'), pre: pre?.split('.') ?? [] };
}

const ignoringCase = (a: string, b: string): number => compareTexts(a.toLowerCase(), b.toLowerCase());

const compare = (a: NuGetVersion, b: NuGetVersion): number =>
  compareLists(a.numbers, b.numbers, '0', compareDigits) || (a.pre.length === 0 || b.pre.length === 0 ? b.pre.length - a.pre.length : compareIdentifiers(a.pre, b.pre, ignoringCase));

export const nuget = scheme(parse, compare);
