import { describe, expect, it } from 'vitest';
import { ana, ben, carla, channel, dev, edith, type ShownMessage, wordsOf } from './desk.js';
import { hands, scene, useScene } from './scene.js';

/** A Tuesday at 10:42: Ana is on until 13:00, then Ben. */
const startAt = Date.UTC(2026, 10, 24, 10, 42);
const shifts = `
      - { days: [mon, tue, wed, thu, fri], at: ["09:00-13:00"], who: [ana] }
      - { days: [mon, tue, wed, thu, fri], at: ["13:00-17:00"], who: [ben] }`;

useScene({
  desk: (text) =>
    text
      .replace(/\n {6}- \{ days: .*/, shifts)
      .replace(/\n {6}(?:sat|sun): .*/g, '')
      .replaceAll('"00:00-24:00"', '"09:00-17:00"'),
  sandbox: { startAt },
});

/** The newest message in the channel, or in somebody's private conversation with the app. */
async function newest(user?: string): Promise<ShownMessage & { where: string }> {
  const where = user ? await privateWith(user) : channel;
  const { messages } = (await scene.slack('messages', { channel: where })) as { messages: ShownMessage[] };
  const message = messages.at(-1);
  if (!message) throw new Error(`Nothing stands in ${where}.`);
  return { ...message, where };
}

async function privateWith(user: string): Promise<string> {
  const { channels } = (await scene.slack('workspace', {})) as {
    channels: { id: string; kind: string; members: string[] }[];
  };
  return Object.values(channels).find(({ kind, members }) => kind === 'im' && members[0] === user)?.id ?? '';
}

const shown = async (user?: string) => wordsOf((await newest(user)).blocks);
const told = async (user: string) => (await newest(user)).text;

async function presses(user: string, label: string, message: { ts: string; where: string }, option?: string) {
  const what = option ? { action_id: label, option } : { label };
  const { acked, error } = await scene.slack('press', {
    user,
    channel: message.where,
    ts: message.ts,
    ...what,
  });
  if (!acked) throw new Error(`${label} was not acknowledged: ${error}`);
  await settles();
}

/** New messages of a channel go out a second apart. */
const settles = () => scene.pass(4_000);

/** *Find cover* of `/rota`. */
async function opensForm(user: string): Promise<void> {
  await hands.command(user, '/rota');
  const { messages } = (await scene.slack('ephemerals', { user })) as { messages: ShownMessage[] };
  await scene.slack('press', { user, channel, ts: messages.at(-1)?.ts, label: 'Find cover' });
  await scene.app.idle();
}

const chooses = (user: string, action_id: string, option: string) =>
  scene.slack('press', { user, action_id, option });

async function asks(user: string) {
  const result = await hands.submit(user);
  await settles();
  return result;
}

describe('cover for a shift', () => {
  it('is asked of everyone with three presses', async () => {
    await opensForm(ben);
    expect(await asks(ben)).toMatchObject({ closed: true });
    expect(await shown()).toBe("Ben can't do 13:00–17:00 today. I'll take it Never mind");
  });

  it('is taken by the first press of two, and both are told', async () => {
    const request = await newest();
    const takes = [ana, carla].map((user) =>
      scene.slack('press', { user, channel, ts: request.ts, label: "I'll take it" }),
    );
    await Promise.all(takes);
    await settles();
    const [winner, loser] = (await shown()).startsWith('Ana') ? [ana, carla] : [carla, ana];
    const name = winner === ana ? 'Ana' : 'Carla';
    expect(await shown()).toBe(`${name} takes 13:00–17:00 today for Ben. Undo`);
    expect(await hands.told(loser)).toBe(`${name} has already taken it.`);
    expect(await shown(ben)).toBe(`${name} takes 13:00–17:00 today for you. Undo`);
    expect(await shown(winner)).toBe('You take 13:00–17:00 today for Ben. Undo');
    await hands.command(ben, '/rota');
    expect(await hands.told(ben)).toContain(
      winner === ana ? 'Now: Ana until 17:00' : 'Next: Carla from 13:00',
    );
    await presses(winner, 'Undo', await newest(winner));
  });

  it('undone by whoever took it is asked again, and the other one is told', async () => {
    expect(await shown()).toBe("Ben can't do 13:00–17:00 today. I'll take it Never mind");
    expect(await told(ben)).toMatch(
      /^(Ana|Carla) can't do 13:00–17:00 today after all. Everyone is asked again.$/,
    );
    await hands.command(ben, '/rota');
    expect(await hands.told(ben)).toContain('Next: Ben from 13:00');
  });

  it('undone by whoever asked says so to the other one', async () => {
    await presses(dev, "I'll take it", await newest());
    await presses(carla, 'Undo', await newest());
    expect(await hands.told(carla)).toBe('Only Ben or Dev can do that.');
    await presses(ben, 'Undo', await newest());
    expect(await told(dev)).toBe("Ben undid it: you don't have 13:00–17:00 today any more.");
    expect(await shown()).toBe("Ben can't do 13:00–17:00 today. I'll take it Never mind");
  });

  it('is not asked any more once its asker says so', async () => {
    await presses(ben, 'cover-withdraw', await newest(), 'Never mind');
    expect(await shown()).toBe('Ben does 13:00–17:00 today after all.');
  });

  it('is not given by somebody who does not answer', async () => {
    await opensForm(edith);
    expect(await hands.told(edith)).toMatch(/^Only colleagues on the rota/);
  });

  it('for a part that is not in the shift is refused in the form, where it can be changed', async () => {
    await opensForm(ana);
    await chooses(ana, 'from', '12:00');
    await chooses(ana, 'until', '14:00');
    expect(await hands.submit(ana)).toMatchObject({
      closed: false,
      errors: { until: "12:00–14:00 isn't Ana's shift today. Ana's is 9:00–13:00." },
    });
    await chooses(ana, 'until', '13:00');
    await chooses(ana, 'colleague', 'Carla');
    await asks(ana);
    expect(await hands.reads(ana)).toContain('Carla is asked alone, in a private message.');
    await hands.close(ana);
  });

  it('of one colleague is asked in private, taken with one press, and undone with one', async () => {
    expect(await shown(carla)).toBe("Ana can't do 12:00–13:00 today. I'll take it");
    await presses(carla, "I'll take it", await newest(carla));
    expect(await shown(carla)).toBe('Carla takes 12:00–13:00 today for Ana. Undo');
    expect(await shown(ana)).toBe('Carla takes 12:00–13:00 today for you. Undo');
    await presses(ana, 'Undo', await newest(ana));
    expect(await told(carla)).toBe("Ana undid it: you don't have 12:00–13:00 today any more.");
    expect(await shown()).toBe('Ben does 13:00–17:00 today after all.');
  });

  it('of one colleague who does not answer is asked of everyone from the Home, or forgotten there', async () => {
    await opensForm(ana);
    await chooses(ana, 'colleague', 'Carla');
    await asks(ana);
    await hands.close(ana);
    await scene.slack('openHome', { user: ana });
    await scene.app.idle();
    expect(await hands.home(ana)).toContain('Carla alone is asked to take 9:00–13:00 today. Ask everyone');
    await hands.onHome(ana, 'Ask everyone');
    await settles();
    expect(await shown(carla)).toBe("Everyone is asked now: Ana can't do 9:00–13:00 today.");
    expect(await shown()).toBe("Ana can't do 9:00–13:00 today. I'll take it Never mind");
    expect(await hands.home(ana)).not.toContain('alone is asked');
    await presses(ana, 'cover-withdraw', await newest(), 'Never mind');
    await opensForm(ana);
    await chooses(ana, 'colleague', 'Dev');
    await asks(ana);
    await hands.close(ana);
    await hands.onHome(ana, 'Never mind');
    await settles();
    expect(await shown(dev)).toBe('Ana does 9:00–13:00 today after all.');
    expect(await shown()).toBe('Ana does 9:00–13:00 today after all.');
  });

  it('that nobody took closes when the shift is over, and Homes turn with the shift', async () => {
    await opensForm(ana);
    await asks(ana);
    expect(await shown()).toContain("Ana can't do 9:00–13:00 today.");
    await scene.slack('openHome', { user: ana });
    await scene.app.idle();
    expect(await hands.home(ana)).toContain('On shift until 13:00');
    scene.sandbox.clock.advance(Date.UTC(2026, 10, 24, 13) - scene.sandbox.clock.now());
    await settles();
    expect(await shown()).toBe("Nobody took Ana's 9:00–13:00 today.");
    expect(await hands.home(ana)).toContain('Now: Ben until 17:00');
  });
});
