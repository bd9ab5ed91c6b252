import { expect, it } from 'vitest';
import { KeysRefused } from '../../src/errors.js';
import { keysOf, refusedByNetwork } from '../../src/ops/refused-keys.js';

it('of a desk on Bluesky the app password is named, and nothing of X', () => {
  const desk = { desk: 'sky', network: 'Bluesky', secrets: 'MAIN' };
  const refused = new KeysRefused('Bluesky', 'Invalid identifier or password.');
  expect(refusedByNetwork(refused, desk)).toEqual({
    what: "Bluesky for desk 'sky'",
    line: "Bluesky doesn't take BLUESKY_MAIN_APP_PASSWORD of desk 'sky' (Invalid identifier or password). Make a new app password, signed in as the library's account, and set it.",
  });
});

it('of a desk on X the four keys are, or the right that the token lacks', () => {
  const desk = { desk: 'central', network: 'X', secrets: 'MAIN' };
  const lineOf = (fault: KeysRefused) => refusedByNetwork(fault, desk).line;
  expect(lineOf(new KeysRefused('X', 'Unauthorized'))).toContain('the keys X_MAIN_…');
  expect(lineOf(new KeysRefused('X', 'Forbidden', 'not-permitted'))).toContain('X_MAIN_ACCESS_TOKEN');
});

it('what is well again has the name under which it was refused', () => {
  const desk = { desk: 'sky', network: 'Bluesky', secrets: 'MAIN' };
  expect(keysOf(desk)).toBe(refusedByNetwork(new KeysRefused('Bluesky', 'no'), desk).what);
});
