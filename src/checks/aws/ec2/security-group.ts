/** What the checks of security groups share. */
import { because, not, type Condition, type Field, type Resource } from '../../../model/index.js';
import { groupRules, openToInternet, type TrafficQuestion } from '../../../network/index.js';

type Rules = Parameters<typeof groupRules>[0] & Field<unknown>;

/** True when no rules together let the internet in (or out to it) for the traffic asked about. `what` completes "is open to the internet". */
export const closedToInternet = (rules: Rules, resource: Resource, asks: TrafficQuestion, what: string): Condition =>
  because(not(openToInternet(groupRules(rules, resource), asks)), (truth) => (truth === false ? what : undefined));
