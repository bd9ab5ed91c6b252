import type { ServerResponse } from 'node:http';
import { beforeAll, expect, it } from 'vitest';
import { createRotaFeed } from '../../src/config/calendar/rota-feed.js';
import { watchRota } from '../../src/flows/team/rota.js';
import type { Ports } from '../../src/ports.js';
import { calendar } from '../config/calendar/calendar-text.js';
import { hostileAnswers, hostileTexts } from '../config/calendar/hostile.js';
import { served } from '../config/calendar/served.js';
import { ana, channel, type ShownMessage } from './desk.js';
import { hands, scene, useScene } from './scene.js';

/** Of a reading; on a real desk it is longer. */
const deadlineMs = 2_000;

/** A shift of Ana's that lasts for years. */
const anas = ['SUMMARY:Ana', 'DTSTART:20200101T000000Z', 'DTEND:20200102T000000Z', 'RRULE:FREQ=DAILY'];

let origin = '';
const answering = (text: string) => (response: ServerResponse) => {
  response.end(text);
};
let answer = answering(calendar(anas));
let desk: Ports;

beforeAll(async () => {
  const ends: (() => Promise<void>)[] = [];
  origin = await served(
    (_request, response) => answer(response),
    (end) => ends.push(end),
  );
  return async () => {
    for (const end of ends) await end();
  };
});
useScene({
  desk: (text) =>
    text.replace(
      / {4}shifts:\n(?: {6}.*\n)+/,
      `    rota: { ics: "${origin}/rota.ics", privateAddress: true }\n    standards: { question: off, complaint: off, other: off }\n`,
    ),
  overrides: {
    ports: (ports) => {
      const feed = createRotaFeed({ from: origin, mayBePrivate: true }, deadlineMs);
      desk = { ...ports, feed };
      return desk;
    },
  },
});

/** Opens a menu's screen and closes it again; gives what the press took until it was acknowledged. */
async function pressed(): Promise<number> {
  // Slack opens a hundred modals a minute.
  scene.sandbox.clock.advance(1_000);
  const more = { user: ana, channel, ts: card, action_id: 'more', option: 'More…' };
  const { acked, ms } = await scene.slack('press', more);
  expect(acked).toBe(true);
  const views = async () => ((await scene.slack('views', { user: ana })) as { views: unknown[] }).views;
  await expect.poll(views, { interval: 5 }).toHaveLength(1);
  await scene.slack('close', { user: ana });
  return Number(ms);
}

const nowOn = async () => {
  await scene.slack('openHome', { user: ana });
  await scene.app.idle();
  return hands.home(ana);
};
/** What the channel heard of events. */
const findings = async () => {
  const { messages } = (await scene.slack('messages', { channel })) as { messages: ShownMessage[] };
  return messages.flatMap(({ text }) => text.split('\n')).filter((line) => line.includes('It is left out'));
};

/** A text with a shift of Ana's before what it has. */
const withAna = (text: string) =>
  text.replace('BEGIN:VEVENT', ['BEGIN:VEVENT', ...anas, 'END:VEVENT', 'BEGIN:VEVENT'].join('\r\n'));
const texts = Object.entries(hostileTexts).map(([name, text]) => [name, answering(withAna(text()))] as const);

let card: string;
beforeAll(async () => {
  await scene.mention('maya_reads', 'Maya Ortiz', '@centrallibrary Do you have large print?');
  card = (await scene.card('Maya Ortiz')).ts;
});

it.each([...texts, ...Object.entries(hostileAnswers)])(
  'presses are answered in time for Slack while the calendar is read: %s',
  async (_name, hostile) => {
    answer = hostile;
    let isRead = false;
    const reading = watchRota(desk).finally(() => {
      isRead = true;
    });
    const took: number[] = [];
    do took.push(await pressed());
    while (!isRead);
    await reading;
    expect(Math.max(...took)).toBeLessThan(3_000);
    // By what else is in the calendar, or by its last copy.
    expect(await nowOn()).toContain('On shift until');
  },
);

it('the channel hears once of each event that can not be read, by its title', async () => {
  await scene.pass(1_000);
  expect(await findings()).toEqual([
    "• The rota's calendar has 'Ana', and its repetition finds no day. It is left out.",
    "• The rota's calendar has 'Ana', and it repeats too often. It is left out.",
  ]);
});
