/** What looks like a credential and is none: digests, ids, names, pointers, placeholders, ciphertext, public keys, prose. */
import { generateKeyPairSync } from 'node:crypto';
import type { Sample } from './places.js';
import type { Random } from './random.js';

type Make = (random: Random) => readonly [kind: string, path: string, text: string];

const PLACEHOLDERS = ['changeme', 'your-api-key-here', '<YOUR_TOKEN>', 'xxxxxxxxxxxxxxxx', 'REPLACE_ME', '${DB_PASSWORD}', '$(SECRET)', '{{ .Values.password }}', '%DB_PASSWORD%', 'TODO', '********', 'example', 'placeholder', '...', 'dummy-secret', 'insert-token-here', '', 'null', 'none', 'not-a-real-secret', 'REDACTED', 'fake_key_for_tests', '#{password}', '<%= ENV["PW"] %>', '__TOKEN__', 'my-secret-name', 'password', 'secret'] as const;
const NAMES = ['password', 'DB_PASSWORD', 'api_key', 'apiKey', 'secret', 'token', 'accessToken', 'client_secret', 'private_key', 'AUTH_TOKEN'] as const;
const POINTERS = ['vault:secret/data/app#password', 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-Ab12Cd', '{{resolve:secretsmanager:db:SecretString:password}}', 'ssm:/app/prod/db-password', 'projects/app/secrets/db/versions/latest', 'op://Private/db/password', '/run/secrets/db_password', 'file:///etc/app/token', 'process.env.DB_PASSWORD', 'os.environ["DB_PASSWORD"]', 'var.db_password', 'data.aws_secretsmanager_secret_version.db.secret_string', 'module.db.password', 'secretKeyRef', '@Microsoft.KeyVault(SecretUri=https://kv.vault.azure.net/secrets/db)', 'gcp:secretmanager:db'] as const;
const PROSE = ['Your password must have at least 12 characters', 'Invalid token, please log in again', 'Enter your API key', 'Forgot your password?', 'The secret was rotated', 'Token expired', 'Passwords do not match', 'Confirm new password', 'Missing access token'] as const;

const MAKERS: readonly Make[] = [
  (r) => ['git commit', 'CHANGELOG.md', `- fix the parser (${r.fill('{h:40}')})\n`],
  (r) => ['digest', 'checksums.txt', `${r.fill('{h:64}')}  release.tar.gz\n`],
  (r) => ['image digest', 'deploy.yaml', `image: registry.internal.net/app@sha256:${r.fill('{h:64}')}\n`],
  (r) => ['integrity', 'package-lock.json', `{"integrity": "sha512-${r.bytes(64).toString('base64')}"}\n`],
  (r) => ['go.sum', 'go.sum', `golang.org/x/crypto v0.${r.below(40)}.0 h1:${r.bytes(32).toString('base64')}\n`],
  (r) => ['uuid', 'config.yaml', `tenant_id: ${r.fill('{uuid}')}\nclient_id: ${r.fill('{uuid}')}\n`],
  (r) => ['etag', 'cache.json', `{"etag": "${r.fill('{h:32}')}", "requestId": "${r.fill('{uuid}')}"}\n`],
  (r) => ['image in base64', 'logo.html', `<img src="data:image/png;base64,iVBORw0KGgo${r.bytes(300).toString('base64')}">\n`],
  (r) => ['source map', 'app.js.map', `{"version":3,"mappings":"${r.fill('{x:200}')},${r.fill('{x:80}')}"}\n`],
  (r) => ['minified code', 'app.min.js', `!function(e,t){var n=t.token,r=e.password||"";n.secret=function(){return r};${r.fill('{a:1}{x:6}')}=1}(this,window);\n`],
  (r) => ['placeholder', '.env.example', `${r.of(NAMES).toUpperCase()}=${r.of(PLACEHOLDERS)}\n`],
  (r) => ['placeholder in YAML', 'values.yaml', `db:\n  ${r.of(NAMES)}: "${r.of(PLACEHOLDERS)}"\n`],
  (r) => ['placeholder in code', 'src/config.ts', `export const ${r.of(['password', 'apiKey', 'token'])} = '${r.of(PLACEHOLDERS)}';\n`],
  (r) => ['pointer', 'app.yaml', `${r.of(NAMES)}: ${r.of(POINTERS)}\n`],
  (r) => ['pointer in code', 'src/app.py', `${r.of(['password', 'api_key', 'token'])} = ${r.of(['os.environ["DB_PASSWORD"]', 'settings.DB_PASSWORD', 'get_secret("db")', 'config.get("token")', 'None', 'request.headers["Authorization"]', 'getpass.getpass()'])}\n`],
  (r) => ['pointer in Terraform', 'main.tf', `resource "aws_db_instance" "a" {\n  password = ${r.of(['var.db_password', 'random_password.db.result', 'data.aws_ssm_parameter.db.value', 'local.password'])}\n}\n`],
  (r) => ['prose', 'locales/en.json', `{"${r.of(['password', 'token', 'secret', 'apiKey'])}.${r.fill('{a:5}')}": "${r.of(PROSE)}"}\n`],
  (r) => ['name of a secret', 'deployment.yaml', `env:\n  - name: DB_PASSWORD\n    valueFrom:\n      secretKeyRef:\n        name: ${r.fill('{a:6}')}-credentials\n        key: password\n`],
  (r) => ['workflow secret', '.github/workflows/ci.yml', `env:\n  ${r.of(NAMES).toUpperCase()}: \${{ secrets.${r.fill('{A:6}')}_TOKEN }}\n`],
  (r) => ['sops', 'secrets.enc.yaml', `password: ENC[AES256_GCM,data:${r.fill('{x:16}')}==,iv:${r.fill('{x:43}')}=,tag:${r.fill('{x:22}')}==,type:str]\nsops:\n    version: 3.9.0\n`],
  (r) => ['sealed secret', 'sealed.yaml', `kind: SealedSecret\nspec:\n  encryptedData:\n    password: AgB${r.fill('{b:300}')}\n`],
  (r) => ['ansible vault', 'vault.yml', `$ANSIBLE_VAULT;1.1;AES256\n${r.fill('{d:80}')}\n${r.fill('{d:80}')}\n`],
  (r) => ['KMS ciphertext', 'config.json', `{"password": "AQICAHh${r.fill('{b:120}')}=="}\n`],
  (r) => ['password digest', 'users.yml', `password_hash: $2b$12$${r.fill('{x:53}')}\n`],
  (r) => ['crypt', 'user-data.yml', `users:\n  - passwd: $6$rounds=4096$${r.fill('{x:16}')}$${r.fill('{x:86}')}\n`],
  (r) => ['ssh public key', 'authorized_keys', `ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI${r.fill('{x:43}')} ann@host\n`],
  () => ['public key', 'key.pub.pem', String(generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'pem', type: 'spki' }))],
  (r) => ['certificate', 'ca.crt', `-----BEGIN CERTIFICATE-----\nMIID${r.fill('{b:60}')}\n${r.fill('{b:64}')}\n-----END CERTIFICATE-----\n`],
  () => ['key of the documentation', 'README.md', `aws configure set aws_access_key_id ${['AK', 'IA'].join('')}IOSFODNN7EXAMPLE\naws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\n`],
  (r) => ['token whose checksum is wrong', 'doc.md', `A token looks like ${['gh', 'p_'].join('')}${r.fill('{x:30}')}000000.\n`],
  (r) => ['key id within base64', 'blob.txt', `${r.fill('{x:300}')}${['AK', 'IA'].join('')}${r.fill('{t:16}')}${r.fill('{x:300}')}\n`],
  (r) => ['account id', 'main.tf', `locals {\n  account = "${r.fill('{d:12}')}"\n  bucket  = "app-${r.fill('{n:8}')}"\n}\n`],
  (r) => ['ARN', 'policy.json', `{"Resource": "arn:aws:kms:eu-west-1:${r.fill('{d:12}')}:key/${r.fill('{uuid}')}"}\n`],
  (r) => ['page token', 'client.go', `req.NextToken = "${r.fill('{x:40}')}"\nnextPageToken := resp.NextPageToken\n`],
  (r) => ['csrf token', 'form.html', `<input type="hidden" name="csrf_token" value="${r.fill('{h:32}')}">\n`],
  (r) => ['types', 'types.ts', `interface Login { password: string; token?: string; ${r.fill('{a:6}')}Secret: SecretValue }\n`],
  (r) => ['parameters', 'login.js', `function login(user, password = null, token = undefined) { return ${r.fill('{a:5}')}(password, token); }\n`],
  (r) => ['test of a parser', 'lexer.ts', `const token = '${r.of(['identifier', 'number', 'string', 'EOF', 'LeftParen'])}';\nconst tokens = ['if', 'else'];\n`],
  (r) => ['class of CSS', 'style.css', `.password-${r.fill('{a:6}')}:hover{color:#${r.fill('{h:6}')}}\n`],
  (r) => ['address without a password', 'app.yaml', `url: postgres://app@db.internal.net:5432/${r.fill('{a:5}')}\nweb: https://user@host.internal.net/\n`],
  (r) => ['address with a placeholder', 'README.md', `postgres://user:password@localhost:5432/db and redis://:\${REDIS_PASSWORD}@cache:6379/${r.below(9)}\n`],
  (r) => ['version', 'versions.tf', `required_version = "~> 1.${r.below(12)}"\nami = "ami-${r.fill('{h:17}')}"\n`],
  (r) => ['path', 'nginx.conf', `ssl_certificate_key /etc/nginx/tls/${r.fill('{a:6}')}.key;\nauth_basic_user_file /etc/nginx/.htpasswd;\n`],
  (r) => ['flag', 'cli.md', `Use \`--password-file ${r.fill('{a:4}')}.txt\` or \`--token-stdin\`.\n`],
  (r) => ['options', 'config.toml', `password_min_length = ${8 + r.below(20)}\ntoken_ttl = "${r.below(60)}m"\nsecret_rotation_enabled = true\n`],
  (r) => ['log', 'server.log', `2026-01-01 INFO user=${r.fill('{d:6}')} trace=${r.fill('{h:32}')} token=*** password=[FILTERED]\n`],
  (r) => ['hash of a file', 'asset-manifest.json', `{"main.${r.fill('{h:8}')}.js": "/static/main.${r.fill('{h:20}')}.js"}\n`],
  (r) => ['variable without a default', 'variables.tf', `variable "db_password" {\n  type      = string\n  sensitive = true\n}\nvariable "${r.fill('{a:5}')}_token" {\n  description = "token of the ${r.fill('{a:6}')}"\n}\n`],
  (r) => ['test vector', 'aes_test.go', `key := "000102030405060708090a0b0c0d0e0f"\niv := "${r.fill('{h:32}')}"\n`],
  (r) => ['weak placeholder', '.env.example', `DB_PASSWORD=${r.of(['P@ssw0rd', 'password123', 's3cr3t', 'testing123', 'secret123', 'abcdef123456', 'Passw0rd!'])}\n`],
  (r) => ['key of an emulator', 'local.settings.json', `"AccountKey=${['Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50u', 'SRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw=='].join('')}", ${r.below(9)}\n`],
  (r) => ['digest of a web server', '.htpasswd', `ann:$apr1$${r.fill('{x:8}')}$${r.fill('{x:22}')}\n`],
  (r) => ['digest of a database', 'grants.sql', `GRANT ALL ON *.* TO 'a'@'%' IDENTIFIED BY PASSWORD '*${r.fill('{H:40}')}';\n`],
  (r) => ['digest in LDIF', 'users.ldif', `userPassword: {SSHA}${r.bytes(24).toString('base64')}\n`],
  (r) => ['password that Maven encrypted', 'settings.xml', `<password>{${r.bytes(32).toString('base64')}}</password>\n`],
  (r) => ['encrypted private key', 'key.pem', `-----BEGIN ENCRYPTED PRIVATE KEY-----\n${Array.from({ length: 8 }, () => r.fill('{b:64}')).join('\n')}\n-----END ENCRYPTED PRIVATE KEY-----\n`],
  (r) => ['talk of a key', 'pem.go', `const head = "-----BEGIN RSA PRIVATE KEY-----" // ${r.fill('{a:8}')}\n`],
  (r) => ['checksum annotation', 'deployment.yaml', `annotations:\n  checksum/secret: ${r.fill('{h:64}')}\n`],
  (r) => ['results of tests', 'tests.log', `PASS: suite/${r.fill('{a:6}')}${r.below(99)}a\n--- PASS: Test${r.fill('{A:1}{a:6}')}/ipv6+zone (0.00s)\n`],
  (r) => ['form', 'login.html', `<input type="password" name="password" id="inputPassword${r.below(9)}" autocomplete="new-password">\n`],
  (r) => ['one-time value of a page', 'new.html', `<input type="hidden" name="authenticity_token" value="${r.bytes(64).toString('base64')}">\n`],
  (r) => ['public token', 'map.js', `mapboxgl.accessToken = "pk.eyJ${r.fill('{x:56}')}.${r.fill('{u:22}')}";\n`],
  (r) => ['publishable key', 'shop.js', `Stripe("pk_live_${r.fill('{x:24}')}")\n`],
  (r) => ['type of a program', 'volume.py', `types = {'secret': 'V1SecretVolumeSource', 'token': 'V${r.below(9)}TokenRequestSpec'}\n`],
  (r) => ['option of a program', 'cli.py', `parser.add_argument('--password', help='of the user ${r.fill('{a:5}')}7')\n`],
  (r) => ['word that ends so', 'crc.py', `['crc-16-buypass', 'Crc16Buypass', 0x${r.fill('{h:4}')}]\n`],
  (r) => ['text in another language', 'messages_fr.properties', `login.password=Mot-de-passe\nlogin.confirmPassword=Confirmez-le-mot-de-passe\ncount=${r.below(9)}\n`],
  (r) => ['file of Grafana', 'grafana.yaml', `${r.fill('{a:5}')}.password: "$__file{/run/secrets/db}"\n`],
  (r) => ['placeholder in a Secret', 'secret.yaml', `apiVersion: v1\nkind: Secret\ndata:\n  password: ${Buffer.from(r.of(['changeme', 'TODO', 'foobar', '<password>', '${DB_PASSWORD}'])).toString('base64')}\n`],
  (r) => ['example of a standard', 'rfc.md', `Authorization: Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==\n{"access_token":"2YotnFZFEjr1zCsicMWpAA"} ${r.below(9)}\n`],
  (r) => ['signature of mail', 'mail.eml', `DKIM-Signature: v=1; a=rsa-sha256; b=${r.fill('{b:170}')}=\n bh=${r.bytes(32).toString('base64')};\n`],
  (r) => ['report of leaks', 'leaks.txt', `.env#aws-access-key:${r.fill('{h:16}')}  .env:1:19\nconst needs = { 'aws-glue-no-password': 'AWS::Glue::Connection#Input${r.below(9)}' };\n`],
  (r) => ['form of a credential', 'kinds.md', `| \`password = "{x:${10 + r.below(30)}}7a"\` | high |\n`],
  (r) => ['placeholder of other tongues', 'config.ini', `password = ${r.of(['mot-de-passe-ici', 'tu_clave_aqui', 'wachtwoord-hier', 'see-1password', 'ask-your-admin', 'stored-in-vault', 'at-least-32-characters-long', 'hex-encoded-32-bytes'])}\n`],
  (r) => ['rule of a validator', 'Request.php', `'password' => 'required|min:${r.below(9)}|confirmed',\n'token' => 'nullable|string|size:40|exists:tokens,token',\n`],
  (r) => ['pattern', 'names.py', `file_pat = "img_%0${r.below(9)}d.png"\nurl_pat = "https?://[^/]+/(.*)${r.below(9)}"\n`],
  (r) => ['ciphertext of other tools', 'app.env', `API_KEY="encrypted:B${r.bytes(90).toString('base64')}"\nPASSWORD="{bcrypt}$2a$10$${r.fill('{x:53}')}"\n`],
  (r) => ['prose of keys', 'README.md', `The password hashing algorithm is now Argon2id. The token is a JWT signed with RS256. The secret is base64-encoded (${r.below(90)} bytes).\n`],
  (r) => ['list over lines', 'names.json', `["crypto_pwhash_auth",\n  "crypto_pwhash_scryptsalsa208sha256_str_${r.fill('{a:4}')}"]\n`],
  (r) => ['cookie of a form', 'trace.log', `Cookie: theme=dark; csrftoken=${r.fill('{x:32}')}\n`],
  (r) => ['keys that only name', 'keys.yaml', `foreign_key: fk_${r.fill('{a:6}')}_id\nproject_key: PROJ${r.below(99)}\ndevice_key: sensor-${r.below(99)}\ncache_key: deps-${r.fill('{h:40}')}\n`],
  (r) => ['way to authenticate', 'proxy.yaml', `proxy_auth: digest-sha256\nnpm_auth: token-v${r.below(9)}\n`],
  (r) => ['Dockerfile', 'Dockerfile', `FROM node:22@sha256:${r.fill('{h:64}')}\nARG NPM_TOKEN\nRUN --mount=type=secret,id=token true\n`],
];

export function lookAlikes(random: Random, count: number): readonly Sample[] {
  return Array.from({ length: count }, (_, i) => {
    const [kind, path, text] = (MAKERS[i % MAKERS.length] as Make)(random);
    return { kind, path, text };
  });
}
