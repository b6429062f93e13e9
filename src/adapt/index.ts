/** Raw resources of every source → resources in their provider's schema. One file a service; this one only picks the rule. */
import type { CoverageLine, RawResource } from '../model/index.js';
import type { Adapted, AdaptResult, AdaptRule } from './adapted.js';
import { cloudformationRules, terraformRules } from './aws/index.js';
import { mentionsOf } from './mentions.js';

export function adapt(raws: readonly RawResource[]): AdaptResult {
  const adapted: Adapted[] = [];
  const coverage: CoverageLine[] = [];
  const unsupported = new Map<string, { readonly raw: RawResource; count: number }>();
  for (const raw of raws) {
    const rule = ruleFor(raw);
    if (rule !== undefined) {
      adapted.push(...rule(raw));
      continue;
    }
    if (raw.dialect === 'terraform' && raw.type.startsWith('data.')) continue; // reads, decides nothing of its own
    const key = `${raw.root}#${raw.type}`;
    const there = unsupported.get(key);
    if (there === undefined) unsupported.set(key, { raw, count: 1 });
    else there.count++;
  }
  for (const { raw, count } of unsupported.values()) {
    coverage.push({
      source: raw.root,
      subject: raw.type,
      asked: 'resources',
      answered: false,
      reason: `\`${raw.type}\` is not supported yet: ${count === 1 ? `\`${raw.address}\` was` : `\`${raw.address}\` and ${count - 1} more were`} not judged`,
    });
  }
  return { adapted, coverage, mentions: mentionsOf(raws) };
}

function ruleFor(raw: RawResource): AdaptRule | undefined {
  if (raw.dialect === 'terraform') return terraformRules[raw.type];
  return cloudformationRules[raw.type] ?? (/^(AWS|Alexa|Demarc)::/.test(raw.type) ? asWritten : undefined);
}

/** CloudFormation writes the schema itself. */
const asWritten: AdaptRule = (raw) => [
  { kind: 'resource', type: raw.type, raw, address: raw.address, properties: raw.arguments, facts: raw.meta ?? { kind: 'map', entries: new Map(), at: raw.at } },
];
