/** Jars, wars and ears, and those that lie in them: what Maven wrote into each. https://maven.apache.org/shared/maven-archiver/index.html */
import { ARCHIVE_LIMITS, Budget, type ArchiveLimits } from '../../sources/archive/limits.js';
import { shown } from '../../sources/archive/member-name.js';
import { zipMembers } from '../../sources/archive/zip.js';
import type { Found, Problem, Reading } from '../found.js';
import { mavenPackage } from './coordinates.js';
import { fromManifest } from './manifest.js';

const LIMITS: ArchiveLimits = { ...ARCHIVE_LIMITS, entries: 500_000, expanded: 512 * 1024 * 1024, depth: 4 };
const LARGEST_INNER = 96 * 1024 * 1024;
const LARGEST_TEXT = 1024 * 1024;
const MOST_UNNAMED = 5;

export function readJar(bytes: Buffer, path: string): Reading {
  const components: Found[] = [];
  const problems: Problem[] = [];
  const unnamed: string[] = [];
  const budget = new Budget(LIMITS);
  const visit = (archive: Buffer, name: string, inside: string | undefined, depth: number): void => {
    const found: Found[] = [];
    let inner = 0;
    let classes = false;
    let manifest = '';
    const tell = (message: string, member?: string): void => void problems.push({ message: [inside === undefined ? undefined : shown(inside), member, message].filter((part) => part !== undefined).join(' ') });
    for (const member of zipMembers(archive, LIMITS, tell, budget)) {
      if (member.type !== 'file') continue;
      if (member.name.endsWith('.class')) classes = true;
      else if (member.name === 'META-INF/MANIFEST.MF') manifest = member.content(LARGEST_TEXT)?.toString('utf8') ?? '';
      else if (/^META-INF\/maven\/[^/]+\/[^/]+\/pom\.properties$/.test(member.name)) {
        const one = fromProperties(member.content(LARGEST_TEXT)?.toString('latin1') ?? '');
        if (one !== undefined) found.push(one);
      } else if (/\.(jar|war|ear|rar|aar)$/i.test(member.name)) {
        inner++;
        if (depth >= LIMITS.depth) {
          tell(`holds archives nested deeper than ${LIMITS.depth} levels`, shown(member.name));
          continue;
        }
        const content = member.content(LARGEST_INNER);
        if (content !== undefined) visit(content, member.name, inside === undefined ? member.name : `${inside}!${member.name}`, depth + 1);
      }
    }
    if (found.length === 0) {
      const placed = fromPath(name) ?? fromManifest(manifest, name.slice(name.lastIndexOf('/') + 1).replace(/\.\w+$/, ''));
      if (placed !== undefined) found.push(placed);
      // A shell around other archives is no library of its own.
      else if (classes && inner === 0) unnamed.push(inside === undefined ? 'it' : shown(inside));
    }
    components.push(...found.map((one) => (inside === undefined ? one : { ...one, inside })));
  };
  visit(bytes, path, undefined, 1);
  return { components, problems, unread: unnamed.length === 0 ? [] : [`${unnamed.slice(0, MOST_UNNAMED).join(', ')}${unnamed.length > MOST_UNNAMED ? ` and ${unnamed.length - MOST_UNNAMED} more` : ''} ${unnamed.length === 1 ? 'does' : 'do'} not say which library it is: no \`pom.properties\` inside`] };
}

/** https://docs.oracle.com/javase/8/docs/api/java/util/Properties.html#load-java.io.Reader- without escapes, which coordinates do not have. */
function fromProperties(text: string): Found | undefined {
  const fields = new Map([...text.matchAll(/^\s*(groupId|artifactId|version)\s*[=:]\s*(.*?)\s*$/gm)].map(([, key = '', value = '']) => [key, value] as const));
  return mavenPackage(fields.get('groupId'), fields.get('artifactId'), fields.get('version'));
}

/** Local repositories of Maven and Gradle say it in their folders. */
function fromPath(path: string): Found | undefined {
  const maven = /(?:^|\/)\.m2\/repository\/(.+)\/([^/]+)\/([^/]+)\/\2-\3\.jar$/.exec(path);
  if (maven !== null) return mavenPackage(maven[1]!.replaceAll('/', '.'), maven[2], maven[3]);
  const gradle = /(?:^|\/)caches\/modules-2\/files-2\.1\/([^/]+)\/([^/]+)\/([^/]+)\/[0-9a-f]+\/\2-\3\.jar$/.exec(path);
  return gradle === null ? undefined : mavenPackage(gradle[1], gradle[2], gradle[3]);
}
