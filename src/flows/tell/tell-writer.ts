import { type Card, isHello } from '../../core/card/card.js';
import { firstOf, nameOf } from '../../core/sentences/phrases.js';
import { say } from '../../core/words/words.js';
import type { Ports } from '../../ports.js';
import { notice } from './announce.js';

/** Tells the writer of words that a colleague sent back, in private and with the way to them. May be done again. */
export async function tellWriter(ports: Pick<Ports, 'clock' | 'desk' | 'panels'>, card: Card): Promise<void> {
  const { holder, id, note, patron } = card;
  if (!holder || !note) return;
  const { words } = ports.desk;
  const what = say(words, isHello(card) ? 'told.your-hello' : 'told.your-answer', { first: firstOf(patron) });
  const fill = { name: nameOf(ports.desk, note.by), what, note: note.text };
  const text = say(words, note.text ? 'told.sent-back' : 'told.sent-back-bare', fill);
  await notice(ports, `back-${note.at}-${id}`, text, holder.id, id);
}
