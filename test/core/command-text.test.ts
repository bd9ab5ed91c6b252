import { expect, it } from 'vitest';
import * as commands from '../../src/core/command-text.js';
import { networks } from '../../src/core/network/networks.js';

const parseCommand = (text: string) => commands.parseCommand(text, networks.x);

it.each(['', '  '])('nothing asks what waits', (text) => {
  expect(parseCommand(text)).toEqual({ kind: 'waiting' });
});

it.each(['next', 'NEXT', ' resume ', 'Budget', 'help'])('a command is known in any case: %s', (text) => {
  expect(parseCommand(text)).toEqual({ kind: text.trim().toLowerCase() });
});

it('a pause has a reason, or none yet', () => {
  expect(parseCommand('pause  Statement coming')).toEqual({ kind: 'pause', reason: 'Statement coming' });
  expect(parseCommand('PAUSE: statement.')).toEqual({ kind: 'pause', reason: 'statement' });
  expect(parseCommand('pause')).toEqual({ kind: 'pause', reason: '' });
});

it.each([
  ['note Central closes at 16:00 today', 'Central closes at 16:00'],
  ['Note: Central closes at 16:00.', 'Central closes at 16:00.'],
  ['note No story time, today!', 'No story time'],
  ["note today's author has cancelled", "today's author has cancelled"],
  ['note', ''],
  ['notes', ''],
  ['note today', ''],
])('a note is for today, whether that is said or not: %s', (text, note) => {
  expect(parseCommand(text)).toEqual({ kind: 'note', note });
});

it.each([
  'maya_reads',
  'Maya_Reads',
  '@maya_reads',
  'x.com/maya_reads',
  'https://x.com/maya_reads',
  'https://x.com/maya_reads/status/1993012345678901234?s=20',
  'https://twitter.com/Maya_Reads?s=20',
  'https://mobile.twitter.com/maya_reads/status/17',
  '<https://x.com/maya_reads|x.com/maya_reads>',
])('a person is known by name or link: %s', (text) => {
  expect(parseCommand(text)).toEqual({ kind: 'handle', handle: 'maya_reads' });
});

it.each(['<@U0ANA0001>', '<@U0ANA0001|ana>'])(
  'a colleague, as Slack writes one, is no patron: %s',
  (text) => {
    expect(parseCommand(text)).toEqual({ kind: 'colleague' });
  },
);

it.each([
  ['nexr', 'next'],
  ['nxet', 'next'],
  ['ext', 'next'],
  ['neext', 'next'],
  ['hlep', 'help'],
  ['pauze', 'pause'],
  ['resum', 'resume'],
  ['budgt', 'budget'],
  ['not', 'note'],
])('a slip is not a person: %s', (typed, meant) => {
  expect(parseCommand(typed)).toEqual({ kind: 'unknown', typed, meant });
});

it('of a slip with more words only the slip is named', () => {
  expect(parseCommand('pasue statement coming')).toEqual({ kind: 'unknown', typed: 'pasue', meant: 'pause' });
});

it.each(['resume', 'budget', 'help'])('a command with a word too many is named: %s now', (meant) => {
  expect(parseCommand(`${meant} now`)).toEqual({ kind: 'unknown', typed: `${meant} now`, meant });
});

it.each(['nexr', 'next', 'report'])('but an @ says that it is one: %s', (handle) => {
  expect(parseCommand(`@${handle}`)).toEqual({ kind: 'handle', handle });
});

it.each([
  'next please',
  'maya reads',
  'report',
  'forget @maya_reads',
  'reprot',
  'stauts',
  'status',
  'mute',
  'list',
  'a-b',
  '@this_is_too_long_for_x',
  'https://example.org/maya',
  'https://x.com/i/status/17',
  'https://x.com/search?q=library',
  '<!channel>',
])('anything else is not known: %s', (typed) => {
  expect(parseCommand(typed)).toEqual({ kind: 'unknown', typed, meant: 'next' });
});
