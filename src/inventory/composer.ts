/** Packages of PHP: `composer.lock` and `vendor/composer/installed.json`. https://getcomposer.org/doc/01-basic-usage.md */
import { broken, plausible, type Found, type Reading } from './found.js';
import { listOf, parsed, plain } from './json.js';

export function readComposer(bytes: Buffer): Reading {
  const json = parsed(bytes);
  if ('problem' in json) return broken(json.problem);
  // Composer 1 wrote a plain list of what is installed.
  const top = Array.isArray(json.value) ? { packages: json.value } : plain(json.value);
  const fromDevelopment = new Set(listOf(plain(top)['dev-package-names']));
  const read = (value: unknown, development: boolean): readonly Found[] =>
    listOf(value).flatMap((one): Found | readonly never[] => {
      const { name, version, license } = plain(one);
      if (!plausible(name) || !plausible(version) || version.startsWith('dev-')) return [];
      const licenses = listOf(license).filter(plausible);
      return { type: 'composer', name, version, ...(development || fromDevelopment.has(name) ? { development: true } : {}), ...(licenses.length === 0 ? {} : { licenses }) };
    });
  return { components: [...read(plain(top)['packages'], false), ...read(plain(top)['packages-dev'], true)] };
}
