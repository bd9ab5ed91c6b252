import type { Act, Answer, Card } from '../card/card.js';
import { isWritten } from '../card/select.js';
import type { Desk } from '../desk/desk.js';
import { omit } from '../omit.js';
import { answerRetention, blankPatron, oursOf, type RetentionOf, staying } from './purged-card.js';

/** What of an act a desk may keep that shows nothing of the network: ids, times, topic, and that it is urgent. */
const actRetention = {
  kind: 'stays',
  id: 'stays',
  at: 'stays',
  answered: 'stays',
  gone: 'stays',
  purged: 'stays',
  versions: 'stays',
  readAt: 'stays',
  topic: 'stays',
  partial: 'stays',
  digest: 'stays',
  greets: 'stays',
  greeted: 'stays',
  answers: 'stays',
  stops: 'stays',
  text: 'partly',
  links: 'partly',
  media: 'partly',
  urgent: 'partly',
  ours: 'partly',
  first: 'goes',
  firstInYear: 'goes',
  nthQuestion: 'goes',
  sensitive: 'goes',
  suspect: 'goes',
  repliedTo: 'stays',
  repliedToAccount: 'goes',
  quoted: 'goes',
  closed: 'goes',
  unloadable: 'goes',
  unnamed: 'goes',
} as const satisfies RetentionOf<Act>;

/** What says whether a desk only links. */
export interface LinkingDesk {
  readonly account?: Pick<Desk['account'], 'linkOnly'>;
}

/**
 * The card as its desk may know it. A desk that only links learns neither who somebody is nor what they wrote: X wants an
 * Enterprise plan before its content is shown to a public body. The words were understood before, while the post was at hand.
 * https://docs.x.com/developer-terms/agreement
 */
export const asLinked = (card: Card, { account }: LinkingDesk): Card =>
  account?.linkOnly ? withoutContent(card) : card;

function withoutContent(card: Card): Card {
  return {
    ...omit(card, 'draft'),
    patron: blankPatron(card.patron),
    acts: card.acts.map(actWithoutContent),
    keptWords: [],
    answers: card.answers.map((answer) => ({
      ...staying<Answer, typeof answerRetention>(answer, answerRetention),
      text: '',
    })),
    linkOnly: true,
  };
}

function actWithoutContent(act: Act): Act {
  const kept = staying<Act, typeof actRetention>(act, actRetention);
  if (!isWritten(act)) return kept as Act;
  const { ours: about } = oursOf(act);
  const ours = about && { ...about, ...(act.ours?.namesOthers && { namesOthers: true }) };
  const urgent = act.urgent === undefined ? {} : { urgent: '' };
  return { ...kept, ...(ours && { ours }), ...urgent, text: '', links: [], media: [] } as Act;
}
