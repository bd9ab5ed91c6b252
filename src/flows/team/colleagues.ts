import type { Colleague } from '../../core/desk/desk-now.js';
import type { SlackUserId } from '../../core/ids.js';
import { Rejected } from '../../errors.js';
import type { Ports } from '../../ports.js';

type Reading = Pick<Ports, 'board' | 'clock' | 'snapshots' | 'desk' | 'due' | 'timings'>;

/** How many people one read asks Slack about: half of what Slack takes in a minute. */
const mostAtOnce = 50;
/** How many people who left the channel are still known by name. */
const mostLeft = 200;

/**
 * Reads who is in the desk's channel. Those not asked about for longest come first; what was read is kept also when
 * Slack asks to wait for the rest.
 */
export async function watchColleagues(ports: Reading): Promise<void> {
  const { clock, snapshots, desk, due, timings } = ports;
  const at = clock.now();
  const again = (ms: number) => due.put({ job: 'poll', id: 'colleagues', at: clock.now() + ms });
  try {
    const { channel, ids } = await ports.board.members();
    await snapshots.save('channel', channel, at);
    const known = new Map(((await snapshots.get('colleagues'))?.value ?? []).map((one) => [one.id, one]));
    const isMoreLeft = await readSome(ports, ids, known, at);
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

/** An id in the channel that Slack says nothing about: nobody who could answer. */
const nobody = (id: SlackUserId): Colleague => ({ id, name: id, guest: true, deactivated: true });

/** Slack says that something changed: who is in the channel is read again at once. */
export async function readColleaguesNow({ clock, due }: Pick<Ports, 'clock' | 'due'>): Promise<void> {
  await due.put({ job: 'poll', id: 'colleagues', at: clock.now() });
}

/**
 * Slack told of a change of somebody's profile. Who is in the channel is read again if it concerns the desk; most changes
 * are of a status, or of a stranger to the desk.
 */
export async function personChanged(
  ports: Pick<Ports, 'clock' | 'snapshots' | 'due'>,
  now: Colleague,
): Promise<void> {
  const known = (await ports.snapshots.get('colleagues'))?.value.find(({ id }) => id === now.id);
  const isNews =
    known &&
    (known.name !== now.name ||
      known.guest !== now.guest ||
      known.deactivated !== now.deactivated ||
      known.email !== now.email);
  if (isNews) await readColleaguesNow(ports);
}
