import { describe, expect, it } from 'vitest';
import type { Fault } from '../../src/sandbox/world/faults.js';
import { answersIn, answersNo, undoMs } from './answers.js';
import { ana, carla, wordsOf } from './desk.js';
import { scene, tuesdayMorning, useScene } from './scene.js';

const minutes = (count: number) => count * 60_000;

let monotonic = 0;
/** The process stands still at the next so many looks at the monotonic clock. */
let freezes = 0;
useScene({
  // A call to X that waits to be tried again waits by this clock.
  sandbox: { speed: 1 },
  overrides: {
    timings: { writeDeadlineMs: 400 },
    clock: {
      now: () => scene?.sandbox.clock.now() ?? tuesdayMorning,
      monotonic: () => {
        if (freezes-- > 0) monotonic += 3_000;
        return monotonic;
      },
    },
  },
});

const answers = answersIn(() => scene);
const { answered, sends, sendsAgain, shown } = answers;

/** From now on X refuses connections. */
const refuses = () => scene.sandbox.faults.plan({ side: 'x', how: 'refused' });

describe('an answer that X certainly did not take', () => {
  it('because it was never reached is tried again, and goes out once', async () => {
    const { words } = await sends('Una Hill');
    await refuses();
    await scene.pass(30_000);
    expect(await shown('Una Hill')).toContain("Ana's answer goes out at");
    await scene.sandbox.faults.clear();
    await scene.pass(60_000);
    expect(scene.published(words)).toHaveLength(1);
    expect(await shown('Una Hill')).toContain('Ana answered at');
  });

  it('in a long outage ends in "Still true?", never in a post', async () => {
    const { words } = await sends('Ida Fox');
    await refuses();
    await scene.pass(minutes(20));
    expect(await shown('Ida Fox')).toContain('Still true? Press Send again.');
    scene.sandbox.clock.advance(minutes(20));
    await scene.sandbox.faults.clear();
    await scene.pass(minutes(2));
    expect(scene.published(words)).toEqual([]);
    await sendsAgain('Ida Fox');
    await scene.pass(undoMs + 1_000);
    expect(scene.published(words)).toHaveLength(1);
  });

  it('because X asks to wait goes out then, while it is good', async () => {
    const words = await answered('Bo Dahl', waits(300_000));
    expect(await shown('Bo Dahl')).toContain('X asks us to wait until');
    expect(scene.published(words)).toEqual([]);
    await scene.pass(300_000);
    expect(scene.published(words)).toHaveLength(1);
  });

  it('because X asks to wait for longer than it is good comes back', async () => {
    const words = await answered('Cy Lund', waits(minutes(30)));
    expect(await shown('Cy Lund')).toContain('X asks us to wait too long for this answer.');
    await scene.pass(minutes(31));
    expect(scene.published(words)).toEqual([]);
  });

  it('because the process stood still between record and call is put back, and goes out once', async () => {
    const { words } = await sends('Pia Roth');
    // Before the record, and before the call.
    freezes = 2;
    await scene.pass(undoMs + 1_000);
    expect(freezes).toBeLessThan(0);
    expect(scene.published(words)).toHaveLength(1);
  });

  it('because the desk stood still for half an hour lapses', async () => {
    const { words } = await sends('Tom Vale');
    scene.sandbox.clock.advance(minutes(30));
    await scene.app.idle();
    await scene.pass(10_000);
    expect(scene.published(words)).toEqual([]);
    expect(await shown('Tom Vale')).toContain('Still true? Press Send again.');
  });
});

const waits = (ms: number): Partial<Fault> => ({
  ...answersNo(429, { title: 'Too Many Requests', status: 429 }),
  headers: {
    'x-rate-limit-reset': String(Math.ceil((scene.sandbox.clock.now() + undoMs + ms) / 1000)),
    'x-rate-limit-remaining': '0',
  },
});

describe('when X says no', () => {
  const forbidden = (detail: string) =>
    answersNo(403, { title: 'Forbidden', type: 'about:blank', status: 403, detail });

  it('the words come back with the reason', async () => {
    const words = await answered('Kim Roe', forbidden('Your account is on hold.'));
    expect(await shown('Kim Roe')).toContain('X said no: Your account is on hold.');
    await scene.press(ana, 'Kim Roe', 'Open');
    expect(wordsOf((await scene.view(ana)).blocks)).toContain(words);
    await scene.slack('close', { user: ana });
  });

  it('because the patron did not mention us, the words are ready to be finished in X', async () => {
    const detail =
      'Reply to this conversation is not allowed because you have not been mentioned or otherwise engaged by the author of the post you are replying to.';
    await answered('Lea Kern', forbidden(detail));
    expect(await shown('Lea Kern')).toContain("X won't take this from us, because Lea didn't mention us.");
    await scene.press(ana, 'Lea Kern', 'Open');
    expect(wordsOf((await scene.view(ana)).blocks)).toContain('Open in X');
    await scene.slack('close', { user: ana });
  });

  it.each([
    [
      'our sign-in is no good any more',
      answersNo(401, { title: 'Unauthorized', type: 'about:blank', status: 401, detail: 'Unauthorized' }),
      "X doesn't let us in.",
      'X takes no answers from @centrallibrary (Unauthorized).',
    ],
    [
      'the app may only read',
      answersNo(403, {
        ...{ title: 'Forbidden', status: 403, type: 'https://api.twitter.com/2/problems/oauth1-permissions' },
        detail:
          'Your client app is not configured with the appropriate oauth1 app permissions for this endpoint.',
      }),
      "X doesn't let our app do this.",
      "X doesn't let our app post as @centrallibrary. Until that is repaired nothing goes out. Drafts are kept. In X's developer console, set user authentication settings to read and write",
    ],
    [
      'our credits are used up',
      answersNo(402, {
        title: 'Payment Required',
        detail: 'credits depleted',
        status: 402,
        type: 'https://api.x.com/2/problems/credits-depleted',
      }),
      "This month's X budget is used up.",
      'X takes no answers from @centrallibrary (credits depleted).',
    ],
  ])('because %s, the lead is told once', async (what, fault, onTheCard, told) => {
    const name = `Pat ${what.split(' ')[1]}`;
    const words = await answered(name, fault);
    expect(await shown(name)).toContain(onTheCard);
    answers.failPost(fault);
    await sendsAgain(name);
    await scene.pass(undoMs + 1_000);
    expect(scene.published(words)).toEqual([]);
    const toTheLead = await scene.whispers(carla);
    expect(toTheLead.filter((text) => text.startsWith(told))).toHaveLength(1);
  });

  it('because the spend cap is reached, which it says with a 403, the card says so', async () => {
    await answered(
      'Kai Berg',
      answersNo(403, {
        title: 'SpendCapReached',
        reset_date: '2026-12-14',
        type: 'https://api.x.com/2/problems/credits',
      }),
    );
    expect(await shown('Kai Berg')).toContain("This month's X budget is used up.");
  });

  it('because it has these words already, they come back', async () => {
    await answered('Gus Park', forbidden('You are not allowed to create a Tweet with duplicate content.'));
    expect(await shown('Gus Park')).toContain("X won't take the same words twice.");
  });
});

it('an approval is not sent by two desks over one Redis at once: X gets it one time', async () => {
  const other = scene.another();
  await other.start();
  const { words } = await sends('Ed Moss');
  await scene.pass(undoMs + 1_000);
  await other.idle();
  expect(scene.published(words)).toHaveLength(1);
  await other.close();
});
