import { redisTexts } from '../e2e/traces.js';
import type { LineOf } from './history.js';
import { ownWord } from './invariants/confidence.js';
import type { Witnesses } from './stage.js';

/** Somewhere that text may stand, and who may see it. */
interface Place {
  readonly where: string;
  readonly seenBy: LineOf<'word'>['seenBy'];
  readonly text: string;
}

interface Seen {
  readonly ts?: string;
  readonly tombstone?: boolean;
  readonly user?: string;
  readonly channel?: string;
}

interface SlackState {
  readonly channels: Readonly<Record<string, { readonly kind: string; readonly members: readonly string[] }>>;
  readonly messages: Readonly<Record<string, readonly Seen[]>>;
  readonly ephemerals: readonly Seen[];
  readonly stacks: Readonly<Record<string, readonly unknown[]>>;
  readonly homes: Readonly<Record<string, unknown>>;
}

/** All that somebody can see in Slack: messages, whispers, modals with what is entered in them, Homes. */
export function placesInSlack({ inside, sandbox }: Witnesses): readonly Place[] {
  const { channels, ephemerals, homes, messages, stacks } = sandbox.slack.snapshot() as SlackState;
  const room = inside && channels[inside.channel];
  const whoseIs = (user = ''): Place['seenBy'] => (room?.members.includes(user) ? 'insiders' : 'everybody');
  const seenIn = (id: string): Place['seenBy'] => {
    const channel = channels[id];
    if (channel?.kind === 'im') return whoseIs(channel.members[0]);
    if (!channel || channel !== room) return 'everybody';
    return channel.kind === 'private' ? 'insiders' : 'exposed';
  };
  const place = (where: string, seenBy: Place['seenBy'], what: unknown): Place => ({
    where,
    seenBy,
    text: JSON.stringify(what),
  });
  return [
    ...Object.entries(messages).flatMap(([channel, all]) =>
      all
        .filter(({ tombstone }) => !tombstone)
        .map((one) => place(`message ${channel} ${one.ts}`, seenIn(channel), one)),
    ),
    ...ephemerals.map((one) => place(`whisper to ${one.user}`, whoseIs(one.user), one)),
    ...Object.entries(stacks).map(([user, views]) => place(`modals of ${user}`, whoseIs(user), views)),
    ...Object.entries(homes).map(([user, view]) => place(`Home of ${user}`, whoseIs(user), view)),
  ];
}

/** Without digests, as of what a modal or Home shows: a hyphen in one makes a short word of the two letters beside it. */
const withoutDigests = (text: string): string => text.replace(/(?<=")[\w-]{43}(?=\\*")/gu, '');

/** All that the desks store. The private side keeps its own keys. */
export async function placesInStore({ prefix, redisUrl }: Witnesses): Promise<readonly Place[]> {
  const texts = await redisTexts(redisUrl, `{${prefix}*`);
  // Keyed hashes have the letters of any word.
  const readable = [...texts].filter(([key]) => !/:(?:billed|forgotten)\b/u.test(key));
  return readable.map(([key, text]) => ({
    where: key,
    seenBy: key.includes(':private:') ? 'insiders' : 'everybody',
    text: `${key} ${withoutDigests(text)}`,
  }));
}

/** The words that stand in nothing else that anybody wrote, and the handles, of what patrons did. */
export const wordsOf = (acts: readonly LineOf<'acted'>[]): ReadonlySet<string> =>
  new Set(acts.flatMap((act) => [act.by, ownWord(act) ?? act.by]));

/** Each of the words that stands in one of the places, once for each place. */
export function wordsIn(
  places: readonly Place[],
  words: ReadonlySet<string>,
  at: number,
  end: boolean,
): readonly LineOf<'word'>[] {
  return places.flatMap(({ seenBy, text, where }) =>
    [...new Set(text.toLowerCase().split(/\W+/))]
      .filter((word) => words.has(word))
      .map((word) => ({ line: 'word', at, word, where, seenBy, end }) as const),
  );
}
