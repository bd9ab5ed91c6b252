import { describe, expect, it } from 'vitest';
import { ana, ben, carla, channel, dev, edith, type ShownMessage } from './desk.js';
import { hands, openScene, scene, useScene } from './scene.js';

useScene();
const { shown, reads, told, title } = hands;

/** What stands in the thread of somebody's card. */
async function thread(name: string): Promise<readonly string[]> {
  const { ts } = await scene.card(name);
  const { messages } = (await scene.slack('thread', { channel, ts })) as { messages: ShownMessage[] };
  return messages.slice(1).map(({ text }) => text);
}

/** The newest message in somebody's private conversation with the app. */
async function privately(user: string): Promise<ShownMessage & { readonly channel: string }> {
  const { channels } = (await scene.slack('workspace', {})) as {
    channels: { id: string; kind: string; members: string[] }[];
  };
  const where = channels.find(({ kind, members }) => kind === 'im' && members.includes(user))?.id ?? '';
  const { messages } = (await scene.slack('messages', { channel: where })) as { messages: ShownMessage[] };
  const newest = messages.at(-1);
  if (!newest) throw new Error(`${user} has no private message.`);
  return { ...newest, channel: where };
}

/** Whom Slack notified of a message that says something. */
const notifiedOf = (text: string) =>
  scene.sandbox.journal
    .read()
    .filter(({ kind, text: said }) => kind === 'chat.postMessage' && String(said).includes(text))
    .flatMap(({ notified }) => notified as string[]);

describe("a trainee's answer", () => {
  it('asks a colleague to check; nothing goes out by itself', async () => {
    await scene.mention('leo_b', 'Leo Brandt', '@centrallibrary are you open late?');
    await hands.writes(dev, 'Leo Brandt', 'Answer', 'Hi Leo, until nine.');
    await hands.submit(dev);
    expect(await title(dev)).toBe('Waiting for a check');
    expect(await reads(dev)).toContain('Ana or another colleague checks this first.');
    await hands.close(dev);
    await scene.pass(121_000);
    expect(await shown('Leo Brandt')).toContain("Dev's answer is ready for a colleague.");
    expect(scene.published('Hi Leo')).toEqual([]);
  });

  it('is told to the colleague on shift in private, once', async () => {
    expect(notifiedOf("Dev's answer to Leo is ready for a check.")).toEqual([ana]);
    expect(await thread('Leo Brandt')).toHaveLength(1);
  });

  it('is checked by nobody who wrote it, and by no stranger', async () => {
    await scene.press(dev, 'Leo Brandt', 'Check');
    expect(await told(dev)).toBe('Someone else has to check your words.');
    await scene.press(edith, 'Leo Brandt', 'Check');
    expect(await told(edith)).toContain('Only colleagues on the rota');
  });

  it('has one reviewer, who opens the words under the name of their writer', async () => {
    await scene.press(carla, 'Leo Brandt', 'Check');
    expect(await title(carla)).toBe("Check Dev's answer");
    expect(await reads(carla)).toContain('Hi Leo, until nine.');
    expect(await shown('Leo Brandt')).toContain("Carla is checking Dev's answer.");
    await scene.press(ana, 'Leo Brandt', 'Open');
    expect(await title(ana)).toBe('Draft for Leo');
    await hands.close(ana);
    expect((await privately(ana)).text).toContain("Carla is checking Dev's answer.");
  });

  it('is sent back with a note: its writer is told in private, and the note stands above their words', async () => {
    await hands.inModal(carla, 'Send back…');
    await hands.type(carla, 'We close at eight.');
    expect((await hands.submit(carla)).closed).toBe(true);
    await scene.pass(121_000);
    expect(await shown('Leo Brandt')).toContain('Dev is answering');
    expect(notifiedOf("Carla sent your answer to Leo back: 'We close at eight.'")).toEqual([dev]);
    const { channel: where, ts } = await privately(dev);
    await scene.slack('press', { user: dev, channel: where, ts, label: 'Open' });
    await scene.app.idle();
    expect(await reads(dev)).toMatch(/Carla sent this back at \d\d:\d\d: +We close at eight\./u);
  });

  it("goes out by the reviewer's Send, as they left it, signed by its writer", async () => {
    await hands.type(dev, 'Hi Leo, until eight.');
    await hands.submit(dev);
    await scene.press(ana, 'Leo Brandt', 'Check');
    await hands.type(ana, 'Hi Leo, until eight on weekdays.');
    await hands.submit(ana);
    expect(await title(ana)).toBe('On its way');
    expect(await shown('Leo Brandt')).toMatch(/Dev's answer, checked by Ana, goes out at [\d:]+\./u);
    await scene.pass(6_000);
    expect(scene.published('Hi Leo').map(({ text }) => text)).toEqual([
      'Hi Leo, until eight on weekdays. ^DP',
    ]);
    await hands.close(ana);
  });

  it('names both on its card and in its history', async () => {
    expect(await shown('Leo Brandt')).toMatch(/✅ .*Dev answered at \d\d:\d\d · checked by Ana/u);
    await hands.pick(ben, 'Leo Brandt', 'History');
    expect(await reads(ben)).toContain('Dev asked for a check');
    expect(await reads(ben)).toContain('Ana pressed Send');
    await hands.close(ben);
    expect(await thread('Leo Brandt')).not.toContain(expect.stringContaining('<@'));
  });

  it('is deleted from X by whoever sent it, not by its writer', async () => {
    await hands.pick(dev, 'Leo Brandt', 'Delete from X…');
    expect(await told(dev)).toBe('Only Ana or Carla can delete this from X.');
  });
});

it('a trainee who is alone on shift does not wait: the fallback person is asked at once', async () => {
  await openScene({
    desk: (text) =>
      text.replace('who: [ana]', 'who: [dev]').replace('    send:', '    fallback: ben\n    send:'),
  });
  await scene.mention('una_h', 'Una Hill', '@centrallibrary where do I return books?');
  await hands.writes(dev, 'Una Hill', 'Answer', 'Hi Una, at any branch.');
  await hands.submit(dev);
  expect(await reads(dev)).toContain('Ben or another colleague checks this first.');
  await scene.pass(121_000);
  expect(notifiedOf("Nobody on shift can check Dev's answer to Una.")).toEqual([ben]);
});
