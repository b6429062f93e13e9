/** `group:artifact`, as Maven's ecosystem writes names. */
import { plausible, type Found } from '../found.js';

/** Undefined when one of them is missing, or not yet filled in (`${…}`). */
export function mavenPackage(group: string | undefined, artifact: string | undefined, version: string | undefined): Found | undefined {
  const fit = (text: string | undefined): text is string => plausible(text) && !/[\s$:/\\]/.test(text);
  return fit(group) && fit(artifact) && fit(version) ? { type: 'maven', name: `${group}:${artifact}`, version } : undefined;
}
