import { bumpVersion, isUpdatePending, type Panel } from '../../core/board/panel.js';
import {
  foldFromCards,
  followersWithOwnMessage,
  intoPanel,
  isFoldable,
  isMessageTooOld,
  needsOwnMessage,
  outOfPanel,
  withoutOwnMessage,
} from '../../core/board/placement.js';
import type { Card } from '../../core/card/card.js';
import { cardKey, formerKey, isKeptOut } from '../../core/card/message.js';
import { conversationOfCard, isFollow } from '../../core/card/select.js';
import { dayMs } from '../../core/durations.js';
import type { CardId, PostId } from '../../core/ids.js';
import { onShift } from '../../core/rota/duty.js';
import { localDate } from '../../core/rota/local-time.js';
import type { Ports } from '../../ports.js';
import { panelOf } from '../series.js';
import { foundMessage } from './sync-message.js';

type AssigningMessage = Pick<Ports, 'cards' | 'clock' | 'desk' | 'due' | 'panels' | 'recovery'>;

/**
 * Gives a card its place: a message of its own, or a panel, which is told of what changed. A couple of new followers a
 * shift have their own, the others share the digest; people who wait in one conversation share a fold from the third on,
 * but for those who ask something. Gives the card as it is then.
 */
export async function assignMessage(ports: AssigningMessage, id: CardId): Promise<Card | undefined> {
  for (;;) {
    const card = await ports.cards.get(id);
    if (!card) return undefined;
    const { panel } = card;
    if (panel && needsOwnMessage(card)) {
      await change(ports, id, (now) => (needsOwnMessage(now) ? outOfPanel(now) : now));
      await ports.panels.change(panel, (known) => ({ next: known && bumpVersion(known), result: undefined }));
    } else if (isMessageTooOld(card)) {
      await change(ports, id, (now) => (isMessageTooOld(now) ? withoutOwnMessage(now) : now));
    } else if (panel && card.panelShown !== card.version) {
      await tellPanel(ports, card, panel);
    } else if (!panel && !card.messages[cardKey]) {
      const shared = await panelFor(ports, card);
      if (!shared) return card;
      await change(ports, id, (now) => (now.panel ? now : intoPanel(now, shared.id)));
    } else {
      return card;
    }
  }
}

const change = ({ cards }: AssigningMessage, id: CardId, step: (card: Card) => Card) =>
  cards.change(id, (now) => ({ next: now && step(now), result: undefined }));

/** The panel that a card joins when it is first shown. */
async function panelFor(ports: AssigningMessage, card: Card): Promise<Panel | undefined> {
  if (needsOwnMessage(card) || isKeptOut(card) || card.holder) return undefined;
  // It has a message of its own already, of which the store came back without a record.
  const found = await foundMessage(ports, card.id, cardKey);
  if (found && !card.messages[formerKey(found)]) return undefined;
  if (isFollow(card)) return (await hasOwn(ports)) ? undefined : panelOf(ports, { kind: 'digest' });
  const conversation = conversationOfCard(card.id);
  return conversation && foldFor(ports, card, conversation);
}

/** Whether the next new follower gets a message of their own: the first of a shift do; of a day, where a shift has no end. */
async function hasOwn({ clock, desk, due }: AssigningMessage): Promise<boolean> {
  const now = clock.now();
  const [shift] = onShift(desk.rota, now);
  if (!shift) return false;
  const since = now - shift.fromMs < dayMs ? shift.fromMs : localDate(desk.rota, now);
  return (await due.count(`followers-${since}`, dayMs)) <= followersWithOwnMessage;
}

async function foldFor(
  ports: AssigningMessage,
  card: Card,
  conversation: PostId,
): Promise<Panel | undefined> {
  const series = { kind: 'fold', conversation } as const;
  const isMuted = card.closed?.reason === 'muted';
  if (isMuted || (await ports.panels.current(series))) return panelOf(ports, series);
  if (!isFoldable(card)) return undefined;
  const ids = await ports.cards.inConversation(conversation);
  const cards = await Promise.all(ids.map((id) => ports.cards.get(id)));
  const waiting = cards.filter((one) => one !== undefined).filter(isFoldable);
  if (waiting.length < foldFromCards) return undefined;
  const fold = await panelOf(ports, series);
  for (const { id } of waiting) {
    await change(ports, id, (now) => (isFoldable(now) && !now.panel ? intoPanel(now, fold.id) : now));
  }
  return fold;
}

/**
 * Makes the panel's message show the card as it is now. Somebody may have closed the panel between the card's joining
 * and now: a card that still waits gets another place.
 */
async function tellPanel({ cards, panels }: AssigningMessage, card: Card, id: Panel['id']): Promise<void> {
  const panel = await panels.get(id);
  const isTooLate = !panel || (panel.closed && card.panelShown === undefined && card.state === 'open');
  if (!isTooLate && !isUpdatePending(panel)) {
    await panels.change(id, (known) => ({ next: known && bumpVersion(known), result: undefined }));
  }
  await cards.change(card.id, (now) => {
    if (now?.panel !== id) return { next: now, result: undefined };
    return { next: isTooLate ? outOfPanel(now) : { ...now, panelShown: card.version }, result: undefined };
  });
}
