import type { Panel } from '../../core/board/panel.js';
import type { Card } from '../../core/card/card.js';
import { waitsSince } from '../../core/card/order.js';
import type { Desk } from '../../core/desk/desk.js';
import { standardOf, waitsForShift } from '../../core/due/deadlines.js';
import { duration, moment } from '../../core/sentences/phrases.js';
import { say, sayCount } from '../../core/words/words.js';
import { actions, bold, escapeText, line, type Message, rich } from '../parts/blocks.js';
import { aboutCard } from '../parts/card-outcome.js';
import { panelButton } from '../parts/panel-button.js';
import { answerNext } from './summary-message.js';

/** "3 are past 4 hours. Oldest: Maya, 'Do you have large-print…'", or until when they were put off. */
export function reminderMessage(cards: readonly Card[], panel: Panel, desk: Desk, now: number): Message {
  const { words } = desk;
  const late = cards.filter(waitsForShift).toSorted((a, b) => waitsSince(a) - waitsSince(b));
  const [oldest] = late;
  const { putOffUntil } = panel;
  if (!oldest || putOffUntil !== undefined) {
    const said =
      putOffUntil === undefined
        ? say(words, 'reminder.over')
        : say(words, 'reminder.put-off', { time: moment(desk, putOffUntil, now) });
    return { text: escapeText(said), blocks: [rich(line(said))] };
  }
  const standard = duration(desk, Math.min(...late.flatMap((card) => standardOf(desk, card) ?? [])));
  const past = sayCount(desk, 'reminder.past', late.length, { standard });
  const who = aboutCard(oldest, desk);
  const about = late.length === 1 ? who : say(words, 'reminder.oldest', { about: who });
  return {
    text: escapeText(`${past} ${about}`),
    blocks: [
      rich(line(bold(past), ` ${about}`)),
      ...actions(answerNext(oldest, desk), panelButton('not-now', say(words, 'button.not-now'), panel, desk)),
    ],
  };
}
