import { expect, it } from 'vitest';
import { hasSeenAll, judge } from './judge.js';
import type { Offence } from './offence.js';
import { type RunOptions, runChaos } from './run.js';

type Fault = Offence['fault'];
const sending: readonly Fault[] = ['doubled', 'lost', 'unapproved'];

it.each<[string, RunOptions, readonly Fault[]]>([
  [
    'twenty seconds of trouble lose nothing, double nothing, and send nothing that is unapproved or stale',
    { seed: 5, seconds: 20, desks: 2, staff: 4 },
    [...sending, 'stale', 'stuck'],
  ],
  [
    'fifteen seconds of trouble on Bluesky lose nothing, double nothing, send nothing unapproved, and leave nobody unsure',
    { seed: 6, seconds: 15, desks: 2, staff: 4, network: 'bluesky' },
    sending,
  ],
])(
  '%s',
  async (_, options, faults) => {
    const { history, file } = await runChaos(options);
    const { counts, line, offences } = judge(history);
    expect(
      offences.filter(({ fault }) => faults.includes(fault)).map(({ fault, what }) => `${fault}: ${what}`),
      `the history is in ${file}`,
    ).toEqual([]);
    if (options.network === 'bluesky') expect(counts.unsure, line).toBe(0);
    expect(hasSeenAll(counts), line).toBe(true);
  },
  900_000,
);
