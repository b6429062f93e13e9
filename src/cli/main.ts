#!/usr/bin/env node
/** The command. It only reads arguments; each verb loads what it needs when it is called. */
import { setFlagsFromString } from 'node:v8';

// A scan is over before most of it is worth optimizing: compiled as eagerly as a server's, it takes a quarter longer.
setFlagsFromString('--interrupt-budget=1000000');

/** Put in by the build, from package.json. */
declare const DEMARC_VERSION: string;
const version = DEMARC_VERSION;

const [first] = process.argv.slice(2);
// Closed pipes (`demarc scan . | head`) end the program quietly.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
  throw error;
});
if (first === '--version' || first === '-V') process.stdout.write(`${version}\n`);
else await (await import('./program.js')).run(process.argv, version);
