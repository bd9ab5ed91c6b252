import { describe, expect, it } from 'vitest';
import { networks } from '../../../src/core/network/networks.js';
import { checkWords } from '../../../src/core/writing/check-words.js';
import type { CheckSetting } from '../../../src/core/writing/finding.js';
import { aCard, usualChecks } from '../../build.js';

/** What is said of words that an account of several people wrote. */
const check = (text: string, signature: CheckSetting = 'warn') =>
  checkWords({
    card: aCard(),
    text,
    signature: '',
    shared: true,
    openings: ['Hi Maya, '],
    checks: { ...usualChecks, settings: { ...usualChecks.settings, signature } },
    helpDesk: '',
    said: [],
    us: 'centrallibrary',
    longPosts: false,
    network: networks.x,
    reach: 'api',
  });
const missing = { check: 'signature', missing: true };

describe('by a shared login', () => {
  it("words go out as they are typed, and anybody's signature is right", () => {
    const checked = check('Hi Maya, yes, until eight. ^AK');
    expect([checked.text, checked.stop, checked.warnings]).toEqual([
      'Hi Maya, yes, until eight. ^AK',
      undefined,
      [],
    ]);
  });

  it('words without a signature are held up, stopped or let go, as the desk set it', () => {
    expect(check('Hi Maya, yes.').warnings).toEqual([missing]);
    expect(check('Hi Maya, yes.', 'stop').stop).toEqual(missing);
    expect(check('Hi Maya, yes.', 'off').warnings).toEqual([]);
  });

  it('a signature alone is nothing written, and adds nothing to an opening', () => {
    expect(check(' ^AK ').stop).toEqual({ check: 'empty' });
    expect(check('Hi Maya, ^AK').stop).toMatchObject({ check: 'nothingAdded' });
  });
});
