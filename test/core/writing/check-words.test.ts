import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actId, panelId } from '../../../src/core/ids.js';
import { networks } from '../../../src/core/network/networks.js';
import { checkWords, type Written } from '../../../src/core/writing/check-words.js';
import { type CheckName, type CheckSetting, checkNames } from '../../../src/core/writing/finding.js';
import { weighLength } from '../../../src/core/writing/post-text.js';
import { aCard, aFollow, aPatron, tuesday, usualChecks } from '../../build.js';

const follower = aCard({ acts: [aFollow()] });

function written(text: string, given: Partial<Written> = {}): Written {
  return {
    card: aCard(),
    text,
    signature: '^AK',
    openings: ['Hi Maya, ', 'Thank you, Maya! '],
    checks: usualChecks,
    helpDesk: '020 7946 0999',
    said: [],
    us: 'centrallibrary',
    longPosts: false,
    network: networks.x,
    reach: 'api',
    ...given,
  };
}

const check = (text: string, given: Partial<Written> = {}) => checkWords(written(text, given));
const withSetting = (name: CheckName, setting: CheckSetting, more: Partial<Written['checks']> = {}) => ({
  checks: { ...usualChecks, ...more, settings: { ...usualChecks.settings, [name]: setting } },
});

describe('a hello to everybody new', () => {
  const act = {
    kind: 'hello' as const,
    id: actId('hello-digest-7'),
    at: tuesday,
    answered: false,
    digest: panelId('digest-7'),
    greets: 2,
  };
  const card = aCard({ acts: [act] });

  it('names nobody, whatever the desk wants checked', () => {
    const names = 'Welcome @maya_reads! What do you read?';
    expect(check(names, { card, ...withSetting('others', 'off') }).stop).toEqual({
      check: 'helloNames',
      found: 'maya_reads',
    });
    expect(check('New here? What do you read?', { card }).stop).toBeUndefined();
    expect(check('Hi Xena, and all who are new', { card }).warnings).toEqual([]);
  });
});

describe('length as X weighs it', () => {
  it.each([
    ['', 0],
    ['Hi Maya', 7],
    ['e\u0301', 1],
    ['📚', 2],
    ['👨‍👩‍👧‍👦', 2],
    ['日本', 4],
    ['see https://library.org/a/very/long/address/that/goes/on', 27],
    ['see library.org', 27],
  ])('"%s" weighs %d', (text, length) => {
    expect(weighLength(text, networks.x)).toEqual({ length, left: 280 - length });
  });

  it('counts the signature', () => {
    expect(check('x'.repeat(276)).stop).toBeUndefined();
    expect(check('x'.repeat(277)).stop).toEqual({ check: 'length', over: 1 });
    expect(check(`${'x'.repeat(276)} ^AK`).stop).toBeUndefined();
    expect(check('x'.repeat(288)).stop).toEqual({ check: 'length', over: 12 });
  });

  it('goes further where the account may write long posts', () => {
    expect(check('x'.repeat(2_000), { longPosts: true })).toMatchObject({ left: 22_996, warnings: [] });
  });
});

describe('words that say nothing', () => {
  it.each(['', ' \n', '^AK', ' ^ak '])('"%s" is empty', (text) => {
    expect(check(text).stop).toEqual({ check: 'empty' });
  });

  it.each(['Hi Maya, ', 'Hi Maya', 'hi  maya!', ' Hi Maya, ^AK', 'HI MAYA,…'])(
    '"%s" adds nothing',
    (text) => {
      expect(check(text).stop).toEqual({ check: 'nothingAdded', opening: 'Hi Maya,' });
    },
  );

  it('whichever opening it is', () => {
    expect(check('Thank you, Maya!').stop).toEqual({ check: 'nothingAdded', opening: 'Thank you, Maya!' });
    expect(check('Thank you, Maya! So glad it helped.').stop).toBeUndefined();
  });

  it.each(['Hi Maya, yes', 'Yes', 'Hi Maya, 👍'])('"%s" can go', (text) => {
    expect(check(text)).toMatchObject({ text: `${text} ^AK`, warnings: [] });
    expect(check(text).stop).toBeUndefined();
  });
});

describe('links', () => {
  it('by accident are stopped, with their price', () => {
    expect(check('Open today.It closes at eight.').stop).toEqual({
      check: 'accidentalLinks',
      found: 'today.It',
      priceMicroUsd: 200_000,
    });
  });

  it.each(['today.it', 'LIBRARY.ORG', 'https://today.It', 'today.It/x'])(
    '"%s" is meant, and has its price',
    (link) => {
      expect(check(`See ${link} for more`)).toMatchObject({
        warnings: [{ check: 'links', priceMicroUsd: 200_000 }],
        priceMicroUsd: 200_000,
      });
    },
  );

  it('of ours are no reason to wait, but cost the same', () => {
    const ours = { checks: { ...usualChecks, ours: ['library.org/*'] } };
    expect(check('See library.org/hours', ours)).toMatchObject({ warnings: [], priceMicroUsd: 200_000 });
  });

  it('cost nothing where a person posts them in X', () => {
    const byHand = { reach: 'hand-off' } as const;
    expect(check('See library.org', byHand)).not.toHaveProperty('priceMicroUsd');
    expect(check('See library.org', byHand).warnings).toEqual([]);
    expect(check('Open today.It closes', byHand).stop).toEqual({
      check: 'accidentalLinks',
      found: 'today.It',
    });
  });
});

describe('a colleague would say', () => {
  it('when we said nearly this before', () => {
    const said = [{ id: '1', at: tuesday, text: 'Hi Leo, yes: 40 large-print crime novels at Central. ^CM' }];
    expect(check('Hi Maya, yes: 40 large-print crime novels at Central.', { said }).warnings).toEqual([
      { check: 'nearCopy', at: tuesday },
    ]);
  });

  it.each(['Thanks for following!', 'thank you so much for the follow', 'Hi there, thx for following us'])(
    'that thanking for a follow reads like a machine: %s',
    (text) => {
      expect(check(text, { card: follower }).warnings).toEqual([{ check: 'thanksForFollowing' }]);
      expect(check(text).warnings).toEqual([]);
    },
  );

  it.each([
    'Gracias por seguirnos',
    'Muchas gracias por el follow',
    'Danke fürs Folgen',
    'Vielen Dank, dass du uns folgst!',
    'Diolch am ein dilyn ni',
    'Diolch yn fawr iawn i chi am ddilyn',
  ])('the same in other languages: %s', (text) => {
    expect(check(text, { card: follower }).warnings).toEqual([{ check: 'thanksForFollowing' }]);
  });

  it.each([
    'Danke, Antwort folgt',
    'Gracias. Siguen abiertas',
    'Diolch. Mwy i ddilyn',
    'Thanks. Follow the signs',
  ])('nothing of thanks for something else: %s', (text) => {
    expect(check(text, { card: follower }).warnings).toEqual([]);
  });

  it('thanks in words of its own', () => {
    const followThanks = { thanks: ['dzięki'], following: ['obserwowanie'] };
    const checks = { ...usualChecks, followThanks };
    expect(check('Dzięki za obserwowanie', { card: follower, checks }).warnings).toEqual([
      { check: 'thanksForFollowing' },
    ]);
  });

  it('that it greets somebody else', () => {
    expect(check('Hi Xena, yes').warnings).toEqual([{ check: 'otherName', found: 'Xena' }]);
  });

  it('nothing of a greeting about what the person posts', () => {
    const text = 'Hi Sam, thanks for the allotment tip! Do follow the shelf signs.';
    expect(check(text, { card: follower }).warnings).toEqual([]);
  });

  it('who else is named', () => {
    expect(check('Hi @maya_reads, ask @Leo_x or @CentralLibrary').warnings).toEqual([
      { check: 'others', found: 'Leo_x' },
    ]);
  });

  it('that the signature is not theirs', () => {
    expect(check('Hi Maya, yes. ^CM').warnings).toEqual([{ check: 'signature', found: '^CM', own: '^AK' }]);
  });

  it('two things at most', () => {
    const text = 'Thanks for following @leo_x at library.org ^CM';
    expect(check(text, { card: follower }).warnings.map((one) => one.check)).toEqual([
      'thanksForFollowing',
      'others',
    ]);
  });
});

it('how the help desk is reached may be said', () => {
  expect(check('Hi Maya, the help desk knows: 020 7946 0999').stop).toBeUndefined();
});

describe('the settings of a desk', () => {
  it('block its own words, whole ones', () => {
    const own = withSetting('blocked', 'stop', { blockedWords: ['rude*', 'bin man'] });
    expect(check('Not Rudely meant', own).stop).toEqual({ check: 'blocked', found: 'Rudely' });
    expect(check('The bin  man knows', own).stop).toEqual({ check: 'blocked', found: 'bin  man' });
    expect(check('A crude bin manual', own).stop).toBeUndefined();
  });

  it('make a stop of a warning, a warning of a stop, or nothing of either', () => {
    const text = 'Hi Maya, ring 07700 900123';
    expect(check(text).stop).toMatchObject({ check: 'personal', found: '07700 900123' });
    expect(check(text, withSetting('personal', 'warn'))).toMatchObject({ warnings: [{ check: 'personal' }] });
    expect(check(text, withSetting('personal', 'warn')).stop).toBeUndefined();
    expect(check(text, withSetting('personal', 'off')).warnings).toEqual([]);
    expect(check('Ask @leo_x', withSetting('others', 'stop')).stop).toMatchObject({ check: 'others' });
  });

  it('may ask for what is easy to read', () => {
    const on = (name: CheckName) => withSetting(name, 'warn');
    const long = `Hi Maya, ${'well '.repeat(30)}`;
    expect([check(long).warnings, check(long, on('readingLevel')).warnings]).toEqual([
      [],
      [{ check: 'readingLevel', words: 32 }],
    ]);
    expect(check('Yes #librarylovers', on('hashtags')).warnings).toEqual([
      { check: 'hashtags', found: 'librarylovers' },
    ]);
    expect(check('Yes 📚📚📚📚', on('emoji')).warnings).toEqual([{ check: 'emoji', count: 4 }]);
  });
});

it('never fails, and says at most two things besides a stop, whatever the words are', () => {
  const settings = fc.constantFrom<CheckSetting>('stop', 'warn', 'off');
  const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }));
  fc.assert(
    fc.property(text, text, fc.constantFrom(...checkNames), settings, (said, other, name, setting) => {
      const given = withSetting(name, setting, { blockedWords: [other], ours: [other] });
      const checked = check(said, { ...given, said: [{ id: '1', at: 0, text: other }] });
      expect(checked.warnings.length).toBeLessThanOrEqual(2);
      if (setting !== 'stop') expect(checked.stop?.check).not.toBe(name);
    }),
    { numRuns: 50 },
  );
});

describe('on Bluesky', () => {
  const network = networks.bluesky;
  const onBluesky = (text: string, given: Partial<Written> = {}) =>
    check(text, { network, us: 'library.bsky.social', ...given });
  const family = '👨‍👩‍👧';
  const sam = aCard({ patron: aPatron({ handle: 'maya.bsky.social' }) });

  it('300 characters as people see them are taken, and a link counts all of its own', () => {
    expect(onBluesky('x'.repeat(296))).toMatchObject({ left: 0 });
    expect(onBluesky('x'.repeat(299)).stop).toEqual({ check: 'length', over: 3 });
    expect(onBluesky('é'.repeat(296))).toMatchObject({ left: 0, bytesLeft: 3_000 - 2 * 296 - 4 });
    expect(onBluesky('https://library.org/large-print')).toMatchObject({ left: 300 - 31 - 4 });
  });

  it('and 3,000 bytes, which few characters may have', () => {
    const most = family.repeat(166);
    expect(onBluesky(most)).toMatchObject({ left: 130, bytesLeft: 3_000 - 18 * 166 - 4 });
    expect(onBluesky(`${most}${family}`).stop).toEqual({ check: 'length', over: 10, in: 'bytes' });
    expect(check(`${most}${family}`)).not.toHaveProperty('bytesLeft');
  });

  it('of both limits the characters are named first', () => {
    expect(onBluesky(family.repeat(300)).stop).toEqual({ check: 'length', over: 4 });
  });

  it('a link has no price: none is warned of, but two sentences without a space are', () => {
    expect(onBluesky('See library.org and https://example.org')).toMatchObject({ warnings: [] });
    expect(onBluesky('See library.org')).not.toHaveProperty('priceMicroUsd');
    expect(onBluesky('It opens today.It closes at five.').stop).toEqual({
      check: 'accidentalLinks',
      found: 'today.It',
    });
  });

  it('others are named by a whole domain: the patron, we and half a name are nobody else', () => {
    const text = 'Hi @maya.bsky.social, ask @Library.bsky.social or @maya';
    expect(onBluesky(text, { card: sam }).warnings).toEqual([]);
    expect(onBluesky(`${text} or @leo.example.org`, { card: sam }).warnings).toEqual([
      { check: 'others', found: 'leo.example.org' },
    ]);
  });
});

describe('in private', () => {
  const inPrivate = { policyLine: 'How we treat what you write: https://library.example/privacy' };

  it('the words end with the line about privacy, once, also where a draft has it', () => {
    const { text } = check('Hi Maya, yes.', { inPrivate });
    expect(text).toBe(`Hi Maya, yes. ^AK\n\n${inPrivate.policyLine}`);
    expect(check(text, { inPrivate }).text).toBe(text);
    expect(check(inPrivate.policyLine, { inPrivate, signature: '' }).stop).toEqual({ check: 'empty' });
  });

  it('a message may have 10,000 characters with that line, each of which counts one', () => {
    const room = 10_000 - `^AK\n\n${inPrivate.policyLine}`.length - 1;
    expect(check('é'.repeat(room), { inPrivate })).toMatchObject({ left: 0 });
    expect(check('é'.repeat(room + 2), { inPrivate }).stop).toEqual({ check: 'length', over: 2 });
  });

  it('personal details, other people and links are nobody else\u2019s business, and cost nothing', () => {
    const text =
      'Hi Maya, card 2 1234 00987654 3, your hold on Emma. Ask @samokafor: https://elsewhere.example';
    expect(check(text, { inPrivate })).toMatchObject({ warnings: [], found: [] });
    expect(check(text, { inPrivate })).not.toHaveProperty('priceMicroUsd');
    expect(check(text).stop).toMatchObject({ check: 'personal' });
  });

  it("the library's own blocked words stop them all the same", () => {
    const blocked = { ...usualChecks, blockedWords: ['fine waived'] };
    expect(check('Your fine waived.', { inPrivate, checks: blocked }).stop).toMatchObject({
      check: 'blocked',
    });
  });
});
