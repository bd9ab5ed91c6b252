import { describe, expect, it } from 'vitest';
import type { Panel } from '../../../src/core/board/panel.js';
import { actId, cardId, panelId, postId } from '../../../src/core/ids.js';
import { panelMessage } from '../../../src/slack/messages/panel-message.js';
import { greetsBlock, helloText, isGreetsCut } from '../../../src/slack/parts/hello.js';
import { answersOnPage, answersView } from '../../../src/slack/screens/answers-view.js';
import { aCard, aDesk, aFollower, aMention, ana, aPatron, minutes, tuesday } from '../../build.js';
import { buttonsIn, expectOpens, expectTaken, screen } from '../seen.js';

const desk = aDesk();
const now = tuesday + minutes(30);

const asked = (given: Partial<Panel> = {}): Panel => ({
  id: panelId('asked-5000'),
  format: 1,
  kind: 'asked',
  conversation: postId('5000'),
  question: 'What are\nyou reading?',
  version: 1,
  startedAt: tuesday,
  closed: false,
  ...given,
});
const ids = (count: number) => Array.from({ length: count }, (_, n) => cardId(`mention-5000-${n}`));
const shows = (panel: Panel, all: number, open = all) =>
  panelMessage({ panel, inPanel: { all: ids(all), open: ids(open) } }, desk, now);
const read = { by: ana, at: tuesday, cards: ids(3) };

describe('the message of gathered answers', () => {
  it('has our question, how many answered, and what can be done', () => {
    const message = shows(asked(), 12);
    expect(message.text).toBe('"What are you reading?" · 12 answers');
    expect(buttonsIn(message.blocks)).toEqual([
      'Read them',
      '··· No reply needed to the rest',
      '··· Mute conversation',
    ]);
    expectTaken(message);
  });

  it.each([
    ['how many came since somebody read them', asked({ read }), 12, 12, '9 since Ana read them at 10:42'],
    ['that somebody read them all', asked({ read }), 3, 3, 'Ana read them at 10:42'],
    [
      'what came after the rest was closed',
      asked({ read, outcome: { how: 'rest', by: ana, at: tuesday } }),
      ...[4, 1, '1 since Ana read them at 10:42'],
    ],
  ] as const)('tells %s', (_what, panel, all, open, said) => {
    expect(shows(panel, all, open).text).toBe(`"What are you reading?" · ${all} answers · ${said}`);
  });

  it.each([
    ['closed the rest', 'rest', 'Ana closed the rest: no reply needed'],
    ['muted the conversation', 'muted', 'Ana muted this conversation'],
  ] as const)('begins with who %s', (_what, how, said) => {
    const message = shows(asked({ read, outcome: { how, by: ana, at: tuesday } }), 4, 0);
    expect(message.text).toBe(`▫️ ${said} · 10:42 · "What are you reading?" · 4 answers`);
  });
});

describe('Read them', () => {
  const cards = Array.from({ length: answersOnPage }, (_, n) =>
    aCard({
      id: cardId(`mention-5000-${n}`),
      patron: aPatron({ name: `Reader ${n}`, handle: `reader_${n}` }),
      acts: [
        aMention({ topic: 'other', text: `Book ${n}. ${'So long, and good. '.repeat(14)}End.` }),
        aMention({ id: actId('6001'), text: '', topic: 'other', media: [{ kind: 'photo', alt: 'A bee' }] }),
      ],
    }),
  );

  it('shows all that each of them wrote, with what its pictures show, and turns the page', () => {
    const view = answersView({ panel: asked(), cards, page: 0, count: answersOnPage + 12, desk, now });
    const seen = screen(view.blocks);
    for (let n = 0; n < answersOnPage; n++) expect(seen).toContain(`Book ${n}. `);
    expect(seen.match(/good\. End\./gu)).toHaveLength(answersOnPage);
    expect(seen.match(/\[photo\] "A bee"/gu)).toHaveLength(answersOnPage);
    expect(seen).toContain('And 12 more.');
    expect(buttonsIn(view.blocks).filter((label) => label === 'Answer')).toHaveLength(answersOnPage);
    expect(buttonsIn(view.blocks).at(-1)).toBe('Next 12');
    expectOpens(view);
  });
});

describe('a hello', () => {
  const people = (count: number) =>
    Array.from({ length: count }, (_, n) => aFollower({ name: `New ${n + 1}` }));
  const greets = (count: number, all = false) => screen([greetsBlock(people(count), desk, all)]);

  it('names whom it greets before Send: a few, or all of them', () => {
    expect(greets(2)).toContain('Greets: New 1 and New 2');
    expect(greets(4)).toContain('Greets: New 1, New 2, New 3 and New 4');
    expect(greets(7)).toContain('Greets: New 1, New 2, New 3 and 4 more');
    expect([4, 5].map((count) => isGreetsCut(people(count)))).toEqual([false, true]);
    expect(greets(7, true)).toContain('New 3, New 4, New 5, New 6 and New 7');
    expect(greets(400, true)).toContain('New 150 and 250 more');
    expect(greets(0)).toContain('Nobody new waits for a hello any more.');
  });

  it('tells afterwards who wrote it, when, for how many, and how many answered', () => {
    const sent = (given: object) =>
      aCard({
        id: cardId('hello-digest-1'),
        state: 'sent',
        acts: [
          {
            ...{ kind: 'hello', id: actId('hello-digest-1'), at: tuesday, answered: true },
            ...{ digest: panelId('digest-1'), greets: 7, ...given },
          },
        ],
      });
    const answer = { text: 'Hello!', at: tuesday, by: ana, covers: [], how: 'as-approved' } as const;
    const told = (given: object, by: object = {}) => helloText(sent(given), { ...answer, ...by }, desk, now);
    expect(told({})).toBe('Ana said hello to 7 new followers at 10:42');
    expect(told({ greeted: 8, answers: 5 })).toBe('Ana said hello to 8 new followers at 10:42 · 5 answered');
    expect(told({ greeted: 1 }, { by: undefined })).toBe(
      'Someone said hello to 1 new follower in the X app at 10:42',
    );
    expect(helloText(aCard(), answer, desk, now)).toBeUndefined();
  });
});
