import { describe, expect, it } from 'vitest';
import { breaks } from './breaks.js';
import { guards } from './guards.js';
import { judge } from './judge.js';

it('each break has a story of its own', () => {
  expect(Object.keys(guards)).toEqual(breaks);
});

describe.each(Object.entries(guards))('without "%s"', (rule, { fault, play }) => {
  it('the judge sees what comes through', async () => {
    const { offences } = judge(await play(rule));
    expect(offences.map((one) => one.fault)).toContain(fault);
  });

  it('and nothing where it holds', async () => {
    const { offences } = judge(await play(undefined));
    expect(offences.map(({ what }) => what)).toEqual([]);
  });
});
