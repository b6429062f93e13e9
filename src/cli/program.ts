/** Verbs, options and their help. */
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { severities } from '../model/ledger.js';
import { toldBy } from '../model/thrown.js';
import { reportNames } from '../reports/names.js';
import { live } from './live.js';

/** Exit codes of the contract. */
export const USAGE = 2;

const list = (value: string, before: readonly string[] = []): readonly string[] => [...before, ...value.split(',').map((one) => one.trim()).filter((one) => one !== '')];
const many = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];
const date = (value: string): string => {
  if (!/^\d{4}-\d\d-\d\d(T.*)?$/.test(value) || Number.isNaN(Date.parse(value))) throw new InvalidArgumentError('write it as 2026-01-31');
  return new Date(value).toISOString();
};
const pair = (value: string, before: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> => {
  const at = value.indexOf('=');
  if (at < 1) throw new InvalidArgumentError('write it as name=value');
  return { ...before, [value.slice(0, at)]: value.slice(at + 1) };
};

const DB_HELP = 'folder of the vulnerability database; default: DEMARC_DB, else in your data folder';
const VEX_HELP = 'OpenVEX or CycloneDX statements on what does not matter here; may be given more than once';
const UNFIXED_HELP = 'leave out vulnerabilities that no published version mends';
const API_HELP = 'ask a service with OSV’s interface in place of the database; sends it names of packages';

export async function run(argv: readonly string[], version: string): Promise<void> {
  const program = new Command('demarc')
    .description('Reads the cloud shared-responsibility line and verifies your side of it.')
    .version(version, '-V, --version')
    .exitOverride()
    .showHelpAfterError('(add --help for examples)')
    .addHelpText('after', examples('demarc scan .', 'demarc line ec2 rds s3 lambda', 'demarc explain aws-s3-public-access-block'));

  live(
    input(
    program
      .command('scan')
      .description('verify every row that is yours, and say which were not verified')
      .argument('<targets...>', 'folders and files: Terraform, plans and states, CloudFormation templates, lockfiles, container images as tars or OCI layouts; or `aws`, the account of your credentials')
      .addOption(new Option('--format <format>', 'what to print').choices(reportNames).default('terminal'))
      .option('--output <format=path>', 'also write a report to a file; may be given more than once', many)
      .option('--only <checks>', 'run these checks only: ids, patterns, or the ids that Checkov, Trivy and Prowler use', list)
      .option('--skip <checks>', 'leave these checks out', list)
      .addOption(new Option('--severity <severity>', 'show findings of this severity and above').choices(severities))
      .addOption(new Option('--fail-on <severity>', 'exit with 1 on a finding of this severity or above').choices([...severities, 'none']))
      .option('--fail-on-unknown', 'exit with 1 when something could not be verified')
      .option('--complete', 'exit with 3 when something was not read')
      .option('--soft-fail', 'exit with 0 in spite of findings')
      .option('--history', 'also look for secrets in every version of every file of the repository')
      .option('--gitignore', 'do not search files that git ignores for secrets')
      .option('--no-secrets', 'do not search files for secrets; what the checks of resources see stays')
      .option('--explicit', 'a pass by the provider’s default is not enough: the code must say it')
      .option('--baseline <file>', 'findings in this file are known: only new ones fail')
      .option('--write-baseline <file>', 'write the findings of this scan as a baseline')
      .option('--tag <key=value>', 'judge only resources of the account with this tag; more than once: with all of them', pair)
      .option('--record <folder>', 'keep what the account answered in a new folder, without secrets; `demarc scan FOLDER` says the same without the account')
      .option('--db <folder>', DB_HELP)
      .option('--vex <file>', VEX_HELP, many)
      .option('--ignore-unfixed', UNFIXED_HELP)
      .option('--osv-api <url>', API_HELP)
      .option('--rename', 'of what is recorded, replace account ids, names and tags consistently')
      .option('--quiet', 'print findings only to files')
      .option('--verbose', 'show all reasons'),
    ),
  )
    .addHelpText('after', examples('demarc scan .', 'demarc scan aws --region eu-west-1,us-east-1', 'demarc scan aws --account 111122223333 --role audit --tag team=web', 'demarc scan aws --record answers', 'demarc scan infra --format sarif --output json=demarc.json', 'demarc scan plan.json --fail-on high', 'demarc scan . --baseline demarc.baseline.json'))
    .action(async (targets: string[], options: object) => (await import('./scan.js')).scanCommand(targets, options, version));

  live(
    input(
    program
      .command('line')
      .description('who holds each layer of a service, a type, or every resource of your code')
      .argument('<subjects...>', 'services (s3), types (AWS::RDS::DBInstance), folders, or `aws`, the account of your credentials')
      .addOption(new Option('--format <format>', 'what to print').choices(['text', 'json', 'markdown']).default('text')),
    ),
  )
    .addHelpText('after', examples('demarc line s3', 'demarc line ec2 rds s3 lambda', 'demarc line AWS::RDS::DBInstance', 'demarc line infra --format markdown', 'demarc line aws'))
    .action(async (subjects: string[], options: object) => (await import('./line.js')).lineCommand(subjects, options));

  input(
    program
      .command('vulns')
      .description('known vulnerabilities of an image, a project or a root file system')
      .argument('<target>', 'image as tar or OCI layout, folder or lockfile')
      .option('--rootfs', 'the target is the root of a file system')
      .option('--db <folder>', DB_HELP)
      .option('--vex <file>', VEX_HELP, many)
      .option('--ignore-unfixed', UNFIXED_HELP)
      .option('--osv-api <url>', API_HELP)
      .addOption(new Option('--fail-on <severity>', 'exit with 1 on a finding of this severity or above').choices([...severities, 'none']))
      .option('--complete', 'exit with 3 when something was not read or compared')
      .addOption(new Option('--format <format>', 'what to print').choices(['terminal', 'json', 'sarif']).default('terminal')),
  )
    .addHelpText('after', examples('docker save app:1.0 -o app.tar && demarc vulns app.tar', 'demarc vulns . --ignore-unfixed', 'demarc vulns app.tar --vex vex.json --format sarif'))
    .action(async (target: string, options: object) => (await import('./vulns.js')).vulnsCommand(target, options, version));

  input(
    program
      .command('secrets')
      .description('credentials left in files, in the history of a repository, in what is staged, in images and logs')
      .argument('[path]', 'folder or file; default: here; - is standard input')
      .option('--history', 'every version of every file of the repository, over all branches and tags')
      .option('--all-objects', 'with --history: also what no branch leads to, such as dropped stashes')
      .option('--gitignore', 'leave out files that git ignores; without it they are read, as they leak all the same')
      .option('--staged', 'only what the next commit would bring in: for a hook')
      .option('--image <tar>', 'all layers and the configuration of a container image')
      .option('--baseline <file>', 'findings in this file are known: only new ones fail')
      .option('--write-baseline <file>', 'write the findings as a baseline')
      .addOption(new Option('--fail-on <severity>', 'exit with 1 on a finding of this severity or above').choices([...severities, 'none']))
      .option('--complete', 'exit with 3 when something was not read')
      .option('--soft-fail', 'exit with 0 in spite of findings')
      .addOption(new Option('--format <format>', 'what to print').choices(reportNames).default('terminal')),
  )
    .addHelpText('after', examples('demarc secrets .', 'demarc secrets --history', 'demarc secrets --staged', 'demarc secrets --image app.tar', 'zcat app.log.gz | demarc secrets -'))
    .action(async (path: string | undefined, options: object) => (await import('./secrets.js')).secretsCommand(path, options, version));

  const db = program.command('db').description('the database of known vulnerabilities');
  db.command('import')
    .description('bring in records in OSV’s format: archives, folders, files; probabilities and the list of what is exploited')
    .argument('[paths...]', 'all.zip, a folder of records, a record')
    .option('--epss <file>', 'FIRST’s exploit probabilities, as CSV')
    .option('--kev <file>', 'CISA’s known exploited vulnerabilities, as JSON')
    .option('--db <folder>', DB_HELP)
    .addHelpText('after', examples('demarc db import npm.zip Debian.zip', 'demarc db import --epss epss_scores-current.csv.gz --kev known_exploited_vulnerabilities.json'))
    .action(async (paths: string[], options: object) => (await import('./db.js')).importCommand(paths, options));
  db.command('update')
    .description('fetch what is new from OSV’s published archives or a mirror of them; the one command of this kind that uses the network')
    .option('--from <url>', 'the mirror')
    .option('--ecosystem <names>', 'Debian, npm, PyPI …; default: those that are there, else all', list)
    .option('--db <folder>', DB_HELP)
    .addHelpText('after', examples('demarc db update', 'demarc db update --ecosystem Debian,npm', 'demarc db update --from https://osv.mirror.example.com'))
    .action(async (options: object) => (await import('./db.js')).updateCommand(options));
  db.command('status')
    .description('which records are there, and how old they are')
    .option('--db <folder>', DB_HELP)
    .option('--as-of <date>', 'ages on this day', date)
    .addOption(new Option('--format <format>', 'what to print').choices(['text', 'json']).default('text'))
    .action(async (options: object) => (await import('./db.js')).statusCommand(options));

  input(program.command('explain').description('what a check asks, why, and how to lock it; or one finding').argument('<check or finding>').option('--in <target>', 'where the finding was made', '.'))
    .addHelpText('after', examples('demarc explain aws-s3-public-access-block', 'demarc explain CKV_AWS_53', 'demarc explain 3f2a9c0d11e47b52 --in infra'))
    .action(async (subject: string, options: object) => (await import('./explain.js')).explainCommand(subject, options));

  access(program.command('public').description('every resource that somebody outside the account gets to, with the request that gets in').argument('[targets...]', 'folders and files; default: here'))
    .option('--all', 'also those that nobody from outside gets to')
    .addHelpText('after', examples('demarc public infra', 'demarc public --format json', 'demarc public . --trust 444455556666 --organization o-a1b2c3d4e5'))
    .action(async (targets: string[], options: object) => (await import('./access.js')).publicCommand(targets, options));

  access(program.command('who-can').description('who may do an action on a resource').argument('<action>', 's3:GetObject').argument('<resource>', 'ARN, or an address of the code'))
    .addHelpText('after', examples('demarc who-can s3:GetObject arn:aws:s3:::photos/cat.jpg', 'demarc who-can kms:Decrypt aws_kms_key.data --in infra'))
    .action(async (action: string, resource: string, options: object) => (await import('./access.js')).whoCanCommand(action, resource, options));

  access(program.command('can').description('whether a principal may do an action on a resource, and why').argument('<principal>', 'ARN, name or address; * for everyone').argument('<action>', 's3:GetObject').argument('<resource>', 'ARN, or an address of the code'))
    .option('--context <key=value>', 'what the request brings along', pair)
    .addHelpText('after', examples('demarc can aws_iam_role.app s3:PutObject arn:aws:s3:::photos/cat.jpg', 'demarc can deploy iam:PassRole aws_iam_role.admin --context iam:PassedToService=lambda.amazonaws.com'))
    .action(async (principal: string, action: string, resource: string, options: object) => (await import('./access.js')).canCommand(principal, action, resource, options));

  access(program.command('paths').description('ways up: who can become administrator, or reach a resource').argument('[targets...]', 'folders and files; default: here'))
    .option('--to <goal>', '`admin`, or a resource: ARN or address', 'admin')
    .option('--from <principal>', 'only of one principal, or `internet`')
    .addHelpText('after', examples('demarc paths infra', 'demarc paths --to admin --from internet', 'demarc paths --to aws_s3_bucket.photos --in infra'))
    .action(async (targets: string[], options: object) => (await import('./access.js')).pathsCommand(targets, options));

  access(program.command('least').description('what roles are granted without use in the code, and the narrowed policy').argument('[roles...]', 'addresses or names; default: every role that a workload runs with'))
    .addHelpText('after', examples('demarc least --in infra', 'demarc least aws_iam_role.app --in infra'))
    .action(async (roles: string[], options: object) => (await import('./access.js')).leastCommand(roles, options));

  program
    .command('sbom')
    .description('what a target is made of: the packages of an image, a root file system or a project')
    .argument('<target>', 'an image (tar of `docker save`, OCI layout), a project, a bill of materials, or with --rootfs a root file system')
    .addOption(new Option('--format <format>', 'what to print').choices(['text', 'json', 'cyclonedx', 'spdx']).default('text'))
    .option('--as-of <date>', 'the time that the bill of materials says it was made; default: none, so that the same content gives the same bytes', date)
    .option('--complete', 'exit with 3 when something was not read')
    .option('--rootfs', 'the folder is a root file system')
    .option('--platform <platform>', 'of an image for several: linux/arm64; default: linux/amd64')
    .addHelpText('after', examples('docker save app:1.0 -o app.tar && demarc sbom app.tar', 'demarc sbom . --format cyclonedx > sbom.json', 'demarc sbom / --rootfs --format spdx'))
    .action(async (target: string, options: object) => (await import('./sbom.js')).sbomCommand(target, options, version));

  const checks = program
    .command('checks')
    .description('list the checks')
    .argument('[words...]', 'only those that mention all of these')
    .option('--service <service>', 'only of a service: s3, rds …')
    .option('--row <layer>', 'only of a layer')
    .addOption(new Option('--severity <severity>', 'only of this severity').choices(severities))
    .addOption(new Option('--format <format>', 'what to print').choices(['text', 'json', 'markdown']).default('text'))
    .option('--checks <module>', 'also your own checks: a folder, file or package', many)
    .addHelpText('after', examples('demarc checks', 'demarc checks --service s3 --severity high', 'demarc checks test ./my-checks'))
    .action(async (words: string[], options: object) => (await import('./checks.js')).checksCommand(words, options));
  checks
    .command('test')
    .description('run the examples of your own checks')
    .argument('<folder>', 'folder, file or package of checks')
    .action(async (folder: string) => (await import('./checks.js')).testCommand(folder));

  program
    .command('permissions')
    .description('the policy that reading an account needs: it reads and lists, and sees no secret and no data')
    .option('--beyond <policies>', 'only what these AWS-managed policies lack: SecurityAudit, ViewOnlyAccess …', list)
    .option('--only <checks>', 'for these checks only, as `scan` takes them', list)
    .option('--skip <checks>', 'for all but these checks', list)
    .addHelpText('after', examples('demarc permissions > auditor.json', 'demarc permissions --beyond SecurityAudit', "demarc permissions --only 'aws-s3-*'"))
    .action(async (options: { beyond?: readonly string[]; only?: readonly string[]; skip?: readonly string[] }) => (await import('./permissions.js')).permissionsCommand(options));

  live(program.command('doctor').description('before a scan: who you are, which regions will be read, and which permissions you lack').argument('<target>', '`aws`, the account of your credentials'))
    .addOption(new Option('--format <format>', 'what to print').choices(['text', 'json']).default('text'))
    .addHelpText('after', examples('demarc doctor aws', 'demarc doctor aws --account 111122223333 --role audit'))
    .action(async (target: string, options: object) => (await import('./doctor.js')).doctorCommand(target, options));

  program
    .command('completion')
    .description('print a completion script')
    .argument('<shell>', 'bash, zsh or fish')
    .addHelpText('after', examples('demarc completion bash >> ~/.bashrc'))
    .action(async (shell: string) => (await import('./completion.js')).completionCommand(shell, program));

  try {
    await program.parseAsync(argv);
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? 0 : USAGE;
      return;
    }
    // What a user can mend is one line; anything else is a defect and shows where.
    const known = error instanceof Error && ['TargetError', 'UsageError', 'StoreError'].includes(error.name);
    process.stderr.write(known ? `demarc: ${(error as Error).message}\n` : `${toldBy(error)}\n`);
    process.exitCode = USAGE;
  }
}

/** Options of every verb that reads code. */
function input(command: Command): Command {
  return command
    .option('--var <name=value>', 'value of a Terraform variable', pair)
    .option('--var-file <file>', 'Terraform variables', many)
    .option('--parameter-file <file>', 'CloudFormation parameters', many)
    .option('--compose-override <file>', 'a file of Compose to lay over the one beside it', many)
    .option('--platform <platform>', 'of an image for several: linux/arm64; default: linux/amd64')
    .option('--config <file>', 'configuration; default: demarc.config.json or .yaml here or above')
    .option('--checks <module>', 'also your own checks: a folder, file or package', many)
    .option('--as-of <date>', 'judge dates against this day', date);
}

/** Options of questions of access. */
function access(command: Command): Command {
  return input(command)
    .option('--in <target>', 'where to look; default: here', many)
    .option('--account <number>', 'the account that the code is for')
    .option('--trust <accounts>', 'other accounts that are yours', list)
    .option('--organization <id>', 'your organization')
    .option('--scp <file>', 'a service control policy, as JSON; once for each level above the account', many)
    .option('--rcp <file>', 'a resource control policy, as JSON', many)
    .addOption(new Option('--format <format>', 'what to print').choices(['text', 'json']).default('text'));
}

const examples = (...lines: readonly string[]): string => `\nExamples:\n${lines.map((line) => `  $ ${line}`).join('\n')}`;
