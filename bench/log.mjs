// Writes a log as web servers do, with one key in its last line.
import { closeSync, openSync, writeSync } from 'node:fs';

const PATHS = ['/api/orders', '/api/users/12', '/health', '/static/app.js', '/login', '/api/tokens'];

/** Returns the bytes written. */
export function writeLog(path, bytes, last) {
  let state = 1;
  const random = (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state % below;
  };
  const line = () =>
    `2026-10-${10 + random(20)}T12:${10 + random(49)}:${10 + random(49)}.${100 + random(900)}Z INFO [worker-${random(16)}] 10.0.${random(255)}.${random(255)} GET ${PATHS[random(6)]}?page=${random(100)} 200 ${random(9000)}ms request_id=${random(1e9).toString(16)} user=${random(99999)} agent="Mozilla/5.0 (X11; Linux x86_64)"\n`;
  const block = Buffer.from(Array.from({ length: 100_000 }, line).join(''));
  const file = openSync(path, 'w');
  let written = 0;
  for (; written < bytes; ) written += writeSync(file, block);
  written += writeSync(file, last);
  closeSync(file);
  return written;
}
