// Builds the command when npm installs it from its repository, as pre-commit does; without the packages that build it there is nothing to do.
import { existsSync } from 'node:fs';

if (existsSync(new URL('../node_modules/esbuild', import.meta.url)) && !existsSync(new URL('../dist/cli.js', import.meta.url))) await import('./build.mjs');
