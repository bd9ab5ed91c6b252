import { describe, expect, it, onTestFinished } from 'vitest';
import { freePort } from '../../scripts/redis-process.js';
import type { Fault } from '../../src/sandbox/world/faults.js';
import { startOwnRedis } from '../fakes/own-redis.js';
import { keptLog } from '../queue/open-queue.js';
import { ana, carla, channel, type ShownMessage } from './desk.js';
import { hands, openScene, type SceneOptions, scene } from './scene.js';

const minutes = (count: number) => count * 60_000;

let kept: ReturnType<typeof keptLog>;
let healthPort: number;
/** Only one of several processes can serve health at the port. */
async function open(isAlone = true, more: SceneOptions = {}): Promise<void> {
  kept = keptLog();
  healthPort = await freePort();
  await openScene({
    ...more,
    sandbox: { startAt: Date.UTC(2026, 10, 24, 10, 42) },
    ...(isAlone ? { env: { HEALTH_PORT: String(healthPort) } } : {}),
    // What failed is read again seldom, so that an hour passes quickly.
    overrides: { log: kept.log, timings: { dependencyCheckMs: 50, readRetryMs: minutes(1) } },
  });
}

const said = () => kept.said();
const health = async () => {
  const response = await fetch(`http://127.0.0.1:${healthPort}/readyz`);
  return { status: response.status, text: (await response.text()).trim() };
};

/** X answers each of these reads with an error, until `clear`. */
function failReads(status: number, ...lists: readonly string[]): void {
  for (const list of lists) {
    const fault: Fault = {
      side: 'x',
      call: `GET /2/users/:id/${list}`,
      when: 'before',
      how: 'status',
      status,
      body: 'down',
      times: 10_000,
    };
    scene.sandbox.faults.plan(fault);
  }
}
const xIsDown = () => failReads(503, 'mentions', 'followers', 'tweets');

/** What stands in a channel or conversation, without threads. */
async function linesIn(where: string): Promise<readonly string[]> {
  const { messages } = (await scene.slack('messages', { channel: where })) as { messages: ShownMessage[] };
  return messages.filter(({ thread_ts }) => !thread_ts).map(({ text }) => text);
}
const lines = () => linesIn(channel);
/** What the app wrote to somebody in private. */
async function privately(user: string): Promise<readonly string[]> {
  const { channels } = (await scene.slack('workspace', {})) as {
    channels: { id: string; kind: string; members: string[] }[];
  };
  const im = channels.find(({ kind, members }) => kind === 'im' && members.includes(user));
  return im ? linesIn(im.id) : [];
}

const out =
  "Nothing could be read from X since 10:42 (X doesn't answer). Nothing is lost; answers can't go out.";

it('X out of reach for ten minutes is said in the channel, to the lead, on Home, by /greet, in the log and in health', async () => {
  await open();
  await scene.slack('openHome', { user: ana });
  xIsDown();
  await scene.pass(minutes(9));
  expect(await lines()).toEqual([]);
  await scene.pass(minutes(3));
  expect(await lines()).toEqual([out]);
  expect(await privately(carla)).toEqual([out]);
  expect(await hands.home(ana)).toContain('Last looked at X at 10:42.');
  expect(await hands.home(ana)).not.toContain('Next check in a minute');
  await scene.slack('command', { user: ana, channel, command: '/greet' });
  await scene.app.idle();
  expect(await hands.reads(ana)).toBe('Nothing is waiting, as far as we know. Last looked at X at 10:42.');
  await hands.close(ana);
  const inLog = (line: unknown) =>
    String(line).startsWith('central: mentions not read since 2026-11-24T10:42:00');
  await expect.poll(() => said().filter(inLog)).toHaveLength(1);
  const { status, text } = await health();
  expect(status).toBe(503);
  expect(text.split('\n').filter(inLog)).toEqual([expect.stringContaining('(HTTP 503)')]);

  await scene.sandbox.faults.clear();
  await scene.pass(minutes(2));
  const was = "X couldn't be read from 10:42 until 10:55 (X doesn't answer). Nothing was lost.";
  expect(await lines()).toEqual([was, "X can be read again. It couldn't from 10:42 until 10:55."]);
  expect(await privately(carla)).toEqual([was]);
  expect(await hands.home(ana)).not.toContain('Last looked');
  await expect.poll(said).toContain('central: mentions is well again.');
});

it('X that fails again within the hour is the same outage: no line more, and those that are there stay true', async () => {
  await open();
  xIsDown();
  await scene.pass(minutes(12));
  await scene.sandbox.faults.clear();
  await scene.pass(minutes(6));
  xIsDown();
  await scene.pass(minutes(15));
  const [first = '', second = '', ...more] = await lines();
  expect(more).toEqual([]);
  expect(first).toMatch(/^Nothing could be read from X since 11:00 .* It began at 10:42, with a break\.$/u);
  expect(second).toBe('X could be read again at 10:55, until 11:00.');
  expect(await privately(carla)).toEqual([first]);
  await scene.sandbox.faults.clear();
  await scene.pass(minutes(3));
  expect((await lines()).slice(1)).toEqual([
    "X can be read again. It couldn't from 10:42 until 11:16. In between it could for a while.",
  ]);
});

it('X out of reach is said once, whichever process sees it and whichever starts meanwhile', async () => {
  await open(false);
  const another = scene.another();
  await another.start();
  xIsDown();
  await scene.pass(minutes(12));
  await another.close();
  const third = scene.another();
  await third.start();
  await scene.pass(minutes(3));
  expect(await lines()).toEqual([out]);
  await scene.sandbox.faults.clear();
  await scene.pass(minutes(3));
  expect(await lines()).toHaveLength(2);
  await third.close();
});

it('one kind alone that can not be read is named', async () => {
  await open();
  failReads(503, 'followers');
  await scene.pass(minutes(20));
  expect(await lines()).toEqual([
    "We can't read all of X (X doesn't answer): who follows us since 10:42. Nothing is lost.",
  ]);
});

describe('what lies below the desk', () => {
  /** The lines once there are so many: a look comes every 50 real ms. */
  const saidLines = async (count: number) => {
    await expect
      .poll(async () => {
        await scene.pass(2_000);
        return (await lines()).length;
      })
      .toBeGreaterThanOrEqual(count);
    return lines();
  };

  it('Slack out of reach is in the log at once, and in the channel from when until when it was', async () => {
    await open(false);
    scene.sandbox.faults.plan({ side: 'slack', how: 'refused' });
    await scene.x('addAccount', { handle: 'maya_reads', name: 'Maya Ortiz' });
    await scene.x('post', { by: 'maya_reads', text: '@centrallibrary Are you open tonight?' });
    await scene.pass(minutes(1));
    const away = "Slack can't be reached; trying until it can.";
    await expect.poll(said).toContain(away);
    await scene.pass(minutes(4));
    await scene.sandbox.faults.clear();
    await expect.poll(said).toContain('Slack is well again.');
    const line = expect.stringMatching(
      /^Slack was out of reach from 10:4[23] until 10:4[78]\. Nothing from X is lost\./u,
    );
    expect(await saidLines(2)).toContainEqual(line);
    expect((await lines()).filter((one) => one.startsWith('Slack'))).toHaveLength(1);
    expect(said().filter((one) => one === away)).toHaveLength(1);
  });

  it('Redis out of reach is said in the channel once it is back', async () => {
    const redis = await startOwnRedis();
    onTestFinished(() => redis.close());
    await open(false, { redisUrl: redis.url, mayLoseBooks: true });
    await redis.stop();
    await expect.poll(() => said().some((line) => String(line).includes("can't be reached"))).toBe(true);
    scene.sandbox.clock.advance(minutes(5));
    await redis.restart();
    await expect.poll(() => said().some((line) => String(line).includes('is well again'))).toBe(true);
    expect(await saidLines(1)).toEqual([
      expect.stringMatching(/^I couldn't save anything from 10:42 until 10:47\. /u),
    ]);
  });

  it('Redis out of reach for a moment is not said', async () => {
    const redis = await startOwnRedis();
    onTestFinished(() => redis.close());
    await open(false, { redisUrl: redis.url, mayLoseBooks: true });
    await redis.stop();
    await expect.poll(() => said().some((line) => String(line).includes("can't be reached"))).toBe(true);
    await redis.restart();
    await expect.poll(() => said().some((line) => String(line).includes('is well again'))).toBe(true);
    await scene.pass(minutes(2));
    expect(await lines()).toEqual([]);
  });
});
