import { describe, expect, it } from 'vitest';
import type { DeskConfig } from '../../src/config/desk-file.js';
import type { Sandbox } from '../../src/sandbox/sandbox.js';
import { deskKeys } from '../../src/store/keys.js';
import { createLedger } from '../../src/store/x-records.js';
import { branchKeys } from '../fixtures/player.js';
import { connect } from '../store/connect.js';
import { ana, ben, carla, channel, dev, edith, type ShownMessage, wordsOf } from './desk.js';
import { hands, openScene, scene } from './scene.js';

const branch = 'C0BRANCH1';
/** A Tuesday at 10:42: Ana is on until 13:00, then Ben. */
const startAt = Date.UTC(2026, 10, 24, 10, 42);
const shifts = `
      - { days: [tue, wed], at: ["09:00-13:00"], who: [ana] }
      - { days: [tue, wed], at: ["13:00-17:00"], who: [ben] }`;

/** Two accounts with a desk each, and the same people: the branch is like central. */
const twoDesks = (more: string) => ({
  desk: (text: string) =>
    `${text
      .replace(/\n {6}- \{ days: .*/, shifts)
      .replace(/\n {6}(?:sat|sun): .*/g, '')
      .replaceAll('"00:00-24:00"', '"09:00-17:00"')
      .trimEnd()}
  branch:
    channel: ${branch}
    x: { handle: branchlibrary, secrets: BRANCH, plan: self-serve }
    like: central
${more}`,
  env: branchKeys,
  sandbox: { startAt },
  prepare: async ({ slack, x }: Sandbox) => {
    const members = [ana, ben, carla, dev, edith];
    await slack.acts.addChannel?.({ name: 'x-branch', id: branch, members, bot: true });
    const credentials = { appKey: 'k', appSecret: 's', accessToken: 't', accessSecret: 'u' };
    await x.acts.addAccount?.({ handle: 'branchlibrary', name: 'Branch Library', credentials });
  },
});

const everywhere = [channel, branch];

/** The messages of a channel, or of its threads, that say something. */
async function said(where: string, text: string): Promise<readonly ShownMessage[]> {
  const { messages } = (await scene.slack('messages', { channel: where })) as { messages: ShownMessage[] };
  return messages.filter((one) => `${one.text} ${wordsOf(one.blocks)}`.includes(text));
}
const counts = (text: string) =>
  Promise.all(everywhere.map(async (where) => (await said(where, text)).length));

async function command(user: string, where: string, name: string, text = ''): Promise<string | undefined> {
  await scene.slack('command', { user, channel: where, command: name, text });
  await scene.app.idle();
  return hands.told(user);
}

/** *Find cover* of `/rota` in a channel, for the shift that stands first there. */
async function asksForCover(user: string, where: string): Promise<void> {
  await command(user, where, '/rota');
  const { messages } = (await scene.slack('ephemerals', { user })) as { messages: ShownMessage[] };
  await scene.slack('press', { user, channel: where, ts: messages.at(-1)?.ts, label: 'Find cover' });
  await scene.app.idle();
  await hands.submit(user);
  await scene.pass(4_000);
}

describe('a desk that is like another', () => {
  it('has its covers at once, asked for once, and neither its pause nor its notes', async () => {
    await openScene(twoDesks(''));
    await scene.x('addAccount', { handle: 'bo_books', name: 'Bo Books' });
    await scene.x('post', { by: 'bo_books', text: '@branchlibrary Until when are you open?' });
    await scene.pass(62_000);
    expect(await counts('Until when are you open?')).toEqual([0, 1]);

    // Asked at the branch; the request stands where the rota is kept.
    await asksForCover(ana, branch);
    const request = "Ana can't do 9:00–13:00 today.";
    expect(await counts(request)).toEqual([1, 0]);
    const [asked] = await said(channel, request);
    await scene.slack('press', { user: carla, channel, ts: asked?.ts, label: "I'll take it" });
    await scene.pass(4_000);
    for (const where of everywhere)
      expect(await command(ana, where, '/rota')).toContain('Now: Carla until 13:00');

    // So is what is wrong with it.
    expect(await counts('Nobody is on shift on')).toEqual([1, 0]);

    await command(ana, channel, '/greet', 'note Central closes at 16:00');
    await command(ana, channel, '/greet', 'pause statement coming');
    expect(await command(carla, branch, '/greet', 'resume')).toBe("Sending isn't paused.");
    expect(await command(ana, branch, '/greet', 'note')).toContain('There is no note today.');

    expect((await scene.due()).filter(({ entry }) => entry === 'poll:rota')).toEqual([]);
  });
});

describe('a budget of all desks together', () => {
  it('slows and stops them all, tells each channel once, and says which budget it is', async () => {
    await openScene({ ...twoDesks('budget: { monthlyUsd: 1 }\n'), mayLoseBooks: true });
    await scene.mention('maya_reads', 'Maya Ortiz', '@centrallibrary Do you have large print?');
    await spends('branch', 0.82);
    await scene.pass(6 * 60_000);
    expect(await counts("80% of this month's X budget of $1 for all desks together is used up.")).toEqual([
      1, 1,
    ]);

    await spends('branch', 0.2);
    await scene.pass(6 * 60_000);
    expect(await counts("This month's X budget of $1 for all desks together is used up.")).toEqual([1, 1]);
    expect(await counts("80% of this month's X budget")).toEqual([1, 1]);

    await scene.press(ana, 'Maya Ortiz', 'Answer');
    await scene.slack('type', { user: ana, text: 'Hi Maya, yes: 40 of them.' });
    expect(JSON.stringify(await scene.slack('submit', { user: ana }))).toContain(
      "This month's X budget of all desks together is used up.",
    );
    await scene.pass(20_000);
    expect(scene.published('40 of them')).toEqual([]);

    expect(await command(ana, channel, '/greet', 'budget')).toMatch(
      /^X has cost \$0\.\d\d this month\. All desks together: \$1\.\d\d of \$1 this month: 10\d%\.$/u,
    );
    expect(await command(ana, branch, '/greet', 'budget')).toMatch(
      /^X has cost \$1\.\d\d this month\. All desks together: \$1\.\d\d of \$1 this month: 10\d%\.$/u,
    );
  });
});

/** What a desk reads of its network costs so much more. */
async function spends(desk: string, usd: number): Promise<void> {
  const { environment } = scene;
  const redis = connect(environment.REDIS_URL ?? '');
  const keys = deskKeys(environment.REDIS_PREFIX ?? '', desk as DeskConfig['id']);
  const charge = { call: 'GET /2/tweets', priceMicroUsd: usd * 1_000_000, count: 1 };
  await createLedger(redis, keys).charge({ ...charge, at: scene.sandbox.clock.now() });
  redis.disconnect();
}
