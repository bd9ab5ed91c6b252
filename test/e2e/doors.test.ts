import { beforeAll, describe, expect, it } from 'vitest';
import { ana, ben, carla, channel, type ShownMessage } from './desk.js';
import { hands, scene, useScene } from './scene.js';

useScene();

const question = (handle: string, name: string) =>
  scene.mention(handle, name, `@centrallibrary ${name} asks: are you open late?`);

/** What a person reads: their open modal, else what they alone were told last. */
const reads = async (user: string): Promise<string> =>
  (await hands.reads(user).catch(() => undefined)) ?? (await hands.told(user)) ?? '';

async function becomes(user: string, kind: 'guest' | 'member'): Promise<void> {
  await scene.slack('changePerson', { user, kind });
  await scene.app.idle();
}

describe('somebody who is not in the channel, where no message reaches them, reads why not', () => {
  const said = 'Only members of #x-desk answer for the library. Ask Carla to add you.';
  let vic: string;
  beforeAll(async () => {
    await question('maya_reads', 'Maya Ortiz');
    vic = String((await scene.slack('addPerson', { name: 'vic' })).user);
  });

  it.each<[string, () => Promise<unknown>]>([
    ['a button', () => scene.press(vic, 'Maya Ortiz', 'Answer')],
    ['a menu', () => hands.pick(vic, 'Maya Ortiz', 'No reply needed')],
    ['a menu that leads to a form', () => hands.pick(vic, 'Maya Ortiz', 'Pass to a colleague…')],
    ['the shortcut', () => scene.slack('shortcut', { user: vic, callback_id: 'answer-next' })],
  ])('at %s', async (_, presses) => {
    await presses();
    await scene.app.idle();
    expect(await hands.reads(vic)).toBe(said);
    expect(await hands.told(vic)).toBeUndefined();
    await hands.close(vic);
  });

  it('at Home', async () => {
    await scene.slack('openHome', { user: vic });
    await scene.app.idle();
    expect(await hands.home(vic)).toBe(said);
  });
});

describe('somebody who may not answer any more reads why not', () => {
  const said = "Guests can't answer for the library.";

  /** Ben opens something, becomes a guest, and presses. */
  async function asGuest(opens: () => Promise<unknown>, presses: () => Promise<unknown>): Promise<unknown> {
    await opens();
    await becomes(ben, 'guest');
    const result = await presses();
    await scene.app.idle();
    await becomes(ben, 'member');
    return result;
  }

  const nothing = async () => undefined;
  const opensMore = () => hands.pick(ben, 'Tom Hale', 'More…');
  const newestPrivate = async () => {
    const { channels } = (await scene.slack('workspace', {})) as {
      channels: { id: string; kind: string; members: string[] }[];
    };
    const id = channels.find(({ kind, members }) => kind === 'im' && members[0] === ben)?.id;
    const { messages } = (await scene.slack('messages', { channel: id })) as { messages: ShownMessage[] };
    return { channel: id, ts: messages.at(-1)?.ts };
  };
  beforeAll(() => question('tom_h', 'Tom Hale'));

  it.each<[string, () => Promise<unknown>, () => Promise<unknown>]>([
    ['a button', nothing, () => scene.press(ben, 'Tom Hale', 'Answer')],
    ['a menu', nothing, () => hands.pick(ben, 'Tom Hale', 'No reply needed')],
    ['a button of a modal', opensMore, () => hands.inModal(ben, 'Flag to Carla…')],
    ['a command', nothing, () => hands.command(ben, '/greet', 'next')],
    ['a command with words', nothing, () => hands.command(ben, '/greet', 'pause storm')],
    ['the shortcut', nothing, () => scene.slack('shortcut', { user: ben, callback_id: 'answer-next' })],
  ])('at %s', async (_, opens, presses) => {
    await asGuest(opens, presses);
    expect(await reads(ben)).toBe(said);
    await hands.close(ben).catch(() => undefined);
  });

  it('at a form, which stays open', async () => {
    const submitted = await asGuest(
      async () => {
        await hands.pick(ben, 'Tom Hale', 'Pass to a colleague…');
        await scene.slack('press', { user: ben, action_id: 'colleague', option: 'Ana' });
      },
      () => hands.submit(ben),
    );
    expect(submitted).toMatchObject({ closed: false, errors: { colleague: said } });
    await hands.close(ben);
  });

  it('at a button of a private message', async () => {
    await hands.writes(ben, 'Tom Hale', 'Answer', 'Hi Tom, yes');
    await hands.close(ben);
    await scene.pass(31 * 60_000);
    const { channel: where, ts } = await newestPrivate();
    await asGuest(nothing, () => scene.slack('press', { user: ben, channel: where, ts, label: 'Keep' }));
    expect(await reads(ben)).toBe(said);
  });
});

describe('who comes too late for one of several cards reads which one it is', () => {
  beforeAll(async () => {
    await question('ada_k', 'Ada King');
    await hands.writes(ana, 'Ada King', 'Answer', 'Hi Ada, until eight.');
    await hands.close(ana);
  });

  it.each(['Pass to a colleague…', 'No reply needed'])('at %s of a menu', async (option) => {
    await hands.pick(carla, 'Ada King', option);
    expect(await hands.told(carla)).toBe('Ana has this. Take it over first.');
  });

  it('once it is answered, with the way to the answer', async () => {
    await hands.pick(carla, 'Ada King', 'More…');
    // Slack takes no change of a modal meanwhile: what stands open stays as it is.
    const fault = { when: 'before', how: 'status', status: 503, times: 1_000 } as const;
    scene.sandbox.faults.plan({ side: 'slack', call: 'views.update', ...fault });
    await scene.press(ana, 'Ada King', 'Open');
    await hands.submit(ana);
    await scene.pass(30_000);
    await scene.sandbox.faults.clear();
    await hands.inModal(carla, 'Take over');
    expect(await hands.reads(carla)).toMatch(
      /^Ana answered this at \d\d:\d\d\. View it on X: +https:\/\/x\.com\//u,
    );
    expect(await hands.title(carla)).toBe('Answer Ada');
    await hands.close(carla);
  });
});

it('nobody gets a card who left while the form was open', async () => {
  await question('li_wen', 'Li Wen');
  await hands.pick(ana, 'Li Wen', 'Pass to a colleague…');
  await scene.slack('press', { user: ana, action_id: 'colleague', option: 'Ben' });
  await scene.slack('leave', { user: ben, channel });
  await scene.app.idle();
  await scene.pass(1_000);
  expect(await hands.submit(ana)).toMatchObject({
    closed: false,
    errors: { colleague: "Ben doesn't answer for the library now. Choose somebody else." },
  });
  await hands.close(ana);
});
