/** Credentials of the places where people plan, write, draw and sell. */
import type { SecretRule } from '../rule.js';
import { mixed } from '../placeholder.js';
import { beside, named, shaped } from './shapes.js';

const act = 'read and change what its user may';

export const workRules: readonly SecretRule[] = [
  ...shaped([
    ['atlassian-token', 'Atlassian API token', 'critical', ['ATATT3'], 'ATATT3[A-Za-z0-9+/=_-]{120,250}', act, 'https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/', 'ATATT3{u:120}'],
    ['linear-key', 'Linear key', 'high', ['lin_api_', 'lin_oauth_'], 'lin_api_[A-Za-z0-9]{40}|lin_oauth_[a-f0-9]{64}', act, 'https://linear.app/developers/graphql', 'lin_api_{x:40}'],
    ['notion-token', 'Notion token', 'high', ['ntn_', 'secret_'], 'ntn_[A-Za-z0-9]{40,50}|secret_[A-Za-z0-9]{43}', 'read and change the pages shared with it', 'https://developers.notion.com/docs/authorization', 'ntn_{x:40}', mixed],
    ['figma-token', 'Figma token', 'medium', ['figd_', 'figp_', 'figo_'], 'fig[dpo]_[A-Za-z0-9_-]{40,44}', 'read and comment files', 'https://developers.figma.com/docs/rest-api/authentication/', 'figd_{u:40}'],
    ['asana-token', 'Asana token', 'high', ['1/', '0/', '2/'].flatMap((word) => Array.from({ length: 90 }, (_, next) => `${word}${next + 10}`)), '[012]/\\d{13,16}(?:/\\d{13,16})?:[a-f0-9]{32}', act, 'https://developers.asana.com/docs/personal-access-token', '0/{d:13}:{h:32}'],
    ['postman-key', 'Postman key', 'high', ['PMAK-'], 'PMAK-[a-f0-9]{24}-[a-f0-9]{34}', 'read collections and environments', 'https://learning.postman.com/docs/developer/postman-api/authentication/', 'PMAK-{h:24}-{h:34}'],
    ['typeform-token', 'Typeform token', 'medium', ['tfp_'], 'tfp_[A-Za-z0-9_-]{40,60}', 'read answers', 'https://www.typeform.com/developers/get-started/personal-access-token/', 'tfp_{u:40}'],
    ['hubspot-token', 'HubSpot token', 'high', ['pat-na', 'pat-eu', 'pat-ap'], 'pat-(?:na|eu|ap)\\d-[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}', 'read and change customers', 'https://developers.hubspot.com/docs/guides/apps/private-apps/overview', 'pat-na{d:1}-{uuid}'],
    ['contentful-token', 'Contentful management token', 'high', ['CFPAT-'], 'CFPAT-[A-Za-z0-9_-]{43}', 'change content', 'https://www.contentful.com/developers/docs/references/authentication/', 'CFPAT-{u:43}'],
    ['mapbox-secret-token', 'Mapbox secret token', 'medium', ['sk.eyJ'], 'sk\\.eyJ[A-Za-z0-9_-]{40,160}\\.[A-Za-z0-9_-]{22}', 'change maps and tokens', 'https://docs.mapbox.com/help/getting-started/access-tokens/', 'sk.eyJ{u:40}.{u:22}'],
    ['sanity-token', 'Sanity token', 'medium', ['SANITY', 'sanity'], '(?:SANITY|sanity)[\\w-]{0,30}(?:TOKEN|token)["\']?\\s{0,4}[:=]\\s{0,4}["\']?(?<value>sk[A-Za-z0-9]{80,180})', 'change content', 'https://www.sanity.io/docs/content-lake/http-auth', 'SANITYwwwwwwwwwwwwwwwTOKEN:sk{x:80}'],
    ['salesforce-token', 'Salesforce session', 'high', ['00D'].flatMap((word) => [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'].map((next) => `${word}${next}`)), '00D[A-Za-z0-9]{12,15}![A-Za-z0-9._]{80,140}', act, 'https://help.salesforce.com/s/articleView?id=sf.security_overview_sessions.htm', '00D{x:12}!{x:96}'],
    ['trello-new-token', 'Trello token', 'high', ['ATTA'], 'ATTA[a-f0-9]{64}[A-Fa-f0-9]{8}', act, 'https://developer.atlassian.com/cloud/trello/guides/rest-api/authorization/', 'ATTA{h:64}{h:8}'],
    ['clickup-token', 'ClickUp token', 'high', beside('pk_', '0123456789'), 'pk_\\d{6,10}_[A-Z0-9]{32}', act, 'https://developer.clickup.com/docs/authentication', 'pk_{d:6}_{N:32}'],
    ['lichess-token', 'Lichess token', 'low', ['lip_', 'lio_'], 'li[po]_[A-Za-z0-9]{20}', act, 'https://lichess.org/api#section/Introduction/Authentication', 'lip_{x:20}', (value) => mixed(value)],
    ['facebook-token', 'Facebook access token', 'high', beside('EAA', 'BCDEFGHIJKLMNOPQRSTUVWXYZ'), 'EAA[A-Z][A-Za-z0-9]{90,250}', 'act as its user or page', 'https://developers.facebook.com/docs/facebook-login/guides/access-tokens', 'EAA{A:1}{x:90}'],
    ['instagram-token', 'Instagram access token', 'high', ['IGQ'].flatMap((word) => [...'VWJ'].map((next) => `${word}${next}`)), 'IGQ[VWJ][A-Za-z0-9_-]{100,250}', 'act as its user', 'https://developers.facebook.com/docs/instagram-platform', 'IGQV{u:100}'],
    ['wakatime-key', 'WakaTime key', 'low', ['waka_'], 'waka_[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}', 'read what its user works on', 'https://wakatime.com/developers', 'waka_{uuid}'],
    ['readme-key', 'ReadMe key', 'medium', ['rdme_'], 'rdme_[a-z0-9]{70}', 'change documentation', 'https://docs.readme.com/main/reference/authentication', 'rdme_{n:70}'],
    ['intra42-secret', 'Intra42 client secret', 'medium', ['s-s4t2'], 's-s4t2(?:ud|af)-[a-f0-9]{64}', 'act as the application', 'https://api.intra.42.fr/apidoc', 's-s4t2ud-{h:64}'],
    ['scalingo-token', 'Scalingo token', 'critical', ['tk-us-'], 'tk-us-[A-Za-z0-9_-]{48}', 'manage applications', 'https://developers.scalingo.com/', 'tk-us-{u:48}'],
    ['settlemint-token', 'SettleMint token', 'medium', ['sm_aat_', 'sm_pat_', 'sm_sat_'], 'sm_[aps]at_[A-Za-z0-9]{16}', act, 'https://console.settlemint.com/documentation', 'sm_aat_{x:16}'],
    ['maxmind-key', 'MaxMind license key', 'medium', ['_mmk'], '[A-Za-z0-9]{6}_[A-Za-z0-9]{29}_mmk', 'download databases of the account', 'https://support.maxmind.com/hc/en-us/articles/4407111582235', '{x:6}_{x:29}_mmk'],
  ]),
  ...named([
    ['jira-token', 'Jira or Confluence token of the old form', 'high', ['jira', 'atlassian', 'confluence'], '[A-Za-z0-9]{24}', act, 'https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/', 'JIRA_TOKEN={x:24}', mixed],
    ['asana-secret', 'Asana client secret', 'high', ['asana'], '[a-f0-9]{32}', 'pose as the application', 'https://developers.asana.com/docs/oauth', 'ASANA_TOKEN={h:32}'],
    ['trello-token', 'Trello token', 'high', ['trello'], '[a-f0-9]{64}|[a-f0-9]{32}', act, 'https://developer.atlassian.com/cloud/trello/guides/rest-api/authorization/', 'TRELLO_TOKEN={h:64}'],
    ['zendesk-key', 'Zendesk key', 'high', ['zendesk'], '[A-Za-z0-9]{40}', 'read and answer customers', 'https://developer.zendesk.com/api-reference/introduction/security-and-auth/', 'ZENDESK_TOKEN={x:40}', mixed],
    ['intercom-token', 'Intercom token', 'high', ['intercom'], 'dG9rO[A-Za-z0-9+/]{54,55}={0,2}|[A-Za-z0-9=_]{58,62}', 'read and answer customers', 'https://developers.intercom.com/docs/build-an-integration/learn-more/authentication', 'INTERCOM_TOKEN=dG9rO{b:54}=', mixed],
    ['freshdesk-key', 'Freshdesk key', 'high', ['freshdesk', 'freshworks'], '[A-Za-z0-9]{20}', 'read and answer customers', 'https://developers.freshdesk.com/api/', 'FRESHDESK_TOKEN={x:20}', mixed],
    ['spotify-secret', 'Spotify secret', 'medium', ['spotify'], '[a-f0-9]{32}', 'pose as the application', 'https://developer.spotify.com/documentation/web-api/concepts/authorization', 'SPOTIFY_TOKEN={h:32}'],
    ['shodan-key', 'Shodan key', 'low', ['shodan'], '[A-Za-z0-9]{32}', 'search at the cost of the account', 'https://developer.shodan.io/api/introduction', 'SHODAN_TOKEN={x:32}', mixed],
    ['virustotal-key', 'VirusTotal key', 'low', ['virustotal', 'vt_api'], '[a-f0-9]{64}', 'look up at the cost of the account', 'https://docs.virustotal.com/docs/please-give-me-an-api-key', 'VIRUSTOTAL_TOKEN={h:64}'],
    ['woocommerce-key', 'WooCommerce key', 'high', ['woocommerce', 'wordpress', 'wp_api'], 'c[ks]_[a-f0-9]{40}|[A-Za-z0-9]{64}', 'read orders', 'https://woocommerce.com/document/woocommerce-rest-api/', 'WOOCOMMERCE_TOKEN=ck_{h:40}', (value) => /\d/.test(value)],
    ['translation-key', 'key of a translation service', 'medium', ['lokalise', 'crowdin'], '[a-z0-9]{40}|[a-f0-9]{80}', 'change translations', 'https://developers.lokalise.com/reference/api-authentication', 'LOKALISE_TOKEN={n:40}', (value) => /\d/.test(value)],
    ['openweather-key', 'OpenWeather key', 'low', ['openweather', 'weather_'], '[a-f0-9]{32}', 'ask at the cost of the account', 'https://openweathermap.org/appid', 'OPENWEATHER_TOKEN={h:32}'],
  ]),
];
