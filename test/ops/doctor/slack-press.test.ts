import { expect, it } from 'vitest';
import type { Talk } from '../../../src/ops/doctor/probe.js';
import { createSandbox, type Sandbox } from '../../../src/sandbox/sandbox.js';
import { scene, useScene } from '../../e2e/scene.js';
import { aPrefix, redisUrl } from '../../store/open-store.js';
import { examine, nobody } from './scene.js';

useScene();

type Fields = Record<string, unknown>;
const where = { user: 'ana', channel: 'x-desk' };
const withinMs = 20_000;

/** Does in Slack what is asked for, as soon as it is. */
function obedient(
  { slack }: Sandbox,
  without: readonly string[] = [],
): { talk: Talk; done: Promise<unknown>[] } {
  const act = async (name: string, args: Fields) => (await slack.acts[name]?.(args)) as Fields;
  const done: Promise<unknown>[] = [];
  const press = async () => {
    const { messages } = await act('messages', { channel: 'x-desk' });
    const { ts } =
      (messages as { ts: string; text: string }[]).find(({ text }) => text.startsWith('Test')) ?? {};
    return act('press', { ...where, ts, label: 'Press me' });
  };
  const doings: Readonly<Record<string, () => Promise<unknown>>> = {
    button: press,
    command: () => act('command', { ...where, command: '/greet', text: 'help' }),
    home: () => act('openHome', { user: 'ana' }),
  };
  const tell = (text: string) => {
    if (!text.includes('test message asks')) return;
    for (const [name, doing] of Object.entries(doings)) if (!without.includes(name)) done.push(doing());
  };
  return { talk: { ...nobody, tell }, done };
}

const see = async ({ slack }: Sandbox, name: string, args: Fields = {}) =>
  (await slack.acts[name]?.(args)) as Record<string, unknown[]>;
const connections = async (within: Sandbox) => (await see(within, 'connections')).connections;
const posts = async (within: Sandbox) => (await see(within, 'messages', { channel: 'x-desk' })).messages;

it('the desk that runs answers what is tried, and doctor takes nothing from it', async () => {
  const before = await posts(scene.sandbox);
  const opened = await connections(scene.sandbox);
  const { talk, done } = obedient(scene.sandbox);
  const found = await examine('slack.press', {
    within: scene.sandbox,
    env: scene.environment,
    pressWithinMs: withinMs,
    talk,
  });
  expect(found.map(({ id, mark }) => `${id} ${mark}`)).toEqual([
    'slack.press.command ok',
    'slack.press.button ok',
    'slack.press.home ok',
  ]);
  expect(found.every((one) => one.found.includes('by the desk that runs'))).toBe(true);
  expect(await Promise.all(done)).toMatchObject([{ acked: true }, { acked: true }, {}]);
  expect(await connections(scene.sandbox)).toEqual(opened);
  expect(await posts(scene.sandbox)).toEqual(before);
});

it('where no desk runs, doctor answers itself, and says so in Slack', async () => {
  const within = await createSandbox();
  try {
    const { talk, done } = obedient(within);
    const env = { REDIS_URL: redisUrl(), REDIS_PREFIX: aPrefix() };
    const found = await examine('slack.press', { within, env, pressWithinMs: withinMs, talk });
    expect(found.map(({ mark }) => mark)).toEqual(['ok', 'ok', 'ok']);
    expect(found.every((one) => one.found.includes('because no desk runs'))).toBe(true);
    expect(await Promise.all(done)).toMatchObject([{ acked: true }, { acked: true }, {}]);
    const shown = JSON.stringify(await within.slack.acts.home?.({ user: 'ana' }));
    expect(shown).toContain('The desk itself does not run now.');
    await expect.poll(() => connections(within)).toEqual([]);
  } finally {
    await within.close();
  }
});

it('what did not arrive in time is wrong, with the page on which it is turned on', async () => {
  // Slack takes one message a second.
  await scene.pass(2_000);
  const { talk } = obedient(scene.sandbox, ['command']);
  const found = await examine('slack.press', {
    within: scene.sandbox,
    env: scene.environment,
    pressWithinMs: 1_500,
    talk,
  });
  expect(found).toMatchObject([
    { id: 'slack.press.command', mark: 'wrong', fix: expect.stringContaining('/A0DESK001/slash-commands') },
    { id: 'slack.press.button', mark: 'ok' },
    { id: 'slack.press.home', mark: 'ok' },
  ]);
});

it('without Redis nobody knows whether a desk runs, so doctor neither connects nor asks', async () => {
  const asked: string[] = [];
  const talk = { ...nobody, tell: (text: string) => void asked.push(text) };
  const before = await connections(scene.sandbox);
  const found = await examine('slack.press', { within: scene.sandbox, pressWithinMs: withinMs, talk });
  expect(found).toMatchObject([{ id: 'slack.press', mark: 'unknown' }]);
  expect(asked).toEqual([]);
  expect(await connections(scene.sandbox)).toEqual(before);
});

it('a desk that answers with another Redis keeps its presses: doctor is gone before anybody is asked', async () => {
  const asked: string[] = [];
  const talk = { ...nobody, tell: (text: string) => void asked.push(text) };
  const before = (await connections(scene.sandbox))?.length;
  const env = { ...scene.environment, REDIS_PREFIX: aPrefix() };
  const found = await examine('slack.press', { within: scene.sandbox, env, pressWithinMs: withinMs, talk });
  expect(found).toMatchObject([{ mark: 'wrong', found: expect.stringContaining('no desk on this Redis') }]);
  expect(asked).toEqual([]);
  await expect.poll(async () => (await connections(scene.sandbox))?.length).toBe(before);
});
