/** What people wrote to commits and tags. */
import { git, pieces, reason } from './git.js';
import type { Repository } from './repository.js';

export interface Message {
  readonly text: string;
  /** `message of commit 984dd78275cd`, `message of tag v1.0`. */
  readonly place: string;
  /** The commit, or what the tag names. */
  readonly commit: string;
  /** ISO 8601. */
  readonly date: string;
  readonly author: string;
}

/** The messages over all refs. `damaged` hears why the rest could not be read. */
export async function* messagesOf({ at, stashes }: Repository, damaged: (message: string) => void, { unreachable = false }: { readonly unreachable?: boolean } = {}): AsyncIterable<Message> {
  const commits = git(['log', '--all', ...stashes, ...(unreachable ? ['--reflog'] : []), '--no-show-signature', '--no-color', '-z', '--format=%H%x02%aI%x02%an%x02%B'], at);
  for await (const all of pieces(commits.output, '\0')) {
    for (const one of all) {
      const [commit = '', date = '', author = '', ...text] = one.split('\u0002');
      yield { text: text.join('\u0002'), place: `message of commit ${commit.slice(0, 12)}`, commit, date, author };
    }
  }
  const log = await commits.ended;
  if (log.code !== 0) damaged(`messages of commits cannot all be read: ${reason(log.complaint)}`);
  const tags = git(['for-each-ref', '--format=%(objecttype)%02%(refname:strip=2)%02%(*objectname)%02%(taggerdate:iso-strict)%02%(taggername)%02%(contents)%00', 'refs/tags'], at);
  for await (const all of pieces(tags.output, '\0')) {
    for (const one of all) {
      const [type = '', name = '', commit = '', date = '', author = '', ...text] = one.split('\u0002');
      if (type.trim() === 'tag') yield { text: text.join('\u0002'), place: `message of tag ${name}`, commit, date, author };
    }
  }
  const list = await tags.ended;
  if (list.code !== 0) damaged(`messages of tags cannot all be read: ${reason(list.complaint)}`);
}
