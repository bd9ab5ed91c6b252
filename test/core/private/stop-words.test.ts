import { expect, it } from 'vitest';
import { asksToStop, stopWords } from '../../../src/core/private/stop-words.js';

it.each([
  'stop',
  'STOP!',
  ' Stop. ',
  'Please stop 🙏',
  'UNSUBSCRIBE',
  'Stopp!!',
  'Stopiwch',
  'PRZESTAŃ',
  'arre\u0302t',
  'Basta.',
  'Stop, please.',
  'Stop bitte!',
  'ALTO',
])('"%s" ends messages', (text) => expect(asksToStop(text, stopWords)).toBe(true));

it.each([
  '',
  '...',
  '🙏',
  "Don't stop!",
  'Does the 42 bus stop at Central?',
  'stop stop',
  'Please stop by',
  'nonstop',
])('"%s" ends nothing', (text) => expect(asksToStop(text, stopWords)).toBe(false));

it("the desk's own words take the place of the usual ones", () => {
  expect(asksToStop('Halt!', ['halt'])).toBe(true);
  expect(asksToStop('stop', ['halt'])).toBe(false);
});
