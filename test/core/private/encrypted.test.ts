import { expect, it } from 'vitest';
import { isAskedToLook } from '../../../src/core/private/encrypted.js';
import { aDesk, ana, aPrivateSide, carla, tuesday } from '../../build.js';

const side = aPrivateSide();

it('whoever is on shift and signed in to X is asked to look there, once a day for all', () => {
  expect(isAskedToLook(side, {}, ana, tuesday)).toBe(true);
  expect(isAskedToLook(side, { lookedInX: { day: '2026-11-23', by: ana } }, ana, tuesday)).toBe(true);
  expect(isAskedToLook(side, { lookedInX: { day: '2026-11-24', by: carla } }, ana, tuesday)).toBe(false);
});

it('nobody else is asked', () => {
  expect(isAskedToLook(side, {}, carla, tuesday)).toBe(false);
  expect(isAskedToLook(aDesk(), {}, ana, tuesday)).toBe(false);
  const withoutSignIn = side.rota.staff.map((one) => ({ ...one, xSignIn: false }));
  expect(isAskedToLook({ ...side, rota: { ...side.rota, staff: withoutSignIn } }, {}, ana, tuesday)).toBe(
    false,
  );
});
