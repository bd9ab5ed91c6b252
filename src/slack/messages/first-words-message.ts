import type { Desk } from '../../core/desk/desk.js';
import { secondMs } from '../../core/durations.js';
import { say } from '../../core/words/words.js';
import { actionIds } from '../ids.js';
import {
  actions,
  bold,
  bullets,
  button,
  escapeText,
  line,
  type Message,
  note,
  rich,
} from '../parts/blocks.js';

/** What the desk does, how often it looks, that nothing is sent by itself, and who is on shift (`shift`): its first message in its channel. */
export function firstWordsMessage(shift: string, desk: Desk): Message {
  const { words } = desk;
  const fill = { account: desk.account.handle, seconds: Math.round(desk.send.undoMs / secondMs) };
  const title = say(words, 'first.title', fill);
  const arrives = say(words, 'first.arrives', fill);
  const alone = say(words, 'first.nothing-alone');
  const ref = { desk: desk.id };
  return {
    text: escapeText([title, arrives, alone].join(' ')),
    blocks: [
      rich(
        line(bold(title)),
        bullets([
          line(arrives),
          // How often it looks where that costs nothing depends on how many desks share a server.
          line(say(words, desk.network.prices ? 'first.watches' : 'first.watches-closely')),
          line(bold(alone), ` ${say(words, 'first.sends', fill)}`),
          line(shift),
        ]),
      ),
      note(say(words, 'first.help')),
      ...actions(
        button({ id: actionIds.nextOfDesk, label: say(words, 'button.next'), ref, primary: true }),
        button({ id: actionIds.practise, label: say(words, 'button.practise'), ref }),
      ),
    ],
  };
}
