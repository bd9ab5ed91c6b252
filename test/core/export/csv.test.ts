import { expect, it } from 'vitest';
import { csvLine } from '../../../src/core/export/csv.js';

it('ends each line as RFC 4180 wants it, and leaves plain words as they are', () => {
  expect(csvLine(['2026-03-03', undefined, 'Yes, until "eight".', "Mon'day"])).toBe(
    `2026-03-03,,"Yes, until ""eight"".",Mon'day\r\n`,
  );
});

it('keeps the lines of a text together', () => {
  expect(csvLine(['one\ntwo', 'a\r\nb'])).toBe('"one\ntwo","a\r\nb"\r\n');
});

it.each(['=1+1', '+44 20', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1', '＠SUM(A1)'])(
  'a spreadsheet takes %j for words, not for a formula',
  (text) => {
    expect(csvLine([text]).replaceAll('"', '')).toBe(`'${text}\r\n`);
  },
);

it('guards a formula that has to be quoted too', () => {
  expect(csvLine(['=HYPERLINK("x","y")'])).toBe(`"'=HYPERLINK(""x"",""y"")"\r\n`);
});
