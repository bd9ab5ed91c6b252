import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { type RedisCluster, startRedisCluster } from '../../scripts/redis-cluster.js';
import { findRedisServer } from '../../scripts/redis-server.js';
import { deskKeys } from '../../src/store/keys.js';
import { ana, ben, channel } from '../e2e/desk.js';
import { hands, openScene, scene } from '../e2e/scene.js';
import { keptLog } from '../queue/open-queue.js';

// A cluster of this file's own: a primary of it is killed.
let cluster: RedisCluster;
let kept: ReturnType<typeof keptLog>;
beforeEach(async () => {
  cluster = await startRedisCluster(await findRedisServer(process.env), 'kill');
  onTestFinished(() => cluster.close());
  kept = keptLog();
  await openScene({
    redisUrl: cluster.url,
    mayLoseBooks: true,
    prefix: 'failover',
    overrides: { log: kept.log, timings: { dependencyCheckMs: 50 } },
  });
});

const minutes = (count: number) => count * 60_000;
const patrons = ['Maya Ortiz', 'Leo Brandt', 'Zoe Wild', 'Una Hill', 'Pat Noon', 'Sol Bay'];
const notSaved = "I couldn't save that. Nothing was sent; copy your words and try again in a minute.";
const handleOf = (name: string) => name.toLowerCase().replace(' ', '_');
const questionOf = (name: string) => `Is there a book for ${name}?`;
const answerTo = (name: string) => `Yes, one for ${name}.`;

/** How often a question was posted as a card. */
const posted = (words: string) =>
  scene.sandbox.journal
    .read()
    .filter(
      ({ kind, text, thread_ts }) =>
        kind === 'chat.postMessage' && !thread_ts && String(text).includes(words),
    ).length;
const said = () => kept.said().map(String);

/** Somebody presses again and again while a primary is away: what the desk said each time. */
async function pressesUntil(over: () => boolean): Promise<string[]> {
  const told: string[] = [];
  const { ts } = await scene.card('Sol Bay');
  const press = { user: ben, channel, ts, action_id: 'more', option: 'More…' };
  while (!over()) {
    const before = (await scene.whispers(ben)).length;
    expect(await scene.slack('press', press)).toMatchObject({ acked: true });
    const answered = async () =>
      (await scene.whispers(ben)).length > before ||
      ((await scene.slack('views', { user: ben })).views as unknown[]).length > 0;
    await expect.poll(answered, { interval: 10 }).toBe(true);
    told.push(...(await scene.whispers(ben)).slice(before));
    await scene.slack('close', { user: ben, all: true }).catch(() => undefined);
  }
  return told;
}

it('a primary is killed under load: presses say so meanwhile, a replica takes over, and nothing is doubled or lost', async () => {
  for (const name of patrons) {
    await scene.mention(handleOf(name), name, `@centrallibrary ${questionOf(name)}`);
  }
  // One is answered, two are on their way, one is being written, one is at X this moment, one waits.
  const [sent, underway, other, written, calling] = patrons as [string, string, string, string, string];
  await hands.writes(ana, sent, 'Answer', answerTo(sent));
  await hands.submit(ana);
  await hands.close(ana);
  await scene.pass(6_000);
  await hands.writes(ana, written, 'Answer', answerTo(written));
  scene.sandbox.faults.plan({ side: 'x', call: 'POST /2/tweets', when: 'after', how: 'slow', ms: 1_500 });
  for (const name of [calling, underway, other]) {
    await hands.writes(ben, name, 'Answer', answerTo(name));
    await hands.submit(ben);
    await hands.close(ben);
    if (name === calling) scene.sandbox.clock.advance(4_000);
  }
  scene.sandbox.clock.advance(2_000);
  await expect.poll(() => scene.published(answerTo(calling)).length).toBe(1);

  const begun = said().length;
  await cluster.killPrimaryOf(deskKeys('failover', 'central').due);
  const isWell = () => said().some((line) => line.endsWith('is well again.'));
  const [submitted, told] = await Promise.all([scene.slack('submit', { user: ana }), pressesUntil(isWell)]);
  expect(submitted).toMatchObject({ acked: true, closed: false });
  expect(Object.values(submitted.errors as object)).toEqual([notSaved]);
  expect(new Set(told)).toEqual(new Set([notSaved]));
  expect(said().slice(begun)).toEqual([
    expect.stringMatching(/is a cluster without its primary .*\. It goes on when a copy has taken over\.$/),
    expect.stringMatching(/is well again\.$/),
  ]);

  // A new question comes, and the recovery reads what left before.
  await scene.x('addAccount', { handle: 'ada_k', name: 'Ada Kay' });
  await scene.x('post', { by: 'ada_k', text: `@centrallibrary ${questionOf('Ada Kay')}` });
  await expect
    .poll(() =>
      scene.app.idle().then(
        () => true,
        () => false,
      ),
    )
    .toBe(true);
  await scene.pass(minutes(8));
  for (const name of [...patrons, 'Ada Kay']) expect(posted(questionOf(name)), name).toBe(1);
  for (const name of [sent, calling]) {
    expect(scene.published(answerTo(name)), name).toHaveLength(1);
    expect(await hands.shown(name)).toContain('View reply on X');
  }
  // What was approved before is not sent under another primary without asking.
  for (const name of [underway, other]) {
    expect(scene.published(answerTo(name))).toEqual([]);
    expect(await hands.shown(name)).toContain("Ben's answer isn't on our timeline. Look there once.");
    await scene.press(ben, name, 'Not there');
    await scene.press(ben, name, 'Open');
    await hands.submit(ben);
    await hands.close(ben);
  }
  // Her editor stands as she left it.
  expect((await hands.submit(ana)).errors).toBeUndefined();
  await scene.pass(6_000);
  for (const name of [underway, other, written]) expect(scene.published(answerTo(name))).toHaveLength(1);
}, 120_000);
