/** What the checks of network ACLs share. */
import { because, cursor, decide, not, undecided, type Condition, type View } from '../../../model/index.js';
import { aclOpenToInternet, type TrafficQuestion } from '../../../network/index.js';
import type { CheckContext, PropertiesOf } from '../../define.js';

type Entry = PropertiesOf<'AWS::EC2::NetworkAclEntry'>;

/** An entry is judged with its list; alone only when the list is not in this code. */
export const judgedHere = ({ resource, through }: CheckContext): Condition =>
  decide(resource.type === 'AWS::EC2::NetworkAcl' || through('NetworkAclId', 'AWS::EC2::NetworkAcl').members.length === 0);

/** True when the entries for incoming traffic, in their order, do not let the internet in. */
export function aclClosedToInternet(properties: View<object>, context: CheckContext, asks: TrafficQuestion, what: string): Condition {
  const { resource, pointingHere } = context;
  const alone = resource.type === 'AWS::EC2::NetworkAclEntry';
  const { members, open } = alone ? { members: [{ properties: properties as Entry }], open: undefined } : pointingHere('AWS::EC2::NetworkAclEntry');
  const incoming = members.map((member) => member.properties).filter((entry) => !outgoing(entry));
  const closed = not(aclOpenToInternet(incoming, asks, open));
  // Of a list that is elsewhere this is one entry of many; what it opens may be open, what it does not open others may.
  const answer = alone && closed.truth === true ? undecided([{ kind: 'not-collected', detail: 'the other entries of its network ACL are not in this code' }], closed.evidence) : closed;
  return because(answer, (truth) => (truth === false ? what : undefined));
}

function outgoing(entry: Entry): boolean {
  const { tree } = cursor(entry.Egress);
  return tree?.kind === 'scalar' && String(tree.value) === 'true';
}
