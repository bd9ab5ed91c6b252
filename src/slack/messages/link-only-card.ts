import type { Card } from '../../core/card/card.js';
import { isSetAside } from '../../core/card/card-clock.js';
import type { Written } from '../../core/card/join.js';
import type { Desk } from '../../core/desk/desk.js';
import { answerBy } from '../../core/due/deadlines.js';
import type { SlackUserId } from '../../core/ids.js';
import { momentText } from '../../core/sentences/phrases.js';
import { say } from '../../core/words/words.js';
import { actionIds } from '../ids.js';
import {
  actions,
  bold,
  button,
  escapeText,
  fallbackText,
  line,
  type Message,
  rich,
  richSay,
  user,
} from '../parts/blocks.js';
import { cardMenu, refTo } from '../parts/buttons.js';
import { linkedLine, linkedText, openThere } from '../parts/link-only.js';
import { marks, statusOf, urgentMark } from '../parts/status.js';

/**
 * The message of a card that waits, on a desk that only links: "Somebody mentioned us · 10:42 · please answer by 14:42", *Open
 * in X* and *Done*.
 */
export function linkOnlyCard(card: Card, desk: Desk, now: number): Message {
  const { words } = desk;
  const at = card.state === 'open' && !isSetAside(card) ? answerBy(desk, card) : undefined;
  const time = at === undefined ? '' : momentText(desk, at, now);
  const by = at !== undefined && at > now ? [say(words, 'card.answer-by', { time })] : [];
  const late = at !== undefined && at <= now ? [say(words, 'card.late', { time })] : [];
  const urgent = urgentMark(card, desk);
  const status = statusOf(card, desk, now)?.sentence;
  const below = [...(status ? [status] : []), ...marks(card, desk, now)];
  const done = button({ id: actionIds.skip, label: say(words, 'button.done'), ref: refTo(card, desk) });
  return {
    text: escapeText([...urgent, linkedText(card, desk, now, ...by), ...late, ...below].join(' · ')),
    blocks: [
      rich(
        ...urgent.map((mark) => line(bold(mark))),
        linkedLine(card, desk, now, ...by),
        ...late.map((one) => line(bold(one))),
        ...below.map((one) => line(one)),
      ),
      ...actions(openThere(card, desk), ...(card.flag ? [] : [done]), ...cardMenu(card, desk)),
    ],
  };
}

/** Pings one colleague: "@Ana, somebody mentioned us. Open it in X." */
export function linkOnlyLine(act: Written, desk: Desk, to: SlackUserId): Message {
  const key = act.urgent === undefined ? 'link-only.line' : 'link-only.line-urgent';
  const said = richSay(desk.words, key, { to: user(to), network: desk.network.name });
  return { text: fallbackText(said), blocks: [rich(line(...said))] };
}
