import { pino } from 'pino';
import { expect, it, onTestFinished } from 'vitest';
import { startOwnRedis } from '../fakes/own-redis.js';
import { ana, ben, carla } from './desk.js';
import { aDayAt, type Day } from './library-day.js';
import { hands, scene } from './scene.js';
import { redisTexts, traces } from './traces.js';

const minutes = (count: number) => count * 60_000;
/** What patrons are called and said: each is a word that stands nowhere else. */
const secrets = [
  ...['Quilla', 'quilla_zq', 'xylograph', 'grandmother', 'Zephyria'],
  ...['Barnabo', 'barnabo_ox', 'collapsed', 'gazebo'],
  ...['Tamsin', 'tamsinvv', 'pelargonium'],
  ...['Folderol', 'marzipan', 'nougat', 'liquorice', 'Newfoll', 'newfoll'],
];

/** The text of the one message in the channel that contains a text. */
const said = async (part: string) => (await hands.shown(part)).replace(/ +/gu, ' ');

async function writes(day: Day, handle: string, name: string, text: string, more = {}): Promise<string> {
  await day.x('addAccount', { handle, name, description: 'I live in Zephyria' });
  const { id } = await day.x('post', { by: handle, text, ...more });
  await day.pass(minutes(11));
  return String(id);
}

it('a desk that only links rings, counts and settles, and nothing of anybody is anywhere', async () => {
  const redis = await startOwnRedis();
  onTestFinished(() => redis.close());
  const lines: string[] = [];
  const log = pino({ level: 'trace', base: null }, { write: (line: string) => void lines.push(line) });
  const day = await aDayAt('2026-11-24T09:05', 'urgentWords: [collapsed]', {
    redisUrl: redis.url,
    account: ', governmentUse: linkOnly',
    overrides: { log, timings: { pollOwnPostsMs: minutes(20) } },
  });

  const asked = await writes(day, 'quilla_zq', 'Quilla Zeph', '@centrallibrary Any xylograph novels?');
  expect(await said('please answer by')).toMatch(
    /^Somebody mentioned us · 09:\d\d · Question · please answer by \d\d:\d\d Open in X Done/u,
  );
  expect(day.notified(ana).join('|')).toMatch(
    /somebody mentioned us\. Open it in X\. What you type here stays in Slack\./u,
  );
  expect(JSON.stringify(scene.sandbox.slack.snapshot())).toContain(`https://x.com/i/status/${asked}`);

  // It is late, and people are reminded.
  await day.until('2026-11-24T15:00');
  expect(await said('Somebody mentioned us')).toContain('⏰ late since');
  expect((await day.privately(ben)).join()).toMatch(/1 is late\. A question · \d\d:\d\d/u);

  // A colleague answers in X: that settles it.
  await day.x('post', { by: 'centrallibrary', text: 'Yes, 40 of them at Central.', in_reply_to: asked });
  await day.pass(minutes(21));
  expect(await said('View reply on X')).toMatch(
    /^✅ \*A question\* · Someone answered in the X app at 15:00 History View reply on X/u,
  );

  await writes(day, 'barnabo_ox', 'Barnabo Ox', '@centrallibrary Somebody collapsed in the gazebo');
  expect(await said('🚨 Urgent')).toContain('Somebody mentioned us');
  expect(day.notified(carla).join()).toContain('🚨 Urgent A post');
  await hands.pick(ana, '🚨 Urgent', 'Flag to Carla…');
  await hands.type(ana, 'Carla, please look');
  expect(await hands.submit(ana)).toMatchObject({ closed: true });
  await day.pass(minutes(6));
  expect((await day.privately(carla)).join('|')).toContain('asks you to look at A post');
  await hands.pick(carla, '🚨 Urgent', 'Lift');
  await scene.press(ben, '🚨 Urgent', 'Done');
  expect(await said('Ben closed this')).toMatch(/^▫️ \*A post\* · Ben closed this/u);

  // Several in one conversation, then new followers.
  const root = String((await day.x('post', { by: 'centrallibrary', text: 'Which sweets do you like?' })).id);
  for (const sweet of ['marzipan', 'nougat', 'liquorice', 'fudge', 'toffee'])
    await writes(day, `sweet_${sweet}`, 'Folderol', `@centrallibrary ${sweet}!`, { in_reply_to: root });
  expect(await said('Which sweets')).toMatch(/5 answers · 5 wait Open in X Done/u);
  await scene.press(ben, 'Which sweets', 'Done');
  expect(await said('Which sweets')).not.toContain('Done');
  for (let n = 1; n <= 4; n++) await day.follows(`newfoll${n}`, `Newfoll ${n}`);
  await day.until('2026-11-25T09:30');
  expect(await said('2 new followers since')).toMatch(/Open in X Done/u);
  await scene.press(ben, '2 new followers since', 'Done');
  expect(await said('skipped')).toContain('Ben skipped these new followers');

  // Whatever would show somebody's words says why not, and what to do instead.
  await writes(day, 'tamsinvv', 'Tamsin Vander', '@centrallibrary My pelargonium is ill');
  await hands.command(ana, '/greet', '@tamsinvv');
  expect(await hands.reads(ana)).toContain('Press Open in X and answer there.');
  await hands.close(ana);
  await hands.command(ana, '/greet', 'next');
  expect(await hands.reads(ana)).toMatch(/Somebody mentioned us +· \d\d:\d\d.*Open in X/u);
  await hands.close(ana);
  await hands.command(ana, '/greet');
  for (const user of [ana, ben, carla]) {
    await scene.slack('openHome', { user });
    await day.app.idle();
  }
  expect(await hands.home(ana)).toContain('Somebody mentioned us');
  await day.until('2026-11-25T16:00');

  expect(await day.untrue()).toEqual([]);
  // What a colleague types is theirs.
  const sent = scene.sandbox.journal
    .read()
    .filter(({ kind, side }) => side === 'slack' && kind !== 'command');
  const everywhere = new Map([
    ...(await redisTexts(redis.url)),
    ['Slack', JSON.stringify(scene.sandbox.slack.snapshot())],
    ['what was sent to Slack', JSON.stringify(sent)],
    ['log', lines.join('\n')],
  ]);
  expect(traces(everywhere, secrets)).toEqual([]);
}, 120_000);
