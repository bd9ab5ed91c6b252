import { expect, it } from 'vitest';
import { hasSeenAll, judge } from './judge.js';
import { runChaos } from './run.js';

it('twenty seconds of trouble lose nothing, double nothing, and send nothing that is unapproved or stale', async () => {
  const { history, file } = await runChaos({ seed: 5, seconds: 20, desks: 2, staff: 4 });
  const { counts, line, offences } = judge(history);
  expect(
    offences.map(({ fault, what }) => `${fault}: ${what}`),
    `the history is in ${file}`,
  ).toEqual([]);
  expect(hasSeenAll(counts), line).toBe(true);
}, 900_000);
