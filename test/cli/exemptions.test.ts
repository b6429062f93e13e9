import { describe, expect, it } from 'vitest';
import { BLOCK, command, openBucket } from './demarc.js';

const demarc = command();

interface Found {
  readonly state: 'open' | 'exempt';
  readonly reason?: string;
  readonly errors: readonly string[];
}

function judged(files: Readonly<Record<string, string>>, ...args: readonly string[]): Found {
  const { out, err } = demarc(['scan', '.', '--only', BLOCK, '--format', 'json', '--as-of', '2026-11-01', ...args], { cwd: demarc.folder(files) });
  expect(err).toBe('');
  const { verdicts, errors } = JSON.parse(out) as { readonly verdicts: readonly { readonly status: string; readonly exemption: null | { readonly reason: string } }[]; readonly errors: readonly { readonly file: string; readonly line?: number; readonly message: string }[] };
  const [verdict] = verdicts;
  expect(verdict?.status).toBe('fail');
  return { state: verdict?.exemption === null ? 'open' : 'exempt', reason: verdict?.exemption?.reason, errors: errors.map(({ file, line, message }) => `${file}:${line}: ${message}`) };
}
const inside = (comment: string): Readonly<Record<string, string>> => ({ 'main.tf': openBucket('photos').replace('bucket = "photos"\n', `bucket = "photos"\n  ${comment}\n`) });
const above = (comment: string): Readonly<Record<string, string>> => ({ 'main.tf': `${comment}\n${openBucket('photos')}` });

describe('exemptions in comments', () => {
  it('holds from the line above and from within, in both kinds of comment', () => {
    for (const files of [above(`# demarc:ignore ${BLOCK} reason="a website"`), inside(`# demarc:ignore ${BLOCK} reason="a website"`), above(`// demarc:ignore ${BLOCK} reason="a website"`), inside(`/* demarc:ignore ${BLOCK} reason="a website" */`)]) {
      expect(judged(files)).toEqual({ state: 'exempt', reason: 'a website', errors: [] });
    }
  });

  it('holds on the satellite that decides', () => {
    expect(judged({ 'main.tf': openBucket('photos', `# demarc:ignore ${BLOCK} reason="a website"\n`) }).state).toBe('exempt');
  });

  it('honours the comments of peers through the crosswalk', () => {
    expect(judged(inside('#checkov:skip=CKV_AWS_53:a website'))).toEqual({ state: 'exempt', reason: 'a website', errors: [] });
    expect(judged(above('#trivy:ignore:AVD-AWS-0086 a website')).state).toBe('exempt');
    expect(judged(above('# tfsec:ignore:aws-0086')).state).toBe('exempt');
    expect(judged(above('#trivy:ignore:AVD-AWS-0086:exp:2026-01-01')).state).toBe('open');
    expect(judged(inside('#checkov:skip=CKV_AWS_999:no counterpart here'))).toEqual({ state: 'open', errors: [] });
  });

  it('does not reach past other code', () => {
    expect(judged({ 'main.tf': `# demarc:ignore ${BLOCK} reason="x"\nlocals {}\n${openBucket('photos')}` }).state).toBe('open');
    expect(judged({ 'main.tf': `${openBucket('photos')}\n# demarc:ignore ${BLOCK} reason="x"\n` }).state).toBe('open');
    expect(judged(above('# demarc:ignore aws-s3-[x] reason="x"')).state).toBe('open');
  });

  it('ends the day after its date, and says so', () => {
    expect(judged(above(`# demarc:ignore ${BLOCK} until=2026-11-01 reason="x"`)).state).toBe('exempt');
    expect(judged(above(`# demarc:ignore ${BLOCK} until=2026-10-31 reason="x"`))).toEqual({ state: 'open', errors: [`main.tf:1: exemption of \`${BLOCK}\` ended on 2026-10-31 and no longer applies`] });
    expect(judged(above(`# demarc:ignore ${BLOCK} until=soon reason="x"`)).errors).toEqual(['main.tf:1: exemption has an end that is no date: `until=soon`; write it as 2027-01-31']);
  });

  it('reports one without a reason, a strange check, or none', () => {
    expect(judged(above(`# demarc:ignore ${BLOCK}`))).toEqual({ state: 'exempt', reason: '', errors: [`main.tf:1: exemption of \`${BLOCK}\` gives no reason; add one`] });
    expect(judged(above('# demarc:ignore aws-s3-nothing reason="x"')).errors).toEqual(['main.tf:1: exemption names `aws-s3-nothing`, which is no check; `demarc checks` lists them']);
    expect(judged(above('# demarc:ignore')).errors).toEqual(['main.tf:1: exemption names no check; write `demarc:ignore CHECK reason="…"`']);
  });

  it('on a module call covers what is in the module', () => {
    const module = { 'm/main.tf': openBucket('photos') };
    expect(judged({ ...module, 'main.tf': `# demarc:ignore ${BLOCK} reason="x"\nmodule "m" {\n  source = "./m"\n}\n` }).state).toBe('exempt');
    expect(judged({ ...module, 'main.tf': `module "m" {\n  #checkov:skip=CKV_AWS_53:x\n  source = "./m"\n}\n` }).state).toBe('exempt');
    expect(judged({ ...module, 'main.tf': `module "m" {\n  source = "./m"\n}\n` }).state).toBe('open');
  });

  it('works in templates, in comments and in Metadata', () => {
    const template = (comment: string, metadata = ''): Readonly<Record<string, string>> => ({
      'template.yaml': `Resources:\n${comment}  B:\n    Type: AWS::S3::Bucket\n${metadata}    Properties:\n      PublicAccessBlockConfiguration:\n        BlockPublicAcls: false\n`,
    });
    expect(judged(template('')).state).toBe('open');
    expect(judged(template(`  # demarc:ignore ${BLOCK} reason="x"\n`)).state).toBe('exempt');
    expect(judged(template('', `    # checkov:skip=CKV_AWS_53:x\n`)).state).toBe('exempt');
    expect(judged(template('', '    Metadata:\n      checkov:\n        skip:\n          - id: CKV_AWS_53\n            comment: a website\n'))).toEqual({ state: 'exempt', reason: 'a website', errors: [] });
  });
});

describe('exemptions in the configuration', () => {
  const config = (exemption: object): Readonly<Record<string, string>> => ({ 'main.tf': openBucket('photos'), 'demarc.config.json': JSON.stringify({ exemptions: [exemption] }) });

  it('match by check and resource', () => {
    expect(judged(config({ check: BLOCK, reason: 'x' })).state).toBe('exempt');
    expect(judged(config({ check: 'aws-s3-*', resource: 'aws_s3_bucket.ph*', reason: 'x', owner: 'web', until: '2027-01-01' })).state).toBe('exempt');
    expect(judged(config({ check: ['CKV_AWS_53'], resource: '*#aws_s3_bucket.photos', reason: 'x' })).state).toBe('exempt');
    expect(judged(config({ check: BLOCK, resource: 'aws_s3_bucket.other', reason: 'x' })).state).toBe('open');
  });

  it('are reported like those in comments', () => {
    expect(judged(config({ check: BLOCK })).errors[0]).toMatch(/demarc\.config\.json.*gives no reason/);
    expect(judged(config({ check: 'aws-s3-nothing', reason: 'x' })).errors[0]).toContain('`aws-s3-nothing`, which is no check');
  });
});
