/** Credentials of source control and builds: whoever holds them changes what is shipped. */
import type { SecretRule } from '../rule.js';
import { hasChecksum } from '../checksum.js';
import { mixed } from '../placeholder.js';
import { named, shaped } from './shapes.js';

const GITHUB = 'https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/managing-your-personal-access-tokens';
const GITLAB = 'https://docs.gitlab.com/security/tokens/';
const code = 'read and write the code that its scopes allow';
const builds = 'start and change builds, and read their secrets';
const UUID = '[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}';

export const sourceControlRules: readonly SecretRule[] = [
  ...shaped([
    ['github-token', 'GitHub token', 'critical', ['ghp_'], 'ghp_[A-Za-z0-9]{36}', code, GITHUB, 'ghp_{x:30}{crc}', hasChecksum],
    ['github-oauth-token', 'GitHub OAuth token', 'critical', ['gho_'], 'gho_[A-Za-z0-9]{36}', code, GITHUB, 'gho_{x:30}{crc}', hasChecksum],
    ['github-app-token', 'GitHub app token', 'high', ['ghu_', 'ghs_'], 'gh[us]_[A-Za-z0-9]{36}', code, GITHUB, 'ghu_{x:30}{crc}', hasChecksum],
    ['github-refresh-token', 'GitHub refresh token', 'high', ['ghr_'], 'ghr_(?:[A-Za-z0-9]{36}|[A-Za-z0-9]{76})', code, GITHUB, 'ghr_{x:30}{crc}', hasChecksum],
    ['github-fine-grained-token', 'GitHub fine-grained token', 'critical', ['github_pat_'], 'github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59}', code, GITHUB, 'github_pat_{x:22}_{x:59}'],
    ['gitlab-token', 'GitLab token', 'critical', ['glpat-'], 'glpat-[A-Za-z0-9_-]{20,50}(?:\\.[0-9a-z]{2}\\.?[0-9a-z]{7,9})?', code, GITLAB, 'glpat-{u:20}'],
    ['gitlab-deploy-token', 'GitLab deploy token', 'high', ['gldt-'], 'gldt-[A-Za-z0-9_-]{20,50}', 'read code and packages', GITLAB, 'gldt-{u:20}'],
    ['gitlab-runner-token', 'GitLab runner token', 'high', ['glrt-', 'GR1348941', 'glrtr-'], 'glrtr?-[A-Za-z0-9_-]{20,50}|GR1348941[A-Za-z0-9_-]{20}', 'run as a runner and read builds', GITLAB, 'glrt-{u:20}'],
    ['gitlab-trigger-token', 'GitLab trigger token', 'high', ['glptt-'], 'glptt-[a-f0-9]{40}', builds, GITLAB, 'glptt-{h:40}'],
    ['gitlab-job-token', 'GitLab job token', 'medium', ['glcbt-'], 'glcbt-[A-Za-z0-9]{1,5}_[A-Za-z0-9_-]{20}', 'act as a job while it runs', GITLAB, 'glcbt-{x:1}_{u:20}'],
    ['gitlab-feed-token', 'GitLab feed token', 'medium', ['glft-'], 'glft-[A-Za-z0-9_-]{20}', 'read feeds of its owner', GITLAB, 'glft-{u:20}'],
    ['gitlab-mail-token', 'GitLab incoming mail token', 'medium', ['glimt-'], 'glimt-[A-Za-z0-9_-]{25}', 'create issues by mail', GITLAB, 'glimt-{u:25}'],
    ['gitlab-agent-token', 'GitLab agent token', 'high', ['glagent-'], 'glagent-[A-Za-z0-9_-]{50}', 'act as the agent in a cluster', GITLAB, 'glagent-{u:50}'],
    ['gitlab-oauth-secret', 'GitLab application secret', 'high', ['gloas-'], 'gloas-[A-Za-z0-9_-]{64}', 'pose as the application', GITLAB, 'gloas-{u:64}'],
    ['gitlab-scim-token', 'GitLab SCIM token', 'high', ['glsoat-'], 'glsoat-[A-Za-z0-9_-]{20}', 'manage the users of a group', GITLAB, 'glsoat-{u:20}'],
    ['gitlab-flags-token', 'GitLab feature flags token', 'low', ['glffct-'], 'glffct-[A-Za-z0-9_-]{20}', 'read feature flags', GITLAB, 'glffct-{u:20}'],
    ['bitbucket-app-password', 'Bitbucket app password', 'critical', ['ATBB'], 'ATBB[A-Za-z0-9]{24}[A-F0-9]{8}', code, 'https://support.atlassian.com/bitbucket-cloud/docs/revoke-an-app-password/', 'ATBB{x:24}{H:8}'],
    ['bitbucket-access-token', 'Bitbucket access token', 'critical', ['ATCTT3x'], 'ATCTT3x[A-Za-z0-9+/=_-]{160,220}', code, 'https://support.atlassian.com/bitbucket-cloud/docs/access-tokens/', 'ATCTT3x{u:160}'],
    ['circleci-token', 'CircleCI token', 'high', ['CCIPAT_', 'CCIPRJ_'], 'CCIP(?:AT|RJ)_[A-Za-z0-9]{20,24}_[a-f0-9]{40}', builds, 'https://circleci.com/docs/managing-api-tokens/', 'CCIPAT_{x:20}_{h:40}'],
    ['buildkite-token', 'Buildkite token', 'high', ['bkua_', 'bkat_', 'bkct_'], 'bk(?:ua|at|ct)_[a-zA-Z0-9]{40,64}', builds, 'https://buildkite.com/docs/apis/managing-api-tokens', 'bkua_{x:40}'],
    ['sonar-token', 'SonarQube token', 'high', ['sqp_', 'squ_', 'sqa_'], 'sq[pua]_[a-f0-9]{40}', 'read code and findings', 'https://docs.sonarsource.com/sonarqube-server/latest/user-guide/managing-tokens/', 'sqp_{h:40}'],
    ['sourcegraph-token', 'Sourcegraph token', 'high', ['sgp_', 'slk_'], 'sgp_(?:[a-f0-9]{16}_|local_)?[a-f0-9]{40}|slk_[a-f0-9]{64}', 'read all code', 'https://sourcegraph.com/docs/cli/how-tos/creating_an_access_token', 'sgp_{h:40}'],
    ['harness-token', 'Harness token', 'high', ['pat.', 'sat.'], '[ps]at\\.[A-Za-z0-9_-]{22}\\.[a-f0-9]{24}\\.[A-Za-z0-9]{20}', builds, 'https://developer.harness.io/docs/platform/automation/api/add-and-manage-api-keys/', 'pat.{u:22}.{h:24}.{x:20}'],
    ['octopus-key', 'Octopus Deploy key', 'high', ['API-'], 'API-[A-Z0-9]{26,31}', builds, 'https://octopus.com/docs/octopus-rest-api/how-to-create-an-api-key', 'API-{N:26}', (value) => /\d/.test(value.slice(4))],
    ['spacelift-token', 'Spacelift token', 'high', ['slpat_'], 'slpat_[A-Za-z0-9]{40,64}', builds, 'https://docs.spacelift.io/integrations/api', 'slpat_{x:40}'],
  ]),
  ...named([
    ['bitbucket-secret', 'Bitbucket secret', 'high', ['bitbucket'], '[A-Za-z0-9_=-]{32,64}', code, 'https://support.atlassian.com/bitbucket-cloud/docs/use-oauth-on-bitbucket-cloud/', 'BITBUCKET_TOKEN={u:32}', mixed],
    ['github-classic-token', 'GitHub token of the old form', 'critical', ['github'], '[a-f0-9]{40}', code, GITHUB, 'GITHUB_TOKEN={h:40}'],
    ['gitlab-classic-token', 'GitLab token of the old form', 'critical', ['gitlab'], '[A-Za-z0-9_-]{20}', code, GITLAB, 'GITLAB_TOKEN={u:20}', mixed],
    ['gitea-token', 'Gitea token', 'high', ['gitea', 'forgejo'], '[a-f0-9]{40}', code, 'https://docs.gitea.com/development/api-usage', 'GITEA_TOKEN={h:40}'],
    ['travis-token', 'Travis CI token', 'high', ['travis'], '[A-Za-z0-9_-]{20,22}', builds, 'https://docs.travis-ci.com/user/triggering-builds/', 'TRAVIS_TOKEN={u:20}', mixed],
    ['circleci-classic-token', 'CircleCI token of the old form', 'high', ['circleci', 'circle_'], '[a-f0-9]{40}', builds, 'https://circleci.com/docs/managing-api-tokens/', 'CIRCLECI_TOKEN={h:40}'],
    ['drone-token', 'Drone token', 'high', ['drone'], '[A-Za-z0-9]{32}', builds, 'https://docs.drone.io/cli/configure/', 'DRONE_TOKEN={x:32}'],
    ['codecov-token', 'Codecov token', 'medium', ['codecov'], `${UUID}|[a-z0-9]{32}`, 'send reports', 'https://docs.codecov.com/docs/codecov-tokens', 'CODECOV_TOKEN={uuid}'],
    ['snyk-token', 'Snyk token', 'high', ['snyk'], UUID, 'read findings of all projects', 'https://docs.snyk.io/snyk-api/authentication-for-api', 'SNYK_TOKEN={uuid}'],
    ['jenkins-token', 'Jenkins token', 'high', ['jenkins'], '1[01][a-f0-9]{32}', builds, 'https://www.jenkins.io/doc/book/system-administration/authenticating-scripted-clients/', 'JENKINS_TOKEN=10{h:32}'],
    ['sonar-classic-token', 'SonarQube token of the old form', 'high', ['sonar'], '[a-f0-9]{40}', 'read code and findings', 'https://docs.sonarsource.com/sonarqube-server/latest/user-guide/managing-tokens/', 'SONAR_TOKEN={h:40}'],
  ]),
];
