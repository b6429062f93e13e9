/** WAF, the present one and the classic ones. */
import { mapping, unknown } from '../../model/index.js';
import type { ServiceRules } from '../adapted.js';
import { keyValue } from '../convert.js';
import { eachBlock, oneBlock, pascalPath, resource, type Convert } from '../table.js';

const visibility = oneBlock({ cloudwatch_metrics_enabled: 'CloudWatchMetricsEnabled', metric_name: 'MetricName', sampled_requests_enabled: 'SampledRequestsEnabled' });

/** `action { block {} }` → `{ Block: {} }`: the name of the nested block is the answer. */
const choice: Convert = (value) => {
  const block = value.kind === 'list' ? value.items[0] : value;
  if (block === undefined && value.kind === 'list' && value.open !== undefined) return unknown(value.open, value.at);
  if (block?.kind !== 'map') return block;
  const chosen = [...block.entries].filter(([, inner]) => !(inner.kind === 'list' && inner.items.length === 0 && inner.open === undefined) && !(inner.kind === 'scalar' && inner.value === null));
  return mapping(chosen.map(([name, inner]) => [pascalPath(name), inner.kind === 'list' ? (inner.items[0] ?? inner) : inner] as const), block.at, block.open);
};

const managed = oneBlock({
  name: 'Name',
  vendor_name: 'VendorName',
  version: 'Version',
  excluded_rule: ['ExcludedRules', eachBlock({ name: 'Name' })],
  rule_action_override: ['RuleActionOverrides', eachBlock({ name: 'Name', action_to_use: ['ActionToUse', choice] })],
});
const rules = eachBlock({
  name: 'Name',
  priority: 'Priority',
  action: ['Action', choice],
  override_action: ['OverrideAction', choice],
  'statement.managed_rule_group_statement': ['Statement.ManagedRuleGroupStatement', managed],
  'statement.rule_group_reference_statement.arn': 'Statement.RuleGroupReferenceStatement.Arn',
  'statement.ip_set_reference_statement.arn': 'Statement.IPSetReferenceStatement.Arn',
  'statement.rate_based_statement.limit': 'Statement.RateBasedStatement.Limit',
  'statement.rate_based_statement.aggregate_key_type': 'Statement.RateBasedStatement.AggregateKeyType',
  'statement.geo_match_statement.country_codes': 'Statement.GeoMatchStatement.CountryCodes',
  visibility_config: ['VisibilityConfig', visibility],
});

/** The classic kinds name their rules' action by a text in a block. */
const classicRules = eachBlock({ priority: 'Priority', rule_id: 'RuleId', 'action.type': 'Action.Type' });
export const waf: ServiceRules = {
  terraform: {
    aws_wafv2_web_acl: resource(
      'AWS::WAFv2::WebACL',
      { rule: ['Rules', rules], default_action: ['DefaultAction', choice], visibility_config: ['VisibilityConfig', visibility], tags: ['Tags', keyValue] },
      { same: ['name', 'description', 'scope'] },
    ),
    aws_wafv2_rule_group: resource('AWS::WAFv2::RuleGroup', { rule: ['Rules', rules], visibility_config: ['VisibilityConfig', visibility], tags: ['Tags', keyValue] }, { same: ['name', 'scope', 'capacity'] }),
    aws_wafv2_ip_set: resource('AWS::WAFv2::IPSet', { ip_address_version: 'IPAddressVersion', addresses: 'Addresses' }, { same: ['name', 'scope'] }),
    aws_wafv2_web_acl_association: resource('AWS::WAFv2::WebACLAssociation', { resource_arn: 'ResourceArn', web_acl_arn: 'WebACLArn' }),
    aws_wafv2_web_acl_logging_configuration: resource('AWS::WAFv2::LoggingConfiguration', { resource_arn: 'ResourceArn', log_destination_configs: 'LogDestinationConfigs' }),
    aws_waf_web_acl: resource('AWS::WAF::WebACL', { name: 'Name', metric_name: 'MetricName', rules: ['Rules', classicRules], 'default_action.type': 'DefaultAction.Type', 'logging_configuration.log_destination': '#LogDestination' }),
    aws_wafregional_web_acl: resource('AWS::WAFRegional::WebACL', { name: 'Name', metric_name: 'MetricName', rule: ['Rules', classicRules], 'default_action.type': 'DefaultAction.Type', 'logging_configuration.log_destination': '#LogDestination' }),
    aws_waf_rule: resource('AWS::WAF::Rule', { name: 'Name', metric_name: 'MetricName', predicates: ['Predicates', eachBlock({}, { same: ['data_id', 'negated', 'type'] })] }),
    aws_wafregional_rule: resource('AWS::WAFRegional::Rule', { name: 'Name', metric_name: 'MetricName', predicate: ['Predicates', eachBlock({}, { same: ['data_id', 'negated', 'type'] })] }),
    aws_waf_rule_group: resource('Demarc::WAF::RuleGroup', { name: 'Name', activated_rule: ['ActivatedRules', classicRules] }),
    aws_wafregional_rule_group: resource('Demarc::WAF::RuleGroup', { name: 'Name', activated_rule: ['ActivatedRules', classicRules] }),
  },
};
