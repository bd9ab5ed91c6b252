import { expect, it } from 'vitest';
import { ana, channel, type ShownMessage, wordsOf } from './desk.js';
import { hands, openScene, scene } from './scene.js';

const inChannel = async () => {
  const { messages } = (await scene.slack('messages', { channel })) as { messages: ShownMessage[] };
  return messages.map(({ blocks }) => wordsOf(blocks)).join(' ');
};

it.each([
  ['old', 'old'],
  ['new', 'asked'],
  ['new', 'new'],
  ['new', 'old'],
])(
  'where X takes the %s names and answers in those that are %s, the whole desk works',
  async (takes, answers) => {
    await openScene({ prepare: async ({ x }) => void x.acts.spelling?.({ takes, answers }) });
    // A patron's question, and her going on in her own thread; a bystander's reply that carries our name is no card.
    const first = await scene.mention('maya_reads', 'Maya Ortiz', '@centrallibrary Do you have large print?');
    await scene.mention('by_b', 'Bill Byrne', 'I like the library.', { in_reply_to: first });
    await scene.x('post', {
      by: 'maya_reads',
      text: 'Crime above all, @centrallibrary.',
      in_reply_to: first,
    });
    await scene.x('addAccount', { handle: 'sam_o', name: 'Sam Okafor' });
    await scene.x('follow', { by: 'sam_o' });
    await scene.pass(310_000);
    expect(await hands.shown('Maya Ortiz')).toContain('Crime above all, @centrallibrary.');
    expect(await hands.shown('Sam Okafor')).toContain('followed us');
    expect(await inChannel()).not.toContain('Bill Byrne');

    // An answer of whose fate X says nothing is found by what it answers.
    scene.sandbox.faults.plan({ side: 'x', call: 'POST /2/tweets', when: 'after', how: 'reset' });
    await hands.writes(ana, 'Maya Ortiz', 'Answer', 'Hi Maya, we do: 40 of them.');
    await hands.submit(ana);
    await scene.pass(400_000);
    expect(await hands.shown('Maya Ortiz')).toContain('Ana answered');

    // Somebody is looked up; an edit and a removal are seen.
    await scene.x('addAccount', { handle: 'lena_m', name: 'Lena Marsh' });
    await hands.close(ana);
    await hands.command(ana, '/greet', '@lena_m');
    await hands.inModal(ana, 'Look on X · $0.01');
    expect(await hands.reads(ana)).toContain("@lena_m hasn't written to us");
    await hands.close(ana);
    const edited = await scene.mention('ed_d', 'Edna Dale', '@centrallibrary Large pint?');
    await scene.x('edit', { id: edited, text: '@centrallibrary Large print?' });
    const removed = await scene.mention('hal_h', 'Hal Hart', '@centrallibrary Where is the lift?');
    await scene.x('delete', { id: removed });
    await scene.pass(62_000);
    expect(await hands.shown('Edna Dale')).toContain('Large print?');
    scene.sandbox.clock.advance(6 * 3_600_000);
    await scene.app.idle();
    await scene.pass(20_000);
    expect(await hands.shown('removed on X')).toContain('A question');
    expect(await hands.shown('Edna Dale')).not.toContain('removed on X');
  },
);
