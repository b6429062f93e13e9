/** Whether a principal may make the calls of a rule, each on what it is on. */
import type { Reason, Truth } from '../../model/index.js';
import { able, type Able } from '../able.js';
import { formsOf } from '../forms.js';
import type { Holder } from '../holders.js';
import type { Tags } from '../tags.js';
import type { Identity, World } from '../world.js';
import type { Way } from './hops.js';
import type { Call, Rule } from './rules.js';

export class Calls {
  /** Calls that may be on any resource are the same for every goal. */
  readonly #anywhere = new Map<Identity, Map<string, Able>>();

  constructor(readonly world: World) {}

  /** All calls of a rule together; undefined when one is denied. */
  all(identity: Identity, rule: Rule, target: Identity | undefined, before?: Able, holder?: Holder): Way | undefined {
    const ables: Able[] = before === undefined ? [] : [before];
    let truth: Truth = before?.truth ?? true;
    for (const call of rule.calls) {
      const one = this.#call(identity, call, target, holder);
      if (one.truth === false) return undefined;
      if (one.truth === 'unknown') truth = 'unknown';
      ables.push(one);
    }
    const unless: readonly Reason[] = rule.unless === undefined ? [] : [{ kind: 'not-collected', detail: rule.unless }];
    return { ables, truth: unless.length > 0 ? 'unknown' : truth, reasons: unless };
  }

  /** A call that depends on the tags of what it is on; whoever may change these may make it so. */
  #tagged(identity: Identity, action: string, resource: string, resourceTags: Tags | undefined, context: Call['context']): Able {
    const first = able(identity, { action, resource, context, resourceTags });
    if (first.truth !== false || resourceTags === undefined) return first;
    const without = able(identity, { action, resource, context });
    if (without.truth === false) return first;
    const retag = RETAGS.find(([pattern, tag]) => pattern.test(resource) && able(identity, { action: tag, resource, resourceTags }).truth === true);
    return retag === undefined ? first : without;
  }

  #call(identity: Identity, { action, on, context }: Call, target: Identity | undefined, holder: Holder | undefined): Able {
    switch (on) {
      case 'self':
        return this.#tagged(identity, action, identity.arn, identity.tags, context);
      case 'target':
        if (target === undefined) return NEVER;
        return action === 'sts:AssumeRole'
          ? able(identity, { action, resource: target.arn, context, resourceTags: target.tags, policies: target.trust ?? { documents: [] } })
          : this.#tagged(identity, action, target.arn, target.tags, context);
      case 'own-policy':
        return firstOf(identity.carried, (arn) => able(identity, { action, resource: arn, context }));
      case 'target-policy':
        return firstOf(target?.carried ?? [], (arn) => able(identity, { action, resource: arn, context }));
      case 'holder':
        return holder?.arn === undefined ? { truth: 'unknown', resource: holder?.resource.address ?? '', reasons: [{ kind: 'unresolved', detail: 'the ARN of the workload is not known' }] } : this.#tagged(identity, action, holder.arn, holder.tags, context);
      case 'any': {
        // Each kind of resource that the call needs must be allowed, whichever one of it.
        const key = `${action} ${context === undefined ? '' : JSON.stringify(context)}`;
        let mine = this.#anywhere.get(identity);
        if (mine === undefined) this.#anywhere.set(identity, (mine = new Map()));
        let answer = mine.get(key);
        if (answer === undefined) {
          const each = formsOf(action, this.world.account).map((form) => able(identity, { action, resource: form, context }));
          answer = each.find(({ truth }) => truth === false) ?? each.find(({ truth }) => truth === 'unknown') ?? each[0] ?? NEVER;
          mine.set(key, answer);
        }
        return answer;
      }
    }
  }
}

const NEVER: Able = { truth: false, resource: '', reasons: [] };

function firstOf(arns: readonly string[], ask: (arn: string) => Able): Able {
  let best = NEVER;
  for (const arn of arns) {
    const one = ask(arn);
    if (one.truth === true) return one;
    if (one.truth === 'unknown') best = one;
  }
  return best;
}

/** Calls that change the tags of a resource. */
const RETAGS: readonly (readonly [resource: RegExp, action: string])[] = [
  [/^arn:[^:]*:ec2:/, 'ec2:CreateTags'],
  [/^arn:[^:]*:ec2:/, 'ec2:DeleteTags'],
  [/:user\//, 'iam:TagUser'],
  [/:user\//, 'iam:UntagUser'],
  [/:role\//, 'iam:TagRole'],
  [/:role\//, 'iam:UntagRole'],
  [/:lambda:/, 'lambda:TagResource'],
  [/:lambda:/, 'lambda:UntagResource'],
];
