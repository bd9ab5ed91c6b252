import { type Colleague, memberOf, withStaff } from '../../core/desk/desk-now.js';
import { goneFallback } from '../../core/desk/fallback.js';
import { leadToAsk } from '../../core/desk/lead.js';
import { nextPollAt } from '../../core/due/poll-times.js';
import type { SlackUserId } from '../../core/ids.js';
import { omit } from '../../core/omit.js';
import { nameOf } from '../../core/sentences/phrases.js';
import { say } from '../../core/words/words.js';
import { Rejected } from '../../errors.js';
import type { Ports } from '../../ports.js';
import { giveBack } from '../remind/idle.js';
import type { Looking } from '../send/look.js';
import { announce } from '../tell/announce.js';

type Reading = Pick<Ports, 'board' | 'clock' | 'snapshots' | 'desk' | 'due' | 'timings' | 'turn'>;
type Following = Looking & Pick<Ports, 'due' | 'panels' | 'snapshots'>;

/** How many people one read asks Slack about: half of what Slack takes in a minute. */
const mostAtOnce = 50;
/** How many people who left the channel are still known by name. */
const mostLeft = 200;

/**
 * Reads who is in the desk's channel. Those not asked about for longest come first; what was read is kept also when
 * Slack asks to wait for the rest.
 */
export async function watchColleagues(ports: Reading & Following): Promise<void> {
  const { clock, snapshots, desk, due, timings, turn } = ports;
  const at = clock.now();
  const again = (ms: number) =>
    due.put({ job: 'poll', id: 'colleagues', at: nextPollAt(clock.now(), ms, 'colleagues', turn) });
  try {
    const { channel, ids } = await ports.board.members();
    await snapshots.save('channel', channel, at);
    const known = new Map(((await snapshots.get('colleagues'))?.value ?? []).map((one) => [one.id, one]));
    const wasGone = [...known.values()].filter(hasLeft).map(({ id }) => id);
    const isMoreLeft = await readSome(ports, ids, known, at);
    await followGone(ports, wasGone);
    await again(isMoreLeft ? timings.nextColleaguesMs : timings.pollColleaguesMs);
  } catch (fault) {
    // Where desk.yaml names everybody, the desk also runs in an app that may not read the channel.
    if (!(fault instanceof Rejected) || desk.membership === 'channel') throw fault;
    await again(timings.pollColleaguesMs);
  }
}

/** Says whether there are members left whom nobody asked about lately. */
async function readSome(
  { board, snapshots, timings }: Reading,
  ids: readonly SlackUserId[],
  known: Map<SlackUserId, Colleague>,
  at: number,
): Promise<boolean> {
  const readAt = (id: SlackUserId) => known.get(id)?.readAt ?? 0;
  const next = ids.toSorted((a, b) => readAt(a) - readAt(b)).slice(0, mostAtOnce);
  try {
    for (const id of next) {
      const read = (await board.colleague(id)) ?? nobody(id);
      known.set(id, { ...read, readAt: at });
    }
  } finally {
    const members = ids.flatMap((id) => known.get(id) ?? []).map(({ left: _back, ...one }) => one);
    const left = [...known.values()].filter(({ id, bot }) => !ids.includes(id) && !bot).slice(-mostLeft);
    await snapshots.save(
      'colleagues',
      [...members, ...left.map((one) => ({ ...one, left: true as const }))],
      at,
    );
  }
  return ids.some((id) => readAt(id) <= at - timings.pollColleaguesMs);
}

const hasLeft = ({ left, deactivated }: Colleague): boolean => left === true || deactivated;

/**
 * What follows when somebody left the channel or Slack: the cards that they have go back to the shift with their drafts,
 * and the lead is told when it was the fallback person. May be done again. Whoever `wasGone` before and may still answer
 * keeps what they took since.
 */
async function followGone(ports: Following, wasGone: readonly SlackUserId[]): Promise<void> {
  const { cards, clock, due, snapshots } = ports;
  const colleagues = (await snapshots.get('colleagues'))?.value ?? [];
  const desk = withStaff(ports.desk, colleagues);
  for (const { id } of colleagues.filter(hasLeft)) {
    if (memberOf(desk, id) && wasGone.includes(id)) continue;
    for (const card of await cards.heldBy(id)) await giveBack(ports, card.id, id, clock.now());
  }
  // What they were called to is told to others.
  if (colleagues.some(hasLeft)) await due.put({ job: 'poll', id: 'shifts', at: clock.now() });
  // Its desk tells of that.
  if (desk.inPrivate) return;
  const gone = goneFallback(desk);
  const lead = gone && leadToAsk(desk, clock.now());
  if (!lead) return;
  const said = say(desk.words, 'finding.fallback', { name: nameOf(desk, gone), lead: nameOf(desk, lead) });
  await announce(ports, `fallback-${gone}`, said, lead);
}

/** An id in the channel that Slack says nothing about: nobody who could answer. */
const nobody = (id: SlackUserId): Colleague => ({ id, name: id, guest: true, deactivated: true });

/** Slack says that something changed: who is in the channel is read again at once. */
export async function readColleaguesNow({
  clock,
  desk,
  due,
}: Pick<Ports, 'clock' | 'desk' | 'due'>): Promise<void> {
  await due.put({ job: 'poll', id: 'colleagues', at: clock.now() });
  // A guest may have come: whether private messages may still be shown there is looked at again, too.
  if (desk.inPrivate) await due.put({ job: 'poll', id: 'private-messages', at: clock.now() });
}

/**
 * Slack told of a change of somebody's profile. Who is in the channel is read again if it concerns the desk; most changes
 * are of a status, or of a stranger to the desk.
 */
export async function personChanged(
  ports: Pick<Ports, 'clock' | 'desk' | 'snapshots' | 'due'>,
  now: Colleague,
): Promise<void> {
  const copy = await ports.snapshots.get('colleagues');
  const known = copy?.value.find(({ id }) => id === now.id);
  const isNews =
    known &&
    (known.name !== now.name ||
      known.guest !== now.guest ||
      known.deactivated !== now.deactivated ||
      known.email !== now.email);
  if (!copy || !isNews) return;
  // At once, and first among those who are read again: a large channel is read in parts.
  const news: Colleague = { ...omit(known, 'email'), ...now, readAt: 0 };
  const people = copy.value.map((one) => (one.id === now.id ? news : one));
  await ports.snapshots.save('colleagues', people, copy.at);
  await readColleaguesNow(ports);
}
