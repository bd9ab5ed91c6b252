import { describe, expect, it } from 'vitest';
import { freePort } from '../../scripts/redis-process.js';
import type { Fault } from '../../src/sandbox/world/faults.js';
import { keptLog } from '../queue/open-queue.js';
import { ana, carla, channel, type ShownMessage, wordsOf } from './desk.js';
import { openScene, scene, useScene } from './scene.js';

const minutes = (count: number) => count * 60_000;
const kept = keptLog();
const said = () => kept.said();

/** Somebody writes, whether the desk can show it or not. */
async function asks(handle: string, name: string): Promise<void> {
  await scene.x('addAccount', { handle, name });
  await scene.x('post', { by: handle, text: `@centrallibrary Are you open tonight? ${name}` });
  await scene.pass(minutes(1) + 2_000);
}

async function linesIn(where: string): Promise<readonly ShownMessage[]> {
  const { messages } = (await scene.slack('messages', { channel: where })) as { messages: ShownMessage[] };
  return messages.filter(({ thread_ts }) => !thread_ts);
}
/** The messages of somebody's card, oldest first. */
const cardsOf = async (name: string) =>
  (await linesIn(channel)).filter((one) => `${one.text} ${wordsOf(one.blocks)}`.includes(name));
/** What the app wrote to somebody in private. */
async function privately(user: string): Promise<readonly string[]> {
  const { channels } = (await scene.slack('workspace', {})) as {
    channels: { id: string; kind: string; members: string[] }[];
  };
  const im = channels.find(({ kind, members }) => kind === 'im' && members.includes(user));
  return im ? (await linesIn(im.id)).map(({ text }) => text) : [];
}

/** Slack answers the next calls of a method so. */
function refuses(call: string, error: string, message?: string): void {
  const details = message ? { response_metadata: { messages: [message] } } : {};
  const body = { ok: false, error, ...details };
  const fault: Fault = { side: 'slack', call, when: 'before', how: 'status', status: 200, body };
  scene.sandbox.faults.plan(fault);
}

/** How often Slack refused a message of the desk. */
const refusals = () =>
  scene.sandbox.journal
    .read()
    .filter(({ kind, method }) => kind === 'refused' && method === 'chat.postMessage').length;

describe('a channel that Slack refuses', () => {
  const ways: [string, string, () => Promise<unknown>, () => Promise<unknown>, string][] = [
    [
      'because the app was removed',
      'not_in_channel',
      () => scene.slack('leave', { channel, bot: true }),
      () => scene.slack('join', { channel, bot: true }),
      'Invite me there: /invite @Greeting Desk.',
    ],
    [
      'because it is archived',
      'is_archived',
      () => scene.slack('archive', { channel }),
      () => scene.slack('unarchive', { channel }),
      'Unarchive the channel and invite me there.',
    ],
  ];

  it.each(ways)(
    '%s is told with its cure, and what waits is shown at once when it is over',
    async (_why, code, begins, ends, cure) => {
      kept.lines.length = 0;
      const port = await freePort();
      await openScene({
        env: { HEALTH_PORT: String(port) },
        overrides: { log: kept.log, timings: { dependencyCheckMs: 50 } },
      });
      await begins();
      await asks('maya_reads', 'Maya Ortiz');
      await asks('tom_h', 'Tom Hale');
      await scene.pass(minutes(8));
      expect(refusals()).toBe(1);
      const about = (line: unknown) => String(line).includes(`(${code})`);
      await expect.poll(() => said().filter(about)).toHaveLength(1);
      expect(said().some((line) => String(line).includes('job failed'))).toBe(false);
      const response = await fetch(`http://127.0.0.1:${port}/readyz`);
      const lines = (await response.text()).split('\n');
      expect([response.status, lines[0]]).toEqual([200, 'ok']);
      expect(lines.filter(about)).toEqual([
        expect.stringMatching(/^central: Slack doesn't let the desk write/u),
      ]);
      expect(await privately(carla)).toEqual([expect.stringContaining(cure)]);

      await ends();
      await scene.app.idle();
      await scene.pass(5_000);
      expect(await cardsOf('Maya Ortiz')).toHaveLength(1);
      expect(await cardsOf('Tom Hale')).toHaveLength(1);
      await expect.poll(said).toContain('central: channel is well again.');
      expect(await privately(carla)).toEqual([
        expect.stringMatching(/^Slack didn't let me write in #x-desk from .* until .*\.$/u),
      ]);
    },
  );
});

describe('in one channel', () => {
  useScene({ overrides: { log: kept.log } });

  it('a channel that takes no posts of apps is tried again after ten minutes', async () => {
    await scene.slack('restrict', { channel });
    await asks('lea_kern', 'Lea Kern');
    await scene.slack('restrict', { channel, on: false });
    await scene.pass(minutes(8));
    expect(refusals()).toBe(1);
    await scene.pass(minutes(2));
    expect(await cardsOf('Lea Kern')).toHaveLength(1);
  });

  it('a message whose content Slack does not take becomes a few words with a link and the buttons', async () => {
    refuses('chat.postMessage', 'msg_too_long');
    await asks('nia_w', 'Nia West');
    const [card, ...more] = await cardsOf('Nia West');
    expect(more).toEqual([]);
    expect(wordsOf(card?.blocks)).toContain('View on X');
    expect(wordsOf(card?.blocks)).toContain('Answer');
    await scene.press(ana, 'Nia West', 'Answer');
    expect(await scene.view(ana)).toBeDefined();
    await scene.slack('close', { user: ana });
  });

  it('a message of which Slack takes nothing but words has no buttons, and then the desk leaves it', async () => {
    for (let times = 0; times < 2; times++) refuses('chat.postMessage', 'invalid_blocks');
    await asks('ola_b', 'Ola Berg');
    const [card] = await cardsOf('Ola Berg');
    expect(wordsOf(card?.blocks)).toMatch(/Are you open tonight\?.* View on X$/u);
    for (let times = 0; times < 3; times++) refuses('chat.postMessage', 'invalid_blocks');
    await asks('pia_c', 'Pia Cole');
    await scene.pass(minutes(5));
    const buttons = (await cardsOf('Pia Cole')).filter(({ blocks }) => wordsOf(blocks).includes('View on X'));
    expect(buttons).toEqual([]);
    await asks('quin_d', 'Quin Dow');
    expect(await cardsOf('Quin Dow')).toHaveLength(1);
  });

  it('a picture that Slack can not load is left out', async () => {
    refuses(
      'chat.postMessage',
      'invalid_blocks',
      '[ERROR] downloading image failed [json-pointer:/blocks/0]',
    );
    await asks('rae_e', 'Rae East');
    const [card] = await cardsOf('Rae East');
    expect(JSON.stringify(card?.blocks)).not.toContain('image_url');
    expect(wordsOf(card?.blocks)).toContain('@rae_e');
    expect(wordsOf(card?.blocks)).toContain('Answer');
  });

  it('a message that can not be edited any more gets another one, and the desk goes on with that', async () => {
    await asks('sam_f', 'Sam Ford');
    await scene.slack('editWindow', { minutes: 1 });
    await scene.pass(minutes(2));
    const [first] = await cardsOf('Sam Ford');
    await scene.slack('press', {
      user: ana,
      channel,
      ts: first?.ts,
      action_id: 'more',
      option: 'No reply needed',
    });
    await scene.pass(minutes(1));
    const [, second, ...more] = await cardsOf('Sam Ford');
    expect(wordsOf(second?.blocks)).toContain('no reply needed');
    expect(more).toEqual([]);
    await scene.slack('press', { user: ana, channel, ts: second?.ts, action_id: 'more', option: 'Reopen' });
    await scene.pass(10_000);
    expect(await cardsOf('Sam Ford')).toHaveLength(2);
    await scene.slack('editWindow', {});
  });
});
