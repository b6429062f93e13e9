/** Credentials of clouds and hosts: whoever holds them runs machines and reads data. */
import type { SecretRule } from '../rule.js';
import { isDummy, mixed } from '../placeholder.js';
import { named, shaped } from './shapes.js';

const AWS = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html';
const all = 'do whatever the policies of its user allow, from anywhere';

/** Forty characters of base64 with small and capital letters and figures: what a digest in hexadecimal never is. */
const isAwsSecret = (value: string): boolean => /[a-z]/.test(value) && /[A-Z]/.test(value) && /[\d+/]/.test(value) && !isDummy(value) && !/^[0-9a-f]{40}$/i.test(value);

const aws: readonly SecretRule[] = [
  {
    id: 'aws-secret-key',
    title: 'AWS secret access key',
    severity: 'critical',
    keywords: ['secret', 'SECRET', 'Secret', 'aws_sec', 'AWS_SEC'],
    follows: /[\w.-]{0,20}key/iy,
    pattern: /(?:aws[\w.-]{0,20})?secret[\w.-]{0,20}key[\w.-]{0,10}\\?["'\s\]]{0,4}(?:=>?|:=?|,|>|\s)\s{0,4}(?:["']?value["']?\s{0,4}[:=]\s{0,4})?\\?["'`]?(?<value>[A-Za-z0-9/+]{40})(?![A-Za-z0-9/+=])/gi,
    valid: isAwsSecret,
    examples: { bad: ['AWS_SECRET_ACCESS_KEY={b:40}', '"SecretAccessKey": "{b:40}"', 'secret_key = "{b:40}"'], good: ['aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'] },
    can: 'with its key id do whatever the policies of its user allow',
    revoke: 'deactivate the access key in IAM, look for its use in CloudTrail, then delete it',
    reference: AWS,
  },
  {
    // As the console writes both into a file, or a call takes both.
    id: 'aws-secret-key-beside',
    title: 'AWS secret access key beside its key id',
    severity: 'critical',
    keywords: ['AKIA', 'ASIA'],
    follows: /[A-Z2-7]{16}(?![A-Za-z0-9])/y,
    pattern: /(?<![A-Za-z0-9])A[KS]IA[A-Z2-7]{16}["']?[\s,:;|/]{1,6}["']?(?<value>[A-Za-z0-9/+]{40})(?![A-Za-z0-9/+=])/g,
    lines: true,
    reach: 100,
    valid: isAwsSecret,
    examples: { bad: ['AKIA{t:16},{x:20}/{x:19}', '("AKIA{t:16}", "{x:40}")'], good: ['AKIAIOSFODNN7EXAMPLE,{h:40}'] },
    can: 'do whatever the policies of its user allow',
    revoke: 'deactivate the access key in IAM, look for its use in CloudTrail, then delete it',
    reference: AWS,
  },
];

export const cloudRules: readonly SecretRule[] = [
  // Base 32 without 0, 1, 8 and 9: the account number is packed into it. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
  ...shaped([
    ['aws-access-key', 'AWS access key', 'critical', ['AKIA'], 'AKIA[A-Z2-7]{16}', all, AWS, 'AKIA{t:16}'],
    ['aws-temporary-key', 'AWS temporary access key', 'high', ['ASIA'], 'ASIA[A-Z2-7]{16}', 'do whatever its role allows until the session ends', 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_revoke-sessions.html', 'ASIA{t:16}'],
    ['aws-bedrock-key', 'Amazon Bedrock API key', 'high', ['ABSK'], 'ABSK[A-Za-z0-9+/]{109,269}={0,2}', 'call models at the cost of the account', 'https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys-revoke.html', 'ABSK{b:109}'],
    ['aws-bedrock-key-named', 'Amazon Bedrock API key', 'high', ['ABSKQmVkcm9ja0FQSUtleS'], 'ABSKQmVkcm9ja0FQSUtleS[A-Za-z0-9+/]{40,269}={0,2}', 'call models at the cost of the account', 'https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys-revoke.html', 'ABSKQmVkcm9ja0FQSUtleS{b:90}'],
    ['aws-bedrock-short-key', 'Amazon Bedrock short-term API key', 'medium', ['bedrock-api-key-'], 'bedrock-api-key-YmVkcm9jay5hbWF6b25hd3MuY29t[A-Za-z0-9+/_-]{100,6000}={0,2}', 'call models until it expires', 'https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys.html', 'bedrock-api-key-YmVkcm9jay5hbWF6b25hd3MuY29t{u:100}'],
    ['aws-session-token', 'AWS session token', 'medium', ['IQoJb3JpZ2luX2Vj', 'FwoGZXIvYXdzE', 'FQoGZXIvYXdzE'], '(?:IQoJb3JpZ2luX2Vj|F[wQ]oGZXIvYXdzE)[A-Za-z0-9+/%]{100,1900}={0,2}', 'with its key do whatever its role allows until the session ends', 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_revoke-sessions.html', 'IQoJb3JpZ2luX2Vj{b:100}'],
    ['aws-appsync-key', 'AWS AppSync API key', 'medium', ['da2-'], 'da2-[a-z0-9]{26}', 'query the API', 'https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html', 'da2-{n:26}', (value) => /\d/.test(value.slice(4))],
    ['amazon-oauth-secret', 'Login with Amazon client secret', 'high', ['amzn1.oa2-cs.v1.'], 'amzn1\\.oa2-cs\\.v1\\.[a-f0-9]{64}', 'pose as the application', 'https://developer.amazon.com/docs/login-with-amazon/register-web.html', 'amzn1.oa2-cs.v1.{h:64}'],
    ['aws-mws-token', 'Amazon MWS token', 'high', ['amzn.mws.'], 'amzn\\.mws\\.[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}', 'act for the seller', 'https://developer-docs.amazon.com/sp-api/docs/authorizing-selling-partner-api-applications', 'amzn.mws.{uuid}'],
    ['google-api-key', 'Google API key', 'medium', ['AIza'], 'AIza[A-Za-z0-9_-]{35}', 'call the APIs that it is not restricted from, at the project’s cost', 'https://cloud.google.com/docs/authentication/api-keys', 'AIza{u:35}', (value) => mixed(value.slice(4))],
    ['google-oauth-secret', 'Google OAuth client secret', 'high', ['GOCSPX-'], 'GOCSPX-[A-Za-z0-9_-]{28}', 'pose as the application towards its users', 'https://support.google.com/cloud/answer/15549257', 'GOCSPX-{u:28}'],
    ['google-hmac-key', 'Google Cloud Storage HMAC key', 'high', ['GOOG1E', 'GOOG1'], 'GOOG1[A-Z0-9]{19,56}', 'with its secret read and write buckets', 'https://cloud.google.com/storage/docs/authentication/hmackeys', 'GOOG1{N:38}', (value) => /\d/.test(value.slice(6))],
    ['google-push-key', 'Firebase Cloud Messaging server key', 'high', [':APA91b'], 'AAAA[A-Za-z0-9_-]{7}:APA91b[A-Za-z0-9_-]{100,160}', 'send messages to every device of the application', 'https://firebase.google.com/docs/cloud-messaging/auth-server', 'AAAA{u:7}:APA91b{u:100}'],
    ['google-oauth-token', 'Google OAuth access token', 'medium', ['ya29.'], 'ya29\\.[A-Za-z0-9_-]{30,250}', 'act as its user for an hour', 'https://developers.google.com/identity/protocols/oauth2', 'ya29.{u:30}'],
    ['google-refresh-token', 'Google OAuth refresh token', 'high', ['1//0'], '1//0[A-Za-z0-9_-]{40,120}', 'act as its user until it is revoked', 'https://developers.google.com/identity/protocols/oauth2', '1//0{u:40}'],
    ['azure-client-secret', 'Microsoft Entra client secret', 'critical', ['7Q~', '8Q~', '6Q~', '5Q~'].flatMap((word) => [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.~-'].map((next) => `${word}${next}`)), '[A-Za-z0-9_~.]{3}\\dQ~[A-Za-z0-9_~.-]{31,34}', 'act as the application', 'https://learn.microsoft.com/entra/identity-platform/how-to-add-credentials', '{x:3}8Q~{x:34}'],
    ['azure-storage-key', 'Azure storage account key', 'critical', ['AccountKey='], 'AccountKey=(?<value>[A-Za-z0-9+/]{86}==)', 'read and write everything in the storage account', 'https://learn.microsoft.com/azure/storage/common/storage-account-keys-manage', 'AccountKey={b:86}==', (value) => !value.startsWith('Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50u')],
    ['azure-shared-access-key', 'Azure shared access key', 'critical', ['SharedAccessKey='], 'SharedAccessKey=(?<value>[A-Za-z0-9+/]{43}=|[A-Za-z0-9+/]{86}==)', 'send, receive or manage what its policy allows', 'https://learn.microsoft.com/azure/service-bus-messaging/service-bus-sas', 'SharedAccessKey={b:43}='],
    ['azure-sas', 'Azure shared access signature', 'high', ['sig=', '%26sig%3D'], 'sig=(?<value>[A-Za-z0-9+/]{43}=|[A-Za-z0-9%]{43,63}(?:%3D|%3d)|[A-Za-z0-9_-]{43})', 'do what the address allows until it expires', 'https://learn.microsoft.com/azure/storage/common/storage-sas-overview', 'sig={b:43}=', (value) => mixed(value)],
    ['azure-devops-token', 'Azure DevOps token', 'critical', ['AZDO'], '[A-Za-z0-9]{76}AZDO[A-Za-z0-9]{4}', 'read and write what its scopes allow', 'https://learn.microsoft.com/azure/devops/organizations/accounts/use-personal-access-tokens-to-authenticate', '{x:76}AZDO{x:4}'],
    ['azure-function-key', 'Azure Functions key', 'high', ['AzFu'], '[A-Za-z0-9_-]{44}AzFu[A-Za-z0-9_+/-]{4,6}={0,2}', 'call the function', 'https://learn.microsoft.com/azure/azure-functions/function-keys-how-to', '{u:44}AzFu{u:4}'],
    // Keys that name their service: https://learn.microsoft.com/purview/sit-entity-definitions
    ['azure-registry-key', 'Azure Container Registry key', 'critical', ['+ACR'], '[A-Za-z0-9+/]{42}\\+ACR[A-D][A-Za-z0-9+/]{5}', 'push and pull images', 'https://learn.microsoft.com/azure/container-registry/container-registry-authentication', '{b:42}+ACRC{b:5}'],
    ['azure-search-key', 'Azure AI Search key', 'high', ['AzSe'], '[A-Za-z0-9+/]{42}AzSe[A-D][A-Za-z0-9+/]{5}', 'read and write indexes', 'https://learn.microsoft.com/azure/search/search-security-api-keys', '{b:42}AzSeC{b:5}'],
    ['azure-messaging-key', 'Azure messaging or cache key', 'critical', ['+AEh', '+ASb', '+ARm', 'AIoT', 'AZEG', 'AzCa'], '[A-Za-z0-9+/]{33}(?:\\+AEh|\\+ASb|\\+ARm|AIoT|AZEG|AzCa)[A-P][A-Za-z0-9+/]{5}=', 'send and receive what passes through it', 'https://learn.microsoft.com/azure/event-hubs/authorize-access-shared-access-signature', '{b:33}+AEh{A:1}{b:5}='],
    ['azure-account-key', 'Azure account key', 'critical', ['+ASt', '+ABa', '+AMC', 'APIM'], '[A-Za-z0-9+/]{76}(?:\\+ASt|\\+ABa|\\+AMC|APIM)[A-Za-z0-9+/]{5}[AQgw]==', 'read and write everything in the account', 'https://learn.microsoft.com/azure/storage/common/storage-account-keys-manage', '{b:76}+ASt{b:5}A=='],
    ['azure-cosmos-key', 'Azure Cosmos DB key', 'critical', ['ACDb'], '[A-Za-z0-9+/]{76}ACDb[A-Za-z0-9+/]{5}=?=', 'read and write the databases', 'https://learn.microsoft.com/azure/cosmos-db/how-to-rotate-keys', '{b:76}ACDb{b:5}='],
    ['azure-openai-key', 'Azure AI services key', 'high', ['JQQJ99'], '[A-Za-z0-9]{40,60}JQQJ99[A-Za-z0-9]{10,30}', 'call models at the cost of the account', 'https://learn.microsoft.com/azure/ai-services/rotate-keys', '{x:40}JQQJ99{x:20}'],
    ['alibaba-access-key', 'Alibaba Cloud access key', 'critical', ['LTAI'], 'LTAI[A-Za-z0-9]{12,20}', all, 'https://www.alibabacloud.com/help/en/ram/user-guide/create-an-accesskey-pair', 'LTAI{x:16}', (value) => mixed(value)],
    ['tencent-secret-id', 'Tencent Cloud key', 'critical', ['AKID'], 'AKID[A-Za-z0-9]{32}', all, 'https://www.tencentcloud.com/document/product/598/34228', 'AKID{x:32}'],
    ['digitalocean-token', 'DigitalOcean token', 'critical', ['dop_v1_', 'doo_v1_', 'dor_v1_'], 'do[opr]_v1_[a-f0-9]{64}', 'manage the account’s machines and data', 'https://docs.digitalocean.com/reference/api/create-personal-access-token/', 'doo_v1_{h:64}'],
    ['heroku-token', 'Heroku token', 'critical', ['HRKU-'], 'HRKU-[A-Za-z0-9_-]{36,60}', 'manage the applications of its owner', 'https://devcenter.heroku.com/articles/authentication', 'HRKU-{u:36}'],
    ['fly-token', 'Fly.io token', 'critical', ['FlyV1 ', 'fo1_'], 'fo1_[A-Za-z0-9_-]{43}|FlyV1 fm\\d[a-z]?_[A-Za-z0-9+/=,_-]{80,700}', 'deploy and manage what it is for', 'https://fly.io/docs/security/tokens/', 'fo1_{u:43}'],
    ['vercel-token', 'Vercel token', 'critical', ['vcp_', 'vci_', 'vca_', 'vcr_', 'vck_'], 'vc[piark]_[A-Za-z0-9]{24,80}', 'deploy and manage projects', 'https://vercel.com/docs/rest-api', 'vcp_{x:24}'],
    ['netlify-token', 'Netlify token', 'high', ['nfp_', 'nfc_', 'nfo_', 'nfu_'], 'nf[pcou]_[A-Za-z0-9_-]{36}', 'deploy and manage sites', 'https://docs.netlify.com/api/get-started/', 'nfp_{u:36}'],
    ['cloudflare-origin-key', 'Cloudflare origin CA key', 'high', ['v1.0-'], 'v1\\.0-[a-f0-9]{24}-[a-f0-9]{146}', 'issue certificates of the zones', 'https://developers.cloudflare.com/fundamentals/api/get-started/ca-keys/', 'v1.0-{h:24}-{h:146}'],
    ['scaleway-key', 'Scaleway access key', 'high', ['SCW'].flatMap((word) => [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'].map((next) => `${word}${next}`)), 'SCW[A-Z0-9]{17}', all, 'https://www.scaleway.com/en/docs/iam/how-to/create-api-keys/', 'SCW{N:17}'],
    ['render-key', 'Render API key', 'high', ['rnd_'], 'rnd_[A-Za-z0-9]{28,40}', 'manage its services', 'https://render.com/docs/api', 'rnd_{x:28}'],
    ['yandex-api-key', 'Yandex Cloud API key', 'high', ['AQVN'], 'AQVN[A-Za-z0-9_-]{35,38}', all, 'https://yandex.cloud/docs/iam/concepts/authorization/api-key', 'AQVN{u:35}'],
    ['yandex-oauth-token', 'Yandex OAuth token', 'high', ['y0_A'], 'y0_[A-Za-z0-9_-]{50,64}', 'act as its user', 'https://yandex.cloud/docs/iam/concepts/authorization/oauth-token', 'y0_A{u:50}', (value) => mixed(value)],
    ['yandex-iam-token', 'Yandex Cloud IAM token', 'medium', ['t1.9'], 't1\\.9[A-Za-z0-9_-]{60,300}\\.[A-Za-z0-9_-]{86}', 'act as its account for hours', 'https://yandex.cloud/docs/iam/concepts/authorization/iam-token', 't1.9{u:60}.{u:86}'],
    ['cloudflare-scannable-token', 'Cloudflare token', 'critical', ['cfut_', 'cfat_', 'cfk_'], 'cf(?:ut|at|k)_[A-Za-z0-9_-]{40,60}', 'change names, rules and certificates of the zones', 'https://developers.cloudflare.com/fundamentals/api/get-started/token-formats/', 'cfut_{u:40}', (value) => mixed(value)],
    ['yandex-access-key', 'Yandex Cloud access key', 'high', ['YCAJ', 'YCNJ', 'YCMJ'], 'YC[ANM]J[A-Za-z0-9_-]{21}|YC[ANM][A-Za-z0-9_-]{38}', all, 'https://yandex.cloud/docs/iam/concepts/authorization/access-key', 'YCAJ{u:21}'],
  ]),
  ...aws,
  ...named([
    ['alibaba-secret-key', 'Alibaba Cloud secret key', 'critical', ['alibaba', 'alicloud', 'aliyun'], '[A-Za-z0-9]{30}', all, 'https://www.alibabacloud.com/help/en/ram/user-guide/create-an-accesskey-pair', 'ALIBABA_TOKEN={x:30}', (value) => mixed(value)],
    ['tencent-secret-key', 'Tencent Cloud secret key', 'critical', ['tencent', 'qcloud'], '[A-Za-z0-9]{32}', all, 'https://www.tencentcloud.com/document/product/598/34228', 'TENCENT_TOKEN={x:32}', (value) => mixed(value)],
    ['cloudflare-token', 'Cloudflare API token', 'critical', ['cloudflare', 'cf_api'], '[A-Za-z0-9_-]{40}|[a-f0-9]{37}', 'change names, rules and certificates of the zones', 'https://developers.cloudflare.com/fundamentals/api/how-to/roll-token/', 'CLOUDFLARE_TOKEN={u:40}'],
    ['heroku-key', 'Heroku API key', 'critical', ['heroku'], '[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}', 'manage the applications of its owner', 'https://devcenter.heroku.com/articles/authentication', 'HEROKU_TOKEN={uuid}'],
    ['scaleway-secret', 'Scaleway secret key', 'critical', ['scaleway', 'scw_'], '[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}', all, 'https://www.scaleway.com/en/docs/iam/how-to/create-api-keys/', 'SCALEWAY_TOKEN={uuid}'],
    ['fastly-token', 'Fastly token', 'high', ['fastly'], '[A-Za-z0-9_-]{32}', 'change and purge the services', 'https://docs.fastly.com/en/guides/using-api-tokens', 'FASTLY_TOKEN={u:32}'],
    ['linode-token', 'Linode token', 'critical', ['linode'], '[a-f0-9]{64}', 'manage machines and data', 'https://techdocs.akamai.com/cloud-computing/docs/manage-personal-access-tokens', 'LINODE_TOKEN={h:64}'],
    ['hetzner-token', 'Hetzner Cloud token', 'critical', ['hetzner', 'hcloud'], '[A-Za-z0-9]{64}', 'manage machines and data', 'https://docs.hetzner.com/cloud/api/getting-started/generating-api-token/', 'HETZNER_TOKEN={x:64}'],
    ['vultr-key', 'Vultr API key', 'critical', ['vultr'], '[A-Z0-9]{36}', 'manage machines and data', 'https://docs.vultr.com/platform/other/api', 'VULTR_TOKEN={N:36}'],
    ['railway-token', 'Railway token', 'high', ['railway'], '[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}', 'deploy and read variables', 'https://docs.railway.com/reference/public-api', 'RAILWAY_TOKEN={uuid}'],
    ['ibm-cloud-key', 'IBM Cloud API key', 'critical', ['ibmcloud', 'ibm_cloud', 'bluemix', 'ic_api'], '[A-Za-z0-9_-]{44}', all, 'https://cloud.ibm.com/docs/account?topic=account-manapikey', 'IBMCLOUD_TOKEN={u:44}'],
    ['ovh-key', 'OVHcloud key', 'high', ['ovh_', 'ovh-', 'ovhcloud'], '[A-Za-z0-9]{32}', all, 'https://help.ovhcloud.com/csm/en-api-getting-started-ovhcloud-api', 'OVH_TOKEN={x:32}'],
    ['vercel-classic-token', 'Vercel token', 'critical', ['vercel'], '[A-Za-z0-9]{24}', 'deploy and manage projects', 'https://vercel.com/docs/rest-api', 'VERCEL_TOKEN={x:24}', (value) => mixed(value)],
    ['netlify-classic-token', 'Netlify token', 'high', ['netlify'], '[A-Za-z0-9_-]{43}', 'deploy and manage sites', 'https://docs.netlify.com/api/get-started/', 'NETLIFY_TOKEN={u:43}'],
    ['azure-devops-classic-token', 'Azure DevOps token of the old form', 'critical', ['azure_devops', 'azuredevops', 'azdo', 'vsts', 'ado_pat', 'ado_token'], '[a-z2-7]{52}', 'read and write what its scopes allow', 'https://learn.microsoft.com/azure/devops/organizations/accounts/use-personal-access-tokens-to-authenticate', 'AZURE_DEVOPS_TOKEN={s:52}'],
    ['azure-named-key', 'Azure key', 'critical', ['azure', 'cosmos'], '[A-Za-z0-9+/]{86}==|[A-Za-z0-9+/]{43}=|[a-f0-9]{32}', 'use the service that it is of', 'https://learn.microsoft.com/azure/security/fundamentals/secrets-best-practices', 'AZURE_TOKEN={b:86}=='],
  ]),
];
