import { expect, it } from 'vitest';
import { loadDeskFile } from '../../src/config/desk-file.js';
import { version } from '../../src/version.js';
import { ana, ben, carla, channel, wordsOf } from './desk.js';
import { changedDeskFile } from './desk-file.js';
import { hands, openScene, scene } from './scene.js';

const words = 'Yes Maya, until eight.';
const names = ['Maya Ortiz', 'Leo Brandt', 'Zoe Wild', 'Tom Hale', 'Priya Nair', 'Sam Okafor'];

/** A desk with one open card of each. */
async function begin(): Promise<void> {
  await openScene();
  for (const [n, name] of names.entries()) {
    await scene.x('addAccount', { handle: `reader_${n}`, name });
    await scene.x('post', { by: `reader_${n}`, text: `@centrallibrary A question of ${name}?` });
  }
  await scene.pass(70_000);
}

/** Where Ben has another name, as desk.yaml says from now on. */
async function changedDesks() {
  const path = await changedDeskFile((text) => text.replace('name: Ben,', 'name: Benedict,'));
  return (await loadDeskFile(path)).desks;
}

const pressNow = async (user: string, name: string, label: string) =>
  scene.slack('press', { user, channel, ts: (await scene.card(name)).ts, label });
const shown = async (name: string) => wordsOf((await scene.card(name)).blocks);

it('a desk gives way to one with a changed desk.yaml: no press is lost, and what somebody was writing goes on', async () => {
  await begin();
  await hands.writes(ana, 'Maya Ortiz', 'Answer', words);
  const next = scene.another({}, { desks: await changedDesks() });
  const [, ...others] = names;
  const [leo = '', zoe = '', tom = '', priya = '', sam = ''] = others;
  // Before the new one is there, while both are, while the old one ends, and when it is gone.
  const starting = next.start();
  const pressed = [await pressNow(carla, leo, 'Answer')];
  await starting;
  pressed.push(await pressNow(carla, zoe, 'Answer'));
  scene.sandbox.faults.plan({ side: 'slack', call: 'views.open', when: 'before', how: 'slow', ms: 500 });
  const worked = pressNow(ben, tom, 'Answer');
  const isWorkedAt = () => scene.sandbox.journal.read().some(({ kind }) => kind === 'fault');
  await expect.poll(isWorkedAt, { interval: 5 }).toBe(true);
  const closing = scene.app.close();
  pressed.push(...(await Promise.all([worked, pressNow(ben, priya, 'Answer')])));
  await closing;
  pressed.push(await pressNow(ben, sam, 'Answer'));
  expect(pressed.map(({ acked }) => acked)).toEqual(others.map(() => true));
  await scene.slack('submit', { user: ana });
  await next.idle();
  for (const name of [leo, zoe]) await expect.poll(() => shown(name)).toContain('Carla is answering');
  for (const name of [tom, priya])
    await expect.poll(() => shown(name)).toMatch(/Ben(?:edict)? is answering/u);
  await expect.poll(() => shown(sam)).toContain('Benedict is answering');
  scene.sandbox.clock.advance(6_000);
  await next.idle();
  expect(scene.published(words)).toHaveLength(1);
});

it('a press while no desk is there is refused to the person by Slack, and does nothing later', async () => {
  await begin();
  await scene.app.close();
  expect(await pressNow(ana, 'Maya Ortiz', 'Answer')).toMatchObject({ acked: false });
  const next = scene.another();
  await next.start();
  await next.idle();
  expect(await shown('Maya Ortiz')).not.toContain('is answering');
  expect(await pressNow(ana, 'Maya Ortiz', 'Answer')).toMatchObject({ acked: true });
  await next.idle();
  await expect.poll(() => shown('Maya Ortiz')).toContain('Ana is answering');
});

it('an earlier version does not start over what this one has written', async () => {
  await openScene();
  await scene.app.close();
  const earlier = scene.another({ version: '0.0.9' });
  await expect(earlier.start()).rejects.toThrow(
    `has records of desk 'central' that version ${version} of the desk has written, and this is 0.0.9, which may misread them.`,
  );
  await scene.another().start();
});
