import { describe, expect, it, onTestFinished } from 'vitest';
import { readsOf } from '../../scripts/bench/billed.js';
import { startTown, type TownOptions } from '../../scripts/bench/town.js';
import { deskKeys } from '../../src/store/keys.js';
import { createLedger } from '../../src/store/x-records.js';
import { connect } from '../store/connect.js';
import { channel } from './desk.js';
import { openScene, scene } from './scene.js';

async function aTown(options: Partial<TownOptions> = {}) {
  const town = await startTown({ redisUrl: process.env.REDIS_URL ?? '', ...options });
  onTestFinished(() => town.close());
  return town;
}
const acts = { mentions: 3, follows: 2, replies: 1 };
const hours = (count: number) => count * 3_600_000;
const calls = (kind: string) => scene.sandbox.journal.read().filter((entry) => entry.kind === kind).length;

describe('by the meter of X', () => {
  it('a day without acts costs at most 30 reads, also after days with acts, and the books agree', async () => {
    const town = await aTown({ followers: 60 });
    expect(readsOf(await town.day())).toBeLessThanOrEqual(30);
    await town.day(acts);
    await town.clear();
    await town.skip(28);
    const idle = await town.day();
    expect(readsOf(idle)).toBeLessThanOrEqual(30);
    expect(idle.byCall).not.toHaveProperty(['GET /2/users/:id/mentions']);
    expect(await town.offUsd()).toBe(0);
  });

  it('a day costs the same however often the desk looks: X bills a post once a UTC day', async () => {
    const often = { pollMentionsMs: hours(1), pollFollowersMs: hours(1), pollOwnPostsMs: hours(2) };
    const [seldom, frequent] = await Promise.all([aTown(), aTown({ timings: often })]);
    const few = { mentions: 3, follows: 2, replies: 0 };
    expect(await frequent.day(few)).toEqual(await seldom.day(few));
    expect(await frequent.day()).toEqual(await seldom.day());
  });

  it('books agree to the cent where X bills included people', async () => {
    const town = await aTown({ includesBilled: true });
    const { byCall } = await town.day(acts);
    expect(byCall['GET /2/users']).toBe(acts.mentions);
    expect((await town.day()).byCall['GET /2/users']).toBeUndefined();
    expect(await town.offUsd()).toBe(0);
  });
});

it('where X bills included people, whoever has a card is not looked up again, and bystanders never are', async () => {
  await openScene({
    desk: (text) => text.replace('plan: self-serve', 'plan: self-serve, includesBilled: true'),
    prepare: async ({ x }) => void (await x.acts.settings?.({ includesBilled: true })),
  });
  const question = await scene.mention('maya_reads', 'Maya Ortiz', '@centrallibrary Large print?');
  expect(calls('GET /2/users')).toBe(1);
  await scene.x('addAccount', { handle: 'bo_b', name: 'Bo Berg' });
  await scene.x('post', { by: 'bo_b', text: 'I like the café.', in_reply_to: question });
  await scene.mention('maya_reads', 'Maya Ortiz', '@centrallibrary And on Sundays?');
  scene.sandbox.clock.advance(hours(24));
  await scene.app.idle();
  await scene.mention('maya_reads', 'Maya Ortiz', '@centrallibrary And in the evening?');
  expect(await inChannel()).toContain('And in the evening?');
  expect(calls('GET /2/users')).toBe(1);
});

it('a restart on the same day costs nothing: X bills who we are once a UTC day', async () => {
  await openScene({ sandbox: { startAt: Date.UTC(2026, 10, 24, 9) } });
  await scene.another({ roles: ['worker'] }).start();
  await scene.pass(62_000);
  expect(calls('GET /2/users/me')).toBe(2);
  expect((await scene.bills()).meter['GET /2/users/me']).toMatchObject({ charged: 1 });
});

it('what was removed on X leaves its card within a day, also when the budget is used up', async () => {
  await openScene({
    desk: (text) => `${text.trimEnd()}\n    budget: { monthlyUsd: 1 }\n`,
    // The desk learns of money that X's meter does not know of.
    mayLoseBooks: true,
    sandbox: { startAt: Date.UTC(2026, 10, 24, 9) },
  });
  await scene.x('addAccount', { handle: 'spam_s', name: 'Spam Smith' });
  await scene.x('follow', { by: 'spam_s' });
  await scene.pass(310_000);
  const secret = await scene.mention('jo_j', 'Jo Jones', '@centrallibrary Is my secret safe?');
  expect(await inChannel()).toMatch(/Spam Smith.*Is my secret safe\?/su);
  await spend(1);
  await scene.x('delete', { id: secret });
  await scene.x('suspend', { handle: 'spam_s' });
  const read = calls('GET /2/users/:id/mentions');
  scene.sandbox.clock.advance(hours(7));
  await scene.app.idle();
  await scene.pass(20_000);
  expect(await inChannel()).toContain("This month's X budget of $1 is used up.");
  expect(await inChannel()).not.toContain('Is my secret safe?');
  expect(await inChannel()).toContain('A new follower · removed on X');
  expect(await inChannel()).not.toMatch(/Spam Smith|Jo Jones/u);
  // Our list is read for what is kept alone, not for what is new.
  expect(calls('GET /2/users/:id/mentions')).toBe(read + 1);
});

const inChannel = async () => JSON.stringify(await scene.slack('messages', { channel }));

/** What X billed before. */
async function spend(usd: number): Promise<void> {
  const redis = connect();
  const [desk] = scene.desks;
  const ledger = createLedger(redis, deskKeys(scene.environment.REDIS_PREFIX ?? '', desk?.id ?? ''));
  const at = scene.sandbox.clock.now();
  await ledger.charge({ call: 'GET /2/tweets', priceMicroUsd: usd * 1_000_000, count: 1, at });
  redis.disconnect();
}
