import { isRuntimeFile } from './runtimes.js';

/** Files that tell of packages of languages: a package of the operating system may have brought them. */
export const isLanguageFile = (path: string): boolean => /(\/package\.json|\.(jar|war|ear|gemspec)|\.dist-info\/METADATA|\.egg-info(\/PKG-INFO)?|\.deps\.json|\/installed\.json)$/.test(path) || /^(usr\/)?(local\/)?(s?bin|lib\/go[^/]*\/bin|libexec)\//.test(path) || isRuntimeFile(path);
