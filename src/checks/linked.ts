/** Questions over linked resources; open ends stay unknown where they could still decide. */
import { all, any, fails, holds, undecided, type Condition, type Resource } from '../model/index.js';
import type { Linked, PropertiesOf, ResourceType } from './define.js';

type Ask<T extends ResourceType> = (properties: PropertiesOf<T>, member: Linked<T>['members'][number]) => Condition;

/** Some linked resource fulfils it; false of none. */
export function someLinked<T extends ResourceType>({ members, open }: Linked<T>, question: Ask<T>): Condition {
  const more = open === undefined ? [] : [undecided([open])];
  return members.length + more.length === 0 ? fails() : any(...members.map((member) => answered(member, question, true)), ...more);
}

/** Every linked resource fulfils it; true of none. */
export function everyLinked<T extends ResourceType>({ members, open }: Linked<T>, question: Ask<T>): Condition {
  const more = open === undefined ? [] : [undecided([open])];
  return members.length + more.length === 0 ? holds() : all(...members.map((member) => answered(member, question, false)), ...more);
}

/** Of something that an account may have, and could not be asked about, the answer that would decide is not known. */
function answered<T extends ResourceType>(member: Linked<T>['members'][number], question: Ask<T>, deciding: boolean): Condition {
  const answer = question(member.properties, member);
  const { conditional, basis } = member.resource;
  return basis === 'observed' && conditional !== undefined && answer.truth === deciding ? undecided([conditional], answer.evidence) : answer;
}

/** A fail because something is nowhere in the code points at the resource that lacks it. `message` is for the fail. */
export const lacking = (condition: Condition, resource: Resource, path: string, message: string): Condition =>
  condition.truth !== false ? condition : { ...condition, evidence: condition.evidence.length > 0 ? condition.evidence : [{ path, state: 'absent', at: resource.at }], message: condition.message ?? message };
