import { bumpVersion, type ListedCard, type Panel } from '../../core/board/panel.js';
import { theDesk } from '../../core/card/actions.js';
import type { Card } from '../../core/card/card.js';
import { decide } from '../../core/card/decide.js';
import { isRefusal } from '../../core/card/refusal.js';
import { type IdleInfo, idleInfoOf, idlePanelId, isAsked, isIdleWith } from '../../core/due/deadlines.js';
import type { CardId, SlackUserId } from '../../core/ids.js';
import type { Ports } from '../../ports.js';
import { act } from '../act.js';
import { type Looking, lookAtOurTimeline } from '../send/look.js';
import { follow } from '../tell/follow.js';

/**
 * A holder has not touched their card for a while: they are asked once, together with what else they have and would be
 * asked about in a moment; later it goes back to the shift with its draft.
 */
export async function askIfIdle(
  ports: Looking & Pick<Ports, 'desk' | 'panels' | 'timings'>,
  id: CardId,
): Promise<void> {
  const { cards, clock, desk } = ports;
  const card = await cards.get(id);
  const idleInfo = card && idleInfoOf(desk, card);
  if (!card || !idleInfo) return;
  const now = clock.now();
  if (idleInfo.backAt !== undefined && now >= idleInfo.backAt)
    return giveBack(ports, id, idleInfo.assignee, idleInfo.since);
  if (idleInfo.askAt === undefined || now < idleInfo.askAt || isAsked(card, idleInfo)) {
    // Its times are derived anew, should the open hours have changed since.
    await cards.change(id, (known) => ({ next: known, result: undefined }));
    return;
  }
  await ask(ports, card, idleInfo);
}

/** May be done again, also by several workers at once for several of the cards: they make the same message. */
async function ask(
  { cards, clock, desk, panels, timings }: Looking & Pick<Ports, 'desk' | 'panels' | 'timings'>,
  card: Card,
  { assignee }: IdleInfo,
): Promise<void> {
  const now = clock.now();
  const others = (await cards.heldBy(assignee)).filter(({ id }) => id !== card.id);
  const soon = [card, ...others]
    .flatMap((one) => {
      const idleInfo = idleInfoOf(desk, one);
      if (!idleInfo || idleInfo.assignee !== assignee || isAsked(one, idleInfo)) return [];
      const { askAt = Number.POSITIVE_INFINITY, since } = idleInfo;
      return askAt <= now + timings.tellGatherMs ? [{ card: one.id, askAt, since }] : [];
    })
    .toSorted((a, b) => a.askAt - b.askAt || (a.card < b.card ? -1 : 1));
  const at = soon[0]?.askAt ?? now;
  const lists: readonly ListedCard[] = soon
    .filter(({ since }) => since <= at)
    .map(({ card: one }) => ({ card: one }));
  const id = idlePanelId(assignee, at);
  await follow(
    { cards },
    id,
    lists.map(({ card: one }) => one),
  );
  await panels.change(id, (known) => ({
    next: withListed(known, id, assignee, now, lists),
    result: undefined,
  }));
}

function withListed(
  known: Panel | undefined,
  id: Panel['id'],
  to: SlackUserId,
  startedAt: number,
  lists: readonly ListedCard[],
): Panel {
  if (!known) return { id, format: 1, kind: 'idle', to, version: 1, startedAt, closed: false, lists };
  const { lists: before = [] } = known;
  const fresh = lists.filter(({ card }) => !before.some((one) => one.card === card));
  return fresh.length === 0 ? known : { ...bumpVersion(known), lists: [...before, ...fresh] };
}

/**
 * Puts a card back that somebody has not touched since a time (Unix ms). What they finish in X may be there already, so
 * our timeline is read first.
 */
export async function giveBack(
  ports: Looking,
  id: CardId,
  worker: SlackUserId,
  since: number,
): Promise<void> {
  const isLeft = (card: Card): boolean => isIdleWith(card, worker, since);
  const card = await ports.cards.get(id);
  if (!card || !isLeft(card)) return;
  if (card.handOff) {
    await lookAtOurTimeline(ports, card.handOff.openedAt);
    await act(ports, id, { do: 'timeline-checked' }, theDesk);
  }
  await ports.cards.change(id, (now) => {
    if (!now || !isLeft(now)) return { next: now, result: undefined };
    const result = decide(now, { do: 'release' }, theDesk, ports.clock.now());
    return isRefusal(result) ? result : { next: result.card, result: undefined };
  });
}
