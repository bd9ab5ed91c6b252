import { describe, expect, it } from 'vitest';
import { ana, ben, carla, type ShownMessage } from './desk.js';
import { hands, scene, useScene } from './scene.js';

useScene();
const { reads, shown, told } = hands;

let asked = 0;
async function question(name: string): Promise<string> {
  asked += 1;
  return scene.mention(`patron_${asked}`, name, `@centrallibrary ${name} asks: are you open late?`);
}

/** While something happens, Slack takes no change of a modal: what stands open stays as it is. */
async function unseen(happens: () => Promise<unknown>): Promise<void> {
  const fault = { when: 'before', how: 'status', status: 503, times: 1_000 } as const;
  scene.sandbox.faults.plan({ side: 'slack', call: 'views.update', ...fault });
  await happens();
  await scene.sandbox.faults.clear();
}

/** What Ben is told who looks at Ana's draft while something happens, and then presses *Take over*. */
async function tooLateFor(name: string, happens: (id: string) => Promise<unknown>): Promise<string> {
  const id = await question(name);
  await hands.writes(ana, name, 'Answer', `Hi ${name}, until eight.`);
  await scene.press(ben, name, 'Open');
  await unseen(() => happens(id));
  await hands.inModal(ben, 'Take over');
  const said = await reads(ben);
  await hands.close(ben);
  return said;
}

describe('whoever comes too late is told what became of it', () => {
  it.each<[string, string, (id: string) => Promise<unknown>, RegExp]>([
    [
      'it goes out',
      'Go Out',
      () => hands.submit(ana),
      /^Ana's answer goes out at \d\d:\d\d:\d\d\. Until then, Undo stops it\.$/,
    ],
    [
      'it was answered',
      'An Swered',
      async () => {
        await hands.submit(ana);
        await scene.pass(6_000);
      },
      /^Ana answered this at \d\d:\d\d\. View it on X: +https:\/\/x\.com\/i\/status\/\d+$/,
    ],
    [
      'it was answered in the X app',
      'El Sewhere',
      async (id) => {
        await scene.x('post', { by: 'centrallibrary', text: 'We are.', in_reply_to: id });
        await scene.pass(62_000);
      },
      /^Someone answered in the X app at \d\d:\d\d\. View it on X: +https:\/\/x\.com\/i\/status\/\d+$/,
    ],
    [
      'it was closed',
      'Clo Sed',
      () => hands.pick(ana, 'Clo Sed', 'No reply needed'),
      /^Ana closed this: no reply needed\. Press Reopen first\.$/,
    ],
    [
      'it was put back',
      'Put Back',
      () => hands.more(ana, 'Put Back', 'Put back'),
      /^This is open, and nobody has it\. Take it first, then go on\.$/,
    ],
  ])('%s', async (_, name, happens, says) => {
    expect(await tooLateFor(name, happens)).toMatch(says);
  });
});

it('who writes on what a colleague took over keeps the words in the box', async () => {
  await question('Los Twords');
  await hands.writes(ana, 'Los Twords', 'Answer', 'Hi Los, until eight.');
  await scene.press(ben, 'Los Twords', 'Open');
  await hands.inModal(ben, 'Take over');
  const { errors, closed } = await hands.submit(ana);
  expect(closed).toBe(false);
  expect(Object.values(errors ?? {})).toEqual([
    expect.stringMatching(/^Ben took this over at \d\d:\d\d\. Nothing was sent; your words are in/),
  ]);
  expect(JSON.stringify((await scene.view(ana)).values)).toContain('Hi Los, until eight.');
  await hands.close(ana);
  await hands.close(ben);
});

it('a menu that stands open says why not, where the card changed under it', async () => {
  await question('Sta Le');
  await hands.pick(ben, 'Sta Le', 'Not now…');
  await hands.pick(carla, 'Sta Le', 'More…');
  await unseen(async () => {
    await hands.writes(ana, 'Sta Le', 'Answer', 'Hi Sta, yes.');
    await hands.submit(ana);
    await hands.close(ana);
  });
  await hands.inModal(ben, 'In 1 hour');
  expect(await reads(ben)).toContain("Ana's answer goes out at");
  await hands.inModal(carla, 'Mute conversation');
  expect(await reads(carla)).toContain("Ana's answer goes out at");
  await hands.close(ben);
  await hands.close(carla);
});

it('what somebody has is theirs to put back, close or pass on', async () => {
  await question('Hol Der');
  await hands.writes(ana, 'Hol Der', 'Answer', 'Hi Hol');
  await hands.close(ana);
  for (const option of ['Pass to a colleague…', 'No reply needed', 'Finish in X…']) {
    await hands.pick(carla, 'Hol Der', option);
    expect(await told(carla)).toMatch(/^Ana (?:has this\. Take it over first|took this at \d\d:\d\d)/);
  }
  expect(await shown('Hol Der')).toContain('Ana is answering');
});

it('a hand-off is closed by its holder behind More…', async () => {
  await question('Han Doff');
  await hands.pick(ana, 'Han Doff', 'Finish in X…');
  await hands.inModal(ana, 'Open in X');
  await hands.close(ana);
  await hands.more(ana, 'Han Doff', 'No reply needed');
  await hands.close(ana);
  expect(await shown('Han Doff')).toContain('Ana closed this: no reply needed');
});

describe('what a person is told alone', () => {
  /** The message as it stands in Slack, each part by what it is. */
  async function parts(user: string): Promise<unknown> {
    const { messages } = (await scene.slack('ephemerals', { user })) as { messages: ShownMessage[] };
    const [block] = (messages.at(-1)?.blocks ?? []) as { elements: { elements: unknown[] }[] }[];
    return block?.elements[0]?.elements;
  }

  it('names no patron, because nobody can take it back', async () => {
    await scene.mention('_maya_', '📚', '@centrallibrary Are you open late?');
    await hands.writes(ana, '@_maya_', 'Answer', 'Hi, until eight.');
    await scene.press(ben, '@_maya_', 'Open');
    await hands.inModal(ben, 'Take over');
    await hands.close(ben);
    expect(await told(ana)).toContain('Ben took over your answer to somebody at');
    expect(await parts(ana)).toEqual([{ type: 'text', text: await told(ana) }]);
  });

  it('leads to the post that it is about', async () => {
    const id = await question('Lin Kedin');
    const { id: ours } = await scene.x('post', { by: 'centrallibrary', text: 'We are.', in_reply_to: id });
    await scene.pass(62_000);
    await hands.pick(ben, 'Lin Kedin', 'History');
    await hands.close(ben);
    await hands.command(ben, '/greet', `patron_${asked}`);
    const url = `https://x.com/i/status/${ours}`;
    expect(JSON.stringify((await scene.view(ben)).blocks)).toContain(
      JSON.stringify({ type: 'link', url, text: 'View reply on X' }),
    );
    await hands.close(ben);
  });
});
