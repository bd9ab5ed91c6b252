import { describe, expect, it } from 'vitest';
import { ana, ben, carla, channel, dev, edith, type ShownMessage, wordsOf } from './desk.js';
import { hands, scene, useScene } from './scene.js';

useScene();
const { reads, told } = hands;

/** The last that a person was answered to a command, whole. */
async function answer(user: string, text: string): Promise<string> {
  await hands.command(user, '/greet', text);
  return wordsOf((await ephemerals(user)).at(-1)?.blocks ?? []) || String(await told(user));
}

const ephemerals = async (user: string) =>
  ((await scene.slack('ephemerals', { user })) as { messages: ShownMessage[] }).messages;

describe('/greet note', () => {
  it('stands above every editor until closing, with who left it', async () => {
    expect(await answer(ben, 'note Central closes at 16:00 today')).toBe(
      'Until 00:00 this stands above every answer: Central closes at 16:00',
    );
    await scene.mention('maya_reads', 'Maya Ortiz', '@centrallibrary When do you close?');
    await scene.press(ana, 'Maya Ortiz', 'Answer');
    expect(await reads(ana)).toContain('Today: Central closes at 16:00 · Ben');
    await hands.close(ana);
    await scene.press(dev, 'Maya Ortiz', 'Answer');
    expect(await reads(dev)).toContain('Today: Central closes at 16:00 · Ben');
    await hands.close(dev);
  });

  it('alone lists the notes, and anybody on the staff takes one down', async () => {
    await answer(ana, 'note: The lift is out of order');
    expect(await answer(carla, 'note')).toMatch(
      /^These stand above every answer today: Central closes at 16:00 · Ben at \d\d:\d\d · until 00:00 Remove The lift is out of order · Ana at/u,
    );
    const list = (await ephemerals(carla)).at(-1);
    const [first] = [...JSON.stringify(list?.blocks).matchAll(/"value":"(central note-\d+)"/gu)];
    const pressed = await scene.slack('press', {
      user: carla,
      channel,
      ts: list?.ts,
      action_id: 'remove-note',
      value: first?.[1],
    });
    expect(pressed.acked).toBe(true);
    await scene.app.idle();
    const left = wordsOf((await ephemerals(carla)).at(-1)?.blocks);
    expect(left).toMatch(/^This stands above every answer today: The lift is out of order · Ana/u);
    await scene.press(ana, 'Maya Ortiz', 'Answer');
    expect(await reads(ana)).not.toContain('Central closes');
    await hands.close(ana);
  });

  it('is for those who answer', async () => {
    expect(await answer(edith, 'note I was here')).toContain('Only colleagues on the rota answer');
    expect(await answer(carla, 'note')).not.toContain('I was here');
  });

  it('is gone the next day', async () => {
    scene.sandbox.clock.advance(24 * 60 * 60_000);
    await scene.app.idle();
    expect(await answer(carla, 'notes')).toContain('There is no note today.');
  });
});

describe('/greet budget', () => {
  it('says what X billed this month, to the cent, and nothing about money to others', async () => {
    const { meter } = await scene.bills();
    const spent = Object.values(meter).reduce((sum, { microUsd }) => sum + microUsd, 0) / 1_000_000;
    const said = await answer(ana, 'Budget');
    expect(said).toContain(`X has cost $${spent.toFixed(2)} this month.`);
    expect(said).toContain('What people write to us: ');
    expect(await answer(edith, 'budget')).toContain('Only colleagues on the rota');
  });
});

describe('a word that is no command', () => {
  it.each([
    ['nexr', "I don't know 'nexr'. Try /greet next."],
    ['pasue statement coming', "I don't know 'pasue'. Try /greet pause."],
    ['report year', "I don't know 'year'. Try /greet report week, month or quarter; weekly or off."],
    ['https://x.com/i/status/17', "I don't know 'https://x.com/i/status/17'. Try /greet next."],
  ])('is answered with one that is: %s', async (typed, said) => {
    await answer(ana, typed);
    expect(await told(ana)).toBe(said);
  });

  it('is looked up at X neither when it is spelled wrong nor when it only sounds like one: that would cost money', async () => {
    const before = scene.sandbox.journal.read().length;
    for (const typed of ['reprot', 'Stauts', 'forgett', 'shfit', 'bugdet', 'mentoins', 'stop', 'help me']) {
      await answer(ana, typed);
      expect(await told(ana)).toContain(`I don't know '${typed}'`);
    }
    const ofX = scene.sandbox.journal.read(before).filter(({ side }) => side === 'x');
    expect(ofX).toEqual([]);
  });

  it.each(['@Ana', '@carla', '<@U0BEN0002|ben>', '@Ben Okoro', '@edith'])(
    'but a colleague: %s',
    async (typed) => {
      const asked = scene.sandbox.journal.read().filter(({ kind }) => kind.includes('by/username')).length;
      expect(await answer(ana, typed)).toBe(
        "That's a colleague in Slack. Type the X name without @: /greet maya_reads",
      );
      expect(scene.sandbox.journal.read().filter(({ kind }) => kind.includes('by/username'))).toHaveLength(
        asked,
      );
    },
  );
});

it.each([
  'maya_reads',
  '@Maya_Reads',
  'https://x.com/maya_reads/status/17?s=20',
  'mobile.twitter.com/maya_reads',
])('a person is found by name and by link: %s', async (typed) => {
  await hands.command(ana, '/greet', typed);
  expect(await hands.title(ana)).toBe('Answer Maya');
  await hands.close(ana);
});

it('when X does not answer, the modal says so', async () => {
  const call = 'GET /2/users/by/username/:username';
  scene.sandbox.faults.plan({ side: 'x', call, when: 'before', how: 'status', status: 503 });
  await hands.command(ana, '/greet', '@nina_new');
  await hands.inModal(ana, 'Look on X · $0.01');
  expect(await reads(ana)).toBe("X couldn't be asked who @nina_new is. Try again in a minute.");
  await hands.close(ana);
});

it('help says what there is', async () => {
  expect(await answer(ana, 'help')).toMatch(/\/greet shows what waits.*\/greet budget.*\/rota shows/u);
});
