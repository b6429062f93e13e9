/** Checks whose examples are code, asked of an account: both verdicts, and unknown where the account does not tell. */
import { expect, it } from 'vitest';
import { tryExamples } from '../../src/app/examples.js';
import type { Example } from '../../src/checks/define.js';
import patchBaselineApproves from '../../src/checks/aws/ssm/patch-baseline-approves.js';

const baseline = (reply: object): Example => ({
  format: 'account',
  text: JSON.stringify({
    ssm: {
      'DescribePatchBaselinesCommand {"Filters":[{"Key":"OWNER","Values":["Self"]}]}': { BaselineIdentities: [{ BaselineId: 'pb-1', BaselineName: 'ours' }] },
      'GetPatchBaselineCommand {"BaselineId":"pb-1"}': reply,
    },
  }),
});
const rules = (...days: readonly number[]): Example => baseline({ ApprovalRules: { PatchRules: days.map((ApproveAfterDays) => ({ ApproveAfterDays })) }, ApprovedPatches: [] });

it('reads the rules of a patch baseline', async () => {
  const examples = { good: [rules(7)], bad: [rules(90), rules()], unknown: [baseline({ error: ['AccessDenied'] })] };
  expect((await tryExamples({ ...patchBaselineApproves, examples }, '2026-11-01T00:00:00Z')).filter(({ problem }) => problem !== undefined)).toEqual([]);
});
