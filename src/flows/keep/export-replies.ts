import { withStaff } from '../../core/desk/desk-now.js';
import { type ReplyRow, replyRow } from '../../core/export/reply-row.js';
import { type CardId, compareIds } from '../../core/ids.js';
import { type KeptReply, repliesOf } from '../../core/keeping/kept-reply.js';
import { DAY_MINUTES, localDayOf } from '../../core/rota/local-time.js';
import type { Ports } from '../../ports.js';
import { withWords } from './keep-replies.js';

/** What an export reads of a desk, or of its private side; nothing of it is read from the network. */
export type Records = Pick<
  Ports,
  'cards' | 'desk' | 'keptReplies' | 'ourPosts' | 'outcomes' | 'settings' | 'snapshots' | 'watermarks'
>;

/** Where a reply is found: kept by itself, or on its card. */
interface Place {
  readonly of: Records;
  readonly id: string;
  readonly at: number;
  readonly card?: CardId;
}

/**
 * The library's replies from the first day to the last (ISO dates of each desk's calendar, both included) with who approved
 * them, oldest first. Each is read when it is asked for: only their places are in memory.
 */
export async function* exportReplies(
  desks: readonly Records[],
  days: { readonly from: string; readonly to: string },
): AsyncGenerator<ReplyRow> {
  const named = await Promise.all(desks.map(withItsPeople));
  const places: Place[] = [];
  for (const one of named) places.push(...(await placesOf(one, days)));
  places.sort((a, b) => a.at - b.at || compareIds(a.id, b.id));
  for (const place of places) {
    const reply = await replyAt(place);
    if (reply) yield replyRow(place.of.desk, reply);
  }
}

/** The same records, whose desk has the people whom Slack has, by the last copy of them. */
export async function withItsPeople<R extends Pick<Ports, 'desk' | 'snapshots'>>(records: R): Promise<R> {
  const colleagues = await records.snapshots.get('colleagues');
  return colleagues ? { ...records, desk: withStaff(records.desk, colleagues.value) } : records;
}

async function placesOf(of: Records, days: { readonly from: string; readonly to: string }): Promise<Place[]> {
  const { timeZone } = of.desk.rota;
  const fromMs = localDayOf(timeZone, days.from).at(0);
  const toMs = localDayOf(timeZone, days.to).at(DAY_MINUTES);
  const places = new Map<string, Place>();
  for (const { id, at } of await of.keptReplies.between(fromMs, toMs)) places.set(id, { of, id, at });
  for (const card of await of.cards.withActsSince(0)) {
    const found = await of.cards.get(card);
    for (const { at, id } of found ? repliesOf(found) : []) {
      if (at >= fromMs && at < toMs && !places.has(id)) places.set(id, { of, id, at, card });
    }
  }
  return [...places.values()];
}

/** The reply as it is kept now: its card may have been purged since it was found. Undefined for one that was removed. */
async function replyAt({ of, id, card }: Place): Promise<KeptReply | undefined> {
  const kept = await of.keptReplies.get(id);
  if (kept || card === undefined) return kept;
  const now = await of.cards.get(card);
  const reply = now && repliesOf(now).find((one) => one.id === id);
  return reply && withWords(of, reply);
}
