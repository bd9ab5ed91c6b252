import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { type OwnRedis, startOwnRedis } from '../fakes/own-redis.js';
import { ana, ben, channel, type ShownMessage } from './desk.js';
import { hands, openScene, scene } from './scene.js';

const minutes = (count: number) => count * 60_000;
const words = 'Yes Maya, until eight.';

let redis: OwnRedis;
beforeEach(async () => {
  redis = await startOwnRedis();
  onTestFinished(() => redis.close());
  await openScene({ redisUrl: redis.url, mayLoseBooks: true });
});

/** How many messages about a question were ever posted: its card, and a line in the card's thread. */
const posted = (question: string) =>
  scene.sandbox.journal
    .read()
    .filter((entry) => entry.kind === 'chat.postMessage' && String(entry.text).includes(question)).length;

/** How many messages were brought up to date. */
const edits = () => scene.sandbox.journal.read().filter(({ kind }) => kind === 'chat.update').length;
/** How many cards of somebody were ever posted. */
const cardsOf = (name: string) =>
  scene.sandbox.journal
    .read()
    .filter(
      ({ kind, text, thread_ts }) =>
        kind === 'chat.postMessage' && !thread_ts && String(text).includes(` ${name} `),
    ).length;

const mayaAsks = () => scene.mention('maya_reads', 'Maya Ortiz', '@centrallibrary Are you open tonight?');

async function anaSends(): Promise<void> {
  await hands.writes(ana, 'Maya Ortiz', 'Answer', words);
  await hands.submit(ana);
  await hands.close(ana);
}

/** Until everybody is connected again. */
const connected = () =>
  expect
    .poll(
      () =>
        scene.app.idle().then(
          () => true,
          () => false,
        ),
      { timeout: 10_000 },
    )
    .toBe(true);

async function restart(): Promise<void> {
  await redis.restart();
  await connected();
}

async function restoreTheBackup(): Promise<void> {
  await redis.restore();
  await connected();
}

it('a restart doubles nothing: what was approved before it is looked for, and not sent by itself', async () => {
  await mayaAsks();
  await anaSends();
  await restart();
  await scene.pass(minutes(1));
  expect(await hands.shown('Maya Ortiz')).toContain("We don't know yet whether X took Ana's answer.");
  await scene.pass(minutes(6));
  expect(await hands.shown('Maya Ortiz')).toContain("Ana's answer isn't on our timeline. Look there once.");
  expect(scene.published(words)).toEqual([]);
  expect(posted('Are you open tonight?')).toBe(2);

  await scene.press(ana, 'Maya Ortiz', 'Not there');
  await scene.press(ana, 'Maya Ortiz', 'Open');
  await hands.submit(ana);
  await scene.pass(6_000);
  expect(scene.published(words)).toHaveLength(1);
});

it('a restart leaves alone what is answered, and goes on with what comes after', async () => {
  await mayaAsks();
  await anaSends();
  await scene.pass(6_000);
  await restart();
  await scene.pass(minutes(1));
  expect(await hands.shown('Maya Ortiz')).toContain('Ana answered at');
  await scene.mention('leo_b', 'Leo Brandt', '@centrallibrary Is the lift working?');
  expect(posted('Is the lift working?')).toBe(2);
  expect(scene.published(words)).toHaveLength(1);
});

it('nothing leaves before the channel and our timeline were read', async () => {
  await mayaAsks();
  await redis.restart();
  const { faults } = scene.sandbox;
  const away = { when: 'before', how: 'status', status: 503, times: 40 } as const;
  faults.plan({ side: 'slack', call: 'conversations.history', ...away });
  await connected();
  await scene.x('addAccount', { handle: 'leo_b', name: 'Leo Brandt' });
  await scene.x('post', { by: 'leo_b', text: '@centrallibrary Is the lift working?' });
  await scene.pass(minutes(3));
  expect(posted('Is the lift working?')).toBe(0);
  // People go on: what they do is recorded.
  await hands.writes(ana, 'Maya Ortiz', 'Answer', words);
  await hands.submit(ana);
  await hands.close(ana);
  await scene.pass(minutes(1));
  expect(scene.published(words)).toEqual([]);

  faults.clear();
  await scene.pass(minutes(2));
  expect(posted('Is the lift working?')).toBe(2);
  expect(scene.published(words)).toHaveLength(1);
  expect(await hands.shown('Maya Ortiz')).toContain('Ana answered at');
});

it('an older copy comes back: no message twice, no answer twice, and what was sent is recognised', async () => {
  await mayaAsks();
  await scene.mention('leo_b', 'Leo Brandt', '@centrallibrary Is the lift working?');
  await redis.backUp();
  await anaSends();
  await scene.pass(6_000);
  await hands.pick(ana, 'Leo Brandt', 'No reply needed');
  await scene.mention('zoe_w', 'Zoe Wild', '@centrallibrary Do you lend ukuleles?');
  expect(await hands.shown('Maya Ortiz')).toContain('Ana answered at');

  await restoreTheBackup();
  await scene.pass(minutes(2));
  for (const question of ['Are you open tonight?', 'Is the lift working?', 'Do you lend ukuleles?']) {
    expect(posted(question), question).toBe(2);
  }
  expect(await hands.shown('Maya Ortiz')).toContain('answered in the X app at');
  expect(scene.published(words)).toHaveLength(1);
  // What only the lost records knew is open again, and Slack says so.
  expect(await hands.shown('Leo Brandt')).not.toContain('closed this');
  await scene.press(ana, 'Zoe Wild', 'Answer');
  expect(await hands.shown('Zoe Wild')).toContain('Ana is answering');
});

it('a copy with an answer on its way comes back: the answer that X has is recognised as the one that was approved', async () => {
  await mayaAsks();
  await anaSends();
  await redis.backUp();
  await scene.pass(6_000);
  expect(scene.published(words)).toHaveLength(1);

  await restoreTheBackup();
  await scene.pass(minutes(2));
  expect(await hands.shown('Maya Ortiz')).toContain('Ana answered at');
  expect(await hands.shown('Maya Ortiz')).toContain('View reply on X');
  await scene.pass(minutes(10));
  expect(scene.published(words)).toHaveLength(1);
  expect(posted('Are you open tonight?')).toBe(2);
});

it('an X that lets nothing be read holds up no card in Slack, and no answer goes out before it was read', async () => {
  await mayaAsks();
  await scene.x('money', { creditsUsd: 0 });
  await restart();
  await hands.writes(ana, 'Maya Ortiz', 'Answer', words);
  await scene.pass(minutes(2));
  expect(await hands.shown('Maya Ortiz')).toContain('Ana is answering');
  const before = edits();
  await scene.pass(minutes(10));
  expect(edits()).toBe(before);

  await scene.x('money', { creditsUsd: 100 });
  await scene.pass(minutes(2));
  await hands.submit(ana);
  await hands.close(ana);
  await scene.pass(minutes(1));
  expect(scene.published(words)).toHaveLength(1);
});

it('an older copy comes back to a channel with more threads than Slack shows in a minute', async () => {
  await redis.backUp();
  const names = Array.from({ length: 60 }, (_, n) => `Reader ${n + 1}`);
  for (const [n, name] of names.entries()) {
    await scene.x('addAccount', { handle: `reader_${n + 1}`, name });
    await scene.x('post', { by: `reader_${n + 1}`, text: `@centrallibrary A chair for ${name}?` });
  }
  await scene.pass(minutes(3));
  const { messages } = (await scene.slack('messages', { channel })) as { messages: ShownMessage[] };
  for (const { ts } of messages)
    await scene.slack('say', { user: ben, channel, thread_ts: ts, text: 'Mine.' });

  await restoreTheBackup();
  await scene.pass(minutes(5));
  await scene.mention('leo_b', 'Leo Brandt', '@centrallibrary Is the lift working?');
  expect(await hands.shown('Leo Brandt')).toContain('Is the lift working?');
  for (const name of names) expect(cardsOf(name), name).toBe(1);
});
