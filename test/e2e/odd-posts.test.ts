import { pino } from 'pino';
import { expect, it } from 'vitest';
import { type OddKind, oddKinds } from '../../src/sandbox/world/shapes.js';
import { ana, channel, type ShownMessage, wordsOf } from './desk.js';
import { hands, openScene, scene } from './scene.js';

const minutes = (count: number) => count * 60_000;
const unreadable = "A post we can't read in full.";
/** Whatever becomes of one post, the others of its answer are there: not where the answer is errors alone. */
const oneByOne = oddKinds.filter((kind) => kind !== 'errors-alone');

const nameOf = (kind: OddKind) => `${kind} Odd`;
const words = (kind: OddKind) => `Do you lend telescopes, ${kind}?`;
/** What stands in the channel, a text for each message. */
const inChannel = async () =>
  ((await scene.slack('messages', { channel })) as { messages: ShownMessage[] }).messages.map(({ blocks }) =>
    wordsOf(blocks),
  );
async function writes(name: string, text: string): Promise<string> {
  const handle = name.toLowerCase().replace(/\W/gu, '_').slice(0, 15);
  await scene.x('addAccount', { handle, name });
  return String((await scene.x('post', { by: handle, text: `@centrallibrary ${text}` })).id);
}
const plan = (odd: OddKind, more: { post?: string; call?: string; times?: number | 'always' } = {}) =>
  scene.sandbox.faults.plan({ side: 'x', how: 'odd', odd, ...more });
/** A page with a post of each kind, which comes so often, between two that are whole. */
async function oddPage(kinds: readonly OddKind[], times: number | 'always'): Promise<void> {
  await writes('Older One', 'Is the lift working?');
  for (const kind of kinds) plan(kind, { post: await writes(nameOf(kind), words(kind)), times });
  await writes('Newer One', 'Thanks for the tip.');
}
/** The cards of both posts beside the odd ones. */
async function seesTheOthers(): Promise<void> {
  expect(await hands.shown('Older One')).toContain('Is the lift working?');
  expect(await hands.shown('Newer One')).toContain('Thanks for the tip.');
}
/** Time for a card of each kind: a channel takes one message a second. */
const shownMs = minutes(1.5);

it('posts that come oddly in the first two reads hide nobody, and become cards with their words', async () => {
  await openScene();
  await oddPage(oneByOne, 2);
  await scene.pass(shownMs);
  await seesTheOthers();
  await scene.pass(minutes(22));
  expect(scene.sandbox.faults.planned()).toEqual([]);
  for (const kind of oneByOne) expect(await hands.shown(nameOf(kind))).toContain(words(kind));
  expect((await inChannel()).join(' ')).not.toContain(unreadable);
});

it('posts that stay odd are shown within the hour as far as they can be read, and later polls go on', async () => {
  const log: Record<string, unknown>[] = [];
  const write = (logged: string) => void log.push(JSON.parse(logged));
  await openScene({ overrides: { log: pino({ level: 'warn', base: null }, { write }) } });
  await oddPage(oneByOne, 'always');
  await scene.pass(shownMs);
  await seesTheOthers();
  const readable = oneByOne.filter((kind) =>
    ['time', 'unknown', 'huge', 'half', 'empty', 'null-lists'].some((start) => kind.startsWith(start)),
  );
  for (const kind of readable) expect(await hands.shown(nameOf(kind))).toContain(words(kind));
  await scene.pass(minutes(45));
  const shown = await inChannel();
  const incomplete = shown.filter((text) => text.includes(unreadable));
  // Of a null nobody knows that it was a post.
  expect(incomplete.length).toBe(oneByOne.length - readable.length - 1);
  for (const text of incomplete) expect(text).toContain('View on X');
  // Each stands in the log once, by its id, and one line has none: without anything that a person wrote.
  const logged = log.filter(({ msg }) => msg === 'X gave a post incomplete');
  expect(logged).toHaveLength(incomplete.length + 1);
  expect(logged.filter(({ post }) => post === undefined)).toHaveLength(1);
  expect(new Set(logged.map(({ post }) => post)).size).toBe(logged.length);
  expect(JSON.stringify(log)).not.toMatch(/telescopes|Odd|_odd/u);
  await scene.mention('una_hill', 'Una Hill', '@centrallibrary Is the café open?');
  // What can't be read is not taken for gone.
  scene.sandbox.clock.advance(minutes(6 * 60));
  await scene.app.idle();
  await scene.pass(minutes(1));
  const later = await inChannel();
  expect(later.join(' ')).not.toContain('Removed on X');
  expect(later.filter((text) => text.includes(unreadable))).toHaveLength(incomplete.length);
});

it('an answer of errors alone is read again, and its posts become cards', async () => {
  await openScene();
  await oddPage(['errors-alone'], 3);
  await scene.pass(minutes(25));
  await seesTheOthers();
  expect(await hands.shown(nameOf('errors-alone'))).toContain(words('errors-alone'));
});

it('whoever presses *Answer* goes on, however oddly X gives the post then', async () => {
  await openScene();
  await scene.mention('maya_reads', 'Maya Ortiz', '@centrallibrary Do you have large print?');
  for (const kind of oddKinds) {
    plan(kind, { call: 'GET /2/tweets' });
    await scene.press(ana, 'Maya Ortiz', 'Answer');
    expect(scene.sandbox.faults.planned(), kind).toEqual([]);
    expect(await hands.title(ana), kind).toBe('Answer Maya');
    expect(await hands.reads(ana), kind).not.toContain('changed');
    await hands.close(ana);
  }
});

it('an answer whose fate X never told is found on our timeline once its post comes with its words', async () => {
  await openScene();
  await scene.mention('maya_reads', 'Maya Ortiz', '@centrallibrary Do you have large print?');
  scene.sandbox.faults.plan({ side: 'x', call: 'POST /2/tweets', when: 'after', how: 'reset' });
  await hands.writes(ana, 'Maya Ortiz', 'Answer', 'Hi Maya, we do: 40 of them.');
  for (const kind of ['no-text', 'null-item', 'partial-error'] as const)
    plan(kind, { call: 'GET /2/users/:id/tweets' });
  await hands.submit(ana);
  await scene.pass(minutes(6));
  expect(scene.sandbox.faults.planned()).toEqual([]);
  expect(await hands.shown('Maya Ortiz')).toContain('Ana answered');
  expect(scene.published('40 of them')).toHaveLength(1);
});
