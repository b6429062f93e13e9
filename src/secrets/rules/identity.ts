/** Credentials of identity providers and of the places where other secrets are kept. */
import type { SecretRule } from '../rule.js';
import { mixed } from '../placeholder.js';
import { beside, named, shaped } from './shapes.js';

const secrets = 'read the secrets that its policies allow';

export const identityRules: readonly SecretRule[] = [
  {
    id: 'twitter-bearer-token',
    title: 'Twitter bearer token',
    severity: 'medium',
    keywords: ['AAAAAAAAAAAAAAAAAAAA'],
    follows: /A{0,4}[A-Za-z0-9%]{60,140}/y,
    pattern: /(?<![A-Za-z0-9+/])A{19,24}[A-Za-z0-9%]{70,120}(?![A-Za-z0-9+/=])/g,
    valid: (value) => mixed(value) && /%[23][BDF]|%[A-Z0-9]{2}/.test(value) && !/A{12}/.test(value.slice(25)),
    examples: { bad: ['AAAAAAAAAAAAAAAAAAAAA{x:8}%2B{x:70}'], good: ['AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'] },
    can: 'read as the application',
    revoke: 'regenerate it in the developer portal',
    reference: 'https://developer.x.com/en/docs/authentication/oauth-2-0/bearer-tokens',
  },
  ...shaped([
    ['vault-token', 'Vault service token', 'critical', ['hvs.'], 'hvs\\.[A-Za-z0-9_-]{24,200}', secrets, 'https://developer.hashicorp.com/vault/docs/concepts/tokens', 'hvs.{u:24}'],
    ['vault-batch-token', 'Vault batch or recovery token', 'high', ['hvb.', 'hvr.'], 'hv[br]\\.[A-Za-z0-9_-]{24,300}', secrets, 'https://developer.hashicorp.com/vault/docs/concepts/tokens', 'hvb.{u:24}'],
    ['terraform-token', 'HCP Terraform token', 'critical', ['.atlasv1.'], '[A-Za-z0-9]{14}\\.atlasv1\\.[A-Za-z0-9_-]{60,70}', 'read states and apply plans of its owner', 'https://developer.hashicorp.com/terraform/cloud-docs/users-teams-organizations/api-tokens', '{x:14}.atlasv1.{u:60}'],
    ['doppler-token', 'Doppler token', 'critical', ['dp.pt.', 'dp.st.', 'dp.ct.', 'dp.sa.', 'dp.scim.', 'dp.audit.'], 'dp\\.(?:pt|ct|sa|scim|audit|st(?:\\.[a-z0-9_-]{2,35})?)\\.[A-Za-z0-9]{40,44}', secrets, 'https://docs.doppler.com/docs/service-tokens', 'dp.pt.{x:40}'],
    ['1password-token', '1Password service account token', 'critical', ['ops_eyJ'], 'ops_eyJ[A-Za-z0-9+/_-]{200,1500}={0,3}', secrets, 'https://developer.1password.com/docs/service-accounts/manage-service-accounts/', 'ops_eyJ{u:200}'],
    ['1password-secret-key', '1Password secret key', 'critical', ['A3-'].flatMap((word) => beside(word, 'ABCDEFGHJKLMNPQRSTVWXYZ23456789')), 'A3-[A-Z0-9]{6}-(?:[A-Z0-9]{11}|[A-Z0-9]{6}-[A-Z0-9]{5})-[A-Z0-9]{5}-[A-Z0-9]{5}-[A-Z0-9]{5}', 'with the password open the vaults', 'https://support.1password.com/secret-key-security/', 'A3-C{N:5}-{N:6}-{N:5}-{N:5}-{N:5}-{N:5}'],
    ['age-key', 'age secret key', 'critical', ['AGE-SECRET-KEY-1'], 'AGE-SECRET-KEY-1[QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]{58}', 'decrypt what was encrypted for it', 'https://github.com/FiloSottile/age', 'AGE-SECRET-KEY-1{P:58}'],
    ['age-post-quantum-key', 'age post-quantum secret key', 'critical', ['AGE-SECRET-KEY-PQ-1'], 'AGE-SECRET-KEY-PQ-1[QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]{58,120}', 'decrypt what was encrypted for it', 'https://github.com/FiloSottile/age', 'AGE-SECRET-KEY-PQ-1{P:58}'],
    ['infisical-token', 'Infisical token', 'critical', ['st.'].flatMap((word) => beside(word, '0123456789abcdef')), 'st\\.(?:[0-9a-f]{24}|[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})\\.[a-f0-9]{32}\\.[a-f0-9]{32}', secrets, 'https://infisical.com/docs/documentation/platform/token', 'st.{uuid}.{h:32}.{h:32}'],
    ['pulumi-token', 'Pulumi token', 'critical', ['pul-'], 'pul-[a-f0-9]{40}', 'read states and change stacks', 'https://www.pulumi.com/docs/pulumi-cloud/access-management/access-tokens/', 'pul-{h:40}'],
    ['clerk-key', 'Clerk live key', 'critical', ['sk_live_'], 'sk_live_[A-Za-z0-9]{42}', 'manage users', 'https://clerk.com/docs/deployments/clerk-environment-variables', 'sk_live_{x:42}'],
    ['adobe-secret', 'Adobe client secret', 'high', ['p8e-'], 'p8e-[A-Za-z0-9_-]{32}', 'pose as the application', 'https://developer.adobe.com/developer-console/docs/guides/authentication/', 'p8e-{u:32}'],
    ['cloudflare-tunnel-token', 'Cloudflare tunnel token', 'high', ['eyJhIjoi'], 'eyJhIjoi[A-Za-z0-9+/_-]{100,400}={0,2}', 'answer in the place of the tunnel', 'https://developers.cloudflare.com/cloudflare-one/connections/connect-networks/configure-tunnels/remote-tunnel-permissions/', 'eyJhIjoiMDAxMTIyMzM0NDU1NjY3Nzg4OTlhYWJiY2NkZGVlZmYiLCJ0Ijoi{b:80}', (value) => /^\{"a":"[0-9a-f]{32}","[ts]":/.test(Buffer.from(value, 'base64').toString('latin1'))],
    ['workos-key', 'WorkOS key', 'critical', ['sk_a2V5'], 'sk_a2V5[A-Za-z0-9_]{40,100}', 'manage users', 'https://workos.com/docs/reference/api-keys', 'sk_a2V5{x:40}'],
    ['tailscale-key', 'Tailscale key', 'critical', ['tskey-'], 'tskey-(?:api|auth|client|scim|webhook)-[A-Za-z0-9]{8,20}-[A-Za-z0-9]{20,40}', 'join or change the network', 'https://tailscale.com/kb/1252/key-secret-management', 'tskey-api-{x:14}-{x:20}'],
    ['ngrok-token', 'ngrok token', 'high', ['ngrok', 'NGROK'], '(?:ngrok|NGROK)[\\w ._-]{0,20}(?:token|TOKEN|key|KEY)["\']?[ :=]{1,4}["\']?(?<value>[A-Za-z0-9]{27}_[A-Za-z0-9]{21})', 'open tunnels as the account', 'https://ngrok.com/docs/agent/#authtokens', 'ngrokwwwwwwwwwwtoken {x:27}_{x:21}'],
    ['frameio-token', 'Frame.io token', 'high', ['fio-u-'], 'fio-u-[A-Za-z0-9_=-]{64}', 'act as its user', 'https://developer.frame.io/', 'fio-u-{u:64}'],
    ['bitwarden-token', 'Bitwarden machine account token', 'critical', ['BWS_ACCESS_TOKEN'], 'BWS_ACCESS_TOKEN["\']?\\s{0,4}[:=]\\s{0,4}["\']?(?<value>0\\.[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\\.[A-Za-z0-9]{30}:[A-Za-z0-9+/]{22}==)', secrets, 'https://bitwarden.com/help/access-tokens/', 'BWS_ACCESS_TOKEN:0.{uuid}.{x:30}:{b:22}=='],
  ]),
  ...named([
    ['vault-old-token', 'Vault token of the old form', 'high', ['vault'], 's\\.[A-Za-z0-9]{24}', secrets, 'https://developer.hashicorp.com/vault/docs/concepts/tokens', 'VAULT_TOKEN=s.{x:24}', mixed],
    ['okta-named-token', 'Okta token or secret', 'critical', ['okta'], '00[A-Za-z0-9_-]{40}|[A-Za-z0-9_-]{40}|[A-Za-z0-9_-]{64}', 'manage users or pose as the application', 'https://developer.okta.com/docs/guides/create-an-api-token/', 'OKTA_TOKEN=00{u:40}', mixed],
    ['auth0-secret', 'Auth0 client secret', 'critical', ['auth0'], '[A-Za-z0-9_-]{64}|[A-Za-z0-9_-]{48}', 'pose as the application', 'https://auth0.com/docs/get-started/applications/rotate-client-secret', 'AUTH0_TOKEN={u:64}', mixed],
    ['onelogin-secret', 'OneLogin secret', 'critical', ['onelogin'], '[a-f0-9]{64}', 'manage users', 'https://developers.onelogin.com/api-docs/1/getting-started/working-with-api-credentials', 'ONELOGIN_TOKEN={h:64}'],
    ['keycloak-secret', 'Keycloak client secret', 'high', ['keycloak'], '[A-Za-z0-9]{32}|[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}', 'pose as the application', 'https://www.keycloak.org/docs/latest/server_admin/', 'KEYCLOAK_TOKEN={x:32}'],
    ['consul-token', 'Consul token', 'high', ['consul', 'nomad'], '[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}', 'read and change the cluster', 'https://developer.hashicorp.com/consul/docs/security/acl', 'CONSUL_TOKEN={uuid}'],
    ['facebook-secret', 'Facebook app secret', 'high', ['facebook', 'fb_app', 'fb_se', 'meta_app'], '[a-f0-9]{32}', 'pose as the application', 'https://developers.facebook.com/docs/facebook-login/security/', 'FACEBOOK_TOKEN={h:32}'],
    ['twitter-secret', 'Twitter secret', 'high', ['twitter', 'x_api'], '[A-Za-z0-9]{45,50}|\\d{15,20}-[A-Za-z0-9]{20,40}', 'act as the application or user', 'https://developer.x.com/en/docs/authentication/oauth-1-0a', 'TWITTER_TOKEN={x:45}', mixed],
    ['linkedin-secret', 'LinkedIn client secret', 'medium', ['linkedin'], '[A-Za-z0-9]{16}|WPL_AP1\\.[A-Za-z0-9]{16}\\.[A-Za-z0-9+/=]{6,10}', 'pose as the application', 'https://learn.microsoft.com/linkedin/shared/authentication/client-credentials-flow', 'LINKEDIN_TOKEN={x:16}', mixed],
  ]),
];
