/** Packages of .NET: `packages.lock.json`, `*.deps.json` of what is published, and `packages.config`. https://learn.microsoft.com/en-us/nuget/consume-packages/package-references-in-project-files */
import { broken, plausible, type Found, type Reading } from './found.js';
import { entriesOf, keyLines, parsed, plain } from './json.js';
import { elements } from './xml.js';

export function readNugetLock(bytes: Buffer): Reading {
  const json = parsed(bytes);
  if ('problem' in json) return broken(json.problem);
  const lineOf = keyLines(bytes);
  return {
    components: entriesOf(plain(json.value)['dependencies']).flatMap(([, framework]) =>
      entriesOf(framework).flatMap(([name, value]): Found | readonly never[] => {
        const { resolved, type } = plain(value);
        return type !== 'Project' && plausible(name) && plausible(resolved) ? { type: 'nuget', name, version: resolved, line: lineOf.get(name) } : [];
      }),
    ),
  };
}

export function readDepsJson(bytes: Buffer, path: string): Reading {
  const json = parsed(bytes);
  if ('problem' in json) return broken(json.problem);
  // The shared framework says its version by its folder.
  const version = /\/shared\/Microsoft\.NETCore\.App\/(\d[^/]*)\/Microsoft\.NETCore\.App\.deps\.json$/.exec(path)?.[1];
  const runtime: readonly Found[] = version === undefined ? [] : [{ type: 'generic', name: 'dotnet', version, runtime: true }];
  return {
    components: runtime.concat(entriesOf(plain(json.value)['libraries']).flatMap(([key, value]): Found | readonly never[] => {
      const [name, version] = key.split('/');
      const { type } = plain(value);
      return (type === 'package' || type === 'runtimepack') && plausible(name) && plausible(version) ? { type: 'nuget', name: name.replace(/^runtimepack\./, ''), version } : [];
    })),
  };
}

export function readPackagesConfig(bytes: Buffer): Reading {
  const components: Found[] = [];
  for (const { name, attributes, line } of elements(bytes.toString('utf8'))) {
    const [id, version] = [attributes.get('id'), attributes.get('version')];
    if (name === 'package' && plausible(id) && plausible(version)) components.push({ type: 'nuget', name: id, version, ...(attributes.get('developmentDependency') === 'true' ? { development: true } : {}), line });
  }
  return { components };
}
