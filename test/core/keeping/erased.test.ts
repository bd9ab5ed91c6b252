import { describe, expect, it } from 'vitest';
import type { Panel } from '../../../src/core/board/panel.js';
import type { Report } from '../../../src/core/board/report.js';
import { cardKey } from '../../../src/core/card/message.js';
import { emptySettings } from '../../../src/core/desk/desk-settings.js';
import { dueEntries } from '../../../src/core/due/due-entries.js';
import { timings } from '../../../src/core/due/timings.js';
import { accountId, cardId, panelId, postId, token } from '../../../src/core/ids.js';
import { erasedCard, namesPerson, settingsWithout, withoutPerson } from '../../../src/core/keeping/erased.js';
import { cardEndsAt, panelEndsAt, purgeAt } from '../../../src/core/keeping/keeping-times.js';
import { aCard, aDesk, ana, carla, minutes, tuesday } from '../../build.js';
import { aCardIn } from '../card/card-in.js';

const later = tuesday + minutes(60);
const who = { person: '99', posts: ['55', '56'] };
const theirs = cardId('mention-55-99');
const others = cardId('mention-55-77');
const aPanel = (more: Partial<Panel>): Panel => ({
  id: panelId('told-1'),
  format: 1,
  kind: 'told',
  to: ana,
  version: 1,
  startedAt: tuesday,
  closed: true,
  message: { token: token('t'), slotAt: tuesday, shown: 1, ts: '1.1', to: ana },
  ...more,
});

describe('an erased card', () => {
  it.each(['open', 'claimed', 'sending', 'sent', 'handed-off'] as const)(
    'waits for nobody and says nothing, also one that was %s',
    (state) => {
      const erased = erasedCard(aCardIn(state), later);
      const said = JSON.stringify(erased);
      for (const word of ['Maya', 'maya_reads', 'open tonight']) expect(said).not.toContain(word);
      expect(erased).toMatchObject({ state: 'withdrawn', erased: true });
      expect(erased.holder).toBeUndefined();
      const jobs = dueEntries(erased, timings, aDesk()).map(({ job }) => job);
      expect(jobs.filter((job) => job !== 'show' && job !== 'views' && job !== 'purge')).toEqual([]);
    },
  );

  it('has its record as long as a message of it is in Slack, and no longer', () => {
    const message = { token: token('t'), slotAt: tuesday, shown: 1, ts: '1.1' };
    const inSlack = erasedCard(aCard({ messages: { [cardKey]: message } }), later);
    expect(cardEndsAt(inSlack)).toBeUndefined();
    const { ts: _taken, ...left } = message;
    const out = {
      ...inSlack,
      messages: { [cardKey]: { ...left, quiet: true as const, shown: inSlack.version } },
    };
    expect(cardEndsAt(out)).toBe(later);
  });
});

it('a card of somebody who was forgotten before goes when it is closed, and not while it waits', () => {
  expect(purgeAt(aDesk(), { ...aCardIn('open'), forgotten: true })).toBeUndefined();
  const sent = aCardIn('sent');
  expect(purgeAt(aDesk(), { ...sent, forgotten: true })).toBe(sent.changedAt);
});

it('an id names a person as a whole alone', () => {
  expect(namesPerson('mention-55-99', who)).toBe(true);
  expect(namesPerson('follow-99', who)).toBe(true);
  expect(namesPerson('mention-55-199', who)).toBe(false);
  expect(namesPerson('mention-99-7', { person: '9' })).toBe(false);
});

it('a report links to no post of theirs any more, and says the same numbers', () => {
  const slipped = ['55', '66'].map((post) => ({
    ...{
      at: tuesday,
      topic: 'question' as const,
      post: postId(post),
      waitedMs: minutes(500),
      isAnswered: true,
    },
  }));
  const figures = { late: 2, slipped } as unknown as Report;
  const report = {
    id: panelId('report-week-1'),
    format: 1,
    kind: 'report',
    version: 1,
    startedAt: 1,
    closed: true,
  } as const;
  const panel: Panel = { ...report, report: { figures } };
  const after = withoutPerson(panel, { person: '99', posts: ['55'] }, tuesday);
  expect(after.report?.figures).toMatchObject({ late: 2 });
  expect(after.report?.figures.slipped.map(({ post }) => post)).toEqual([undefined, '66']);
  expect(after.version).toBe(2);
  expect(withoutPerson(after, { person: '99', posts: ['55'] }, tuesday)).toBe(after);
});

describe('a message that lists several', () => {
  it('lists the others alone, anew', () => {
    const panel = aPanel({ lists: [{ card: theirs }, { card: others }] });
    expect(withoutPerson(panel, who, later)).toMatchObject({ lists: [{ card: others }], version: 2 });
  });

  it.each<[string, Partial<Panel>]>([
    ['it lists nobody else', { lists: [{ card: theirs }] }],
    ['its id names them', { id: panelId(`urgent-${theirs}-${ana}`), lists: [{ card: others }] }],
    ['it is about them', { kind: 'notice', text: 'Look', about: theirs }],
  ])('goes where %s', (_, more) => {
    const erased = withoutPerson(aPanel(more), who, later);
    expect(erased).toMatchObject({ erased: true, lists: [] });
    expect(panelEndsAt(erased)).toBeUndefined();
  });

  it('stays as it is where it has nothing of theirs', () => {
    const panel = aPanel({ lists: [{ card: others }] });
    expect(withoutPerson(panel, who, later)).toBe(panel);
  });
});

it('the settings have nothing of them, and all of the others', () => {
  const by = carla;
  const mutedPerson = (person: string) => ({
    person: accountId(person),
    handle: 'x',
    by,
    at: tuesday,
    until: later,
  });
  const set = {
    ...emptySettings,
    muted: [postId('55'), postId('60')].map((conversation) => ({ conversation, by, at: tuesday })),
    mutedPeople: [mutedPerson('99'), mutedPerson('77')],
    greeted: { day: '2026-11-24', cards: [cardId('follow-99'), cardId('follow-77')] },
  };
  expect(settingsWithout(set, who)).toMatchObject({
    muted: [{ conversation: '60' }],
    mutedPeople: [{ person: '77' }],
    greeted: { cards: ['follow-77'] },
  });
  expect(settingsWithout(emptySettings, who)).toBe(emptySettings);
});
