import type { MessageContent, PanelPart } from '../../core/board/panel.js';
import type { Desk } from '../../core/desk/desk.js';
import { slackUserId } from '../../core/ids.js';
import type { Message } from '../parts/blocks.js';
import { byDesks } from './by-desks.js';
import { handoverMessage, urgentMessage } from './call-messages.js';
import { flagsMessage } from './flags-message.js';
import { idleMessage } from './idle-message.js';
import { greetingText, reminderMessage, shiftEndMessage, summaryMessage } from './staff-messages.js';
import { restMessage, toldMessage } from './told-message.js';

type PrivateContent = Extract<MessageContent, { panel: unknown }>;

/** What one person is told: by one desk, or in one message by all their desks that have something to say. */
export function toOnePerson(content: PrivateContent, desk: Desk, now: number) {
  const { panel, cards = [], waiting, parts = [] } = content;
  const own = { desk, panel, cards, waiting };
  return parts.length > 0 ? jointMessage(own, [own, ...parts], now) : partMessage(own, now);
}

/** `greets` the person, where it begins a shift. */
function partMessage({ desk, panel, cards, waiting }: PanelPart, now: number, greets = true): Message {
  const to = panel.to ?? slackUserId('');
  const [card] = cards;
  if (panel.kind === 'told') return toldMessage(cards, panel, to, desk, now);
  if (panel.kind === 'rest') return restMessage(cards, desk);
  if (panel.kind === 'shift-start') return summaryMessage(cards, desk, to, panel.startedAt, greets, waiting);
  if (panel.kind === 'reminder') return reminderMessage(cards, panel, desk, now, waiting);
  if (panel.kind === 'flags') return flagsMessage(cards, panel, to, desk, now);
  if (panel.kind === 'idle') return idleMessage(cards, panel, to, desk, now);
  if (panel.kind === 'handover') return handoverMessage(cards, panel, desk, now);
  if (panel.kind === 'urgent' && card) return urgentMessage(card, desk, now);
  return shiftEndMessage(cards, panel, to, desk, now);
}

/** What several desks say in one message. A shift begins with one greeting. */
function jointMessage({ desk, panel }: PanelPart, parts: readonly PanelPart[], now: number): Message {
  const said = (part: PanelPart) => ({ desk: part.desk, message: partMessage(part, now, false) });
  const greeting =
    panel.kind === 'shift-start' && panel.to ? greetingText(desk, panel.to, panel.startedAt) : '';
  return byDesks(parts.map(said), greeting);
}
