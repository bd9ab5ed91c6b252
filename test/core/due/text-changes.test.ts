import { expect, it } from 'vitest';
import { textChangesAt } from '../../../src/core/due/text-changes.js';
import { panelId } from '../../../src/core/ids.js';
import { aCard, aDesk, ana, minutes, tuesday } from '../../build.js';

const desk = aDesk();
const utc = (day: number, hour: number, minute = 0) => Date.UTC(2026, 10, day, hour, minute);

it('what a card shows may change at its deadline and at the midnights of a week', () => {
  const content = { card: aCard(), key: 'card' };
  expect(textChangesAt(content, desk, tuesday)).toEqual([
    utc(24, 14, 42),
    ...[25, 26, 27, 28, 29, 30, 31].map((day) => utc(day, 0)),
  ]);
  expect(textChangesAt(content, desk, utc(24, 14, 42))[0]).toBe(utc(25, 0));
});

it('a midnight is that of the library, also where the clock changes', () => {
  const newYork = { ...desk, rota: { ...desk.rota, timeZone: 'America/New_York' }, responseTargets: {} };
  const card = { card: aCard(), key: 'card' };
  expect(textChangesAt(card, newYork, Date.UTC(2026, 9, 31, 12)).slice(0, 2)).toEqual([
    Date.UTC(2026, 10, 1, 4),
    Date.UTC(2026, 10, 2, 5),
  ]);
});

it('what tells who is there may change with the shift', () => {
  const panel = {
    id: panelId('shift-end-1'),
    format: 1,
    kind: 'shift-end',
    to: ana,
    version: 1,
    startedAt: tuesday,
    closed: false,
  } as const;
  const content = { panel, inPanel: { all: [], open: [] } };
  expect(textChangesAt(content, desk, tuesday)[0]).toBe(utc(24, 13));
  const check = { card: aCard(), key: `check-${tuesday}` };
  expect(textChangesAt(check, desk, tuesday)[0]).toBe(utc(24, 13));
  expect(
    textChangesAt(
      { panel: { ...panel, kind: 'notice', to: undefined }, inPanel: content.inPanel } as never,
      desk,
      tuesday,
    )[0],
  ).toBe(tuesday + minutes(13 * 60 + 18));
});
