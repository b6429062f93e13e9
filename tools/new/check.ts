/**
 * `npm run new:check -- aws/s3/name`: writes a check whose examples fail until it is written, and registers it.
 * The folder is provider/service; the file name becomes the id.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const name = process.argv[2] ?? '';
if (!/^[a-z]+(\/[a-z0-9-]+){2}$/.test(name)) {
  console.error('usage: npm run new:check -- PROVIDER/SERVICE/NAME, for example aws/s3/bucket-versioning');
  process.exit(2);
}
const root = fileURLToPath(new URL('../../', import.meta.url));
const file = `src/checks/${name}.ts`;
if (existsSync(root + file)) {
  console.error(`${file} is already there`);
  process.exit(2);
}
mkdirSync(dirname(root + file), { recursive: true });
writeFileSync(
  root + file,
  `import { isTrue } from '../../../model/index.js';
import { cfn, defineCheck, tf } from '../../define.js';

export default defineCheck({
  id: '${name.replaceAll('/', '-')}',
  title: 'Resource is in the good state',
  row: 'data',
  severity: 'medium',
  on: 'AWS::S3::Bucket',
  why: 'What goes wrong, and the kind of breach that it opens.',
  cwe: ['CWE-284'],
  judgement: {
    detection: 'how hard it is to notice',
    effort: 'how hard it is to fix',
    reach: 'how much else hangs on it',
    trap: 'what people wrongly assume that leaves it open',
  },
  evaluate: ({ PublicAccessBlockConfiguration: block }) => isTrue(block.BlockPublicAcls),
  fix: { terraform: '', cloudformation: '' },
  references: ['https://docs.aws.amazon.com/'],
  equivalents: {},
  // Each must answer as its list says; these do not yet.
  examples: {
    good: [
      tf\`
        resource "aws_s3_bucket" "b" {
        }
      \`,
      cfn\`
        Resources:
          B:
            Type: AWS::S3::Bucket
      \`,
    ],
    bad: [],
    unknown: [],
  },
});
`,
);
execFileSync(process.execPath, ['node_modules/tsx/dist/cli.mjs', 'tools/gen/registry.ts'], { cwd: root, stdio: 'inherit' });
console.log(`${file} written and registered. Write it, then: npx vitest run test/checks/examples.test.ts -t ${name.replaceAll('/', '-')}`);
