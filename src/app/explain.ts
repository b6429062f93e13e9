import type { Check } from '../checks/define.js';
import { registry } from '../checks/registry.js';
import { means } from '../checks/select.js';

/** The checks that an id means: one of ours, or all that ask what a peer's check asks. Empty for a stranger. */
export const explain = (id: string, checks: readonly Check[] = registry): readonly Check[] => checks.filter((check) => means(id, check));
