import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { personalWords } from '../../../src/core/writing/finding.js';
import { isOurAddress, personalIn } from '../../../src/core/writing/personal.js';

const ours = [
  '020 7946 0000',
  'centrallibrary.org/*',
  '*@centrallibrary.org',
  'help@county.gov.uk',
  '0300 123',
];
const found = (text: string) => personalIn(text, { ours, personalWords });

describe('what is not for the public', () => {
  it.each([
    ['Call 07700 900123', 'phone', '07700 900123'],
    ['call me on +44 (0)7700 900-123!', 'phone', '+44 (0)7700 900-123'],
    ['Ring 01.23.45.67.89', 'phone', '01.23.45.67.89'],
    ['Ring (212) 555-0123', 'phone', '(212) 555-0123'],
    ['Ring 555-0123', 'phone', '555-0123'],
    ['Ring ０７７００ ９００１２３', 'phone', '07700 900123'],
    ['اتصل ٠٧٧٠٠ ٩٠٠١٢٣', 'phone', '07700 900123'],
    ['Your barcode 29012345678901 works', 'number', '29012345678901'],
    ['card D01234567?', 'number', 'D01234567'],
    ['Write to maya.ortiz+x@gmail.com.', 'email', 'maya.ortiz+x@gmail.com'],
    ['Schreib an jörg@bücher.example', 'email', 'jörg@bücher.example'],
    ['Maya, your hold on Middlemarch is in', 'about', 'your hold on'],
    ['Maya, YOUR  HOLD\non Middlemarch is in', 'about', 'YOUR  HOLD\non'],
  ])('%s', (text, what, said) => {
    expect(found(text)).toEqual({ check: 'personal', what, found: said });
  });
});

describe('what may be said', () => {
  it.each([
    'Open 9.00-17.00 and 10:00–16:30, on 24/11/2026 and 2026-11-24',
    'Open 0900-1700, Sundays 10.30am-4.30pm',
    'In 1999-2001, 2024/25 or 1939–45',
    'It is £1,000,000 or $12.50',
    'ISBN 978-0-14-143954-9',
    'ISBN 0-14-143951-3, or ISBN: 080442957X',
    '40 copies at Central, 12 at Park, 300 in all',
    'Room 12, shelf 823.91, floor 3',
    'Ring 020 7946 0000',
    'Ring +44 20 7946 0000 or 0300 123',
    'Write to ask@centrallibrary.org or help@county.gov.uk',
    'You can place a hold on it',
    'Hi Maya, yes 👍',
  ])('%s', (text) => {
    expect(found(text)).toBeUndefined();
  });
});

it('a wrong ISBN is a number like any other', () => {
  expect(found('ISBN 978-0-14-143954-8')).toMatchObject({ what: 'phone' });
});

describe('an address of ours', () => {
  it.each([
    // entry, what it frees, what it does not
    [
      'library.org',
      ['library.org', 'https://www.library.org/', 'library.org?from=x'],
      ['library.org/hours', 'a@library.org'],
    ],
    ['https://library.org/', ['LIBRARY.ORG'], ['shop.library.org']],
    [
      'library.org/renew',
      ['library.org/renew/', 'https://library.org/renew#how'],
      ['library.org', 'library.org/renew/me'],
    ],
    [
      'library.org/renew/*',
      ['library.org/renew', 'library.org/renew/me?a=b'],
      ['library.org/renewals', 'library.org'],
    ],
    [
      'library.org/*',
      ['library.org', 'library.org/hours', 'shop.library.org/x'],
      ['a@library.org', 'mylibrary.org'],
    ],
    ['help@library.org', ['help@library.org'], ['other@library.org', 'library.org']],
    [
      '*@library.org',
      ['a@library.org', 'a@mail.library.org'],
      ['library.org', 'a@mylibrary.org', 'a@library.org.evil.com'],
    ],
    ['@library.org', ['a@library.org'], ['library.org']],
    ['020 7946 0000', [], ['library.org']],
  ])('%s is what it says, and no more', (own, freed, others) => {
    expect(freed.filter((address) => !isOurAddress(address, [own]))).toEqual([]);
    expect(others.filter((address) => isOurAddress(address, [own]))).toEqual([]);
  });
});

it('never fails, whatever the words are', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: 'binary' }),
    fc
      .array(fc.constantFrom('0', '12', ' ', '-', '.', '@', '+', '(', 'a', '٣', '🙂'))
      .map((all) => all.join('')),
  );
  fc.assert(
    fc.property(text, fc.array(fc.string()), (said, own) => {
      personalIn(said, { ours: own, personalWords });
    }),
  );
});

it('our own number is free however it is written', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(' ', '-', ''), { minLength: 11, maxLength: 11 }), (gaps) => {
      const written = [...'02079460000'].map((digit, at) => digit + (at < 10 ? gaps[at] : '')).join('');
      expect(found(`Ring ${written} today`)).toBeUndefined();
    }),
  );
});

// A pattern that begins anew at each place takes minutes for these, and the test's own limit ends it.
it.each(['1', '1 ', '1.1-', 'a@', 'a.', '@a.', '(1'])('a long run of %j is looked through', (piece) => {
  found(piece.repeat(400_000 / piece.length));
});
