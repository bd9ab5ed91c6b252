import { compareIds } from '../ids.js';
import type { Card, Mention } from './card.js';

/** How well the desk knows whoever wrote, at the time of a post. */
export interface Acquaintance {
  /** Nothing of theirs was here before. */
  readonly first?: true;
  /** The how-manieth question of the month it is. */
  readonly nthQuestion?: number;
}

/** Looks through all cards of a post's author. `monthFromMs`: when the month began on the desk's calendar. */
export function acquaintanceOf(act: Mention, cards: readonly Card[], monthFromMs: number): Acquaintance {
  const earlier = cards
    .flatMap(({ acts }) => acts)
    .filter((one): one is Mention => one.kind === 'mention' && isBefore(one, act));
  if (earlier.length === 0) return { first: true };
  if (act.topic !== 'question') return {};
  const asked = earlier.filter(({ topic, at }) => topic === 'question' && at >= monthFromMs);
  return { nthQuestion: asked.length + 1 };
}

const isBefore = (one: Mention, act: Mention): boolean =>
  one.id !== act.id && (one.at < act.at || (one.at === act.at && compareIds(one.id, act.id) < 0));
