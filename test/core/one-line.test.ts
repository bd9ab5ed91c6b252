import { expect, it } from 'vitest';
import { asLine, isLine } from '../../src/core/one-line.js';

it.each([
  ['Ana\u200e', 'Ana'],
  ['\u001b[2J Ana\r\n\tKova\u010d ', '[2J Ana Kova\u010d'],
  ['A\u202en\u2066a\u2028b', 'Ana b'],
  ['\u202e\u0000', ''],
  ['Anastasia', 'Anas…'],
  // Half a character is none.
  ['Ana\u{1f600}tasia', 'Ana…'],
  ['\u200e'.repeat(30), '…'],
])('%j is the line %j', (text, line) => {
  expect(asLine(text, 5 + Number(text.includes('Kova')) * 20)).toBe(line);
});

it('what it gives is a line, unless it says nothing', () => {
  for (let code = 0; code < 0x2100; code++) {
    const line = asLine(`a${String.fromCharCode(code)}b`, 10);
    expect(isLine(line, 10), line).toBe(true);
  }
});
