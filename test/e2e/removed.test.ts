import { pino } from 'pino';
import { expect, it, onTestFinished } from 'vitest';
import { type OwnRedis, startOwnRedis } from '../fakes/own-redis.js';
import { ana, ben, carla } from './desk.js';
import { aDayAt, type Day } from './library-day.js';
import { hands, scene } from './scene.js';
import { redisTexts, traces } from './traces.js';

const minutes = (count: number) => count * 60_000;
const seldom = minutes(12 * 60);

let redis: OwnRedis;
let day: Day;
const lines: string[] = [];

/** A desk on a Tuesday morning over a Redis of its own, which looks every half hour for what was removed. */
async function begin(): Promise<void> {
  redis = await startOwnRedis();
  onTestFinished(() => redis.close());
  lines.length = 0;
  const log = pino({ level: 'trace', base: null }, { write: (line: string) => void lines.push(line) });
  const timings = { pollMentionsMs: minutes(20), pollOwnPostsMs: seldom, recheckMs: minutes(30) };
  day = await aDayAt('2026-11-24T09:05', '', { redisUrl: redis.url, overrides: { log, timings } });
}

/** Somebody writes, and the desk has shown it. */
async function asks(handle: string, name: string, text: string, more = {}): Promise<string> {
  const { accounts } = (await day.x('accounts', {})) as { accounts: { handle: string }[] };
  if (!accounts.some((one) => one.handle === handle)) await day.x('addAccount', { handle, name });
  const { id } = await day.x('post', { by: handle, text, ...more });
  await day.pass(minutes(21));
  return String(id);
}

/** Three people answer a post of ours. */
async function answerUs(handle: string, text: string, words: readonly string[]): Promise<void> {
  const { id } = await day.x('post', { by: 'centrallibrary', text });
  const name = `${handle.slice(0, 1).toUpperCase()}${handle.slice(1)}`;
  for (const [n, word] of words.entries()) {
    await day.x('addAccount', { handle: `${handle}${n}`, name: `${name} ${n}` });
    await day.x('post', { by: `${handle}${n}`, text: `@centrallibrary ${word} please`, in_reply_to: id });
  }
}

/** Where these words stand now: in Redis, anywhere in Slack, in the log. */
async function found(...words: readonly string[]): Promise<readonly string[]> {
  const slack = new Map(
    Object.entries(scene.sandbox.slack.snapshot() as object).map(([part, of]) => [part, JSON.stringify(of)]),
  );
  return [
    ...traces(await redisTexts(redis.url), words),
    ...traces(slack, words),
    ...traces(new Map([['log', lines.join('\n')]]), words),
  ];
}

it('what patrons removed, and who shows us nothing any more, leaves every message, modal, Home and key', async () => {
  await begin();
  const first = await asks('quilla_zq', 'Quilla Zephyrine', '@centrallibrary Any xylograph novels?');
  await asks('quilla_zq', 'Quilla Zephyrine', '@centrallibrary Or about chilblains?', { in_reply_to: first });
  await asks('barnabo_ox', 'Barnabo Oxtoby', '@centrallibrary I am a ukelelist. When is the club?');
  await asks('tamsinvv', 'Tamsin Vandervoort', '@centrallibrary The gazebo ate my pelargonium!');
  await hands.flags(ben, 'Tamsin Vandervoort', 'yonder-flag of Tamsin');
  await answerUs('folderol', 'Our window shows what we read.', ['marzipan', 'nougat', 'liquorice']);
  for (let n = 1; n <= 4; n++) await day.follows(`newfoll${n}`, `Newfoll ${n}`);
  await asks('mutinda_k', 'Mutinda Kay', '@centrallibrary What a kerfuffle');
  await hands.pick(ana, 'Mutinda Kay', 'No reply needed');
  await day.until('2026-11-24T13:10');
  // An editor open on two posts; a post that was passed on with a note; a look at a closed one, and at those of a fold.
  await hands.writes(ana, 'Quilla Zephyrine', 'Answer', 'Yes Quilla, quinces too.');
  await hands.pick(carla, 'Barnabo Oxtoby', 'Pass to a colleague…');
  await scene.slack('press', { user: carla, action_id: 'colleague', option: 'Ben' });
  await hands.type(carla, 'zenith-note about Barnabo', 'note');
  await hands.submit(carla);
  await hands.command(carla, '/greet', '@mutinda_k');
  expect(await hands.reads(carla)).toContain('kerfuffle');
  await day.press(ben, '3 replies', 'Show');
  expect(await hands.reads(ben)).toContain('nougat');
  for (const user of [ana, ben, carla]) await scene.slack('openHome', { user });
  await day.app.idle();
  const gone = [
    ...['xylograph'],
    ...['Barnabo', 'barnabo_ox', 'ukelelist', 'zenith-note'],
    ...['Tamsin', 'Vandervoort', 'tamsinvv', 'gazebo', 'pelargonium', 'yonder-flag'],
    ...['Mutinda', 'mutinda_k', 'kerfuffle'],
    ...['Folderol 1', 'folderol1', 'nougat'],
    ...['Newfoll 1', 'newfoll1', 'Newfoll 4', 'newfoll4'],
  ];
  for (const word of gone) expect(await found(word), word).not.toEqual([]);

  await day.x('delete', { id: first });
  for (const handle of ['barnabo_ox', 'mutinda_k']) await day.x('suspend', { handle });
  await day.x('protect', { handle: 'tamsinvv' });
  for (const handle of ['folderol1', 'newfoll4']) await day.x('deleteAccount', { handle });
  await day.x('block', { by: 'newfoll1', whom: 'centrallibrary' });
  await day.until('2026-11-24T14:00');
  expect(await found(...gone)).toEqual([]);
  expect(await day.untrue()).toEqual([]);

  // What is left is there, and whoever had it was told; the words that may quote what is gone are marked until it is done.
  const left = await hands.shown('Quilla Zephyrine');
  expect(left).toContain('chilblains');
  expect(left).toContain('Quilla removed a post. What colleagues wrote here before may quote it.');
  for (const [who, said] of [
    [ana, 'a post you are answering'],
    [ben, 'a post you are answering'],
  ] as const)
    expect(await day.whispers(who)).toContainEqual(expect.stringContaining(said));
  expect(await hands.reads(ana)).toContain('What this showed was removed on X.');
  expect(await found('quinces too')).not.toEqual([]);
  await hands.close(ana);
  await hands.pick(ana, 'Quilla Zephyrine', 'No reply needed');
  await day.pass(minutes(1));
  expect(await found('quinces too')).toEqual([]);
  expect(await hands.shown('A question · removed on X · 24 November')).not.toContain('View on X');
  expect(await day.untrue()).toEqual([]);
}, 240_000);

it('at Answer and at Send it goes at once, with all that the desk has of somebody who blocks us', async () => {
  await begin();
  await asks('mutinda_k', 'Mutinda Kay', '@centrallibrary What a kerfuffle?');
  await asks('mutinda_k', 'Mutinda Kay', '@centrallibrary My brouhaha, when does it begin?');
  await hands.writes(ana, 'kerfuffle', 'Answer', 'Hi Mutinda, at ten. sorrel-draft');
  await day.x('block', { by: 'mutinda_k', whom: 'centrallibrary' });
  const { errors = {} } = await hands.submit(ana);
  expect(Object.values(errors)).toEqual(['The post was removed. There is nothing to answer.']);
  await hands.close(ana);
  await day.pass(1_000);
  expect(await found('Mutinda', 'mutinda_k', 'kerfuffle', 'brouhaha', 'sorrel-draft')).toEqual([]);

  await day.x('addAccount', { handle: 'quilla_zq', name: 'Quilla Zephyrine' });
  const asked = await asks('quilla_zq', 'Quilla Zephyrine', '@centrallibrary Any xylograph novels?');
  await day.x('delete', { id: asked });
  await day.press(ben, 'Quilla Zephyrine', 'Answer');
  expect(await hands.reads(ben)).toContain('The post was removed. There is nothing to answer.');
  await day.pass(1_000);
  expect(await found('Quilla', 'quilla_zq', 'xylograph')).toEqual([]);
  expect(await day.untrue()).toEqual([]);
}, 120_000);
