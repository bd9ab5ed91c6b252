import { describe, expect, it } from 'vitest';
import { ana, channel, type ShownMessage } from './desk.js';
import { hands, openScene, scene, useScene } from './scene.js';

useScene();

const { reads, shown } = hands;
const library = 'centrallibrary';

/** Everything that stands in the channel and its threads, blocks and fallback texts. */
async function everything(): Promise<string> {
  const { messages } = (await scene.slack('messages', { channel })) as { messages: ShownMessage[] };
  const threads = await Promise.all(messages.map(({ ts }) => scene.slack('thread', { channel, ts })));
  return JSON.stringify(threads);
}

/** A post of somebody who does not name us. */
async function friend(text = 'Who lends telescopes around here?'): Promise<string> {
  const { accounts } = (await scene.x('accounts', {})) as { accounts: { handle: string }[] };
  if (!accounts.some(({ handle }) => handle === 'kofi_kicks'))
    await scene.x('addAccount', { handle: 'kofi_kicks', name: 'Kofi Kay' });
  const { id } = await scene.x('post', { by: 'kofi_kicks', text });
  return String(id);
}

/** How often the desk looked posts up by their ids. */
const lookUps = () => scene.sandbox.journal.read().filter(({ kind }) => kind === 'GET /2/tweets').length;

describe('a name of ours', () => {
  it('that is typed into a reply to a friend is a mention; one that is only carried along is not', async () => {
    const id = await friend();
    const first = await scene.mention('abe_a', 'Abe Ash', '@centrallibrary do you lend telescopes?', {
      in_reply_to: id,
    });
    expect(await shown('Abe Ash')).toContain('do you lend telescopes?');
    await scene.mention('bea_b', 'Bea Birch', 'I would like one, too.', {
      in_reply_to: first,
      carried: ['abe_a', library],
    });
    await expect(scene.card('Bea Birch')).rejects.toThrow('0 cards');
  });

  it('counts in a reply to us, typed or carried, and without a word of X about where it stands', async () => {
    const { id } = await scene.x('post', { by: library, text: 'What are you reading?' });
    await scene.mention('cy_c', 'Cy Cole', 'Middlemarch, again.', { in_reply_to: id });
    await scene.mention('dot_d', 'Dot Dale', 'Dune. And @centrallibrary, you?', { in_reply_to: id });
    await scene.mention('eli_e', 'Eli East', 'I read @centrallibrary tweets.', {
      in_reply_to: await friend('What do you read?'),
      omits: ['display_text_range'],
    });
    expect(await shown('Cy Cole')).toContain('Middlemarch, again.');
    expect(await shown('Dot Dale')).toContain('Dune.');
    expect(await shown('Eli East')).toContain('I read');
  });

  it('counts where a patron goes on in her own thread, typed or carried', async () => {
    const first = await scene.mention('flo_f', 'Flo Finn', '@centrallibrary Is the café open?');
    await scene.mention('flo_f', 'Flo Finn', 'And on Sundays?', { in_reply_to: first });
    await scene.mention('flo_f', 'Flo Finn', 'I mean the @centrallibrary one.', { in_reply_to: first });
    expect(await shown('Flo Finn')).toContain('And on Sundays?');
    expect(await shown('Flo Finn')).toContain('I mean the @centrallibrary one.');
  });
});

describe('a post that takes no reply from us', () => {
  it('is said to be one in card and editor before Send, and Send leads to X', async () => {
    const { id } = await scene.x('post', { by: library, text: 'Which book would you burn?' });
    const closed = { in_reply_to: id, carried: [], reply_settings: 'mentionedUsers' };
    await scene.mention('quy_q', 'Quy Quay', 'None.', closed);
    const said = 'Quy lets only some people reply to this, and we are not among them.';
    expect(await shown('Quy Quay')).toContain(said);
    await hands.writes(ana, 'Quy Quay', 'Answer', 'Hi Quy, good.');
    expect(await reads(ana)).toContain(said);
    expect(await reads(ana)).toContain('X takes this from a person only');
    await hands.submit(ana);
    expect(await hands.title(ana)).toBe('Finish in X');
    await hands.close(ana);
    await scene.pass(6_000);
    expect(scene.published('Hi Quy')).toEqual([]);
  });
});

describe('what a mention shows', () => {
  it('is said in the card, its thread and the list of what waits, also where the post is nothing else', async () => {
    await scene.mention('gil_g', 'Gil Gray', '@centrallibrary', { photos: ['A shelf of books', ''] });
    const { ts, text } = await scene.card('Gil Gray');
    expect(await shown('Gil Gray')).toContain('[photo] "A shelf of books" [photo] no description');
    expect(text).toContain('[photo] "A shelf of books" · 1 more');
    expect(JSON.stringify(await scene.slack('thread', { channel, ts }))).toContain(
      String.raw`'[photo] \"A shelf of books\" · 1 more'`,
    );
    await hands.command(ana, '/greet', '');
    expect(await reads(ana)).toMatch(/Gil Gray[^:]+: \[photo\] "A shelf of books" · 1 more/u);
    await hands.close(ana);
    await scene.press(ana, 'Gil Gray', 'Answer');
    expect(await reads(ana)).toContain('[photo] "A shelf of books" [photo] no description');
    await hands.close(ana);
  });

  it('may be a film, a moving picture or a poll', async () => {
    await scene.mention('hal_h', 'Hal Hart', '@centrallibrary Look!', { videos: ['The lift'] });
    await scene.mention('ida_i', 'Ida Ivy', '@centrallibrary Ha!', { gifs: [''] });
    const poll = { options: ['Crime', 'Romance'], minutes: 60 };
    await scene.mention('jon_j', 'Jon Jay', '@centrallibrary Which?', { poll });
    expect(await shown('Hal Hart')).toMatch(/\[film, \d+:\d\d\] "The lift"/u);
    expect(await shown('Ida Ivy')).toMatch(/\[GIF[^\]]*\] no description/u);
    expect(await shown('Jon Jay')).toMatch(/\[poll\] "Crime" \/ "Romance" · until /u);
  });
});

describe('what a mention answers', () => {
  it('is shown with our words where it is ours, however new, in card and editor, at no cost', async () => {
    const { id } = await scene.x('post', { by: library, text: 'Which book made you late for work?' });
    await scene.mention('kay_k', 'Kay Knox', 'Rebecca, twice.', { in_reply_to: id });
    const said = 'In answer to us: Which book made you late for work? Rebecca, twice.';
    expect(await shown('Kay Knox')).toContain(said);
    await scene.mention('lou_l', 'Lou Lamb', 'Read this @centrallibrary', { quotes: id });
    expect(await shown('Lou Lamb')).toContain('Quoted from us: Which book made you late for work?');
    await scene.press(ana, 'Kay Knox', 'Answer');
    expect(await reads(ana)).toContain(said);
    await hands.close(ana);
  });

  it("is read with Answer where it is a stranger's, stays in the editor, and is kept nowhere", async () => {
    const id = await friend('Any telescopes for borrowing?');
    await scene.mention('max_m', 'Max Moor', '@centrallibrary do you?', { in_reply_to: id });
    expect(await shown('Max Moor')).toContain('In answer to somebody else');
    const before = lookUps();
    await scene.press(ana, 'Max Moor', 'Answer');
    expect(lookUps() - before).toBe(1);
    const said = 'In answer to @kofi_kicks: Any telescopes for borrowing?';
    expect(await reads(ana)).toContain(said);
    await hands.type(ana, 'Hi Max, we do.');
    await hands.inModal(ana, 'Look it over');
    expect(await reads(ana)).toContain(said);
    expect(await reads(ana)).toContain('Hi Max, we do.');
    await hands.close(ana);
    expect(await everything()).not.toContain('Any telescopes');
    await scene.press(ana, 'Max Moor', 'Open');
    expect(await reads(ana)).toContain(said);
    expect(await reads(ana)).toContain('Hi Max, we do.');
    await hands.close(ana);
  });

  it('is said to be out of sight where X does not show it any more', async () => {
    const id = await friend('Soon gone.');
    await scene.mention('ned_n', 'Ned North', '@centrallibrary look at this', { quotes: id });
    await scene.x('delete', { id });
    await scene.press(ana, 'Ned North', 'Answer');
    expect(await reads(ana)).toContain("Quotes a post we can't see.");
    await hands.close(ana);
  });
});

it('is read for the open card too where the desk is set to, and leaves it when somebody has the card', async () => {
  await openScene({
    desk: (text) => text.replace('plan: self-serve', 'plan: self-serve, readContext: always'),
  });
  const id = await friend('Any telescopes for borrowing?');
  await scene.mention('max_m', 'Max Moor', '@centrallibrary do you?', { in_reply_to: id });
  expect(await shown('Max Moor')).toContain('In answer to @kofi_kicks: Any telescopes for borrowing?');
  await scene.press(ana, 'Max Moor', 'Answer');
  await hands.type(ana, 'Hi Max, we do.');
  await hands.close(ana);
  expect(await everything()).not.toContain('Any telescopes');
  expect(await shown('Max Moor')).toContain('In answer to somebody else');
});
