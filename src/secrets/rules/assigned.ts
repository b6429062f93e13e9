/** Credentials that are told by the name that they stand under, or by their place in an address. */
import { isDigest, isElsewhere, isPlaceholder, isUuid, looksChosen, looksRandom } from '../placeholder.js';
import type { SecretRule } from '../rule.js';
import { isSecretUnder, isTold, isWrittenByTools, NAME, VALUE, WORD, WORDS } from './telling.js';

const schemes = [...'abcdefghijklmnopqrstuvwxyz0123456789'].map((last) => `${last}://`);
const CAN = 'use whatever it opens: its name and what stands around it tell';
const CHANGE = 'change it where it is checked';
const REFERENCE = 'https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html';
/** Passwords that everyone knows, of things that only listen to the machine itself. */
const KNOWN = /^(?:user(?:name)?|pass(?:word|wd)?|pwd|secret|token|admin|root|guest|postgres|mysql|mongo|redis|rabbitmq|test|changeme|changeit|sa|db|database|x-oauth-basic|oauth2|git|x-access-token|foo|bar|baz|abc|xyz|hello|world|mypass(?:word)?|p4ssw0rd|pw|(?:pserver:)?anoncvs|anonymous)$/i;

const isOpen = (value: string): boolean => !KNOWN.test(value) && !isPlaceholder(value) && !isElsewhere(value);

export const assignedRules: readonly SecretRule[] = [
  {
    id: 'url-credentials',
    title: 'user and password in an address',
    severity: 'high',
    keywords: schemes,
    generic: true,
    follows: /[^\s:/@"'<>`{}$%]{0,64}:[^\s/"'<>`{}()]{3,128}@/y,
    pattern: /\b[a-z][a-z0-9+.-]{1,24}:\/\/(?<user>[^\s:/@"'<>`{}$]{0,64}):(?<value>[^\s/"'<>`{}()]{3,128})@(?<host>[A-Za-z0-9_[$][\w.:$\]-]{0,250})/g,
    valid: (value, { groups }) => {
      const { user, host } = groups ?? {};
      let plain = value;
      try {
        plain = decodeURIComponent(value);
      } catch {
        // Not an encoding: it is what it is.
      }
      return isOpen(plain) && plain.toLowerCase() !== user?.toLowerCase() && !/^(?:\$[A-Za-z{(]|%[A-Za-z_]{3})/.test(value) && !/^(?:example\.(?:com|org|net)|host(?:name)?\b|your|\w+\.example\b)|\.(?:test|invalid|example|faketld)$/i.test(host ?? '') && !/\[\^|\\[sSwW]/.test(`${user ?? ''}:${value}`);
    },
    examples: { bad: ['postgres://app:{x:14}@db.internal.net:5432/app', 'https://ci:{x:20}@git.internal.net/a.git', 'redis://:{x:16}@cache.internal.net:6379'], good: ['postgres://user:password@localhost/db', 'https://${USER}:${TOKEN}@git.internal.net', 'https://git.internal.net/a:b@c', 'mysql://app@db.internal.net/app'] },
    can: 'log in to the service at that address',
    revoke: 'change the password there',
    reference: 'https://datatracker.ietf.org/doc/html/rfc3986#section-3.2.1',
  },
  {
    id: 'assigned-secret',
    title: 'secret under a telling name',
    severity: 'high',
    keywords: WORDS,
    generic: true,
    apart: true,
    // The rest of the name, and a sign of assignment.
    follows: /(?:(?<=[:=])|[\w.-]{0,40}\\?["'\]})[\d]{0,4}\s{0,8}(?:[:=,("'@{|.]|<-|\t|PIC|\?=|\?\?|to\s|->|\w{2,10}\s?=|As\s))/y,
    pattern: new RegExp(`(?<![A-Za-z0-9])${NAME}(?:(?<=\\$\\{[\\w.-]{1,80}):[-=]?(?<fallback>[^\\s"'{}$]{4,200})\\}|(?:\\\\?["']?(?:\\[\\d{0,4}\\]|[\\]})]{1,2})?\\s{0,8}(?:(?:=|:=|:(?:\\s{0,2}[A-Za-z.[\\]]{2,20}\\s{0,2}=)?)\\s{0,2}(?:String::from|QStringLiteral|QLatin1String|\\[\\]byte|std::string|Field|SecretStr|SecretString|Secret::new|Some|str|bytes|TEXT|_T|Buffer\\.from|z(?:\\.\\w{1,20}\\(\\d{0,4}\\)){1,4}\\.default|new\\s\\w{1,30})\\(\\s{0,2}(?=["'\`])|=>|:=|<-|::(?=\\s)|=\\s?\\{\\s?(?=["'])|\\{\\s?(?=["'][^"'\\r\\n]{4,400}["']\\s?\\})|\\.(?:set|convention|value)\\(\\s?(?=["'])|:\\s{1,2}(?:&\\w{1,30}|!!\\w{1,10})\\s{1,2}|PIC\\s\\S{1,12}\\s{1,4}VALUE\\s{1,4}(?=["'])|\\t{1,4}(?=\\S{8,200}(?:[\\r\\n]|$))|(?:to|->)\\s{1,4}(?=["'])|(?:\\|\\||\\?\\?)=?\\s{0,4}(?=["'\`])|\\|\\s{0,4}(?=\`)|\\{\\s?get;[^{}]{0,30}\\}\\s?=|As\\s{1,2}String\\s{0,2}=|\\?=|:\\s{0,2}(?:&(?:'static\\s)?)?[A-Za-z]{2,10}\\s{0,2}=|\\s[a-z]{2,8}\\s{0,2}=|=|:)\\s{0,8}(?:[brfuL@$](?=["'\`]))?(?!=|~[\\s/'"])|(?<=\\w)\\s{1,8}@?(?=["']))${VALUE}|(?<=\\$\\{[\\w.:-]{1,80}),\\s{0,3}["'](?<otherwise>[^"'\\\\\\r\\n]{4,200})["']\\}|(?:\\\\?["']|(?<=[\\s(]:\\w{1,60}))\\s{0,2},\\s{0,4}(?:(?:default|value|fallback|default_value|defaultValue)\\s?[=:]\\s?)?["'](?:\\\\["'])?(?<second>[^"'\\\\\\r\\n]{4,200})\\\\?["']|\\(\\s{0,2}["'](?<only>[^"'\\\\\\r\\n]{4,200})["']\\s{0,2}\\))`, 'gi'),
    valid: isTold,
    examples: { bad: ['DB_PASSWORD="{x:12}7a"', 'apiKey: \'{x:32}\'', 'const secret = process.env.SECRET || "{x:32}";', 'password = os.getenv("DB_PASSWORD", "{x:12}7a")', 'public string ApiKey { get; set; } = "{x:32}";', '#define WIFI_PASSWORD "{x:12}7a"', 'Dim password As String = "{x:12}7a"', 'image: ${DB_PASSWORD:-{x:12}7a}', 'xhr.setRequestHeader("X-API-Key", "{x:32}")', 'let api_key = String::from("{x:32}");', 'api_key: System.get_env("API_KEY") || "{x:32}"', 'parser.add_argument("--api-token", default="{x:32}")', 'set :db_passphrase, "{x:12}7a"', 'std::string api_key{"{x:32}"};', 'TOKEN: &main "{x:32}"', 'const char db_password[] = "{x:12}7a";', 'db_password <- "{x:12}7a"', 'apiToken.set("{x:32}")', 'SECRET: ${env:SECRET, \'{x:32}\'}', '$ENV{API_TOKEN} = "{x:32}";'], good: ['password = var.db_password', 'password: "{{ vault_password }}"', '"password": "Enter your password"', 'token = "deploy-token-name"', 'secret_arn = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-AbCdEf"', 'PASSWORD=changeme', 'password: P@ssw0rd', 'next_token = "{x:40}"', 'PASS: binutils-all/pr21231a', '<input name="password" id="inputPassword3">', ['package-lock.json', '"token": "{x:40}"'], 'password: ENC[AES256_GCM,data:{b:16},iv:{b:43},type:str]'] },
    can: CAN,
    revoke: CHANGE,
    reference: REFERENCE,
  },
  {
    id: 'element-secret',
    title: 'secret in an element of a telling name',
    severity: 'high',
    keywords: WORDS,
    generic: true,
    follows: /[^<>]{0,200}>/y,
    ahead: '</',
    pattern: new RegExp(`<(?:[\\w:-]{1,40}\\s[^<>]{0,100}?(?:name|key|id)=["']|[\\w-]{1,40}:)?${NAME}(?:["']?\\s?[^<>]{0,100})?>\\s{0,40}(?:<value>|<!\\[CDATA\\[)?(?<value>[^<>\\s][^<>\\r\\n]{3,300}?)\\s{0,40}(?:\\]\\]>)?</`, 'gi'),
    lines: true,
    reach: 500,
    valid: isTold,
    examples: { bad: ['<password>{x:12}7a</password>', '<wsse:Password Type="PasswordText">{x:12}7a</wsse:Password>'], good: ['<password>${env.PASSWORD}</password>', '<password>{{b:43}=}</password>', '<clientToken>{x:20}</clientToken>'] },
    can: CAN,
    revoke: CHANGE,
    reference: REFERENCE,
  },
  {
    id: 'paired-secret',
    title: 'secret as the value of a telling name',
    severity: 'high',
    keywords: WORDS,
    generic: true,
    apart: true,
    follows: /[\w.-]{0,40}\\?["']?(?:[\s,]{1,80}|\s{0,4}:\s{0,4}\{\s{0,80}\\?["'])(?:type\s{0,4}[=:]\s{0,4}\S{1,20}[\s,]{1,40})?\\?["']?[\w-]{0,10}\\?["']?(?:[vV]alue|VALUE|default|Default)/y,
    pattern: new RegExp(`(?:(?:name|key|id|env|variable|property)\\\\?["']?\\s{0,4}[:=]\\s{0,4}\\\\?["']?${NAME}\\\\?["']?[\\s,]{1,80}|"${NAME.replace('name', 'parameter')}"\\s{0,4}:\\s{0,4}\\{\\s{0,80}")(?:type\\s{0,4}[=:]\\s{0,4}\\S{1,20}[\\s,]{1,40})?\\\\?["']?[\\w-]{0,10}?\\\\?["']?(?:value|default)\\\\?["']?\\s{0,4}[:=]\\s{0,4}${VALUE}`, 'gi'),
    lines: true,
    reach: 600,
    valid: isTold,
    examples: { bad: ['{"name": "DB_PASSWORD", "value": "{x:12}7a"}', '- name: API_SECRET\n  value: "{x:32}"', '"adminPassword": {\n  "value": "{x:12}7a"\n}'], good: ['- name: DB_PASSWORD\n  valueFrom:\n    secretKeyRef: {name: db-7, key: password}', '{"name": "DB_PASSWORD", "value": "$(DB_PASSWORD)"}'] },
    can: CAN,
    revoke: CHANGE,
    reference: REFERENCE,
  },
  {
    // Lists of variables may name the value first.
    id: 'paired-secret-before',
    title: 'secret as the value of a telling name',
    severity: 'high',
    keywords: WORDS,
    generic: true,
    apart: true,
    follows: /[\w.-]{0,40}\\?["']\s{0,40}[},\])\r\n]/y,
    pattern: new RegExp(`(?:["']?value\\\\?["']?\\s{0,4}[:=]|set(?:Object|Value)?[:(]@?(?=["']))\\s{0,4}${VALUE}[\\s,]{1,40}\\\\?["']?(?:name|(?:for)?key)\\\\?["']?\\s{0,4}[:=]\\s{0,4}@?\\\\?["']${NAME}\\\\?["']`, 'gi'),
    lines: true,
    back: 600,
    reach: 200,
    valid: isTold,
    examples: { bad: ['{"value": "{x:32}", "name": "API_SECRET"}', '[d setObject:@"{x:32}" forKey:@"sessionSecret"];'], good: ['{"value": "${API_SECRET}", "name": "API_SECRET"}'] },
    can: CAN,
    revoke: CHANGE,
    reference: REFERENCE,
  },
  {
    id: 'default-secret',
    title: 'secret as the default of a variable or parameter',
    severity: 'high',
    keywords: WORDS,
    generic: true,
    apart: true,
    follows: /[\w-]{0,40}(?:"\s{0,4}:?\s{0,4}\{|:[ \t]{0,4}\r?\n[ \t]{1,12}[A-Z])/y,
    pattern: new RegExp(`(?:${NAME}"\\s{0,4}:?\\s{0,4}\\{[^{}]{0,800}?(?<![\\w])"?[dD]efault"?\\s{0,40}[=:]\\s{0,4}"(?<double>[^"\\r\\n]{4,400})"|${NAME.replace('name', 'parameter')}:[ \\t]{0,4}\\r?\\n(?:[ \\t]+[A-Za-z]+:[^\\n]{0,400}\\n){0,10}?[ \\t]+Default:[ \\t]{0,4}["']?(?<plainly>[^\\s"'#][^\\s"']{3,300}))`, 'gi'),
    lines: true,
    reach: 2000,
    valid: (value, match, path) => !isWrittenByTools(path) && isSecretUnder(match.groups?.['name'] ?? match.groups?.['parameter'] ?? '', value),
    examples: { bad: ['variable "db_password" {\n  type = string\n  default = "{x:12}7a"\n}', 'Parameters:\n  DbPassword:\n    Type: String\n    Default: {x:12}7a\n'], good: ['variable "db_password" {\n  type = string\n  default = ""\n}', 'Parameters:\n  DbPassword:\n    Type: String\n    NoEcho: true\n'] },
    can: CAN,
    revoke: CHANGE,
    reference: 'https://developer.hashicorp.com/terraform/language/values/variables',
  },
  {
    id: 'option-secret',
    title: 'secret as an option of a command',
    severity: 'high',
    keywords: WORDS,
    generic: true,
    apart: true,
    follows: /[\w-]{0,20}["']?,?\s{1,4}["']?[^\s-]/y,
    pattern: new RegExp(`(?:--?(?<name>[a-zA-Z-]{0,30}?${WORD})["']?,?\\s{1,4}|\\bENV\\s{1,4}(?<variable>\\w{0,40}?${WORD})\\s{1,4}|\\bset(?:x|env)?\\s{1,4}(?<set>[\\w.]{0,40}?${WORD})\\s{1,4})(?:"(?<double>[^"\\s]{4,200})"|'(?<single>[^'\\s]{4,200})'|(?<bare>[^\\s"'\`,;<>()|\\\\-][^\\s"'\`,;<>()|\\\\]{3,200}))`, 'gi'),
    // In a list of a program the next member is a value only where it is quoted: `'--password', help='…'` declares the option.
    valid: (value, { 0: whole, groups }) => isSecretUnder(groups?.['name'] ?? groups?.['variable'] ?? groups?.['set'] ?? '', value) && !/^[a-z_]+(?:[-_./][a-z_]+)*=?$/i.test(value) && !(groups?.['bare'] !== undefined && /["'],?\s{1,4}$/.test(whole.slice(0, -value.length))),
    examples: { bad: ['svn co --username ci --password {x:12}7a https://svn.internal.net', 'ENV API_TOKEN {x:32}', 'setx API_TOKEN {x:32}'], good: ['mysql --password $PW', '--token-file /etc/token2', 'parser.add_argument(\'--password\', help=\'of the user7\')'] },
    can: CAN,
    revoke: CHANGE,
    reference: REFERENCE,
  },
  {
    // A value too long for its line, or one that a formatter put below: `TOKEN: str = (`, `"password":`, `.token(`.
    id: 'assigned-secret-below',
    title: 'secret under a telling name',
    severity: 'high',
    keywords: WORDS,
    generic: true,
    apart: true,
    follows: /[\w-]{0,20}\\?["'\]]{0,2}[ \t]{0,4}(?::[ \t]{0,2}[A-Za-z.[\]]{2,20}[ \t]{0,2})?(?:=>?|:=?|\+=|\(|,)[ \t]{0,4}\(?[ \t]{0,4}\\?\r?\n\s{0,60}[rbuf]?["'`]|[\w-]{0,20}["']?:[ \t]{1,4}[>|][-+]?[ \t]{0,4}\r?\n[ \t]{1,40}\S/y,
    pattern: new RegExp(`(?<![A-Za-z0-9])${NAME}(?:["']?:[ \\t]{1,4}[>|][-+]?[ \\t]{0,4}\\r?\\n[ \\t]{1,40}(?<folded>[^\\s"'#{}:]{8,300})[ \\t]*(?=\\r?\\n|$)|\\\\?["'\\]]{0,2}[ \\t]{0,4}(?::[ \\t]{0,2}[A-Za-z.[\\]]{2,20}[ \\t]{0,2})?(?:=>?|:=?|\\+=|\\(|,)[ \\t]{0,4}\\(?[ \\t]{0,4}\\\\?\\r?\\n\\s{0,60}[rbuf]?(?:"(?<double>[^"\\\\\\r\\n]{4,400})"|'(?<single>[^'\\\\\\r\\n]{4,400})'|\`(?<tick>[^\`\\\\\\r\\n]{4,400})\`)(?!\\s{0,4}:))`, 'gi'),
    lines: true,
    reach: 700,
    // A member below another is none of its value; the second argument of a call is.
    valid: (value, match, path) => !/\s/.test(value) && (!/,\s*\\?\r?\n/.test(match[0]) || /\(\s?["']$/.test(match.input.slice(Math.max(0, match.index - 3), match.index))) && isTold(value, match, path),
    examples: { bad: ['API_TOKEN: str = (\n    "{x:32}"\n)', 'const apiKey =\n  "{x:32}";', 'client.token(\n    "{x:32}"\n)', 'api_token: >-\n  {x:32}\n'], good: ['const token =\n  "deploy-token-name";', 'required: [\n  "password",\n  "name"\n]', '["crypto_pwhash_auth",\n  "crypto_pwhash_scryptsalsa208sha256_str"]'] },
    can: CAN,
    revoke: CHANGE,
    reference: REFERENCE,
  },
  {
    // Commands that keep a secret, and tuples: the name is one argument, the value another.
    id: 'command-secret',
    title: 'secret as the value of a telling name',
    severity: 'high',
    keywords: WORDS,
    generic: true,
    apart: true,
    follows: /[\w-]{0,20}["']?(?:,\s{0,4}["'<]|\s{1,4}(?:\\\s{1,12})?-)/y,
    pattern: new RegExp(`(?:(?:--?(?:name|secret-id|secret-name|key|n))[ =]["']?[\\w./-]{0,80}?${NAME}["']?(?:\\s{1,4}(?:\\\\\\s{1,12})?--?(?!value|secret-string|body)[\\w-]{1,40}(?:[ =][^\\s-][^\\s]{0,80})?){0,5}\\s{1,4}(?:\\\\\\s{1,12})?--?(?:value|secret-string|body)[ =]|\\{\\s?${NAME.replace('name', 'parameter')},\\s{0,4}(?:<<)?)(?:"(?<double>[^"\\\\\\r\\n]{4,400})"|'(?<single>[^'\\\\\\r\\n]{4,400})'|(?<bare>[^\\s"'<{}$][^\\s"'<>{}|;]{3,300})(?=\\s|$))`, 'gi'),
    lines: true,
    reach: 600,
    valid: (value, match, path) => !isWrittenByTools(path) && isSecretUnder(match.groups?.['name'] ?? match.groups?.['parameter'] ?? '', value),
    examples: { bad: ['aws ssm put-parameter --name /app/api_secret --type SecureString --value "{x:32}"', 'az keyvault secret set --vault-name v --name db-password --value {x:12}7a', '{ftp_password, "{x:12}7a"}.'], good: ['aws ssm put-parameter --name /app/api_secret --type SecureString --value "$SECRET"', '{password, "password"}'] },
    can: CAN,
    revoke: CHANGE,
    reference: REFERENCE,
  },
  {
    // As people tell it one another: `the password for staging is …`, `old token was "…"`.
    id: 'told-secret',
    title: 'secret in a sentence',
    severity: 'high',
    keywords: WORDS,
    generic: true,
    apart: true,
    follows: /\w{0,10}["'`*]{0,3}(?:[ \t]+(?:for|of|on|in|to|from|at)(?:[ \t]+[\w.@/-]{1,30}){1,5}?)?[ \t]+(?:is|was|are)(?:[ \t]+(?:now|still|set to|just))?:?[ \t]+\S/y,
    pattern: new RegExp(`(?<![A-Za-z0-9])${NAME}["'\`*]{0,3}(?:[ \\t]+(?:for|of|on|in|to|from|at)(?:[ \\t]+(?!is |was )[\\w.@/-]{1,30}){1,5}?)?[ \\t]+(?:is|was|are)(?:[ \\t]+(?:now|still|set to|just))?:?[ \\t]+[*_]{0,2}(?:\\\\?"(?<double>[^\\s"\\\\]{6,200})\\\\?"|'(?<single>[^\\s']{6,200})'|\`(?<tick>[^\\s\`]{6,200})\`|(?<bare>[^\\s"'\`<>{}()$,;\\\\]{8,200}?)(?=[.,;:!?)]?[*_]{0,2}(?:["\\\\\\s]|$)))`, 'gi'),
    valid: (value, match, path) => /\d/.test(value) && /[A-Za-z]/.test(value) && !/^\d+(?:\.\d+)*[a-z]*$|^X-|^[a-z]+[\d.]+$|[()[\]]|^0x/i.test(value) && isSecretUnder(match.groups?.['name'] ?? '', value) && !isWrittenByTools(path) && (looksRandom(value) || isDigest(value)),
    examples: { bad: ['the db_password for staging is `{x:12}7aB`', 'hey, the api_token is {x:24}7aB', '// old sudoPass was "{x:12}7aB"'], good: ['the password is required', 'If the token is RS256, the key is 2048 bits', 'the password is $PASSWORD', 'The password hashing algorithm is now Argon2id.'] },
    can: CAN,
    revoke: CHANGE,
    reference: REFERENCE,
  },
  {
    // An element of the collections that Postman exports: the name says what it does, not what it is.
    id: 'collection-secret',
    title: 'login of a request',
    severity: 'high',
    keywords: ['"apikey"', '"bearer"', '"basic"', '"digest"', '"oauth2"', '"awsv4"', '"hawk"', '"ntlm"'],
    generic: true,
    follows: /\s{0,4}[,:]/y,
    pattern: /"(?:apikey|bearer|basic|digest|oauth2|awsv4|hawk|ntlm)"\s{0,4}:\s{0,4}\[(?:\s{0,40}\{[^{}]{0,600}\}\s{0,20},){0,6}?\s{0,40}\{[^{}]{0,100}?"key"\s{0,4}:\s{0,4}"(?:value|token|password|secretKey|accessToken|clientSecret|authKey)"\s{0,4},[^{}]{0,100}?"value"\s{0,4}:\s{0,4}"(?<value>[^"\\\s{}]{6,2000})"/g,
    lines: true,
    reach: 3000,
    valid: (value) => isOpen(value) && (looksRandom(value) || looksChosen(value) || isDigest(value) || isUuid(value)),
    examples: { bad: ['"apikey":[{"key":"value","value":"{x:32}","type":"string"}]'], good: ['"apikey":[{"key":"value","value":"{{apiKey}}","type":"string"}]', '"apikey":[{"key":"key","value":"X-API-Key","type":"string"}]'] },
    can: 'call the service as whom it was given to',
    revoke: CHANGE,
    reference: 'https://learning.postman.com/docs/sending-requests/authorization/authorization-types/',
  },
];
