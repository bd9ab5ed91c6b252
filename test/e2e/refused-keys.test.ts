import { beforeEach, expect, it } from 'vitest';
import type { Fault } from '../../src/sandbox/world/faults.js';
import { keptLog } from '../queue/open-queue.js';
import { carla } from './desk.js';
import { openScene, scene } from './scene.js';

let kept: ReturnType<typeof keptLog>;
beforeEach(async () => {
  kept = keptLog();
  await openScene({ overrides: { log: kept.log, timings: { dependencyCheckMs: 50, readRetryMs: 30_000 } } });
});

const said = () => kept.said();
const minutes = (count: number) => count * 60_000;

const answers = (side: 'slack' | 'x', call: string, status: number, body: object): Fault => ({
  side,
  call,
  when: 'before',
  how: 'status',
  status,
  body,
  times: 1_000,
});

it('keys that X takes no more are one line in the log and one for the lead, until they work again', async () => {
  const no = { title: 'Unauthorized', type: 'about:blank', status: 401, detail: 'Unauthorized' };
  for (const list of ['mentions', 'followers', 'tweets']) {
    scene.sandbox.faults.plan(answers('x', `GET /2/users/:id/${list}`, 401, no));
  }
  // Long enough for the polls that don't ask X to come by as well.
  await scene.pass(minutes(16));
  const refused =
    "X doesn't take the keys X_SANDBOX_… of desk 'central' (Unauthorized). Set those that X's console gives for the library's account.";
  expect(said()).toEqual(['started', refused]);
  expect(await scene.whispers(carla)).toEqual([
    'X takes no answers from @centrallibrary (Unauthorized). Until that is put right with X, nothing goes out. Drafts are kept.',
  ]);

  await scene.sandbox.faults.clear();
  await scene.pass(minutes(2));
  expect(said()).toEqual(['started', refused, "X for desk 'central' is well again."]);
});

it('an account that X suspended is said to the lead once, and nothing goes out', async () => {
  await scene.x('suspend', { handle: 'centrallibrary' });
  await scene.pass(minutes(3));
  expect(await scene.whispers(carla)).toEqual([
    'X takes no answers from @centrallibrary (The user used for authentication is suspended). Until that is put right with X, nothing goes out. Drafts are kept.',
  ]);
  await scene.x('suspend', { handle: 'centrallibrary', on: false });
  await scene.pass(minutes(2));
  expect(said()).toContain("X for desk 'central' is well again.");
});

it('a Slack token that is revoked is one line, and what was to be shown is shown once there is one', async () => {
  const no = { ok: false, error: 'token_revoked' };
  for (const call of ['chat.postMessage', 'auth.test']) {
    scene.sandbox.faults.plan(answers('slack', call, 200, no));
  }
  await scene.x('addAccount', { handle: 'maya_reads', name: 'Maya Ortiz' });
  await scene.x('post', { by: 'maya_reads', text: '@centrallibrary Are you open tonight?' });
  await scene.pass(minutes(3));
  const refused =
    "Slack doesn't take SLACK_BOT_TOKEN (token_revoked). Install the app again and set its bot token.";
  expect(said()).toEqual(['started', refused]);

  await scene.sandbox.faults.clear();
  await expect.poll(said).toEqual(['started', refused, 'The Slack bot token is well again.']);
  await scene.pass(minutes(1));
  expect(await scene.card('Maya Ortiz')).toBeDefined();
});

it('an app-level token that is revoked is one line, and presses are taken again once there is one', async () => {
  scene.sandbox.faults.plan(
    answers('slack', 'apps.connections.open', 200, { ok: false, error: 'invalid_auth' }),
  );
  await scene.slack('disconnect', { reason: 'link_disabled', all: true });
  const refused =
    "Slack doesn't take SLACK_APP_TOKEN (invalid_auth). Make a new app-level token with connections:write and set it.";
  await expect.poll(said).toContain(refused);
  await scene.sandbox.faults.clear();
  await expect.poll(said).toContain('The Slack app-level token is well again.');
  expect(said().filter((line) => line === refused)).toHaveLength(1);
});
