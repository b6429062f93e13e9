/** `gradle.lockfile`: `group:artifact:version=configuration,…`. https://docs.gradle.org/current/userguide/dependency_locking.html */
import { lines } from '../dpkg.js';
import type { Found, Reading } from '../found.js';
import { mavenPackage } from './coordinates.js';

export function readGradleLock(bytes: Buffer): Reading {
  const components: Found[] = [];
  let number = 0;
  for (const line of lines(bytes)) {
    number++;
    const [, group, artifact, version, configurations = ''] = /^([^#:=\s]+):([^:=\s]+):([^:=\s]+)=(.*)$/.exec(line) ?? [];
    const found = mavenPackage(group, artifact, version);
    if (found !== undefined) components.push({ ...found, line: number, ...(configurations.split(',').every((one) => /^(test|androidTest|integrationTest)/.test(one)) ? { development: true } : {}) });
  }
  return { components };
}
