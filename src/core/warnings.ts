import { type Card, isFollow, isHello } from './card.js';

/** What a colleague would say about words that may go out all the same. */
export type Warning = { readonly warning: 'thanks-for-following' };

/** Two at most: more are not read. */
const most = 2;

export function warningsFor(card: Card, text: string): readonly Warning[] {
  const warnings: Warning[] = [];
  if ((isFollow(card) || isHello(card)) && THANKS.test(text)) {
    warnings.push({ warning: 'thanks-for-following' });
  }
  return warnings.slice(0, most);
}

const THANKS = /\b(?:thanks?|thank\s+you|thx|ty)\b(?:\s+\S+){0,4}?\s+follow(?:ing|s|ed)?\b/iu;
