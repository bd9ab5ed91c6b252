import type { Answer, Card } from '../card/card.js';
import type { Refusal } from '../card/refusal.js';
import { ourWords } from '../card/select.js';
import { firstName } from '../post/plain.js';
import { unsigned } from '../post/signature.js';
import { withoutPatron } from '../writing/blank-names.js';
import type { SavedStarter } from '../writing/starters.js';
import type { DeskSettings } from './desk-settings.js';

/** Nobody reads a longer menu. */
const mostSaved = 30;

/** The opening for a new starter from an answer: its words without the signature and without the patron's names. */
export const openingFrom = (card: Pick<Card, 'patron' | 'reply'>, answer: Answer): string =>
  forAnybody(unsigned(ourWords(card, answer)), card.patron);

/** Words to one patron as words to anybody: `{first}` for their first name, and nothing else that they are called. */
export function forAnybody(words: string, patron: Card['patron']): string {
  const first = firstName(patron.name, patron.handle).replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
  const open = words.replace(new RegExp(`(?<![\\p{L}\\p{N}@])${first}(?![\\p{L}\\p{N}])`, 'gu'), '{first}');
  return withoutPatron(open, patron);
}

/** The settings with one more starter, or why not: no two starters have the same label. */
export function withStarter(settings: DeskSettings, starter: SavedStarter): DeskSettings | Refusal {
  const { starters } = settings;
  const same = (one: SavedStarter) => one.label.toLowerCase() === starter.label.toLowerCase();
  if (starters.some((one) => same(one) && one.opening === starter.opening)) return settings;
  if (starters.some(same)) return { refused: 'same-starter', label: starter.label };
  if (starters.length >= mostSaved) return { refused: 'many-starters', count: starters.length };
  return { ...settings, starters: [...starters, starter] };
}
