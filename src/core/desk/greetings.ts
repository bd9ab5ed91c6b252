import type { Refusal } from '../card/refusal.js';
import type { CardId } from '../ids.js';
import type { DeskSettings } from './desk-settings.js';

/** How a desk greets new followers. */
export interface Greetings {
  /** At most this many people are greeted on one day: more reads like a machine. */
  readonly perDay: number;
  /** Offers to follow back: by a link, or by a press where the network takes that from a program. */
  readonly followBack: boolean;
}

/**
 * Why a new follower can't be greeted on `day` (YYYY-MM-DD in the desk's time zone); undefined when they can. A card
 * that counts already for that day is never refused.
 */
export function greetingRefusal(
  { greeted }: Pick<DeskSettings, 'greeted'>,
  day: string,
  card: CardId,
  { perDay }: Greetings,
): Refusal | undefined {
  const today = greeted?.day === day ? greeted.cards : [];
  if (today.includes(card) || today.length < perDay) return undefined;
  return { refused: 'enough-greetings', count: today.length };
}

/** The settings with one more card that was greeted on `day`, or why not. */
export function withGreeting(
  settings: DeskSettings,
  day: string,
  card: CardId,
  greetings: Greetings,
): DeskSettings | Refusal {
  const enough = greetingRefusal(settings, day, card, greetings);
  if (enough) return enough;
  const today = settings.greeted?.day === day ? settings.greeted.cards : [];
  return today.includes(card) ? settings : { ...settings, greeted: { day, cards: [...today, card] } };
}
