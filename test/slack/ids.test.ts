import { expect, it } from 'vitest';
import { cardId, deskId } from '../../src/core/ids.js';
import { decodeRef, encodeRef, starterActionId, starterActionPattern } from '../../src/slack/ids.js';

const ref = { desk: deskId('central'), card: cardId('mention-1930000000000000001-1930000000000000002') };

it('a ref comes back from a button as it went', () => {
  for (const extra of ['take-over', '1930000000000000003', 'Hi Maya, ', 'two\nlines', '']) {
    expect(decodeRef(encodeRef({ ...ref, extra }))).toEqual({ ...ref, extra });
  }
  expect(decodeRef(encodeRef(ref))).toEqual(ref);
});

it('a ref with a menu option fits what an option takes', () => {
  expect(encodeRef({ ...ref, extra: 'take-over' }).length).toBeLessThan(75);
});

it('what is no ref is none', () => {
  const garbage = [undefined, null, 7, {}, '', 'central', 'central ', 'Central follow-1', 'central other-1'];
  for (const value of [...garbage, `central follow-1 ${'x'.repeat(2000)}`]) {
    expect(decodeRef(value)).toBeUndefined();
  }
});

it('a starter is known by its action id', () => {
  expect(starterActionPattern.exec(starterActionId('ask-back'))?.[1]).toBe('ask-back');
  expect(starterActionPattern.test('open')).toBe(false);
});
