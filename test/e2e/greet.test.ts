import { describe, expect, it } from 'vitest';
import { ana, ben, carla, channel, edith, wordsOf } from './desk.js';
import { hands, scene, useScene } from './scene.js';

useScene({
  // Olive followed before the desk began to watch: she has no card.
  prepare: async ({ x }) => {
    await x.acts.addAccount?.({ handle: 'olive_old', name: 'Olive Old' });
    await x.acts.follow?.({ by: 'olive_old' });
  },
});

const { reads, shown, told, title } = hands;

/** `/greet` and more words, as somebody types them. */
const greet = (user: string, text: string) => hands.command(user, '/greet', text);

async function inChannel(): Promise<string[]> {
  const { messages } = (await scene.slack('messages', { channel })) as { messages: unknown[] };
  return messages.map(wordsOf);
}

describe('/greet @handle', () => {
  it.each(['@Maya_Reads', 'maya_reads', 'https://x.com/maya_reads'])(
    'takes up somebody who wrote to us, however the name is typed: %s',
    async (typed) => {
      if (typed.startsWith('@')) {
        await scene.mention('maya_reads', 'Maya Ortiz', '@centrallibrary Do you have large print?');
      }
      await greet(ana, typed);
      await hands.writesTo(ana, 'Answer Maya');
      expect(await reads(ana)).toContain('Hi Maya, ');
      expect(await shown('Maya Ortiz')).toContain('Ana is answering');
      await hands.close(ana);
      expect(await shown('Maya Ortiz')).toContain('please answer by');
    },
  );

  it('shows first who somebody is and what was said, without a read of X, and opens again what was closed', async () => {
    await hands.pick(ben, 'Maya Ortiz', 'No reply needed');
    const before = scene.sandbox.journal.read().length;
    await greet(ana, '@maya_reads');
    expect(await title(ana)).toBe('About Maya');
    expect(await reads(ana)).toMatch(
      /@maya_reads .*What we said to each other .*Maya Ortiz: Do you have large print\? .*Ben closed this: no reply needed/u,
    );
    expect(scene.sandbox.journal.read(before).filter(({ side }) => side === 'x')).toEqual([]);
    await hands.inModal(ana, 'Write');
    await hands.writesTo(ana, 'Answer Maya');
    await hands.type(ana, 'Hi Maya, yes, 40 at Central.');
    await hands.close(ana);
  });

  it('tells who has it already, and who answered', async () => {
    await greet(ben, '@maya_reads');
    expect(await reads(ben)).toMatch(/^Ana took this at \d\d:\d\d\. Press Open to see the draft\.$/);
    await hands.close(ben);
    await scene.press(ana, 'Maya Ortiz', 'Open');
    await hands.submit(ana);
    await hands.close(ana);
    await scene.pass(6_000);
    await greet(ben, '@maya_reads');
    expect(await reads(ben)).toMatch(
      /Ana answered: Hi Maya, yes, 40 at Central\. \^AK\s+·\s+View reply on X/,
    );
    expect(await reads(ben)).toMatch(/We have answered this once\. .* History$/);
    await hands.close(ben);
  });

  it('greets a follower of old, who gets a card, and goes back when nothing is picked', async () => {
    await scene.x('post', { by: 'olive_old', text: 'Pruning roses today.' });
    await greet(ana, '@olive_old');
    expect(await reads(ana)).toContain('The desk has nothing from anybody called @olive_old.');
    await hands.inModal(ana, 'Look on X · $0.01');
    expect(await title(ana)).toBe('Greet Olive');
    expect(await reads(ana)).toContain('Pruning roses today.');
    await hands.close(ana);
    await scene.pass(10_000);
    expect(await shown('Olive Old')).toContain('Greet Skip');
  });

  it('does not write first to strangers, whether X knows them or not', async () => {
    await scene.x('addAccount', { handle: 'stranger_s', name: 'Stranger S' });
    for (const handle of ['stranger_s', 'nobody_at_all']) {
      await greet(ana, `@${handle}`);
      await hands.inModal(ana, 'Look on X · $0.01');
      expect(await reads(ana)).toBe(
        `@${handle} hasn't written to us or followed us, so writing first would be unsolicited.`,
      );
      await hands.close(ana);
    }
  });

  it('knows a colleague by the @ that Slack offers', async () => {
    await greet(ana, '@ben');
    expect(await told(ana)).toBe("That's a colleague in Slack. Type the X name without @: /greet maya_reads");
  });

  it('is for staff', async () => {
    await greet(edith, '@maya_reads');
    expect(await reads(edith)).toContain('Only colleagues on the rota');
    await hands.close(edith);
  });
});

describe('/greet pause and resume', () => {
  it('wants a reason', async () => {
    await greet(ben, 'pause');
    expect(await told(ben)).toContain('Say why, for your colleagues');
    await greet(edith, 'pause for fun');
    expect(await told(edith)).toContain('Only colleagues on the rota');
  });

  it('stops all sending, says so once in the channel, and keeps words', async () => {
    await greet(ben, 'pause statement coming');
    expect(await told(ben)).toBe('Sending is paused. Your colleagues read why in this channel.');
    await greet(ana, 'pause me too');
    expect(await told(ana)).toMatch(
      /Ben paused sending at \d\d:\d\d: 'statement coming'\. It stays so until Carla resumes\./,
    );
    await scene.pass(10_000);
    expect((await inChannel()).filter((said) => said.includes('paused sending'))).toHaveLength(1);

    await scene.mention('leo_on_wheels', 'Leo Brandt', '@centrallibrary Is the lift working?');
    await hands.writes(ana, 'Leo Brandt', 'Answer', 'Hi Leo, it is.');
    const { errors } = await hands.submit(ana);
    expect(Object.values(errors ?? {})).toEqual([
      expect.stringMatching(/^Ben paused sending at \d\d:\d\d: 'statement coming'\. Your draft is kept\.$/),
    ]);
    await hands.close(ana);
    await hands.pick(ana, 'Leo Brandt', 'Finish in X…');
    expect(await told(ana)).toContain('Ben paused sending at');
  });

  it('goes on when the lead says so', async () => {
    await greet(ben, 'resume');
    expect(await told(ben)).toBe('Only Carla can do that.');
    await greet(carla, 'resume');
    expect(await told(carla)).toBe('Sending goes on. Your colleagues read it in this channel.');
    await greet(carla, 'resume');
    expect(await told(carla)).toBe("Sending isn't paused.");
    await scene.pass(10_000);
    expect((await inChannel()).join(' ')).toContain('Carla resumed sending at');
    await scene.press(ana, 'Leo Brandt', 'Open');
    await hands.submit(ana);
    await hands.close(ana);
    await scene.pass(6_000);
    expect(scene.published('Hi Leo, it is.')).toHaveLength(1);
  });
});

it('/greet help says what can be typed', async () => {
  await greet(ana, 'help');
  for (const word of ['next', 'pause', 'resume', '/rota']) expect(await told(ana)).toContain(word);
});
