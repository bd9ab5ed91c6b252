import { describe, expect, it } from 'vitest';
import { ana, ben, channel, wordsOf } from './desk.js';
import { hands, scene, useScene } from './scene.js';

useScene();

const shown = async (name: string) => wordsOf((await scene.card(name)).blocks);

async function follower(handle: string, name: string, ...posts: string[]): Promise<void> {
  const { accounts } = (await scene.x('accounts', {})) as { accounts: { handle: string }[] };
  if (!accounts.some((one) => one.handle === handle)) await scene.x('addAccount', { handle, name });
  for (const text of posts) await scene.x('post', { by: handle, text });
  await scene.x('follow', { by: handle });
  await scene.pass(310_000);
}

describe('a new follower', () => {
  it('makes a quiet card: nobody is pinged, and no answer is fine', async () => {
    await scene.x('addAccount', {
      handle: 'samokafor',
      name: 'Sam Okafor',
      description: 'Allotments, long walks, longer novels.',
      location: 'Hull',
    });
    await follower('samokafor', 'Sam Okafor', 'Finally finished Middlemarch.', 'Any good allotment books?');
    expect(await shown('Sam Okafor')).toContain('No answer is fine.');
    const { ts } = await scene.card('Sam Okafor');
    const { messages } = (await scene.slack('thread', { channel, ts })) as { messages: unknown[] };
    expect(messages).toHaveLength(1);
  });

  it('says what they say of themselves and where they are, also when they say something else later', async () => {
    expect(await shown('Sam Okafor')).toContain('"Allotments, long walks, longer novels." · Hull');
    await scene.x('profile', { handle: 'samokafor', description: 'Mostly slugs.', location: '' });
    await scene.pass(310_000);
    expect(await shown('Sam Okafor')).toContain('"Mostly slugs."');
    expect(await shown('Sam Okafor')).not.toMatch(/Allotments|Hull/u);
  });

  it('is greeted only by somebody who is signed in to X as the library', async () => {
    await scene.press(ben, 'Sam Okafor', 'Greet');
    expect((await scene.whispers(ben)).at(-1)).toBe(
      'This is posted in X by someone signed in as @centrallibrary. Pass it to Ana or Carla?',
    );
  });

  it("is shown with their latest posts, each with X's composer behind it", async () => {
    await scene.press(ana, 'Sam Okafor', 'Greet');
    const picks = wordsOf((await scene.view(ana)).blocks);
    expect(picks).toContain('"Mostly slugs."');
    expect(picks).toContain('Finally finished Middlemarch.');
    expect(picks).toContain('Any good allotment books?');
  });

  it('is greeted in X, and the desk recognises the post on our timeline', async () => {
    await scene.x('signIn', { browser: 'phone', as: 'centrallibrary' });
    const [, value] = JSON.stringify((await scene.view(ana)).blocks).match(/"value":"([^"]+)"/) ?? [];
    const { url } = await scene.slack('press', { user: ana, action_id: 'open-in-x', value });
    await scene.app.idle();
    expect(await shown('Sam Okafor')).toContain('Ana is finishing this in X');
    await scene.x('intent', { browser: 'phone', url, text: 'Hi Sam, the allotment shelf is by the window.' });
    await scene.pass(62_000);
    expect(await shown('Sam Okafor')).toContain('Ana answered in X at');
    expect(await shown('Sam Okafor')).toContain('→ “Hi Sam, the allotment shelf');
    expect(scene.published('allotment shelf')).toEqual([]);
  });

  it('who has not posted lately leaves nothing to answer, and is skipped', async () => {
    await follower('quiet_q', 'Quentin Quiet');
    await scene.press(ana, 'Quentin Quiet', 'Greet');
    expect(wordsOf((await scene.view(ana)).blocks)).toContain("Quentin hasn't posted lately.");
    await scene.slack('press', { user: ana, label: 'Skip' });
    await scene.app.idle();
    expect(await shown('Quentin Quiet')).toContain('Ana closed this: no reply needed');
  });

  it('who returns is not new', async () => {
    const before = ((await scene.slack('messages', { channel })) as { messages: unknown[] }).messages.length;
    await scene.x('unfollow', { by: 'quiet_q' });
    await scene.pass(310_000);
    await scene.x('follow', { by: 'quiet_q' });
    await scene.pass(310_000);
    const { messages } = (await scene.slack('messages', { channel })) as { messages: unknown[] };
    expect(messages).toHaveLength(before);
  });
});

describe('a greeting in the hands of a colleague', () => {
  useScene();
  const { inModal, pick, reads, submit, title, type, close } = hands;

  it('that was passed on begins with the choice of a post, below the note', async () => {
    await follower('bea_b', 'Bea Bloom', 'My bees are awake.');
    await pick(ben, 'Bea Bloom', 'Pass to a colleague…');
    await scene.slack('press', { user: ben, action_id: 'colleague', option: 'Ana' });
    await type(ben, 'You keep bees too.');
    await submit(ben);
    expect(await shown('Bea Bloom')).toContain('Ana is answering');
    await scene.press(ana, 'Bea Bloom', 'Open');
    expect(await reads(ana)).toContain('Pick a post.');
    expect(await reads(ana)).toContain('You keep bees too.');
    expect(await reads(ana)).toContain('My bees are awake.');
    await inModal(ana, 'Open in X');
    await close(ana);
    expect(await shown('Bea Bloom')).toContain('Ana is finishing this in X');
  });

  it('that did not arrive in X begins with the choice of a post again', async () => {
    await pick(ana, 'Bea Bloom', 'Not there');
    await scene.press(ana, 'Bea Bloom', 'Open');
    expect(await reads(ana)).toContain('Pick a post.');
    await inModal(ana, 'Ask about it');
    await close(ana);
  });

  it('that was deleted from X is written anew under the post that it answered', async () => {
    await scene.x('signIn', { browser: 'phone', as: 'centrallibrary' });
    const posts = ((await scene.x('timeline', { handle: 'bea_b' })) as { posts: { id: string }[] }).posts;
    const url = `https://x.com/intent/tweet?in_reply_to=${posts[0]?.id}&text=Hi`;
    await scene.x('intent', { browser: 'phone', url, text: 'Hi Bea, so are ours on the roof.' });
    await scene.pass(62_000);
    await pick(ana, 'Bea Bloom', 'Delete from X…');
    await inModal(ana, 'Delete from X');
    expect(await reads(ana)).toContain('Hi Bea, so are ours on the roof.');
    await type(ana, 'Hi Bea, so are the ones on our roof.');
    await submit(ana);
    expect(await title(ana)).toBe('Finish in X');
    await inModal(ana, 'Open in X');
    await close(ana);
    expect(await shown('Bea Bloom')).toContain('Ana is finishing this in X');
  });
});

describe('a mention that a colleague answers in the X app', () => {
  it('closes its card, which says so', async () => {
    const id = await scene.mention('maya_reads', 'Maya Ortiz', '@centrallibrary Do you have large print?');
    await scene.x('post', { by: 'centrallibrary', text: 'Hi Maya, we do.', in_reply_to: id });
    await scene.pass(62_000);
    expect(await shown('Maya Ortiz')).toContain('Someone answered in the X app at');
    await scene.press(ana, 'Maya Ortiz', 'Answer').catch(() => undefined);
    expect(scene.published('Hi Maya')).toEqual([]);
  });
});
