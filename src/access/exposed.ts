/** Workloads that the internet reaches: whoever takes one over has its role. */
import { openToInternet, groupRules, connections } from '../network/index.js';
import { viewOf, type Evidence, type Field, type Resource } from '../model/index.js';

type GroupRules = Parameters<typeof groupRules>[0];

/** Instances and templates by what their security groups let in. A private address behind them is not seen here: the way is never proven. */
const WEARERS = new Set(['AWS::EC2::Instance', 'AWS::EC2::LaunchTemplate', 'AWS::AutoScaling::LaunchConfiguration', 'AWS::ECS::Service']);

/** The rule that lets the internet in, as evidence; undefined: none surely does. */
export function openedBy(resource: Resource): readonly Evidence[] | undefined {
  if (!WEARERS.has(resource.type)) return undefined;
  for (const { to } of resource.edges) {
    if (to.type !== 'AWS::EC2::SecurityGroup') continue;
    const view = viewOf(to.properties, { defaults: () => undefined, at: to.at, address: to.address }) as { readonly SecurityGroupIngress: Field<unknown> };
    const open = openToInternet(groupRules(view.SecurityGroupIngress as GroupRules, to), connections);
    if (open.truth === true) return open.evidence;
  }
  return undefined;
}

