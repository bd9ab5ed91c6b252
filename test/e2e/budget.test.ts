import { expect, it } from 'vitest';
import { ana, channel, type ShownMessage, wordsOf } from './desk.js';
import { openScene, scene } from './scene.js';

const said = async (text: string) => {
  const { messages } = (await scene.slack('messages', { channel })) as { messages: ShownMessage[] };
  return messages.filter((one) => wordsOf(one).includes(text));
};
/** How often X is asked for something in such a time, by how far its reads are apart; the pages of one read count as one. */
async function asked(kind: string, ms: number): Promise<number> {
  const from = scene.sandbox.clock.now();
  await scene.pass(ms);
  const times = scene.sandbox.journal.read().flatMap((entry) => (entry.kind === kind ? [entry.at] : []));
  const reads = times.filter((at, index) => at > from && at - (times[index - 1] ?? 0) > 1_000);
  const [first = 0, last = 0] = [reads[0], reads.at(-1)];
  return reads.length < 2 ? reads.length : Math.round((ms * (reads.length - 1)) / (last - first));
}

const mentionsCall = 'GET /2/users/:id/mentions';
const tenMinutes = 10 * 60_000;

/** Bystanders talk under Maya's post, and X carries our name along: read and billed, but no cards. */
async function chatter(under: string, count: number): Promise<void> {
  await scene.x('addAccount', { handle: 'chat_c', name: 'Chat Chen' });
  for (let n = 1; n <= count; n++) {
    await scene.x('post', { by: 'chat_c', text: `Line ${n}`, in_reply_to: under });
  }
}

it("what X's newest 800 mentions leave out is said once", async () => {
  await openScene();
  const question = await scene.mention(
    'maya_reads',
    'Maya Ortiz',
    '@centrallibrary Do you have large print?',
  );
  await chatter(question, 810);
  await scene.pass(62_000);
  expect(await said('X shows only its newest 800 mentions.')).toHaveLength(1);
  await scene.pass(5 * 60_000);
  expect(await said('X shows only its newest 800 mentions.')).toHaveLength(1);
});

it('a budget slows the reading, then stops reading and writing; both are said once, and our own timeline is still read', async () => {
  await openScene({ desk: (text) => `${text.trimEnd()}\n    budget: { monthlyUsd: 1 }\n` });
  const question = await scene.mention(
    'maya_reads',
    'Maya Ortiz',
    '@centrallibrary Do you have large print?',
  );
  expect(await asked(mentionsCall, tenMinutes)).toBe(10);

  await chatter(question, 790);
  await scene.pass(122_000);
  expect(await said("80% of this month's X budget of $1 is used up.")).toHaveLength(1);
  expect(await asked(mentionsCall, tenMinutes)).toBe(5);

  // Answering goes on, and this answer costs what is left.
  await scene.press(ana, 'Maya Ortiz', 'Answer');
  await scene.slack('type', { user: ana, text: 'Hi Maya, yes: https://example.org/large-print' });
  await scene.slack('submit', { user: ana });
  if ((await scene.view(ana)).title.text !== 'On its way') await scene.slack('submit', { user: ana });
  await scene.pass(8_000);
  expect(scene.published('example.org')).toHaveLength(1);
  await scene.pass(5 * 60_000);
  expect(await said("This month's X budget of $1 is used up.")).toHaveLength(1);

  await scene.x('post', { by: 'maya_reads', text: 'Thank you!', in_reply_to: question });
  expect(await asked(mentionsCall, tenMinutes)).toBe(0);
  expect(await asked('GET /2/users/:id/followers', tenMinutes)).toBe(0);
  expect(await asked('GET /2/users/:id/tweets', tenMinutes)).toBe(2);
  expect(await said("This month's X budget of $1 is used up.")).toHaveLength(1);
  expect(await said("80% of this month's X budget of $1 is used up.")).toHaveLength(1);
});

it('a desk whose budget is used up approves nothing, and the words stay', async () => {
  await openScene({ desk: (text) => `${text.trimEnd()}\n    budget: { monthlyUsd: 1 }\n` });
  const question = await scene.mention(
    'maya_reads',
    'Maya Ortiz',
    '@centrallibrary Do you have large print?',
  );
  await chatter(question, 790);
  await scene.pass(122_000);
  for (let n = 1; n <= 200; n++) await scene.x('post', { by: 'centrallibrary', text: `Shelf ${n}` });
  await scene.pass(5 * 60_000);
  await scene.press(ana, 'Maya Ortiz', 'Answer');
  await scene.slack('type', { user: ana, text: 'Hi Maya, yes: 40 of them.' });
  const refused = JSON.stringify(await scene.slack('submit', { user: ana }));
  expect(refused).toContain("This month's X budget is used up.");
  expect(JSON.stringify(await scene.view(ana))).toContain('Hi Maya, yes: 40 of them.');
  await scene.pass(20_000);
  expect(scene.published('40 of them')).toEqual([]);

  await scene.slack('close', { user: ana, all: true });
  await scene.slack('command', { user: ana, channel, command: '/greet', text: '@nina_new' });
  await scene.app.idle();
  await scene.slack('press', { user: ana, label: 'Look on X · $0.01' });
  await scene.app.idle();
  expect(wordsOf((await scene.view(ana)).blocks)).toMatch(
    /^This month's X budget is used up: nobody can be/u,
  );
  await scene.slack('command', { user: ana, channel, command: '/greet', text: 'budget' });
  await scene.app.idle();
  expect((await scene.whispers(ana)).at(-1)).toMatch(/^X has cost \$1\.\d\d of \$1 this month: 1\d\d%\.$/u);
});
