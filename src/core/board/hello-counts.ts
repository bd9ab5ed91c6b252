import type { Card, Hello } from '../card/card.js';

/** The hello of a card; undefined for all other cards. */
export function helloOf(card: Card): Hello | undefined {
  const [first] = card.acts;
  return first?.kind === 'hello' ? first : undefined;
}

/** The card of a hello with what has been counted of it; the same card when it knows that already. */
export function withHelloCounts(card: Card, counts: Pick<Hello, 'answers' | 'greeted'>): Card {
  const hello = helloOf(card);
  if (!hello) return card;
  const next: Hello = { ...hello, ...counts };
  if (next.answers === hello.answers && next.greeted === hello.greeted) return card;
  return { ...card, acts: [next], version: card.version + 1 };
}
