import { describe, expect, it } from 'vitest';
import { acted, begun, ordinary, stored, trouble } from '../a-history.js';
import type { Line, LineOf } from '../history.js';
import { judge } from '../judge.js';

const at = 1_000_000;
const days = (count: number) => count * 24 * 60 * 60_000;

const saidOf = (...history: Line[]) => judge(history).offences.map(({ fault, what }) => `${fault}: ${what}`);

const word = (more: Partial<LineOf<'word'>> = {}): Line => ({
  line: 'word',
  at: at + days(4),
  word: 'tonight',
  where: 'a place',
  seenBy: 'everybody',
  end: true,
  ...more,
});

describe("a patron's words", () => {
  const later = stored({ at: at + days(4), messages: {} });
  const others = ordinary().filter(({ line }) => line !== 'stored');

  it('and their name stand nowhere once their card was closed for longer than it is kept', () => {
    expect(saidOf(...others, later, word(), word({ word: 'maya' }))).toEqual([
      'stale: "tonight" is still in a place: it was closed for longer than it is kept.',
      'stale: "maya" is still in a place: it was closed for longer than it is kept.',
    ]);
  });

  it.each([
    ['open', { state: 'open' }],
    ['flagged', { flagged: true }],
    ['changed lately', { changedAt: at + days(3) }],
  ])('stay while their card is %s', (_why, more) => {
    expect(saidOf(...others, stored({ ...later, ...more } as never), word())).toEqual([]);
  });

  it('stand nowhere once they removed or changed their post, while their name stays', () => {
    const soon = { at: at + 900_000 };
    const found = [word(soon), word({ ...soon, word: 'maya' })];
    expect(saidOf(begun(), acted(), acted({ kind: 'delete', of: '1' }), ...found)).toEqual([
      'stale: "tonight" is still in a place: its patron did delete.',
    ]);
  });
});

describe('what was written in private', () => {
  const inPrivate = acted({ kind: 'private', desk: 'central-private', at: at + 60_000 });
  const seen = (seenBy: LineOf<'word'>['seenBy'], from: number) =>
    word({ seenBy, at: at + from, end: false });

  const shownTo = (...history: Line[]) => saidOf(...history).filter((one) => one.startsWith('unapproved'));

  it('is shown to nobody but those in its channel', () => {
    expect(shownTo(begun(), inPrivate, seen('insiders', 70_000))).toEqual([]);
    expect(shownTo(begun(), inPrivate, seen('everybody', 70_000))).toEqual([
      'unapproved: "tonight" was written in private, and a place shows it.',
    ]);
  });

  it('is not shown in its channel any more once that has been public for a while', () => {
    const shown = seen('exposed', 70_000);
    expect(shownTo(begun(), inPrivate, trouble('exposed', 55_000, 80_000), shown)).toEqual([]);
    expect(shownTo(begun(), inPrivate, trouble('exposed', 20_000, 80_000), shown)).toHaveLength(1);
  });

  it('leaves the name of somebody who wrote in public too', () => {
    const name = word({ word: 'maya', end: false });
    expect(shownTo(begun(), inPrivate, name)).toHaveLength(1);
    expect(shownTo(begun(), inPrivate, acted({ id: '2', text: 'hello' }), name)).toEqual([]);
  });
});
