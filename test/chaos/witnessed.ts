import type { Entry } from '../../src/sandbox/world/journal.js';
import type { Line } from './history.js';
import { markOf, messageWords } from './screen.js';
import type { Args, Witnesses } from './stage.js';
import { idOfPost } from './towns/bluesky-town.js';

type Posts = Readonly<Record<string, { readonly timelineAt: number }>>;

type Messages = readonly { readonly id: string; readonly at: number }[];

/** The calls that post an answer: in public, in private, and on Bluesky. */
export const post = 'POST /2/tweets';
export const message = 'POST /2/dm_conversations/with/:participant_id/messages';
export const put = 'POST com.atproto.repo.putRecord';

/** What the networks saw of the desks, from the journal of the sandbox. */
export function seenThere(stage: Witnesses): Line[] {
  const deskOf = new Map(stage.desks.map(({ id, handle }) => [handle, id]));
  const { messages, posts } = stage.sandbox.x.snapshot() as { messages: Messages; posts: Posts };
  const inPrivate = Object.fromEntries(messages.map(({ at, id }) => [id, { timelineAt: at }]));
  return stage.sandbox.journal.read().flatMap((entry): Line[] => {
    const desk = deskOf.get(String(entry.caller ?? entry.by ?? ''));
    if (desk === undefined) return [];
    if (entry.side === 'bluesky') return isPut(entry) ? [written(entry, desk)] : [];
    if (entry.side !== 'x') return [];
    if (entry.kind === message && stage.inside) return [sent(entry, stage.inside.id, inPrivate)];
    return entry.kind === post ? [sent(entry, desk, posts)] : [];
  });
}

const isPut = ({ collection, kind }: Entry) => kind === put && collection === 'app.bsky.feed.post';

/** Our own list of records shows a post at once. */
function written(
  { at, changed, fault, reply_to: to, status, text, tookEffect, uri }: Entry,
  desk: string,
): Line {
  if (tookEffect !== true || changed === false)
    return { line: 'called', at, desk, text: String(text), status: Number(status) };
  return {
    line: 'posted',
    at,
    desk,
    id: idOfPost({ uri }),
    text: String(text),
    ...(to === undefined ? {} : { to: idOfPost({ uri: to }) }),
    late: String(fault ?? '').startsWith('late'),
    seenFrom: at,
  };
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
