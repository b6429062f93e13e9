/** Credentials that are told by where they stand: headers, commands, statements, files of a known form. */
import { entropyOf, isDigest, isElsewhere, isPlaceholder, isUuid, looksChosen, looksRandom } from '../placeholder.js';
import type { SecretRule } from '../rule.js';
import { isSecretUnder } from './telling.js';

const LOGIN = 'log in with the name that stands beside it';
const CHANGE = 'change the password';
const rule = (id: string, title: string, keywords: readonly string[], pattern: RegExp, reference: string, valid: SecretRule['valid'] = isPassword, more: Partial<SecretRule> = {}): SecretRule => ({ id, title, severity: 'high', generic: true, keywords, pattern, valid, can: LOGIN, revoke: CHANGE, reference, ...more });

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

export const placeRules: readonly SecretRule[] = [
  rule('authorization-header', 'credentials in a header', ['uthorization', 'UTHORIZATION', 'Bearer ', 'bearer '], /(?:authorization\\?["']?\]?\s{0,4}[:=,]\s{0,4}\\?["'`]?(?:(?<scheme>basic|bearer|token|apikey|api-key|key|bot|geniekey|splunk|ssws|pre-authenticated)\s{1,3}(?:token=)?)?|(?<![A-Za-z])bearer\s)(?<value>[^\s"'`,;<>{}$()\\]{8,2000})/gi, 'https://datatracker.ietf.org/doc/html/rfc9110#section-11', (value, { groups }) => (/basic/i.test(groups?.['scheme'] ?? '') ? isLogin(value) : isToken(value)), { can: 'call the service as whom it was given to' }),
  rule('command-login', 'password in a command', ['curl ', 'wget ', 'http ', '--user', 'CURL ', ' -u '], /(?:\s-u\s?|--user[ =]|--proxy-user[ =]|\s-a\s)["']?[^\s:"'$<>{}/]{1,64}:(?<value>[^\s"'$<>{}@/][^\s"'<>{}]{3,100})/g, 'https://curl.se/docs/manpage.html#-u', (value) => !KNOWN.test(value) && !isPlaceholder(value) && (isPassword(value) || isToken(value)) && !/^\d+$/.test(value)),
  rule('command-password', 'password in a command', ['sshpass', 'mysql', 'mariadb', 'redis-cli', 'login', 'sqlcmd', 'mongo', 'plink', 'smbclient', 'ldap', 'zip '], /\b(?:sshpass\s+-p\s?|(?:mysql(?:dump|admin|import)?|mariadb)\s(?:[^\n|;]{0,120}?\s)?-p(?!assword)|redis-cli\s[^\n|;]{0,120}?-a\s|(?:docker|podman|az|helm|oc|skopeo|buildah)\s(?:registry\s|acr\s)?login\s[^\n|;]{0,160}?-p\s|sqlcmd\s[^\n|;]{0,120}?-P\s?|mongo(?:sh|dump|restore)?\s[^\n|;]{0,120}?-p\s|(?:plink|pscp)\s[^\n|;]{0,60}?-pw\s|ldap(?:search|modify|add)\s[^\n|;]{0,160}?-w\s|(?:un)?zip\s[^\n|;]{0,60}?-P\s)["']?(?<value>[^\s"'$<>{}|;-][^\s"'<>{}|;]{3,100})/g, 'https://dev.mysql.com/doc/refman/8.4/en/password-security-user.html', isPassword),
  rule('statement-password', 'password in a statement', ['IDENTIFIED', 'identified', 'PASSWORD', 'password', 'Password'], /(?:identified\s{1,4}(?:with\s[\w'"]{1,40}\s)?by\s{1,4}|\b(?:with\s{1,4}|encrypted\s{1,4}|user\s[^\n;]{1,60}\s)?password\s{1,4}(?:=\s?)?(?:N)?)'(?<value>[^'\s]{4,128})'/gi, 'https://www.postgresql.org/docs/current/sql-createrole.html', isPassword),
  rule('netrc', 'login of a .netrc', ['machine '], /machine\s{1,4}\S{1,200}\s{1,8}login\s{1,4}\S{1,200}\s{1,8}password\s{1,4}(?<value>\S{3,300})/g, 'https://www.gnu.org/software/inetutils/manual/html_node/The-_002enetrc-file.html', (value) => !KNOWN.test(value) && !isPlaceholder(value), { lines: true, reach: 700 }),
  rule('pgpass', 'login of a .pgpass', [':5432:', ':*:*:', ':5433:', ':6432:', ':5439:'], /^(?<host>[^\s:#]{1,200}):(?:\d{1,5}|\*):[^:\s]{1,64}:[^:\s]{1,64}:(?<value>[^\s:"',]{3,200})$/gm, 'https://www.postgresql.org/docs/current/libpq-pgpass.html', (value) => !KNOWN.test(value) && !isPlaceholder(value)),
  rule('htpasswd', 'digest of a password for a web server', [':$apr1$', ':{SHA}', ':$2y$', ':$2a$', ':$2b$'], /^[^\s:#]{1,64}:(?<value>\$apr1\$[./A-Za-z0-9]{1,8}\$[./A-Za-z0-9]{22}|\{SHA\}[A-Za-z0-9+/]{27}=|\$2[aby]\$\d\d\$[./A-Za-z0-9]{53})$/gm, 'https://httpd.apache.org/docs/2.4/programs/htpasswd.html', (_, __, path) => /htpasswd/i.test(path), { severity: 'medium', can: 'guess the password at leisure' }),
  rule('docker-auth', 'login of a container registry', ['"auth"', '\\"auth\\"'], /\\?"auth\\?"\s{0,4}:\s{0,4}\\?"(?<value>[A-Za-z0-9+/]{8,2000}={0,2})\\?"/g, 'https://docs.docker.com/reference/cli/docker/login/', isLogin, { can: 'push and pull images' }),
  rule('npm-auth', 'login of a package registry', ['_auth', '_password'], /(?:^|[\s:"'])_(?:authToken|auth|password)["']?\s{0,2}[=:]\s{0,2}["']?(?<value>[^\s"'${}]{8,1000})/g, 'https://docs.npmjs.com/cli/configuring-npm/npmrc', (value) => !isPlaceholder(value) && !isElsewhere(value), { can: 'read and publish packages' }),
  rule('kubernetes-secret', 'value of a Secret in a manifest', ['kind: Secret', '"kind": "Secret"', '"kind":"Secret"', 'kind: "Secret"', "kind: 'Secret'"], /^(?<indent>[ \t]{1,24})["']?(?<name>[\w.-]{1,253})["']?:[ \t]{0,4}["']?(?<value>[A-Za-z0-9+/]{4,10000}={0,2})["']?,?[ \t]*\r?$/gm, 'https://kubernetes.io/docs/concepts/configuration/secret/', isSecretData, { lines: true, back: 8000, can: 'do what the workload may that it was made for', revoke: 'change it where it is checked, and bring it to the cluster without the repository' }),
  rule('plain-secure-string', 'password as text for a secure string', ['ConvertTo-SecureString'], /ConvertTo-SecureString\s{1,4}(?:-String\s{1,4})?["'](?<value>[^"'$\s]{4,200})["']/g, 'https://learn.microsoft.com/powershell/module/microsoft.powershell.security/convertto-securestring', isPassword),
  rule('call-login', 'name and password in a call', ['NetworkCredential', 'BasicAuth', 'basicAuth', 'basic_auth', 'auth=(', 'auth = (', 'UsernamePassword', 'PlainAuth', 'DriverManager', '.login(', 'PasswordAuthentication', 'createConnection'], /(?:NetworkCredential|[sS]?etBasicAuth|HTTPBasicAuth|BasicAuth|basicAuth|basic_auth|auth\s?=\s?|UsernamePassword\w{0,20}|PasswordAuthentication|PlainAuth|\.login|getConnection)\((?:\s{0,4}["'][^"'\n]{0,120}["']\s{0,2},){1,2}\s{0,4}["'](?<value>[^"'\s]{4,128})["']/g, 'https://datatracker.ietf.org/doc/html/rfc7617', isPassword),
  rule('system-password', 'password of a user of a machine', ['chpasswd', 'useradd', 'usermod', 'net user'], /(?:echo\s+["']?[\w.-]{1,32}:(?<value>[^\s"'|$]{4,100})["']?\s*\|\s*(?:sudo\s+)?chpasswd|net user \S{1,40} (?<double>[^\s/*]{5,60}))/g, 'https://man7.org/linux/man-pages/man8/chpasswd.8.html', isPassword),
];
