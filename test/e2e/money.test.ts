import { expect, it } from 'vitest';
import { ana, carla, channel, type ShownMessage, wordsOf } from './desk.js';
import { openScene, scene } from './scene.js';

/** A Tuesday morning: two days lie within one month. */
const startAt = Date.UTC(2026, 10, 24, 9);

/** Every call that costs and that the desk makes. Following and private messages are not among them. */
const pricedCalls = [
  'DELETE /2/tweets/:id',
  'GET /2/tweets',
  'GET /2/users/:id/followers',
  'GET /2/users/:id/mentions',
  'GET /2/users/:id/tweets',
  'GET /2/users/by/username/:username',
  'GET /2/users/me',
  'POST /2/tweets',
];

async function answer(name: string, words: string): Promise<void> {
  await scene.press(ana, name, 'Answer');
  await scene.slack('type', { user: ana, text: words });
  await scene.slack('submit', { user: ana });
  if ((await scene.view(ana)).title.text !== 'On its way') await scene.slack('submit', { user: ana });
  await scene.slack('close', { user: ana });
  await scene.pass(8_000);
}

async function nextDay(): Promise<void> {
  scene.sandbox.clock.advance(24 * 60 * 60_000);
  await scene.app.idle();
  await scene.pass(62_000);
}

it('after a long day and the next one, the desk has in its books what X bills, to the cent and call by call', async () => {
  await openScene({ overrides: { timings: { writeDeadlineMs: 400 } }, sandbox: { startAt } });

  // Mentions, an answer, one with a link, one of which X does not say what became of it.
  await scene.mention('maya_reads', 'Maya Ortiz', '@centrallibrary Do you have large print?');
  await answer('Maya Ortiz', 'Hi Maya, yes: 40 of them.');
  await scene.mention('leo_l', 'Leo Lamb', '@centrallibrary Where do I renew?');
  await answer('Leo Lamb', 'Hi Leo, at https://example.org/renew');
  await scene.mention('ann_lee', 'Ann Lee', '@centrallibrary Are you open tonight?');
  scene.sandbox.faults.plan({ side: 'x', call: 'POST /2/tweets', when: 'after', how: 'hang' });
  await answer('Ann Lee', 'Hi Ann, until eight.');
  await scene.pass(70_000);
  expect(wordsOf((await scene.card('Ann Lee')).blocks)).toContain('Ana answered at');
  expect(scene.published('until eight')).toHaveLength(1);

  // A read whose answer is lost is read again; what X refuses costs nothing.
  scene.sandbox.faults.plan({ side: 'x', call: 'GET /2/users/:id/mentions', when: 'after', how: 'reset' });
  await scene.mention('bo_b', 'Bo Berg', '@centrallibrary Thank you!');

  // A follower whose posts are read, and a stranger who is looked up by name.
  await scene.x('addAccount', { handle: 'nina_new', name: 'Nina New' });
  await scene.x('addAccount', { handle: 'samokafor', name: 'Sam Okafor' });
  await scene.x('post', { by: 'samokafor', text: 'Any good allotment books?' });
  await scene.x('follow', { by: 'samokafor' });
  await scene.pass(310_000);
  await scene.press(ana, 'Sam Okafor', 'Greet');
  await scene.slack('close', { user: ana });
  await scene.slack('command', { user: ana, channel, command: '/greet', text: '@nina_new' });
  await scene.app.idle();
  await scene.slack('press', { user: ana, label: 'Look on X · $0.01' });
  await scene.app.idle();
  await scene.slack('close', { user: ana }).catch(() => undefined);

  // One public post to more who are new.
  for (const n of [1, 2, 3, 4]) {
    await scene.x('addAccount', { handle: `reader${n}`, name: `Reader ${n}` });
    await scene.x('follow', { by: `reader${n}` });
  }
  await scene.pass(310_000);
  await sayHello('New here? Tell us the last book you could not put down.');
  expect(scene.published('New here?')).toHaveLength(1);

  // A post that was changed a moment ago is read again when somebody answers it.
  const before = await scene.mention('ed_d', 'Edna Dale', '@centrallibrary Large pint?');
  await scene.x('edit', { id: before, text: '@centrallibrary Large print?' });
  await scene.press(ana, 'Edna Dale', 'Answer');
  await scene.slack('close', { user: ana });

  // An answer is taken off X again.
  await deleteFromX('Maya Ortiz');
  await scene.pass(62_000);

  // What was removed is looked for, and on a new day what is read again costs again.
  await scene.x('delete', { id: await scene.mention('jo_j', 'Jo Jones', '@centrallibrary Oops?') });
  await nextDay();
  await scene.mention('maya_reads', 'Maya Ortiz', '@centrallibrary And on Sundays?');

  const { ledger, meter } = await scene.bills();
  expect(ledger).toEqual(meter);
  expect(Object.keys(ledger).sort()).toEqual(pricedCalls);
  for (const call of pricedCalls) expect(ledger[call]?.microUsd, call).toBeGreaterThan(0);
  expect((await scene.app.ledger.month()).byCall).toEqual(ledger);
});

async function sayHello(words: string): Promise<void> {
  const { messages } = (await scene.slack('messages', { channel })) as { messages: ShownMessage[] };
  const digest = messages.find(({ blocks }) => wordsOf(blocks).includes('Say hello to all'));
  await scene.slack('press', { user: ana, channel, ts: digest?.ts, label: 'Say hello to all' });
  await scene.app.idle();
  await scene.slack('type', { user: ana, text: words });
  await scene.slack('submit', { user: ana });
  await scene.slack('close', { user: ana });
  await scene.pass(8_000);
}

async function deleteFromX(name: string): Promise<void> {
  const { ts } = await scene.card(name);
  await scene.slack('press', { user: ana, channel, ts, action_id: 'more', option: 'Delete from X…' });
  await scene.app.idle();
  await scene.slack('press', { user: ana, label: 'Delete from X' });
  await scene.app.idle();
}

it('the lead hears that the credits of X are used up before anybody writes: nothing comes in any more', async () => {
  await openScene();
  await scene.x('money', { creditsUsd: 0 });
  await scene.pass(3 * 60_000);
  expect(await scene.whispers(carla)).toEqual([
    expect.stringMatching(/^X takes no answers from @centrallibrary \(.*credits.*\)\./),
  ]);
});
