/** `yarn.lock`: the classic form, and that of Berry, which is YAML of a fixed layout. https://classic.yarnpkg.com/en/docs/yarn-lock */
import { lines } from '../dpkg.js';
import { plausible, type Found, type Reading } from '../found.js';

/** Both forms put an entry's names at the start of a line and its version two spaces below. */
export function readYarnLock(bytes: Buffer): Reading {
  const components: Found[] = [];
  let names: string | undefined;
  let line = 0;
  let start = 0;
  for (const text of lines(bytes)) {
    line++;
    if (text === '' || text.startsWith('#')) continue;
    if (!text.startsWith(' ')) {
      names = text.endsWith(':') ? text.slice(0, -1) : undefined;
      start = line;
      continue;
    }
    const version = /^ {2}version:? "?([^"\s]+)"?$/.exec(text)?.[1];
    if (version === undefined || names === undefined) continue;
    const name = nameOf(names);
    if (name !== undefined && plausible(version) && /^\d/.test(version)) components.push({ type: 'npm', name, version, line: start });
    names = undefined;
  }
  return { components };
}

/** `"@babel/core@^7.0.0", "@babel/core@npm:^7.1.0"` → `@babel/core`. What comes from elsewhere than a registry has no name there. */
function nameOf(names: string): string | undefined {
  const first = names.split(',')[0]!.trim().replace(/^"|"$/g, '');
  const at = first.indexOf('@', 1);
  if (at < 0) return undefined;
  const asked = first.slice(at + 1);
  // An alias names the package that it stands for.
  const alias = /^npm:((?:@[^/@]+\/)?[^@]+)@/.exec(asked);
  if (/^(workspace|link|portal|file|git|https?|github|patch):|^git[+@]|^[\w-]+\/[\w.-]+(#|$)/.test(asked) && !asked.startsWith('patch:')) return undefined;
  const name = alias?.[1] ?? first.slice(0, at);
  return plausible(name) ? name : undefined;
}
