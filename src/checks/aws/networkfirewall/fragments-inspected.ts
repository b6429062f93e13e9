import { all, equals, every, isNotEmpty, not } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-networkfirewall-fragments-inspected',
  title: 'Firewall inspects or drops fragments that no stateless rule matches',
  row: 'network',
  severity: 'medium',
  on: 'AWS::NetworkFirewall::FirewallPolicy',
  why: 'What is passed by default never reaches the rules that look into it.',
  cwe: ['CWE-284'],
  judgement: {
    detection: 'easy: one word',
    effort: 'one line',
    reach: 'every network behind the firewall',
    trap: 'a firewall is taken to drop what it does not know',
  },
  evaluate: ({ FirewallPolicy: { StatelessFragmentDefaultActions: actions } }) => all(isNotEmpty(actions), every(actions, (action) => not(equals(action, 'aws:pass')))),
  fix: {
    terraform: `firewall_policy {
  stateless_default_actions          = ["aws:forward_to_sfe"]
  stateless_fragment_default_actions = ["aws:forward_to_sfe"]
}`,
    cloudformation: `FirewallPolicy:
  StatelessDefaultActions: ["aws:forward_to_sfe"]
  StatelessFragmentDefaultActions: ["aws:forward_to_sfe"]`,
  },
  references: ['https://docs.aws.amazon.com/network-firewall/latest/developerguide/stateless-default-actions.html'],
  equivalents: {
    prowler: equal('networkfirewall_policy_default_action_fragmented_packets'),
  },
  examples: {
    good: [
      tf`
        resource "aws_networkfirewall_firewall_policy" "r" {
          name = "f"
          firewall_policy {
            stateless_default_actions          = ["aws:forward_to_sfe"]
            stateless_fragment_default_actions = ["aws:forward_to_sfe"]
          }
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::NetworkFirewall::FirewallPolicy
            Properties:
              FirewallPolicyName: f
              FirewallPolicy:
                StatelessDefaultActions: ["aws:forward_to_sfe"]
                StatelessFragmentDefaultActions: ["aws:forward_to_sfe"]
      `,
    ],
    bad: [
      tf`
        resource "aws_networkfirewall_firewall_policy" "r" {
          name = "f"
          firewall_policy {
            stateless_default_actions          = ["aws:forward_to_sfe"]
            stateless_fragment_default_actions = ["aws:pass"]
          }
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::NetworkFirewall::FirewallPolicy
            Properties:
              FirewallPolicyName: f
              FirewallPolicy:
                StatelessDefaultActions: ["aws:forward_to_sfe"]
                StatelessFragmentDefaultActions: ["aws:pass"]
      `,
    ],
    unknown: [],
  },
});
