import { describe, expect, it } from 'vitest';
import { ana, ben, carla, channel, dev } from './desk.js';
import { hands, openScene, scene, useScene } from './scene.js';

useScene();
const { shown, reads, told, title } = hands;

let asked = 0;
async function question(name: string): Promise<string> {
  asked += 1;
  return scene.mention(`patron_${asked}`, name, `@centrallibrary ${name} asks: are you open late?`);
}

/** The link button in the modal that a person looks at. */
async function linkIn(user: string): Promise<string> {
  const [, url = ''] =
    /"url":"(https:\/\/x\.com\/intent[^"]+)"/.exec(JSON.stringify((await scene.view(user)).blocks)) ?? [];
  return url;
}

describe('another starter', () => {
  it('begins the words anew, and keeps what was added', async () => {
    await scene.mention('oda_s', 'Oda Stern', '@centrallibrary Is the garden open?');
    await hands.writes(ana, 'Oda Stern', 'Answer', 'Hi Oda, until dusk.');
    await scene.slack('press', { user: ana, action_id: 'starters', option: 'Thank' });
    await scene.app.idle();
    expect(await reads(ana)).toContain('Thank you, Oda! until dusk.');
    await hands.submit(ana);
    await hands.close(ana);
    await scene.pass(6_000);
    expect(scene.published('until dusk')).toMatchObject([{ text: 'Thank you, Oda! until dusk. ^AK' }]);
  });
});

describe('words', () => {
  it('are kept when the editor is closed, and stand there again', async () => {
    await question('Maya Ortiz');
    await hands.writes(ana, 'Maya Ortiz', 'Answer', 'Hi Maya, yes, un');
    await hands.close(ana);
    await scene.press(ana, 'Maya Ortiz', 'Open');
    expect(await reads(ana)).toContain('Hi Maya, yes, un');
  });

  it('are read only for a colleague', async () => {
    await scene.press(ben, 'Maya Ortiz', 'Open');
    expect(await title(ben)).toBe('Draft for Maya');
    expect(await reads(ben)).toContain('Hi Maya, yes, un');
    await expect(scene.slack('type', { user: ben, text: 'x' })).rejects.toThrow('one input');
    await hands.close(ben);
  });
});

describe('Look it over', () => {
  it('says how much room is left, without sending, and leaves the words where they are', async () => {
    await hands.type(ana, 'Hi Maya, yes, until eight.');
    await hands.inModal(ana, 'Look it over');
    expect(await reads(ana)).toContain('280 characters in all: 250 left.');
    expect(JSON.stringify((await scene.view(ana)).values)).toContain('Hi Maya, yes, until eight.');
    await scene.pass(30_000);
    expect(scene.published('Hi Maya')).toEqual([]);
  });

  it('says what stops the words, and all else that it found', async () => {
    await hands.type(ana, 'Hi Maya, ');
    await hands.inModal(ana, 'Look it over');
    expect(await reads(ana)).toContain("Add your own words after 'Hi Maya,'.");
    await hands.type(ana, `Hi Maya, ask @leo_x ${'yes '.repeat(80)}`);
    await hands.inModal(ana, 'Look it over');
    expect(await reads(ana)).toContain('characters too long.');
    expect(await reads(ana)).toContain('@leo_x is notified of this, too.');
    expect(await reads(ana)).toContain('These words were looked over: Hi Maya, ask @leo_x yes');
  });
});

describe('a patron who changes the post', () => {
  it('is read again at Send: the new words stand above, and the person decides once more', async () => {
    const id = await question('Cher Change');
    await hands.writes(ana, 'Cher Change', 'Answer', 'Hi Cher, yes, until eight.');
    const text = '@centrallibrary Cher asks: are you open on Sunday?';
    await scene.x('edit', { id, text });
    await hands.submit(ana);
    expect(await reads(ana)).toContain('Cher changed the post at');
    expect(await reads(ana)).toContain('are you open on Sunday?');
    expect(JSON.stringify((await scene.view(ana)).values)).toContain('Hi Cher, yes, until eight.');
    await hands.type(ana, 'Hi Cher, yes, on Sunday too.');
    await hands.submit(ana);
    await hands.close(ana);
    await scene.pass(6_000);
    expect(scene.published('Hi Cher').map(({ text: said }) => said)).toEqual([
      'Hi Cher, yes, on Sunday too. ^AK',
    ]);
  });

  it('is read again at Answer: the editor shows the new words', async () => {
    const id = await question('Alma Answer');
    await scene.x('edit', { id, text: '@centrallibrary Alma asks: is it warm inside?' });
    await scene.press(ana, 'Alma Answer', 'Answer');
    expect(await reads(ana)).toContain('is it warm inside?');
    expect(await reads(ana)).toContain('Alma changed the post at');
    await hands.close(ana);
    const gone = await question('Gus Gone');
    await scene.x('delete', { id: gone });
    await scene.press(ana, 'Gus Gone', 'Answer');
    expect(await reads(ana)).toBe('The post was removed. There is nothing to answer.');
    await hands.close(ana);
  });

  it('or removes it leaves nothing to answer', async () => {
    const id = await question('Rae Removed');
    await hands.writes(ana, 'Rae Removed', 'Answer', 'Hi Rae, yes.');
    await scene.x('delete', { id });
    const { errors } = await hands.submit(ana);
    expect(Object.values(errors ?? {})).toEqual(['The post was removed. There is nothing to answer.']);
    await hands.close(ana);
    const left = JSON.stringify(await scene.slack('messages', { channel }));
    expect(left).toContain('removed on X');
    expect(left).not.toContain('Rae Removed');
  });
});

describe('Finish in X…', () => {
  it('shows exactly what will stand in X before the link, and the card says who finishes it', async () => {
    await question('Leo Brandt');
    await hands.writes(ana, 'Leo Brandt', 'Answer', 'Hi Leo, until eight & later on Fridays.');
    await hands.close(ana);
    await hands.pick(ana, 'Leo Brandt', 'Finish in X…');
    expect(await reads(ana)).toContain('Hi Leo, until eight & later on Fridays. ^AK');
    const url = await linkIn(ana);
    await hands.inModal(ana, 'Open in X');
    expect(await shown('Leo Brandt')).toContain('Ana is finishing this in X');
    await scene.x('signIn', { browser: 'phone', as: 'centrallibrary' });
    await scene.x('intent', { browser: 'phone', url });
    await scene.pass(62_000);
    expect(await shown('Leo Brandt')).toContain('Ana answered at');
    expect(await shown('Leo Brandt')).toContain('→ “Hi Leo, until eight');
    await hands.close(ana);
  });

  it('is for those who are signed in to X as the library, and not for trainees', async () => {
    await question('Ivy Shut');
    await hands.pick(ben, 'Ivy Shut', 'Finish in X…');
    expect(await told(ben)).toContain('This is posted in X by someone signed in as @centrallibrary.');
    await hands.pick(dev, 'Ivy Shut', 'Finish in X…');
    expect(await told(dev)).toBe('A colleague checks first. Press Ask for a check.');
  });

  it('opens an empty reply where nothing is written yet', async () => {
    await hands.pick(carla, 'Ivy Shut', 'Finish in X…');
    expect(await reads(carla)).toContain('Nothing is written yet.');
    await hands.inModal(carla, 'Open in X');
    await hands.close(carla);
    expect(await shown('Ivy Shut')).toContain('Carla is finishing this in X');
  });

  it('is taken over only after five minutes, and one look at our timeline', async () => {
    await hands.more(ana, 'Ivy Shut', 'Take over');
    expect(await reads(ana)).toMatch(
      /Carla opened X at \d\d:\d\d and may be posting\. Try again at \d\d:\d\d\./,
    );
    await hands.close(ana);
    await scene.pass(5 * 60_000);
    await hands.more(ana, 'Ivy Shut', 'Take over');
    await hands.writesTo(ana, 'Answer Ivy');
    await hands.close(ana);
  });

  it('finds at that look that it was posted, and says so', async () => {
    await question('Pat Posted');
    await hands.pick(carla, 'Pat Posted', 'Finish in X…');
    const url = await linkIn(carla);
    await hands.inModal(carla, 'Open in X');
    await hands.close(carla);
    await scene.pass(5 * 60_000);
    await scene.x('intent', { browser: 'phone', url, text: 'Hi Pat, until eight.' });
    await hands.more(ana, 'Pat Posted', 'Take over');
    expect(await reads(ana)).toMatch(/Carla answered this at/);
    await hands.close(ana);
  });

  it('is put back, passed on or closed by its holder', async () => {
    await question('Pip Back');
    await hands.pick(ana, 'Pip Back', 'Finish in X…');
    await hands.inModal(ana, 'Open in X');
    await hands.close(ana);
    await hands.pick(ben, 'Pip Back', 'Put back');
    expect(await told(ben)).toBe('Ana has this. Take it over first.');
    await hands.pick(ana, 'Pip Back', 'Put back');
    expect(await shown('Pip Back')).toContain('Question · first time');
  });
});

describe("It's there, Not there", () => {
  async function handedOff(name: string): Promise<void> {
    await question(name);
    await hands.pick(ana, name, 'Finish in X…');
    await hands.inModal(ana, 'Open in X');
    await hands.close(ana);
  }

  it('is said by the holder at once', async () => {
    await handedOff('Tess There');
    await scene.press(ana, 'Tess There', "It's there");
    expect(await shown('Tess There')).toContain('Ana answered in X at');
    await handedOff('Noa Not');
    await hands.pick(ana, 'Noa Not', 'Not there');
    expect(await shown('Noa Not')).toContain('Ana is answering');
  });

  it('by a colleague only when they say that they looked', async () => {
    await handedOff('Cy Colleague');
    await scene.press(ben, 'Cy Colleague', "It's there");
    expect(await reads(ben)).toContain('Ana has this. Look at our posts on X first');
    expect(JSON.stringify((await scene.view(ben)).blocks)).toContain('You looked at our posts on X');
    expect(await shown('Cy Colleague')).toContain('Ana is finishing this in X');
    await hands.inModal(ben, 'Not there');
    await hands.close(ben);
    expect(await shown('Cy Colleague')).toContain('Ben is answering');
    expect((await scene.whispers(ana)).at(-1)).toContain('Ben took over your answer to somebody');
    await handedOff('Di Direct');
    await hands.more(ben, 'Di Direct', "It's there");
    await hands.close(ben);
    expect(await shown('Di Direct')).toContain('Ana answered in X at');
  });
});

it('Undo stands on the card too, for every colleague', async () => {
  await question('Uma Undo');
  await hands.writes(ana, 'Uma Undo', 'Answer', 'Hi Uma, yes.');
  await hands.submit(ana);
  await hands.close(ana);
  await scene.press(ben, 'Uma Undo', 'Undo');
  await scene.pass(30_000);
  expect(scene.published('Hi Uma')).toEqual([]);
  expect(await shown('Uma Undo')).toContain('Ana is answering');
  const { ts } = await scene.card('Uma Undo');
  await expect(scene.slack('press', { user: ben, channel, ts, label: 'Undo' })).rejects.toThrow('no');
});

it('whoever comes back to the editor after the card went back to everybody sends all the same', async () => {
  await openScene();
  await question('Cy Counter');
  await hands.writes(ana, 'Cy Counter', 'Answer', 'Hi Cy, yes, un');
  await scene.pass(50 * 60_000);
  expect(await shown('Cy Counter')).toContain('Question · first time');
  await hands.type(ana, 'Hi Cy, yes, until eight.');
  await hands.submit(ana);
  expect(await title(ana)).toBe('On its way');
  await scene.pass(6_000);
  expect(scene.published('Hi Cy').map(({ text }) => text)).toEqual(['Hi Cy, yes, until eight. ^AK']);
});

it('but not when a colleague took it meanwhile', async () => {
  await openScene();
  await question('Di Counter');
  await hands.writes(ana, 'Di Counter', 'Answer', 'Hi Di, yes, un');
  await scene.pass(50 * 60_000);
  await scene.press(ben, 'Di Counter', 'Answer');
  await hands.type(ana, 'Hi Di, yes, until eight.');
  const { errors } = await hands.submit(ana);
  expect(Object.values(errors ?? {})).toEqual([expect.stringMatching(/^Ben took this at \d\d:\d\d\./u)]);
});

it('what was written after the card went back stands in the editor of whoever wrote it', async () => {
  await openScene();
  await question('Ed Counter');
  await hands.writes(ana, 'Ed Counter', 'Answer', 'Hi Ed, yes, un');
  await scene.pass(50 * 60_000);
  await hands.type(ana, 'Hi Ed, yes, until eight.');
  await hands.close(ana);
  await scene.press(ana, 'Ed Counter', 'Answer');
  expect(await reads(ana)).toMatch(/Hi Ed, yes, until eight\.$/u);
  expect(await reads(ana)).not.toContain('Ana wrote at');
});
