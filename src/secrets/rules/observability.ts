/** Credentials of watching: whoever holds them reads logs, silences alarms and learns where everything is. */
import type { SecretRule } from '../rule.js';
import { mixed } from '../placeholder.js';
import { named, shaped } from './shapes.js';

const read = 'read logs and metrics';
const NEWRELIC = 'https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/';
const SENTRY = 'https://docs.sentry.io/account/auth-tokens/';
const GRAFANA = 'https://grafana.com/docs/grafana/latest/administration/service-accounts/';
const UUID = '[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}';

export const observabilityRules: readonly SecretRule[] = [
  ...shaped([
    ['newrelic-user-key', 'New Relic user key', 'high', ['NRAK-'], 'NRAK-[A-Z0-9]{27}', 'read and change what its user may', NEWRELIC, 'NRAK-{N:27}'],
    ['newrelic-license-key', 'New Relic license key', 'medium', ['NRAL', 'FFFFNRAL'], '[a-f0-9]{32,36}(?:FFFF)?NRAL', 'send data as the account', NEWRELIC, '{h:32}NRAL'],
    ['newrelic-insert-key', 'New Relic insert key', 'medium', ['NRII-'], 'NRII-[A-Za-z0-9_-]{32}', 'send data as the account', NEWRELIC, 'NRII-{u:32}'],
    ['newrelic-query-key', 'New Relic query key', 'medium', ['NRIQ-'], 'NRIQ-[A-Za-z0-9_-]{32}', read, NEWRELIC, 'NRIQ-{u:32}'],
    ['newrelic-admin-key', 'New Relic admin key', 'high', ['NRAA-'], 'NRAA-[a-f0-9]{27}', 'change the account', NEWRELIC, 'NRAA-{h:27}'],
    ['sentry-org-token', 'Sentry organization token', 'high', ['sntrys_'], 'sntrys_eyJ[A-Za-z0-9+/=_-]{80,300}', 'upload releases', SENTRY, 'sntrys_eyJ{u:80}'],
    ['sentry-user-token', 'Sentry user token', 'high', ['sntryu_', 'sntrya_', 'sntryi_'], 'sntry[uai]_[a-f0-9]{64}', 'read errors and change projects', SENTRY, 'sntryu_{h:64}'],
    ['grafana-token', 'Grafana service account token', 'high', ['glsa_'], 'glsa_[A-Za-z0-9]{32}_[a-fA-F0-9]{8}', 'read and change dashboards and data sources', GRAFANA, 'glsa_{x:32}_{h:8}'],
    ['grafana-cloud-token', 'Grafana Cloud token', 'high', ['glc_eyJ'], 'glc_eyJ[A-Za-z0-9+/=]{30,400}', 'read and change the stack', 'https://grafana.com/docs/grafana-cloud/account-management/authentication-and-permissions/access-policies/', 'glc_eyJ{b:30}'],
    ['grafana-api-key', 'Grafana API key', 'high', ['eyJrIjoi'], 'eyJrIjoi[A-Za-z0-9+/]{60,400}={0,2}', 'read and change dashboards', GRAFANA, 'eyJrIjoi{b:60}'],
    ['dynatrace-token', 'Dynatrace token', 'high', ['dt0c01.', 'dt0s16.', 'dt0s01.'], 'dt0[cs](?:01|16)\\.[A-Z0-9]{8,24}\\.[A-Z0-9]{64}', read, 'https://docs.dynatrace.com/docs/discover-dynatrace/references/dynatrace-api/basics/dynatrace-api-authentication', 'dt0c01.{N:16}.{N:64}'],
    ['honeycomb-key', 'Honeycomb key', 'medium', ['hcaik_', 'hcamk_', 'hcalk_'], 'hca[iml]k_[a-z0-9]{58}', 'send and read events', 'https://docs.honeycomb.io/configure/environments/manage-api-keys/', 'hcaik_{n:58}'],
    ['launchdarkly-key', 'LaunchDarkly key', 'high', ['sdk-', 'api-'], '(?:sdk|api)-[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}', 'read and change feature flags', 'https://docs.launchdarkly.com/home/account/api', 'sdk-{uuid}'],
    ['posthog-key', 'PostHog key', 'high', ['phx_', 'phs_'], 'ph[xs]_[A-Za-z0-9]{43,48}', read, 'https://posthog.com/docs/api', 'phx_{x:43}'],
    ['axiom-token', 'Axiom token', 'medium', ['xaat-', 'xapt-'], 'xa[ap]t-[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}', read, 'https://axiom.co/docs/reference/tokens', 'xaat-{uuid}'],
    ['pagerduty-new-key', 'PagerDuty key', 'high', ['pdus+', 'pdeu+'], 'pd(?:us|eu)\\+_[A-Za-z0-9+/_]{30,60}', 'silence and raise alarms', 'https://support.pagerduty.com/main/docs/api-access-keys', 'pdus+_{x:30}'],
  ]),
  ...named([
    ['datadog-key', 'Datadog key', 'high', ['datadog', 'dd_api', 'dd_app', 'ddog', 'dd-api', 'dd-app'], '[a-f0-9]{40}|[a-f0-9]{32}', read, 'https://docs.datadoghq.com/account_management/api-app-keys/', 'DATADOG_TOKEN={h:40}'],
    ['newrelic-key', 'New Relic key', 'high', ['newrelic', 'new_relic'], '[a-f0-9]{40}|[A-Za-z0-9]{32,47}', read, NEWRELIC, 'NEWRELIC_TOKEN={h:40}', (value) => mixed(value) || /^[a-f0-9]+$/.test(value)],
    ['sentry-token', 'Sentry token', 'high', ['sentry'], '[a-f0-9]{64}', 'read errors and change projects', SENTRY, 'SENTRY_TOKEN={h:64}'],
    ['pagerduty-key', 'PagerDuty key', 'high', ['pagerduty', 'pager_duty'], '[A-Za-z0-9_+-]{20}|[a-f0-9]{32}', 'silence and raise alarms', 'https://support.pagerduty.com/main/docs/api-access-keys', 'PAGERDUTY_TOKEN=u+{x:18}'],
    ['opsgenie-key', 'Opsgenie key', 'high', ['opsgenie'], UUID, 'silence and raise alarms', 'https://support.atlassian.com/opsgenie/docs/api-key-management/', 'OPSGENIE_TOKEN={uuid}'],
    ['rollbar-token', 'Rollbar token', 'medium', ['rollbar'], '[a-f0-9]{32}', 'send and read errors', 'https://docs.rollbar.com/docs/access-tokens', 'ROLLBAR_TOKEN={h:32}'],
    ['bugsnag-key', 'Bugsnag key', 'low', ['bugsnag'], '[a-f0-9]{32}', 'send errors', 'https://docs.bugsnag.com/api/', 'BUGSNAG_TOKEN={h:32}'],
    ['loggly-token', 'Loggly token', 'medium', ['loggly'], UUID, 'send logs', 'https://documentation.solarwinds.com/en/success_center/loggly/content/admin/customer-token-authentication-token.htm', 'LOGGLY_TOKEN={uuid}'],
    ['sumologic-key', 'Sumo Logic key', 'high', ['sumologic', 'sumo_'], '[A-Za-z0-9]{64}|su[A-Za-z0-9]{12}', read, 'https://help.sumologic.com/docs/manage/security/access-keys/', 'SUMOLOGIC_TOKEN={x:64}', mixed],
    ['logzio-token', 'Logz.io token', 'medium', ['logzio', 'logz_io'], '[A-Za-z]{32}|[0-9a-f-]{36}', 'send logs', 'https://docs.logz.io/docs/user-guide/admin/authentication-tokens/', 'LOGZIO_TOKEN={l:32}'],
    ['splunk-token', 'Splunk token', 'high', ['splunk', 'hec_token'], UUID, 'send events', 'https://docs.splunk.com/Documentation/Splunk/latest/Data/UsetheHTTPEventCollector', 'SPLUNK_TOKEN={uuid}'],
    ['elastic-key', 'Elastic key', 'high', ['elastic', 'elasticsearch', 'kibana'], '[A-Za-z0-9+/]{56,64}={0,2}', 'read and write indexes', 'https://www.elastic.co/docs/deploy-manage/api-keys', 'ELASTIC_TOKEN={b:56}', mixed],
    ['amplitude-key', 'Amplitude secret', 'medium', ['amplitude'], '[a-f0-9]{32}', read, 'https://amplitude.com/docs/apis/authentication', 'AMPLITUDE_TOKEN={h:32}'],
    ['mixpanel-secret', 'Mixpanel secret', 'medium', ['mixpanel'], '[A-Za-z0-9]{32}', read, 'https://developer.mixpanel.com/reference/service-accounts', 'MIXPANEL_TOKEN={x:32}', (value) => /\d/.test(value)],
    ['segment-key', 'Segment write key', 'medium', ['segment'], '[A-Za-z0-9]{32}', 'send events as the account', 'https://segment.com/docs/connections/find-writekey/', 'SEGMENT_TOKEN={x:32}', mixed],
  ]),
];
