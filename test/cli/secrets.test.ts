/** No secret of the input reaches any output, even of a check that shows all that it reads. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { toldBy } from '../../src/model/thrown.js';
import { command } from './demarc.js';

const demarc = command();

/** Each planted where people leave them. All hold `hunter`. */
const template = `Parameters:
  DbPassword:
    Type: String
    Default: hunter-parameter-1
  Plain:
    Type: String
    Default: hunter-plain-parameter-2
Resources:
  Db:
    Type: AWS::RDS::DBInstance
    Properties:
      MasterUsername: root
      MasterUserPassword: hunter3unquoted
  Quoted:
    Type: AWS::RDS::DBInstance
    Properties:
      MasterUserPassword: "hunter 4 quoted"
  ByParameter:
    Type: AWS::RDS::DBInstance
    Properties:
      MasterUserPassword: !Ref Plain
  ByNamedParameter:
    Type: AWS::RDS::DBInstance
    Properties:
      MasterUserPassword: !Ref DbPassword
  Function:
    Type: AWS::Lambda::Function
    Properties:
      Environment:
        Variables:
          DB_PASSWORD: hunter5variable
          GITHUB: ghp_hunter6hunter6hunter6hunter6hunter6
          CONNECTION: postgres://app:hunter7@db.example.com/app
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ContainerDefinitions:
        - Environment:
            - Name: API_TOKEN
              Value: hunter8pair
            - Value: hunter9pair
              Name: API_SECRET
  Machine:
    Type: AWS::EC2::Instance
    Properties:
      UserData: |
        #!/bin/sh
        export DB_PASSWORD=hunter10script
        curl -H "password: hunter11header" https://example.com
        cat <<KEY
        -----BEGIN RSA PRIVATE KEY-----
        hunter12keykeykeykeykeykeykeykeykey
        -----END RSA PRIVATE KEY-----
        KEY
  Secret:
    Type: AWS::SecretsManager::Secret
    Properties:
      SecretString: '{"username":"root","password":"hunter13json"}'
`;

const check = (name: string, type: string, row: string, reads: string): string => `
import { defineCheck, evidenceOf, fails } from 'demarc';
export default defineCheck({
  id: 'own-${name}', title: 'Shows all it reads', row: '${row}', severity: 'high', on: '${type}', why: 'A test.', cwe: [],
  judgement: { detection: 'd', effort: 'e', reach: 'r', trap: 't' },
  evaluate: (p) => { const found = evidenceOf(${reads}); return fails([found], 'it says ' + JSON.stringify(found.value)); },
  fix: { terraform: '', cloudformation: '' }, references: [], equivalents: {}, examples: { good: [], bad: [], unknown: [] },
});`;

describe('planted secrets', () => {
  it('show in no format', () => {
    const cwd = demarc.folder({
      'infra/template.yaml': template,
      'checks/a.mjs': check('db', 'AWS::RDS::DBInstance', 'secrets', 'p.MasterUserPassword'),
      'checks/b.mjs': check('function', 'AWS::Lambda::Function', 'secrets', 'p.Environment.Variables'),
      'checks/c.mjs': check('task', 'AWS::ECS::TaskDefinition', 'secrets', 'p.ContainerDefinitions'),
      'checks/d.mjs': check('machine', 'AWS::EC2::Instance', 'secrets', 'p.UserData'),
      'checks/e.mjs': check('secret', 'AWS::SecretsManager::Secret', 'identity', 'p.SecretString'),
    });
    const formats = ['json', 'sarif', 'junit', 'markdown', 'terminal'];
    const { out, err, code } = demarc(['scan', 'infra', '--checks', 'checks', '--only', 'own-*', '--verbose', ...formats.flatMap((format) => ['--output', `${format}=out/${format}`])], { cwd });
    expect(err).toBe('');
    expect(code).toBe(1);
    expect(out).toContain('Db');
    for (const format of formats) {
      const text = readFileSync(join(cwd, 'out', format), 'utf8');
      expect(text, format).toContain('own-db');
      expect([...text.matchAll(/.*hunter.*/g)].map(([line]) => `${format}: ${line}`)).toEqual([]);
    }
    const ids = (JSON.parse(readFileSync(join(cwd, 'out/json'), 'utf8')) as { verdicts: readonly { id: string }[] }).verdicts.map(({ id }) => id);
    expect(ids.length).toBe(8);
    for (const id of ids) expect(demarc(['explain', id, '--in', 'infra', '--checks', 'checks'], { cwd }).out).not.toContain('hunter');
  });

  it('show in no command: not in frames, lists of software, baselines, or what is said of broken files', () => {
    // Found by the search for secrets alone: in headers, commands, addresses and files of tools.
    const planted = 'Zq7hunter93xPlanted';
    const cwd = demarc.folder({
      'main.tf': `resource "aws_lambda_function" "f" {\n  environment { variables = { A = "mongodb://u:${planted}@db.internal.net/x" } }\n}\n`,
      Dockerfile: `FROM node:20\nENV DB_PASSWORD=${planted}\nRUN curl -u a:${planted} https://x.internal.net\nRUN mysql -u root -p${planted} x\n`,
      'docker-compose.yml': `services:\n  a:\n    image: x\n    environment:\n      DB_PASSWORD: ${planted}\n    command: redis-cli -h cache -a ${planted} PING\n`,
      'broken.tf': `resource "x" { password = "${planted}" \n "${planted}" {{{ \n`,
      'broken.yaml': `a: [${planted}\n  password: ${planted}\n: ${planted}}\n`,
      'package-lock.json': `{"lockfileVersion":3,"packages":{"":{"name":"x"},"node_modules/a":{"version":"1.0.0","resolved" : "https://u:${planted}@npm.internal.net/a.tgz"}}}`,
      'requirements.txt': `--extra-index-url "https://ci:${planted}@pypi.internal.net/simple"\nflask==1.0\n`,
      'redis.conf': `requirepass ${planted}\n`,
      '.npmrc': `//npm.internal.net/:_authToken=${planted}\n`,
    });
    const told = (args: readonly string[]): string => {
      const { out, err } = demarc(args, { cwd });
      expect([...`${out}${err}`.matchAll(/.*hunter.*/g)].map(([line]) => `${args.join(' ')}: ${line}`)).toEqual([]);
      return out;
    };
    for (const format of ['terminal', 'json', 'sarif', 'markdown', 'junit']) {
      for (const command of [['scan', '.', '--verbose'], ['secrets', '.']]) expect(told([...command, '--format', format]), format).toContain('command-login');
    }
    for (const format of ['cyclonedx', 'spdx']) expect(told(['sbom', '.', '--format', format])).toContain('flask');
    told(['vulns', '.']);
    told(['line', '.']);
    told(['scan', '.', '--write-baseline', 'all.json']);
    told(['secrets', '.', '--write-baseline', 'leaks.json']);
    for (const file of ['all.json', 'leaks.json']) expect(readFileSync(join(cwd, file), 'utf8')).not.toContain('hunter');
  });

  it('show in no error: of a check that takes a text for JSON, and of a crash', () => {
    const cwd = demarc.folder({
      'infra/template.yaml': template,
      'checks/a.mjs': check('thrown', 'AWS::RDS::DBInstance', 'secrets', 'p.MasterUserPassword').replace('const found =', 'JSON.parse(String(evidenceOf(p.MasterUserPassword).value)); const found ='),
    });
    const { out, err } = demarc(['scan', 'infra', '--checks', 'checks', '--only', 'own-*', '--format', 'json'], { cwd });
    expect(out).toContain('threw: ');
    expect([...`${out}${err}`.matchAll(/.*hunter.*/g)].map(([line]) => line)).toEqual([]);
    expect(toldBy(new SyntaxError('Unexpected token h, ..."a hunter'))).not.toContain('hunter');
  });

  it('show in no frame of Terraform, wherever the value was first written', () => {
    const cwd = demarc.folder({
      'main.tf': `variable "db_password" {
  default = "hunter1default"
}
locals {
  plain = "hunter2local"
}
resource "aws_db_instance" "a" {
  password = var.db_password
}
resource "aws_db_instance" "b" {
  password = local.plain
}
resource "aws_db_instance" "c" {
  password = "\${local.plain}-hunter3"
}
resource "aws_db_instance" "d" {
  username = "root"
  password = "hunter4"
}
`,
      'checks/a.ts': check('db', 'AWS::RDS::DBInstance', 'identity', 'p.MasterUserPassword as never').replace("'it says '", "('it says ' as string)"),
      'checks/b.ts': check('user', 'AWS::RDS::DBInstance', 'identity', 'p.MasterUsername'),
    });
    const { out } = demarc(['scan', '.', '--checks', 'checks', '--only', 'own-*'], { cwd });
    expect(out).toContain('aws_db_instance.c');
    expect(out).toContain('aws_db_instance.d');
    expect([...out.matchAll(/.*hunter.*/g)].map(([line]) => line)).toEqual([]);
  });
});
