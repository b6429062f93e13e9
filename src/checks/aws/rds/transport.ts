/** Whether a database refuses connections in the clear: by its parameter group, or by what the engine does without one. */
import { all, because, child, cursor, decide, evidenceOf, fails, isPresent, matches, undecided, type Condition, type Field, type Json } from '../../../model/index.js';
import type { CheckContext } from '../../define.js';

/** The parameter that refuses plain connections, by the start of the engine's name. */
const PARAMETERS: readonly (readonly [engine: RegExp, parameter: string])[] = [
  [/^(?:aurora-)?postgres|^sqlserver/i, 'rds.force_ssl'],
  [/^(?:aurora-)?(?:mysql|mariadb)/i, 'require_secure_transport'],
];

export function forcesTls(properties: Field<unknown>, { resource, through }: CheckContext): Condition {
  const engine = child<string>(properties, 'Engine');
  const parameter = PARAMETERS.find(([pattern]) => matches(engine, pattern).truth === true)?.[1];
  if (parameter === undefined) return undecided([{ kind: 'unresolved', detail: 'the engine is not known' }], [evidenceOf(engine)]);
  const instance = resource.type === 'AWS::RDS::DBInstance';
  const named = child(properties, instance ? 'DBParameterGroupName' : 'DBClusterParameterGroupName');
  const byEngine = (at: Field<unknown>): Condition => engineDefault(engine, child<string>(properties, 'EngineVersion'), parameter, at);
  if (isPresent(named).truth === false || matches(named as Field<string>, /^default\./).truth === true) return byEngine(named);
  const { members, open } = instance ? through('DBParameterGroupName', 'AWS::RDS::DBParameterGroup') : through('DBClusterParameterGroupName', 'AWS::RDS::DBClusterParameterGroup');
  if (members.length === 0) return undecided([open ?? { kind: 'not-collected', detail: 'its parameter group is not in this code' }], [evidenceOf(named)]);
  return all(
    members.map(({ properties: group }) => {
      const value = child<Json>(group.Parameters, parameter);
      if (cursor(value).state === 'absent') return byEngine(value);
      return because(matches(value as Field<string>, /^(?:1|on|true)$/i), (truth) => (truth === false ? `\`${parameter}\` lets connections in the clear in` : undefined));
    }),
  );
}

/** Without the parameter the engine decides: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/PostgreSQL.Concepts.General.SSL.html */
function engineDefault(engine: Field<string>, version: Field<string>, parameter: string, place: Field<unknown>): Condition {
  const evidence = [evidenceOf(place), evidenceOf(version)];
  const open = `\`${parameter}\` is not set, and the engine lets connections in the clear in by default`;
  const { tree } = cursor(version);
  const major = tree?.kind === 'scalar' ? Number.parseFloat(String(tree.value)) : undefined;
  if (matches(engine, /postgres/i).truth === true) {
    const least = matches(engine, /^aurora/i).truth === true ? 17 : 15;
    if (major !== undefined && !Number.isNaN(major)) return decide(major >= least, evidence, major >= least ? undefined : open);
    return undecided([tree?.kind === 'unknown' ? tree.reason : { kind: 'unresolved', detail: `\`${parameter}\` is not set, and what holds without it depends on the engine version` }], evidence);
  }
  if (matches(engine, /^(?:mysql|mariadb)$/i).truth === true) {
    // Newer release lines turn it on; which ones is for their release notes to say.
    if (major === undefined || Number.isNaN(major) || major >= (matches(engine, /^mariadb$/i).truth === true ? 11.8 : 8.4)) {
      return undecided([tree?.kind === 'unknown' ? tree.reason : { kind: 'unresolved', detail: `\`${parameter}\` is not set, and what holds without it depends on the engine version` }], evidence);
    }
  }
  return fails(evidence, open);
}

