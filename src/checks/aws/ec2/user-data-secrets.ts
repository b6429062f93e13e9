import { child, cursor, decide, evidenceOf, fails, holds, undecided, type Condition, type Field } from '../../../model/index.js';
import { looksSecret } from '../secrets.js';
import { broader, cfn, defineCheck, equal, tf } from '../../define.js';

/** `NAME=value`, `name: value` as scripts and cloud-init write them. */
const ASSIGNMENT = /([A-Za-z_][A-Za-z0-9_.-]{1,60})\s*[=:]\s*["']?([^\s"'$`;&|]{4,200})/g;
const BASE64 = /^[A-Za-z0-9+/\s]{16,}={0,2}\s*$/;

const holdsSecret = (text: string): boolean => {
  const plain = BASE64.test(text) ? Buffer.from(text, 'base64').toString('utf8') : text;
  return looksSecret(plain) || [...plain.matchAll(ASSIGNMENT)].some(([, name = '', value = '']) => looksSecret(value, name));
};

function clean(data: Field<unknown>): Condition {
  const { tree } = cursor(data);
  const evidence = [evidenceOf(data)];
  const written = tree?.kind === 'scalar' ? [String(tree.value)] : tree?.kind === 'unknown' ? (tree.parts ?? []).filter((part): part is string => typeof part === 'string') : [];
  if (written.some(holdsSecret)) return fails(evidence, 'user data holds a literal credential');
  // What only refers to other resources holds no literal; what is wholly unread may.
  const unread = tree?.kind === 'unknown' && (tree.parts === undefined || tree.parts.includes(null));
  return tree?.kind === 'unknown' && unread ? undecided([tree.reason], evidence) : holds(evidence);
}

export default defineCheck({
  id: 'aws-ec2-user-data-secrets',
  title: 'User data holds no credentials',
  row: 'secrets',
  severity: 'high',
  on: ['AWS::EC2::Instance', 'AWS::EC2::LaunchTemplate', 'AWS::AutoScaling::LaunchConfiguration'],
  why: 'Whoever may describe the instance, or run a process on it, reads its user data; so does everyone with the repository.',
  cwe: ['CWE-798', 'CWE-522'],
  judgement: {
    detection: 'easy: it is plain text to many roles',
    effort: 'hours: move the secret to a manager, let the role fetch it, and change it',
    reach: 'whatever the credential opens',
    trap: 'base64 is taken for encryption',
  },
  applies: (properties, { resource }) => decide(cursor(child(resource.type === 'AWS::EC2::LaunchTemplate' ? child(properties, 'LaunchTemplateData') : properties, 'UserData')).tree !== undefined),
  evaluate: (properties, { resource }) => clean(child(resource.type === 'AWS::EC2::LaunchTemplate' ? child(properties, 'LaunchTemplateData') : properties, 'UserData')),
  fix: {
    terraform: `user_data = <<-EOT
  #!/bin/bash
  aws secretsmanager get-secret-value --secret-id app
EOT`,
    cloudformation: `UserData:
  Fn::Base64: |
    #!/bin/bash
    aws secretsmanager get-secret-value --secret-id app`,
  },
  references: ['https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/user-data.html', 'https://docs.aws.amazon.com/secretsmanager/latest/userguide/best-practices.html'],
  equivalents: {
    checkov: equal('CKV_AWS_46'),
    trivy: broader('AVD-AWS-0029', 'AVD-AWS-0129'),
    prowler: broader('ec2_instance_secrets_user_data', 'ec2_launch_template_no_secrets', 'autoscaling_find_secrets_ec2_launch_configuration'),
  },
  examples: {
    good: [
      tf`
        resource "aws_instance" "i" {
          ami           = "ami-1"
          instance_type = "t3.micro"
          user_data     = "#!/bin/bash\\nyum install -y httpd"
        }
      `,
      cfn`
        Resources:
          I:
            Type: AWS::EC2::Instance
            Properties:
              ImageId: ami-1
              UserData:
                Fn::Base64: |
                  #!/bin/bash
                  yum install -y httpd
      `,
    ],
    bad: [
      tf`
        resource "aws_instance" "i" {
          ami           = "ami-1"
          instance_type = "t3.micro"
          user_data     = "#!/bin/bash\\nexport DB_PASSWORD=Sommer2024x"
        }
      `,
      tf`
        resource "aws_instance" "i" {
          ami           = "ami-1"
          instance_type = "t3.micro"
          user_data_base64 = "IyEvYmluL2Jhc2gKZXhwb3J0IERCX1BBU1NXT1JEPVNvbW1lcjIwMjR4Cg=="
        }
      `,
      cfn`
        Resources:
          I:
            Type: AWS::EC2::Instance
            Properties:
              ImageId: ami-1
              UserData:
                Fn::Base64: |
                  #!/bin/bash
                  export DB_PASSWORD=Sommer2024x
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_instance" "i" {
          ami           = "ami-1"
          instance_type = "t3.micro"
          user_data     = var.x
        }
      `,
    ],
  },
});
