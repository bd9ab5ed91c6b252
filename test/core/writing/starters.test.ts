import { describe, expect, it } from 'vitest';
import { slackUserId } from '../../../src/core/ids.js';
import { firstName } from '../../../src/core/post/plain.js';
import { starterWords } from '../../../src/core/words/dictionary.js';
import {
  allStarters,
  greetLabel,
  openingsFor,
  openingText,
  openingUse,
  replaceOpening,
  type Starter,
  type StarterUse,
  startersFor,
  starterUses,
  type Voice,
} from '../../../src/core/writing/starters.js';

const plain: Voice = { words: {} };
const hours: Starter = {
  id: 'hours',
  label: 'Opening hours',
  opening: "Hi {first}, we're open ",
  for: ['question'],
  when: ['open*', 'ouvert*'],
};
const speaking = (...starters: readonly Starter[]): Voice => ({
  words: {},
  voice: { helpDesk: '020 7946 0000', starters },
});

const labels = (use: StarterUse, said = '', voice = plain) =>
  startersFor(use, said, voice).map(({ label }) => label);

describe('starters', () => {
  it.each<[StarterUse, string[]]>([
    ['question', ['Answer', 'Ask back']],
    ['praise', ['Thank']],
    ['complaint', ['Apologise and ask']],
    ['other', ['Answer']],
    ['greeting', ['Ask about it', 'Recommend']],
  ])('of a post that is a %s: %j', (use, expected) => {
    expect(labels(use)).toEqual(expected);
  });

  it('that find no room on a card stand among all, as pointing to the help desk does', () => {
    expect(allStarters('answer', plain).map(({ label }) => label)).toEqual([
      'Answer',
      'Ask back',
      'Point to the help desk',
      'Thank',
      'Apologise and ask',
    ]);
  });

  it('each has a label and an opening for somebody', () => {
    for (const use of starterUses) {
      for (const { id, label } of startersFor(use, '', plain)) {
        expect(label).not.toBe('');
        expect(openingText(id, 'Maya', plain)).toContain('Maya');
      }
    }
    expect(greetLabel(plain)).toBe('Greet');
    const ids = [...allStarters('answer', plain), ...allStarters('greeting', plain)].map(({ id }) => id);
    expect(Object.keys(starterWords)).toHaveLength(2 * (ids.length + 1));
  });

  it('of the desk come first where the post says one of their words, in whatever language', () => {
    const voice = speaking(hours);
    const fitting = ['Opening hours', 'Answer', 'Ask back'];
    expect(labels('question', 'When do you open?', voice)).toEqual(fitting);
    expect(labels('question', 'Êtes-vous ouverts dimanche ?', voice)).toEqual(fitting);
    expect(labels('question', 'Do you have large print?', voice)).not.toContain('Opening hours');
    expect(labels('praise', 'Open as ever!', voice)).toEqual(['Thank']);
  });

  it('of the desk without such words come after the usual ones', () => {
    const wider: Starter = { ...hours, when: undefined, for: ['praise'] };
    expect(labels('praise', '', speaking(wider))).toEqual(['Thank', 'Opening hours']);
  });

  it('of the desk take the place of a usual one of the same id', () => {
    const own: Starter = { id: 'answer', label: 'Antworten', opening: 'Hallo {first}, ', for: ['other'] };
    expect(labels('other', '', speaking(own))).toEqual(['Antworten']);
    expect(labels('question', '', speaking(own))).toEqual(['Ask back', 'Point to the help desk']);
    expect(openingText('answer', 'Maya', speaking(own))).toBe('Hallo Maya, ');
  });

  it('that colleagues saved stand last among all', () => {
    const saved = [
      {
        id: 'saved-1',
        label: 'Parking',
        opening: 'Hi {first}, park at ',
        by: slackUserId('U0ANA0001'),
        at: 0,
      },
    ];
    const voice: Voice = { ...plain, savedStarters: saved };
    expect(allStarters('answer', voice).at(-1)).toMatchObject({ label: 'Parking' });
    expect(allStarters('greeting', voice).map(({ label }) => label)).toEqual([
      'Ask about it',
      'Recommend',
      'Parking',
    ]);
    expect(openingText('saved-1', 'Maya', voice)).toBe('Hi Maya, park at ');
    expect(openingsFor('Maya', voice)).toContain('Hi Maya, park at ');
  });
});

describe('the opening', () => {
  it.each([
    ['answer', 'Hi Maya, '],
    ['ask-back', 'Hi Maya, could you tell us '],
    ['help-desk', 'Hi Maya, our help desk can look into this with you: '],
    ['thank', 'Thank you, Maya! '],
    ['apologise', 'Sorry about that, Maya. Could you tell us '],
    ['greet', 'Hi Maya, '],
    ['long-gone', ''],
  ])('of %s is "%s"', (id, expected) => {
    expect(openingText(id, 'Maya', plain)).toBe(expected);
  });

  it.each([
    ['Hi {first}, ', 'Hello, '],
    ["Hi {first}, we're open ", "Hello, we're open "],
    ['Thank you, {first}! ', 'Thank you! '],
    ['Sorry about that, {first}. Could you tell us ', 'Sorry about that. Could you tell us '],
    ['Good morning {first} — ', 'Good morning — '],
    ['{first}, we have kept it. ', 'We have kept it. '],
    ['Liebe {first}, ', 'Hello, '],
    ['Hola {first}: ', 'Hola: '],
    ['We open at ', 'We open at '],
  ])('"%s" names nobody where there is no first name: "%s"', (opening, expected) => {
    const voice = speaking({ ...hours, opening });
    expect(openingText('hours', undefined, voice)).toBe(expected);
    expect(openingsFor(undefined, voice)).toContain(expected);
  });

  it('greets nobody in the words of the desk', () => {
    const words = { 'opening.hello': 'Guten Tag' };
    expect(openingText('answer', undefined, { words })).toBe('Guten Tag, ');
  });

  it('says how the help desk is reached', () => {
    expect(openingText('help-desk', 'Maya', speaking())).toBe(
      'Hi Maya, our help desk can look into this with you: 020 7946 0000 ',
    );
  });

  it('is overridden word by word', () => {
    const words = { 'starter.answer.opening': 'Hello {first}! ', 'starter.thank.label': 'Say thanks' };
    expect(openingText('answer', 'Maya', { words })).toBe('Hello Maya! ');
    expect(openingText('thank', 'Maya', { words })).toBe('Thank you, Maya! ');
    expect(labels('praise', '', { words })).toEqual(['Say thanks']);
  });

  it('takes a name as it is', () => {
    expect(openingText('answer', '$& {first}', plain)).toBe('Hi $& {first}, ');
  });
});

describe('the first name', () => {
  it.each([
    ['Maya Ortiz', 'Maya'],
    ['  Maya   Ortiz ', 'Maya'],
    ['📚 Maya 🌻', 'Maya'],
    ['Maya📚', 'Maya'],
    ['🏳️‍🌈Maya', 'Maya'],
    ['👍🏽 Maya', 'Maya'],
    ['Anne-Marie O’Neil', 'Anne-Marie'],
    ["D'Arcy Bell", "D'Arcy"],
    ['Zoe\u0308 Kay', 'Zoe\u0308'],
    ['Łukasz', 'Łukasz'],
    ['山田 太郎', '山田'],
    ['Dr Maya Ortiz', 'maya_reads'],
    ['The Book Club', 'maya_reads'],
    ['M. Ortiz', 'maya_reads'],
    ['M Ortiz', 'maya_reads'],
    ['maya_2001', 'maya_reads'],
    ['"Maya"', 'maya_reads'],
    ['<!channel>', 'maya_reads'],
    ['🌻🌻', 'maya_reads'],
    ['', 'maya_reads'],
  ])('of "%s" is %s', (displayName, expected) => {
    expect(firstName(displayName, '@maya_reads')).toBe(expected);
  });

  it('is the handle without its @', () => {
    expect(firstName('', 'maya_reads')).toBe('maya_reads');
  });
});

describe('another starter', () => {
  it.each([
    ['thank', 'Hi Maya, ', 'Thank you, Maya! '],
    ['thank', '', 'Thank you, Maya! '],
    ['answer', 'Thank you, Maya! The group meets on Saturdays.', 'Hi Maya, The group meets on Saturdays.'],
    ['answer', 'Hi Maya, could you tell us which one?', 'Hi Maya, which one?'],
    ['apologise', 'We open at nine.', 'Sorry about that, Maya. Could you tell us We open at nine.'],
  ])('%s takes the place of the opening of "%s", and keeps what was added', (starter, said, begun) => {
    expect(replaceOpening(starter, said, 'Maya', plain)).toBe(begun);
  });
});

describe('what became of a starter', () => {
  const begun = 'Thank you, Maya! ';
  const use = (answer: string, opening?: string) => openingUse(answer, opening, 'Maya', plain);

  it('it was kept where its words begin the answer, whoever began it', () => {
    expect(use('Thank you, Maya! See you on Friday.', begun)).toBe('kept');
    expect(use('Thank you, Maya! See you on Friday.')).toBe('kept');
  });

  it('it was written over where its words are gone', () => {
    expect(use('Maya, that is kind.', begun)).toBe('rewritten');
  });

  it('a greeting alone is no starter: the words are their own', () => {
    expect(use('Hi Maya, yes, until eight.', 'Hi Maya, ')).toBe('own');
    expect(use('Yes, until eight.', '')).toBe('own');
  });

  it('nobody knows it of words that were begun before, unless they say so', () => {
    expect(use('Hi Maya, yes, until eight.')).toBeUndefined();
  });
});
