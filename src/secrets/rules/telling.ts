/** What the rules share that go by names and places: which names tell of a secret, and what may stand under them. */
import { isDigest, isPlaceholder, isUuid, looksChosen, looksRandom } from '../placeholder.js';

/** The end of a telling name, small or large. */
export const WORD = '(?:pass(?:word|wd|phrase|code|wort)?|pwd|secret(?:_?-?string)?|secret_?-?key|secret_?-?access_?-?key|token|(?:api|auth|private|access|account|signing|encryption|encrypt|master|storage|shared|crypto|session|cipher|hmac|aes|jwt|webhook|service|license|deploy|admin|server|app|subscription|primary|secondary|integration|write|bearer)[_-]?key|credentials?)';
/** What may come after it. */
const MORE = '(?:[_-]?(?:prod(?:uction)?|dev|stag(?:e|ing)|test|base|old|new|v?\\d{1,2}|value|text|plain|raw))?';
export const NAME = `(?<name>[\\w.-]{0,60}?${WORD}${MORE})`;

/** Four characters are told from other text three times as fast as three: a short word stands here with each character that may be beside it. */
const short = ['pwd', 'PWD', 'Pwd'].flatMap((word) => [...`=: "'\\_<>`].map((next) => `${word}${next}`));
const keyed = 'api auth private access account signing encryption encrypt master storage shared crypto session cipher hmac aes jwt webhook service license deploy admin server subscription primary secondary integration write bearer app'.split(' ');
export const WORDS: readonly string[] = ['pass', 'PASS', 'Pass', ...short, 'secret', 'SECRET', 'Secret', 'token', 'TOKEN', 'Token', 'credential', 'CREDENTIAL', 'Credential', ...keyed.flatMap((word) => [`${word}_key`, `${word}Key`, `${word}key`, `${word}-key`, `${word.toUpperCase()}_KEY`, `${word.charAt(0).toUpperCase()}${word.slice(1)}Key`, `${word.charAt(0).toUpperCase()}${word.slice(1)}-Key`, `${word.toUpperCase()}KEY`])].filter((word, i, all) => all.indexOf(word) === i);

/** Quoted in one of three ways, or bare up to where a value ends. */
export const VALUE = '\\\\?(?:"(?<double>[^"\\\\\\r\\n]{4,400})\\\\?"|\'(?<single>[^\'\\\\\\r\\n]{4,400})\'|`(?<tick>[^`\\\\\\r\\n]{4,400})`|(?<query>(?<=[?&][\\w.-]{0,60}=)[^\\s"\'`&#<>,;\\\\]{6,300})|(?<plain>[^\\s"\'`,;<\\\\]{4,400})(?=[\\s"\'`,;<\\\\]|$))';

const CODE = /\.(?:[cm]?[jt]sx?|vue|svelte|py|pyi|go|java|kts?|scala|rb|php|cs|fs|vb|cc?|cpp|cxx|hh?|hpp|mm?|swift|rs|dart|lua|pl|pm|r|exs?|erl|clj[cs]?|hs|groovy|gradle|tf|hcl|tfvars|bicep|jsonnet|libsonnet|proto|graphql|sol|ipynb|d\.ts)$/i;
/** What tools write: digests and names by the thousand, and no hand assigns in them. */
const WRITTEN_BY_TOOLS = /(?:^|\/)(?:package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lock|deno\.lock|Cargo\.lock|composer\.lock|poetry\.lock|uv\.lock|pdm\.lock|Pipfile\.lock|Gemfile\.lock|go\.sum|packages\.lock\.json|pubspec\.lock|mix\.lock|gradle\.lockfile|Podfile\.lock|Package\.resolved|flake\.lock|\.terraform\.lock\.hcl|.*\.min\.(?:m?js|css)|.*\.(?:map|svg|css|lock|sum))$/i;

/** Names that end like a secret's, of things that are none. */
const OTHER = /(?:next|page|paging|pagination|continuation|continue|sync|idempotency|request|cancel(?:lation)?|resume|cursor|scroll|csrf|xsrf|verification|antiforgery|design|public|bos|eos|pad|unk|cls|sep|mask|special|stop|start|begin|end|lexer|last|first|current|prev(?:ious)?|syntax|max|(?<!ad)min|num|total|prompt|completion|input|output|cached|count|per|comment|keyword|site|color|theme|string|number|operator|punctuation)[_-]?tokens?$|(?:by|com|encom|sur|tres|under|over|multi|single|first|second|low|high|band|render|shader|pre|post|test)[_-]?pass$|public|publishable|pass(?:through|ive|enger)/i;

export const isWrittenByTools = (path: string): boolean => WRITTEN_BY_TOOLS.test(path);

/** Whether what stands under such a name is a secret rather than a word, a name, a digest or a pointer. */
export function isTold(value: string, match: RegExpExecArray, path: string): boolean {
  if (isWrittenByTools(path)) return false;
  const { name = '', plain, query } = match.groups ?? {};
  // `arn:aws:secretsmanager:…:secret:name`: a part of an ARN is no assignment.
  if (/\barn:[\w:-]{0,200}$/.test(match.input.slice(Math.max(0, match.index - 220), match.index))) return false;
  if (OTHER.test(name) || (plain !== undefined && !isBareValue(plain, match, path))) return false;
  if (plain === undefined && query === undefined && isCode(value)) return false;
  return isSecretUnder(name, value);
}

/** Pieces of a program that stand in quotes themselves: of a template, a pattern, a selector, an address without a password. */
const isCode = (value: string): boolean => /^[\s:;,.=+(){}[\]<>|&?!#-]|\s$|^\^|\\[dwsb]|\$\{|=>|\(\)|<\/?\w|\{\d?\}|%[sdv]\b/.test(value) && !/^[#!+=?&.-][\w!@#$%^&*+=?.-]{7,}$/.test(value);

/** In programs a bare word is a name; in what configures them it is a value. */
function isBareValue(value: string, { input, index }: RegExpExecArray, path: string): boolean {
  if (/[({[]$|^[)\]}=]|::|->|\(\)|^\w+\[|^\w+\(|^[\w.]+\(.*\)$|^\*|\]$/.test(value)) return false;
  const line = input.slice(input.lastIndexOf('\n', index) + 1, index);
  const inText = ['"', "'", '`'].some((quote) => line.split(quote).length % 2 === 0);
  const inComment = /(?:^|\s)(?:\/\/|#|\*|--|;|<!--|rem )\s*\S*/i.test(line);
  // A script for a shell may stand in any program.
  if (CODE.test(path) && !inText && !inComment && !/^\s*export\s+$/.test(line)) return false;
  // A member of an object, or a word of several: code that stands in prose.
  return !/^[a-z_$][\w$]*(?:\.[a-z_$][\w$]*)+$/i.test(value) && !/[(){}[\]|]/.test(inComment || inText ? value : '');
}

export function isSecretUnder(name: string, value: string): boolean {
  if (isPlaceholder(value) || wordsOfName(name, value)) return false;
  if (/pass|pwd/i.test(name)) return value.length >= 5 && (looksChosen(value) || looksRandom(value));
  if (value.length < 8 || /\s/.test(value)) return false;
  if (isUuid(value)) return /api_?-?key|client_?-?secret|auth_?-?key|auth_?-?token|access_?-?token|secret_?-?key|api_?-?token/i.test(name) || /^(?!client|request|idempotency)[a-z]{3,}[a-z_]*_(?:token|secret)$/i.test(name);
  if (isDigest(value)) return true;
  if (/^[A-Za-z][\w-]*(?:[./:][A-Za-z_][\w-]*)+$/.test(value) || /^[\d.,:]+$/.test(value)) return false;
  return looksRandom(value) || (/secret|credential/i.test(name) && /\d/.test(value) && looksChosen(value) && !/^[a-z]+(?:[-_/.][a-z]+)*[-_/.]?\d{0,2}$/i.test(value));
}

/** `apiKey: "api_key_2"`: the value says the name once more. */
function wordsOfName(name: string, value: string): boolean {
  const plain = (text: string): string => text.toLowerCase().replace(/[^a-z]/g, '');
  const [a, b] = [plain(name), plain(value)];
  return b.length > 3 && (a === b || (a.endsWith(b) && !/\d/.test(value)));
}
