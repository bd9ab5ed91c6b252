import { bumpVersion, type Panel } from '../../core/board/panel.js';
import type { Card } from '../../core/card/card.js';
import { askedAgain } from '../../core/card/decide.js';
import { leadOfFlag } from '../../core/desk/lead.js';
import { type PanelId, panelId, type SlackUserId } from '../../core/ids.js';
import { isSameDay, localDate } from '../../core/rota/local-time.js';
import { isOpen, openFrom } from '../../core/rota/open-hours.js';
import type { Ports } from '../../ports.js';
import { follow } from '../tell/follow.js';

type Watching = Pick<Ports, 'cards' | 'clock' | 'desk' | 'panels' | 'settings'>;

/**
 * Reminds each lead of the flagged cards that wait for them: on every open day after the day of the flag, by one message
 * that lists all. A card whose lead is none any more asks the next one. May be done again.
 */
export async function remindOfFlags(ports: Watching): Promise<void> {
  const { cards, clock, desk } = ports;
  const now = clock.now();
  const byLead = new Map<SlackUserId, Card[]>();
  for (const card of await cards.flagged()) {
    const lead = card.flag && leadOfFlag(desk, card.flag, now);
    if (!lead) continue;
    byLead.set(lead, [...(byLead.get(lead) ?? []), card]);
    if (card.flag?.to && card.flag.to !== lead) {
      await cards.change(card.id, (known) => ({
        next: known && askedAgain(known, lead),
        result: undefined,
      }));
    }
  }
  if (!isOpen(desk.rota, now)) return;
  for (const [lead, flagged] of byLead) {
    // Of a flag that was set while the library was closed they are told today, in a message of its own.
    const toldAt = (at: number) => openFrom(desk.rota, at) ?? at;
    const isNextDay = flagged.some(({ flag }) => flag && !isSameDay(desk.rota, toldAt(flag.at), now));
    if (isNextDay) await listFlags(ports, lead, flagged);
  }
}

/** Lists cards for a lead, once a day. The list of an earlier day ends, and says so. */
async function listFlags(
  { cards, clock, desk, panels }: Watching,
  to: SlackUserId,
  flagged: readonly Card[],
): Promise<void> {
  const startedAt = clock.now();
  const id = panelId(`flags-${to}-${localDate(desk.rota, startedAt)}`);
  if ((await panels.get(id))?.message) return;
  const before = await panels.current({ kind: 'flags', to });
  if (before && before.id !== id) await end(panels, before.id);
  const lists = flagged.map(({ id: card }) => ({ card }));
  const panel: Panel = { id, format: 1, kind: 'flags', to, version: 1, startedAt, closed: false, lists };
  await follow(
    { cards },
    id,
    flagged.map((card) => card.id),
  );
  await panels.change(id, (known = panel) => ({ next: known, result: undefined }));
}

const end = (panels: Ports['panels'], id: PanelId) =>
  panels.change(id, (panel) => ({
    next: panel && !panel.closed ? { ...bumpVersion(panel), closed: true } : panel,
    result: undefined,
  }));
