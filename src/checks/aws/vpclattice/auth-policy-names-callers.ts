import { cfn, defineCheck, tf } from '../../define.js';
import { namesCallers } from '../policies.js';

export default defineCheck({
  id: 'aws-vpclattice-auth-policy-names-callers',
  title: 'Service network\'s auth policy lets in only callers that it names',
  row: 'network',
  severity: 'medium',
  on: 'AWS::VpcLattice::AuthPolicy',
  why: 'A service whose auth policy lets in everyone answers every workload of the network, signed or not.',
  cwe: ['CWE-732', 'CWE-284'],
  judgement: {
    detection: 'easy for whoever knows or guesses its name and account',
    effort: 'minutes: name the accounts, roles or the organization',
    reach: 'all of the service',
    trap: 'a name that nobody knows is taken for a lock',
  },
  evaluate: ({ Policy }) => namesCallers(Policy),
  fix: {
    terraform: `resource "aws_vpclattice_auth_policy" "p" {
  resource_identifier = "arn:aws:vpc-lattice:eu-west-1:111122223333:service/svc-1"
  policy              = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::111122223333:role/app" }, Action = "vpc-lattice-svcs:Invoke", Resource = "*" }] })
}`,
    cloudformation: `PolicyDocument: {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/app"}, "Action": "vpc-lattice-svcs:Invoke", "Resource": "*"}]}`,
  },
  references: ['https://docs.aws.amazon.com/vpc-lattice/latest/ug/auth-policies.html'],
  equivalents: {
  },
  examples: {
    good: [
      tf`
        resource "aws_vpclattice_auth_policy" "p" {
          resource_identifier = "arn:aws:vpc-lattice:eu-west-1:111122223333:service/svc-1"
          policy              = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::111122223333:role/app" }, Action = "vpc-lattice-svcs:Invoke", Resource = "*" }] })
        }
      `,
      tf`
        resource "aws_vpclattice_auth_policy" "p" {
          resource_identifier = "arn:aws:vpc-lattice:eu-west-1:111122223333:service/svc-1"
          policy              = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = "*", Action = "vpc-lattice-svcs:Invoke", Resource = "*", Condition = { StringEquals = { "aws:PrincipalOrgID" = "o-a1b2c3d4e5" } } }] })
        }
      `,
      cfn`
        Resources:
          P:
            Type: AWS::VpcLattice::AuthPolicy
            Properties:
              ResourceIdentifier: arn:aws:vpc-lattice:eu-west-1:111122223333:service/svc-1
              Policy: {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/app"}, "Action": "vpc-lattice-svcs:Invoke", "Resource": "*"}]}
      `,
    ],
    bad: [
      tf`
        resource "aws_vpclattice_auth_policy" "p" {
          resource_identifier = "arn:aws:vpc-lattice:eu-west-1:111122223333:service/svc-1"
          policy              = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { AWS = "*" }, Action = "vpc-lattice-svcs:Invoke", Resource = "*" }] })
        }
      `,
      tf`
        resource "aws_vpclattice_auth_policy" "p" {
          resource_identifier = "arn:aws:vpc-lattice:eu-west-1:111122223333:service/svc-1"
          policy              = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = "*", Action = "vpc-lattice-svcs:Invoke", Resource = "*", Condition = { StringLike = { "aws:PrincipalArn" = "*" } } }] })
        }
      `,
      cfn`
        Resources:
          P:
            Type: AWS::VpcLattice::AuthPolicy
            Properties:
              ResourceIdentifier: arn:aws:vpc-lattice:eu-west-1:111122223333:service/svc-1
              Policy: {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "vpc-lattice-svcs:Invoke", "Resource": "*"}]}
      `,
    ],
    unknown: [
      tf`
        variable "who" {
          type = string
        }
        resource "aws_vpclattice_auth_policy" "p" {
          resource_identifier = "arn:aws:vpc-lattice:eu-west-1:111122223333:service/svc-1"
          policy              = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { AWS = var.who }, Action = "vpc-lattice-svcs:Invoke", Resource = "*" }] })
        }
      `,
    ],
  },
});
