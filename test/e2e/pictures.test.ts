import { describe, expect, it } from 'vitest';
import { ana, ben, channel, edith, wordsOf } from './desk.js';
import { hands, openScene, scene, useScene } from './scene.js';

useScene({ overrides: { timings: { recheckMs: 120_000 } } });

const { reads, shown, title } = hands;
const all = 'https://pbs.twimg.com/media/*';

/** The pictures in image blocks of a message or modal. */
const images = ({ blocks }: { readonly blocks: unknown }): number =>
  (blocks as { type: string }[]).filter(({ type }) => type === 'image').length;
const onCard = async (name: string) => images(await scene.card(name));
const inModal = async (user: string) => images(await scene.view(user));

/** A post of somebody whom we know: they thanked us before, under the name that they had then. */
async function known(
  handle: string,
  name: string,
  more: Record<string, unknown> = { photos: ['A shelf of books', ''] },
) {
  await scene.mention(handle, `Before ${handle}`, '@centrallibrary thanks for the story time');
  await scene.x('profile', { handle, name });
  return scene.mention(handle, name, '@centrallibrary Which of these do you lend?', more);
}

const refused = () => scene.sandbox.journal.read().filter(({ kind }) => kind === 'refused').length;
const breaks = (...urls: string[]) => scene.slack('brokenImages', { urls });

describe('the picture of a post', () => {
  it('is on the open card and in the editor, and not on the card that somebody has', async () => {
    await known('abe_a', 'Abe Ash');
    expect(await onCard('Abe Ash'), JSON.stringify((await scene.card('Abe Ash')).blocks)).toBe(1);
    expect(await shown('Abe Ash')).toContain('photo: A shelf of books 1 more Show pictures');
    await scene.press(ana, 'Abe Ash', 'Answer');
    expect(await onCard('Abe Ash')).toBe(0);
    expect(await inModal(ana)).toBe(1);
    await hands.type(ana, 'Hi Abe, all of them.');
    await hands.inModal(ana, 'Show pictures');
    expect(await title(ana)).toBe("In Abe's post");
    expect(await inModal(ana)).toBe(2);
    await hands.close(ana);
    expect(JSON.stringify((await scene.view(ana)).values)).toContain('Hi Abe, all of them.');
    await hands.close(ana);
    expect(await shown('Abe Ash')).toContain('Ana is answering');
  });

  it('of somebody new waits for a press of a colleague, who alone sees it', async () => {
    await scene.mention('bea_b', 'Bea Birch', '@centrallibrary look', { photos: ['My cat'] });
    expect(await onCard('Bea Birch')).toBe(0);
    expect(await shown('Bea Birch')).toMatch(
      /\[photo\] "My cat" +Bea is new to us, so the picture waits for a press\. Show picture/u,
    );
    await scene.press(edith, 'Bea Birch', 'Show picture');
    expect((await scene.whispers(edith)).at(-1)).toContain('Only colleagues on the rota');
    await scene.press(ben, 'Bea Birch', 'Show picture');
    expect(await reads(ben)).toContain('photo: My cat');
    expect(await inModal(ben)).toBe(1);
    expect(await onCard('Bea Birch')).toBe(0);
    await hands.close(ben);
  });

  it('that X calls sensitive waits for a press too, and leaves an open modal when it is removed', async () => {
    const id = await known('cy_c', 'Cy Cole', { photos: [''], sensitive: true });
    expect(await shown('Cy Cole')).toContain('X says that this may disturb people. Show picture');
    await scene.press(ana, 'Cy Cole', 'Show picture');
    expect(await inModal(ana)).toBe(1);
    await scene.x('delete', { id });
    await scene.pass(125_000);
    expect(await reads(ana)).toContain('What was written here was removed on X.');
    await hands.close(ana);
  });

  it('that is in no version of the post any more is not shown: the press says why', async () => {
    const id = await known('dot_d', 'Dot Dale', { photos: [''], sensitive: true });
    await scene.press(ben, 'Dot Dale', 'Show picture');
    const { blocks } = await scene.view(ben);
    expect(wordsOf(blocks)).toContain('photo: no description');
    await scene.x('edit', { id, text: '@centrallibrary Which of those do you lend?' });
    await scene.pass(62_000);
    expect(await reads(ben)).toBe('Dot changed this post. Close this and look again.');
    await hands.close(ben);
  });
});

describe('a picture that Slack can not load', () => {
  it('costs no card: its words describe it, and it is tried once', async () => {
    await breaks(all);
    const before = refused();
    await known('eli_e', 'Eli East');
    expect(await onCard('Eli East')).toBe(0);
    expect(await shown('Eli East')).toMatch(
      /"A shelf of books".*Slack couldn't load the picture\. Show pictures.*Answer/u,
    );
    expect(refused() - before).toBe(1);
    await hands.pick(ben, 'Eli East', 'Not now…');
    await hands.inModal(ben, 'In 30 minutes');
    await hands.close(ben);
    await scene.press(ana, 'Eli East', 'Answer');
    await hands.writesTo(ana, 'Answer Eli');
    await hands.close(ana);
    expect(refused() - before).toBe(1);
  });

  it('is tried again at a press, which says when that was in vain', async () => {
    await scene.press(ana, 'Eli East', 'Show pictures');
    expect(await reads(ana)).toBe("Slack couldn't load the picture. View on X");
    await hands.close(ana);
    await breaks();
    await scene.press(ana, 'Eli East', 'Show pictures');
    expect(await inModal(ana)).toBe(2);
    await hands.close(ana);
  });

  it('costs no editor either, nor the words in it', async () => {
    await known('flo_f', 'Flo Finn');
    await breaks(all);
    await scene.press(ana, 'Flo Finn', 'Answer');
    expect(await inModal(ana)).toBe(0);
    expect(await reads(ana)).toContain('[photo] "A shelf of books"');
    await hands.type(ana, 'Hi Flo, both.');
    await hands.inModal(ana, 'Look it over');
    expect(await reads(ana)).toContain('Hi Flo, both.');
    expect(await hands.submit(ana)).not.toHaveProperty('errors');
    await breaks();
  });
});

it('all pictures wait for a press where the desk wants it so', async () => {
  await openScene({ desk: (text) => text.replace('\n    send:', '\n    pictures: onPress\n    send:') });
  await known('gil_g', 'Gil Gray');
  expect(await onCard('Gil Gray')).toBe(0);
  expect(await shown('Gil Gray')).toContain('Pictures wait for a press here. Show pictures');
  expect(JSON.stringify(await scene.slack('messages', { channel }))).not.toContain('twimg.com/media');
});
