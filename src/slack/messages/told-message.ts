import type { KnownBlock } from '@slack/web-api';
import type { Panel } from '../../core/board/panel.js';
import type { Card } from '../../core/card/card.js';
import { isDone } from '../../core/card/message.js';
import { isHello, isQuestion, waitingAct } from '../../core/card/select.js';
import { needs, type Telling } from '../../core/card/telling.js';
import type { Desk } from '../../core/desk/desk.js';
import { inOrder } from '../../core/due/order.js';
import { waitsToBeTold } from '../../core/due/tellings.js';
import type { SlackUserId } from '../../core/ids.js';
import { quote } from '../../core/post/plain.js';
import { onShift } from '../../core/rota/duty.js';
import { mayQuoteMarks, whoOf } from '../../core/sentences/kept-sentences.js';
import { nameOf, ourRepliesUrl } from '../../core/sentences/phrases.js';
import { noticeSentence } from '../../core/sentences/sentences.js';
import { say, sayCount } from '../../core/words/words.js';
import { actionIds } from '../ids.js';
import { actions, bold, button, escapeText, line, link, type Message, rich } from '../parts/blocks.js';
import { liftButton, refTo } from '../parts/buttons.js';
import { aboutCard, answerNext, MAX_FALLBACK, openButton, outcomeText } from './staff-messages.js';

const MAX_NOTE = 200;

/** What one person has to know, each with its buttons while it holds; after that what became of it. */
export function toldMessage(
  cards: readonly Card[],
  panel: Panel,
  to: SlackUserId,
  desk: Desk,
  now: number,
): Message {
  const told = (panel.lists ?? []).flatMap(({ card: id, telling }) => {
    const card = cards.find((one) => one.id === id);
    if (!card || !telling) return [];
    if (needs(card, telling, to)) {
      const text = [tellingText(card, telling, to, desk, now), ...mayQuoteMarks(card, desk)].join(' ');
      return [{ text, blocks: tellingBlocks(text, card, telling, desk) }];
    }
    const text = `${aboutCard(card, desk)} · ${settledText(card, desk, to, now)}`;
    return [{ text, blocks: [rich(line(text))] }];
  });
  return {
    text: escapeText(quote(told.map(({ text }) => text).join(' · '), MAX_FALLBACK)),
    blocks: told.flatMap(({ blocks }) => blocks),
  };
}

function settledText(card: Card, desk: Desk, to: SlackUserId, now: number): string {
  const outcome = outcomeText(card, desk, to, now);
  return isDone(card) ? say(desk.words, 'told.done', { outcome }) : outcome;
}

function tellingText(card: Card, telling: Telling, to: SlackUserId, desk: Desk, now: number): string {
  const { flag, holder, note } = card;
  const { words } = desk;
  const writer = nameOf(desk, holder?.id ?? '');
  const first = whoOf(card, desk);
  const their = say(words, isHello(card) ? 'line.hello-of' : 'line.answer-of', { name: writer, first });
  const your = say(words, isHello(card) ? 'told.your-hello' : 'told.your-answer', { first });
  const what = holder?.id === to ? your : their;
  switch (telling.what) {
    case 'came-back':
      return say(words, 'told.came-back', { what, why: noticeSentence(desk, card, now) ?? '' });
    case 'not-seen':
      return say(words, 'told.not-seen', { what });
    case 'check-asked': {
      const isOn = onShift(desk.rota, now).some(({ member }) => member.slackId === to);
      return say(words, isOn ? 'told.check-asked' : 'told.check-alone', { what });
    }
    case 'passed': {
      const fill = {
        name: nameOf(desk, card.passes.at(-1)?.from ?? ''),
        about: aboutCard(card, desk),
        note: note?.at === telling.of ? quote(note.text, MAX_NOTE) : '',
      };
      return say(words, fill.note ? 'told.passed-note' : 'told.passed', fill);
    }
    case 'flagged': {
      const about = isHello(card) ? say(words, 'about.hello') : card.linkOnly ? aboutCard(card, desk) : first;
      const fill = { name: nameOf(desk, flag?.by ?? ''), about, note: quote(flag?.note ?? '', MAX_NOTE) };
      return say(words, fill.note ? 'told.flagged-note' : 'told.flagged', fill);
    }
    case 'sent-back': {
      const fill = { name: nameOf(desk, note?.by ?? ''), what, note: quote(note?.text ?? '', MAX_NOTE) };
      return say(words, fill.note ? 'told.sent-back' : 'told.sent-back-bare', fill);
    }
  }
}

function tellingBlocks(text: string, card: Card, { what }: Telling, desk: Desk): KnownBlock[] {
  const { words } = desk;
  const ref = refTo(card, desk);
  const press = (id: string, label: string) => button({ id, label, ref });
  if (what === 'check-asked') {
    const check = button({ id: actionIds.check, label: say(words, 'button.check'), ref, primary: true });
    return [rich(line(bold(text))), ...actions(check)];
  }
  if (what !== 'not-seen')
    return [
      rich(line(bold(text))),
      ...actions(openButton(card, desk), ...(card.linkOnly && card.flag ? [liftButton(card, desk)] : [])),
    ];
  return [
    rich(line(bold(text), ' ', link(ourRepliesUrl(desk), say(words, 'state.look')))),
    ...actions(
      openButton(card, desk),
      press(actionIds.itIsThere, say(words, 'button.it-is-there')),
      press(actionIds.notThere, say(words, 'button.not-there')),
    ),
  ];
}

/** "4 more questions wait", for which threads name nobody any more in this hour. */
export function restMessage(cards: readonly Card[], desk: Desk): Message {
  const waiting = inOrder(cards.filter(waitsToBeTold), desk);
  const [first] = waiting;
  if (!first) {
    const over = say(desk.words, 'reminder.over');
    return { text: escapeText(over), blocks: [rich(line(over))] };
  }
  const areQuestions = waiting.every((card) => isQuestion(waitingAct(card)));
  const text = sayCount(desk, areQuestions ? 'told.rest-questions' : 'told.rest-posts', waiting.length);
  return {
    text: escapeText(text),
    blocks: [rich(line(bold(text))), ...actions(answerNext(first, desk))],
  };
}
