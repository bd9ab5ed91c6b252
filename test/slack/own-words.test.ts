import { expect, it } from 'vitest';
import { sentence } from '../../src/core/sentences.js';
import { defaultWords } from '../../src/core/words.js';
import { cardMessage, threadLine } from '../../src/slack/card-message.js';
import { draftView, editorView, goingView } from '../../src/slack/editor.js';
import { greetFailedView, greetView, readingView } from '../../src/slack/greet-view.js';
import { rotaMessage } from '../../src/slack/rota-lines.js';
import { waitingMessage } from '../../src/slack/waiting.js';
import { aDesk, aMention, ana, aPatron, aPost, aRota, ben, minutes, staff, tuesday } from '../build.js';
import { anAnswer, everyCard } from './cards.js';
import { textsIn } from './seen.js';

/** Each letter of the desk's own words becomes a mark; people and patrons are numbers. */
const marked = Object.fromEntries(
  Object.entries(defaultWords).map(([key, said]) => [
    key,
    said
      .split(/(\{\w+\})/u)
      .map((part) => (part.startsWith('{') ? part : part.replaceAll(/\p{L}/gu, '§')))
      .join(''),
  ]),
);
const numbered = staff.map((member, at) => ({ ...member, name: `${at}`, signature: `${at}` }));
const desk = aDesk({
  words: marked,
  rota: aRota({ staff: numbered }),
  x: { handle: '77', plan: 'self-serve' },
});
const now = tuesday + minutes(8);

const cards = everyCard.map((card) => ({
  ...card,
  patron: aPatron({ name: '222', handle: '333' }),
  acts: card.acts.map((act) => (act.kind === 'mention' ? { ...act, text: '444', photos: 2 } : act)),
  answers: card.answers.map((answer) => ({ ...anAnswer(), how: answer.how, text: '555' })),
  keptWords: [{ text: '666', by: ben, at: now }],
  ...(card.reply ? { reply: { ...card.reply, text: '555' } } : {}),
}));

it('every word on the screen can be changed by the desk', () => {
  const shown = cards.flatMap((card) => [
    cardMessage(card, desk, now),
    threadLine(card, aMention({ text: '444' }), desk, ana),
    editorView({ card, desk, by: ana, opening: '', now }),
    editorView({ card, desk, by: ben, opening: '', now }),
    draftView({ card, desk, now }),
    goingView({ card, desk, waiting: 2 }),
    readingView(card, desk),
    greetFailedView(card, desk),
    ...(['api', 'hand-off'] as const).flatMap((reach) =>
      [[], [aPost({ text: '888', at: now })]].map((posts) =>
        greetView({ card, desk, posts, reach, opening: '', now }),
      ),
    ),
  ]);
  const lists = [
    waitingMessage(cards, desk, now, { [cards[0]?.id ?? '']: 'https://x.org' }),
    waitingMessage([], desk, now),
    rotaMessage(desk, now),
    rotaMessage({ ...desk, rota: { ...desk.rota, shifts: [] } }, now),
  ];
  const texts = [...shown, ...lists].flatMap(textsIn);
  expect(texts.length).toBeGreaterThan(500);
  const pings = /<@U0ANA0001>/gu;
  expect(texts.filter((text) => /\p{L}/u.test(text.replaceAll(pings, '')))).toEqual([]);
});

it('so can every refusal', () => {
  expect(sentence(desk, { refused: 'not-staff' })).not.toMatch(/\p{L}/u);
});
