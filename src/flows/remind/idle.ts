import { linkPanel, type Panel } from '../../core/board/panel.js';
import { theDesk } from '../../core/card/actions.js';
import type { Card } from '../../core/card/card.js';
import { decide } from '../../core/card/decide.js';
import { isRefusal } from '../../core/card/refusal.js';
import { idleInfoOf, idlePanelId, isAsked, isIdleWith } from '../../core/due/deadlines.js';
import type { CardId, SlackUserId } from '../../core/ids.js';
import type { Ports } from '../../ports.js';
import { act } from '../act.js';
import { type Looking, lookAtOurTimeline } from '../send/look.js';

/** A holder has not touched their card for a while: they are asked once, and later it goes back to the shift with its draft. */
export async function askIfIdle(ports: Looking & Pick<Ports, 'desk' | 'panels'>, id: CardId): Promise<void> {
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
  const panel: Panel = {
    id: idlePanelId(card, idleInfo),
    format: 1,
    kind: 'idle',
    to: idleInfo.assignee,
    version: 1,
    startedAt: now,
    closed: false,
    lists: [{ card: id }],
  };
  await ports.panels.change(panel.id, (known = panel) => ({ next: known, result: undefined }));
  await cards.change(id, (known) => ({ next: known && linkPanel(known, panel.id), result: undefined }));
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
