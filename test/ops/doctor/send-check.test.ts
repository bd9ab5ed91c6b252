import { beforeEach, describe, expect, it } from 'vitest';
import type { Check } from '../../../src/core/doctor/check.js';
import { postId } from '../../../src/core/ids.js';
import { KeysRefused, OutcomeUnknown, Rejected } from '../../../src/errors.js';
import { checksWithSend, sendCheck } from '../../../src/ops/doctor/send-check.js';
import { aDesk, tuesday } from '../../build.js';

type Given = Parameters<typeof sendCheck>[0];

const desk = {
  ...aDesk(),
  account: { ...aDesk().account, secrets: 'MAIN', ownsApp: true },
};
let asked: string[];
beforeEach(() => {
  asked = [];
});

/** The line about a post of which this became. */
async function check(became: Awaited<ReturnType<Given['send']>>, given: Partial<Given> = {}) {
  const agree = async (question: string) => {
    asked.push(question);
    return true;
  };
  const send: Given['send'] = async (_text, agree) => {
    await agree();
    return became;
  };
  const [line] = await sendCheck({ desk, agree, send, now: tuesday, ...given });
  return line;
}

describe('the line about --send', () => {
  it('comes after a question with the words, what followers may see and the price', async () => {
    expect(await check({ became: 'deleted' })).toEqual({
      id: 'x.send',
      mark: 'ok',
      found: "X: a post was written and deleted ($0.025, on the desk's bill).",
    });
    expect(asked).toEqual([
      [
        'Write this as @centrallibrary on X, and delete it at once?',
        '    A test, 2026-11-24 10:42:00. We delete it right away.',
        '  Followers may see it, and be notified of it, before it is gone.',
        '  X bills $0.025 for both.',
      ].join('\n'),
    ]);
  });

  it('names the price of a link where the desk has such words of its own', async () => {
    await check(
      { became: 'deleted' },
      { desk: { ...desk, words: { 'test.post': 'See library.org {time}' } } },
    );
    expect(asked[0]).toContain('X bills $0.21 for both.');
  });

  it.each([
    [undefined, 'wrong', 'Run `greeting-desk doctor --send` in a terminal.'],
    [false, 'unknown', undefined],
  ])('says when the answer is %s that nothing was sent', async (answer, mark, fix) => {
    const send: Given['send'] = async (_text, agree) => ({
      became: (await agree()) ? 'deleted' : 'not-agreed',
    });
    const line = await check({ became: 'deleted' }, { agree: async () => answer, send });
    expect([line?.mark, line?.fix]).toEqual([mark, fix]);
  });

  it.each([
    ['practice', { practice: true }, 'people practise here'],
    ['links alone', { linkOnly: true as const }, 'this desk never writes there'],
  ])('says at a desk with %s why nothing was sent', async (_what, more, why) => {
    const own = { ...desk, account: { ...desk.account, ...more } };
    const line = await check({ became: 'deleted' }, { desk: own });
    expect([line?.mark, line?.found, asked]).toEqual(['note', `X: nothing was sent, because ${why}.`, []]);
  });

  it('gives the link of a post that was not deleted', async () => {
    const fault = new OutcomeUnknown('X');
    expect(await check({ became: 'left', id: postId('17'), fault })).toMatchObject({
      mark: 'wrong',
      fix: 'Delete it yourself: https://x.com/i/status/17',
    });
  });

  it('says where to look when X gave no answer', async () => {
    expect(await check({ became: 'unknown', fault: new OutcomeUnknown('X') })).toMatchObject({
      mark: 'wrong',
      fix: 'Look at https://x.com/centrallibrary, and delete the post there if you see it.',
    });
  });

  it('says how a token gets the right to write', async () => {
    const fault = new KeysRefused('X', 'Not permitted.', 'not-permitted');
    const line = await check({ became: 'refused', fault });
    expect(line?.found).toBe('X: the access token may only read (Not permitted).');
    expect(line?.fix).toContain('make the access token anew and set X_MAIN_ACCESS_TOKEN');
  });

  it('that is paused is left open, with what to do', async () => {
    const line = await check({ became: 'paused' });
    expect(line).toMatchObject({ mark: 'unknown', fix: 'In Slack: /greet resume.' });
  });

  it.each([
    ['desk', "the desk's budget of this month", 'desks.central.budget'],
    ['together', 'the budget of this month for all desks together', 'budget (not that of a desk)'],
  ] as const)('says that the budget of %s is used up, and where it is raised', async (of, whose, where) => {
    expect(await check({ became: 'over-budget', of })).toEqual({
      id: 'x.send',
      mark: 'unknown',
      found: `X: nothing was sent, because ${whose} is used up.`,
      fix: `Raise ${where} in desk.yaml, or wait for the next month.`,
    });
  });

  it("says X's own words of any other refusal", async () => {
    const line = await check({ became: 'refused', fault: new Rejected('other', 'Over capacity.') });
    expect(line).toMatchObject({ mark: 'wrong', found: 'X: the post was not taken (Over capacity).' });
  });

  it('says that nothing was sent where Redis is away, because nobody knows of a pause then', async () => {
    const send = async () => {
      throw new Error('Connection is closed.');
    };
    expect(await check({ became: 'deleted' }, { send })).toMatchObject({
      mark: 'wrong',
      fix: 'Repair Redis (REDIS_URL) first.',
    });
  });
});

describe('what X did not say of the token', () => {
  const unsaid: Check = { id: 'x.right', mark: 'unknown', found: 'not known without --send' };

  it.each([
    ['ok', false],
    ['unknown', true],
    ['wrong', true],
  ] as const)('after a post that is %s stays open: %s', async (mark, stays) => {
    const sent: Check = { id: 'x.send', mark, found: '' };
    const checks = await checksWithSend(desk, [unsaid], async () => [sent]);
    expect(checks).toEqual(stays ? [unsaid, sent] : [sent]);
  });
});
