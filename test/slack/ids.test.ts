import { expect, it } from 'vitest';
import { cardId, deskId, panelId } from '../../src/core/ids.js';
import {
  decodePanelRef,
  decodeRef,
  encodeRef,
  starterActionId,
  starterActionPattern,
} from '../../src/slack/ids.js';

const ref = { desk: deskId('central'), card: cardId('mention-1930000000000000001-1930000000000000002') };

it('a ref comes back from a button as it went', () => {
  for (const extra of ['take-over', '1930000000000000003', 'Hi Maya, ', 'two\nlines', '']) {
    expect(decodeRef(encodeRef({ ...ref, extra }))).toEqual({ ...ref, extra });
  }
  expect(decodeRef(encodeRef(ref))).toEqual(ref);
});

it('a ref to a panel comes back as it went, and is none to a card', () => {
  for (const id of ['digest-2026-11-24', 'digest-2026-11-24-2', 'fold-1930000000000000001']) {
    const about = { desk: deskId('central'), panel: panelId(id), extra: 'skip-all' };
    expect(decodePanelRef(encodeRef(about))).toEqual(about);
    expect(decodeRef(encodeRef(about))).toBeUndefined();
  }
  expect(decodePanelRef(encodeRef(ref))).toBeUndefined();
});

it('a ref with a menu option fits what an option takes', () => {
  expect(encodeRef({ ...ref, extra: 'take-over' }).length).toBeLessThan(75);
});

it('what is no ref is none', () => {
  const garbage = [undefined, null, 7, {}, '', 'central', 'central ', 'Central follow-1', 'central other-1'];
  for (const value of [...garbage, `central follow-1 ${'x'.repeat(3000)}`]) {
    expect(decodeRef(value)).toBeUndefined();
  }
});

it('a starter is known by its action id', () => {
  expect(starterActionPattern.exec(starterActionId('ask-back'))?.[1]).toBe('ask-back');
  expect(starterActionPattern.test('open')).toBe(false);
});
