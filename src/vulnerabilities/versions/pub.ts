/**
 * Dart's pub: semver, except that build metadata counts, compared as a pre-release is, with one more than none.
 * https://dart.dev/tools/pub/versioning and https://pub.dev/documentation/pub_semver/latest/pub_semver/Version-class.html
 */
import { compareIdentifiers, compareSemver, parseSemver } from './semver.js';
import { scheme } from './scheme.js';

export const pub = scheme(parseSemver, (a, b) => compareSemver(a, b) || (a.build.length === 0 || b.build.length === 0 ? a.build.length - b.build.length : compareIdentifiers(a.build, b.build)));
