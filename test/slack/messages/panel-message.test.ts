import { describe, expect, it } from 'vitest';
import type { Panel } from '../../../src/core/board/panel.js';
import type { Card } from '../../../src/core/card/card.js';
import { actId, cardId, panelId, postId, slackUserId } from '../../../src/core/ids.js';
import { panelMessage } from '../../../src/slack/messages/panel-message.js';
import { peopleOnPage, peopleView } from '../../../src/slack/screens/people-view.js';
import {
  aCard,
  aDesk,
  aFollow,
  aFollower,
  aMention,
  ana,
  aPatron,
  ben,
  minutes,
  tuesday,
} from '../../build.js';
import { buttonsIn, expectOpens, expectTaken, linksIn, screen } from '../seen.js';

const desk = aDesk();
const nasty = '<!channel> *bold* <@U0ANA0001> https://evil.example `x`';

const panel = (given: Partial<Panel> = {}): Panel => ({
  id: panelId('digest-2026-11-24'),
  format: 1,
  kind: 'digest',
  version: 1,
  startedAt: tuesday,
  closed: false,
  ...given,
});
const fold = (given: Partial<Panel> = {}) =>
  panel({ id: panelId('fold-5001'), kind: 'fold', conversation: postId('5001'), ...given });

const ids = (count: number) => Array.from({ length: count }, (_, n) => cardId(`follow-${n}`));
const shows = (of: Panel, open: number, all: number, newest?: Card, now = tuesday + minutes(5)) =>
  panelMessage({ panel: of, inPanel: { all: ids(all), open: ids(open) }, newest }, desk, now);

describe('a digest', () => {
  it('says how many are new, and what can be done with all of them', () => {
    const message = shows(panel(), 7, 9);
    expect(screen(message.blocks)).toContain('7 new followers since 10:42');
    expect(message.text).toBe('7 new followers since 10:42');
    expect(buttonsIn(message.blocks)).toEqual(['Say hello to all', 'Choose people', '··· Skip all']);
    expectTaken(message);
  });

  it('of another day names the weekday, of another week the date', () => {
    expect(shows(panel(), 1, 1, undefined, tuesday + minutes(3 * 24 * 60)).text).toBe(
      '1 new follower since Tuesday',
    );
    expect(shows(panel(), 2, 2, undefined, tuesday + minutes(8 * 24 * 60)).text).toBe(
      '2 new followers since Tue 24 Nov 10:42',
    );
  });

  it('says how many of them look automated', () => {
    const some = (automated: number) =>
      panelMessage({ panel: panel(), inPanel: { all: ids(9), open: ids(7), automated } }, desk, tuesday);
    expect(some(1).text).toBe('7 new followers since 10:42 · 1 looks automated');
    expect(some(3).text).toBe('7 new followers since 10:42 · 3 look automated');
  });

  it('names the first in the language of the desk, and counts the others', () => {
    const named = ['Sam Okafor', 'Inês Duarte', 'Dan Reed'].map((name) => aFollower({ name }));
    const says = (open: number, of = desk) => {
      const content = { panel: panel(), inPanel: { all: ids(9), open: ids(open), automated: 3 }, named };
      const message = panelMessage(content, of, tuesday);
      expectTaken(message);
      const seen = screen(message.blocks).replace(' :', ':').replace(' Choose people ', ' · ');
      expect(seen).toContain(message.text);
      return message.text;
    };
    const seven = 'Sam Okafor, Inês Duarte, Dan Reed and 4 more · 3 look automated';
    expect(says(7)).toBe(`7 new followers since 10:42: ${seven}`);
    expect(says(3)).toBe(
      '3 new followers since 10:42: Sam Okafor, Inês Duarte and Dan Reed · 3 look automated',
    );
    expect(says(1)).toBe('1 new follower since 10:42: Sam Okafor · 3 look automated');
    expect(says(7, aDesk({ language: 'es' }))).toContain('Dan Reed y 4 more');
    expect(says(0)).not.toContain('Sam');
  });

  it('says names as they are written, on one line and not for long', () => {
    const named = [aFollower({ name: `${nasty}\u202e` }), aFollower({ name: 'n'.repeat(50) })];
    const message = panelMessage(
      { panel: panel(), inPanel: { all: ids(2), open: ids(2) }, named },
      desk,
      tuesday,
    );
    expectTaken(message);
    expect(message.text).not.toMatch(/<|\u202e/u);
    expect(message.text.length).toBeLessThan(120);
  });

  it('in which nobody is left offers nothing for all of them', () => {
    const message = shows(panel(), 0, 7);
    expect(message.text).toBe('▫️ 7 new followers since 10:42 · nobody is left');
    expect(buttonsIn(message.blocks)).toEqual(['Choose people']);
  });

  it.each([
    ['greeted', '✅ Ana said hello to everybody new · 10:45 · 7 new followers since 10:42'],
    ['skipped', '▫️ Ana skipped these new followers · 10:45 · 7 new followers since 10:42'],
  ] as const)('that was %s says by whom', (how, said) => {
    const message = shows(panel({ closed: true, outcome: { how, by: ana, at: tuesday + minutes(3) } }), 0, 7);
    expect(message.text).toBe(said);
    expect(buttonsIn(message.blocks)).toEqual(['Choose people']);
    expectTaken(message);
  });

  it('of thousands is as short as one of a few', () => {
    expectTaken(shows(panel(), 2_000, 2_000));
  });
});

describe('a fold', () => {
  it('says how many replied, how many wait, and what the newest says', () => {
    const message = shows(fold(), 11, 14, aCard());
    expect(screen(message.blocks)).toMatch(
      /^14 replies in one conversation · 11 wait.*View on X.*Maya Ortiz: Do you have large-print/u,
    );
    expect(message.text).toBe('14 replies in one conversation · 11 wait');
    expect(buttonsIn(message.blocks)).toEqual(['Show', 'Mute conversation']);
    expect(linksIn(message.blocks)).toEqual(['https://x.com/i/status/5001']);
    expectTaken(message);
  });

  it('in which nobody waits says so', () => {
    expect(shows(fold(), 0, 3).text).toBe('▫️ 3 replies in one conversation · nobody waits');
  });

  it('that is muted says by whom, and how to undo it', () => {
    const message = shows(fold({ outcome: { how: 'muted', by: ben, at: tuesday } }), 0, 3);
    expect(message.text).toBe(
      '▫️ Ben muted this conversation · 10:42 · 3 replies in one conversation · What comes later in it arrives here, closed.',
    );
    expect(buttonsIn(message.blocks)).toEqual(['··· Show', '··· Unmute']);
    expectTaken(message);
  });

  it('takes what strangers wrote as they wrote it', () => {
    const newest = aCard({ patron: aPatron({ name: nasty }), acts: [aMention({ text: nasty.repeat(20) })] });
    const message = shows(fold(), 3, 3, newest);
    expect(message.text).not.toContain('<');
    expectTaken(message);
  });
});

it('a notice about a card has the way to its words', () => {
  const told = panel({
    id: panelId('notice-y'),
    kind: 'notice',
    text: 'Sent back.',
    about: cardId('mention-1-2'),
  });
  const message = shows(told, 0, 0);
  expect(message.text).toBe('Sent back.');
  expect(buttonsIn(message.blocks)).toEqual(['Open']);
  expect(JSON.stringify(message.blocks)).toContain('central mention-1-2');
  expectTaken(message);
});

it('a notice says what it is about', () => {
  const message = shows(
    panel({ id: panelId('notice-x'), kind: 'notice', text: 'The budget is used up. <b>' }),
    0,
    0,
  );
  expect(message.text).toBe('The budget is used up. &lt;b&gt;');
  expect(buttonsIn(message.blocks)).toEqual([]);
  expectTaken(message);
});

describe('the list of people', () => {
  const view = (of: Panel, cards: readonly Card[], page = 0, count = cards.length) =>
    peopleView({ panel: of, cards, page, count, desk, now: tuesday + minutes(5) });
  const follower = (n: number, given: Partial<Card> = {}) =>
    aCard({
      id: cardId(`follow-${n}`),
      acts: [aFollow()],
      patron: aFollower({ name: `Reader ${n}` }),
      ...given,
    });

  it('has for each new follower the way to greet them and to skip them', () => {
    const shown = view(panel(), [follower(1)]);
    expect(shown.title.text).toBe('New followers');
    expect(screen(shown.blocks)).toMatch(/Reader 1 +@samokafor +· 10:42/u);
    expect(buttonsIn(shown)).toEqual(['Greet', 'Skip']);
    expectOpens(shown);
  });

  it('says what they say of themselves and where they are, and makes no link of it', () => {
    const patron = aFollower({ bio: `Allotments. ${nasty}`, place: 'Hull' });
    const shown = view(panel(), [follower(1, { patron })]);
    expect(screen(shown.blocks)).toContain(`"Allotments. ${nasty}" · Hull`);
    expect(linksIn(shown.blocks)).toEqual(['https://x.com/samokafor']);
    expectOpens(shown);
  });

  it('has for each who replied their words, and their way in', () => {
    const shown = view(fold(), [
      aCard(),
      aCard({ acts: [aMention({ topic: 'praise', text: 'Thank you!' })] }),
    ]);
    expect(screen(shown.blocks)).toContain("My mum can't get out.");
    expect(buttonsIn(shown)).toEqual(['Answer', 'Thank']);
    expectOpens(shown);
  });

  it('says of the others how it stands with them', () => {
    const closed = { by: ana, at: tuesday, reason: 'no-reply' } as const;
    const held = { state: 'claimed', holder: { id: ana, since: tuesday } } as const;
    const shown = view(panel(), [follower(1, { state: 'dismissed', closed }), follower(2, held)]);
    expect(screen(shown.blocks)).toContain('Ana closed this: no reply needed · 10:42');
    expect(screen(shown.blocks)).toContain('Ana is answering · since 10:42');
    expect(buttonsIn(shown)).toEqual(['Open', 'Open']);
  });

  it('has pages that Slack takes, however many and however long', () => {
    const long = aMention({ text: `${nasty} `.repeat(40) });
    const cards = Array.from({ length: peopleOnPage }, (_, n) =>
      aCard({ id: cardId(`mention-5001-${n}`), acts: [long], patron: aPatron({ name: nasty }) }),
    );
    const shown = view(fold(), cards, 1, 55);
    expect(buttonsIn(shown).slice(-2)).toEqual(['Back', 'Next 15']);
    expect(screen(shown.blocks)).toContain('21 to 40 of 55');
    expectOpens(shown);
  });

  it('of nobody says so', () => {
    expect(screen(view(panel(), []).blocks)).toBe('Nobody is here any more.');
  });

  it('names a colleague it does not know as a colleague', () => {
    const outcome = { how: 'skipped', by: slackUserId('U0GONE0009'), at: tuesday } as const;
    expect(shows(panel({ outcome }), 0, 1).text).toBe(
      '▫️ A colleague skipped these new followers · 10:42 · 1 new follower since 10:42',
    );
  });

  it('leaves out what its writer removed', () => {
    const gone = aCard({ acts: [aMention({ id: actId('5001'), text: 'removed', gone: true })] });
    expect(screen(view(fold(), [gone]).blocks)).not.toContain('removed');
  });
});
