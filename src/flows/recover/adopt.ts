import { cardKey } from '../../core/card/message.js';
import { type SlackUserId, slackUserId } from '../../core/ids.js';
import { Busy, ChannelRefused, Gone, KeysRefused, Rejected } from '../../errors.js';
import type { OwnMessage } from '../../ports/recovery.js';
import type { Ports } from '../../ports.js';
import { bind } from './bind.js';

/**
 * A restored copy may know nothing of messages that were posted since it was made. Those whose card or panel came back are
 * theirs again. What the others say nobody keeps true: they are taken away, a little after the recovery, when what comes back
 * with the next reads of the network has come back.
 */
export async function adoptLater(
  { clock, desk, due, timings }: Pick<Ports, 'clock' | 'desk' | 'due' | 'timings'>,
  sinceMs: number,
): Promise<void> {
  const at = clock.now() + timings.adoptAfterMs;
  await due.put({ job: 'adopt', id: idOf({ sinceMs }), at });
  for (const { gone, slackId } of desk.rota.staff) {
    // Each private conversation has its turn: Slack lets so few be read a minute.
    if (!gone) await due.put({ job: 'adopt', id: idOf({ sinceMs, person: slackUserId(slackId) }), at });
  }
}

/** Whose messages are looked at: those in the channel, or in the app's private conversation with a person. */
interface Place {
  /** Since when they were posted (Unix ms). */
  readonly sinceMs: number;
  readonly person?: SlackUserId;
}

const idOf = ({ person, sinceMs }: Place): string => (person ? `${sinceMs}-${person}` : `${sinceMs}`);

function placeOf(id: string): Place {
  const [since, person] = id.split('-');
  return { sinceMs: Number(since), ...(person ? { person: slackUserId(person) } : {}) };
}

type Adopting = Pick<Ports, 'board' | 'cards' | 'clock' | 'due' | 'panels' | 'recovery' | 'timings'>;

/** Gives the messages of one place to what they show, or takes them away. May be cut off anywhere and run again. */
export async function adopt(ports: Adopting, id: string): Promise<void> {
  const { board, clock, due, recovery, timings } = ports;
  // A card that was lost comes back by the network's reads alone.
  if (await recovery.needed()) throw new Busy(clock.now() + timings.readRetryMs, 'The desk');
  const { person, sinceMs } = placeOf(id);
  const found = person ? await board.listOwnPrivate(person, sinceMs) : await recovery.kept();
  for (const message of linesFirst(found)) {
    if (!(await bind(ports, message))) await takeAway(ports, message);
    if (!person) await recovery.forget(message);
  }
  await due.drop({ job: 'adopt', id });
}

/** A message that is deleted after its lines leaves no trace in the channel. */
const linesFirst = (messages: readonly OwnMessage[]): readonly OwnMessage[] =>
  messages.toSorted((a, b) => Number(a.key === cardKey) - Number(b.key === cardKey));

async function takeAway({ board }: Pick<Ports, 'board'>, message: OwnMessage): Promise<void> {
  try {
    await board.takeAway(message);
  } catch (fault) {
    if (fault instanceof Gone) return;
    // Slack would refuse it for ever.
    if (!(fault instanceof Rejected) || fault instanceof KeysRefused || fault instanceof ChannelRefused)
      throw fault;
  }
}
