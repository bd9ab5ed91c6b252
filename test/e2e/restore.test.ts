import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it, onTestFinished } from 'vitest';
import { type OwnRedis, startOwnRedis } from '../fakes/own-redis.js';
import { connect } from '../store/connect.js';
import { ana, carla, channel, dueIn, passing, type ShownMessage } from './desk.js';
import { aDayAt, type Day } from './library-day.js';
import { hands, scene } from './scene.js';
import { redisTexts, traces } from './traces.js';

const minutes = (count: number) => count * 60_000;
const seldom = minutes(12 * 60);
const prefix = 'restored-desk';

/** What a purge ends, and whoever asked to be forgotten: each word stands nowhere else. */
const overdue = ['leopold_q', 'Leopold', 'xylograph'];
const forgotten = ['quilla_zq', 'Quilla', 'marimba', 'tamsinvv', 'Tamsin', 'gazebo'];

let folder: string;
async function aFolder(): Promise<void> {
  folder = await mkdtemp(join(tmpdir(), 'greeting-desk-restore-'));
  onTestFinished(() => rm(folder, { recursive: true }));
}

async function ownRedis(data?: string): Promise<OwnRedis> {
  const redis = await startOwnRedis(data ? { data } : {});
  onTestFinished(() => redis.close());
  return redis;
}

/** By the command that OPERATE.md gives, while the server works. */
async function backUp(redis: OwnRedis): Promise<string> {
  const copy = join(folder, 'copy');
  await promisify(execFile)('scripts/ops/backup.sh', [join(redis.folder, 'appendonlydir'), copy]);
  return copy;
}

async function answers(name: string, words: string): Promise<void> {
  await hands.writes(ana, name, 'Answer', words);
  await hands.submit(ana);
  await hands.close(ana);
}

async function forget(handle: string): Promise<void> {
  await hands.command(carla, '/greet', `forget @${handle}`);
  await hands.submit(carla);
  await hands.close(carla);
}

/** What Slack was told to show since an entry of the journal. */
const shownSince = (entry: number) =>
  scene.sandbox.journal
    .read()
    .slice(entry)
    .filter(({ kind }) => /^(?:chat\.(?:post|update)|views\.)/u.test(kind));

/** How many messages of the channel say something now. */
async function standing(text: string): Promise<number> {
  const { messages } = (await scene.slack('messages', { channel })) as { messages: ShownMessage[] };
  return messages.filter(({ thread_ts, blocks }) => !thread_ts && JSON.stringify(blocks).includes(text))
    .length;
}

/** A week of the first desk. The copy is of its Tuesday morning; all that follows is in Slack and X alone. */
async function theFirstDesk(day: Day, redis: OwnRedis): Promise<string> {
  const asks = (handle: string, name: string, text: string) =>
    day.writes(handle, name, `@centrallibrary ${text}`);
  await asks('quilla_zq', 'Quilla Zephyrine', 'A marimba club?');
  await asks('tamsinvv', 'Tamsin Vandervoort', 'Where is the gazebo?');
  await day.pass(minutes(181));
  await forget('quilla_zq');
  await day.until('2026-11-24T09:05');
  await asks('leopold_q', 'Leopold Quist', 'Any xylograph novels?');
  await asks('maya_reads', 'Maya Ortiz', 'Are you open tonight?');
  await asks('zoe_w', 'Zoe Wild', 'Do you lend ukuleles?');
  await day.pass(minutes(181));
  await answers('Leopold Quist', 'Yes, forty of them.');
  await day.pass(minutes(1));
  // The copy has this answer on its way, and the pause that holds all others.
  await answers('Zoe Wild', 'Yes, at Central.');
  await hands.command(carla, '/greet', 'pause statement coming');
  const copy = await backUp(redis);

  await hands.command(carla, '/greet', 'resume');
  await scene.pass(minutes(1));
  await answers('Maya Ortiz', 'Until eight tonight.');
  await day.pass(minutes(2));
  await forget('tamsinvv');
  await asks('olga_p', 'Olga Petrova', 'Is the lift working?');
  await day.until('2026-12-02T15:00');
  return copy;
}

it('a desk that begins elsewhere with a copy doubles nothing, keeps the pause, and shows nothing that was to end or be forgotten', async () => {
  await aFolder();
  const redis = await ownRedis();
  const env = {
    FORGET_KEY: 'a-key-of-thirty-two-characters-or-more',
    ERASURES_FILE: join(folder, 'erasures.txt'),
  };
  const timings = {
    pollMentionsMs: minutes(180),
    pollFollowersMs: seldom,
    pollOwnPostsMs: seldom,
    pollShiftsMs: seldom,
  };
  const options = { redisUrl: redis.url, prefix, env, mayLoseBooks: true, overrides: { timings } };
  const day = await aDayAt('2026-11-23T09:05', '', options);
  const copy = await theFirstDesk(day, redis);
  expect(day.published('at Central')).toHaveLength(1);
  await scene.app.close();
  const elsewhere = await ownRedis(copy);
  const copied = await redisTexts(elsewhere.url);
  for (const word of [...overdue, 'tamsinvv', 'gazebo', 'statement coming']) {
    expect(traces(copied, [word]), word).not.toEqual([]);
  }

  const entry = scene.sandbox.journal.read().length;
  const app = scene.another({}, { env: { REDIS_URL: elsewhere.url } });
  await app.start();
  await app.idle();
  const store = connect(elsewhere.url);
  onTestFinished(() => store.disconnect());
  const { clock } = scene.sandbox;
  const due = () => dueIn(store, prefix, scene.desks);
  const pass = (ms: number) => passing({ app, clock, due }, ms);
  await pass(minutes(181));

  expect(traces(new Map([['shown', JSON.stringify(shownSince(entry))]]), [...overdue, ...forgotten])).toEqual(
    [],
  );
  expect(traces(await redisTexts(elsewhere.url), [...overdue, ...forgotten])).toEqual([]);
  for (const words of ['forty of them', 'at Central', 'Until eight']) {
    expect(day.published(words), words).toHaveLength(1);
  }
  for (const once of ['A question · Ana answered', 'Maya Ortiz', 'Zoe Wild', 'Is the lift working?']) {
    expect(await standing(once), once).toBe(1);
  }
  // Of a notice and a private message that the first desk sent after the copy was made it has no record.
  const unknown = /nothing that is stored has it|What this message said is no longer kept/u;
  expect((await day.untrue()).filter((line) => !unknown.test(line))).toEqual([]);

  // Nothing goes out before the lead resumes here too.
  const does = async (act: string, args: Record<string, unknown>) => {
    await scene.slack(act, args);
    await app.idle();
  };
  const { ts } = await scene.card('Olga Petrova');
  await does('press', { user: ana, channel, ts, label: 'Answer' });
  await does('type', { user: ana, text: 'Yes Olga, it is.' });
  await does('submit', { user: ana });
  await pass(minutes(5));
  expect(day.published('Yes Olga')).toEqual([]);
  await does('command', { user: carla, channel, command: '/greet', text: 'resume' });
  await does('submit', { user: ana });
  await pass(minutes(1));
  expect(day.published('Yes Olga')).toHaveLength(1);
}, 240_000);
