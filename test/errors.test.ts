import { expect, it } from 'vitest';
import {
  Busy,
  Gone,
  isOurMistake,
  isRemoteFault,
  isStorageFault,
  KeysRefused,
  NotSent,
  OutcomeUnknown,
  Rejected,
  Unreachable,
  undefinedIf,
} from '../src/errors.js';

it.each([
  'Connection is closed.',
  'Command timed out',
  'Command aborted due to connection close',
  'Reached the max retries per request limit (which is 1). Refer to "maxRetriesPerRequest" option for details.',
  "Cluster isn't ready and enableOfflineQueue options is false",
  'Node is disconnected',
  "READONLY You can't write against a read only replica.",
  'BUSY Redis is busy running a script. You can only call SCRIPT KILL or SHUTDOWN NOSAVE.',
])('the storage is away when its client says: %s', (said) => {
  expect(isStorageFault(new Error(said))).toBe(true);
});

it.each(['ECONNREFUSED', 'EAI_AGAIN', 'ENETUNREACH'])('or when the way to it fails with %s', (code) => {
  expect(isStorageFault(Object.assign(new Error(`connect ${code}`), { code }))).toBe(true);
});

const theirs = [
  new Rejected('other', 'no'),
  new KeysRefused('X', 'no'),
  new Gone('A message'),
  new Busy(0, 'X'),
  new Unreachable('X', 'down'),
  new OutcomeUnknown('X'),
  new NotSent(),
];
const ours = [new TypeError('no such field'), new RangeError('wrong'), 'wrong', undefined];

it('a fault of Slack or X is neither a mistake of ours nor the storage being away', () => {
  expect(theirs.filter(isRemoteFault)).toEqual(theirs);
  expect(ours.filter(isRemoteFault)).toEqual([]);
  expect(theirs.filter(isOurMistake)).toEqual([]);
  expect([...theirs, ...ours].filter(isStorageFault)).toEqual([]);
});

it('what is caught is what was meant', async () => {
  await expect(Promise.reject(theirs[0]).catch(undefinedIf(isRemoteFault))).resolves.toBeUndefined();
  await expect(Promise.reject(ours[0]).catch(undefinedIf(isRemoteFault))).rejects.toBe(ours[0]);
});

it('only what JavaScript throws at wrong code counts as a mistake of ours', () => {
  const broken = Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });
  expect([...ours, new Error('wrong'), broken].filter(isOurMistake)).toEqual(ours.slice(0, 2));
});
