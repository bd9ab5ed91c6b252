import { randomUUID } from 'node:crypto';
import { trimmed } from '../../core/desk/desk-settings.js';
import { nextPollAt } from '../../core/due/poll-times.js';
import { cardId, panelId, token } from '../../core/ids.js';
import { recordForMs } from '../../core/keeping/keeping-times.js';
import { asMayStand } from '../../core/keeping/purged-panel.js';
import type { Ports } from '../../ports.js';
import { endLinks } from '../outcomes/end-links.js';
import { endReplies } from './keep-replies.js';
import { purge, purgePanel } from './purge.js';

/**
 * Looks over all that is kept: derives anew when each card is purged, as desk.yaml may say another time now; ends what the
 * desk's settings keep for nobody; and has the storage's file of earlier writes written anew after a purge.
 */
export async function watchKeeping(ports: Ports): Promise<void> {
  const { clock, due, journal, ourPosts, settings, timings, turn } = ports;
  await deriveAnew(ports);
  const now = clock.now();
  await settings.change((known) => ({ next: trimmed(known, now, recordForMs), result: undefined }));
  await ourPosts.keep([], now);
  await endReplies(ports, now);
  if (!ports.desk.outcomes) await endLinks(ports);
  await journal.rewrite(now, timings.rewriteEveryMs);
  await due.put({ job: 'poll', id: 'keeping', at: nextPollAt(now, timings.pollKeepingMs, 'keeping', turn) });
}

/**
 * Ends what was to end by now, all at once: a restored copy may be so old that what it would show again has been purged since.
 * May be cut off anywhere and run again.
 */
export async function endOverdue(ports: Ports): Promise<void> {
  await deriveAnew(ports);
  const now = ports.clock.now();
  for (const id of await ports.due.overdue('purge', now)) await purge(ports, cardId(id));
  for (const id of (await ports.due.overdue('purge-panel', now)).map(panelId)) {
    await ports.panels.change(id, (panel) => ({
      next: panel && asMayStand(panel, token(randomUUID())),
      result: undefined,
    }));
    await purgePanel(ports, id);
  }
}

async function deriveAnew({ cards }: Pick<Ports, 'cards'>): Promise<void> {
  for (const id of await cards.kept(0)) {
    await cards.change(id, (card) => ({ next: card, result: undefined }));
  }
}
