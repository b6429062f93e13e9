/** Credentials that are told by where they stand: headers, commands, statements, files of a known form. */
import { entropyOf, isDigest, isElsewhere, isPlaceholder, isUuid, looksChosen, looksRandom } from '../placeholder.js';
import type { SecretRule } from '../rule.js';
import { isSecretUnder } from './telling.js';

/** By rule: what each finds, and what looks so. */
const EXAMPLES = {
  'authorization-header': { bad: ['curl -H "Authorization: Bearer {x:40}"', 'Authorization: token {h:40}', 'proxy_set_header Authorization "Bearer {x:40}";'], good: ['Authorization: Bearer $TOKEN', 'Authorization: Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==', "('Authorization', k8s_util.GetPolicy(record))"] },
  'command-login': { bad: ['curl -u admin:{x:12}7a https://x.internal.net'], good: ['curl -u "$USER:$PASS" https://x.internal.net', 'curl -u username:password https://x.internal.net'] },
  'command-password': { bad: ["sshpass -p '{x:12}7a' ssh root@10.0.0.4", 'mysqldump -u root -p{x:12}7a shop', 'docker login -u ci -p {x:12}7a', 'echo {x:12}7a | docker login -u ci --password-stdin', 'redis-cli -h cache -a {x:12}7a'], good: ['mysql -u root -p shop', 'docker login -p $PASSWORD', 'echo "$PASSWORD" | docker login --password-stdin'] },
  'statement-password': { bad: ["CREATE USER app WITH PASSWORD '{x:12}7a'", "CREATE USER app IDENTIFIED BY '{x:12}7a'"], good: ["IDENTIFIED BY PASSWORD '*{H:40}'", "WITH PASSWORD '${PASSWORD}'"] },
  netrc: { bad: ['machine git.internal.net login ci password {x:12}7a'], good: ['machine git.internal.net login ci password $TOKEN'] },
  pgpass: { bad: ['db.internal.net:5432:app:svc:{x:12}7a'], good: ['db.internal.net:5432:app:svc:password'] },
  'docker-auth': { bad: ['"auth": "c3ZjOlhrMjlka3FQMHpMdw=="'], good: ['"auth": "dXNlcm5hbWU6cGFzc3dvcmQ="', '"auth": "{x:3}"'] },
  'npm-auth': { bad: ['//npm.internal.net/:_authToken={uuid}', ['.npmrc', '_auth={b:30}7=']], good: ['//registry.npmjs.org/:_authToken=${NPM_TOKEN}', ['messages.py', '_password: DEPRECATED: specify it in the file']] },
  'kubernetes-secret': { bad: ['apiVersion: v1\nkind: Secret\ndata:\n  password: WGsyOWRrcVAwekx3\n'], good: ['apiVersion: v1\nkind: Secret\ndata:\n  password: Y2hhbmdlbWU=\n', 'apiVersion: v1\nkind: ConfigMap\ndata:\n  host: WGsyOWRrcVAwekx3\n', 'apiVersion: bitnami.com/v1alpha1\nkind: SealedSecret\nspec:\n  encryptedData:\n    password: AgB{b:390}\n'] },
  'jdbc-oracle': { bad: ['jdbc:oracle:thin:app/{x:12}7a@//ora.internal.net:1521/X'], good: ['jdbc:oracle:thin:app/${PW}@//ora.internal.net:1521/X', 'jdbc:oracle:thin:@ora.internal.net:1521:X'] },
  'setting-password': { bad: [['redis.conf', 'requirepass {x:12}7A'], ['slapd.conf', 'rootpw {x:12}7A'], ['ks.cfg', 'rootpw --plaintext {x:12}7A']], good: [['redis.conf', 'requirepass {{ redis_password }}'], ['pam.conf', 'password requisite pam_pwquality.so'], ['ks.cfg', 'rootpw --iscrypted $6${x:16}${x:86}']] },
  'preseed-password': { bad: ['d-i passwd/root-password password {x:12}7a'], good: ['d-i passwd/root-password-crypted password $6${x:16}${x:86}'] },
  'wifi-passphrase': { bad: ['  psk="{x:12}7a"', 'wpa_passphrase={x:12}7a'], good: ['  psk="${PSK}"'] },
  'relay-login': { bad: ['[smtp.internal.net]:587 relay@internal.net:{x:12}7a'], good: ['[smtp.internal.net]:587 relay:${PW}'] },
  'ppp-secret': { bad: [['chap-secrets', 'vpn * "{x:12}7a" *']], good: [['chap-secrets', '# client server secret addresses'], ['table.txt', 'vpn * "{x:12}7a" *']] },
  'snmp-user': { bad: ['createUser ops SHA "{x:12}7a" AES "{x:12}9b"'], good: ['createUser ops SHA $PASSPHRASE'] },
  'proxy-login': { bad: ['socks5 10.0.0.2 1080 svc {x:12}7a'], good: ['socks5 10.0.0.2 1080'] },
  'first-boot-password': { bad: ['chpasswd:\n  list: |\n    root:{x:12}7a\n'], good: ['chpasswd:\n  list: |\n    root:$6${x:16}${x:86}\n', 'chpasswd:\n  list: |\n    root:RANDOM\n'] },
  'prompt-answer': { bad: ['expect "assword:"\nsend "{x:12}7a\\r"'], good: ['expect "assword:"\nsend "$pw\\r"'] },
  'wordpress-salt': { bad: ["define('AUTH_KEY',         '{x:40}(+|%{x:20}');"], good: ["define('AUTH_KEY', 'put your unique phrase here, forty characters long');"] },
  'framework-key': { bad: ["$settings['hash_salt'] = '{u:72}7a';", "'crypt' => [\n    'key' => '{h:32}'\n]"], good: ["$settings['hash_salt'] = getenv('SALT');"] },
  'rails-master-key': { bad: [['config/master.key', '{h:32}\n']], good: [['checksums/master.md5', '{h:32}\n']] },
  'signing-call': { bad: ["jwt.sign(payload, '{x:40}')", "createHmac('sha256', '{x:32}')"], good: ["jwt.sign(payload, process.env.SECRET)", "jwt.sign(payload, 'your-256-bit-secret')"] },
  'property-list-secret': { bad: ['<key>ApiSecret</key>\n<string>{x:32}</string>', '<name>DB_PASSWORD</name><defaultValue>{x:12}7a</defaultValue>'], good: ['<key>ApiSecret</key>\n<string>$(API_SECRET)</string>'] },
  'composer-token': { bad: ['"github-oauth": {\n  "github.com": "{h:40}"\n}'], good: ['"github-oauth": {\n  "github.com": "your-token-here-your-token"\n}'] },
  'contributed-systems-login': { bad: ['BUNDLE_ENTERPRISE__CONTRIBSYS__COM={h:8}:{h:8}'], good: ['BUNDLE_ENTERPRISE__CONTRIBSYS__COM=user:password'] },
  'state-password': { bad: ['"type": "random_password", "instances": [{"attributes": {"length": 20, "result": "{x:20}"}}]'], good: ['"type": "random_pet", "instances": [{"attributes": {"id": "glad-otter"}}]'] },
  'session-cookie': { bad: ['Cookie: _gitlab_session={h:32}'], good: ['Cookie: _gitlab_session=...'] },
  'sent-cookie': { bad: ['Cookie: lang=en; sessionid={x:32}; x=1'], good: ['Cookie: lang=en; csrftoken={x:32}', 'Cookie: session=$SESSION'] },
  'plain-secure-string': { bad: ['ConvertTo-SecureString "{x:12}7a" -AsPlainText -Force', "SecretValue.unsafePlainText('{x:12}7a')"], good: ['ConvertTo-SecureString $password -AsPlainText', "SecretValue.unsafePlainText('changeme')"] },
  'call-login': { bad: ["mysqli_connect('db', 'root', '{x:12}7a', 'shop')", 'HTTPBasicAuth("svc", "{x:12}7a")', 'Credentials("Nexus", "nexus.internal.net", "ci", "{x:12}7a")'], good: ["mysqli_connect('db', 'root', $password)", 'HTTPBasicAuth("user", "pass")'] },
  'system-password': { bad: ['echo "ops:{x:12}7a" | chpasswd', 'net use Z: \\\\srv\\share {x:12}7a /user:CORP\\svc', 'rabbitmqctl add_user app {x:12}7a', 'htpasswd -b .htpasswd admin {x:12}7a'], good: ['echo "ops:$PW" | chpasswd', 'htpasswd -c .htpasswd admin'] },
} as const satisfies Record<string, SecretRule['examples']>;

const LOGIN = 'log in with the name that stands beside it';
const CHANGE = 'change the password';
const rule = (id: keyof typeof EXAMPLES, title: string, keywords: readonly string[], pattern: RegExp, reference: string, valid: SecretRule['valid'] = isPassword, more: Partial<SecretRule> = {}): SecretRule => ({ id, title, severity: 'high', generic: true, keywords, pattern, valid, examples: EXAMPLES[id], can: LOGIN, revoke: CHANGE, reference, ...more });

const KNOWN = /^(?:user(?:name)?|pass(?:word|wd)?|pwd|secret|token|admin|root|guest|postgres|mysql|test|changeme|x-oauth-basic|api|anything)$/i;
function isPassword(value: string): boolean {
  return !KNOWN.test(value) && !isPlaceholder(value) && (looksChosen(value) || looksRandom(value));
}
const isToken = (value: string): boolean => !isPlaceholder(value) && !isElsewhere(value) && value.length >= 16 && (looksRandom(value) || isDigest(value) || isUuid(value));

/** The text of base64, where it is one that people could read. */
function decoded(value: string): string | undefined {
  const bytes = Buffer.from(value, 'base64');
  if (bytes.toString('base64').replace(/=+$/, '') !== value.replace(/=+$/, '')) return undefined;
  const text = bytes.toString('utf8');
  return /^[\x09\x0a\x0d\x20-\x7e]+$/.test(text) ? text : undefined;
}

/** `user:password` in base64. */
function isLogin(value: string): boolean {
  const text = decoded(value);
  const password = text === undefined ? undefined : /^[^:\s]{0,200}:([^\r\n]{3,400})\s?$/.exec(text)?.[1];
  return password !== undefined && !KNOWN.test(password) && !isPlaceholder(password);
}

/** Files that are no programs and no prose: what stands alone on a line there is a setting. */
const SETTINGS = /(?:^|\/)(?:\.?[\w-]*(?:rc|conf|config|credentials|secrets?|passwd|cnf|cfg|vars?|preseed|fstab)|[^/]*\.(?:conf|cfg|cnf|ini|config|env|properties|seed|ks|inc|tpl|erb|j2|tmpl|ya?ml|netrc))$/i;

const NO_SECRET = /(?:\.crt|\.pub|\.cert|^ca|cert|user(?:name)?|login|email|host(?:name)?|port|database|dbname|db_?name|region|namespace|endpoint|name|public.*|.*_id|id|type|bucket|mode|level|enabled)$/i;

/** Where in a text the entries of `data` begin, of manifests of the kind Secret. Kept for the last text: it is asked for line by line. */
let last: { readonly input: string; readonly entries: ReadonlySet<number> } | undefined;
function entriesOf(input: string): ReadonlySet<number> {
  if (last?.input === input) return last.entries;
  const entries = new Set<number>();
  let start = 0;
  for (const document of input.split(/(?<=\n)(?=---)/)) {
    if (/(?:^|[\n{,])\s*["']?kind["']?:\s*["']?Secret["']?\s*(?:[\n,}]|$)/.test(document) && !/\bsops:\s*\n/.test(document)) {
      const above: { readonly indent: number; readonly data: boolean }[] = [];
      let at = start;
      for (const line of document.split('\n')) {
        const rest = line.trimStart();
        const indent = line.length - rest.length;
        if (rest !== '' && !rest.startsWith('#')) {
          while ((above.at(-1)?.indent ?? -1) >= indent) above.pop();
          if (above.at(-1)?.data === true) entries.add(at);
          above.push({ indent, data: /^["']?data["']?:/.test(rest) });
        }
        at += line.length + 1;
      }
    }
    start += document.length;
  }
  last = { input, entries };
  return entries;
}

/** An entry of `data` in a manifest of the kind Secret. */
function isSecretData(value: string, { input, index, groups }: RegExpExecArray): boolean {
  if (!entriesOf(input).has(index)) return false;
  const text = decoded(value)?.trim();
  const name = groups?.['name'] ?? '';
  if (text === undefined) return !NO_SECRET.test(name) && value.length >= 24 && entropyOf(value) > 4;
  if (isPlaceholder(text) || text.startsWith('-----BEGIN CERT') || text.startsWith('-----BEGIN PUBLIC')) return false;
  if (/"auths?"|PRIVATE KEY|:\/\/[^\s:/]+:[^\s@/]{4,}@/.test(text)) return true;
  if (NO_SECRET.test(name)) return false;
  return isSecretUnder(name, text) || isSecretUnder('password', text);
}

/** Arguments before the password, by what is called. */
const argument = `\\s{0,4}(?:["'][^"'\\n]{0,160}["']|\\$\\w{1,40})\\s{0,2},`;
const CALL = new RegExp(
  `(?:\\bCredentials\\((?:${argument}){3}|(?:mysqli?(?:_p?connect)?|(?:pymysql|MySQLdb)\\.connect|PDO|DBI->connect)\\((?:${argument}){2}|(?:NetworkCredential|[sS]?etBasicAuth|HTTPBasicAuth|BasicAuth|basicAuth|basic_auth|auth\\s?=\\s?|UsernamePassword\\w{0,20}|PasswordAuthentication|PlainAuth|\\.login|getConnection)\\((?:${argument}){1,2})\\s{0,4}["'](?<value>[^"'\\s]{4,128})["']`,
  'g',
);

export const placeRules: readonly SecretRule[] = [
  rule('authorization-header', 'credentials in a header', ['uthorization', 'UTHORIZATION', 'Bearer ', 'bearer '], /(?:authorization\\?["']?\]?(?:\s{0,4}[:=,]\s{0,4}(?:\\?["']value\\?["']\s{0,4}:\s{0,4})?|\s{1,4}(?=["']))\\?["'`]?(?:(?<scheme>basic|bearer|token|apikey|api-key|key|bot|geniekey|splunk|ssws|pre-authenticated)\s{1,3}(?:token=)?)?|(?<![A-Za-z])bearer\s)(?<value>[^\s"'`,;<>{}$()\\]{8,2000})/gi, 'https://datatracker.ietf.org/doc/html/rfc9110#section-11', (value, { groups }) => (/basic/i.test(groups?.['scheme'] ?? '') ? isLogin(value) : isToken(value) && !(groups?.['scheme'] === undefined && /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+$/.test(value))), { can: 'call the service as whom it was given to' }),
  rule('command-login', 'password in a command', ['curl ', 'wget ', 'http ', '--user', 'CURL ', ' -u '], /(?:\s-u\s?|--user[ =]|--proxy-user[ =]|\s-a\s)["']?[^\s:"'$<>{}/]{1,64}:(?<value>[^\s"'$<>{}@/][^\s"'<>{}]{3,100})/g, 'https://curl.se/docs/manpage.html#-u', (value) => !KNOWN.test(value) && !isPlaceholder(value) && (isPassword(value) || isToken(value)) && !/^\d+$/.test(value)),
  rule('command-password', 'password in a command', ['sshpass', 'mysql', 'mariadb', 'redis-cli', 'login', 'sqlcmd', 'mongo', 'plink', 'smbclient', 'ldap', 'zip ', '-stdin', '| gh ', 'secret set', 'cryptsetup', 'sudo -S', 'kinit'], /\b(?:sshpass\s+-p\s?|(?:mysql(?:dump|admin|import)?|mariadb)\s(?:[^\n|;]{0,120}?\s)?-p(?!assword)|redis-cli\s[^\n|;]{0,120}?-a\s|(?:docker|podman|az|helm|oc|skopeo|buildah)\s(?:registry\s|acr\s)?login\s[^\n|;]{0,160}?-p\s|sqlcmd\s[^\n|;]{0,120}?-P\s?|mongo(?:sh|dump|restore)?\s[^\n|;]{0,120}?-p\s|echo\s(?:-n\s)?(?=[^\n|]{4,110}\|\s{0,2}(?:sudo\s|(?:docker|podman|az|helm|skopeo|buildah|gh|glab|wrangler|vercel|flyctl|fly|cryptsetup|kinit|ftp|smbpasswd)\s))|(?:plink|pscp)\s[^\n|;]{0,60}?-pw\s|ldap(?:search|modify|add)\s[^\n|;]{0,160}?-w\s|(?:un)?zip\s[^\n|;]{0,60}?-P\s)["']?(?<value>[^\s"'$<>{}|;-][^\s"'<>{}|;]{3,100})/g, 'https://dev.mysql.com/doc/refman/8.4/en/password-security-user.html', isPassword),
  rule('statement-password', 'password in a statement', ['IDENTIFIED', 'identified', 'PASSWORD', 'password', 'Password'], /(?:identified\s{1,4}(?:with\s[\w'"]{1,40}\s)?by\s{1,4}|\b(?:with\s{1,4}|encrypted\s{1,4}|user\s[^\n;]{1,60}\s)?password\s{1,4}(?:=\s?)?(?:N)?)'(?<value>[^'\s]{4,128})'/gi, 'https://www.postgresql.org/docs/current/sql-createrole.html', isPassword),
  rule('netrc', 'login of a .netrc', ['machine '], /machine\s{1,4}\S{1,200}\s{1,8}login\s{1,4}\S{1,200}\s{1,8}password\s{1,4}(?<value>\S{3,300})/g, 'https://www.gnu.org/software/inetutils/manual/html_node/The-_002enetrc-file.html', (value, _, path) => !KNOWN.test(value) && !isPlaceholder(value) && (/netrc$/i.test(path) || isPassword(value)), { lines: true, reach: 700 }),
  rule('pgpass', 'login of a .pgpass', [':5432:', ':*:*:', ':5433:', ':6432:', ':5439:'], /^(?<host>[^\s:#]{1,200}):(?:\d{1,5}|\*):[^:\s]{1,64}:[^:\s]{1,64}:(?<value>[^\s:"',]{3,200})$/gm, 'https://www.postgresql.org/docs/current/libpq-pgpass.html', (value) => !KNOWN.test(value) && !isPlaceholder(value)),
  rule('docker-auth', 'login of a container registry', ['"auth"', '\\"auth\\"'], /\\?"auth\\?"\s{0,4}:\s{0,4}\\?"(?<value>[A-Za-z0-9+/]{8,2000}={0,2})\\?"/g, 'https://docs.docker.com/reference/cli/docker/login/', isLogin, { can: 'push and pull images' }),
  rule('npm-auth', 'login of a package registry', ['_auth', '_password'], /(?:^|[\s:"'])_(?:authToken|auth|password)["']?\s{0,2}[=:]\s{0,2}["']?(?<value>[^\s"'${}]{8,1000})/g, 'https://docs.npmjs.com/cli/configuring-npm/npmrc', (value, { index, input }, path) => !isPlaceholder(value) && !isElsewhere(value) && /\d|[A-Z].*[a-z]|=$/.test(value) && !/[()]/.test(value) && (/npmrc|yarnrc|\.toml$/i.test(path) || input[index] === ':'), { can: 'read and publish packages' }),
  rule('kubernetes-secret', 'value of a Secret in a manifest', ['kind: Secret', '"kind": "Secret"', '"kind":"Secret"', 'kind: "Secret"', "kind: 'Secret'"], /^(?<indent>[ \t]{1,24})["']?(?<name>[\w.-]{1,253})["']?:[ \t]{0,4}["']?(?<value>[A-Za-z0-9+/]{4,10000}={0,2})["']?,?[ \t]*\r?$/gm, 'https://kubernetes.io/docs/concepts/configuration/secret/', isSecretData, { lines: true, back: 8000, can: 'do what the workload may that it was made for', revoke: 'change it where it is checked, and bring it to the cluster without the repository' }),
  rule('jdbc-oracle', 'user and password in an address of Oracle', ['oracle:thin:', 'oracle:oci:'], /jdbc:oracle:(?:thin|oci):(?<user>[^\s/@"':]{1,64})\/(?<value>[^\s@"'$<>{}]{4,64})@/g, 'https://docs.oracle.com/en/database/oracle/oracle-database/23/jjdbc/data-sources-and-URLs.html'),
  rule('setting-password', 'password as a setting', ['passw', 'requirepass', 'auth_pass', 'masterauth', 'rootpw', 'bindpw'], /^[ \t]{0,24}(?:-{1,2})?(?:[\w.-]{1,30}[_.-])?(?:password|passwd|requirepass|masterauth|rootpw|bindpw|auth_pass|passphrase)(?:[ \t]{1,8}--plaintext)?[ \t]{1,12}(?<value>[^\s"'=:<>{}$%(),;\\-][^\s"'<>{}$,;\\]{5,64})[ \t]*\r?$/gm, 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/', (value) => isPassword(value) && /[A-Z\d]/.test(value), { files: SETTINGS, follows: /[\w-]{0,16}[ \t]{1,12}\S/y }),
  rule('preseed-password', 'password of an installation', ['passwd/', 'grub-installer/password'], /^d-i[ \t]{1,4}\S{1,60}password(?:-again)?[ \t]{1,4}password[ \t]{1,4}(?<value>[^\s$]{4,64})/gm, 'https://www.debian.org/releases/stable/amd64/apbs04.en.html'),
  rule('wifi-passphrase', 'passphrase of a network', ['psk=', 'wpa_passphrase', 'wep_key'], /\b(?:psk|wpa_passphrase|wep_key0)=(?:"(?<value>[^"\n]{8,63})"|(?<bare>[^\s"]{8,63})\s*$)/gm, 'https://w1.fi/cgit/hostap/plain/wpa_supplicant/wpa_supplicant.conf', (value) => !isPlaceholder(value) && (isPassword(value) || /\s/.test(value))),
  rule('relay-login', 'login of a mail relay', [']:587', ']:465', ']:25'], /^\[[\w.-]{3,200}\]:\d{2,4}[ \t]{1,20}[^\s:]{1,100}:(?<value>\S{4,128})\s*$/gm, 'https://www.postfix.org/SASL_README.html'),
  rule('ppp-secret', 'secret of a dial-in', [], /^[^\s#]{1,64}[ \t]+[^\s#]{1,64}[ \t]+(?:"(?<quoted>[^"\n]{5,128})"|(?<value>[^\s"*]\S{4,127}))(?:[ \t]|$)/gm, 'https://ppp.samba.org/pppd.html', undefined, { files: /(?:^|\/)(?:chap|pap|l2tp|ipsec)[-.]secrets$/ }),
  rule('snmp-user', 'passphrase of an SNMP user', ['createUser'], /(?<=createUser\s{1,4}\S{1,40}\s{1,4}(?:(?:MD5|SHA\S{0,4})\s{1,4}\S{8,66}\s{1,4})?)(?:MD5|SHA\S{0,4}|DES|AES\S{0,4})\s{1,4}"?(?<value>[^\s"]{8,64})"?/g, 'https://www.net-snmp.org/docs/man/snmpd.conf.html'),
  rule('proxy-login', 'login of a proxy', ['socks5', 'socks4', 'http '], /^(?:socks[45]h?|https?)[ \t]+[\w.:-]{3,100}[ \t]+\d{2,5}[ \t]+\S{1,64}[ \t]+(?<value>\S{4,64})[ \t]*$/gm, 'https://github.com/rofl0r/proxychains-ng'),
  rule('first-boot-password', 'password of a machine’s first boot', ['chpasswd:'], /chpasswd:[ \t]*\r?\n(?:[ \t]+[^\n]{0,120}\r?\n){0,12}?[ \t]+(?:- )?[\w.-]{1,32}:(?<value>[^\s:"'$|>{}][^\s"'$|{}]{3,100})[ \t]*(?=\r?\n|$)/g, 'https://cloudinit.readthedocs.io/en/latest/reference/modules.html#set-passwords', isPassword, { lines: true, reach: 800 }),
  rule('prompt-answer', 'password that a script types', ['assword'], /assword[^\n]{0,60}\n\s{0,12}(?:send|exp_send)(?:\s--)?\s{1,4}["'{](?<value>[^"'$\\\n{}]{4,64})\\[rn]/g, 'https://core.tcl-lang.org/expect/index', isPassword, { lines: true, reach: 300, follows: /[^\n]{0,60}\n\s{0,12}(?:send|exp_send)/y }),
  rule('wordpress-salt', 'key or salt of WordPress', ['_KEY', '_SALT'], /define\(\s{0,4}['"](?:SECURE_AUTH|AUTH|LOGGED_IN|NONCE)_(?:KEY|SALT)['"]\s{0,2},\s{0,12}(?:'(?<value>[^'\n]{32,128})'|"(?<double>[^"\n]{32,128})")/g, 'https://developer.wordpress.org/advanced-administration/security/', (value) => !/put your unique phrase/i.test(value) && entropyOf(value) > 3.5, { can: 'forge the sessions of its users', revoke: 'put new salts in its place' }),
  rule('framework-key', 'signing key of a web framework', ['hash_salt', "'crypt'", '"crypt"'], /(?:\bhash_salt['"]?\]?\s{0,4}(?:=>?|:)\s{0,4}|['"]crypt['"]\s{0,4}=>\s{0,4}(?:\[|array\()\s{0,40}['"]key['"]\s{0,4}=>\s{0,4})['"](?<value>[A-Za-z0-9_+/=-]{32,100})['"]/g, 'https://experienceleague.adobe.com/en/docs/commerce-operations/configuration-guide/deployment/files', isToken, { lines: true, reach: 300, can: 'forge its sessions and read what it encrypted', revoke: 'make another' }),
  rule('rails-master-key', 'master key of Rails', [], /^(?<value>[0-9a-f]{32})\s*$/g, 'https://guides.rubyonrails.org/security.html#custom-credentials', undefined, { files: /(?:^|\/)(?:master|credentials\/\w+)\.key$/, severity: 'critical', generic: false, can: 'decrypt the credentials of the application', revoke: 'encrypt them anew, and change each of them' }),
  rule('signing-call', 'signing secret in a call', ['jwt.', 'JWT.', 'jsonwebtoken', 'createHmac'], /(?:\b(?:jwt|JWT|jsonwebtoken)\.(?:sign|verify|encode|decode)\([^()'"\n]{1,80},\s{0,4}|createHmac\(\s{0,4}['"][\w-]{2,10}['"]\s{0,2},\s{0,4})b?['"](?<value>[^'"\n]{8,200})['"]/g, 'https://datatracker.ietf.org/doc/html/rfc8725', undefined, { can: 'sign what the receiver believes', revoke: 'make another' }),
  rule('property-list-secret', 'secret in a property list', ['</key>', '</name>'], /<(?:key|name)>(?<name>[\w.-]{0,60}?(?:[pP]assword|[sS]ecret|[tT]oken|[aA]pi_?[kK]ey|API_?KEY|[pP]rivateKey|(?:ACCESS|AUTH|APP|ENCRYPTION|SIGNING|MASTER|LICENSE)_KEY|(?:[aA]ccess|[aA]uth|[eE]ncryption|[sS]igning|[mM]aster)Key|SECRET|PASSWORD|TOKEN)\w{0,8})<\/(?:key|name)>\s{0,40}<(?:string|value|defaultValue)>(?<value>[^<\n]{6,300})<\//g, 'https://developer.apple.com/library/archive/documentation/General/Reference/InfoPlistKeyReference/Introduction/Introduction.html', (value, { groups }) => isSecretUnder(groups?.['name'] ?? '', value), { lines: true, back: 100, reach: 400 }),
  rule('composer-token', 'token of Composer', ['github-oauth', 'gitlab-token'], /"(?:github-oauth|gitlab-token)"\s{0,4}:\s{0,4}\{\s{0,20}"[\w.-]{3,100}"\s{0,4}:\s{0,4}"(?<value>[A-Za-z0-9_-]{20,100})"/g, 'https://getcomposer.org/doc/articles/authentication-for-private-packages.md', isToken, { lines: true, reach: 300, can: 'read and write the code that its scopes allow', revoke: 'revoke it where it was made' }),
  rule('contributed-systems-login', 'login of Sidekiq’s packages', ['CONTRIBSYS', 'contribsys.com'], /(?:CONTRIBSYS__COM["']?\s{0,2}[=:]\s{0,2}["']?|https:\/\/)(?<value>[0-9a-f]{8}:[0-9a-f]{8})(?![0-9a-f])/g, 'https://github.com/sidekiq/sidekiq/wiki/Pro-and-Enterprise-Installation', () => true, { can: 'download the packages' }),
  rule('state-password', 'password that Terraform made', ['"random_password"'], /"type":\s{0,4}"random_password"[^\0]{0,3000}?"result":\s{0,4}"(?<value>[^"\n]{6,128})"/g, 'https://registry.terraform.io/providers/hashicorp/random/latest/docs/resources/password', undefined, { lines: true, reach: 3500, back: 20, can: 'log in where it was set', revoke: 'replace the resource, and keep states where few read them' }),
  rule('session-cookie', 'cookie of a session', ['_gitlab_session=', 'connect.sid='], /(?:_gitlab_session=(?<value>[0-9a-f]{32})|connect\.sid=(?<signed>s(?::|%3A)[A-Za-z0-9_-]{24,64}\.[A-Za-z0-9%+/]{20,80}))/g, 'https://docs.gitlab.com/security/tokens/', () => true, { severity: 'medium', can: 'act as its user until the session ends', revoke: 'end the session' }),
  rule('sent-cookie', 'cookie of a session', ['ookie:', 'ookie\\":', "ookie':", 'ookie\\",', 'ookie":', 'ookie",', "ookie',"], /(?<!set-)cookie\\?["']?\s{0,4}[:,]\s{0,4}(?:\\?["']value\\?["']\s{0,4}:\s{0,4})?\\?["']?(?:[\w.%-]{1,64}=[^;\s"']{0,400};\s{0,2}){0,20}?(?:[\w.-]{0,40}(?:sess(?:ion)?(?:[_-]?id)?|sid|auth|token|jwt|remember_me))=(?<value>[A-Za-z0-9%+/=_.:-]{20,1000})/gi, 'https://owasp.org/www-community/attacks/Session_hijacking_attack', (value, match) => isToken(value) && !/(?:csrf|xsrf)[\w.-]{0,20}=[^=;]*$/i.test(match[0].slice(0, match[0].lastIndexOf(value))), { severity: 'medium', can: 'act as its user until the session ends', revoke: 'end the session' }),
  rule('plain-secure-string', 'password as text for a secure string', ['ConvertTo-SecureString', 'nsafePlainText', 'SecretValue.plainText'], /(?:ConvertTo-SecureString\s{1,4}(?:-String\s{1,4})?|\b(?:unsafePlainText|SecretValue\.plainText)\(\s{0,4})["'](?<value>[^"'$\s]{4,200})["']/g, 'https://learn.microsoft.com/powershell/module/microsoft.powershell.security/convertto-securestring', isPassword),
  rule('call-login', 'name and password in a call', ['NetworkCredential', 'BasicAuth', 'basicAuth', 'basic_auth', 'auth=(', 'auth = (', 'UsernamePassword', 'PlainAuth', 'DriverManager', '.login(', 'PasswordAuthentication', 'createConnection', 'mysqli', 'mysql_connect', 'PDO(', 'DBI->connect', 'Credentials(', 'pymysql', 'MySQLdb'], CALL, 'https://datatracker.ietf.org/doc/html/rfc7617', isPassword),
  rule('system-password', 'password of a user of a machine', ['chpasswd', 'useradd', 'usermod', 'net user', 'net use ', 'rabbitmqctl', 'htpasswd', 'mc alias', 'mc config'], /(?:rabbitmqctl\s(?:-\S{1,40}\s){0,3}(?:add_user|change_password)\s\S{1,64}\s["']?(?<broker>[^\s"'$<>{}]{4,100})|htpasswd\s(?:-\w{1,6}\s){0,3}-\w{0,6}b\w{0,6}\s\S{1,200}\s\S{1,64}\s["']?(?<web>[^\s"'$<>{}]{4,100})|mc\s(?:alias\sset|config\shost\sadd)\s\S{1,64}\shttps?:\S{3,200}\s\S{3,128}\s["']?(?<store>[^\s"'$<>{}]{8,128})|net use \S{1,8}(?: \\\\\S{1,120})? (?<shared>[^\s/*\\]{5,60})(?= \/user)|echo\s+["']?[\w.-]{1,32}:(?<value>[^\s"'|$]{4,100})["']?\s*\|\s*(?:sudo\s+)?chpasswd|net user \S{1,40} (?<double>[^\s/*]{5,60}))/g, 'https://man7.org/linux/man-pages/man8/chpasswd.8.html', isPassword),
];
