/** Every path that an adapt table writes exists in the provider's schema. */
import { describe, expect, it } from 'vitest';
import { cloudformationRules, terraformRules } from '../../src/adapt/aws/index.js';
import { loadSchemas, propertyAt } from '../../src/schema/aws/index.js';

const rules = [...Object.entries(terraformRules), ...Object.entries(cloudformationRules)];

/** Rule groups share the table of web ACLs' rules; what a group cannot hold, Terraform does not let it write either. */
const SHARED = /^aws_wafv2_rule_group: .* Rules\.(OverrideAction|Statement\.(ManagedRuleGroupStatement|RuleGroupReferenceStatement))/;

describe('adapt tables', () => {
  it('write only what the schema holds', async () => {
    const written = rules.flatMap(([source, rule]) => (rule?.writes?.types ?? []).map((type) => ({ source, type, paths: rule?.writes?.paths ?? [] }))).filter(({ type }) => !type.startsWith('Demarc::'));
    expect(written.length).toBeGreaterThan(100);
    const schemas = await loadSchemas(new Set(written.map(({ type }) => type)));
    const strangers = written.flatMap(({ source, type, paths }) => {
      const schema = schemas.get(type);
      return schema === undefined ? [`${source}: there is no type ${type}`] : paths.filter((path) => propertyAt(schema, path) === undefined).map((path) => `${source}: ${type} has no ${path}`);
    });
    expect(strangers.filter((one) => !SHARED.test(one))).toEqual([]);
  });
});
