/** All rules that are built in, in the order in which the earlier wins. */
import { assignedRules } from './rules/assigned.js';
import { providerRules } from './rules/providers.js';
import { createScanner, type Scanner } from './scanner.js';

/** Made once: its search is compiled from all keywords. */
let made: Scanner | undefined;
export const scanner = (): Scanner => (made ??= createScanner([...providerRules, ...assignedRules]));
