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
    ['newrelic-user-key', 'New Relic user key', 'high', ['NRAK-'], 'NRAK-[A-Z0-9]{27}', 'read and change what its user may', NEWRELIC],
    ['newrelic-license-key', 'New Relic license key', 'medium', ['NRAL', 'FFFFNRAL'], '[a-f0-9]{32,36}(?:FFFF)?NRAL', 'send data as the account', NEWRELIC],
    ['newrelic-insert-key', 'New Relic insert key', 'medium', ['NRII-'], 'NRII-[A-Za-z0-9_-]{32}', 'send data as the account', NEWRELIC],
    ['newrelic-query-key', 'New Relic query key', 'medium', ['NRIQ-'], 'NRIQ-[A-Za-z0-9_-]{32}', read, NEWRELIC],
    ['newrelic-admin-key', 'New Relic admin key', 'high', ['NRAA-'], 'NRAA-[a-f0-9]{27}', 'change the account', NEWRELIC],
    ['sentry-org-token', 'Sentry organization token', 'high', ['sntrys_'], 'sntrys_eyJ[A-Za-z0-9+/=_-]{80,300}', 'upload releases', SENTRY],
    ['sentry-user-token', 'Sentry user token', 'high', ['sntryu_', 'sntrya_', 'sntryi_'], 'sntry[uai]_[a-f0-9]{64}', 'read errors and change projects', SENTRY],
    ['grafana-token', 'Grafana service account token', 'high', ['glsa_'], 'glsa_[A-Za-z0-9]{32}_[a-fA-F0-9]{8}', 'read and change dashboards and data sources', GRAFANA],
    ['grafana-cloud-token', 'Grafana Cloud token', 'high', ['glc_eyJ'], 'glc_eyJ[A-Za-z0-9+/=]{30,400}', 'read and change the stack', 'https://grafana.com/docs/grafana-cloud/account-management/authentication-and-permissions/access-policies/'],
    ['grafana-api-key', 'Grafana API key', 'high', ['eyJrIjoi'], 'eyJrIjoi[A-Za-z0-9+/]{60,400}={0,2}', 'read and change dashboards', GRAFANA],
    ['dynatrace-token', 'Dynatrace token', 'high', ['dt0c01.', 'dt0s16.', 'dt0s01.'], 'dt0[cs](?:01|16)\\.[A-Z0-9]{8,24}\\.[A-Z0-9]{64}', read, 'https://docs.dynatrace.com/docs/discover-dynatrace/references/dynatrace-api/basics/dynatrace-api-authentication'],
    ['honeycomb-key', 'Honeycomb key', 'medium', ['hcaik_', 'hcamk_', 'hcalk_'], 'hca[iml]k_[a-z0-9]{58}', 'send and read events', 'https://docs.honeycomb.io/configure/environments/manage-api-keys/'],
    ['launchdarkly-key', 'LaunchDarkly key', 'high', ['sdk-', 'api-'], '(?:sdk|api)-[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}', 'read and change feature flags', 'https://docs.launchdarkly.com/home/account/api'],
    ['posthog-key', 'PostHog key', 'high', ['phx_', 'phs_'], 'ph[xs]_[A-Za-z0-9]{43,48}', read, 'https://posthog.com/docs/api'],
    ['axiom-token', 'Axiom token', 'medium', ['xaat-', 'xapt-'], 'xa[ap]t-[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}', read, 'https://axiom.co/docs/reference/tokens'],
    ['pagerduty-new-key', 'PagerDuty key', 'high', ['pdus+', 'pdeu+'], 'pd(?:us|eu)\\+_[A-Za-z0-9+/_]{30,60}', 'silence and raise alarms', 'https://support.pagerduty.com/main/docs/api-access-keys'],
  ]),
  ...named([
    ['datadog-key', 'Datadog key', 'high', ['datadog', 'dd_api', 'dd_app', 'ddog', 'dd-api', 'dd-app'], '[a-f0-9]{40}|[a-f0-9]{32}', read, 'https://docs.datadoghq.com/account_management/api-app-keys/'],
    ['newrelic-key', 'New Relic key', 'high', ['newrelic', 'new_relic'], '[a-f0-9]{40}|[A-Za-z0-9]{32,47}', read, NEWRELIC, (value) => mixed(value) || /^[a-f0-9]+$/.test(value)],
    ['sentry-token', 'Sentry token', 'high', ['sentry'], '[a-f0-9]{64}', 'read errors and change projects', SENTRY],
    ['pagerduty-key', 'PagerDuty key', 'high', ['pagerduty', 'pager_duty'], '[A-Za-z0-9_+-]{20}|[a-f0-9]{32}', 'silence and raise alarms', 'https://support.pagerduty.com/main/docs/api-access-keys'],
    ['opsgenie-key', 'Opsgenie key', 'high', ['opsgenie'], UUID, 'silence and raise alarms', 'https://support.atlassian.com/opsgenie/docs/api-key-management/'],
    ['rollbar-token', 'Rollbar token', 'medium', ['rollbar'], '[a-f0-9]{32}', 'send and read errors', 'https://docs.rollbar.com/docs/access-tokens'],
    ['bugsnag-key', 'Bugsnag key', 'low', ['bugsnag'], '[a-f0-9]{32}', 'send errors', 'https://docs.bugsnag.com/api/'],
    ['loggly-token', 'Loggly token', 'medium', ['loggly'], UUID, 'send logs', 'https://documentation.solarwinds.com/en/success_center/loggly/content/admin/customer-token-authentication-token.htm'],
    ['sumologic-key', 'Sumo Logic key', 'high', ['sumologic', 'sumo_'], '[A-Za-z0-9]{64}|su[A-Za-z0-9]{12}', read, 'https://help.sumologic.com/docs/manage/security/access-keys/', mixed],
    ['logzio-token', 'Logz.io token', 'medium', ['logzio', 'logz_io'], '[A-Za-z]{32}|[0-9a-f-]{36}', 'send logs', 'https://docs.logz.io/docs/user-guide/admin/authentication-tokens/'],
    ['splunk-token', 'Splunk token', 'high', ['splunk', 'hec_token'], UUID, 'send events', 'https://docs.splunk.com/Documentation/Splunk/latest/Data/UsetheHTTPEventCollector'],
    ['elastic-key', 'Elastic key', 'high', ['elastic', 'elasticsearch', 'kibana'], '[A-Za-z0-9+/]{56,64}={0,2}', 'read and write indexes', 'https://www.elastic.co/docs/deploy-manage/api-keys', mixed],
    ['amplitude-key', 'Amplitude secret', 'medium', ['amplitude'], '[a-f0-9]{32}', read, 'https://amplitude.com/docs/apis/authentication'],
    ['mixpanel-secret', 'Mixpanel secret', 'medium', ['mixpanel'], '[A-Za-z0-9]{32}', read, 'https://developer.mixpanel.com/reference/service-accounts', (value) => /\d/.test(value)],
    ['segment-key', 'Segment write key', 'medium', ['segment'], '[A-Za-z0-9]{32}', 'send events as the account', 'https://segment.com/docs/connections/find-writekey/', mixed],
  ]),
];
