import { type Card, isFollow } from '../../core/card/card.js';
import { inOrder, waitsWith } from '../../core/card/order.js';
import type { Desk } from '../../core/desk/desk.js';
import { isSaid } from '../../core/due/shift-edges.js';
import type { SlackUserId } from '../../core/ids.js';
import { localTime } from '../../core/rota/local-time.js';
import { listOf, nameOf } from '../../core/sentences/phrases.js';
import { say, sayCount } from '../../core/words/words.js';
import { actionIds } from '../ids.js';
import { actions, bold, button, escapeText, line, type Message, rich } from '../parts/blocks.js';
import { refTo } from '../parts/card-buttons.js';

const topics = ['question', 'complaint', 'praise', 'other'] as const;

/** "Good morning, Ana. 3 waiting: 2 questions, 1 thank-you. 7 new followers can wait." */
export function summaryMessage(
  cards: readonly Card[],
  desk: Desk,
  to: SlackUserId,
  startedAt: number,
): Message {
  const { words } = desk;
  const said = inOrder(cards.filter(isSaid));
  const followers = cards.filter(isFollow).length;
  const parts = [
    greeting(desk, to, startedAt),
    said.length > 0 ? waiting(said, desk) : say(words, 'summary.nothing'),
    ...(followers > 0 ? [sayCount(desk, 'summary.followers', followers)] : []),
  ];
  const [first] = said;
  return {
    text: escapeText(parts.join(' ')),
    blocks: [
      rich(line(bold(parts.slice(0, 2).join(' ')), parts.length > 2 ? ` ${parts[2]}` : '')),
      ...(first ? actions(answerNext(first, desk)) : []),
    ],
  };
}

/** Opens what is most urgent when it is pressed; the card only says which desk. */
export const answerNext = (card: Card, desk: Desk) =>
  button({
    id: actionIds.next,
    label: say(desk.words, 'button.next'),
    ref: refTo(card, desk),
    primary: true,
  });

function greeting(desk: Desk, to: SlackUserId, at: number): string {
  const hour = Number(localTime(desk.rota, at).slice(0, 2));
  const time = hour < 12 ? 'morning' : hour < 17 ? 'afternoon' : 'evening';
  return say(desk.words, `summary.${time}`, { name: nameOf(desk, to) });
}

function waiting(cards: readonly Card[], desk: Desk): string {
  const what = topics.flatMap((topic) => {
    const count = cards.map(waitsWith).filter((act) => act.kind === 'mention' && act.topic === topic).length;
    return count > 0 ? [sayCount(desk, `summary.${topic}`, count)] : [];
  });
  return sayCount(desk, 'summary.waiting', cards.length, { what: listOf(desk, what, 'comma') });
}
