import { describe, expect, it } from 'vitest';
import {
  appearsAt,
  changeOpenView,
  isForgotten,
  type OpenView,
  staleViews,
  withOpenView,
  withoutOpenView,
} from '../../../src/core/card/open-views.js';
import { dueEntries } from '../../../src/core/due/due-entries.js';
import { timings } from '../../../src/core/due/timings.js';
import { hourMs } from '../../../src/core/durations.js';
import { aCard, aDesk, ana, tuesday } from '../../build.js';

const view = (id: string, more: Partial<OpenView> = {}): OpenView => ({
  id,
  modal: `V-${id}`,
  kind: 'going',
  user: ana,
  at: tuesday,
  shown: 1,
  shows: 'x',
  ...more,
});
const ids = ({ openViews = [] }: ReturnType<typeof aCard>) => openViews.map(({ id }) => id);

describe('the open modals of a card', () => {
  it('are eight at most: the newest', () => {
    const names = Array.from({ length: 10 }, (_, at) => `e${at}`);
    expect(ids(names.reduce((card, name) => withOpenView(card, view(name)), aCard()))).toEqual(
      names.slice(2),
    );
  });

  it('are forgotten after a day', () => {
    const old = withOpenView(aCard(), view('old'));
    expect(ids(withOpenView(old, view('new', { at: tuesday + 24 * hourMs })))).toEqual(['new']);
    expect(isForgotten(tuesday, tuesday + 24 * hourMs - 1)).toBe(false);
  });

  it('are what each modal shows last: a later showing takes the place of the one before', () => {
    const first = withOpenView(aCard(), view('e1', { modal: 'V1' }));
    expect(ids(withOpenView(first, view('e2', { modal: 'V1' })))).toEqual(['e2']);
  });

  it('are stale when the card has another version, and due then', () => {
    const card = withOpenView(aCard({ version: 1 }), view('e1', { shown: 1 }));
    const jobs = (one: ReturnType<typeof aCard>) => dueEntries(one, timings, aDesk()).map(({ job }) => job);
    expect(staleViews(card)).toEqual([]);
    expect(jobs(card)).not.toContain('views');
    expect(staleViews({ ...card, version: 2 })).toHaveLength(1);
    expect(jobs({ ...card, version: 2 })).toContain('views');
  });

  it('leave the card as it is where there is none with that id', () => {
    const card = withOpenView(aCard(), view('e1'));
    expect(withoutOpenView(card, 'e2')).toBe(card);
    expect(changeOpenView(card, 'e2', (one) => one)).toBe(card);
    expect(withoutOpenView(aCard(), 'e2')).toEqual(aCard());
  });
});

it('a modal that came with an acknowledgement may appear a moment later; one that Slack answered is there', () => {
  expect(appearsAt(view('e1'), tuesday + 1000)).toBe(tuesday + 5000);
  expect(appearsAt(view('e1'), tuesday + 5000)).toBeUndefined();
  expect(appearsAt(view('e1', { hash: '1.a' }), tuesday + 1000)).toBeUndefined();
  // The clock was put back.
  expect(appearsAt(view('e1'), tuesday - hourMs)).toBeUndefined();
});
