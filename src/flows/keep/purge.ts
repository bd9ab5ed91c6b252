import { untoldIn } from '../../core/board/panel.js';
import type { Card } from '../../core/card/card.js';
import { isRefusal } from '../../core/card/refusal.js';
import type { CardId, PanelId } from '../../core/ids.js';
import { cardEndsAt, panelEndsAt, panelPurgeAt, purgeAt } from '../../core/keeping/keeping-times.js';
import { purgedCard } from '../../core/keeping/purged-card.js';
import { purgedPanel } from '../../core/keeping/purged-panel.js';
import type { Ports } from '../../ports.js';
import { blankBeside } from './blank-beside.js';
import { eraseCard } from './forget.js';
import { keepReplies } from './keep-replies.js';

type Purging = Parameters<typeof eraseCard>[0];

/**
 * Ends what is kept of a card, where its time has come: first what is kept beside it, then all that a patron wrote or that
 * names them in the card itself, and long after that its record. Its messages and modals follow, as after any change. May be
 * cut off anywhere and run again.
 */
export async function purge(ports: Purging, id: CardId): Promise<void> {
  const { cards, clock, desk, journal, panels } = ports;
  const isDue = (at: number | undefined): boolean => at !== undefined && at <= clock.now();
  const card = await cards.get(id);
  if (!card) return;
  if (card.forgotten && isDue(purgeAt(desk, card))) return eraseCard(ports, card);
  if (isDue(purgeAt(desk, card))) {
    // Recorded first: what is taken out must not stay on the disk because a process ended in between.
    await journal.purged(clock.now());
    await keepReplies(ports, card);
    await blankBeside(ports, card);
  }
  const listing = await panels.listing(id);
  await cards.change(id, (now) => {
    if (now && isDue(cardEndsAt(now))) return { next: undefined, result: undefined };
    const next = now && isDue(purgeAt(desk, now)) ? untoldIn(purgedCard(now, clock.now()), listing) : now;
    return { next, result: undefined };
  });
}

/**
 * Ends what is kept of a card whose patron does something more, where its time has come and the desk stood still since: what
 * should be gone by now does not come back with their new words.
 */
export async function purgeOverdue(ports: Purging, card: Card | undefined): Promise<void> {
  const at = card && purgeAt(ports.desk, card);
  if (card && at !== undefined && at <= ports.clock.now()) await purge(ports, card.id);
}

/** Ends what a private message says of patrons, and the record of any message that shows several cards, or none. */
export async function purgePanel(
  { clock, desk, journal, panels }: Pick<Ports, 'clock' | 'desk' | 'journal' | 'panels'>,
  id: PanelId,
): Promise<void> {
  const now = clock.now();
  const ended = await panels.change<{ readonly ended: boolean }>(id, (panel) => {
    if (!panel) return { next: panel, result: { ended: false } };
    const at = panelPurgeAt(desk, panel);
    if (at !== undefined && at <= now) return { next: purgedPanel(panel, now), result: { ended: true } };
    const isOver = at === undefined && (panelEndsAt(panel) ?? Number.POSITIVE_INFINITY) <= now;
    return { next: isOver ? undefined : panel, result: { ended: isOver } };
  });
  if (!isRefusal(ended) && ended.ended) await journal.purged(now);
}
