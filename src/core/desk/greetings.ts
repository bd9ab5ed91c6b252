import type { Refusal } from '../card/refusal.js';
import type { CardId } from '../ids.js';
import type { DeskSettings } from './desk-settings.js';

/** What a desk wants of greetings to new followers. */
export interface Greetings {
  /** How many people are greeted on one day at most: more reads like a machine. */
  readonly perDay: number;
  /** Offers a link to follow back, so that patrons can send reference questions in private. */
  readonly followBack: boolean;
}

/** Why one more new follower isn't greeted today; whoever counts already may be greeted still. */
export function enoughGreetings(
  { greeted }: Pick<DeskSettings, 'greeted'>,
  day: string,
  card: CardId,
  { perDay }: Greetings,
): Refusal | undefined {
  const today = greeted?.day === day ? greeted.cards : [];
  if (today.includes(card) || today.length < perDay) return undefined;
  return { refused: 'enough-greetings', count: today.length };
}

/** The same with one more greeted, or why not. `day` is one of the desk's calendar. */
export function withGreeting(
  settings: DeskSettings,
  day: string,
  card: CardId,
  greetings: Greetings,
): DeskSettings | Refusal {
  const enough = enoughGreetings(settings, day, card, greetings);
  if (enough) return enough;
  const today = settings.greeted?.day === day ? settings.greeted.cards : [];
  return today.includes(card) ? settings : { ...settings, greeted: { day, cards: [...today, card] } };
}
