import { gatherFromAnswers, isPlainAnswer, questionOf } from '../../core/board/gathered.js';
import { bumpVersion, isUpdatePending, type Panel } from '../../core/board/panel.js';
import {
  foldFromCards,
  followersWithOwnMessage,
  intoPanel,
  isFoldable,
  isGatherable,
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
import { panelOf, seriesOf } from '../series.js';
import { foundMessage } from './sync-message.js';

type AssigningMessage = Pick<Ports, 'cards' | 'clock' | 'desk' | 'due' | 'panels' | 'recovery'>;

/**
 * Gives a card its place: a message of its own, or a panel, which is told of what changed. A couple of new followers a
 * shift have their own, the others share the digest; people who wait in one conversation share a fold from the third on,
 * but for those who ask something; answers to a question of ours share a message from the fourth on. Gives the card as it is then.
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
  if (needsOwnMessage(card) || isKeptOut(card) || card.holder || card.erased) return undefined;
  // It has a message of its own already, of which the store came back without a record.
  const found = await foundMessage(ports, card.id, cardKey);
  if (found && !card.messages[formerKey(found)]) return undefined;
  if (isFollow(card)) return (await hasOwn(ports)) ? undefined : panelOf(ports, { kind: 'digest' });
  const conversation = conversationOfCard(card.id);
  return conversation && sharedIn(ports, card, conversation);
}

/** Whether the next new follower gets a message of their own: the first of a shift do; of a day, where a shift has no end. */
async function hasOwn({ clock, desk, due }: AssigningMessage): Promise<boolean> {
  const now = clock.now();
  const [shift] = onShift(desk.rota, now);
  if (!shift) return false;
  const since = now - shift.fromMs < dayMs ? shift.fromMs : localDate(desk.rota, now);
  return (await due.count(`followers-${since}`, dayMs)) <= followersWithOwnMessage;
}

/** The panel that a card shares with others of its conversation: plain answers to our question with each other. */
async function sharedIn(
  ports: AssigningMessage,
  card: Card,
  conversation: PostId,
): Promise<Panel | undefined> {
  if (card.closed?.reason === 'muted') {
    const [series] = await seriesOf(ports, conversation);
    return panelOf(ports, series);
  }
  return isPlainAnswer(card) ? askedFor(ports, card, conversation) : foldFor(ports, card, conversation);
}

async function foldFor(
  ports: AssigningMessage,
  card: Card,
  conversation: PostId,
): Promise<Panel | undefined> {
  const series = { kind: 'fold', conversation } as const;
  if (await ports.panels.current(series)) return panelOf(ports, series);
  if (!isFoldable(card)) return undefined;
  const waiting = await openIn(ports, conversation, isFoldable);
  if (waiting.length < foldFromCards) return undefined;
  return joined(ports, await panelOf(ports, series), waiting, isFoldable);
}

/** The message for answers to a question of ours; undefined for the first few of them, whatever became of those. */
async function askedFor(
  ports: AssigningMessage,
  card: Card,
  conversation: PostId,
): Promise<Panel | undefined> {
  const series = { kind: 'asked', conversation } as const;
  const isBegun = (await ports.panels.current(series)) !== undefined;
  if (!isBegun && (await ports.cards.answersTo(conversation)).length < gatherFromAnswers) return undefined;
  const asked = await panelOf(ports, series, questionOf(card));
  return isBegun
    ? asked
    : joined(ports, asked, await openIn(ports, conversation, isGatherable), isGatherable);
}

/** The open cards of a conversation that may share a message. */
async function openIn(
  { cards }: AssigningMessage,
  conversation: PostId,
  mayShare: (card: Card) => boolean,
): Promise<readonly Card[]> {
  const ids = await cards.inConversation(conversation);
  const found = await Promise.all(ids.map((id) => cards.get(id)));
  return found.filter((one) => one !== undefined).filter(mayShare);
}

/** The panel once these cards are in it. */
async function joined(
  ports: AssigningMessage,
  panel: Panel,
  cards: readonly Card[],
  mayShare: (card: Card) => boolean,
): Promise<Panel> {
  for (const { id } of cards) {
    await change(ports, id, (now) => (mayShare(now) && !now.panel ? intoPanel(now, panel.id) : now));
  }
  return panel;
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
