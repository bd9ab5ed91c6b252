import { expect, it } from 'vitest';
import { type OpenRecords, openRecords } from '../../src/app/export.js';
import { dayMs, hourMs } from '../../src/core/durations.js';
import { ana } from './desk.js';
import { aDayAt, type Day } from './library-day.js';
import { hands, scene } from './scene.js';

/** What is read on this day, only what it is about. */
const seldom = {
  overrides: {
    timings: { pollFollowersMs: dayMs, pollMentionsMs: hourMs, pollOwnPostsMs: dayMs, pollShiftsMs: dayMs },
  },
};

async function exporting<T>(use: (records: OpenRecords) => Promise<T>): Promise<T> {
  const { desks, environment } = scene;
  const env = { redisUrl: environment.REDIS_URL ?? '', redisPrefix: environment.REDIS_PREFIX ?? '' };
  const records = await openRecords({ env, desks });
  try {
    return await use(records);
  } finally {
    records.close();
  }
}
const known = (who: string) => exporting((records) => records.person(who));
const replies = () =>
  exporting(async (records) => {
    const lines: string[] = [];
    for await (const line of records.replies({ from: '2026-11-23', to: '2026-11-23' }, 'jsonl'))
      lines.push(line);
    return lines.map((line): Record<string, string> => JSON.parse(line));
  });

async function isAnswered(day: Day, handle: string, name: string, words: string): Promise<void> {
  await day.writes(handle, name, `@centrallibrary Are you open? A xylograph, please. ${handle}`);
  await day.pass(1.1 * hourMs);
  await hands.writes(ana, name, 'Answer', words);
  await hands.submit(ana);
  await day.pass(60_000);
}

it('a person is known while what they wrote is kept, and then by what is left; the library keeps its replies longer', async () => {
  const day = await aDayAt('2026-11-23T09:05', 'keep: { openDays: 1, hold: true }', seldom);
  await isAnswered(day, 'maya_reads', 'Maya Ortiz', 'Hi Maya, until eight tonight, on every floor.');
  const before = await known('@maya_reads');
  if ('accounts' in before) throw new Error('nobody is known');
  expect(JSON.stringify(before)).toContain('xylograph');
  expect(before.desks).toMatchObject([
    {
      desk: 'central',
      cards: [
        {
          state: 'sent',
          person: { handle: 'maya_reads', name: 'Maya Ortiz' },
          answers: [{ text: 'Hi Maya, until eight tonight, on every floor. ^AK', sentBy: 'ana' }],
        },
      ],
    },
  ]);
  const reads = scene.sandbox.journal.read().filter(({ kind }) => kind.startsWith('GET /2')).length;
  const [reply] = await replies();
  expect(reply).toMatchObject({
    text: 'Hi …, until eight tonight, on every floor. ^AK',
    approvedByName: 'Ana',
  });
  expect(reply?.answersTo).toBe(before.desks[0]?.cards[0]?.acts[0]?.id);
  expect(scene.sandbox.journal.read().filter(({ kind }) => kind.startsWith('GET /2'))).toHaveLength(reads);

  await day.until('2026-11-24T12:00');
  expect(await known('@maya_reads')).toEqual({ accounts: [] });
  const after = await known(before.person);
  expect(JSON.stringify(after)).not.toMatch(/xylograph|maya|ortiz/iu);
  expect(after).toMatchObject({
    desks: [{ cards: [{ state: 'sent', answers: [{ text: '', sentBy: 'ana' }] }], keptReplies: [reply] }],
  });
  expect(await replies()).toEqual([reply]);
}, 60_000);
