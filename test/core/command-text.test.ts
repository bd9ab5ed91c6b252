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

it.each(['nexr', 'next', 'report', 'reprot'])('but an @ says that it is one: %s', (handle) => {
  expect(parseCommand(`@${handle}`)).toEqual({ kind: 'handle', handle });
});

it.each([
  'next please',
  'maya reads',
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

it.each([
  ['report', 'week'],
  ['Report: Month.', 'month'],
  ['report quarter', 'quarter'],
  ['report weekly', 'weekly'],
  ['report off', 'off'],
])('a report is of a time, of every week, or of none: %s', (typed, asked) => {
  expect(parseCommand(typed)).toEqual({ kind: 'report', asked });
});

it('a report of anything else is named as it was typed', () => {
  expect(parseCommand('report last Year')).toEqual({ kind: 'report', asked: { typed: 'last Year' } });
  expect(parseCommand('reprot month')).toEqual({ kind: 'unknown', typed: 'reprot', meant: 'report' });
});

it.each([
  ['forget @Maya_Reads', 'maya_reads'],
  ['forget maya_reads', 'maya_reads'],
  ['forget https://x.com/maya_reads', 'maya_reads'],
  ['forget', ''],
  ['forget maya reads', ''],
])('somebody is forgotten by their handle: %s', (typed, handle) => {
  expect(parseCommand(typed)).toEqual({ kind: 'forget', handle });
});

/** On a network whose names are domain names. */
const onBluesky = (text: string) => commands.parseCommand(text, networks.bluesky);

it.each([
  'maya.bsky.social',
  '@maya.bsky.social',
  '@Maya.Bsky.Social',
  '<http://maya.bsky.social|maya.bsky.social>',
  '@<http://maya.bsky.social|maya.bsky.social>',
  'bsky.app/profile/maya.bsky.social',
  'https://bsky.app/profile/maya.bsky.social',
  'https://bsky.app/profile/maya.bsky.social/post/3kabc?ref=share',
  '<https://bsky.app/profile/maya.bsky.social|bsky.app/profile/maya.bsky.social>',
])('a person is known by a name that is a domain, however Slack writes it: %s', (text) => {
  expect(onBluesky(text)).toEqual({ kind: 'handle', handle: 'maya.bsky.social' });
  expect(onBluesky(`forget ${text}`)).toEqual({ kind: 'forget', handle: 'maya.bsky.social' });
});

it.each(['next', 'resume', 'budget', 'help'])('a command is one on every network: %s', (text) => {
  expect(onBluesky(text)).toEqual({ kind: text });
});

it.each([
  ['nexr', 'next'],
  ['rota', 'next'],
  ['maya', 'next'],
  ['@maya', 'next'],
  ['https://x.com/maya_reads', 'next'],
  ['https://bsky.app/search?q=library', 'next'],
])('what has no full stop is nobody there: %s', (typed, meant) => {
  expect(onBluesky(typed)).toEqual({ kind: 'unknown', typed, meant });
});

it.each(['report.week', 'help.bsky.social', 'list.example.org'])(
  'a name that begins like a command is a name all the same: %s',
  (handle) => {
    expect(onBluesky(handle)).toEqual({ kind: 'handle', handle });
  },
);
