import type { Entry } from '../../src/sandbox/world/journal.js';
import type { Line } from './history.js';
import { markOf, messageWords } from './screen.js';
import type { Args, Witnesses } from './stage.js';

type Posts = Readonly<Record<string, { readonly timelineAt: number }>>;

const post = 'POST /2/tweets';

/** What X saw of the desks, from the journal of the sandbox. */
export function seenByX(stage: Witnesses): Line[] {
  const deskOf = new Map(stage.desks.map(({ id, handle }) => [handle, id]));
  const { posts } = stage.sandbox.x.snapshot() as { posts: Posts };
  return stage.sandbox.journal.read().flatMap((entry): Line[] => {
    const desk = deskOf.get(String(entry.caller ?? entry.by ?? ''));
    if (entry.side !== 'x' || desk === undefined) return [];
    return entry.kind === post ? [sent(entry, desk, posts)] : [];
  });
}

function sent(entry: Entry, desk: string, posts: Posts): Line {
  const { at, text, in_reply_to: to, id, status, fault } = entry;
  if (entry.tookEffect !== true)
    return { line: 'called', at, desk, text: String(text), status: Number(status) };
  return {
    line: 'posted',
    at,
    desk,
    id: String(id),
    text: String(text),
    ...(to === undefined ? {} : { to: String(to) }),
    late: String(fault ?? '').startsWith('late'),
    seenFrom: posts[String(id)]?.timelineAt ?? at,
  };
}

/** The messages that Slack has at the end: in the desks' channels and in the app's private conversations. */
export function standingInSlack(stage: Witnesses): Line[] {
  const at = stage.sandbox.clock.now();
  const { messages } = stage.sandbox.slack.snapshot() as { messages: Record<string, Args[]> };
  return Object.values(messages)
    .flat()
    .flatMap((message): Line[] => {
      const mark = markOf(message);
      if (!mark || message.tombstone === true) return [];
      return [{ line: 'stands', at, ...mark, ts: String(message.ts), words: messageWords(message) }];
    });
}
