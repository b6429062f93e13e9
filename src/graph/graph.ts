/** Questions over linked resources. */
import { at, type Edge, type LooseEdge, type Reason, type Resource } from '../model/index.js';

/** Resources that were asked for, and why there may be more. */
export interface Neighbours {
  readonly resources: readonly Resource[];
  readonly open?: Reason;
}

export class Graph {
  private readonly incoming = new Map<Resource, { readonly from: Resource; readonly edge: Edge }[]>();
  /** Loose edges by root and type that they could point to. */
  private readonly looseByType = new Map<string, { readonly from: Resource; readonly edge: LooseEdge }[]>();
  private readonly byType = new Map<string, Resource[]>();

  /** `unread`: why a type was not read, or not wholly, in a region or in any; what is not there then proves nothing. */
  constructor(
    readonly resources: readonly Resource[],
    private readonly unread: (root: string, type: string, region?: string) => Reason | undefined = () => undefined,
  ) {
    for (const from of resources) {
      push(this.byType, `${from.root}#${from.type}`, from);
      for (const edge of from.edges) push(this.incoming, edge.to, { from, edge });
      for (const edge of from.loose) for (const type of edge.types) push(this.looseByType, `${from.root}#${type}`, { from, edge });
    }
  }

  /** Resources of a type in the same root; of an account, in one of its regions where that is named. */
  all(root: string, type: string, region?: string): Neighbours {
    const resources = this.byType.get(`${root}#${type}`) ?? [];
    return { resources: region === undefined ? resources : resources.filter((one) => one.region === region), open: this.unread(root, type, region) };
  }

  /** What `from` points to through a property (a path without list indexes, or the start of one). What it names of a type that was not read is not known. */
  outgoing(from: Resource, path: string, type: string): Neighbours {
    const plain = (p: string): string => p.replace(/\[\d+\]/g, '');
    const fits = (p: string): boolean => plain(p) === path || plain(p).startsWith(`${path}.`);
    const resources = from.edges.filter((edge) => fits(edge.path)).map((edge) => edge.to);
    const unread = resources.some((one) => one.type === type) || !says(from, path) ? undefined : this.unread(from.root, type, regionOf(from));
    return { resources, open: from.loose.find((edge) => fits(edge.path))?.reason ?? unread };
  }

  /** Resources of `type` that point to `to`; open when one of that type points to something that could be `to`. */
  pointingTo(to: Resource, type: string): Neighbours {
    const resources = (this.incoming.get(to) ?? []).filter(({ from }) => from.type === type).map(({ from }) => from);
    const loose = (this.looseByType.get(`${to.root}#${to.type}`) ?? []).find(
      ({ from, edge }) => from.type === type && from !== to && (edge.mayBe === undefined || edge.mayBe.includes(to)),
    );
    return {
      resources: [...new Set(resources)],
      open: loose === undefined ? this.unread(to.root, type, regionOf(to)) : { ...loose.edge.reason, detail: `\`${loose.from.address}\` may point to it: ${loose.edge.reason.detail}` },
    };
  }
}

/** Whether anything stands where the path begins. */
function says({ properties }: Resource, path: string): boolean {
  const tree = at(properties, path.split(/[.[]/)[0] ?? path);
  return tree !== undefined && !(tree.kind === 'scalar' && tree.value === null) && !(tree.kind === 'list' && tree.items.length === 0);
}

/** The region whose resources point to it: that of its ARN. What has none is pointed to from everywhere. */
function regionOf({ id, basis }: Resource): string | undefined {
  const region = basis === 'observed' && id.startsWith('arn:') ? id.split(':')[3] : undefined;
  return region === '' ? undefined : region;
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const there = map.get(key);
  if (there === undefined) map.set(key, [value]);
  else there.push(value);
}
