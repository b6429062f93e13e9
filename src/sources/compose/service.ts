/** A service of Compose in the shape that checks read: short forms written out. */
import { posix } from 'node:path';
import { at, list, scalar, textOf, type List, type Mapping, type SourceOrigin, type Tree } from '../../model/index.js';
import { imageName, partlyKnown } from '../dockerfile/image.js';
import { record, textTree } from '../dockerfile/plant.js';
import type { Piece } from '../shell/parameter.js';
import { named } from './merge.js';

export interface Beside {
  /** Variables of the files in `env_file`. */
  readonly environment: List | undefined;
  /** Address of the Dockerfile that stands in the service. */
  readonly inline: string | undefined;
}

/** `folder`: the project's folder, as a path from the target. */
export function serviceTree(name: string, service: Mapping, folder: string, { environment, inline }: Beside): Mapping {
  const get = (...path: readonly string[]): Tree | undefined => at(service, ...path);
  const place = service.at as SourceOrigin;
  const health = get('healthcheck');
  const made = record(
    {
      Name: scalar(name, place),
      ...imageParts(get('image')),
      Build: buildTree(get('build'), folder, inline),
      Environment: overlaid(environment, variables(get('environment'))),
      EnvironmentFiles: texts(get('env_file'), 'path'),
      Secrets: texts(get('secrets'), 'source'),
      Ports: each(get('ports'), portTree),
      Volumes: each(get('volumes'), volumeTree),
      Privileged: get('privileged'),
      AddedCapabilities: texts(get('cap_add')),
      DroppedCapabilities: texts(get('cap_drop')),
      NetworkMode: get('network_mode'),
      ProcessNamespace: get('pid'),
      IpcNamespace: get('ipc'),
      UserNamespace: get('userns_mode'),
      UtsNamespace: get('uts'),
      ControlGroup: get('cgroup'),
      User: get('user'),
      ReadOnlyRoot: get('read_only'),
      SecurityOptions: texts(get('security_opt')),
      Devices: texts(get('devices'), 'source'),
      HealthCheck: health?.kind === 'map' ? record({ Test: texts(at(health, 'test')), Disabled: at(health, 'disable') }, health.at as SourceOrigin) : health,
      MemoryLimit: get('deploy', 'resources', 'limits', 'memory') ?? get('mem_limit'),
      ProcessLimit: get('deploy', 'resources', 'limits', 'pids') ?? get('pids_limit'),
      Restart: get('restart') ?? restartPolicy(get('deploy', 'restart_policy')),
    },
    place,
  );
  return service.open === undefined ? made : { ...made, open: service.open };
}

function imageParts(image: Tree | undefined): Readonly<Record<string, Tree | undefined>> {
  if (image === undefined) return {};
  const place = image.at as SourceOrigin;
  if (image.kind === 'unknown') {
    const parts = partlyKnown((image.parts ?? [null]).map((part): Piece => (typeof part === 'string' ? part : { reason: image.reason, ...(part === null ? {} : { variable: part.address }) })));
    return { Image: image, Repository: textTree(parts.repository, place), Tag: parts.tag === undefined ? undefined : textTree(parts.tag, place), Digest: parts.digest === undefined ? undefined : textTree(parts.digest, place) };
  }
  if (image.kind !== 'scalar') return { Image: image };
  const { repository, tag, digest } = imageName(String(image.value));
  return { Image: image, Repository: scalar(repository, place), Tag: tag === undefined ? undefined : scalar(tag, place), Digest: digest === undefined ? undefined : scalar(digest, place) };
}

const known = (tree: Tree | undefined): string | undefined => (tree?.kind === 'scalar' && tree.value !== null ? String(tree.value) : undefined);

/** A policy that names no condition restarts in any. */
const restartPolicy = (policy: Tree | undefined): Tree | undefined => (policy?.kind === 'map' ? (policy.entries.get('condition') ?? scalar('any', policy.at)) : policy);

/** Variables of `environment` win over those of files. */
function overlaid(files: List | undefined, own: Tree | undefined): Tree | undefined {
  if (files === undefined || (own !== undefined && own.kind !== 'list')) return own;
  const name = (one: Tree): string | undefined => (one.kind === 'map' ? known(one.entries.get('Name')) : undefined);
  const names = new Set(own?.items.map(name));
  return list([...files.items.filter((one) => !names.has(name(one))), ...(own?.items ?? [])], own?.at ?? files.at, own?.open ?? files.open);
}

function buildTree(build: Tree | undefined, folder: string, inline: string | undefined): Tree | undefined {
  if (build === undefined || build.kind === 'unknown') return build;
  const place = build.at as SourceOrigin;
  const context = build.kind === 'map' ? build.entries.get('context') : build;
  const file = build.kind === 'map' ? build.entries.get('dockerfile') : undefined;
  const path = context === undefined ? '.' : known(context);
  const name = file === undefined ? 'Dockerfile' : known(file);
  const local = path !== undefined && name !== undefined && !/^[a-z][a-z0-9+.-]*:\/\/|^git@|^\//i.test(path);
  return record(
    {
      Context: context,
      File: inline !== undefined ? scalar(inline, place) : local ? scalar(posix.normalize(posix.join(folder, path, name)), place) : undefined,
      Target: at(build, 'target'),
      Arguments: variables(at(build, 'args')),
    },
    place,
  );
}

function variables(tree: Tree | undefined): Tree | undefined {
  if (tree === undefined) return undefined;
  const map = named(tree);
  if (map.kind !== 'map') return tree;
  return list(
    // A variable without a value is handed on from where Compose runs.
    [...map.entries].map(([name, value]) => record({ Name: scalar(name, value.at), Value: value.kind === 'scalar' && value.value === null ? undefined : value }, value.at as SourceOrigin)),
    tree.at,
    map.open,
  );
}

/** A text, or a list of texts; of a member in the long form the one that names it. */
function texts(tree: Tree | undefined, key = ''): Tree | undefined {
  if (tree === undefined || tree.kind === 'unknown') return tree;
  const items = tree.kind === 'list' ? tree.items : [tree];
  return list(items.flatMap((item) => (item.kind === 'map' ? (item.entries.get(key) ?? []) : [item])), tree.at, tree.kind === 'list' ? tree.open : undefined);
}

const each = (tree: Tree | undefined, read: (item: Tree) => Tree): Tree | undefined => (tree?.kind === 'list' ? { ...tree, items: tree.items.map(read) } : tree);

/** `[[address:]published:]target[/protocol]`. */
function portTree(item: Tree): Tree {
  const place = item.at as SourceOrigin;
  if (item.kind === 'map') {
    return record({ HostAddress: item.entries.get('host_ip'), Published: item.entries.get('published'), Target: item.entries.get('target'), Protocol: item.entries.get('protocol') }, place);
  }
  const text = known(item) ?? (item.kind === 'unknown' && item.parts !== undefined ? textOf(item.parts) : undefined);
  if (text === undefined) return item;
  // A variable may hold a colon, but the port that is published from a container seldom is one: what stands apart is known.
  const match = /^(?:(?:(\[[^\]]*\]|[\d.]+|\$\{[^}]*\}):)?((?:\d+(?:-\d+)?|\$\{[^}]*\})?):)?(\d+(?:-\d+)?|\$\{[^}]*\})(?:\/(\w+))?$/.exec(text);
  if (match === null) return item;
  const [, address, published, target, protocol] = match;
  const part = (value: string | undefined): Tree | undefined => (value === undefined || value === '' ? undefined : /\$\{/.test(value) && item.kind === 'unknown' ? { ...item, parts: [null] } : scalar(value.replace(/^\[|\]$/g, ''), place));
  return record({ HostAddress: part(address), Published: part(published), Target: part(target), Protocol: part(protocol) }, place);
}

/** `source:target[:mode]`; a source that is a path is a folder of the host. */
function volumeTree(item: Tree): Tree {
  const place = item.at as SourceOrigin;
  if (item.kind === 'map') {
    return record({ Kind: item.entries.get('type'), Source: item.entries.get('source'), Target: item.entries.get('target'), ReadOnly: item.entries.get('read_only') }, place);
  }
  const text = known(item) ?? (item.kind === 'unknown' && item.parts !== undefined ? textOf(item.parts) : undefined);
  if (text === undefined) return item;
  const match = /^((?:[A-Za-z]:[\\/])?(?:\$\{[^}]*\}|[^:])+)(?::((?:[A-Za-z]:[\\/])?(?:\$\{[^}]*\}|[^:])+))?(?::([\w,]+))?$/.exec(text);
  if (match === null) return item;
  const [, first = '', second, mode = ''] = match;
  const source = second === undefined ? undefined : first;
  const hole = item.kind === 'unknown' && source !== undefined && source.startsWith('${');
  return record(
    {
      Kind: hole ? undefined : scalar(source !== undefined && /^[./~\\]|^[A-Za-z]:[\\/]/.test(source) ? 'bind' : 'volume', place),
      Source: source === undefined ? undefined : hole ? { ...item, parts: [null] } : scalar(source, place),
      Target: scalar(second ?? first, place),
      ReadOnly: /(^|,)ro(,|$)/.test(mode) ? scalar(true, place) : undefined,
    },
    place,
  );
}

