import type { SlackUserId } from '../ids.js';
import type { CardEvent } from './actions.js';
import type { CardBanner } from './banner.js';
import type { Card } from './card.js';

/** What happened to a card that somebody is told in private. The names are stored. */
export const tellingNames = [
  'came-back',
  'not-seen',
  'check-asked',
  'passed',
  'flagged',
  'sent-back',
] as const satisfies readonly CardEvent['event'][];

/** What somebody has to know of a card: `of` is the number of the approval, or the time (Unix ms), that it is about. */
export interface Telling {
  readonly what: (typeof tellingNames)[number];
  readonly of: number;
}

/** An event of which somebody is told. */
export type ToldEvent = Extract<CardEvent, { event: Telling['what'] }>;

/** What there is to tell of an event. */
export const tellingOf = (event: ToldEvent): Telling => ({
  what: event.event,
  of: 'n' in event ? event.n : event.at,
});

/** The notices of an answer that did not go out. */
const cameBack: readonly (CardBanner['kind'] | undefined)[] = ['rejected', 'lapsed', 'paused'];

/** Whether what was to be told of a card still holds. */
export function isStillSo(card: Card, { what, of }: Telling): boolean {
  const { flag, holder, note, notice, reply, review, state } = card;
  const isInHand = state === 'claimed' || (state === 'in-review' && review?.reviewer !== undefined);
  switch (what) {
    case 'came-back':
      return isInHand && reply?.n === of && cameBack.includes(notice?.kind);
    case 'not-seen':
      return state === 'unsure' && reply?.n === of && reply.notSeen === true;
    case 'check-asked':
      return state === 'in-review' && review?.askedAt === of && !review.reviewer;
    case 'passed':
      return state === 'claimed' && holder?.since === of && card.passes.at(-1)?.at === of;
    case 'flagged':
      return flag?.at === of;
    case 'sent-back':
      return state === 'claimed' && note?.back === true && note.at === of;
  }
}

/** Who has to go on with the words of a card: the colleague who checked them, else its holder. */
export const ownerOf = ({ holder, review }: Card): SlackUserId | undefined => review?.reviewer ?? holder?.id;

/** Whether something that a person was told, or shall be told, still holds for them. */
export function needs(card: Card, telling: Telling, person: SlackUserId): boolean {
  const isForAnyOfSeveral = telling.what === 'check-asked' || telling.what === 'flagged';
  return isStillSo(card, telling) && (isForAnyOfSeveral || ownerOf(card) === person);
}
