/** Gems: `Gemfile.lock`, and the specifications of installed ones. https://bundler.io/guides/rationale.html#checking-your-code-into-version-control */
import { lines } from './dpkg.js';
import { broken, plausible, type Found, type Reading } from './found.js';

const PLATFORM = /-(x86|x64|aarch64|arm|java|jruby|universal|mswin|mingw|musl|darwin|linux|i[3-6]86|powerpc|s390).*$/;

export function readGemfileLock(bytes: Buffer): Reading {
  const components: Found[] = [];
  let section = '';
  let number = 0;
  for (const line of lines(bytes)) {
    number++;
    if (/^[A-Z]/.test(line)) section = line.trim();
    // Repositories and folders (GIT, PATH) are no versions of a registry.
    const match = section === 'GEM' ? /^ {4}([A-Za-z0-9_.-]+) \(([^)\s]+)\)$/.exec(line) : null;
    if (match !== null && plausible(match[1]) && plausible(match[2])) components.push({ type: 'gem', name: match[1], version: match[2].replace(PLATFORM, ''), line: number });
  }
  return { components };
}

/** `specifications/NAME-VERSION.gemspec`, which RubyGems writes: assignments of literal texts. */
export function readGemspec(bytes: Buffer): Reading {
  const text = bytes.toString('utf8');
  const said = (field: string): string | undefined => new RegExp(`^\\s*s\\.${field}\\s*=\\s*(?:Gem::Version\\.new\\s*\\(?\\s*)?["']([^"']+)["']`, 'm').exec(text)?.[1];
  const [name, version] = [said('name'), said('version')];
  if (!plausible(name) || !plausible(version)) return broken('names no gem: it has no literal name and version');
  const licenses = [...(/^\s*s\.licenses\s*=\s*\[([^\]]*)\]/m.exec(text)?.[1] ?? '').matchAll(/["']([^"']+)["']/g)].map(([, one]) => one!).filter(plausible);
  return { components: [{ type: 'gem', name, version, ...(licenses.length === 0 ? {} : { licenses }) }] };
}
