import { type Answer, type Card, unanswered } from './card.js';
import type { ActId, PostId } from './ids.js';
import { without } from './without.js';

/** The acts that an answer under `repliedTo` covers: those not answered, up to the one that it replies to. */
export function coveredBy(card: Card, repliedTo: PostId): readonly ActId[] {
  const open = unanswered(card);
  const at = open.findIndex((act) => act.kind === 'mention' && act.versions.some((id) => id === repliedTo));
  if (at >= 0) return open.slice(0, at + 1).map(({ id }) => id);
  const follows = repliedTo === card.handOff?.replyTo || repliedTo === card.picked;
  return follows ? open.filter(({ kind }) => kind === 'follow').map(({ id }) => id) : [];
}

/** The card with an answer: sent, or open again where an act came that the answer does not cover. */
export function settled(card: Card, answer: Answer, covers: readonly ActId[]): Card {
  const acts = card.acts.map((act) => (covers.includes(act.id) ? { ...act, answered: true } : act));
  const waiting = acts.some(({ answered }) => !answered);
  const known = card.reply && without(card.reply, 'unsureSince', 'unknownFrom', 'notSeen');
  return {
    ...without(card, 'holder', 'handOff', 'notice', 'draft', 'closed', 'lostBy'),
    acts,
    ...(known ? { reply: known } : {}),
    answers: [...card.answers, answer],
    keptWords: waiting ? card.keptWords : [],
    state: waiting ? 'open' : 'sent',
  };
}
