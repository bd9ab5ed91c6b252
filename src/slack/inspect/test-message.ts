import type { Desk } from '../../core/desk/desk.js';
import { say, type WordKey } from '../../core/words/words.js';
import { actionIds } from '../ids.js';
import { actions, bold, button, fallbackText, line, type Message, rich, text } from '../parts/blocks.js';
import { marked } from '../parts/practice.js';

type Said = Extract<WordKey, 'test.posted' | 'test.edited' | 'test.please' | 'test.answered'>;

/** A message of `doctor`: *Test*, and what it is for; with a button where it asks somebody to press one. It names nobody. In a channel for practising it is marked as all messages there. */
export function testMessage(desk: Desk, said: Said): Message {
  const { id, words } = desk;
  const inlines = [bold(say(words, 'test.mark')), text(`: ${say(words, said)}`)];
  const press = button({ id: actionIds.test, label: say(words, 'button.test'), ref: { desk: id } });
  return marked(
    {
      text: fallbackText(inlines),
      blocks: [rich(line(...inlines)), ...(said === 'test.please' ? actions(press) : [])],
    },
    desk,
  );
}
