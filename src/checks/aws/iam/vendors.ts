/** Roles that companies assume from an account of theirs, in which they serve all their customers. */
import { knownText, statementEvidence, type Statement } from '../../../iam/index.js';
import { operatorOf } from '../../../iam/conditions.js';
import { all, decide, fails, holds, undecided, type Condition, type Field } from '../../../model/index.js';
import { documentOf } from '../document.js';

/** Accounts from which companies reach into their customers', each with its set-up guide in https://github.com/fwdcloudsec/known_aws_accounts. */
const VENDORS: ReadonlyMap<string, string> = new Map([
  ['464622532012', 'Datadog'],
  ['754728514883', 'New Relic'],
  ['922761411349', 'Spot'],
  ['509560245411', 'Dynatrace'],
  ['147995105371', 'Trend Micro'],
  ['188619942792', 'Prisma Cloud'],
  ['926226587429', 'Sumo Logic'],
  ['434813966438', 'Lacework'],
  ['834469178297', 'Fivetran'],
  ['336818582268', 'Rapid7'],
  ['414351767826', 'Databricks'],
  ['896126563706', 'Threat Stack'],
  ['061190967865', 'CloudZero'],
  ['012615275169', 'Tenable'],
  ['165736516723', 'Cloudability'],
  ['454464851268', 'CloudHealth'],
  ['352813966189', 'CloudCheckr'],
  ['057012691312', 'CloudSploit'],
  ['198361731867', 'Snyk'],
  ['218546966473', 'Stitch'],
  ['202279780353', 'nOps'],
  ['370134896156', 'Fugue'],
  ['717210094962', 'Cloud Conformity'],
  ['205767712438', 'Qualys'],
  ['624537489435', 'Instaclustr'],
  ['595280932656', 'Segment'],
  ['353360065216', 'Workato'],
  ['239734009475', 'Alert Logic'],
  ['282028653949', 'LogicMonitor'],
  ['122442690527', 'Palo Alto Networks'],
]);

function vendorsIn({ effect, principals }: Statement): readonly string[] {
  if (effect !== 'Allow') return [];
  return (principals?.values ?? []).flatMap(({ kind, text }) => {
    const account = kind === 'AWS' ? /^(?:arn:[^:]*:iam::)?(\d{12})(?::|$)/.exec(knownText(text) ?? '')?.[1] : undefined;
    return VENDORS.get(account ?? '') ?? [];
  });
}

/** Whether the role trusts such an account. */
export function trustsVendors(field: Field<unknown>): Condition {
  const trust = documentOf(field as Field<string>);
  return decide((trust?.policy.statements ?? []).some((statement) => vendorsIn(statement).length > 0));
}

/** Every statement that trusts one asks for an external id. */
export function externalIds(field: Field<unknown>): Condition {
  const trust = documentOf(field as Field<string>);
  if (trust === undefined) return holds();
  const { policy, place } = trust;
  return all(
    ...policy.statements.flatMap((statement, index): readonly Condition[] => {
      const [vendor] = vendorsIn(statement);
      if (vendor === undefined) return [];
      const evidence = [statementEvidence(statement, place, index)];
      let unsure = statement.conditionsOpen;
      for (const condition of statement.conditions) {
        const operator = operatorOf(condition);
        if (condition.key !== 'sts:externalid' || operator === undefined || operator.negated || operator.family !== 'string' || condition.ifExists) continue;
        const { values, open } = condition.values;
        const vague = values.find((text) => knownText(text) === undefined && text.parts.includes(null));
        if (open !== undefined || vague !== undefined) unsure ??= open ?? vague?.reason ?? { kind: 'unresolved', detail: 'the external id is not known' };
        else if (values.length > 0 && !values.some((text) => operator.wild === true && /^[*?]+$/.test(knownText(text) ?? ''))) return [holds(evidence)];
      }
      return [unsure === undefined ? fails(evidence, `${vendor} assumes it for any of its customers: nothing asks for an external id`) : undecided([unsure], evidence)];
    }),
  );
}
