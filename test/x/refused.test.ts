import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Busy, Rejected } from '../../src/errors.js';
import { createQuestion, problem, write } from './answering.js';
import { credentials } from './x-world.js';

let x: Awaited<ReturnType<typeof createQuestion>>;

beforeEach(async () => {
  x = await createQuestion();
});
afterEach(() => x.close());

const rejectedFor = (reason: string) => expect.objectContaining({ name: 'Rejected', reason });

describe('X says no', () => {
  it('to a sign-in it does not know', async () => {
    const network = x.connect({ credentials: { ...credentials, accessSecret: 'revoked' } });
    expect(await x.failure(network)).toEqual(rejectedFor('sign-in'));
    x.expectOneCall({ published: false });
  });

  it('to an account that it suspended', async () => {
    x.act('suspend', { handle: 'centrallibrary' });
    expect(await x.failure()).toMatchObject({
      reason: 'sign-in',
      detail: 'The user used for authentication is suspended',
    });
    x.expectOneCall({ published: false });
  });

  it('when the credits are used up', async () => {
    x.act('money', { creditsUsd: 0 });
    expect(await x.failure()).toEqual(rejectedFor('budget'));
    x.expectOneCall({ published: false });
  });

  it('at the spend cap, which is a 403', async () => {
    x.act('money', { spendCapUsd: 0 });
    expect(await x.failure()).toEqual(rejectedFor('budget'));
    x.expectOneCall({ published: false });
  });

  it('by a problem type alone, whatever its host', async () => {
    const body = { ...problem(403, 'No.'), type: 'https://api.twitter.com/2/problems/credits-depleted' };
    x.fail(write, { when: 'before', how: 'status', status: 403, body });
    expect(await x.failure()).toEqual(rejectedFor('budget'));
  });

  it('to the same words again', async () => {
    await x.network.publish('Yes: 40 at Central.', x.question, () => true, 'a-key');
    expect(await x.failure()).toEqual(rejectedFor('duplicate'));
    expect(x.calls(write)).toMatchObject([{ tookEffect: true }, { tookEffect: false }]);
    expect(x.repliesTo(x.question)).toHaveLength(1);
  });

  it('to an answer that nobody summoned', async () => {
    const post = x.post('samokafor', 'Finally finished Middlemarch');
    expect(await x.failure(x.network, post)).toEqual(rejectedFor('not-summoned'));
    expect(x.repliesTo(post)).toEqual([]);
  });

  it('in its other words for the same', async () => {
    const detail = 'You can only reply to or quote posts where you are mentioned or are the author.';
    x.fail(write, { when: 'before', how: 'status', status: 403, body: problem(403, detail) });
    expect(await x.failure()).toEqual(rejectedFor('not-summoned'));
  });

  it('when the post is gone', async () => {
    x.act('delete', { id: x.question });
    expect(await x.failure()).toEqual(rejectedFor('gone'));
    x.expectOneCall({ published: false });
  });

  it('to too many words', async () => {
    expect(await x.failure(x.network, x.question, 'word '.repeat(80))).toEqual(rejectedFor('too-long'));
    x.expectOneCall({ published: false });
  });

  it('to an app that may only read', async () => {
    x.act('permissions', { handle: 'centrallibrary', may: 'read' });
    expect(await x.failure()).toMatchObject({ side: 'X', reason: 'not-permitted' });
    x.expectOneCall({ published: false });
  });

  it.each<[string, object]>([
    ['unsupported-authentication', { type: 'https://api.x.com/2/problems/unsupported-authentication' }],
    ['client-forbidden', { type: 'https://api.twitter.com/2/problems/client-forbidden' }],
    ['not permitted, without a type', { detail: 'You are not permitted to perform this action.' }],
    ['read-only', { detail: 'Read-only application cannot POST.' }],
  ])('to an app or token that may not do this (%s)', async (_what, more) => {
    const body = { ...problem(403, 'Forbidden'), ...more };
    x.fail(write, { when: 'before', how: 'status', status: 403, body });
    expect(await x.failure()).toMatchObject({ side: 'X', reason: 'not-permitted' });
  });

  it('for a reason of its own, and its sentence comes along', async () => {
    const body = problem(403, 'The moon is full.');
    x.fail(write, { when: 'before', how: 'status', status: 403, body });
    expect(await x.failure()).toMatchObject({
      reason: 'other',
      detail: 'The moon is full.',
    });
    x.expectOneCall({ published: false });
  });
});

describe('X asks to wait', () => {
  it('until its own reset, when a window is used up', async () => {
    const now = x.clock.now();
    await x.network.publish('Yes: 40 at Central.', x.question, () => true, 'a-key');
    for (let call = 2; call <= 100; call++) expect(await x.failure()).toBeInstanceOf(Rejected);
    const fault = await x.failure(x.network, x.question, 'And by post.');
    expect(fault).toBeInstanceOf(Busy);
    const { retryAt } = fault as Busy;
    expect(retryAt % 1000).toBe(0);
    expect(retryAt - now).toBeGreaterThanOrEqual(15 * 60_000);
    expect(retryAt - now).toBeLessThan(15 * 60_000 + 10_000);
    expect(x.repliesTo(x.question)).toHaveLength(1);
  });

  const soon = { 'x-rate-limit-limit': '100', 'x-rate-limit-remaining': '7' };
  const now = 1_800_000_000_000;
  const waits = [
    ['until the reset', { ...soon, 'x-rate-limit-reset': '1800000090' }, 90_000],
    [
      'until the day is over, when the day is what is used up',
      {
        ...soon,
        'x-rate-limit-reset': '1800000090',
        'x-app-limit-24hour-remaining': '0',
        'x-app-limit-24hour-reset': '1800040000',
        'x-user-limit-24hour-remaining': '3',
        'x-user-limit-24hour-reset': '1800050000',
      },
      40_000_000,
    ],
    ['a minute, when it does not say', {}, 60_000],
    [
      'no longer than a window and a minute, when it names a reset in milliseconds',
      { ...soon, 'x-rate-limit-reset': '1800000090000' },
      16 * 60_000,
    ],
    ['nor when it names no time at all', { ...soon, 'x-rate-limit-reset': '9'.repeat(20) }, 16 * 60_000],
    [
      'no longer than a day and a minute, when the day is used up',
      { ...soon, 'x-app-limit-24hour-remaining': '0', 'x-app-limit-24hour-reset': '1800000090000' },
      (24 * 60 + 1) * 60_000,
    ],
    ['at least a second, when our clocks differ', { ...soon, 'x-rate-limit-reset': '1799999000' }, 1_000],
  ] as const;
  for (const [howLong, headers, waitMs] of waits) {
    it(howLong, async () => {
      const body = { errors: [{ code: 88, message: 'Rate limit exceeded' }] };
      x.fail(write, { when: 'before', how: 'status', status: 429, headers, body });
      const fault = await x.failure(x.connect({ now: () => now }));
      expect(fault).toBeInstanceOf(Busy);
      expect(fault).toMatchObject({ retryAt: now + waitMs });
      x.expectOneCall({ published: false });
    });
  }
});

it('how each call ended is told by its route, which names nobody', async () => {
  const called: string[] = [];
  const network = x.connect({ called: (route, result) => called.push(`${route} ${result}`) });
  await network.mentions(0);
  x.fail(write, { when: 'before', how: 'status', status: 503 });
  await x.failure(network);
  await network.publish('Yes: 40.', x.question, () => false, 'a-key').catch(() => {});
  x.act('suspend', { handle: 'centrallibrary' });
  await x.failure(network);
  expect(called).toEqual([
    'GET /2/users/me ok',
    'GET /2/users/:id/mentions ok',
    'POST /2/tweets unknown',
    'POST /2/tweets refused',
  ]);
});
