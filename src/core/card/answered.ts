import type { ActId } from '../ids.js';
import { without } from '../omit.js';
import { type Answer, type Card, unanswered } from './card.js';
import { coveredBy, notAnswered } from './covered.js';
import { givenBack, setAside, unheld } from './given-back.js';

/** The card whose answer a person said is there, once its own post is known; undefined when nobody said so of it. */
export function withAnswersPost(
  card: Card,
  post: Pick<Answer, 'postId' | 'text'>,
  isIt: (said: Answer) => boolean,
): Card | undefined {
  const said = card.answers.find((answer) => !answer.postId && isIt(answer));
  if (!said) return undefined;
  return {
    ...card,
    answers: card.answers.map((answer) => (answer === said ? { ...said, ...post } : answer)),
  };
}

/**
 * The card with one more answer: sent, open again where an act waits that the answer does not cover, or as it was where
 * it goes on for what the answer leaves out.
 */
export function settled(card: Card, answer: Answer): Card {
  const answered: Card = {
    ...card,
    acts: card.acts.map((act) => (answer.covers.includes(act.id) ? { ...act, answered: true } : act)),
    answers: [...card.answers, answer],
  };
  const waiting = unanswered(answered).map(({ id }) => id);
  if (notAnswered(card, answer.covers).length === 0 || goesOn(card, waiting)) return answered;
  // An approval on its way was for what is answered now, too: a person reads again.
  if (card.state === 'sending' && waiting.length > 0)
    return givenBack(answered, { kind: 'changed', at: answer.at });
  const known = card.reply && without(card.reply, 'unsureSince', 'unknownFrom', 'notSeen');
  const rest = {
    ...without(answered, ...unheld, 'notice', 'closed', 'lostBy'),
    ...(known ? { reply: known } : {}),
  };
  if (waiting.length === 0) return { ...without(rest, 'draft', ...setAside), keptWords: [], state: 'sent' };
  // Words that somebody was still writing serve for the act that waits; words that went out don't.
  const unused = ['open', 'claimed', 'in-review', 'sending'].includes(card.state);
  return { ...(unused ? rest : without(rest, 'draft')), state: 'open' };
}

/**
 * What was closed or removed stays so; what becomes of our own call, or of a composer that is open in X, is still to be
 * found out.
 */
function goesOn(card: Card, waiting: readonly ActId[]): boolean {
  const { state, reply, handOff } = card;
  const isLeft = (ids: readonly ActId[]) => waiting.some((id) => ids.includes(id));
  if (state === 'withdrawn') return true;
  // Whoever writes goes on writing.
  if (['dismissed', 'claimed', 'in-review'].includes(state)) return waiting.length > 0;
  if (state === 'posting' || state === 'unsure') return isLeft(reply?.covers ?? []);
  return state === 'handed-off' && handOff !== undefined && isLeft(coveredBy(card, handOff.replyTo));
}
