import { shownBy } from '../core/board/gathered.js';
import { type Card, type CardState, cardStates } from '../core/card/card.js';
import { isDone } from '../core/card/message.js';
import { answersUs, conversationOfCard, isHello, unanswered } from '../core/card/select.js';
import { lookWantedSince, questionSince } from '../core/due/deadlines.js';
import type { CardId } from '../core/ids.js';
import { isPurged } from '../core/keeping/purged-card.js';
import type { CardCounts } from '../ports/documents.js';
import type { Index } from './documents.js';
import type { DeskKeys } from './keys.js';
import type { Store } from './redis.js';
import { waitingIndexes } from './waiting.js';

const isUnderway = ({ state }: Card): boolean =>
  state === 'sending' || state === 'posting' || state === 'unsure';

/** In which sorted sets of a desk a card stands. */
export function indexesOf(card: Card, keys: DeskKeys): readonly Index[] {
  const member: CardId = card.id;
  const handle = card.patron.handle.toLowerCase();
  const [waits] = unanswered(card);
  const newest = card.acts.at(-1);
  const view = card.openViews?.at(-1);
  const conversation = conversationOfCard(card.id);
  const since = waits?.at ?? card.changedAt;
  const looksSince = lookWantedSince(card);
  const asksSince = questionSince(card);
  const panel = shownBy(card);
  return [
    { key: keys.inState(card.state), member, score: card.changedAt },
    ...(asksSince === undefined ? [] : [{ key: keys.questions, member, score: asksSince }]),
    ...waitingIndexes(card, keys, since),
    ...(card.flag ? [{ key: keys.flagged, member, score: card.flag.at }] : []),
    ...(looksSince === undefined ? [] : [{ key: keys.toLookAt, member, score: looksSince }]),
    ...(card.state === 'open' && conversation
      ? [{ key: keys.conversation(conversation), member, score: since }]
      : []),
    ...(conversation && answersUs(card)
      ? [{ key: keys.answersTo(conversation), member, score: newest?.at ?? since }]
      : []),
    ...(panel ? [{ key: keys.inPanel(panel), member, score: since }] : []),
    ...(panel && card.state === 'open' ? [{ key: keys.openInPanel(panel), member, score: since }] : []),
    ...(panel && card.state === 'open' && card.patron.automated
      ? [{ key: keys.automatedInPanel(panel), member, score: since }]
      : []),
    ...(isUnderway(card) ? [{ key: keys.underway, member, score: card.changedAt }] : []),
    ...(card.holder ? [{ key: keys.held(card.holder.id), member, score: card.holder.since }] : []),
    ...(view ? [{ key: keys.openViews, member, score: view.at }] : []),
    ...(newest ? [{ key: keys.recent, member, score: newest.at }] : []),
    ...(isPurged(card)
      ? []
      : [{ key: keys.kept, member, score: isDone(card) ? card.changedAt : Number.MAX_SAFE_INTEGER }]),
    ...(card.hold ? [{ key: keys.onHold, member, score: card.hold.until }] : []),
    ...(newest ? [{ key: keys.patron(card.patron.id), member, score: newest.at }] : []),
    ...(newest && handle !== '' && !isHello(card)
      ? [{ key: keys.handle(handle), member, score: newest.at }]
      : []),
  ];
}

/** The cards of a desk in figures: each is one small command, whatever the number of cards. */
export async function countCards(redis: Store, keys: DeskKeys): Promise<CardCounts> {
  const [oldest, ...counts] = await Promise.all([
    redis.zrange(keys.questions, '0', '0', 'WITHSCORES'),
    ...cardStates.map((state) => redis.zcard(keys.inState(state))),
  ]);
  const states = Object.fromEntries(cardStates.map((state, at) => [state, counts[at] ?? 0]));
  return {
    states: states as Record<CardState, number>,
    ...(oldest[1] === undefined ? {} : { oldestQuestionAt: Number(oldest[1]) }),
  };
}
