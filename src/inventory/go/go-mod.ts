/** `go.mod`. Since Go 1.17 it lists all modules of a build, needed ones of others too. https://go.dev/ref/mod#go-mod-file */
import { lines } from '../dpkg.js';
import { plausible, type Found, type Reading } from '../found.js';

export function readGoMod(bytes: Buffer): Reading {
  const found = new Map<string, Found>();
  const replaced = new Map<string, { readonly name: string; readonly version: string | undefined }>();
  let block: string | undefined;
  let number = 0;
  let go: string | undefined;
  for (const line of lines(bytes)) {
    number++;
    const text = line.replace(/\s*\/\/.*$/, '').trim();
    if (text === '') continue;
    if (text === ')') {
      block = undefined;
      continue;
    }
    const opening = /^(\w+)\s*\($/.exec(text);
    if (opening !== null) {
      block = opening[1];
      continue;
    }
    const [verb = '', ...rest] = block === undefined ? words(text) : [block, ...words(text)];
    if (verb === 'go') go = rest[0];
    else if (verb === 'require') {
      const [name, version] = rest;
      if (plausible(name) && plausible(version)) found.set(name, { type: 'golang', name, version, line: number });
    } else if (verb === 'replace') {
      const arrow = rest.indexOf('=>');
      const [from, only] = rest.slice(0, arrow);
      const [name, version] = rest.slice(arrow + 1);
      if (arrow > 0 && from !== undefined && name !== undefined) replaced.set(only === undefined ? from : `${from} ${only}`, { name, version });
    }
  }
  const components = [...found.values()].flatMap((one): Found | readonly never[] => {
    const instead = replaced.get(`${one.name} ${one.version}`) ?? replaced.get(one.name);
    // A replacement without a version is a folder of the project itself.
    return instead === undefined ? one : instead.version === undefined ? [] : { ...one, name: instead.name, version: instead.version };
  });
  const [, minor] = /^1\.(\d+)/.exec(go ?? '') ?? [];
  return { components, unread: go !== undefined && (minor === undefined || Number(minor) >= 17) ? [] : ['before Go 1.17 it names direct dependencies only; what those need is not known'] };
}

const words = (text: string): string[] => text.split(/\s+/).map((word) => word.replace(/^["`]|["`]$/g, ''));
