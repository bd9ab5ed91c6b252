import { beforeAll, describe, expect, it } from 'vitest';
import { ana, ben, carla, channel, type ShownMessage, wordsOf } from './desk.js';
import { hands, scene, useScene } from './scene.js';

useScene({ overrides: { timings: { recheckMs: 400_000 } } });
beforeAll(() => follow('Ada', 'Bea', 'Cat', 'Dan', 'Eve'));

const { inModal, reads, shown, submit, title, type } = hands;

/** People who follow, each a little later; until the channel shows them. */
async function follow(...names: string[]): Promise<void> {
  for (const name of names) {
    await scene.x('addAccount', { handle: name.toLowerCase(), name: `${name} Reader` });
    await scene.x('post', { by: name.toLowerCase(), text: `${name} has finished Middlemarch.` });
    await scene.x('follow', { by: name.toLowerCase() });
  }
  await scene.pass(320_000);
}

const inChannel = async () =>
  ((await scene.slack('messages', { channel })) as { messages: ShownMessage[] }).messages;

/** Presses a button that stands beside somebody in the list. */
async function pressBeside(user: string, handle: string, action: string): Promise<void> {
  const { accounts } = (await scene.x('accounts', {})) as { accounts: { handle: string; id: string }[] };
  const id = accounts.find((one) => one.handle === handle)?.id;
  const { blocks } = await scene.view(user);
  const values = [...JSON.stringify(blocks).matchAll(/"value":"([^"]+)"/gu)].map(([, value = '']) => value);
  // The list's own *Skip* says besides the card where it stands.
  const isListed = action === 'skip-listed';
  const value = values.find((one) => one.includes(`follow-${id}`) && one.includes('digest') === isListed);
  const { acked, error } = await scene.slack('press', { user, action_id: action, value });
  if (!acked) throw new Error(`${action} of ${handle} was not acknowledged: ${String(error)}`);
  await scene.app.idle();
}

describe('new followers', () => {
  it('have a card of their own twice a shift, and share one message from then on', async () => {
    expect(await inChannel()).toHaveLength(3);
    expect(await shown('3 new followers since')).toMatch(/^3 new followers since \d\d:\d\d/u);
  });

  it('notify nobody', async () => {
    const posts = scene.sandbox.journal.read().filter(({ kind }) => kind === 'chat.postMessage');
    expect(posts.map(({ notified }) => notified)).toEqual(posts.map(() => []));
  });

  it('who come later join it in place', async () => {
    await follow('Fay');
    expect(await inChannel()).toHaveLength(3);
    expect(await shown('4 new followers since')).toContain('Say hello to all');
  });
});

describe('a digest', () => {
  it('names the first whom it counts', async () => {
    const { text } = await scene.card('4 new followers since');
    expect(text).toMatch(/^4 new followers since \d\d:\d\d: Cat Reader, Dan Reader, Eve Reader and 1 more$/u);
  });

  it('has their names of now, and no name of somebody who left X', async () => {
    await scene.x('profile', { handle: 'eve', name: 'Eva Reader' });
    await scene.pass(320_000);
    expect(await shown('4 new followers since')).toContain('Cat Reader, Dan Reader, Eva Reader and 1 more');
    await scene.x('deleteAccount', { handle: 'eve' });
    await scene.pass(400_000);
    expect(await shown('3 new followers since')).toContain('Cat Reader, Dan Reader and Fay Reader');
    await follow('Eva');
    expect(await shown('4 new followers since')).toContain('Cat Reader, Dan Reader, Fay Reader and 1 more');
  });
});

describe('Choose people', () => {
  it('lists who is new, and the list stays when one of them is skipped', async () => {
    await scene.press(ben, 'new followers since', 'Choose people');
    expect(await reads(ben)).toContain('Cat Reader');
    expect(await reads(ben)).not.toContain('Ada Reader');
    await pressBeside(ben, 'cat', 'skip-listed');
    expect(await reads(ben)).toMatch(/Dan Reader.*Cat Reader.*Ben closed this: no reply needed/u);
    await scene.pass(12_000);
    expect(await shown('3 new followers since')).not.toContain('4 new');
  });

  it('leads to a greeting', async () => {
    await scene.press(ana, 'new followers since', 'Choose people');
    await pressBeside(ana, 'dan', 'greet');
    expect(await reads(ana)).toContain('Dan has finished Middlemarch.');
  });
});

describe('Say hello to all', () => {
  it('opens an editor without a word in it, and with an example', async () => {
    await scene.press(carla, 'new followers since', 'Say hello to all');
    expect(await title(carla)).toBe('Say hello to all');
    const { blocks, values } = await scene.view(carla);
    expect(wordsOf(blocks)).toContain("Tell us the last book you couldn't put down.");
    expect(JSON.stringify(values)).not.toContain('book');
  });

  it('is one person at a time', async () => {
    await scene.press(ana, 'new followers since', 'Say hello to all');
    expect((await scene.whispers(ana)).at(-1)).toContain('Carla took this at');
  });

  it('is one public post that answers nobody, and greets everybody who is new', async () => {
    await type(carla, 'New here? Tell us your favourite first line.');
    expect(await submit(carla)).not.toHaveProperty('errors');
    await scene.pass(20_000);
    expect(scene.published('favourite first line')).toHaveLength(1);
    expect(JSON.stringify(scene.published('favourite first line'))).not.toContain('in_reply_to');
    expect(await shown('said hello to everybody')).toMatch(
      /^✅ Carla said hello to everybody new · \d\d:\d\d Choose people 5 new followers since/u,
    );
    await scene.press(ana, 'said hello to everybody', 'Choose people');
    expect((await reads(ana)).match(/Greeted by our hello to everybody new/gu)).toHaveLength(3);
  });

  it('leaves those who come after it to a new message', async () => {
    await follow('Gus', 'Hal');
    expect(await shown('2 new followers since')).toContain('Say hello to all');
    expect(await shown('said hello to everybody')).not.toContain('Say hello');
  });

  it('of which X said nothing is found on our timeline by its words, and greets then', async () => {
    const fault = { side: 'x', call: 'POST /2/tweets', when: 'after', how: 'reset' } as const;
    scene.sandbox.faults.plan(fault);
    await scene.press(ana, '2 new followers since', 'Say hello to all');
    await type(ana, 'Which book should everybody read twice?');
    await submit(ana);
    await scene.pass(30_000);
    expect(scene.published('read twice')).toHaveLength(1);
    expect(await shown('Ana said hello to everybody')).toContain('everybody new');
  });
});

it('Skip all closes everybody in it', async () => {
  await follow('Ida', 'Jon');
  const { ts } = await scene.card('Skip all');
  await scene.slack('press', { user: ben, channel, ts, action_id: 'panel-menu', option: 'Skip all' });
  await scene.app.idle();
  await scene.pass(12_000);
  expect(await shown('skipped')).toMatch(/^▫️ Ben skipped these new followers · \d\d:\d\d Choose people/u);
  await scene.press(ben, 'skipped', 'Choose people');
  expect((await reads(ben)).match(/Ben closed this: no reply needed/gu)).toHaveLength(2);
});

it('only staff do anything with all of them', async () => {
  await follow('Kim');
  const before = await shown('1 new follower since');
  for (const label of ['Say hello to all', 'Choose people']) {
    await scene.press('U0EDITH05', '1 new follower since', label);
    expect((await scene.whispers('U0EDITH05')).at(-1)).toContain('Only colleagues on the rota');
  }
  expect(await shown('1 new follower since')).toBe(before);
});

it('a list of many people has pages', async () => {
  await follow(...Array.from({ length: 24 }, (_, n) => `Reader${n}`));
  await scene.press(ben, '25 new followers since', 'Choose people');
  expect(await reads(ben)).toContain('1 to 20 of 25');
  await inModal(ben, 'Next 5');
  expect(await reads(ben)).toMatch(/Reader23 Reader.*21 to 25 of 25/u);
  await inModal(ben, 'Back');
  expect(await reads(ben)).toContain('Kim Reader');
});
