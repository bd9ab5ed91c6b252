import { afterEach, describe, expect, it } from 'vitest';
import { createLog } from '../../src/log.js';
import { ana, ben, carla, dev, type ShownView } from './desk.js';
import { hands, openScene, scene, useScene } from './scene.js';

useScene();
const { title, shown } = hands;
/** The words of somebody's top modal; " · " has spaces of its own around it. */
const reads = async (user: string) => (await hands.reads(user)).replaceAll(/\s+/gu, ' ');

let asked = 0;
async function question(name: string): Promise<string> {
  asked += 1;
  return scene.mention(`asker_${asked}`, name, `@centrallibrary ${name} asks: are you open late?`);
}

/** Somebody writes an answer and presses *Send*. */
async function sends(user: string, name: string, text: string): Promise<void> {
  await hands.writes(user, name, 'Answer', text);
  await hands.submit(user);
}

/** What can be pressed in somebody's top modal. */
const buttons = async (user: string): Promise<readonly string[]> => {
  const { blocks } = await scene.view(user);
  const elements = (blocks as { type: string; elements?: { text: { text: string } }[] }[]).flatMap((block) =>
    block.type === 'actions' ? (block.elements ?? []) : [],
  );
  return elements.map(({ text }) => text.text);
};
const typed = async (user: string) => JSON.stringify(((await scene.view(user)) as ShownView).values);

/** How many times a modal was changed so far. */
const updates = async () => scene.sandbox.journal.read().filter(({ kind }) => kind === 'views.update').length;

afterEach(async () => {
  scene.sandbox.faults.clear();
  for (const user of [ana, ben, carla, dev]) {
    const { views } = (await scene.slack('views', { user })) as { views: unknown[] };
    if (views.length > 0) await scene.slack('close', { user, all: true });
  }
});

describe('On its way', () => {
  it('becomes Sent, with the time and the link', async () => {
    await question('Mia Moss');
    await sends(ana, 'Mia Moss', 'Hi Mia, until eight.');
    expect(await title(ana)).toBe('On its way');
    await scene.pass(6_000);
    expect(await title(ana)).toBe('Sent');
    expect(await reads(ana)).toMatch(
      /✅ Sent at \d\d:\d\d:\d\d · View reply on X Hi Mia, until eight\. \^AK/,
    );
    expect(await buttons(ana)).not.toContain('Undo');
  });

  it('becomes what X said, with a way back to the words', async () => {
    const id = await question('Rex Rule');
    await sends(ana, 'Rex Rule', 'Hi Rex, until eight.');
    await scene.x('delete', { id });
    await scene.pass(6_000);
    expect(await title(ana)).toBe('Not sent');
    expect(await reads(ana)).toContain('Hi Rex, until eight.');
    await hands.inModal(ana, 'Open');
    expect(await title(ana)).toBe('Answer Rex');
  });

  it('says that nobody knows yet, and then what our timeline shows', async () => {
    await question('Una Sure');
    await sends(ana, 'Una Sure', 'Hi Una, until eight.');
    scene.sandbox.faults.plan({ side: 'x', call: 'POST /2/tweets', when: 'after', how: 'reset' });
    await scene.pass(5_500);
    expect(await title(ana)).toBe('Looking on X');
    expect(await reads(ana)).toMatch(/🔎 We don't know yet whether X took this\. Looking until \d\d:\d\d\./);
    await scene.pass(60_000);
    expect(await title(ana)).toBe('Sent');
  });

  it('says that a colleague undid it; and for whoever undoes it that it worked', async () => {
    await question('Ugo Undo');
    await sends(ana, 'Ugo Undo', 'Hi Ugo, until eight.');
    await scene.press(ben, 'Ugo Undo', 'Undo');
    expect(await reads(ana)).toMatch(
      /^Ben undid this at \d\d:\d\d:\d\d\. Nothing was sent; your words are a draft\. Hi Ugo/,
    );
    expect(await hands.told(ben)).toBe('Undone. Nothing was sent; Ana has the words as a draft.');

    await hands.inModal(ana, 'Open');
    await hands.submit(ana);
    await hands.inModal(ana, 'Undo');
    expect(await title(ana)).toBe('Not sent');
    expect(await reads(ana)).toMatch(/^Undone\. Nothing was sent; your words are a draft\. Hi Ugo/);
    expect(await buttons(ana)).toEqual(['Open']);
  });

  it('of a trainee is kept true too: who checks it, and when it goes out', async () => {
    await question('Tia Train');
    await hands.writes(dev, 'Tia Train', 'Answer', 'Hi Tia, until eight.');
    await hands.submit(dev);
    expect(await title(dev)).toBe('Waiting for a check');
    await scene.press(carla, 'Tia Train', 'Check');
    expect(await reads(dev)).toContain("Carla is checking Dev's answer.");
    await hands.submit(carla);
    expect(await reads(dev)).toMatch(/Going out at \d\d:\d\d:\d\d/);
    await scene.pass(6_000);
    expect(await reads(dev)).toContain('✅ Sent at');
    expect(await reads(carla)).toContain('✅ Sent at');
  });

  it('that was closed is left closed, and what came in its place is left alone', async () => {
    await question('Cleo Shut');
    await question('Nia Next');
    await question('Olga Other');
    await sends(ana, 'Cleo Shut', 'Hi Cleo, until eight.');
    await sends(carla, 'Nia Next', 'Hi Nia, until eight.');
    await hands.close(ana);
    await hands.inModal(carla, 'Next: 1 waiting');
    expect(await title(carla)).toBe('Answer Olga');
    await scene.pass(6_000);
    await expect(scene.view(ana)).rejects.toThrow('no modal');
    expect(await title(carla)).toBe('Answer Olga');
    const stale = (await scene.due()).filter(({ entry }) => entry.startsWith('views:'));
    expect(stale).toEqual([]);
  });
});

describe('another screen that a person has open', () => {
  it("is the colleague's draft: it follows the card", async () => {
    await question('Dora Draft');
    await hands.writes(ana, 'Dora Draft', 'Answer', 'Hi Dora, until');
    await scene.press(ben, 'Dora Draft', 'Open');
    await hands.pick(carla, 'Dora Draft', 'More…');
    expect(await buttons(carla)).toContain('Take over');
    await hands.type(ana, 'Hi Dora, until eight.');
    await hands.submit(ana);
    expect(await reads(ben)).toContain("Ana's answer goes out at");
    expect(await buttons(ben)).not.toContain('Take over');
    expect(await buttons(carla)).not.toContain('Take over');
    await scene.pass(6_000);
    expect(await reads(ben)).toContain('Ana answered at');
    expect(await reads(carla)).toContain('Ana answered at');
  });

  it('is Finish in X: it says who took it over, and what our timeline shows', async () => {
    await question('Finn Finish');
    await hands.writes(ana, 'Finn Finish', 'Answer', 'Hi Finn, until eight.');
    await hands.close(ana);
    await hands.pick(ana, 'Finn Finish', 'Finish in X…');
    await scene.press(ben, 'Finn Finish', 'Open');
    await hands.inModal(ben, 'Take over');
    expect(await reads(ana)).toMatch(/Ben took this over at \d\d:\d\d\. Nothing was sent;/);
    expect(await buttons(ana)).not.toContain('Open in X');
  });

  it('is Finish in X, opened: it asks what came of it, and becomes Seen on X', async () => {
    const id = await question('Fay Finish');
    await hands.writes(ana, 'Fay Finish', 'Answer', 'Hi Fay, until eight.');
    await hands.close(ana);
    await hands.pick(ana, 'Fay Finish', 'Finish in X…');
    await hands.inModal(ana, 'Open in X');
    expect(await buttons(ana)).toEqual(["It's there", 'Not there', 'Open in X']);
    await scene.x('post', { by: 'centrallibrary', text: 'Hi Fay, until eight. ^AK', in_reply_to: id });
    await scene.pass(62_000);
    expect(await reads(ana)).toMatch(/✅ Seen on X at \d\d:\d\d:\d\d · View reply on X/);
  });

  it('is the picker of a greeting, which ends with what X shows', async () => {
    await scene.x('addAccount', { handle: 'samokafor', name: 'Sam Okafor' });
    const { id } = await scene.x('post', { by: 'samokafor', text: 'Any good allotment books?' });
    await scene.x('follow', { by: 'samokafor' });
    await scene.pass(310_000);
    await scene.press(ana, 'Sam Okafor', 'Greet');
    await hands.inModal(ana, 'Open in X');
    expect(await reads(ana)).toContain('Any good allotment books?');
    await scene.x('post', { by: 'centrallibrary', text: 'Try Alys Fowler, Sam.', in_reply_to: String(id) });
    await scene.pass(62_000);
    expect(await reads(ana)).toMatch(/✅ Seen on X at \d\d:\d\d:\d\d · View reply on X/);
    expect(await reads(ana)).not.toContain('Any good allotment books?');
  });

  it('is a warning: it can not be sent anyway once a colleague has the card', async () => {
    await question('Wim Warn');
    await sends(ana, 'Wim Warn', 'Hi Wim, see example.org');
    expect(await title(ana)).toBe('Before you send');
    await scene.press(ben, 'Wim Warn', 'Open');
    await hands.inModal(ben, 'Take over');
    expect(await reads(ana)).toContain('Ben took this over at');
    await expect(scene.slack('submit', { user: ana })).rejects.toThrow('no submit button');
  });
});

describe('an editor with words in it', () => {
  it('says at the next key who took the card over, and keeps the words', async () => {
    await question('Lou Lost');
    await hands.writes(ana, 'Lou Lost', 'Answer', 'Hi Lou, until eig');
    await scene.press(ben, 'Lou Lost', 'Open');
    await hands.inModal(ben, 'Take over');
    expect(await reads(ana)).not.toContain('took this over');
    await hands.type(ana, 'Hi Lou, until eight.');
    const lost =
      /Ben took this over at \d\d:\d\d\. Nothing was sent; your words are in the draft that Ben sees\./;
    expect(await reads(ana)).toMatch(lost);
    expect(await typed(ana)).toContain('Hi Lou, until eight.');
    const before = await updates();
    await hands.type(ana, 'Hi Lou, until eight. Or');
    expect(await updates()).toBe(before);
    expect(Object.values((await hands.submit(ana)).errors ?? {})[0]).toMatch(lost);
  });

  it('says so to a colleague who checks, when the writer takes the words back', async () => {
    await question('Cara Check');
    await hands.writes(dev, 'Cara Check', 'Answer', 'Hi Cara, until eight.');
    await hands.submit(dev);
    await scene.press(carla, 'Cara Check', 'Check');
    await scene.press(ben, 'Cara Check', 'Open');
    await hands.inModal(ben, 'Take over');
    await hands.type(carla, 'Hi Cara, until nine.');
    expect(await reads(carla)).toMatch(/Ben took this at \d\d:\d\d/);
  });

  it('says that the patron changed the post', async () => {
    const id = await question('Ella Edit');
    await hands.writes(ana, 'Ella Edit', 'Answer', 'Hi Ella, un');
    await scene.x('edit', { id, text: '@centrallibrary Ella asks: and on Sunday?' });
    await scene.pass(62_000);
    await hands.type(ana, 'Hi Ella, until eight.');
    expect(await reads(ana)).toContain('and on Sunday?');
    expect(await typed(ana)).toContain('Hi Ella, until eight.');
  });
});

describe('a pause', () => {
  it('stands in each open screen and above each editor, and goes again', async () => {
    for (const name of ['Pia Pause', 'Per Pause', 'Pam Pause']) await question(name);
    await hands.writes(ana, 'Pia Pause', 'Answer', 'Hi Pia, until');
    await sends(ben, 'Per Pause', 'Hi Per, until eight.');
    await hands.command(carla, '/greet', 'pause statement coming');
    const paused = /^Carla paused sending at \d\d:\d\d: 'statement coming'\. Your draft is kept\./;
    expect(await reads(ben)).toMatch(paused);
    expect(await reads(ana)).not.toMatch(paused);
    await hands.type(ana, 'Hi Pia, until eight.');
    expect(await reads(ana)).toMatch(paused);
    await scene.press(carla, 'Pam Pause', 'Answer');
    expect(await reads(carla)).toMatch(paused);
    await scene.pass(6_000);
    expect(await title(ben)).toBe('Not sent');
    expect(await reads(ben)).toContain('Carla paused sending at');
    await scene.slack('openHome', { user: ana });
    await scene.app.idle();
    expect(await hands.home(ana)).toMatch(/Carla paused sending at \d\d:\d\d: 'statement coming'/);

    await hands.close(carla);
    await hands.command(carla, '/greet', 'resume');
    await hands.type(ana, 'Hi Pia, until eight!');
    expect(await reads(ana)).not.toContain('paused sending');
    expect(await typed(ana)).toContain('Hi Pia, until eight!');
    expect(await shown('Pia Pause')).toContain('Ana is answering');
  });

  it('takes a greeting and a warning out of hand, and says so where they were open', async () => {
    await question('Wes Warn');
    await sends(ben, 'Wes Warn', 'Hi Wes, see example.org');
    await scene.x('addAccount', { handle: 'inesduarte', name: 'Ines Duarte' });
    await scene.x('post', { by: 'inesduarte', text: 'Longer novels, please.' });
    await scene.x('follow', { by: 'inesduarte' });
    await scene.pass(310_000);
    await scene.press(ana, 'Ines Duarte', 'Greet');
    await hands.command(carla, '/greet', 'pause statement coming');
    for (const user of [ana, ben]) expect(await reads(user)).toContain('Carla paused sending at');
    expect(await buttons(ana)).toContain('Greet');
    expect(await buttons(ben)).toContain('Open');
    await hands.command(carla, '/greet', 'resume');
    for (const user of [ana, ben]) expect(await reads(user)).not.toContain('paused');
    await hands.inModal(ana, 'Greet');
    expect(await reads(ana)).toContain('Longer novels, please.');
  });
});

it('a modal that changed without a record is true again all the same', async () => {
  await question('Hal Hash');
  await hands.writes(ana, 'Hal Hash', 'Answer', 'Hi Hal, until eight.');
  await scene.press(ben, 'Hal Hash', 'Open');
  const { external_id } = (await scene.view(ben)) as ShownView & { external_id: string };
  const heading = { type: 'plain_text', text: 'From a process that died' };
  const view = { type: 'modal', callback_id: 'draft', title: heading, blocks: [], external_id };
  await slackCall('views.update', { external_id, view });
  expect(await title(ben)).toBe('From a process that died');
  await hands.submit(ana);
  await scene.pass(6_000);
  expect(await reads(ben)).toContain('Ana answered at');
});

it('what a process that ended has shown is kept true by another one', async () => {
  await openScene({ mayLoseBooks: true });
  await question('Abby After');
  await hands.writes(ana, 'Abby After', 'Answer', 'Hi Abby, until eight.');
  await scene.press(ben, 'Abby After', 'Open');
  await hands.submit(ana);
  await scene.app.close();
  const worker = scene.another({ roles: ['worker'], log: createLog('silent') });
  await worker.start();
  scene.sandbox.clock.advance(6_000);
  await worker.idle();
  expect(await title(ana)).toBe('Sent');
  expect(await reads(ben)).toContain('Ana answered at');
});

/** A call of Slack's Web API with the desk's own token, as from another of its processes. */
async function slackCall(method: string, args: object): Promise<void> {
  const { ok, error } = (await (
    await fetch(`${scene.sandbox.slackUrl}${method}`, {
      method: 'POST',
      headers: { authorization: 'Bearer xoxb-sandbox', 'content-type': 'application/json' },
      body: JSON.stringify(args),
    })
  ).json()) as { ok: boolean; error?: string };
  if (!ok) throw new Error(`${method}: ${error}`);
}
