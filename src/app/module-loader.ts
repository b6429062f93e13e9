/**
 * Loads a module of the user, JavaScript or TypeScript, so that `demarc` in it is the running one and both share one `defineCheck`.
 * The module and the files that it imports by relative path are loaded through copies: types stripped, imports made absolute.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { builtinModules, createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, extname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** Endings of the files that are loaded. */
export const MODULES: ReadonlySet<string> = new Set(['.js', '.mjs', '.ts', '.mts']);

export async function importModule(file: string): Promise<Readonly<Record<string, unknown>>> {
  const folder = mkdtempSync(join(tmpdir(), 'demarc-checks-'));
  try {
    const entry = await new Copies(folder).copy(file);
    return (await import(/* @vite-ignore */ entry)) as Readonly<Record<string, unknown>>;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The library entry of the running demarc: beside the chunks of a bundle, or in source. */
function running(): string {
  const here = ['../index.js', './index.js', '../index.ts'].map((path) => new URL(path, import.meta.url));
  const found = here.find((url) => existsSync(fileURLToPath(url)));
  if (found === undefined) throw new Error(`the library entry of demarc is not beside ${fileURLToPath(import.meta.url)}`);
  return found.href;
}

/** `from 'x'`, `import 'x'`, `import('x')`. */
const IMPORT = /(\bfrom\s*|\bimport\s*\(\s*|\bimport\s+)(["'])([^"'\n]+)\2/g;

class Copies {
  private readonly made = new Map<string, string>();

  constructor(private readonly folder: string) {}

  /** URL of the copy of a file, made once. */
  async copy(file: string): Promise<string> {
    const there = this.made.get(file);
    if (there !== undefined) return there;
    const path = join(this.folder, `${this.made.size}.mjs`);
    const url = pathToFileURL(path).href;
    this.made.set(file, url);
    const source = readFileSync(file, 'utf8');
    const code = /\.m?ts$/.test(file) ? (await import('sucrase')).transform(source, { transforms: ['typescript'], disableESTransforms: true, filePath: file }).code : source;
    const targets = new Map<string, string>();
    for (const [, , , specifier] of code.matchAll(IMPORT)) if (specifier !== undefined) targets.set(specifier, await this.target(specifier, file));
    writeFileSync(
      path,
      code
        .replace(IMPORT, (_, head: string, quote: string, specifier: string) => `${head}${quote}${targets.get(specifier) ?? specifier}${quote}`)
        .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(file).href)),
    );
    return url;
  }

  private async target(specifier: string, from: string): Promise<string> {
    if (specifier === 'demarc') return running();
    if (specifier.startsWith('node:') || builtinModules.includes(specifier)) return specifier;
    if (/^\.\.?\//.test(specifier)) {
      const path = written(resolve(dirname(from), specifier));
      if (path === undefined) throw new Error(`\`${specifier}\`, which it imports, does not exist`);
      return MODULES.has(extname(path)) ? this.copy(path) : pathToFileURL(path).href;
    }
    try {
      return pathToFileURL(createRequire(from).resolve(specifier)).href;
    } catch {
      return specifier; // the import itself says best what is missing
    }
  }
}

/** The file that an import means; TypeScript writes `.js` for a `.ts` beside it. */
function written(path: string): string | undefined {
  return [path, path.replace(/\.(m?)js$/, '.$1ts'), `${path}.ts`, `${path}.js`, join(path, 'index.ts'), join(path, 'index.js')].find((one) => existsSync(one) && statSync(one).isFile());
}
