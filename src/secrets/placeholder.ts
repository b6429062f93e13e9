/** Telling a secret from what only stands in its place. */

/** Words by which whoever wrote a text says that this is no secret. */
const SAYS_SO = /example|placeholder|change[-_ ]?(?:me|this|it)|replace[-_ ]?(?:me|with|this)|your[-_ ]|\byour|dummy|fixme|redacted|insert[-_ ]|not[-_ ]?a?[-_ ]?(?:real|secret)|sample|todo|fill[-_ ]?(?:me|in)|goes[-_ ]?here|[-_ ](?:here|ici|aqu[ií]|hier|qui|tutaj|burada|h[äa]r)$|^(?:see|ask|in|from|stored|kept|look|get|lives?|comes?)[-_ ](?:in[-_ ]|at[-_ ]|from[-_ ]|up[-_ ])?(?:the[-_ ]|your[-_ ]|an?[-_ ])?\d?[a-z]+(?:[-_ ]\d?[a-z]+){0,5}$|put[-_ ]|x{4}|\*{3}|•{2}|\.{3}|…|fake|mock|lorem|foo[-_]?bar|sanitized|sensitive|masked|hidden|removed|omitted|secret-value|at[-_ ]least[-_ ]|change[-_ ]in[-_ ]|[-_ ](?:characters|chars|bytes)\b|[-_ ]encoded[-_ ]|mot[-_ ]de[-_ ]passe|wachtwoord|kennwort|contrase[nñ]a|^<.*>$/i;
/** What says where the value is, or how it is computed. */
const POINTS = /^(?:.*\{\w:\d{1,3}\}.*|[A-Z]\w+::\w+::.*|\$\{.*|\$__\w+\{.*|\$\(.*|\$[A-Za-z_][A-Za-z0-9_]*(?:$|[/:@.-].*)|\$env:.*|\$\$.*|\{\{.*|.*\{\{.*\}\}.*|.*\$\{[^}]*\}.*|.*\$\([^)]*\).*|<%.*|%[\w.-]+%|%\([\w.-]+\)[sd]?|%[A-Za-z_.]+|#\{.*|@@.*@@|__.*__|\[.*\]|\{[\w.-]*\}|!(?:vault|Ref|Sub|GetAtt|ImportValue|FindInMap|Join|Select|Base64|reference|env\w*|secret\w*|include\w*|lookup)\b.*|!\w+\s.*|process\.env.*|os\.(?:environ|getenv).*|env[.(:].*|ENV\[.*|System\.getenv.*|getenv\(.*|[A-Za-z_][\w.]*\([\w\s,.]{0,40}\)|k8s:.*|var\..*|local\..*|data\..*|module\..*|each\..*|aws_.*|arn:.*|https?:.*|file:.*|s3:.*|gs:.*|(?:ref\+|op:|vault:|secret:|secrets?:\/|sm:|ssm:|awssm:|aws-sm:|gcp:|azkv:|akv:|bao:|keyring:|keychain:|env:|doppler:|sops:).*|projects\/.*|@Microsoft\.KeyVault.*|\/(?:run|etc|var|opt|home|usr|mnt|secrets?|tmp|root|app|aws|prod|dev|stag\w*)\/.*|[./~][\w./-]*\.(?:pem|key|txt|json|ya?ml|crt|env)|[A-Za-z]:\\.*|secretKeyRef.*|valueFrom.*|\(.*|.*\(\)?$|&.*;|&(?:#\w{2,6}|quot|apos|lt|gt|amp)(?:;.*)?|\|[-+]?|>[-+]?|[a-z_]+(?::[\w.,/-]+)?(?:\|[a-z_]+(?::[\w.,/-]+)?)+)$/;
/** What was encrypted or digested before it was written. */
const ENCRYPTED = /^(?:ENC\[.*|ENC\(.*|encrypted:.*|\{(?:bcrypt|scrypt|argon2|pbkdf2|sha\d{1,3})\}.*|\{cipher\}.*|\{[A-Z0-9-]{3,10}\}.*|AQICA.*|AQECA.*|Ag[A-D][A-Za-z0-9+/]{150,}={0,2}|vault:v\d+:.*|gAAAAA.*|U2FsdGVkX1.*|\$ANSIBLE_VAULT.*|\$(?:2[abxy]|1|5|6|y|7|argon2id?|apr1|scrypt|pbkdf2\S*)\$.*|pbkdf2[_:].*|sha(?:1|256|384|512)[-:$].*|md5[0-9a-f]{32}|md5:.*|bcrypt.*|#jbcrypt:.*|\{[A-Za-z0-9+/]{20,400}={0,2}\}|SCRAM-SHA-.*|\*[0-9A-F]{40}|-----BEGIN PGP MESSAGE.*|age1[0-9a-z]{50,}|ssh-(?:rsa|ed25519|dss).*|ecdsa-sha2.*|CfDJ8.*|AAAAB3NzaC1.*|MII[BCD][A-Za-z0-9+/]{60,}.*)$/;
const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
const HASH = /^(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{56}|[0-9a-f]{64}|[0-9a-f]{96}|[0-9a-f]{128})$/i;

/** Names, kinds and words of programs that stand where a secret could; alone or joined they are none. */
const PLAIN = new Set(
  'a an the my our this that is are no not none null nil undefined true false yes on off of for to in and or with from by as it self me user users username name names login log id ids db database data root admin administrator guest test tests testing tester default prod production dev development staging stage local localhost server client host app application service svc api web http https auth oauth oidc oauth2 sso jwt basic bearer digest token tokens access refresh session csrf xsrf cookie header headers query param params body form field fields input value values val key keys secret secrets password passwords passwd pwd pass passphrase credential credentials creds private public shared master account accounts string str text number int integer boolean bool object array list map any type types required optional enabled disabled enable disable enter your confirm current new old reset forgot forgotten show hide change update create delete remove set get find validate invalid valid verify verification check must should please repeat retype again hash hashed encrypted plain plaintext path file files url uri env environment variable var config configuration settings option options manager store vault aws azure gcp google github gitlab slack mysql postgres postgresql redis mongo mongodb kafka rabbitmq kubernetes k8s docker terraform ansible helm example some super very strong weak mock dummy fake demo sample temp tmp internal external here there generated generate random code grant expired missing empty wrong bad ok error message label title description policy rule rules reference ref arn version generator provider factory handler helper builder reader writer parser context request response connection pool strategy mode scheme format schema model entity identifier bot webhook signing signature issuer audience scope scopes role roles'.split(' '),
);

/** The words that a name is made of. */
const wordsOf = (value: string): readonly string[] => value.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2').toLowerCase().split(/[^\p{L}\d]+/u).filter((word) => word !== '');

export const isPlaceholder = (value: string): boolean => SAYS_SO.test(value) || isElsewhere(value) || new Set(value).size <= 3 || isSequence(value) || wordsOf(value).every((word) => PLAIN.has(word)) || isKnownWord(value);

/** The word itself, in letters and figures that everybody puts for others (`P@ssw0rd`, `s3cr3t`) or with figures behind it that count (`testing123`). Both together were chosen to log in with. */
const isKnownWord = (value: string): boolean => {
  const low = value.toLowerCase().replace(/[!.]{1,2}$/, '');
  return WORD_ITSELF.test(low.replace(/1(?:2(?:3(?:4(?:5(?:6(?:7(?:89?)?)?)?)?)?)?)?$/, '')) || WORD_ITSELF.test(low.replace(/[@4]/g, 'a').replace(/0/g, 'o').replace(/3/g, 'e').replace(/[$5]/g, 's'));
};
const WORD_ITSELF = /^(?:my|the|your|super|top|test)?[-_ ]?(?:password|passwd|passw|pass|secret|token|testing|test|changeme)[-_ ]?(?:word|key)?$/;

/** What stands for a secret in a manifest whose values are in base64. */
export function isPlaceholderInBase64(value: string): boolean {
  if (!/^[A-Za-z0-9+/]{4,400}={0,2}$/.test(value) || value.length % 4 !== 0) return false;
  const text = Buffer.from(value, 'base64').toString('latin1').trim();
  return /^[\x20-\x7e]{3,}$/.test(text) && isPlaceholder(text);
}

/** A pointer to a secret, or one that cannot be read. */
export const isElsewhere = (value: string): boolean => POINTS.test(value) || ENCRYPTED.test(value);

export const isDigest = (value: string): boolean => HASH.test(value);
export const isUuid = (value: string): boolean => UUID.test(value);

/** As is written in documentation by hand, in place of a key that tells its kind by its own shape. */
export const isDummy = (value: string): boolean => /example|placeholder|redacted|dummy|x{5}|your[-_]|replace[-_]?me|change[-_]?(?:me|in[-_])|insert[-_]|\*{3}|\.{3}|deadbeef|foobar/i.test(value) || /(.)\1{6}/.test(value) || /0123456789|123456789[0a]|abcdefghi|ABCDEFGHI|9876543210|qwertyuiop/.test(value) || new Set(value).size < 6;

/** Values that documentation and emulators publish: they open nothing of anybody's. By how they begin. */
const PUBLISHED = ['Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq', 'C2y6yDjf5/R+ob0N8A7Cgv30VRDJIWEHLM+4QDU5DE2nQ9nDuVTqobD4b8mGGyPMbIZnqyMsEcaGQy67XIw/Jw', 'd-FL95Q19q7MQmFpd7hHD0Ty', 'QWxhZGRpbjpvcGVuIHNlc2FtZQ', 'QWxhZGRpbjpPcGVuU2VzYW1l', 'je7MtGbClwBF/2Zp9Utk/h3yCo8nvb', '2YotnFZFEjr1zCsicMWpAA', 'tGzv3JOkF0XG5Qx2TlKWIA', 'czZCaGRSa3F0Mzpn', 'mF_9.B5f-4.1JqM', 'ad180jjd733klru7', '0685bd9184jfhq22', '9djdj82h48djs9d2', 'kkk9d7dh3k39sjv7', 'dpf43f3p2l4k3l03', 'kd94hf93k423k', 'pfkkdhi9sl3r4s00', 'nnch734d00sl2jdk', 'hh5s93j4hdidpola', 'YWxhZGRpbjpvcGVu'];
export const isPublished = (value: string): boolean => PUBLISHED.some((start) => value.startsWith(start));

function isSequence(value: string): boolean {
  const low = value.toLowerCase();
  if ('0123456789abcdefghijklmnopqrstuvwxyz0123456789'.includes(low) || 'abcdefghijklmnopqrstuvwxyz0123456789+/'.includes(low)) return true;
  if (/^(.{1,8})\1+.{0,4}$/.test(value) || /^abc[d-z]{0,8}1?23?\d{0,8}$/.test(low)) return true;
  // Vectors of tests count up in bytes.
  return /^AAECAwQF|^(?:00)?0?1?0102030405060708|00010203040506|^(?:0123456789abcdef){2}|deadbeef|cafebabe/i.test(value);
}

/** Small and capital letters and figures together: no word, digest or UUID has all three. */
export const mixed = (value: string): boolean => /[a-z]/.test(value) && /[A-Z]/.test(value) && /\d/.test(value);

/** Bits of information a character, by how often each stands in the text. */
export function entropyOf(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}

/** Whether it is made of words, with signs or capitals between them and few figures after: a name, a path, a host, a version. */
export function isName(value: string): boolean {
  // Nobody joins words so.
  if (/\w[\^!~]\w/.test(value) && /\d/.test(value)) return false;
  // `harbor-lumen-317-xHLm`: words, a number and a rest that is no word were drawn.
  if (value.length >= 16 && /[-_.]\d{2,5}(?:[-_.]|$)/.test(value) && value.split(/[-_.]/).some((piece) => /^(?=\w*[a-z])\w{0,3}[A-Z]\w{0,3}$/.test(piece) && piece.length <= 5 && !/^[A-Z][a-z]+\d?$/.test(piece))) return false;
  const pieces = value.replace(/([a-z])([A-Z])/g, '$1 $2').split(/[^\p{L}\d]+/u).filter((piece) => piece !== '');
  const words = pieces.filter((piece) => /^(?:\p{L}+\d{0,2}|(?:sha|hmac|rsa|aes|es|hs|rs|ps|md|crc|ec)\d{1,4}|v?\d{1,4})$/iu.test(piece));
  if (words.length < pieces.length) return false;
  const letters = pieces.join('').length / Math.max(1, pieces.length);
  return letters >= 3 && (pieces.some((piece) => /[aeiouy]/i.test(piece)) || pieces.length === 1);
}

/** Whether nobody would name anything so: kinds of characters mixed, and little of it repeats. Words and paths have one kind. */
export function looksRandom(value: string): boolean {
  if (/[^\x21-\x7e]/.test(value) || /^[\d.:_-]+$/.test(value) || isName(value)) return false;
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9]/].filter((kind) => kind.test(value)).length;
  return kinds >= 3 ? entropyOf(value) >= 2.8 : value.length >= 16 && kinds === 2 && entropyOf(value) >= 3;
}

/** Small and capital letters with no words between the capitals: what nobody would write by hand. */
function isJumbled(value: string): boolean {
  if (!/^[A-Za-z]{8,}$/.test(value) || !/[a-z]/.test(value) || !/[A-Z]/.test(value)) return false;
  const words = value.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/([A-Z])([A-Z][a-z])/g, '$1 $2').split(' ');
  return value.length / words.length < 3.4 || words.filter((word) => word.length > 3).some((word) => /[^aeiouyAEIOUY]{5}/.test(word)) || (words.length >= 3 && words.some((word) => word.length > 2 && !/[aeiouy]/i.test(word)));
}

/** Whether somebody may have chosen it to log in with: letters with figures or signs, or more than one would name. */
export function looksChosen(value: string): boolean {
  if (/[^\x20-\x7e]/.test(value) || /\s/.test(value) || /^[\d.:/_-]+$/.test(value)) return false;
  const letters = /[A-Za-z]/.test(value);
  if (/^[A-Za-z][\w-]*(?:\.[A-Za-z_][\w-]*)+$/.test(value) || /^[\w.-]+\/[\w./-]+$/.test(value)) return false;
  if (letters && /\d/.test(value)) return !/^(?:v\d+(?:\.\d+)*|[a-z]+-\d|sha\d+|md5|base64|utf-?\d+|ipv\d|oauth\d|s3|ec2|x\d+|int\d+|uint\d+|rs256|hs256|es256|\w+v\d)$/i.test(value);
  if (letters && (/[^\w./:-]/.test(value) || isJumbled(value))) return true;
  // A phrase of words that are none of a program's.
  return /^[a-z]+(?:[-_.][a-z]+){3,}$/i.test(value) && !wordsOf(value).some((word) => PLAIN.has(word) && word.length > 3);
}
