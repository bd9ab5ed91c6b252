import { pino } from 'pino';
import { expect, it, onTestFinished } from 'vitest';
import { keyEnds, personKeyEnds } from '../../src/store/key-ends.js';
import { deskKeys, personKeys } from '../../src/store/keys.js';
import { deploymentKeys } from '../../src/store/presses.js';
import { type OwnRedis, startOwnRedis } from '../fakes/own-redis.js';
import { ana, ben, carla, channel, dev, type ShownMessage, wordsOf } from './desk.js';
import { aDayAt, type Day } from './library-day.js';
import { hands, scene } from './scene.js';
import { fileTexts, isRewriting, redisTexts, traces } from './traces.js';

const minutes = (count: number) => count * 60_000;
const seldom = minutes(12 * 60);

/** What patrons are called and said, and what staff wrote of it: each is a word that stands nowhere else. */
const secrets = [
  ...['Quilla', 'Zephyrine', 'quilla_zq', 'xylograph', 'grandmother'],
  ...['Barnabo', 'Oxtoby', 'barnabo_ox', 'ukelelist'],
  ...['Tamsin', 'Vandervoort', 'tamsinvv', 'gazebo', 'pelargonium'],
  ...['Folderol', 'folderol', 'marzipan', 'nougat', 'liquorice'],
  ...['Mutinda', 'mutinda_k', 'kerfuffle'],
  ...['Biscotto', 'biscotto', 'shortbread', 'garibaldi', 'macaroon', 'ratafia'],
  ...['Newfoll', 'newfoll'],
  ...['zenith-note', 'yonder-flag', 'draft-of-quince'],
];

let redis: OwnRedis;
const lines: string[] = [];

/** A desk on a Monday morning, with a trainee, over a Redis of its own; its log is kept. */
async function begin(more = ''): Promise<Day> {
  redis = await startOwnRedis({ options: ['--rdbcompression', 'no'] });
  onTestFinished(() => redis.close());
  lines.length = 0;
  const log = pino({ level: 'trace', base: null }, { write: (line: string) => void lines.push(line) });
  return aDayAt(
    '2026-11-23T09:05',
    `  dev: { slack: ${dev}, name: Dev, signature: DV, trainee: true, xSignIn: true }\n${more}`,
    {
      redisUrl: redis.url,
      overrides: {
        log,
        timings: {
          pollMentionsMs: minutes(20),
          pollFollowersMs: minutes(60),
          pollOwnPostsMs: seldom,
          pollColleaguesMs: seldom,
        },
      },
    },
  );
}

/** Somebody writes, and the desk has shown it. */
async function asks(day: Day, handle: string, name: string, text: string, more = {}): Promise<void> {
  await day.x('addAccount', { handle, name });
  await day.x('post', { by: handle, text, ...more });
  await day.pass(minutes(21));
}

const storedTexts = async () => redisTexts(redis.url);
const slackText = () => new Map([['Slack', JSON.stringify(scene.sandbox.slack.snapshot())]]);
const found = async () => [
  ...traces(await storedTexts(), secrets),
  ...traces(slackText(), secrets),
  ...traces(new Map([['log', lines.join('\n')]]), secrets),
];

/** What the log of that day has a line for. */
const whole = [
  ...['arrive', 'claim', 'ask-review', 'check', 'approve', 'begin', 'publish'],
  ...['pass', 'flag', 'unflag', 'dismiss', 'mute', 'purge'],
];

/** Whatever one person alone was told in a channel, or in answer to a command: Slack lets nobody take it back. */
function whispered(): ReadonlyMap<string, string> {
  const { ephemerals } = scene.sandbox.slack.snapshot() as { ephemerals: readonly unknown[] };
  return new Map(ephemerals.map((one, at) => [`whisper ${at}`, JSON.stringify(one)]));
}

/** The kind of a key; undefined for one that has no line among those that end. */
function kindOf(key: string): string | undefined {
  const prefix = scene.environment.REDIS_PREFIX ?? '';
  if (key.startsWith(`{${prefix}}:desk-jobs`)) return 'queue';
  const [ofAll] = Object.entries(deploymentKeys(prefix)).find(([, name]) => key === name) ?? [];
  if (ofAll) return `all desks' ${ofAll}`;
  const person = [ana, ben, carla].map((one) => personKeys(prefix, one));
  const ofPerson = (Object.keys(personKeyEnds) as (keyof typeof personKeyEnds)[]).find((kind) =>
    person.some((keys) => key.startsWith(keys[kind]('')) && key !== keys[kind]('')),
  );
  if (ofPerson) return `person's ${ofPerson}`;
  const keys = deskKeys(prefix, 'central');
  const kinds = Object.keys(keyEnds) as (keyof typeof keyEnds)[];
  return kinds.find((kind) => {
    const of = keys[kind];
    return typeof of === 'string' ? key === of : key.startsWith(of('')) && key !== of('');
  });
}

/** What stands in the channel now, and in its threads. */
async function channelTexts(): Promise<readonly string[]> {
  const { messages } = (await scene.slack('messages', { channel })) as { messages: ShownMessage[] };
  return messages.map(({ blocks }) => wordsOf(blocks).replace(/ +/gu, ' '));
}

it('nothing of what patrons said or are called stands anywhere once its time is over', async () => {
  const day = await begin('    outcomes: true\n');
  // Answered, with a colleague's check, and a starter saved of the answer.
  await asks(
    day,
    'quilla_zq',
    'Quilla Zephyrine',
    '@centrallibrary Any xylograph novels? For my grandmother.',
  );
  await hands.writes(dev, 'Quilla Zephyrine', 'Answer', 'Yes Quilla, 40 of them at Central. draft-of-quince');
  await hands.submit(dev);
  await day.pass(minutes(5));
  await day.press(carla, 'Quilla Zephyrine', 'Check');
  await hands.type(carla, 'Yes Quilla Zephyrine, 40 of them are waiting for you at Central.');
  await hands.submit(carla);
  await day.pass(minutes(2));
  expect(await hands.shown('Quilla Zephyrine')).toContain('Dev answered');
  await hands.pick(ana, 'Quilla Zephyrine', 'Save as starter');
  await hands.type(ana, 'Yes to all', 'starter-label');
  await hands.submit(ana);
  await hands.pick(ben, 'Quilla Zephyrine', 'History');
  // Passed with a note, kept too long, put back, closed without an answer.
  await asks(day, 'barnabo_ox', 'Barnabo Oxtoby', '@centrallibrary I am a ukelelist. When is the club?');
  await hands.writes(ana, 'Barnabo Oxtoby', 'Answer', 'Hi Barnabo, draft-of-quince');
  await hands.close(ana);
  await scene.press(carla, 'Barnabo Oxtoby', 'Open');
  await scene.press(ben, 'Barnabo Oxtoby', 'Open');
  await hands.pick(ben, 'Barnabo Oxtoby', 'No reply needed');
  await hands.pick(ana, 'Barnabo Oxtoby', 'Pass to a colleague…');
  await scene.slack('press', { user: ana, action_id: 'colleague', option: 'Ben' });
  await hands.type(ana, 'zenith-note about Barnabo', 'note');
  await hands.submit(ana);
  // Flagged, with a note; it stays as long as it is.
  await asks(day, 'tamsinvv', 'Tamsin Vandervoort', '@centrallibrary The gazebo ate my pelargonium!');
  await hands.flags(ana, 'Tamsin Vandervoort', 'yonder-flag of Tamsin');
  // People who wait in one conversation; new followers; a muted person.
  const root = String((await day.x('post', { by: 'centrallibrary', text: 'Sweets at noon.' })).id);
  for (const [n, sweet] of ['marzipan', 'nougat', 'liquorice'].entries()) {
    await asks(day, `folderol${n}`, `Folderol ${n}`, `@centrallibrary ${sweet} please`, {
      in_reply_to: root,
    });
  }
  for (let n = 1; n <= 4; n++) await day.follows(`newfoll${n}`, `Newfoll ${n}`);
  await asks(day, 'mutinda_k', 'Mutinda Kay', '@centrallibrary What a kerfuffle');
  await hands.more(carla, 'Mutinda Kay', 'Mute this person…');
  const asked = String((await day.x('post', { by: 'centrallibrary', text: 'Which biscuits?' })).id);
  for (const [n, biscuit] of ['shortbread', 'garibaldi', 'macaroon', 'ratafia'].entries()) {
    await asks(day, `biscotto${n}`, `Biscotto ${n}`, `@centrallibrary ${biscuit}, always`, {
      in_reply_to: asked,
    });
  }
  await hands.command(ana, '/greet');
  await scene.slack('openHome', { user: ana });
  await scene.app.idle();
  await hands.home(ana);
  // The day goes on by itself: reminders, the end of shifts, what is late.
  await day.until('2026-11-24T16:00');
  expect((await found()).length).toBeGreaterThan(20);
  expect(await day.untrue()).toEqual([]);
  expect(whispered().size).toBeGreaterThan(0);
  expect(traces(whispered(), secrets)).toEqual([]);
  await hands.pick(carla, 'Tamsin Vandervoort', 'Lift');
  for (const name of ['Tamsin Vandervoort', 'Barnabo Oxtoby']) await hands.pick(ben, name, 'No reply needed');
  await day.press(ben, '3 replies', 'Mute conversation');
  await closeTheRest();
  await skipAll();
  // The third open day after that is Tuesday: a minute before its time all is still there.
  await day.until('2026-12-01T15:59');
  expect((await found()).length).toBeGreaterThan(20);
  await day.until('2026-12-02T16:10');
  expect(await day.untrue()).toEqual([]);
  expect(await found()).toEqual([]);
  await expect.poll(() => isRewriting(redis.url)).toBe(false);
  expect(traces(await fileTexts(redis.folder), secrets)).toEqual([]);
  const decided = new Set(lines.map((line) => JSON.parse(line).action));
  expect([...decided]).toEqual(expect.arrayContaining(whole));
  const stored = await storedTexts();
  expect([...stored.keys()].filter((key) => kindOf(key) === undefined)).toEqual([]);
  // What came of follows outlives the words of whoever followed.
  expect([...stored.keys()].map(kindOf)).toEqual(expect.arrayContaining(['outcomes', 'outcomeMonths']));
  expect(await channelTexts()).toContainEqual(
    expect.stringMatching(/^A question · Dev answered · 23 November · View on X · View reply/u),
  );
}, 240_000);

/** Reads the answers to our question, and closes them. */
async function closeTheRest(): Promise<void> {
  await scene.press(ben, '4 answers', 'Read them');
  const { ts } = await scene.card('4 answers');
  await scene.slack('press', {
    user: ben,
    channel,
    ts,
    action_id: 'panel-menu',
    option: 'No reply needed to the rest',
  });
  await scene.app.idle();
}

/** Closes the new followers, those of the digest at once. */
async function skipAll(): Promise<void> {
  const { ts } = await scene.card('2 new followers');
  await scene.slack('press', { user: ben, channel, ts, action_id: 'panel-menu', option: 'Skip all' });
  await scene.app.idle();
  for (const name of ['Newfoll 1', 'Newfoll 2']) await scene.press(ben, name, 'Skip');
}

it('a lead keeps one post longer, for a reason that Home shows; somebody opens again what is not kept any more', async () => {
  const day = await begin();
  await asks(day, 'quilla_zq', 'Quilla Zephyrine', '@centrallibrary Any xylograph novels?');
  await asks(day, 'barnabo_ox', 'Barnabo Oxtoby', '@centrallibrary When do the ukelelists meet?');
  for (const name of ['Quilla Zephyrine', 'Barnabo Oxtoby']) await hands.pick(ana, name, 'No reply needed');
  await hands.pick(ana, 'Quilla Zephyrine', 'More…');
  expect(await hands.reads(ana)).not.toContain('Keep until…');
  await hands.close(ana);
  await hands.more(carla, 'Quilla Zephyrine', 'Keep until…');
  expect((await hands.submit(carla)).errors).toEqual({ note: 'Please complete this required field.' });
  await hands.type(carla, 'the council asks', 'note');
  await scene.slack('press', { user: carla, action_id: 'until', option: '14 days, until 7 December' });
  expect(await hands.submit(carla)).toMatchObject({ closed: true });
  const home = async () => {
    await scene.slack('openHome', { user: carla });
    await day.app.idle();
    return hands.home(carla);
  };
  expect(await home()).toContain("Carla keeps this until 7 December: 'the council asks'");
  await day.until('2026-11-30T12:00');
  expect(await hands.shown('Quilla Zephyrine')).toContain('xylograph');
  await expect(scene.card('Barnabo Oxtoby')).rejects.toThrow('0 cards');
  const reads = () => scene.sandbox.journal.read().filter(({ kind }) => kind === 'GET /2/tweets').length;
  const before = reads();
  await hands.pick(ben, 'Ana closed it', 'Reopen');
  expect(await hands.shown('ukelelists')).toContain('Barnabo Oxtoby');
  expect(reads()).toBe(before + 1);
  expect(await home()).toContain('xylograph');
  // What Slack does not let the desk edit any more is deleted.
  await scene.slack('editWindow', { minutes: 60 });
  await hands.onHome(carla, 'End');
  await day.pass(minutes(60));
  expect(traces(slackText(), secrets.slice(0, 5))).toEqual([]);
  expect(await home()).not.toContain('council');
  expect(await day.untrue()).toEqual([]);
}, 120_000);
