/** Package URLs. https://github.com/package-url/purl-spec/blob/main/PURL-SPECIFICATION.rst */
import type { PackageType } from './found.js';

export interface PurlParts {
  readonly type: PackageType;
  /** As the ecosystem writes it: `@babel/core`, `org.apache:commons`, `golang.org/x/net`. */
  readonly name: string;
  readonly version: string;
  /** Of packages of a distribution: its id. */
  readonly vendor?: string;
  readonly qualifiers?: Readonly<Record<string, string | undefined>>;
}

/** Percent-encodes all but letters, digits, `.-_~` and the colon. */
const encode = (text: string): string =>
  encodeURIComponent(text)
    .replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%3A', ':');

const path = (text: string): string => text.split('/').filter((part) => part !== '').map(encode).join('/');

/** How each type writes its names; the rest as they are. */
const WRITTEN: Readonly<Partial<Record<PackageType, (name: string, vendor: string) => string>>> = {
  pypi: (name) => encode(pypiName(name)),
  maven: (name) => path(name.replace(':', '/')),
  golang: (name) => path(name.toLowerCase()),
  composer: (name) => path(name.toLowerCase()),
  deb: (name, vendor) => `${encode(vendor)}/${encode(name.toLowerCase())}`,
  apk: (name, vendor) => `${encode(vendor)}/${encode(name.toLowerCase())}`,
  rpm: (name, vendor) => `${encode(vendor)}/${encode(name)}`,
};

export function purlOf({ type, name, version, vendor = 'unknown', qualifiers = {} }: PurlParts): string {
  const written = (WRITTEN[type] ?? path)(name, vendor.toLowerCase());
  const asked = Object.entries(qualifiers).flatMap(([key, value]) => (value === undefined || value === '' ? [] : [`${key}=${encode(value)}`]));
  return `pkg:${type}/${written}${version === '' ? '' : `@${encode(version)}`}${asked.length === 0 ? '' : `?${asked.sort().join('&')}`}`;
}

/** https://packaging.python.org/en/latest/specifications/name-normalization/ */
export const pypiName = (name: string): string => name.toLowerCase().replace(/[-_.]+/g, '-');

export interface ParsedPurl {
  readonly type: string;
  readonly namespace: string | undefined;
  readonly name: string;
  readonly version: string | undefined;
  readonly qualifiers: Readonly<Record<string, string>>;
}

/** Undefined when it is none. */
export function parsePurl(text: string): ParsedPurl | undefined {
  const match = /^pkg:\/*([a-zA-Z][a-zA-Z0-9.+-]*)\/([^?#]+)(?:\?([^#]*))?(?:#.*)?$/.exec(text);
  if (match === null) return undefined;
  try {
    const [, type = '', rest = '', query = ''] = match;
    const at = rest.lastIndexOf('@');
    const parts = (at > 0 ? rest.slice(0, at) : rest).split('/').filter((part) => part !== '').map(decodeURIComponent);
    const name = parts.pop();
    if (name === undefined || name === '') return undefined;
    const qualifiers = query.split('&').flatMap((pair) => {
      const equals = pair.indexOf('=');
      return equals < 1 ? [] : [[pair.slice(0, equals).toLowerCase(), decodeURIComponent(pair.slice(equals + 1))] as const];
    });
    return { type: type.toLowerCase(), namespace: parts.length === 0 ? undefined : parts.join('/'), name, version: at > 0 ? decodeURIComponent(rest.slice(at + 1)) : undefined, qualifiers: Object.fromEntries(qualifiers) };
  } catch {
    return undefined; // a percent sign without its digits
  }
}
