import { beforeAll, expect, it } from 'vitest';
import { ana, ben, carla, channel, dev, type ShownMessage, wordsOf } from './desk.js';
import { scene, useScene } from './scene.js';

const minutes = 10;
const followsAMinute = 200;
const mentionsAMinute = 30;

useScene();

let messages: readonly ShownMessage[];
let questions: string[];
let follows: number;

beforeAll(async () => {
  questions = [];
  follows = 0;
  const { id: asked } = await scene.x('post', {
    by: 'centrallibrary',
    text: 'Our window shows what we read.',
  });
  for (let minute = 0; minute < minutes; minute++) {
    for (let n = 0; n < followsAMinute; n++) await follower();
    for (let n = 0; n < mentionsAMinute; n++) await mention(minute * mentionsAMinute + n, String(asked));
    await scene.pass(60_000);
  }
  await scene.pass(310_000);
  ({ messages } = (await scene.slack('messages', { channel })) as { messages: ShownMessage[] });
}, 120_000);

async function follower(): Promise<void> {
  const handle = `follower_${follows++}`;
  await scene.x('addAccount', { handle, name: `Follower ${follows}` });
  await scene.x('follow', { by: handle });
}

/** Two thirds reply to the library's own post; of all of them every fifth asks something. */
async function mention(n: number, asked: string): Promise<void> {
  const handle = `patron_${n}`;
  const name = `Patron Number${n}`;
  await scene.x('addAccount', { handle, name });
  const asks = n % 5 === 0;
  if (asks) questions.push(name);
  const text = asks
    ? `@centrallibrary Is the café open, number ${n}?`
    : `@centrallibrary A note, number ${n}.`;
  await scene.x('post', { by: handle, text, ...(n % 3 === 0 ? {} : { in_reply_to: asked }) });
}

it('of new followers makes at most four messages', () => {
  const ofFollowers = messages.filter(({ blocks }) => /followed us|new follower/u.test(wordsOf(blocks)));
  expect(ofFollowers.length).toBeGreaterThan(1);
  expect(ofFollowers.length).toBeLessThanOrEqual(4);
  expect(ofFollowers.map(({ text }) => text).join()).toContain(`${follows - 2} new followers since`);
});

it('leaves every question a message of its own', () => {
  expect(questions).toHaveLength((minutes * mentionsAMinute) / 5);
  const cards = messages.map(({ text }) => text).filter((text) => text.startsWith('Question from'));
  expect(questions.filter((name) => !cards.some((text) => text.includes(`${name} at`)))).toEqual([]);
});

it('folds a conversation into one message', () => {
  const folds = messages.filter(({ text }) => text.includes('replies in one conversation'));
  const folded = (minutes * mentionsAMinute * 2 * 4) / (3 * 5);
  expect(folds.map(({ text }) => text)).toEqual([`${folded} replies in one conversation · ${folded} wait`]);
});

it('notifies nobody more than twelve times: by five lines and one message in each of two hours', () => {
  const notified = scene.sandbox.journal
    .read()
    .flatMap(({ kind, notified: people }) => (kind === 'chat.postMessage' ? (people as string[]) : []));
  expect(notified).toContain(ana);
  for (const person of [ana, ben, carla, dev]) {
    expect(notified.filter((one) => one === person).length).toBeLessThanOrEqual(12);
  }
});

it('leaves nothing undone', async () => {
  // Texts that change with the time alone are shown anew then: at a deadline, at midnight.
  const soon = scene.sandbox.clock.now() + 60 * 60_000;
  const isLater = ({ at, entry }: { at: number; entry: string }) =>
    at > soon && /^(?:show|panel):/u.test(entry);
  const left = (await scene.due()).filter(
    (due) => !/^(?:poll|expire|remind|purge|purge-panel):/u.test(due.entry) && !isLater(due),
  );
  expect(left).toEqual([]);
});
