import type { Actor } from '../../core/card/actions.js';
import type { Card } from '../../core/card/card.js';
import { withFollowBegun } from '../../core/card/join.js';
import { isRefusal, type Refusal } from '../../core/card/refusal.js';
import { refusalFor } from '../../core/card/rules.js';
import { isFollow } from '../../core/card/select.js';
import type { CardId } from '../../core/ids.js';
import { isRemoteFault } from '../../errors.js';
import type { Ports } from '../../ports.js';
import { act } from '../act.js';
import { stopwatch } from '../stopwatch.js';

/** Whether the desk itself follows people back: the network takes that from a program, and the port can ask for it. */
export const followsByApi = ({ desk, network }: Pick<Ports, 'desk' | 'network'>): boolean =>
  network.follow !== undefined && desk.network.byApi[desk.account.plan].followBack;

/**
 * Follows a new follower back for the person who pressed that; gives the card. What begins it is stored first: every call has its
 * key by that, so that a second press, or one after a crash, follows nobody twice. Refused with `not-followed` where the
 * network did not take it, or did not say so.
 */
export async function followBack(
  ports: Pick<Ports, 'cards' | 'clock' | 'desk' | 'network' | 'timings'>,
  id: CardId,
  actor: Actor,
): Promise<Card | Refusal> {
  const { cards, clock, desk, network, timings } = ports;
  if (!desk.greetings.followBack || !followsByApi(ports)) return { refused: 'gone' };
  const notFrozen = stopwatch(clock, timings.freezeMs);
  const begun = await cards.change<Card>(id, (card, { pause, unread }) => {
    if (!card || unread || !isFollow(card)) return { refused: 'gone' };
    const refusal = refusalFor(card, { do: 'follow-back' }, actor, clock.now());
    if (refusal) return refusal;
    if (card.patron.weFollow || actor.kind !== 'staff') return { next: card, result: card };
    if (pause) return { refused: 'paused', ...pause };
    const next = withFollowBegun(card, actor.id, clock.now());
    return { next, result: next };
  });
  if (isRefusal(begun) || begun.patron.weFollow || !begun.followBack) return begun;
  try {
    await network.follow?.(begun.patron.id, notFrozen, `${id}.follow.${begun.followBack.begunAt}`);
  } catch (fault) {
    if (!isRemoteFault(fault)) throw fault;
    return { refused: 'not-followed' };
  }
  const done = await act(ports, id, { do: 'follow-back' }, actor);
  return isRefusal(done) ? done : done.card;
}
