/** Credentials of databases, search and storage as a service. */
import type { SecretRule } from '../rule.js';
import { mixed } from '../placeholder.js';
import { named, shaped } from './shapes.js';

const rows = 'read and write the data';
const UUID = '[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}';

export const dataRules: readonly SecretRule[] = [
  ...shaped([
    ['databricks-token', 'Databricks token', 'critical', ['dapi'], 'dapi[a-f0-9]{32}(?:-\\d)?', rows, 'https://docs.databricks.com/aws/en/dev-tools/auth/pat', 'dapi{h:32}'],
    ['databricks-secret', 'Databricks OAuth secret', 'critical', ['dose'], 'dose[a-f0-9]{32}', rows, 'https://docs.databricks.com/aws/en/dev-tools/auth/oauth-m2m', 'dose{h:32}'],
    ['planetscale-password', 'PlanetScale password', 'critical', ['pscale_pw_'], 'pscale_pw_[A-Za-z0-9_.=-]{32,64}', rows, 'https://planetscale.com/docs/concepts/connection-strings', 'pscale_pw_{u:32}'],
    ['planetscale-token', 'PlanetScale token', 'critical', ['pscale_tkn_', 'pscale_oauth_'], 'pscale_(?:tkn|oauth)_[A-Za-z0-9_.=-]{32,64}', rows, 'https://planetscale.com/docs/concepts/service-tokens', 'pscale_tkn_{u:32}'],
    ['supabase-key', 'Supabase secret key', 'critical', ['sb_secret_', 'sbp_'], 'sb_secret_[A-Za-z0-9_-]{31,40}|sbp_[a-f0-9]{40}', rows, 'https://supabase.com/docs/guides/api/api-keys', 'sb_secret_{u:31}'],
    ['neon-key', 'Neon API key', 'critical', ['napi_'], 'napi_[a-z0-9]{64}', rows, 'https://neon.com/docs/manage/api-keys', 'napi_{n:64}'],
    ['xata-key', 'Xata key', 'critical', ['xau_'], 'xau_[A-Za-z0-9]{30,46}', rows, 'https://xata.io/docs', 'xau_{x:30}'],
    ['airtable-token', 'Airtable token', 'high', ['pat'].flatMap((word) => [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'].map((next) => `${word}${next}`)), 'pat[A-Za-z0-9]{14}\\.[a-f0-9]{64}', rows, 'https://airtable.com/developers/web/guides/personal-access-tokens', 'pat{x:14}.{h:64}'],
    ['pinecone-secret-key', 'Pinecone key', 'high', ['pcsk_'], 'pcsk_[A-Za-z0-9]{5,6}_[A-Za-z0-9]{60,64}', rows, 'https://docs.pinecone.io/guides/projects/manage-api-keys', 'pcsk_{x:5}_{x:60}'],
    ['cockroach-key', 'CockroachDB Cloud key', 'critical', ['CCDB1_'], 'CCDB1_[A-Za-z0-9]{22}_[A-Za-z0-9]{40}', 'manage clusters', 'https://www.cockroachlabs.com/docs/cockroachcloud/managing-access', 'CCDB1_{x:22}_{x:40}'],
    ['elastic-cloud-key', 'Elastic Cloud key', 'high', ['essu_'], 'essu_[A-Za-z0-9+/]{40,120}={0,2}', 'manage deployments', 'https://www.elastic.co/docs/deploy-manage/api-keys/elastic-cloud-api-keys', 'essu_{b:40}'],
    ['tinybird-token', 'Tinybird token', 'high', ['p.eyJ'], 'p\\.eyJ[A-Za-z0-9_-]{20,200}\\.[A-Za-z0-9_-]{20,60}', rows, 'https://www.tinybird.co/docs/forward/administration/tokens', 'p.eyJ{u:20}.{u:20}'],
    ['confluent-key', 'Confluent secret', 'critical', ['cflt'], 'cflt[A-Za-z0-9/+]{60}', 'read and write topics', 'https://docs.confluent.io/cloud/current/security/authenticate/workload-identities/service-accounts/api-keys/manage-api-keys.html', 'cflt{b:60}'],
    ['dropbox-token', 'Dropbox token', 'high', ['sl.u', 'sl.A', 'sl.B', 'sl.C'], 'sl\\.(?:u\\.)?[A-Za-z0-9_-]{130,1200}', 'read and write files of its user', 'https://developers.dropbox.com/oauth-guide', 'sl.B{u:134}'],
    ['mongodb-key', 'MongoDB Atlas client secret', 'critical', ['mdb_sa_sk_'], 'mdb_sa_sk_[A-Za-z0-9_-]{40}', rows, 'https://www.mongodb.com/docs/atlas/configure-api-access/', 'mdb_sa_sk_{u:40}'],
    ['aiven-token', 'Aiven token', 'critical', ['AVNS_', 'aivenv1'], 'AVNS_[A-Za-z0-9_-]{16,24}|aivenv1[A-Za-z0-9+/=]{200,300}', rows, 'https://aiven.io/docs/platform/howto/create_authentication_token', 'AVNS_{u:20}', mixed],
    ['clickhouse-key', 'ClickHouse Cloud key', 'critical', ['4b1d'], '4b1d[A-Za-z0-9]{38}', rows, 'https://clickhouse.com/docs/cloud/manage/openapi', '4b1d{x:38}', mixed],
    ['prefect-key', 'Prefect key', 'high', ['pnu_', 'pnb_'], 'pn[ub]_[A-Za-z0-9]{36}', 'start and change flows', 'https://docs.prefect.io/v3/how-to-guides/cloud/manage-users/api-keys', 'pnu_{x:36}'],
    ['dbt-token', 'dbt Cloud token', 'high', ['dbtc_', 'dbtu_'], 'dbt[cu]_[A-Za-z0-9_-]{36,60}', 'start jobs and read models', 'https://docs.getdbt.com/docs/dbt-cloud-apis/service-tokens', 'dbtc_{u:36}'],
    ['hasura-secret', 'Hasura admin secret', 'high', ['hasura', 'HASURA'], '(?:HASURA|hasura)[\\w-]{0,20}(?:secret|SECRET)["\']?\\s{0,4}[:=]\\s{0,4}["\']?(?<value>[A-Za-z0-9]{32,64})', rows, 'https://hasura.io/docs/2.0/deployment/securing-graphql-endpoint/', 'HASURAwwwwwwwwwwsecret:{x:32}', mixed],
    ['liveblocks-key', 'Liveblocks key', 'high', ['sk_prod_', 'sk_dev_'], 'sk_(?:prod|dev)_[A-Za-z0-9_-]{40,80}', rows, 'https://liveblocks.io/docs/authentication', 'sk_prod_{u:40}'],
  ]),
  ...named([
    ['snowflake-password', 'Snowflake password', 'critical', ['snowflake', 'snowsql'], '[^\\s"\'`<>{}$,;]{8,64}', rows, 'https://docs.snowflake.com/en/user-guide/admin-user-management', 'SNOWFLAKE_TOKEN={x:36}', (value) => /\d/.test(value) && /[A-Za-z]/.test(value) && !/[.(]/.test(value)],
    ['algolia-key', 'Algolia admin key', 'high', ['algolia'], '[a-f0-9]{32}', 'read and write indexes', 'https://www.algolia.com/doc/guides/security/api-keys/', 'ALGOLIA_TOKEN={h:32}'],
    ['airtable-classic-key', 'Airtable key of the old form', 'high', ['airtable'], 'key[A-Za-z0-9]{14}', rows, 'https://airtable.com/developers/web/guides/personal-access-tokens', 'AIRTABLE_TOKEN=key{x:14}', (value) => /[A-Z\d]/.test(value.slice(3)) && /[a-z]/.test(value.slice(3))],
    ['box-secret', 'Box client secret', 'high', ['box_', 'boxapp', 'box.'], '[A-Za-z0-9]{32}', 'read files', 'https://developer.box.com/guides/authentication/', 'BOX_TOKEN={x:32}', mixed],
    ['dropbox-secret', 'Dropbox app secret', 'high', ['dropbox'], '[a-z0-9]{15}|[A-Za-z0-9_-]{64}', 'pose as the application', 'https://developers.dropbox.com/oauth-guide', 'DROPBOX_TOKEN={n:15}', (value) => /\d/.test(value)],
    ['confluent-secret', 'Confluent secret', 'critical', ['confluent', 'kafka'], '[A-Za-z0-9+/]{64}', 'read and write topics', 'https://docs.confluent.io/cloud/current/security/authenticate/workload-identities/service-accounts/api-keys/manage-api-keys.html', 'CONFLUENT_TOKEN={b:64}', mixed],
    ['mongodb-atlas-key', 'MongoDB Atlas key', 'critical', ['mongodb', 'atlas', 'mongo_'], UUID, rows, 'https://www.mongodb.com/docs/atlas/configure-api-access/', 'MONGODB_TOKEN={uuid}'],
    ['redis-password', 'Redis Cloud key', 'high', ['rediscloud', 'upstash'], '[A-Za-z0-9_=-]{32,64}', rows, 'https://redis.io/docs/latest/operate/rc/api/', 'REDISCLOUD_TOKEN={u:32}', mixed],
    ['pinecone-key', 'Pinecone key', 'high', ['pinecone'], UUID, rows, 'https://docs.pinecone.io/guides/projects/manage-api-keys', 'PINECONE_TOKEN={uuid}'],
    ['backblaze-key', 'Backblaze key', 'high', ['backblaze', 'b2_app', 'b2_key'], 'K00\\d[A-Za-z0-9+/]{27}', rows, 'https://www.backblaze.com/docs/cloud-storage-application-keys', 'BACKBLAZE_TOKEN=K00{d:1}{b:27}'],
    ['object-storage-key', 'secret key of an object storage', 'high', ['wasabi', 'minio', 'spaces'], '[A-Za-z0-9/+]{40}|[A-Za-z0-9+/]{43}', rows, 'https://docs.wasabi.com/docs/creating-a-user-account-and-access-key', 'WASABI_TOKEN={b:40}', mixed],
  ]),
];
