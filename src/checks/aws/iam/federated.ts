/** Trust in identity providers that serve everybody: what of a token says whose it is. */
import { knownText, statementEvidence, type PolicyPlace, type PolicyText, type Statement } from '../../../iam/index.js';
import { operatorOf } from '../../../iam/conditions.js';
import { issuerOf, sharedProvider, sharedProviders } from '../../../iam/providers.js';
import { all, decide, fails, holds, undecided, type Condition, type Field } from '../../../model/index.js';
import { documentOf } from '../document.js';

export interface FederatedStatement {
  readonly statement: Statement;
  /** Issuer without the scheme. */
  readonly host: string;
  readonly place: PolicyPlace;
  readonly index: number;
}

function found(field: Field<unknown>): { readonly statements: readonly FederatedStatement[]; readonly open: ReturnType<typeof undecided> | undefined } {
  const document = documentOf(field as Field<string>);
  if (document === undefined) return { statements: [], open: undefined };
  const { policy, place } = document;
  const statements = policy.statements.flatMap((statement, index) =>
    statement.effect !== 'Allow'
      ? []
      : (statement.principals?.values ?? []).flatMap(({ kind, text }): readonly FederatedStatement[] => {
          const host = kind === 'Federated' ? hostOf(text) : undefined;
          return host === undefined ? [] : [{ statement, host, place, index }];
        }),
  );
  return { statements, open: policy.open === undefined ? undefined : undecided([policy.open]) };
}

/** The issuer in a provider's ARN; a reference to a provider of this code does not tell it, and its condition keys do. */
function hostOf(text: PolicyText): string | undefined {
  const known = knownText(text) ?? text.parts.map((part) => (typeof part === 'string' ? part : '')).join('');
  const host = issuerOf(known);
  if (host !== undefined) return host;
  const reference = text.parts.find((part) => part !== null && typeof part === 'object');
  return reference !== undefined && /openid|oidc/i.test(reference.address) ? '' : undefined;
}

/** Whether the role trusts an identity provider with tokens at all. */
export const trustsProviders = (field: Field<unknown>): Condition => decide(found(field).statements.length > 0);

/** Asks every such statement. */
export function federatedStatements(field: Field<unknown>, question: (one: FederatedStatement) => Condition): Condition {
  const { statements, open } = found(field);
  return all(...statements.map(question), ...(open === undefined ? [] : [open]));
}

/** The statement pins the subject to what only its owner can have. */
export function subjectOf(statement: Statement, host: string, place: PolicyPlace, index: number): Condition {
  const evidence = [statementEvidence(statement, place, index)];
  const named = host === '' ? sharedProviders.find((one) => statement.conditions.some(({ key }) => one.host.test(key.replace(/:[a-z_]+$/, '')))) : sharedProvider(host);
  // Whose issuer it is, or what its subjects look like, is not known of others.
  if (named === undefined) {
    const asks = statement.conditions.some(({ key }) => /:(sub|aud|oaud|amr)$/.test(key));
    return asks || statement.conditionsOpen !== undefined ? holds(evidence) : fails(evidence, 'it lets in every token of the provider');
  }
  const { owner } = named;
  if (owner === undefined) return holds(evidence);
  let unsure = statement.conditionsOpen;
  for (const condition of statement.conditions) {
    if (!/:(sub|repository|repository_owner|repository_id|repository_owner_id|job_workflow_ref|namespace_path|project_path|terraform_organization_name|email|aud)$/.test(condition.key)) continue;
    const operator = operatorOf(condition);
    if (operator === undefined || operator.negated || operator.family !== 'string' || condition.ifExists || condition.quantifier === 'ForAllValues') continue;
    const isSubject = condition.key.endsWith(':sub');
    // An audience is whatever the caller asks for, except where it is what the provider gives out: Google's client ids.
    if (condition.key.endsWith(':aud') && !condition.key.startsWith('accounts.google.com')) continue;
    if (condition.values.open !== undefined) unsure ??= condition.values.open;
    const texts = condition.values.values;
    const pinned = texts.map((text) => {
      const known = knownText(text);
      if (known === undefined) {
        const [first] = text.parts;
        // What stands in front of the part that is not known may be enough.
        if (typeof first === 'string' && isSubject && owner.test(first) && first.includes('/')) return true;
        unsure ??= text.reason ?? { kind: 'unresolved', detail: `a value of \`${condition.key}\` is not known` };
        return false;
      }
      return isSubject ? owner.test(known) && !(operator.wild !== true && /[*?]/.test(known)) : !/^[^/]*[*?]/.test(known) && known !== '';
    });
    if (pinned.length > 0 && pinned.every(Boolean) && condition.values.open === undefined) return holds(evidence);
  }
  return unsure === undefined ? fails(evidence, `any customer of ${host === '' ? 'the provider' : `\`${host}\``} gets a token that it lets in`) : undecided([unsure], evidence);
}

/** The statement asks for the token's audience. */
export function audienceOf(statement: Statement, _host: string, place: PolicyPlace, index: number): Condition {
  const evidence = [statementEvidence(statement, place, index)];
  let unsure = statement.conditionsOpen;
  for (const condition of statement.conditions) {
    const operator = operatorOf(condition);
    if (!/:(aud|oaud|azp|app_id)$/.test(condition.key) || operator === undefined || operator.negated || condition.ifExists) continue;
    const texts = condition.values.values;
    if (condition.values.open !== undefined || texts.some((text) => knownText(text) === undefined && text.parts.includes(null))) unsure ??= condition.values.open ?? texts.find(({ reason }) => reason !== undefined)?.reason ?? { kind: 'unresolved', detail: 'the audience is not known' };
    else if (texts.length > 0 && !texts.some((text) => /^[*?]+$/.test(knownText(text) ?? 'x'))) return holds(evidence);
  }
  return unsure === undefined ? fails(evidence, 'nothing asks for whom the token was made') : undecided([unsure], evidence);
}
