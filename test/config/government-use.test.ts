import { expect, test } from 'vitest';
import { readDeskFile } from '../../src/config/desk-file.js';
import { refuseUnsaidGovernmentUse } from '../../src/config/government-use.js';
import { ConfigError } from '../../src/errors.js';
import { deskText, secondDesk } from './desk-text.js';

const said = readDeskFile(deskText(), 'desk.yaml').desks;
const unsaid = readDeskFile(
  deskText([', governmentUse: notGovernment', '']) + secondDesk('branch'),
  'desk.yaml',
).desks;

test.each([undefined, 'https://api.x.com', 'https://api.twitter.com'])(
  'against the real X (%s) a desk that does not say is refused',
  (xApiUrl) => {
    expect(() => refuseUnsaidGovernmentUse(unsaid, xApiUrl)).toThrow(
      new ConfigError([
        'desks.central.x: Is the library part of a council, county or state body? X wants an Enterprise plan for that. Ask X, then set x.governmentUse.',
      ]),
    );
  },
);

test('desks that say are taken', () => {
  expect(() => refuseUnsaidGovernmentUse(said, undefined)).not.toThrow();
});

test.each(['http://127.0.0.1:4000', 'https://notx.com'])(
  'against another X (%s) nothing need be said',
  (xApiUrl) => {
    expect(() => refuseUnsaidGovernmentUse(unsaid, xApiUrl)).not.toThrow();
  },
);
