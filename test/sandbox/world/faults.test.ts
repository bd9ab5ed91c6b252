import http from 'node:http';
import { ApiPartialResponseError, ApiRequestError } from 'twitter-api-v2';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createSandbox, type Sandbox } from '../../../src/sandbox/sandbox.js';
import { control } from '../control/controls.js';
import { clientOf, refusal as slackRefusal } from '../slack/workspace.js';
import { library, moved, refusal as xRefusal } from '../x/build.js';

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await createSandbox();
});
afterEach(() => sandbox.close());

const desk = 'C0XDESK01';
const plan = (fault: Record<string, unknown>) => control(sandbox, 'POST', '/faults', fault);
const failX = (fault: Record<string, unknown>) => plan({ side: 'x', call: 'POST /2/tweets', ...fault });
const failSlack = (fault: Record<string, unknown>) =>
  plan({ side: 'slack', call: 'chat.postMessage', ...fault });
const tweet = (patienceMs = 5000) =>
  moved(sandbox.xUrl, library.keys, undefined, patienceMs).v2.tweet('hello');
const say = () => clientOf(sandbox.slackUrl).chat.postMessage({ channel: desk, text: 'hello' });
const act = async (path: string, args: Record<string, unknown>) =>
  (await control(sandbox, 'POST', path, args)).body;
const onX = async () =>
  ((await act('/x/timeline', { handle: library.handle })).posts as unknown[]).length - 3;
const inSlack = async () => ((await act('/slack/messages', { channel: desk })).messages as unknown[]).length;

describe('a fault that cannot be', () => {
  test.each([
    [{ side: 'y', how: 'reset' }, "'side' is 'y', not one of slack, x, bluesky."],
    [{ side: 'x', how: 'explode' }, "'how' is 'explode', not one of refused, reset, hang, status, slow,"],
    [{ side: 'x', how: 'reset' }, "'call' is missing"],
    [{ side: 'x', how: 'reset', call: 'chat.postMessage' }, 'There is: GET /2/users/me,'],
    [
      { side: 'slack', how: 'reset', call: 'chat.post' },
      "slack has no call 'chat.post'. There is: auth.test,",
    ],
    [{ side: 'x', how: 'reset', call: 'POST /2/tweets', when: 'soon' }, 'not one of before, after, late'],
    [{ side: 'x', how: 'cut', call: 'POST /2/tweets', when: 'late' }, 'late goes with reset, hang, status'],
    [{ side: 'x', how: 'reset', call: 'POST /2/tweets', lateMs: 5 }, "'lateMs' goes with when: late"],
    [{ side: 'x', how: 'reset', call: 'POST /2/tweets', ms: 5 }, "'ms' goes with how: refused or slow"],
    [{ side: 'x', how: 'status', call: 'POST /2/tweets', status: 99 }, "'status' is 99"],
    [{ side: 'x', how: 'status', call: 'POST /2/tweets', headers: { a: 1 } }, "the header 'a' is 1"],
    [{ side: 'x', how: 'reset', call: 'POST /2/tweets', times: 0.5 }, "'times' is 0.5"],
    [{ side: 'x', how: 'refused', call: 'POST /2/tweets' }, "a refused connection has no 'call'"],
    [{ side: 'x', how: 'reset', call: 'POST /2/tweets', times: 'often' }, 'not a whole number or "always"'],
    [{ side: 'x', how: 'odd' }, "'odd' is '', not one of no-conversation-id, no-author,"],
    [{ side: 'slack', how: 'odd', odd: 'no-text' }, "'odd' goes with side: x"],
    [{ side: 'x', how: 'odd', odd: 'no-text', when: 'after' }, "'odd' has no 'when'"],
    [{ side: 'x', how: 'odd', odd: 'no-text', call: 'POST /2/tweets' }, 'Only reads have odd posts.'],
    [{ side: 'x', how: 'refused-field' }, "'field' is missing"],
    [{ side: 'x', how: 'hang', call: 'POST /2/tweets', post: '1' }, "'post' goes with how: odd"],
    [{ side: 'x', how: 'reset', what: 1 }, "there is no argument 'what'. It takes side: string"],
  ])('%j says what is allowed', async (fault, error) => {
    expect(await plan(fault)).toEqual({ status: 400, body: { error: expect.stringContaining(error) } });
    expect((await control(sandbox, 'GET', '/faults')).body).toEqual({ planned: [] });
  });
});

test('an odd post and a refused field can be planned over HTTP, and call for no other fault', async () => {
  const odd = { side: 'x', how: 'odd', odd: 'no-text', post: '42' };
  const refused = { side: 'x', how: 'refused-field', field: 'withheld', call: 'POST /2/tweets' };
  expect((await plan({ ...odd, times: 'always' })).status).toBe(200);
  await plan(odd);
  await plan(refused);
  const planned = [
    { ...odd, times: 'always' },
    { ...odd, times: 1 },
    { ...refused, times: 'always' },
  ];
  expect((await control(sandbox, 'GET', '/faults')).body).toEqual({ planned });
  await expect(tweet()).resolves.toMatchObject({ data: { text: 'hello' } });
});

test('what is planned can be read and taken back', async () => {
  await failX({ how: 'hang', times: 2 });
  const planned = [{ side: 'x', call: 'POST /2/tweets', when: 'before', how: 'hang', times: 2 }];
  expect((await control(sandbox, 'GET', '/faults')).body).toEqual({ planned });
  await control(sandbox, 'DELETE', '/faults');
  await expect(tweet()).resolves.toMatchObject({ data: { text: 'hello' } });
});

describe('a refused connection', () => {
  const connectionOf = (origin: string) =>
    new Promise<string>((resolve) => {
      http
        .get(origin, { agent: false }, (response) => {
          response.resume();
          resolve('taken');
        })
        .on('error', (error: NodeJS.ErrnoException) => resolve(String(error.code)));
    });

  test('never reaches the call, until the fault is cleared', async () => {
    await plan({ side: 'x', how: 'refused' });
    expect(await connectionOf(sandbox.xUrl)).toBe('ECONNREFUSED');
    await expect(tweet()).rejects.toThrow(ApiRequestError);
    expect(await connectionOf(sandbox.slackUrl)).toBe('taken');
    await control(sandbox, 'DELETE', '/faults');
    await tweet();
    expect(await onX()).toBe(1);
  });

  test('is accepted again after its time, or a reset', async () => {
    await plan({ side: 'slack', how: 'refused', ms: 50 });
    await expect(say()).rejects.toMatchObject({ original: { cause: { code: 'ECONNREFUSED' } } });
    await expect.poll(() => connectionOf(sandbox.slackUrl)).toBe('taken');
    await plan({ side: 'slack', how: 'refused' });
    await control(sandbox, 'POST', '/reset');
    await say();
    expect(await inSlack()).toBe(1);
  });

  test('is also refused to who kept one open', async () => {
    const agent = new http.Agent({ keepAlive: true });
    const get = () =>
      new Promise<string>((resolve) => {
        http
          .get(sandbox.xUrl, { agent }, (response) => response.resume().on('end', () => resolve('taken')))
          .on('error', (error: NodeJS.ErrnoException) => resolve(String(error.code)));
      });
    expect(await get()).toBe('taken');
    await plan({ side: 'x', how: 'refused' });
    await expect.poll(get).toBe('ECONNREFUSED');
    agent.destroy();
  });
});

describe('before it took effect, a call', () => {
  test.each([
    ['that is reset', { how: 'reset' }],
    ['that is never answered', { how: 'hang' }],
    ['that answers 503', { how: 'status' }],
    ['that is cut off', { how: 'cut' }],
    ['that trickles', { how: 'trickle', ms: 0 }],
  ])('%s does nothing', async (_how, fault) => {
    await failX(fault);
    await failSlack(fault);
    const tweeted = expect(tweet(120)).rejects.toThrow();
    const answered = fetch(`${sandbox.slackUrl}chat.postMessage`, {
      method: 'POST',
      headers: { authorization: 'Bearer xoxb-sandbox' },
      body: new URLSearchParams({ channel: desk, text: 'a' }),
      signal: AbortSignal.timeout(120),
    }).then((response) => response.json());
    await Promise.all([tweeted, expect(answered).rejects.toThrow()]);
    expect([await onX(), await inSlack()]).toEqual([0, 0]);
  });

  test('that is slow takes effect after its wait', async () => {
    await failX({ how: 'slow', ms: 200 });
    const slow = tweet();
    await expect.poll(() => sandbox.faults.planned()).toEqual([]);
    expect(await onX()).toBe(0);
    await slow;
    expect(await onX()).toBe(1);
  });
});

describe('after it took effect, a call', () => {
  test.each([
    ['reset', ApiRequestError],
    ['hang', ApiRequestError],
    ['cut', ApiPartialResponseError],
  ])('may end in a %s', async (how, error) => {
    await failX({ when: 'after', how });
    await failSlack({ when: 'after', how });
    const impatient = clientOf(sandbox.slackUrl, 'xoxb-sandbox', 120);
    const posted = impatient.chat.postMessage({ channel: desk, text: 'a' });
    await Promise.all([expect(tweet(120)).rejects.toThrow(error), expect(posted).rejects.toThrow()]);
    expect([await onX(), await inSlack()]).toEqual([1, 1]);
  });

  test('may be answered slowly, or byte by byte, and truly', async () => {
    await failX({ when: 'after', how: 'slow', ms: 20 });
    await expect(tweet()).resolves.toMatchObject({ data: { text: 'hello' } });
    await plan({ side: 'slack', call: 'auth.test', when: 'after', how: 'trickle', ms: 0 });
    await expect(clientOf(sandbox.slackUrl).auth.test()).resolves.toMatchObject({ ok: true });
  });
});

describe('a call may be answered', () => {
  test('with a page for people', async () => {
    const body = '<html><body>Bad Gateway</body></html>';
    await failX({ when: 'after', how: 'status', status: 502, body });
    const { code, data } = await xRefusal(tweet());
    expect([code, data]).toEqual([502, body]);
    await failSlack({ how: 'status', status: 502, body });
    await expect(say()).rejects.toThrow('502');
    expect([await onX(), await inSlack()]).toEqual([1, 0]);
  });

  test('with a 429 that says when to come again', async () => {
    const body = { title: 'Too Many Requests', status: 429 };
    const headers = {
      'x-rate-limit-limit': '100',
      'x-rate-limit-remaining': '0',
      'x-rate-limit-reset': '1800000000',
    };
    await failX({ how: 'status', status: 429, headers, body });
    const { code, rateLimit } = await xRefusal(tweet());
    expect([code, rateLimit]).toMatchObject([429, { remaining: 0, reset: 1_800_000_000 }]);
    await failSlack({ how: 'status', status: 429, headers: { 'retry-after': '30' }, body: { ok: false } });
    expect(await slackRefusal(say())).toMatchObject({ error: 'ratelimited', retryAfter: 30 });
  });

  test('late: it fails at once and takes effect afterwards', async () => {
    await failSlack({ when: 'late', how: 'reset', lateMs: 60_000 });
    await failX({ when: 'late', how: 'status', status: 500, lateMs: 60_000 });
    await expect(say()).rejects.toThrow();
    expect((await xRefusal(tweet())).code).toBe(500);
    expect([await onX(), await inSlack()]).toEqual([0, 0]);
    await control(sandbox, 'POST', '/clock', { advanceMs: 60_000 });
    await expect.poll(async () => [await onX(), await inSlack()]).toEqual([1, 1]);
  });

  test('wrongly so many times, and rightly then', async () => {
    await failX({ how: 'reset', times: 2 });
    for (let call = 0; call < 2; call += 1) await expect(tweet()).rejects.toThrow(ApiRequestError);
    await tweet();
    expect(await onX()).toBe(1);
  });
});
