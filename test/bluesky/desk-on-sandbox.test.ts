import { expect, it } from 'vitest';
import { minuteMs, secondMs } from '../../src/core/durations.js';
import { ana } from '../e2e/desk.js';
import { hands, openScene, scene } from '../e2e/scene.js';

const act = (name: string, args: Record<string, unknown>) =>
  scene.sandbox.bluesky.acts[name]?.(args) as Record<string, unknown>;

/** A desk whose account names no server, and so is on the sandbox; Maya is there. */
async function openOnSandbox(): Promise<void> {
  await openScene({
    desk: (text) =>
      text.replace(/x: \{[^}]*\}/u, 'bluesky: { handle: centrallibrary.test, secrets: SANDBOX }'),
    mayLoseBooks: true,
  });
  act('addAccount', { handle: 'maya', name: 'Maya' });
}

/** Maya asks, and the card is there; gives the address of her post. */
async function mayaAsks(words = 'Do you have large print?'): Promise<string> {
  const { uri } = act('post', { by: 'maya', text: `@centrallibrary.test ${words}` });
  await scene.pass(60 * secondMs);
  return String(uri);
}

const mayaEdits = async (uri: string, words: string) => {
  act('edit', { uri, text: `@centrallibrary.test ${words}` });
  await scene.pass(75 * secondMs);
};

it('its answer stands under the question', async () => {
  await openOnSandbox();
  const uri = await mayaAsks();
  await hands.writes(ana, 'Maya', 'Answer', 'Yes, 40 of them.');
  await hands.submit(ana);
  await scene.pass(60 * secondMs);
  expect(act('timeline', { handle: 'centrallibrary' })).toMatchObject({
    posts: [{ text: 'Yes, 40 of them. ^AK', reply_to: uri, root: uri }],
  });
  expect(await hands.shown('Maya')).toContain('Ana answered');
}, 60_000);

it('a new follower is a card within 20 seconds, and one call each 15 seconds tells of all that people do', async () => {
  await openOnSandbox();
  await scene.pass(minuteMs);
  const { sandbox } = scene;
  const calls = () =>
    sandbox.journal
      .read()
      .flatMap(({ kind, side }) => (side === 'bluesky' && kind.includes(' ') ? kind : []));
  const before = calls().length;
  await scene.pass(10 * minuteMs);
  const made = calls().slice(before);
  const count = (method: string) => made.filter((kind) => kind === `GET ${method}`).length;
  expect(count('app.bsky.notification.listNotifications')).toBe(40);
  expect(count('com.atproto.repo.listRecords')).toBe(10);
  expect(made).toHaveLength(50);

  act('follow', { by: 'maya' });
  await scene.pass(20 * secondMs);
  expect(await hands.shown('Maya')).toContain('followed us');
}, 60_000);

it('whoever has the editor open is told of a change within a minute, and again when it is as it was', async () => {
  await openOnSandbox();
  const uri = await mayaAsks('Do you open at nine?');
  await hands.writes(ana, 'Maya', 'Answer', 'At nine, every day.');
  // Later than the posts that each look at mentions reads again.
  await scene.pass(16 * minuteMs);
  const told = async () => (await scene.whispers(ana)).filter((said) => said.includes('changed the post'));

  await mayaEdits(uri, 'Do you open at ten?');
  expect(await told()).toHaveLength(1);
  expect(await hands.shown('Maya')).toContain('Do you open at ten?');
  await mayaEdits(uri, 'Do you open at nine?');
  expect(await told()).toHaveLength(2);
  expect(await hands.shown('Maya')).toContain('Do you open at nine?');

  // What she sees is what Maya says: there is nothing to read again.
  await hands.submit(ana);
  await scene.pass(60 * secondMs);
  expect(act('timeline', { handle: 'centrallibrary' })).toMatchObject({
    posts: [{ text: 'At nine, every day. ^AK', reply_to: uri }],
  });
}, 60_000);

it('words that were changed in the open editor are to be read before anything is sent', async () => {
  await openOnSandbox();
  const uri = await mayaAsks('Do you open at nine?');
  await hands.writes(ana, 'Maya', 'Answer', 'Yes.');
  await mayaEdits(uri, 'Are you closed at nine?');
  await hands.submit(ana);
  expect(await hands.reads(ana)).toMatch(/Are you closed at nine\?.*Maya changed the post/su);
  expect(act('timeline', { handle: 'centrallibrary' })).toEqual({ posts: [] });
}, 60_000);

it('what moderators say of a new follower stands on the card, also later', async () => {
  await openOnSandbox();
  await scene.pass(minuteMs);
  act('follow', { by: 'maya' });
  await scene.pass(20 * secondMs);
  expect(await hands.shown('Maya')).not.toContain('spam');
  act('label', { on: 'maya', value: 'spam' });
  await scene.pass(16 * minuteMs);
  expect(await hands.shown('Maya')).toContain('Bluesky takes this for spam.');
}, 60_000);

it.each([
  ['porn', 'Bluesky says that this may disturb people.'],
  ['spam', 'Bluesky takes this for spam.'],
  ['impersonation', 'Bluesky warns that this account may pretend to be somebody else.'],
])(
  'what moderators say of a post or its writer later stands on its card within a minute: %s',
  async (value, words) => {
    await openOnSandbox();
    const uri = await mayaAsks();
    const says = async (on: string, off = false) => {
      act('label', { on, value, off });
      await scene.pass(75 * secondMs);
      return hands.shown('Maya');
    };
    for (const on of [uri, 'maya']) {
      expect(await says(on)).toContain(words);
      expect(await says(on, true)).not.toContain(words);
    }
  },
  60_000,
);
