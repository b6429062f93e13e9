/** All rules that are built in, in the order in which the earlier wins. */
import type { SecretRule } from './rule.js';
import { assignedRules } from './rules/assigned.js';
import { cloudRules } from './rules/cloud.js';
import { dataRules } from './rules/data.js';
import { identityRules } from './rules/identity.js';
import { keyRules } from './rules/keys.js';
import { messagingRules } from './rules/messaging.js';
import { modelRules } from './rules/models.js';
import { observabilityRules } from './rules/observability.js';
import { packageRules } from './rules/packages.js';
import { paymentRules } from './rules/payment.js';
import { placeRules } from './rules/places.js';
import { sourceControlRules } from './rules/source-control.js';
import { workRules } from './rules/work.js';
import { createScanner, type Scanner } from './scanner.js';

export const secretRules: readonly SecretRule[] = [...cloudRules, ...sourceControlRules, ...packageRules, ...messagingRules, ...paymentRules, ...observabilityRules, ...identityRules, ...dataRules, ...modelRules, ...workRules, ...keyRules, ...placeRules, ...assignedRules];

/** Words that tell what stands far away from them: a version of a file that holds one is not to be judged by its changed lines alone. */
const FAR = secretRules.filter(({ lines, back = 0, reach = 0, keywords }) => lines === true && keywords.length < 8 && (back > 500 || reach > 1000)).flatMap(({ keywords }) => keywords);
export const needsWhole = (bytes: Buffer): boolean => bytes.length < 1024 * 1024 && FAR.some((word) => bytes.includes(word));

/** Made once: its search is compiled from all keywords. */
let made: Scanner | undefined;
export const scanner = (): Scanner => (made ??= createScanner(secretRules));
