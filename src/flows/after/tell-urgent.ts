import type { CardEvent } from '../../core/card/actions.js';
import type { Card } from '../../core/card/card.js';
import { isDone } from '../../core/card/message.js';
import { canBeAsked } from '../../core/desk/fallback.js';
import { peopleToRemind } from '../../core/due/reminders.js';
import { panelId, type SlackUserId, slackUserId } from '../../core/ids.js';
import type { Ports } from '../../ports.js';
import { follow } from '../tell/follow.js';

/**
 * Tells people of an urgent word at once, also outside open hours, each in a message of its own that is kept up to date:
 * whoever is on shift or else the fallback person, every lead, and whoever has the card. Nobody is told of a post that is
 * answered, closed or removed by then. May be done again.
 */
export async function tellUrgent(
  { cards, clock, desk, panels }: Pick<Ports, 'cards' | 'clock' | 'desk' | 'panels'>,
  card: Card,
  { act: id }: Extract<CardEvent, { event: 'urgent' }>,
): Promise<void> {
  const act = card.acts.find((one) => one.id === id);
  if (!act || act.answered || act.gone || isDone(card)) return;
  const startedAt = clock.now();
  const leads = desk.rota.staff
    .filter(({ gone, lead }) => lead && !gone)
    .map(({ slackId }) => slackUserId(slackId));
  const holder: readonly SlackUserId[] =
    card.holder && canBeAsked(desk, card.holder.id) ? [card.holder.id] : [];
  const people = new Set([...peopleToRemind(desk, startedAt, 'shift'), ...leads, ...holder]);
  for (const to of people) {
    const panel = panelId(`urgent-${id}-${to}`);
    await follow({ cards }, panel, [card.id]);
    await panels.change(panel, (told) => ({
      next: told ?? {
        id: panel,
        format: 1,
        kind: 'urgent',
        to,
        version: 1,
        startedAt,
        closed: false,
        lists: [{ card: card.id }],
      },
      result: undefined,
    }));
  }
}
