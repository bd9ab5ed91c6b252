import { describe, expect, it } from 'vitest';
import { ana, ben, carla, channel, edith, wordsOf } from './desk.js';
import { hands, scene, useScene } from './scene.js';

useScene();

const question = (name: string) => `@centrallibrary ${name} asks: do you have large-print crime novels?`;

describe('a question on X', () => {
  it('becomes a card that names its topic and the person on shift, who is named in its thread', async () => {
    await scene.mention('maya_reads', 'Maya Ortiz', question('Maya'));
    const card = await scene.card('Maya Ortiz');
    expect(wordsOf(card.blocks)).toContain('do you have large-print crime novels?');
    expect(wordsOf(card.blocks)).toContain('Question · first time');
    const { messages } = (await scene.slack('thread', { channel, ts: card.ts })) as {
      messages: { text: string }[];
    };
    expect(messages.map(({ text }) => text).slice(1)).toEqual([
      expect.stringContaining(`<@${ana}>, question from Maya`),
    ]);
  });

  it('is answered: a starter, words, Send, the undo time, and then X has exactly these words, signed', async () => {
    await scene.press(ana, 'Maya Ortiz', 'Answer');
    expect(wordsOf((await scene.card('Maya Ortiz')).blocks)).toContain('Ana is answering');
    expect(wordsOf((await scene.view(ana)).blocks)).toContain('Hi Maya, ');
    await scene.slack('type', { user: ana, text: 'Hi Maya, yes: 40 at Central & we post them home.' });
    const sent = await scene.slack('submit', { user: ana });
    expect(sent).toMatchObject({ acked: true, closed: false });
    expect(wordsOf((await scene.view(ana)).blocks)).toContain('Going out at');
    await scene.app.idle();
    expect(scene.published('40 at Central')).toHaveLength(0);

    await scene.pass(6_000);
    expect(scene.published('40 at Central').map(({ text }) => text)).toEqual([
      'Hi Maya, yes: 40 at Central & we post them home. ^AK',
    ]);
    const card = wordsOf((await scene.card('Maya Ortiz')).blocks);
    expect(card).toContain('Ana answered at');
    expect(card).toContain('View reply on X');
    await hands.pick(ana, 'Maya Ortiz', 'Show all');
    expect(await hands.title(ana)).toBe('All about Maya');
    expect(await hands.reads(ana)).toContain('Hi Maya, yes: 40 at Central & we post them home. ^AK');
    await hands.close(ana);
  });

  it('takes a later "thank you" on the same card, and offers it again', async () => {
    const [answer] = scene.published('40 at Central');
    await scene.mention('maya_reads', 'Maya Ortiz', '@centrallibrary thank you!!', {
      in_reply_to: answer?.id,
    });
    const card = wordsOf((await scene.card('Maya Ortiz')).blocks);
    expect(card).toContain('thank you!!');
    expect(card).toContain('Thank');
  });
});

describe('who has a card', () => {
  it('of several people who press at once one has it, and the others are told who', async () => {
    await scene.mention('leo_on_wheels', 'Leo Brandt', '@centrallibrary The lift is broken again.');
    const { ts } = await scene.card('Leo Brandt');
    const people = [ana, ben, carla];
    await Promise.all(
      people.map((user) => scene.slack('press', { user, channel, ts, label: 'Apologise and ask', times: 3 })),
    );
    await scene.app.idle();
    const editors = await Promise.all(
      people.map((user) =>
        scene.view(user).then(
          () => user,
          () => undefined,
        ),
      ),
    );
    const [holder, ...more] = editors.filter((user) => user !== undefined);
    expect(more).toEqual([]);
    for (const user of people.filter((one) => one !== holder)) {
      expect((await scene.whispers(user)).at(-1)).toMatch(
        /^(Ana|Ben|Carla) took this at \d\d:\d\d\. Press Open to see the draft\.$/,
      );
    }
    expect(await scene.whispers(String(holder))).toEqual([]);
    await scene.slack('close', { user: holder });
    await scene.app.idle();
  });

  it('goes back when the editor is closed without a word', async () => {
    expect(wordsOf((await scene.card('Leo Brandt')).blocks)).toContain('Apologise and ask');
  });

  it('is taken over with its draft; the former holder is told, and her late words are kept and not sent', async () => {
    await scene.press(ana, 'Leo Brandt', 'Apologise and ask');
    await scene.slack('type', { user: ana, text: 'Sorry Leo, the engineer comes' });
    await scene.app.idle();
    await scene.press(ben, 'Leo Brandt', 'Open');
    expect(wordsOf((await scene.view(ben)).blocks)).toContain('Sorry Leo, the engineer comes');
    await scene.slack('press', { user: ben, label: 'Take over' });
    await scene.app.idle();
    expect((await scene.whispers(ana)).at(-1)).toContain('Ben took over your answer to somebody');
    expect((await scene.view(ben)).title.text).toBe('Answer Leo');

    await scene.slack('type', { user: ana, text: 'Sorry Leo, the engineer comes on Friday.' });
    const refused = await scene.slack('submit', { user: ana });
    expect(Object.values(refused.errors as object)).toEqual([
      expect.stringContaining('Ben took this over at'),
    ]);
    await scene.slack('close', { user: ana });
    await scene.pass(30_000);
    expect(scene.published('engineer')).toEqual([]);

    await scene.slack('close', { user: ben });
    await scene.press(ben, 'Leo Brandt', 'Open');
    expect(wordsOf((await scene.view(ben)).blocks)).toContain('the engineer comes on Friday.');
  });

  it('a person who is not on the staff list is told whom to ask', async () => {
    await scene.mention('priya_knits', 'Priya Nair', '@centrallibrary Lovely group on Saturday, thank you!');
    await scene.press(edith, 'Priya Nair', 'Thank');
    expect((await scene.whispers(edith)).at(-1)).toBe(
      'Only colleagues on the rota answer for the library. Ask Carla to add you.',
    );
  });
});

describe('an answer to what its writer has not read', () => {
  it('is not sent when the patron wrote more meanwhile: the editor shows it, with the words kept', async () => {
    const id = await scene.mention('ned_w', 'Ned Wood', '@centrallibrary Do you have sheet music?');
    await scene.press(ana, 'Ned Wood', 'Answer');
    await scene.slack('type', { user: ana, text: 'Hi Ned, yes, upstairs.' });
    await scene.mention('ned_w', 'Ned Wood', '@centrallibrary And a piano to try it on?', {
      in_reply_to: id,
    });
    await scene.slack('submit', { user: ana });
    await scene.app.idle();
    const editor = wordsOf((await scene.view(ana)).blocks);
    expect(editor).toMatch(/Ned wrote again at \d\d:\d\d\. Read it, then press Send\./u);
    expect(editor).toContain('And a piano to try it on?');
    expect(editor).toContain('Hi Ned, yes, upstairs.');
    await scene.pass(30_000);
    expect(scene.published('upstairs')).toEqual([]);

    await scene.slack('type', { user: ana, text: 'Hi Ned, yes, upstairs; the piano is free after four.' });
    await scene.slack('submit', { user: ana });
    await scene.pass(6_000);
    expect(scene.published('the piano is free')).toHaveLength(1);
    await scene.slack('close', { user: ana });
  });
});

describe('a card whose message an admin deleted in Slack', () => {
  it('gets a new one when there is something to show, and /greet lists it meanwhile', async () => {
    await scene.mention('ola_k', 'Ola Krog', '@centrallibrary Are dogs allowed?');
    const { ts } = await scene.card('Ola Krog');
    await scene.slack('delete', { user: carla, channel, ts });
    const { acked } = await scene.slack('command', { user: ana, channel, command: '/greet', text: 'next' });
    expect(acked).toBe(true);
    await scene.pass(10_000);
    expect(wordsOf((await scene.card('Ola Krog')).blocks)).toContain('Are dogs allowed?');
    await scene.slack('close', { user: ana });
  });
});

describe('second thoughts', () => {
  it('undo takes an approved answer back to its words; it is not sent', async () => {
    await scene.mention('tom_h', 'Tom Hale', '@centrallibrary Is Central open on Sunday?');
    await scene.press(ana, 'Tom Hale', 'Answer');
    await scene.slack('type', { user: ana, text: 'Hi Tom, yes, from noon.' });
    await scene.slack('submit', { user: ana });
    await scene.slack('press', { user: ana, label: 'Undo' });
    await scene.pass(60_000);
    expect(scene.published('from noon')).toEqual([]);
    expect(wordsOf((await scene.view(ana)).blocks)).toContain(
      'Undone. Nothing was sent; your words are a draft. Hi Tom, yes, from noon.',
    );
    expect(wordsOf((await scene.card('Tom Hale')).blocks)).toContain('Ana is answering');
  });

  it('an opening without words of one’s own is stopped under the input, and so is a text that is too long', async () => {
    await hands.inModal(ana, 'Open');
    await scene.slack('type', { user: ana, text: 'Hi Tom,' });
    const bare = await scene.slack('submit', { user: ana });
    expect(Object.values(bare.errors as object)).toEqual(["Add your own words after 'Hi Tom,'."]);
    await scene.slack('type', { user: ana, text: `Hi Tom, ${'yes '.repeat(70)}` });
    const long = await scene.slack('submit', { user: ana });
    expect(Object.values(long.errors as object)).toEqual([
      expect.stringMatching(/^\d+ characters too long\.$/),
    ]);
    await scene.slack('close', { user: ana });
  });

  it('No reply needed closes a card, and Reopen opens it again', async () => {
    await scene.mention('joy_b', 'Joy Bell', '@centrallibrary reading in the sun today');
    const { ts } = await scene.card('Joy Bell');
    await scene.slack('press', { user: ben, channel, ts, action_id: 'more', option: 'No reply needed' });
    await scene.app.idle();
    expect(wordsOf((await scene.card('Joy Bell')).blocks)).toContain('Ben closed this: no reply needed');
    await scene.slack('press', { user: ana, channel, ts, action_id: 'more', option: 'Reopen' });
    await scene.app.idle();
    expect(wordsOf((await scene.card('Joy Bell')).blocks)).toContain('first time');
  });
});
