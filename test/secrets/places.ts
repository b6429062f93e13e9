/** Where people leave credentials: small files with one line that holds it. */
import { gzipSync } from 'node:zlib';
import type { Random } from './random.js';
import { password, privateKey, shaped, underName, type Kind } from './kinds.js';

export interface Sample {
  readonly path: string;
  readonly text: string;
  /** Line of the secret, from 1; none for a look-alike. */
  readonly line?: number;
  /** What it is, for the reader of a failure. */
  readonly kind: string;
}

type Place = (name: string, value: string) => readonly [path: string, text: string];

const lower = (name: string): string => name.toLowerCase();
const camel = (name: string): string => lower(name).replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

/** `@` marks the line. */
const PLACES: readonly Place[] = [
  (name, value) => ['.env', `NODE_ENV=production\n@${name}=${value}\nPORT=8080\n`],
  (name, value) => ['.env.local', `@${name}="${value}"\n`],
  (name, value) => ['deploy.sh', `#!/bin/sh\nset -eu\n@export ${name}=${value}\n./run\n`],
  (name, value) => ['config.yaml', `server:\n  port: 80\n@  ${lower(name)}: ${value}\n`],
  (name, value) => ['values.yaml', `env:\n  - name: LOG\n    value: info\n@  - {name: ${name}, value: "${value}"}\n`],
  (name, value) => ['settings.json', `{\n  "debug": false,\n@  "${camel(name)}": "${value}"\n}\n`],
  (name, value) => ['src/client.js', `import http from 'http';\n@const ${camel(name)} = '${value}';\nexport default http;\n`],
  (name, value) => ['src/client.ts', `export const options = {\n@  ${camel(name)}: "${value}",\n};\n`],
  (name, value) => ['app/settings.py', `import os\n@${name} = "${value}"\n`],
  (name, value) => ['Main.java', `class Main {\n@  private static final String ${name} = "${value}";\n}\n`],
  (name, value) => ['main.go', `package main\n\n@const ${camel(name)} = "${value}"\n`],
  (name, value) => ['config.rb', `Rails.application.configure do\n@  config.${lower(name)} = '${value}'\nend\n`],
  (name, value) => ['config.php', `<?php\n@define('${name}', '${value}');\n`],
  (name, value) => ['terraform.tfvars', `region = "eu-west-1"\n@${lower(name)} = "${value}"\n`],
  (name, value) => ['variables.tf', `variable "${lower(name)}" {\n  type = string\n@  default = "${value}"\n}\n`],
  (name, value) => ['Dockerfile', `FROM alpine:3.20\n@ENV ${name}=${value}\nCMD ["run"]\n`],
  (name, value) => ['.github/workflows/ci.yml', `jobs:\n  build:\n    env:\n@      ${name}: ${value}\n`],
  (name, value) => ['app.properties', `server.port=80\n@app.${lower(name)}=${value}\n`],
  (name, value) => ['web.config', `<configuration>\n  <appSettings>\n@    <add key="${name}" value="${value}" />\n  </appSettings>\n</configuration>\n`],
  (name, value) => ['notes.md', `# How to deploy\n\n@Set \`${name}=${value}\` first.\n`],
  (name, value) => ['docker-compose.yml', `services:\n  web:\n    environment:\n@      - ${name}=${value}\n`],
  (name, value) => ['app.ini', `[main]\nlevel = info\n@${lower(name)} = ${value}\n`],
  (name, value) => ['Analysis.ipynb', `{"cells": [{"cell_type": "code", "source": [\n@  "${name} = '${value}'\\n"\n]}]}\n`],
  (name, value) => ['app.js', `@const key = process.env.${name} || '${value}';\n`],
  (name, value) => ['cfg.py', `import os\n@x = os.getenv("${name}", "${value}")\n`],
  (name, value) => ['init.rb', `@ENV['${name}'] ||= '${value}'\n`],
  (name, value) => ['Options.cs', `class Options {\n@    public string ${camel(name).replace(/^./, (letter) => letter.toUpperCase())} { get; set; } = "${value}";\n}\n`],
  (name, value) => ['config.h', `#pragma once\n@#define ${name} "${value}"\n`],
  (name, value) => ['Service.php', `<?php class A {\n@  protected $${camel(name)} = '${value}';\n}\n`],
  (name, value) => ['main.rs', `@const ${name}: &str = "${value}";\nfn main() {}\n`],
  (name, value) => ['Keys.swift', `enum Keys {\n@  static let ${camel(name)} = "${value}"\n}\n`],
  (name, value) => ['Client.java', `builder\n@  .${camel(name)}("${value}")\n  .build();\n`],
  (name, value) => ['ecs.tf', `environment = [\n@  { name = "${name}", value = "${value}" }\n]\n`],
  (name, value) => ['task.tf', `@container_definitions = "[{\\"name\\":\\"${name}\\",\\"value\\":\\"${value}\\"}]"\n`],
  (name, value) => ['deployment.yaml', `env:\n  - name: ${name}\n@    value: "${value}"\n`],
  (name, value) => ['compose.yaml', `services:\n  db:\n    environment:\n@      ${name}: "${value}"\n`],
  (name, value) => ['ops.md', `| Name | Value |\n|---|---|\n@| ${name} | \`${value}\` |\n`],
  (name, value) => ['win.env', `HOST=localhost\r\n@${name}=${value}\r\nDEBUG=0\r\n`],
  (name, value) => ['deploy.ps1', `@$env:${name} = '${value}'\n./run.ps1\n`],
  (name, value) => ['config.xml', `<config>\n@  <${camel(name)}>${value}</${camel(name)}>\n</config>\n`],
  (name, value) => ['settings.py', `${name}: str = (\n@    "${value}"\n)\n`],
  (name, value) => ['config/runtime.exs', `@  ${lower(name)}: System.get_env("${name}") || "${value}",\n`],
  (name, value) => ['src/auth.rs', `@    let ${lower(name)} = String::from("${value}");\n`],
  (name, value) => ['window.cpp', `@QString ${camel(name)} = QStringLiteral("${value}");\n`],
  (name, value) => ['main.c', `@const char ${lower(name)}[] = "${value}";\n`],
  (name, value) => ['Store.m', `@[defaults setObject:@"${value}" forKey:@"${camel(name)}"];\n`],
  (name, value) => ['Map.kt', `val values = mapOf(\n@  "${lower(name)}" to "${value}",\n)\n`],
  (name, value) => ['Conf.scala', `@val values = Map("${lower(name)}" -> "${value}")\n`],
  (name, value) => ['analysis.r', `@${lower(name)} <- "${value}"\n`],
  (name, value) => ['lib/App.pm', `@$ENV{${name}} = "${value}";\n`],
  (name, value) => ['config/deploy.rb', `@set :${lower(name)}, "${value}"\n`],
  (name, value) => ['app.erl', `@  {${lower(name)}, "${value}"},\n`],
  (name, value) => ['cli.py', `@parser.add_argument("--${lower(name).replaceAll('_', '-')}", default="${value}")\n`],
  (name, value) => ['Application.java', `@@Value("\${${lower(name).replaceAll('_', '.')}:${value}}")\n`],
  (name, value) => ['App.tsx', `@<Provider ${camel(name)}={"${value}"} />\n`],
  (name, value) => ['anchors.yaml', `@${lower(name)}: &shared "${value}"\n`],
  (name, value) => ['folded.yaml', `${lower(name)}: >-\n@  ${value}\n`],
  (name, value) => ['serverless.yml', `environment:\n@  ${name}: \${env:${name}, '${value}'}\n`],
  (name, value) => ['parameters.json', `@[{"ParameterKey":"${camel(name)}","ParameterValue":"${value}"}]\n`],
  (name, value) => ['put.sh', `@aws ssm put-parameter --name /app/${lower(name)} --type SecureString --value "${value}"\n`],
  (name, value) => ['login.csh', `@setenv ${name} ${value}\n`],
  (name, value) => ['server.log', `2026-01-01 INFO start\n@2026-01-01 DEBUG config ${name}=${value}\n`],
];

/** For what says by itself what it is, wherever it stands. */
const ANYWHERE: readonly Place[] = [
  ...PLACES,
  (_, value) => ['chat.txt', `ann: what do I use?\n@bob: try ${value} and tell me\n`],
  (_, value) => ['run.sh', `@curl -H "X-Key: ${value}" https://api.internal.net/v1\n`],
  (_, value) => ['test.py', `def test_it():\n@    client = Client("${value}")\n`],
  (_, value) => ['old.sql', `@INSERT INTO settings VALUES (7, '${value}');\n`],
];

const markedSample = (kind: string, [path, marked]: readonly [string, string]): Sample => {
  const lines = marked.split('\n');
  const at = lines.findIndex((line) => line.startsWith('@'));
  return { kind, path, text: lines.map((line, i) => (i === at ? line.slice(1) : line)).join('\n'), line: at + 1 };
};

/** Credentials that are told by their place. */
const SPECIAL: readonly ((random: Random) => Sample)[] = [
  (random) => markedSample('sentence', ['chat.json', `@[{"text":"hey, the staging_password is ${random.fill('{l:3}{x:10}7aB')}"}]\n`]),
  (random) => markedSample('collection of Postman', ['api.postman_collection.json', `@{"auth":{"type":"apikey","apikey":[{"key":"value","value":"${random.fill('{x:30}7a')}","type":"string"}]}}\n`]),
  (random) => markedSample('header in an archive of requests', ['page.har', `@{"name":"Authorization","value":"Basic ${Buffer.from(`svc:${random.password(14)}`).toString('base64')}"}\n`]),
  (random) => markedSample('cookie that was sent', ['trace.log', `@Cookie: lang=en; sessionid=${random.fill('{h:32}')}; theme=dark\n`]),
  (random) => markedSample('program made small', ['app.min.js', `@!function(e){e.cfg={apiSecret:"${random.fill('{x:30}7aB')}",v:2}}(window);\n`]),
  (random) => markedSample('phrase of words', ['crontab', `@API_TOKEN=harbor-lumen-${random.fill('{d:3}')}-xHLm\n`]),
  (random) => markedSample('connection in a notebook', ['Load.ipynb', `{"cells": [{"source": [\n@  "c = \\"Server=db.internal.net;User ID=app;Password=${random.password(14)};\\"\\n"\n]}]}\n`]),
  (random) => markedSample('private key', ['id_key.pem', `@${privateKey(random)}`]),
  (random) => markedSample('private key in JSON', ['account.json', `{\n  "type": "service_account",\n@  "private_key": ${JSON.stringify(privateKey(random))}\n}\n`]),
  (random) => markedSample('database address', ['app.yaml', `db:\n@  url: postgres://app:${random.password(14)}@db.internal.net:5432/app\n`]),
  (random) => markedSample('broker address', ['.env', `@BROKER=amqps://${random.fill('{a:6}')}:${random.password(20)}@mq.internal.net/prod\n`]),
  (random) => markedSample('mongo address', ['db.js', `@const uri = 'mongodb+srv://svc:${random.password(16)}@cluster0.${random.fill('{n:5}')}.mongodb.net/x';\n`]),
  (random) => markedSample('git remote', ['.git-credentials', `@https://robot:${random.password(24)}@git.internal.net\n`]),
  (random) => markedSample('netrc', ['.netrc', `@machine ftp.internal.net login deploy password ${random.password(12)}\n`]),
  (random) => markedSample('pgpass', ['.pgpass', `@db.internal.net:5432:app:svc:${random.password(14)}\n`]),
  (random) => markedSample('docker login', ['config.json', `{"auths": {"registry.internal.net": {\n@  "auth": "${Buffer.from(`robot:${random.password(18)}`).toString('base64')}"\n}}}\n`]),
  (random) => markedSample('basic header', ['call.http', `GET /v1 HTTP/1.1\n@Authorization: Basic ${Buffer.from(`svc:${random.password(14)}`).toString('base64')}\n`]),
  (random) => markedSample('bearer header', ['call.sh', `@curl -H 'Authorization: Bearer ${random.password(40)}' https://api.internal.net\n`]),
  (random) => markedSample('curl login', ['call.sh', `@curl -u deploy:${random.password(14)} https://share.internal.net/a\n`]),
  (random) => markedSample('storage connection', ['appsettings.json', `{\n@  "Storage": "DefaultEndpointsProtocol=https;AccountName=${random.fill('{n:10}')};AccountKey=${random.bytes(64).toString('base64')};EndpointSuffix=core.windows.net"\n}\n`]),
  (random) => markedSample('service bus connection', ['local.settings.json', `{\n@  "Bus": "Endpoint=sb://x.servicebus.windows.net/;SharedAccessKeyName=Root;SharedAccessKey=${random.bytes(32).toString('base64')}"\n}\n`]),
  (random) => markedSample('sql connection', ['app.config', `<x>\n@<add connectionString="Server=db;Database=app;User Id=sa;Password=${random.fill('{A:1}{x:11}!')};" />\n</x>\n`]),
  (random) => markedSample('kubernetes secret', ['secret.yaml', `apiVersion: v1\nkind: Secret\nmetadata:\n  name: db\ndata:\n@  password: ${Buffer.from(random.password(18)).toString('base64')}\n`]),
  (random) => markedSample('kubernetes secret in the clear', ['secret.yaml', `apiVersion: v1\nkind: Secret\nmetadata:\n  name: db\nstringData:\n@  password: ${password(random)}\n`]),
  (random) => markedSample('sql statement', ['init.sql', `@CREATE USER app WITH PASSWORD '${random.password(14)}';\n`]),
  (random) => markedSample('npmrc', ['.npmrc', `@//npm.internal.net/:_authToken=${random.fill('{uuid}')}\n`]),
  (random) => markedSample('key pair in a file of the console', ['rootkey.csv', `Access key ID,Secret access key\n@${['AK', 'IA'].join('')}${random.fill('{t:16}')},${random.fill('{x:20}/{x:19}')}\n`]),
  (random) => markedSample('AWS profile', ['credentials', `[default]\n@aws_secret_access_key = ${random.fill('{x:12}+{x:13}/{x:13}')}\n`]),
  (random) => markedSample('user data', ['main.tf', `resource "aws_instance" "a" {\n@  user_data_base64 = "${Buffer.from(`#!/bin/sh\nexport DB_PASSWORD=${random.password(16)}\n`).toString('base64')}"\n}\n`]),
  (random) => markedSample('mysql command', ['dump.sh', `@mysqldump -u root -p${random.password(14)} app > app.sql\n`]),
  (random) => markedSample('key of Rails', ['config/master.key', `@${random.fill('{h:32}')}\n`]),
  (random) => markedSample('salt of WordPress', ['wp-config.php', `<?php\n@define('NONCE_KEY', '${random.fill('{x:20}(+|%{x:20},.;:{x:10}')}');\n`]),
  (random) => markedSample('PHP connection', ['db.php', `<?php\n@$link = mysqli_connect('db', 'root', '${random.password(12)}', 'shop');\n`]),
  (random) => markedSample('password by a pipe', ['login.sh', `@echo ${random.password(14)} | docker login -u ci --password-stdin\n`]),
  (random) => markedSample('share of Windows', ['map.bat', `@net use Z: \\\\srv\\share ${random.password(12)} /user:CORP\\svc\r\n`]),
  (random) => markedSample('setting of Redis', ['redis.conf', `bind 0.0.0.0\n@requirepass ${random.password(20)}\n`]),
  (random) => markedSample('mail relay', ['sasl_passwd', `@[smtp.internal.net]:587 relay@internal.net:${random.password(14)}\n`]),
  (random) => markedSample('installation', ['preseed.cfg', `@d-i passwd/root-password password ${random.password(12)}\n`]),
  (random) => markedSample('first boot', ['user-data.yml', `#cloud-config\nchpasswd:\n  list: |\n@    root:${random.password(12)}\n`]),
  (random) => markedSample('wireless network', ['wpa_supplicant.conf', `network={\n  ssid="home"\n@  psk="${random.password(12)}"\n}\n`]),
  (random) => markedSample('property list', ['Info.plist', `<dict>\n<key>ApiSecret</key>\n@<string>${random.password(32)}</string>\n</dict>\n`]),
  (random) => markedSample('parameters of Azure', ['azuredeploy.parameters.json', `{"parameters": {"adminPassword": {\n@  "value": "${random.password(16)}"\n}}}\n`]),
  (random) => markedSample('value before its name', ['taskdef.json', `{"environment": [{\n@  "value": "${random.password(32)}",\n  "name": "API_SECRET"}]}\n`]),
  (random) => markedSample('password that Terraform made', ['terraform.tfstate', `{"resources": [{"type": "random_password", "instances": [{"attributes": {"length": 20,\n@  "result": "${random.password(20)}"\n}}]}]}\n`]),
  (random) => markedSample('signing call', ['token.js', `@const t = jwt.sign(payload, '${random.password(40)}');\n`]),
  (random) => markedSample('token of Composer', ['auth.json', `{"github-oauth": {\n@  "github.com": "${random.fill('{h:40}')}"\n}}\n`]),
  (random) => markedSample('address of Oracle', ['db.properties', `@url=jdbc:oracle:thin:app/${random.password(14)}@//ora.internal.net:1521/X\n`]),
  (random) => markedSample('header in a configuration', ['nginx.conf', `@proxy_set_header Authorization "Basic ${Buffer.from(`svc:${random.password(14)}`).toString('base64')}";\n`]),
  (random) => markedSample('default in a composition', ['docker-compose.yml', `services:\n  db:\n    environment:\n@      - POSTGRES_PASSWORD=\${POSTGRES_PASSWORD:-${random.password(16)}}\n`]),
  (random) => markedSample('tunnel', ['static.key', `@-----BEGIN OpenVPN Static key V1-----\n${random.fill('{h:32}\n').repeat(16)}-----END OpenVPN Static key V1-----\n`]),
  (random) => markedSample('packed user data', ['state.json', `{\n@  "user_data_base64": "${gzipSync(`#!/bin/sh\nexport DB_PASSWORD=${random.password(16)}\n`).toString('base64')}"\n}\n`]),
  (random) => markedSample('PowerShell', ['setup.ps1', `@$p = ConvertTo-SecureString "${random.fill('{l:2}{x:10}!')}" -AsPlainText -Force\n`]),
];

const NEUTRAL = ['VALUE', 'SOURCE', 'TARGET', 'DATA', 'ITEM'] as const;

/** As many as asked for, over all kinds and places in turn. */
export function secrets(random: Random, count: number): readonly Sample[] {
  const plain = (kind: Kind, places: readonly Place[]): Sample => markedSample(kind.name, random.of(places)(kind.under ?? random.of(NEUTRAL), kind.make(random)));
  const makers: readonly (() => Sample)[] = [...shaped.map((kind) => () => plain(kind, ANYWHERE)), ...underName.map((kind) => () => plain(kind, PLACES)), ...SPECIAL.map((make) => () => make(random))];
  return Array.from({ length: count }, (_, i) => (makers[i % makers.length] as () => Sample)());
}
