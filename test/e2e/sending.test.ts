import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Fault } from '../../src/sandbox/faults.js';
import { ana, channel, type Scene, startScene, tellOnFailure, wordsOf } from './desk.js';

let scene: Scene;
beforeAll(async () => {
  scene = await startScene({ overrides: { timings: { writeDeadlineMs: 400 } } });
});
afterAll(() => scene.close());
beforeEach(() => tellOnFailure(() => scene));

const shown = async (name: string) => wordsOf((await scene.card(name)).blocks);

/** A question of a new patron, answered and approved; X fails the call if told so. */
async function answered(name: string, fault?: Record<string, unknown>): Promise<string> {
  const handle = name.toLowerCase().replace(' ', '_');
  const words = `Yes ${name}, until eight.`;
  await scene.mention(handle, name, `@centrallibrary Are you open tonight? ${name}`);
  await scene.press(ana, name, 'Answer');
  await scene.slack('type', { user: ana, text: words });
  const { faults } = scene.sandbox;
  if (fault) faults.plan({ side: 'x', call: 'POST /2/tweets', ...fault } as Fault);
  await scene.slack('submit', { user: ana });
  await scene.slack('close', { user: ana });
  await scene.pass(6_000);
  return words;
}

describe('when X does not say what became of an answer', () => {
  it('and published it, the desk finds it on the timeline and posts nothing again', async () => {
    await scene.x('lag', { timelineMs: 30_000 });
    const words = await answered('Maya Ortiz', { when: 'after', how: 'hang' });
    expect(await shown('Maya Ortiz')).toContain("We don't know yet whether X took Ana's answer.");
    await scene.pass(60_000);
    await scene.x('lag', { timelineMs: 0 });
    expect(await shown('Maya Ortiz')).toContain('Ana answered at');
    expect(await shown('Maya Ortiz')).toContain('View reply on X');
    expect(scene.published(words)).toHaveLength(1);
  });

  it('and did not take it, the desk looks for five minutes, then asks a person, and Not there lets it go again', async () => {
    const words = await answered('Leo Brandt', { when: 'before', how: 'reset' });
    await scene.pass(240_000);
    expect(await shown('Leo Brandt')).toContain("We don't know yet");
    await scene.pass(70_000);
    expect(await shown('Leo Brandt')).toContain("Ana's answer isn't on our timeline. Look there once.");
    expect(scene.published(words)).toEqual([]);

    await scene.press(ana, 'Leo Brandt', 'Not there');
    await scene.press(ana, 'Leo Brandt', 'Open');
    await scene.slack('submit', { user: ana });
    await scene.slack('close', { user: ana });
    await scene.pass(6_000);
    expect(scene.published(words)).toHaveLength(1);
    expect(await shown('Leo Brandt')).toContain('Ana answered at');
  });

  it("It's there ends the looking, on a person's word", async () => {
    await answered('Ann Lee', { when: 'before', how: 'hang' });
    await scene.pass(310_000);
    await scene.press(ana, 'Ann Lee', "It's there");
    expect(await shown('Ann Lee')).toContain('Ana answered');
  });

  it.each([
    ['a server error after it took effect', { when: 'after', how: 'status', status: 503 }],
    ['an answer that is cut off', { when: 'after', how: 'cut' }],
    ['an answer that trickles past the deadline', { when: 'after', how: 'trickle', ms: 50 }],
    [
      'a post that takes effect a while after the connection broke',
      { when: 'late', how: 'reset', lateMs: 50 },
    ],
  ])('%s is settled by looking', async (what, fault) => {
    const name = `Pat ${what.split(' ').at(-1)}`;
    const words = await answered(name, fault);
    await expect.poll(() => scene.published(words).length).toBe(1);
    await scene.pass(70_000);
    expect(await shown(name)).toContain('Ana answered at');
    expect(scene.published(words)).toHaveLength(1);
  });
});

describe('when X says no', () => {
  it('the words come back with the reason', async () => {
    const body = { title: 'Forbidden', type: 'about:blank', status: 403, detail: 'Your account is on hold.' };
    const words = await answered('Kim Roe', { when: 'before', how: 'status', status: 403, body });
    expect(await shown('Kim Roe')).toContain('X said no: Your account is on hold.');
    await scene.press(ana, 'Kim Roe', 'Open');
    expect(wordsOf((await scene.view(ana)).blocks)).toContain(words);
    await scene.slack('close', { user: ana });
  });

  it('"wait" within the time that the approval is good for, it waits and then goes out', async () => {
    const reset = String(Math.ceil((scene.sandbox.clock.now() + 300_000) / 1000));
    const words = await answered('Bo Dahl', {
      when: 'before',
      how: 'status',
      status: 429,
      headers: { 'x-rate-limit-reset': reset, 'x-rate-limit-remaining': '0' },
      body: { title: 'Too Many Requests', status: 429 },
    });
    expect(await shown('Bo Dahl')).toContain('X asks us to wait until');
    expect(scene.published(words)).toEqual([]);
    await scene.pass(300_000);
    expect(scene.published(words)).toHaveLength(1);
  });
});

describe('an approval', () => {
  it('that could not go out in its time lapses and is never sent late', async () => {
    await scene.mention('una_hill', 'Una Hill', '@centrallibrary On Sunday, is the café open?');
    await scene.press(ana, 'Una Hill', 'Answer');
    await scene.slack('type', { user: ana, text: 'On Sundays the café opens at noon.' });
    await scene.slack('submit', { user: ana });
    // The desk's halves stand still for half an hour: what was approved is stale when they go on.
    scene.sandbox.clock.advance(30 * 60_000);
    await scene.app.settled();
    await scene.pass(10_000);
    expect(scene.published('opens at noon')).toEqual([]);
    expect(await shown('Una Hill')).toContain('Still true? Press Send again.');
  });

  it('is not sent by two desks over one Redis at once: X gets it one time', async () => {
    const other = scene.another();
    await other.start();
    const words = await answered('Sol Bay');
    await other.settled();
    expect(scene.published(words)).toHaveLength(1);
    await other.close();
  });
});

describe('when Slack does not say what became of a message', () => {
  it('the card is looked for by its token, and stands once', async () => {
    const { faults } = scene.sandbox;
    faults.plan({ side: 'slack', call: 'chat.postMessage', when: 'after', how: 'reset' });
    await scene.mention('zoe_w', 'Zoe Wild', '@centrallibrary Do you lend ukuleles?');
    await scene.pass(30_000);
    expect(await shown('Zoe Wild')).toContain('Do you lend ukuleles?');
  });

  it('a message that Slack asks to wait for is posted later', async () => {
    const { faults } = scene.sandbox;
    const wait = { status: 429, headers: { 'retry-after': '20' }, body: { ok: false, error: 'ratelimited' } };
    faults.plan({ side: 'slack', call: 'chat.postMessage', when: 'before', how: 'status', ...wait });
    await scene.mention('ida_f', 'Ida Fox', '@centrallibrary Is the reading room quiet?');
    await scene.pass(30_000);
    const { messages } = (await scene.slack('messages', { channel })) as { messages: unknown[] };
    expect(messages.filter((one) => wordsOf(one).includes('Is the reading room quiet?'))).toHaveLength(1);
  });
});
