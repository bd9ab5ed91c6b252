import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { accountId } from '../../src/core/ids.js';
import { followerText } from '../../src/store/known-followers.js';
import { type OwnRedis, startOwnRedis } from '../fakes/own-redis.js';
import { ana, ben, carla } from './desk.js';
import { aDayAt, type Day } from './library-day.js';
import { hands, scene } from './scene.js';
import { redisTexts, traces } from './traces.js';

const minutes = (count: number) => count * 60_000;

let redis: OwnRedis;
let erasures: string;

/** A desk on a Monday morning over a Redis of its own, with a key and a file for whoever asks to be forgotten. */
async function begin(): Promise<Day> {
  redis = await startOwnRedis();
  onTestFinished(() => redis.close());
  const folder = await mkdtemp(join(tmpdir(), 'greeting-desk-erasures-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  erasures = join(folder, 'erasures.txt');
  return aDayAt('2026-11-23T09:05', '', {
    redisUrl: redis.url,
    env: { FORGET_KEY: 'a-key-of-thirty-two-characters-or-more', ERASURES_FILE: erasures },
    mayLoseBooks: true,
    overrides: { timings: { pollFollowersMs: minutes(10) } },
  });
}

const words = ['xylograph', 'quilla_zq', 'Zephyrine', 'draft-of-quince', 'marimba'];

/** Where anything stands that identifies Quilla: in the store, in Slack's messages, modals and Homes. */
async function found(ids: readonly string[]): Promise<readonly string[]> {
  const all = [...words, ...ids];
  const { ephemerals: _whispers, ...slack } = scene.sandbox.slack.snapshot() as Record<string, unknown>;
  return [
    ...traces(await redisTexts(redis.url), all),
    ...traces(new Map(Object.entries(slack).map(([part, held]) => [part, JSON.stringify(held)])), all),
  ];
}

/** Quilla asks in a conversation of others, follows us, has an answer half written; people have it on their screens. */
async function quillaIsKnown(day: Day): Promise<string[]> {
  await day.follows('quilla_zq', 'Quilla Zephyrine');
  for (const n of [1, 2, 3, 4]) await day.follows(`other${n}`, `Other ${n}`);
  await day.pass(minutes(11));
  const root = String((await day.x('post', { by: 'centrallibrary', text: 'Which club next?' })).id);
  const posts = [
    String(
      (await day.x('post', { by: 'quilla_zq', text: '@centrallibrary A marimba club!', in_reply_to: root }))
        .id,
    ),
  ];
  await day.pass(minutes(11));
  posts.push(await day.writes('quilla_zq', 'Quilla Zephyrine', '@centrallibrary Any xylograph novels?'));
  await day.writes('leo_b', 'Leo Brandt', '@centrallibrary Is the lift working?');
  await day.pass(minutes(11));
  await hands.writes(ana, 'xylograph', 'Answer', 'Yes Quilla, draft-of-quince');
  await day.pass(minutes(30));
  await scene.slack('openHome', { user: carla });
  await hands.command(ben, '/greet');
  await scene.app.idle();
  const { accounts } = (await day.x('accounts', {})) as { accounts: { id: string; handle: string }[] };
  const quilla = accountId(String(accounts.find(({ handle }) => handle === 'quilla_zq')?.id));
  return [...posts, quilla, followerText(quilla)];
}

it('whoever asks to be forgotten is gone from the store and from Slack within the hour, and comes back only to be answered', async () => {
  const day = await begin();
  const ids = await quillaIsKnown(day);
  expect((await found(ids)).length).toBeGreaterThan(10);
  await hands.command(ana, '/greet', 'forget @quilla_zq');
  expect(JSON.stringify(scene.sandbox.slack.snapshot())).toContain('Only Carla can do that.');
  await hands.command(carla, '/greet', 'forget @Quilla_ZQ');
  expect(await hands.reads(carla)).toContain(
    'Erase what we have of @quilla_zq (3 conversations) and never greet them?',
  );
  await hands.submit(carla);
  expect(await hands.reads(carla)).toContain('Within the hour nothing of it is here or in Slack.');
  await hands.close(carla);
  await day.pass(minutes(59));
  expect(await found(ids)).toEqual([]);
  expect(await day.untrue()).toEqual([]);
  expect(await hands.shown('Leo Brandt')).toContain('Is the lift working?');
  const lines = (await readFile(erasures, 'utf8')).trim().split('\n');
  expect(lines).toEqual([expect.stringMatching(/^2026-11-23T\S+Z central [\w-]{43}$/u)]);
  expect((await stat(erasures)).mode & 0o777).toBe(0o600);
  // A new follow makes nothing.
  await day.x('unfollow', { by: 'quilla_zq' });
  await day.pass(minutes(11));
  await day.x('follow', { by: 'quilla_zq' });
  await day.pass(minutes(11));
  expect(await found(ids)).toEqual([]);
  // A question is answered as a stranger's, and gone then.
  const asked = await day.writes(
    'quilla_zq',
    'Quilla Zephyrine',
    '@centrallibrary When does the marimba club meet?',
  );
  await day.pass(minutes(11));
  expect(await hands.shown('marimba')).not.toMatch(/first time/iu);
  await hands.writes(ana, 'marimba', 'Answer', 'On Mondays at five.');
  await hands.submit(ana);
  await hands.close(ana);
  await day.pass(minutes(59));
  expect(day.published('On Mondays at five.')).toHaveLength(1);
  expect(await found([...ids, asked])).toEqual([]);
  expect(await day.untrue()).toEqual([]);
}, 240_000);

it('a restored copy forgets them again, before anything else', async () => {
  const day = await begin();
  const ids = await quillaIsKnown(day);
  await redis.backUp();
  await hands.command(carla, '/greet', 'forget quilla_zq');
  await hands.submit(carla);
  await day.pass(minutes(59));
  expect(await found(ids)).toEqual([]);
  const before = scene.sandbox.journal.read().length;
  await redis.restore();
  expect(traces(await redisTexts(redis.url), ids).length).toBeGreaterThan(5);
  const connected = () =>
    scene.app.idle().then(
      () => true,
      () => false,
    );
  await expect.poll(connected).toBe(true);
  await day.pass(minutes(59));
  expect(await found(ids)).toEqual([]);
  const since = scene.sandbox.journal.read().slice(before);
  const shown = since.filter(({ kind }) => /chat\.(?:post|update)|views\./u.test(String(kind)));
  expect(traces(new Map([['shown', JSON.stringify(shown)]]), words)).toEqual([]);
  expect(await hands.shown('Leo Brandt')).toContain('Is the lift working?');
}, 240_000);
