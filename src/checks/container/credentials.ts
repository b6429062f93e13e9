/** Credentials in builds: by the names that they stand under, by their own shape, and by the files that hold them. */
import { looksSecret } from '../aws/secrets.js';

/** Names that hold a credential, beside those that end like one. Names that point to one (file, path, id, url) do not. */
const TELLING = /(?:^|[_-])(?:pass(?:word|wd|phrase)?|pwd|secret(?:s|[_-]?(?:access[_-]?)?key)?|token|api[_-]?key|private[_-]?key|access[_-]?key|auth[_-]?key|encryption[_-]?key|credentials?|auth(?:orization)?)$|(?:password|passwd|secret|apikey|secretkey|privatekey|accesskey|authtoken|accesstoken)$/i;
const KNOWN = new Set(['AWS_ACCESS_KEY_ID', 'AWS_SESSION_TOKEN', 'GOOGLE_CREDENTIALS', 'AZURE_CLIENT_SECRET', 'GITHUB_PAT', 'NPM_CONFIG__AUTH', 'SSH_PRIVATE_KEY', 'SSH_KEY', 'ID_RSA', 'MYSQL_PWD', 'PGPASSWORD']);
const HARMLESS = /^(?:|true|false|yes|no|on|off|null|none|\d{1,3}|[/.~][\w./-]*|arn:.*)$/i;

export const tellingName = (name: string): boolean => KNOWN.has(name.toUpperCase()) || TELLING.test(name.replace(/([a-z0-9])([A-Z])/g, '$1_$2'));

/** Variables whose value is the path of a file of credentials. */
export const pointsToCredentials = (name: string): boolean => /^(GOOGLE_APPLICATION_CREDENTIALS|AWS_SHARED_CREDENTIALS_FILE|KUBECONFIG|NETRC|NPM_CONFIG_USERCONFIG|BOTO_CONFIG|PGPASSFILE|CLOUDSDK_AUTH_CREDENTIAL_FILE_OVERRIDE)$|(PASSWORD|PASSWD|TOKEN|SECRET|CREDENTIALS?|PRIVATE_?KEY|API_?KEY)_(FILE|PATH)$/i.test(name);

/** Whether a literal under a name is a credential; one that is the same for everybody (`postgres`) is still one. */
export const credential = (text: string, name: string): boolean => looksSecret(text, pointsToCredentials(name) && /^[/.~]/.test(text) ? '' : name) || (tellingName(name) && !HARMLESS.test(text) && !/^\$|^<.*>$|^\{\{.*\}\}$/.test(text));

/** Files that hold credentials by their nature: https://docs.docker.com/build/building/secrets/. */
const FILES: readonly RegExp[] = [
  /^\.env(\.(?!example$|sample$|template$|dist$|defaults?$)[\w-]+)?$/i,
  /^\.(npmrc|yarnrc|pypirc|netrc|dockercfg|git-credentials|pgpass|my\.cnf|htpasswd|vault-token|terraformrc|boto|s3cfg)$/i,
  /^_netrc$/i,
  /^id_(rsa|dsa|ecdsa|ed25519)$/i,
  /\.(key|ppk|p12|pfx|jks|keystore|kdbx)$/i,
  /(^|[-_.])(private|privkey|secret|server|client|tls)[\w-]*\.pem$/i,
  /^(credentials|application_default_credentials|service[-_]?account([-_]?key)?|gcp[-_]?key|client[-_]?secrets?|secrets?)(\.(json|ya?ml|toml|txt|env|xml|properties))?$/i,
];

/** What stands in a folder of credentials and is none. */
const PUBLIC = /(^|\/)\.ssh\/(known_hosts|authorized_keys|config|[^/]+\.pub)$/;

/** Whether a path names a file of credentials, or a folder of them. */
export function credentialFile(path: string): boolean {
  const plain = path.replace(/\\/g, '/').replace(/\/+$/, '');
  if (PUBLIC.test(plain)) return false;
  const name = plain.slice(plain.lastIndexOf('/') + 1);
  return FILES.some((pattern) => pattern.test(name)) || /(^|\/)\.(ssh|aws|azure|gnupg|kube)(\/|$)|(^|\/)\.docker\/config\.json$|(^|\/)\.config\/gcloud(\/|$)/.test(plain);
}
