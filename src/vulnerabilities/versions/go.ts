/**
 * Go modules: semver with a `v`, pseudo-versions as the pre-releases that they are, `+incompatible` as metadata; and the releases of Go
 * itself (`go1.21rc2`), which records of `stdlib` and `toolchain` are about.
 * https://go.dev/ref/mod#versions, https://go.dev/ref/mod#pseudo-versions, https://go.dev/doc/toolchain#version
 */
import { compareSemver, parseSemver } from './semver.js';
import { scheme } from './scheme.js';

const RELEASE = /^(?:go)?(\d+)\.(\d+)(?:\.(\d+)|(beta|rc)(\d+))?(?:[ -].*)?$/;

export const go = scheme((text) => {
  const plain = parseSemver(text);
  if (plain !== undefined) return plain;
  const [, major, minor, patch = '0', stage, number = '0'] = RELEASE.exec(text.trim()) ?? [];
  return major === undefined || minor === undefined ? undefined : { numbers: [major, minor, patch], pre: stage === undefined ? [] : [stage, number], build: [] };
}, compareSemver);
