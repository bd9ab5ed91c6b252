import { expect, it } from 'vitest';
import { type CardFact, type Facts, saidWrong } from './said.js';
import type { Screen } from './screens.js';

const card: CardFact = {
  desk: 'central',
  id: 'mention-1-2',
  first: 'Maya',
  state: 'claimed',
  holder: 'Ana',
  flagged: false,
  snoozed: false,
  late: false,
  answers: 0,
  isPost: true,
};
const facts: Facts = { cards: [card], networkAnswers: true, paused: false };
const open: Facts = { ...facts, cards: [{ ...card, state: 'open', holder: '' }] };

const two: Facts = {
  ...open,
  cards: ['central', 'branch'].map((desk) => ({ ...card, desk, state: 'open', holder: '' })),
  names: { central: '@central', branch: '@branch' },
};

const text = (words: string) => ({ type: 'section', text: { type: 'plain_text', text: words } });
const button = (label: string) => ({
  type: 'actions',
  elements: [{ type: 'button', text: { type: 'plain_text', text: label } }],
});
const message = (...blocks: unknown[]): Screen => ({
  what: 'message',
  desk: 'central',
  of: card.id,
  key: 'card',
  blocks,
});
const home = (words: string): Screen => ({ what: 'home', to: 'U1', blocks: [text(words)] });
const toAna = (words: string): Screen => ({
  what: 'message',
  desk: 'central',
  of: 'told-1',
  key: 'panel',
  to: 'U1',
  blocks: [text(words)],
});

const ofTwo = (...words: readonly string[]) => ({ ...toAna(''), blocks: words.map(text) });

it.each<[string, Screen, Facts, string[]]>([
  ['who has a card', message(text('Maya Ortiz Ana is answering · since 10:43')), facts, []],
  [
    'somebody who does not have it',
    message(text('Maya Ortiz Ben is answering · since 10:43')),
    facts,
    ['"Ben is answering" of Maya, whose card is claimed with Ana'],
  ],
  [
    'a button for another state',
    message(text('Maya Ortiz'), button('Answer')),
    facts,
    ['there is a button "Answer", and the card is claimed'],
  ],
  ['a button for its state', message(text('Maya Ortiz'), button('Answer')), open, []],
  [
    'a lateness',
    message(text('Maya ⏰ late since 14:42')),
    open,
    ["Maya's is said to be late, and it is not"],
  ],
  [
    'a time that is over',
    message(text('Maya please answer by 14:42')),
    { ...open, cards: [{ ...card, late: true }] },
    ["the time for Maya's answer is over"],
  ],
  ['a flag', message(text("Don't answer yet: Carla was asked")), open, ["the flag of Maya's"]],
  ['somebody in private', toAna('🚨 Maya · Ana is answering · since 10:43'), facts, []],
  [
    'somebody in private who let go',
    toAna('🚨 Maya · Ana is answering · since 10:43'),
    open,
    ['Ana has no card here that is claimed'],
  ],
  ['how many are late', toAna('2 are late. Oldest: Maya'), open, ['2 are said to be late, and 0 are']],
  ['how many were late at a time', toAna('2 are late. Oldest: Maya As of 11:12.'), open, []],
  ['more than wait', toAna('4 more questions wait.'), open, ['4 are said to wait, and 1 do']],
  [
    'more than wait at another desk',
    ofTwo('@central 1 more question waits.', '@branch 2 more questions wait.'),
    two,
    ['2 are said to wait, and 1 do'],
  ],
  [
    'what was late at each at a time',
    ofTwo('@central 3 are late.', '@branch 2 are late. As of 10:01.'),
    two,
    [],
  ],
  [
    'what is late at another desk',
    ofTwo('@central 0 are late.', '@branch 2 are late.'),
    two,
    ['2 are said to be late, and 0 are'],
  ],
  ['what waits at each', ofTwo('@central 1 more question waits.', '@branch 1 more question waits.'), two, []],
  ['nobody who waits', home('Nothing is waiting. Next check in a minute.'), facts, []],
  [
    'nobody while somebody waits',
    home('Nothing is waiting. Next check in a minute.'),
    open,
    ['nothing is said to wait, and Maya does'],
  ],
  [
    'an outage that is over',
    home('Last looked at X at 12:05.'),
    facts,
    ['X is said to be out of reach, and it answers'],
  ],
  ['an outage', home('Last looked at X at 12:05.'), { ...facts, networkAnswers: false }, []],
  [
    'an end that has not come',
    toAna("X can be read again. It couldn't from 12:05 until 12:20."),
    { ...facts, networkAnswers: false },
    ['X is said to be back, and it does not answer'],
  ],
  [
    'a pause that is over',
    home('Carla paused sending at 9:05'),
    facts,
    ['sending is said to be paused, and it is not'],
  ],
])('a screen that tells of %s', (_what, screen, so, wrong) => {
  expect(saidWrong(screen, so)).toEqual(wrong);
});
