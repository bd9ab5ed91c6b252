import { expect, it } from 'vitest';
import { shownName } from '../../../src/slack/parts/patron.js';
import { inState } from '../cards.js';

it.each(['\u061c', '\u200e', '\u200f', '\u202e', '\u2066', '\u2028', '\u0007'])(
  'a name with %j turns no text around it and breaks no line',
  (mark) => {
    const patron = { ...inState.open.patron, name: `${mark}Maya${mark} Ortiz${mark}` };
    expect(shownName(patron)).toBe('Maya Ortiz');
  },
);
