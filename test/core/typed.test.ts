import { expect, it } from 'vitest';
import { readTyped } from '../../src/core/typed.js';

it.each(['', '  '])('nothing asks what waits', (text) => {
  expect(readTyped(text)).toEqual({ kind: 'waiting' });
});

it.each(['next', 'NEXT', ' resume ', 'help'])('a command is known in any case: %s', (text) => {
  expect(readTyped(text)).toEqual({ kind: text.trim().toLowerCase() });
});

it('a pause has a reason, or none yet', () => {
  expect(readTyped('pause  Statement coming')).toEqual({ kind: 'pause', reason: 'Statement coming' });
  expect(readTyped('pause')).toEqual({ kind: 'pause', reason: '' });
});

it.each([
  'maya_reads',
  'Maya_Reads',
  '@maya_reads',
  'https://x.com/maya_reads',
  'https://twitter.com/Maya_Reads?s=20',
  'https://mobile.twitter.com/maya_reads/status/17',
  '<https://x.com/maya_reads|x.com/maya_reads>',
])('a person is known by name or link: %s', (text) => {
  expect(readTyped(text)).toEqual({ kind: 'handle', handle: 'maya_reads', at: text.startsWith('@') });
});

it.each(['nexr', 'nxet', 'ext', 'neext', 'hlep', 'pauze', 'resum'])('a slip is not a person: %s', (typed) => {
  expect(readTyped(typed)).toEqual({ kind: 'unknown', typed });
});

it('but an @ says that it is one', () => {
  expect(readTyped('@nexr')).toEqual({ kind: 'handle', handle: 'nexr', at: true });
});

it.each([
  'next please',
  'maya reads',
  'a-b',
  '@this_is_too_long_for_x',
  'https://example.org/maya',
  '<!channel>',
])('anything else is not known: %s', (typed) => {
  expect(readTyped(typed)).toEqual({ kind: 'unknown', typed });
});
