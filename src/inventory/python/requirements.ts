/** `requirements.txt`: what is pinned to a version. https://pip.pypa.io/en/stable/reference/requirements-file-format/ */
import { lines } from '../dpkg.js';
import { plausible, type Found, type Reading } from '../found.js';

export function readRequirements(bytes: Buffer): Reading {
  const components: Found[] = [];
  const open: string[] = [];
  let number = 0;
  let pending = '';
  let start = 0;
  for (const line of lines(bytes)) {
    number++;
    if (pending === '') start = number;
    if (line.endsWith('\\')) {
      pending += line.slice(0, -1);
      continue;
    }
    const text = `${pending}${line}`.replace(/(^|\s)#.*$/, '').trim();
    pending = '';
    // Options: indexes, other files (read on their own when they are called alike), editable folders.
    if (text === '' || text.startsWith('-')) continue;
    const match = /^([A-Za-z0-9][A-Za-z0-9._-]*)\s*(?:\[[^\]]*\])?\s*(.*)$/.exec(text);
    if (match === null) continue;
    const [, name = '', rest = ''] = match;
    const exact = /^\(?={2,3}\s*([A-Za-z0-9][A-Za-z0-9.!+_-]*)\)?\s*(;|--|$)/.exec(rest)?.[1];
    if (exact === undefined) {
      if (!rest.startsWith('://')) open.push(name);
    } else if (plausible(name) && plausible(exact)) components.push({ type: 'pypi', name, version: exact, line: start });
  }
  return { components, unread: open.length === 0 ? [] : [`${open.length} requirement${open.length === 1 ? ' has' : 's have'} no exact version: ${open.slice(0, 5).join(', ')}${open.length > 5 ? ' …' : ''}; a lockfile would tell`] };
}
