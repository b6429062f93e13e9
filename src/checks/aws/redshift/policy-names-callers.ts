import { cfn, defineCheck } from '../../define.js';
import { namesCallers } from '../policies.js';

export default defineCheck({
  id: 'aws-redshift-policy-names-callers',
  title: 'Warehouse\'s policy lets in only callers that it names',
  row: 'data',
  severity: 'high',
  on: ['AWS::Redshift::Cluster', 'AWS::RedshiftServerless::Namespace'],
  why: 'The policy decides who may join the namespace for data sharing and integrations; a star is everyone.',
  cwe: ['CWE-732', 'CWE-284'],
  judgement: {
    detection: 'easy for whoever knows or guesses its name and account',
    effort: 'minutes: name the accounts, roles or the organization',
    reach: 'all of the warehouse',
    trap: 'a name that nobody knows is taken for a lock',
  },
  evaluate: ({ NamespaceResourcePolicy }) => namesCallers(NamespaceResourcePolicy),
  fix: {
    terraform: `# Terraform has no resource for it`,
    cloudformation: `PolicyDocument: {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/app"}, "Action": "redshift:CreateInboundIntegration", "Resource": "*"}]}`,
  },
  references: ['https://docs.aws.amazon.com/redshift/latest/mgmt/zero-etl-using.setting-up.html'],
  equivalents: {
  },
  examples: {
    good: [
      cfn`
        Resources:
          N:
            Type: AWS::RedshiftServerless::Namespace
            Properties:
              NamespaceName: sales
              NamespaceResourcePolicy: {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/app"}, "Action": "redshift:CreateInboundIntegration", "Resource": "*"}]}
      `,
    ],
    bad: [
      cfn`
        Resources:
          N:
            Type: AWS::RedshiftServerless::Namespace
            Properties:
              NamespaceName: sales
              NamespaceResourcePolicy: {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "redshift:CreateInboundIntegration", "Resource": "*"}]}
      `,
    ],
    unknown: [],
  },
});
