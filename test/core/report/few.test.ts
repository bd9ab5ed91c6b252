import fc from 'fast-check';
import { expect, it } from 'vitest';
import { withoutFew } from '../../../src/core/report/few.js';

it('one to four are left out, none and five are said', () => {
  expect(withoutFew({ a: 0, b: 1, c: 4, d: 5, e: 9 })).toEqual({ a: 0, d: 5, e: 9 });
});

it('one alone takes the next smallest with it, so that the sum does not tell it', () => {
  expect(withoutFew({ a: 3, b: 12, c: 7, d: 0 })).toEqual({ b: 12, d: 0 });
});

it('one alone beside nothing is left out', () => {
  expect(withoutFew({ a: 3, b: 0 })).toEqual({ b: 0 });
});

it('whoever knows the sum can work out no count from one to four, where anything else came', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(12), { minLength: 2, maxLength: 8 }), (counts) => {
      const all = Object.fromEntries(counts.map((count, at) => [`${at}`, count]));
      const said = withoutFew(all);
      const missing = Object.keys(all).filter((name) => said[name] === undefined);
      expect(Object.values(said).filter((count) => count !== undefined && count > 0 && count < 5)).toEqual(
        [],
      );
      const isAlone = missing.length === 1;
      expect(isAlone && Object.values(said).some((count) => (count ?? 0) > 0)).toBe(false);
    }),
  );
});
