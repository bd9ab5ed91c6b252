import { describe, expect, it } from 'vitest';
import { ana, channel, type ShownMessage, wordsOf } from './desk.js';
import { scene, useScene } from './scene.js';

useScene({
  // Mentions are read within the undo window of an answer, so that news about the post come before it goes out.
  overrides: { timings: { pollMentionsMs: 4_000 } },
  // A Tuesday morning: all followers come on one day, so that the third of them begins a digest.
  sandbox: { startAt: Date.UTC(2026, 10, 24, 9) },
});

const shown = async (name: string) => wordsOf((await scene.card(name)).blocks);
const inChannel = async () =>
  ((await scene.slack('messages', { channel })) as { messages: ShownMessage[] }).messages;
/** Everything that stands in the channel and its threads, blocks and fallback texts. */
async function everything(): Promise<string> {
  const threads = await Promise.all(
    (await inChannel()).map(({ ts }) => scene.slack('thread', { channel, ts })),
  );
  return JSON.stringify(threads);
}

/** Hours go by at once; everything that fell due is done. */
async function hoursLater(hours: number): Promise<void> {
  scene.sandbox.clock.advance(hours * 60 * 60_000);
  await scene.app.idle();
  await scene.pass(20_000);
}

async function answers(name: string, text: string): Promise<Record<string, unknown>> {
  await scene.press(ana, name, 'Answer');
  await scene.slack('type', { user: ana, text });
  return scene.slack('submit', { user: ana });
}

describe('mentions', () => {
  it('that X shows late, behind newer ones, become cards all the same', async () => {
    await scene.x('addAccount', { handle: 'late_l', name: 'Lena Late' });
    await scene.x('post', { by: 'late_l', text: '@centrallibrary Any sheet music?', hideMs: 300_000 });
    await scene.mention('maya_reads', 'Maya Ortiz', '@centrallibrary Do you have large print?');
    await expect(scene.card('Lena Late')).rejects.toThrow('0 cards');
    await scene.pass(250_000);
    expect(await shown('Lena Late')).toContain('Any sheet music?');
  });

  it('of bystanders are no cards, nor are our own; a patron who goes on in her own thread is heard', async () => {
    const first = await scene.mention('una_hill', 'Una Hill', '@centrallibrary Is the café open?');
    await scene.mention('by_b', 'Bill Byrne', 'I like the café.', { in_reply_to: first });
    await scene.x('post', { by: 'centrallibrary', text: 'We are @centrallibrary, hello!' });
    await scene.x('post', { by: 'una_hill', text: 'And on Sundays?', in_reply_to: first });
    await scene.pass(10_000);
    expect(await shown('Una Hill')).toContain('And on Sundays?');
    expect(await everything()).not.toContain('Bill Byrne');
    expect(await everything()).not.toContain('hello!');
  });
});

describe('a post that its writer changes', () => {
  it('changes on its card, and the answer goes to its newest version', async () => {
    const first = await scene.mention('ed_d', 'Edna Dale', '@centrallibrary Do you have large pint?');
    const { id: second } = await scene.x('edit', {
      id: first,
      text: '@centrallibrary Do you have large print?',
    });
    await scene.pass(10_000);
    expect(await shown('Edna Dale')).toContain('large print?');
    expect(await everything()).not.toContain('large pint?');
    await answers('Edna Dale', 'Hi Edna, we do: 40 of them.');
    await scene.pass(8_000);
    expect(scene.published('40 of them')).toMatchObject([{ in_reply_to: second }]);
  });

  it('is told to whoever is answering it', async () => {
    const first = await scene.mention('fay_f', 'Fay Finch', '@centrallibrary Is it open?');
    await scene.press(ana, 'Fay Finch', 'Answer');
    await scene.x('edit', { id: first, text: '@centrallibrary Is the garden open?' });
    await scene.pass(10_000);
    expect((await scene.whispers(ana)).at(-1)).toContain('Somebody changed the post you are answering');
    expect(await shown('Fay Finch')).toContain('Is the garden open?');
    await scene.slack('close', { user: ana });
  });

  it('so that it does not name us any more is seen at the next look, and the card says so', async () => {
    const first = await scene.mention('zoe_z', 'Zoe Zane', '@centrallibrary Is the garden warm?');
    await scene.press(ana, 'Zoe Zane', 'Answer');
    await scene.x('edit', { id: first, text: 'Is the lido warm?', carried: [] });
    await hoursLater(6);
    expect(await shown('Zoe Zane')).toContain('Is the lido warm?');
    expect(await shown('Zoe Zane')).toContain('It does not name us any more since it was changed.');
    expect(await everything()).not.toContain('Is the garden warm?');
    await scene.slack('close', { user: ana });
  });

  it('while the answer waits to go out brings the answer back, and says why', async () => {
    const first = await scene.mention('gus_g', 'Gus Gray', '@centrallibrary Can I renew online?');
    await answers('Gus Gray', 'Hi Gus, yes, in your account.');
    await scene.x('edit', { id: first, text: '@centrallibrary Can I renew by phone?' });
    await scene.pass(20_000);
    expect(scene.published('in your account')).toEqual([]);
    expect(await shown('Gus Gray')).toContain('Gus changed');
    expect(await shown('Gus Gray')).toContain('Ana is answering');
    await scene.slack('close', { user: ana });
  });
});

describe('a post that its writer removes', () => {
  it('while somebody writes an answer is noticed at Send: nothing goes out', async () => {
    const id = await scene.mention('hal_h', 'Hal Hart', '@centrallibrary Where is the lift?');
    await scene.press(ana, 'Hal Hart', 'Answer');
    await scene.slack('type', { user: ana, text: 'Hi Hal, behind the desk.' });
    await scene.x('delete', { id });
    const sent = await scene.slack('submit', { user: ana });
    expect(JSON.stringify(sent)).toContain('The post was removed.');
    await scene.slack('close', { user: ana });
    await scene.pass(10_000);
    expect(scene.published('behind the desk')).toEqual([]);
    expect(await everything()).toContain('A question · removed on X');
    expect(await everything()).not.toMatch(/Hal Hart|Where is the lift\?/u);
  });

  it('before somebody presses Answer is noticed then', async () => {
    const id = await scene.mention('ivy_i', 'Ivy Ives', '@centrallibrary Is there parking?');
    await scene.x('delete', { id });
    await scene.press(ana, 'Ivy Ives', 'Answer');
    expect(wordsOf((await scene.view(ana)).blocks)).toContain('The post was removed.');
    await scene.slack('close', { user: ana });
    expect(await everything()).not.toMatch(/Ivy Ives|Is there parking\?/u);
  });

  it('is gone from Slack within a day, card and thread, though nobody touched it; so is what became private', async () => {
    const removed = await scene.mention('jo_j', 'Jo Jones', '@centrallibrary Is my secret safe?');
    await scene.mention('kim_k', 'Kim Kerr', '@centrallibrary Whisper to nobody?');
    await scene.mention('leo_l', 'Leo Lamb', '@centrallibrary I stay, do I not?');
    expect(await everything()).toContain('Is my secret safe?');
    await scene.x('delete', { id: removed });
    await scene.x('protect', { handle: 'kim_k' });
    await hoursLater(6);
    const left = await everything();
    expect(left).not.toContain('Is my secret safe?');
    expect(left).not.toContain('Whisper to nobody?');
    expect(left).toContain('I stay, do I not?');
    expect(left).not.toMatch(/Jo Jones|Kim Kerr/u);
  });
});

describe('followers', () => {
  const follows = async (handle: string, name: string) => {
    await scene.x('addAccount', { handle, name });
    await scene.x('follow', { by: handle });
  };

  it('who are private have nothing to pick from', async () => {
    await scene.x('addAccount', { handle: 'pru_p', name: 'Pru Park', protected: true });
    await scene.x('post', { by: 'pru_p', text: 'For my friends alone' });
    await scene.x('follow', { by: 'pru_p' });
    await scene.pass(310_000);
    await scene.press(ana, 'Pru Park', 'Greet');
    expect(wordsOf((await scene.view(ana)).blocks)).toContain(
      "Pru's posts are protected. Nothing to answer.",
    );
    await scene.slack('close', { user: ana });
  });

  it('are not greeted under a post that names us: it has a card of its own', async () => {
    await scene.x('addAccount', { handle: 'quin_q', name: 'Quin Quay' });
    await scene.x('post', { by: 'quin_q', text: 'Finally finished Middlemarch.' });
    await scene.x('post', { by: 'quin_q', text: 'Thank you @centrallibrary for the tip.' });
    await scene.x('follow', { by: 'quin_q' });
    await scene.pass(310_000);
    const cards = (await inChannel()).filter(({ text }) => text.includes('Quin Quay followed us'));
    expect(cards).toHaveLength(1);
    await scene.slack('press', { user: ana, channel, ts: cards[0]?.ts, label: 'Greet' });
    await scene.app.idle();
    const picks = wordsOf((await scene.view(ana)).blocks);
    expect(picks).toContain('Finally finished Middlemarch.');
    expect(picks).not.toContain('for the tip');
    await scene.slack('close', { user: ana });
  });

  it('behind a whole page of suspended people are found', async () => {
    await follows('nina_n', 'Nina North');
    for (let n = 1; n <= 20; n++) {
      await follows(`spam${n}`, `Spam ${n}`);
      await scene.x('suspend', { handle: `spam${n}` });
    }
    await scene.pass(310_000);
    expect(await everything()).toContain('1 new follower since');
  });

  it('who return are not new', async () => {
    const before = (await inChannel()).map(({ text }) => text);
    await scene.x('unfollow', { by: 'pru_p' });
    await scene.pass(310_000);
    await scene.x('follow', { by: 'pru_p' });
    await scene.pass(310_000);
    expect((await inChannel()).map(({ text }) => text)).toEqual(before);
  });
});
