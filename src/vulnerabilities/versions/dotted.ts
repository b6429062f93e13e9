/**
 * CRAN (https://cran.r-project.org/doc/manuals/r-release/R-exts.html#The-DESCRIPTION-file) and Hackage (https://pvp.haskell.org/#version-numbers):
 * numbers only; the longer of equal beginnings is newer.
 */
import { compareDigits, scheme } from './scheme.js';

export const dotted = scheme<readonly string[]>(
  (text) => (/^\d+(?:[.-]\d+)*$/.test(text.trim()) ? text.trim().split(/[.-]/) : undefined),
  (a, b) => {
    for (let i = 0; i < Math.min(a.length, b.length); i++) {
      const difference = compareDigits(a[i] ?? '', b[i] ?? '');
      if (difference !== 0) return difference;
    }
    return a.length - b.length;
  },
);
