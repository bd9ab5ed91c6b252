import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { createLog } from '../../src/log.js';
import { calendar } from '../config/calendar/calendar-text.js';
import { ana, channel, type ShownMessage } from './desk.js';
import { hands, scene, useScene } from './scene.js';

const MINUTE_MS = 60_000;

let rota: string;
beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'greeting-desk-'));
  rota = join(folder, 'rota.ics');
  await writeFile(rota, calendar(daily('Ben + Zoe')));
  return () => rm(folder, { recursive: true });
});
useScene({
  // X is read seldom, so that hours pass quickly.
  overrides: {
    timings: {
      pollMentionsMs: 60 * MINUTE_MS,
      pollFollowersMs: 60 * MINUTE_MS,
      pollOwnPostsMs: 60 * MINUTE_MS,
    },
  },
  desk: (text) =>
    text.replace(
      / {4}shifts:\n(?: {6}.*\n)+/,
      `    rota: { ics: "${rota}" }\n    standards: { question: off, complaint: off, other: off }\n`,
    ),
});

/** An event from midnight to midnight, each day. */
const daily = (who: string) => [
  `SUMMARY:${who}`,
  'DTSTART;TZID=GMT Standard Time:20200101T000000',
  'DTEND;TZID=GMT Standard Time:20200102T000000',
  'RRULE:FREQ=DAILY',
];

/** What the desk said in its channel about itself. */
const notices = async () => {
  const { messages } = (await scene.slack('messages', { channel })) as { messages: ShownMessage[] };
  return messages.filter(({ thread_ts }) => !thread_ts).map(({ text }) => text);
};
const nowOn = async () => {
  await scene.slack('openHome', { user: ana });
  await scene.app.idle();
  return hands.home(ana);
};

it('a rota in a calendar says who is on shift, and the channel hears once whom it names and nobody knows', async () => {
  expect(await nowOn()).toContain('Now: Ben until');
  expect(await notices()).toEqual([expect.stringContaining("The rota's calendar names Zoe")]);
});

it('a change in the calendar holds within a quarter of an hour', async () => {
  await writeFile(rota, calendar(daily('Ana')));
  await scene.pass(16 * MINUTE_MS);
  expect(await nowOn()).toContain('On shift until');
});

it('while it can not be read the last copy holds, and the channel hears of it once', async () => {
  await rm(rota);
  await scene.pass(30 * MINUTE_MS);
  expect(await nowOn()).toContain('On shift until');
  expect((await notices()).slice(1)).toEqual([
    expect.stringContaining('The last copy holds until it is back.'),
  ]);
});

it('a gap is said once, whichever process starts, and again by none', async () => {
  const [night = ''] = calendar(daily('Ana')).match(/DTEND.*/) ?? [];
  await writeFile(rota, calendar(daily('Ana')).replace(night, night.replace('02T00', '01T20')));
  await scene.pass(16 * MINUTE_MS);
  for (let start = 0; start < 2; start++) {
    const another = scene.another({ log: createLog('silent') });
    await another.start();
    await scene.pass(2 * MINUTE_MS);
    await another.close();
  }
  const gaps = (await notices()).filter((text) => text.includes('Nobody is on shift'));
  expect(gaps).toHaveLength(1);
  expect((await notices()).slice(2)).toEqual([expect.stringContaining('is read again.'), ...gaps]);
});
