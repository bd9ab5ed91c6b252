import { leadingNames } from '../post/names.js';
import { plainText } from '../post/plain.js';
import type { Answer, Card } from './card.js';

/** What we said: as it was approved where that is what X has, else as X shows it, without the names in front. */
export function ourWords({ reply }: Pick<Card, 'reply'>, answer: Answer): string {
  if (reply && answer.how === 'as-approved' && answer.n === reply.n) return reply.text;
  const said = plainText(answer.text);
  return said.slice(leadingNames(said).length);
}
