import { afterEach, beforeEach, expect, it } from 'vitest';
import { accountId } from '../../src/core/ids.js';
import { asKeptMonth, lookAt, withoutLook } from '../../src/core/outcomes/looks.js';
import { newMonth, type OutcomeMonth, withFollow } from '../../src/core/outcomes/outcome-month.js';
import type { Due } from '../../src/ports/due.js';
import type { Outcomes } from '../../src/ports/outcomes.js';
import { tuesday } from '../build.js';

const november = newMonth({
  id: '2026-11',
  fromMs: Date.UTC(2026, 10, 1),
  toMs: Date.UTC(2026, 11, 1),
  secret: 'secret',
});
const maya = { person: accountId('2001'), at: tuesday, draw: 7 };

/** What every store of outcomes promises. */
export function outcomesContract(
  open: () => Promise<{ outcomes: Outcomes; due: Due; close(): Promise<void> }>,
): void {
  let outcomes: Outcomes;
  let due: Due;
  let close: () => Promise<void>;
  beforeEach(async () => {
    ({ outcomes, due, close } = await open());
  });
  afterEach(() => close());

  /** Whether the next thing that is due comes at this time. */
  async function isNextAt(at: number): Promise<boolean> {
    const before = await due.take(at - 1, 1, 10);
    const then = await due.take(at, 1, 10);
    return before.length === 0 && then.some(({ job }) => job === 'outcomes');
  }

  const put = (month: OutcomeMonth | undefined, id = month?.id ?? '') =>
    outcomes.change(id, () => ({ next: month, result: undefined }));

  it('gives all months, oldest first, and each by its name', async () => {
    const october = { ...november, id: '2026-10', fromMs: Date.UTC(2026, 9, 1), toMs: november.fromMs };
    await put(november);
    await put(october);
    expect((await outcomes.all()).map(({ id }) => id)).toEqual(['2026-10', '2026-11']);
    expect(await outcomes.get('2026-11')).toEqual(november);
    expect(await outcomes.get('2026-12')).toBeUndefined();
  });

  it('a month is due for its next look, then at its end', async () => {
    const month = withFollow({ ...november, toMs: tuesday * 2 }, maya);
    await put(month);
    expect(await isNextAt(lookAt(maya))).toBe(true);
    await put(withoutLook(month, maya));
    expect(await isNextAt(tuesday * 2)).toBe(true);
  });

  it('has nothing of a month whose counts are over', async () => {
    await put(november);
    await put(asKeptMonth(november, Date.UTC(2099, 0, 1)), november.id);
    expect(await outcomes.all()).toEqual([]);
    expect(await outcomes.get(november.id)).toBeUndefined();
    expect(await due.take(Date.UTC(2200, 0, 1), 1, 10)).toEqual([]);
  });
}
