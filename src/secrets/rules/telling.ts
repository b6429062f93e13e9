/** What the rules share that go by names and places: which names tell of a secret, and what may stand under them. */
import { entropyOf, isDigest, isPlaceholder, isPlaceholderInBase64, isUuid, looksChosen, looksRandom, mixed } from '../placeholder.js';

/** The end of a telling name, small or large. */
export const WORD = '(?:root_token_id|pass(?:word|wd|phrase|code|wort)?|pwd|psk|authtok|secret(?:_?-?string)?|secret[_.-]?key|secret[_.-]?access[_.-]?key|token|(?:api|auth|private|access|account|signing|encryption|encrypt|master|storage|shared|crypto|session|cipher|hmac|aes|jwt|webhook|service|license|deploy|admin|server|app|subscription|primary|secondary|integration|write|bearer|consumer|application|fernet|symmetric|cookie|ingest(?:ion)?|sdk|merchant|partner|agent|tunnel|project|instrumentation|function|host|device|registration|enrollment|provisioning|join|wallet|backup|tenant|gateway|management|crypt|tsig|tacacs|radius|pusher|sms|vpn|bot)(?:[_.:-]|__)?keys?|credentials?|(?:pw|pat|auth)(?<=(?:[a-z\\d][_.-]|redis|smtp|proxy|basic|ldap|mongo|mqtt|docker|registry|kafka|sasl|imap|admin|root|bind|user|db|devops|github|gitlab)(?:pw|pat|auth)))';
/** What may come after it. */
const MORE = '(?:[_-]?(?:prod(?:uction)?|dev|stag(?:e|ing)|test|base|old|new|v?\\d{1,2}|value|text|plain|raw|private|salt))?';
export const NAME = `(?<name>[\\w.-]{0,60}?${WORD}${MORE})`;

/** Four characters are told from other text three times as fast as three: a short word stands here with each character that may be beside it. */
const short = ['pwd', 'PWD', 'Pwd'].flatMap((word) => [...`=: "'\\_<>`].map((next) => `${word}${next}`)).concat(['psk=', 'psk ', '_psk', 'PSK ', '_PSK', 'psk:', 'Psk:', 'Psk=', 'Psk ', 'Psk"', 'bindPw', 'BindPw', 'rootPw', 'RootPw', 'adminPw', 'AdminPw', 'userPw', 'UserPw'], ['_pw', '-pw', '.pw', '_PW', 'Pw', '_pat', '-pat', '.pat', '_PAT', 'Pat', '_auth', '-auth', '.auth', '_AUTH', 'Auth'].flatMap((word) => [...`=: "'\\<>(\n\r`].map((next) => `${word}${next}`)).filter((word) => word.length >= 4));
const keyed = 'api auth private access account signing encryption encrypt master storage shared crypto session cipher hmac aes jwt webhook service license deploy admin server subscription primary secondary integration write bearer app consumer application fernet symmetric cookie ingestion ingest sdk merchant partner agent tunnel project instrumentation function host device registration enrollment provisioning join wallet backup tenant gateway management crypt tsig tacacs radius pusher'.split(' ');
function keySpellings(word: string): readonly string[] {
  const upper = word.toUpperCase();
  const title = `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
  return [...['_', '', '-', '.', ':', '__'].flatMap((sign) => [`${word}${sign}key`, `${upper}${sign}KEY`, `${upper}${sign}Key`, `${title}${sign}Key`]), `${word}Key`];
}
export const WORDS: readonly string[] = ['pass', 'PASS', 'Pass', ...short, 'secret', 'SECRET', 'Secret', 'token', 'TOKEN', 'Token', 'authtok', 'credential', 'CREDENTIAL', 'Credential', ...keyed.flatMap(keySpellings)].filter((word, i, all) => all.indexOf(word) === i);

/** Quoted in one of three ways, or bare up to where a value ends. */
export const VALUE = '\\\\?(?:"(?<double>[^"\\\\\\r\\n]{4,400})\\\\?"|\'(?<single>[^\'\\\\\\r\\n]{4,400})\'|`(?<tick>[^`\\\\\\r\\n]{4,400})`|(?<query>(?<=[?&][\\w.-]{0,60}=)[^\\s"\'`&#<>,;\\\\]{6,300})|(?<plain>[^\\s"\'`,;<\\\\]{4,400})(?=[\\s"\'`,;<\\\\]|$))';

const CODE = /\.(?:[cm]?[jt]sx?|vue|svelte|py|pyi|go|java|kts?|scala|rb|php|cs|fs|vb|cc?|cpp|cxx|hh?|hpp|mm?|swift|rs|dart|lua|pl|pm|r|exs?|erl|clj[cs]?|hs|groovy|gradle|tf|hcl|tfvars|bicep|jsonnet|libsonnet|proto|graphql|sol|ipynb|d\.ts)$/i;
/** What tools write: digests and names by the thousand, and no hand assigns in them. */
const WRITTEN_BY_TOOLS = /(?:^|\/)(?:package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lock|deno\.lock|Cargo\.lock|composer\.lock|poetry\.lock|uv\.lock|pdm\.lock|Pipfile\.lock|Gemfile\.lock|go\.sum|packages\.lock\.json|pubspec\.lock|mix\.lock|gradle\.lockfile|Podfile\.lock|Package\.resolved|flake\.lock|\.terraform\.lock\.hcl|.*\.min\.css|.*\.(?:map|svg|css|lock|sum))$/i;

/** Names that end like a secret's, of things that are none. */
const OTHER = /(?:next|page|paging|pagination|continuation|continue|sync|idempotency|request|cancel(?:lation)?|resume|cursor|scroll|csrf|xsrf|verification|antiforgery|authenticity|design|public|bos|eos|pad|unk|cls|sep|mask|special|stop|start|begin|end|lexer|last|first|current|prev(?:ious)?|syntax|max|(?<!ad)min|num|total|prompt|completion|input|output|cached|count|per|comment|keyword|site|color|theme|string|number|operator|punctuation)[_-]?tokens?$|(?:by|com|encom|sur|tres|under|over|multi|single|first|second|low|high|band|render|shader|pre|post|test)[_-]?pass$|public|publishable|encrypted_?(?:pass|secret|token|key|data)|not_?(?:so|a)_?secret|^clientToken$|pass(?:through|ive|enger)|(?:confirm|repeat|retype|forgot|reset|show|hide)\w{0,6}_?pass/i;

export const isWrittenByTools = (path: string): boolean => WRITTEN_BY_TOOLS.test(path);

/** Whether what stands under such a name is a secret rather than a word, a name, a digest or a pointer. */
export function isTold(value: string, match: RegExpExecArray, path: string): boolean {
  if (isWrittenByTools(path)) return false;
  // What was made small holds code by the ton, and what was built into it: only what nobody would name so.
  if (/\.min\.m?js$/i.test(path) && !(value.length >= 12 && /\d/.test(value) && looksRandom(value) && match.groups?.['plain'] === undefined)) return false;
  const { plain, query } = match.groups ?? {};
  const name = match.groups?.['name'] ?? match.groups?.['parameter'] ?? '';
  // `arn:aws:secretsmanager:…:secret:name`: a part of an ARN is no assignment.
  const before = match.input.slice(Math.max(0, match.index - 220), match.index);
  // What a form asks for: names, ids and one-time values of a page.
  if (/<(?:input|meta|label|button|textarea|select|form|a)\b[^<>]{0,200}$/i.test(before)) return false;
  if (/\barn:[\w:-]{0,200}$/.test(before) || /checksum[\w.-]{0,40}\/$|pkcs11:\S{0,200}$|AWS4-HMAC-SHA256\s$/i.test(before)) return false;
  // A report of leaks: the address of each ends in its fingerprint.
  if (/#$/.test(before) && /^[0-9a-f]{16}$/.test(value)) return false;
  // In a manifest it may be in base64: what it is of is what counts.
  if (isPlaceholderInBase64(value)) return false;
  if (plain !== undefined && !isBareValue(plain, match, path)) return false;
  // Test runners say it before the name of each test.
  if (plain !== undefined && /^PASS$/.test(name) && /PASS\s{0,8}:/.test(match[0])) return false;
  // `Pass 'x' instead`, `pass LIB=lib64`: the verb.
  if (/^pass$/i.test(name) && !match[0].startsWith('<') && /pass\s{1,8}[\w"'@]/i.test(match[0])) return false;
  if (plain === undefined && query === undefined && isCode(value)) return false;
  return isSecretUnder(name, value);
}

/** Pieces of a program that stand in quotes themselves: of a template, a pattern, a selector, an address without a password. */
const isCode = (value: string): boolean => /^[\s:;,.=+(){}[\]<>|&?!#-]|\s$|^\^|\\[dwsb]|\$\{|=>|\(\)|<\/?\w|\{\d?\}|%[sdv]\b/.test(value) && !/^[#!+=?&.^-][\w!@#$%^&*+=?.-]{7,}$/.test(value) && !(value.length >= 32 && !/\s|\$\{|=>|\{\{/.test(value) && entropyOf(value) > 4.2);

/** In programs a bare word is a name; in what configures them it is a value. */
function isBareValue(value: string, { input, index }: RegExpExecArray, path: string): boolean {
  if (/^\/.*[\][?*+\\].*\/[a-z]?$|[({[]$|^[)\]}=:]|::|->|\(\)|^\w+\[|^\w+\(|^[\w.]+\(.*\)$|^\*|\]$/.test(value)) return false;
  const line = input.slice(input.lastIndexOf('\n', index) + 1, index);
  // A text within a text of JSON has its quotes escaped: those are counted apart.
  const inText = ['"', "'", '`', '\\"'].some((quote) => line.split(quote).length % 2 === 0);
  const inComment = /(?:^|\s)(?:\/\/|#|\*|--|;|<!--|rem )\s*\S*/i.test(line);
  // A script for a shell may stand in any program.
  if (CODE.test(path) && !inText && !inComment && !/^\s*export\s+$/.test(line)) return false;
  // A member of an object, or a word of several: code that stands in prose.
  return !/^[a-z_$][\w$]*(?:\.[a-z_$][\w$]*)+$/i.test(value) && !/[(){}[\]|]/.test(inComment || inText ? value : '');
}

export function isSecretUnder(name: string, value: string): boolean {
  if (OTHER.test(name) || isOtherPass(name) || isPlaceholder(value) || (value.includes('%') && isPlaceholder(value.replace(/%[0-9a-f]{2}/gi, ' '))) || isTypeOf(value) || /^pk[._](?:eyJ|live_|test_)/.test(value) || wordsOfName(name, value)) return false;
  if (/(?:^|[_.-])(?:pat|auth)$|[a-z](?:Pat|Auth)$/i.test(name) && !(value.length >= 12 && /\d/.test(value) && (!/pat$/i.test(name) || /^[\w.~+/=-]+$/.test(value)) && looksRandom(value))) return false;
  if (/pass|pwd|psk$|(?:[_.-]|^)pw$|[a-z]Pw$/i.test(name)) return value.length >= 5 && (looksChosen(value) || looksRandom(value));
  if (value.length < 8 || /\s/.test(value)) return false;
  if (isUuid(value)) return /^(?:token|secret)$|api_?-?key|client_?-?secret|auth_?-?key|auth_?-?token|access_?-?token|(?:secret|private|license|ingest(?:ion)?|write|subscription|server|admin|master|account|integration|encryption|signing|function|instrumentation|agent)_?-?key|(?:api|bot|user|app|service|server|admin|bearer|refresh|personal)_?-?(?:token|secret)/i.test(name) || /^(?!client|request|idempotency|correlation|session|\w*lifecycle|\w*action)[a-z]{3,}[a-z_]*_?(?:token|secret)$/i.test(name);
  if (isDigest(value)) return true;
  if (/^[\d.,:]+$/.test(value)) return false;
  // A path or a member, but base64 has slashes, too.
  if (/^[A-Za-z][\w-]*(?:[./:][A-Za-z_][\w-]*)+$/.test(value) && !(mixed(value) && value.length >= 24 && entropyOf(value) > 4)) return false;
  return looksRandom(value) || (/secret|credential/i.test(name) && /\d/.test(value) && looksChosen(value) && !/^[a-z]+(?:[-_/.][a-z]+)*[-_/.]?\d{0,2}$/i.test(value));
}

/** `EXPASS`, `Crc16Buypass`: words that end so. A password's name has a sign or a capital before, or says of what it is. */
const isOtherPass = (name: string): boolean => {
  const before = /([a-z]+|[A-Z]+|[A-Z][a-z]+)(?:pass|PASS)\d?$/.exec(name)?.[1];
  return before !== undefined && !/(?:db|sql|my|user|usr|admin|adm|root|smtp|mail|imap|ssh|ftp|login|log|redis|http|proxy|auth|web|key|store|vnc|rpc|pg|ldap|bind|become|sudo|default|master|client|server|cert|wifi|wlan|net|mqtt|mongo|rabbit|app|svc|the|pwd|rds|api|jks|p12|pfx|old|new|require|vpn|sip|ap|sta)$/i.test(before);
};

/** `V1SecretVolumeSource`: a type that is named after what it holds. */
const isTypeOf = (value: string): boolean => /^[A-Z][A-Za-z]*\d?(?:[A-Z][a-z]+)+$/.test(value) && /Secret|Token|Password|Credential/.test(value);

/** `apiKey: "api_key_2"`: the value says the name once more. */
function wordsOfName(name: string, value: string): boolean {
  const plain = (text: string): string => text.toLowerCase().replace(/[^a-z]/g, '');
  const [a, b] = [plain(name), plain(value)];
  return b.length > 3 && (a === b || (a.endsWith(b) && !/\d/.test(value)));
}
