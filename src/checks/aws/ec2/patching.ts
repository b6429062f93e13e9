/** How code has Systems Manager patch machines: associations and tasks of maintenance windows, and whom they are for. */
import { any, child, cursor, decide, evidenceOf, fails, holds, items, referenceOf, test, undecided, type Condition, type Field, type Resource, type View } from '../../../model/index.js';
import type { CheckContext } from '../../define.js';

/** Documents that patch: https://docs.aws.amazon.com/systems-manager/latest/userguide/patch-manager-ssm-documents.html. */
const PATCHING = /(^|[:/])AWS-(RunPatchBaseline(Association|WithHooks)?|ApplyPatchBaseline|PatchInstanceWithRollback|PatchAsgInstance|InstallWindowsUpdates)$/;

interface Target {
  readonly Key?: string;
  readonly Values?: readonly string[];
}

/** Something that patches machines. */
export interface Plan {
  readonly resource: Resource;
  /** Whether it installs, and does not only look. */
  readonly installs: Condition;
  /** Whether it is for an instance. */
  readonly covers: (instance: Resource, tags: Field<readonly unknown[]>) => Condition;
}

export function plansOf({ all, from }: CheckContext): readonly Plan[] {
  const associations = all('AWS::SSM::Association').members.flatMap(({ resource, properties }): readonly Plan[] => {
    if (test(properties.Name, (name) => PATCHING.test(String(name))).truth !== true) return [];
    return [{ resource, installs: installing(child(properties.Parameters, 'Operation')), covers: (instance, tags) => any(isIt(properties.InstanceId, instance), targeted([properties.Targets], instance, tags)) }];
  });
  const tasks = all('AWS::SSM::MaintenanceWindowTask').members.flatMap(({ resource, properties }): readonly Plan[] => {
    if (test(properties.TaskArn, (arn) => PATCHING.test(String(arn))).truth !== true) return [];
    // Targets by the window: those that are registered with it.
    const [window] = from(resource).through('WindowId', 'AWS::SSM::MaintenanceWindow').members;
    const registered = window === undefined ? [] : from(window.resource).pointingHere('AWS::SSM::MaintenanceWindowTarget').members.map((one) => one.properties.Targets);
    const own = properties.Targets;
    return [{ resource, installs: installing(child(properties.TaskInvocationParameters.MaintenanceWindowRunCommandParameters.Parameters, 'Operation')), covers: (instance, tags) => targeted([own, ...registered], instance, tags, window === undefined) }];
  });
  return [...associations, ...tasks];
}

function installing(operation: View<unknown>): Condition {
  const { views, open } = items(operation as Field<readonly string[]>);
  if (open !== undefined) return undecided([open], [evidenceOf(operation)]);
  return any(...views.map((one) => test(one, (word) => String(word) === 'Install')), fails([evidenceOf(operation)]));
}

/** Whether a value is the instance: a reference to it. */
function isIt(field: Field<string>, instance: Resource): Condition {
  const { tree } = cursor(field);
  if (tree === undefined) return fails();
  const reference = referenceOf(tree);
  if (reference !== undefined) return decide(reference.address === instance.address, [evidenceOf(field)]);
  if (tree.kind === 'scalar') return decide(tree.value === '*' || (instance.basis === 'observed' && instance.id.endsWith(`/${String(tree.value)}`)), [evidenceOf(field)]);
  return tree.kind === 'unknown' ? undecided([tree.reason], [evidenceOf(field)]) : fails([evidenceOf(field)]);
}

function targeted(lists: readonly Field<readonly Target[]>[], instance: Resource, tags: Field<readonly unknown[]>, windowUnknown = false): Condition {
  return any(
    ...lists.map((list) => {
      const { views, open } = items(list);
      return any(...views.map((target) => matching(target, instance, tags, windowUnknown)), open === undefined ? fails() : undecided([open], [evidenceOf(list)]));
    }),
    fails(),
  );
}

function matching({ Key: key, Values: values }: View<Target>, instance: Resource, tags: Field<readonly unknown[]>, windowUnknown: boolean): Condition {
  const { tree } = cursor(key);
  if (tree?.kind !== 'scalar') return tree?.kind === 'unknown' ? undecided([tree.reason], [evidenceOf(key)]) : fails();
  const name = String(tree.value);
  const { views, open } = items(values);
  const more = open === undefined ? fails() : undecided([open], [evidenceOf(values)]);
  if (/^InstanceIds$/i.test(name)) return any(...views.map((one) => isIt(one, instance)), more);
  // What a window's own targets are for is asked of them.
  if (name === 'WindowTargetIds') return windowUnknown ? undecided([{ kind: 'not-collected', detail: 'the targets of the window are not in this code' }], [evidenceOf(key)]) : fails();
  const tag = /^tag:(.+)$/.exec(name)?.[1];
  if (tag === undefined) return undecided([{ kind: 'not-supported', detail: `whether \`${name}\` means the instance is not known from code` }], [evidenceOf(key)]);
  const worn = items(tags as Field<readonly { readonly Key?: string; readonly Value?: string }[]>);
  const held = worn.views.find((one) => cursor(one.Key).tree?.kind === 'scalar' && test(one.Key, (text) => text === tag).truth === true);
  if (held === undefined) return worn.open === undefined ? fails([evidenceOf(key)]) : undecided([worn.open], [evidenceOf(key)]);
  const own = cursor(held.Value).tree;
  if (own?.kind !== 'scalar') return own?.kind === 'unknown' ? undecided([own.reason], [evidenceOf(held.Value)]) : fails();
  return any(...views.map((one) => test(one, (text) => text === '*' || String(text) === String(own.value))), more, views.length === 0 && open === undefined ? holds([evidenceOf(key)]) : fails());
}

/** For a check on machines in code: an account is asked what is, not what is meant to be. */
export const inCode = ({ resource }: CheckContext): Condition => decide(resource.dialect !== 'api');
