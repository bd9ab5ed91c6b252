import type { ActId, PostId } from '../ids.js';
import { type Card, isFollow } from './card.js';

/** Whether a post under `repliedTo` answers the same act as one under `target`, in whichever versions of it. */
export function sameAct(card: Card, target: PostId | undefined, repliedTo: PostId | undefined): boolean {
  if (repliedTo === undefined || target === undefined) return false;
  if (target === repliedTo || isFollow(card)) return true;
  return card.acts.some(
    (act) => act.kind === 'mention' && act.versions.includes(target) && act.versions.includes(repliedTo),
  );
}

/**
 * The acts that an answer under `repliedTo` covers: those not answered, up to the one that it replies to. Any post of
 * a new follower's by which our answer found this card covers the follow.
 */
export function coveredBy(card: Card, repliedTo: PostId): readonly ActId[] {
  const at = card.acts.findIndex((act) => act.kind === 'mention' && act.versions.includes(repliedTo));
  const upTo = isFollow(card) ? card.acts : card.acts.slice(0, at + 1);
  return upTo.filter(({ answered }) => !answered).map(({ id }) => id);
}

/** Those of some acts that no answer covers yet. */
export const notAnswered = (card: Card, ids: readonly ActId[]): readonly ActId[] =>
  card.acts.filter(({ id, answered }) => !answered && ids.includes(id)).map(({ id }) => id);
