import type { KnownBlock } from '@slack/web-api';
import type { Answer, Card, Mention } from '../../core/card/card.js';
import { writerOf } from '../../core/card/select.js';
import type { Desk } from '../../core/desk/desk.js';
import { quote } from '../../core/post/plain.js';
import { momentText, nameOf } from '../../core/sentences/phrases.js';
import { say } from '../../core/words/words.js';
import { line, rich } from './blocks.js';
import { oursBehind } from './context.js';
import { answerText, shortText, shownName } from './patron.js';

const SHOWN = 4;
const MAX_LINE = 150;

/**
 * The last posts and answers of the patron's other cards before a time (Unix ms), one line each with when it was; newest
 * last.
 */
export function earlierBlocks(
  others: readonly Card[],
  beforeMs: number,
  desk: Desk,
  now: number,
): KnownBlock[] {
  const all = others.flatMap((card) => [
    ...card.acts
      .filter((act) => act.kind === 'mention' && !act.gone && (act.text !== '' || act.media.length > 0))
      .map((act) => ({ at: act.at, card, act: act as Mention })),
    ...card.answers.filter(({ text }) => text !== '').map((answer) => ({ at: answer.at, card, answer })),
  ]);
  const shown = all
    .filter(({ at }) => at < beforeMs)
    .sort((a, b) => a.at - b.at)
    .slice(-SHOWN);
  if (shown.length === 0) return [];
  return [
    rich(
      line(say(desk.words, 'editor.earlier')),
      ...shown.map(({ at, card, ...one }) =>
        'act' in one
          ? otherPostLine(one.act, at, card, desk, now)
          : otherAnswerLine(card, one.answer, at, desk, now),
      ),
    ),
  ];
}

function otherPostLine(act: Mention, at: number, { patron }: Card, desk: Desk, now: number) {
  const lead = say(desk.words, 'card.said', { time: momentText(desk, at, now), name: shownName(patron) });
  return line(lead, shortText(act, desk, MAX_LINE), oursBehind(act, desk));
}

function otherAnswerLine(card: Card, answer: Answer, at: number, desk: Desk, now: number) {
  const name = nameOf(desk, writerOf(answer) ?? '');
  const lead = say(desk.words, 'card.said-by-us', { time: momentText(desk, at, now), name });
  return line(lead, quote(answerText(card, answer), MAX_LINE));
}
