import { expect, it } from 'vitest';
import type { Refusal } from '../../src/core/card/refusal.js';
import { networks } from '../../src/core/network/networks.js';
import { refusalSentence } from '../../src/core/sentences/sentences.js';
import { maxTextLength, slackRoom } from '../../src/core/words/screen-room.js';
import { defaultWords } from '../../src/core/words/words.js';
import { aDesk, ana, aRota, carla, minutes, staff, tuesday } from '../build.js';
import { everyScreen } from './every-screen.js';
import { expectFits, plainTextsIn, textsIn } from './seen.js';

/** Each letter of the desk's own words becomes a mark; people and patrons are numbers. */
const marked = Object.fromEntries(
  Object.entries(defaultWords).map(([key, said]) => [
    key,
    said
      .split(/(\{\w+\})/u)
      .map((part) => (part.startsWith('{') ? part : part.replaceAll(/\p{L}/gu, '§')))
      .join(''),
  ]),
);
const numbered = staff.map((member, at) => ({ ...member, name: `${at}`, signature: `${at}` }));
const desk = aDesk({
  network: { ...networks.x, exampleHandle: '77' },
  words: marked,
  rota: aRota({ staff: numbered }),
  account: { handle: '77', plan: 'self-serve', longPosts: false },
});
const now = tuesday + minutes(8);

it('every word on the screen can be changed by the desk', () => {
  const texts = everyScreen(desk).flatMap(textsIn);
  expect(texts.length).toBeGreaterThan(500);
  const addresses = /https:\/\/x\.com\/\S+/gu;
  const pings = /<@U0(?:ANA0001|BEN0002)>/gu;
  expect(
    texts.filter((text) =>
      /\p{L}/u.test(text.replaceAll(pings, '').replaceAll(addresses, '').replaceAll('{first}', '')),
    ),
  ).toEqual([]);
});

it('words as long as `check` takes them are shown whole, and all at once break no message', () => {
  const keys = Object.keys(defaultWords);
  const longest = Object.fromEntries(keys.map((key) => [key, 'x'.repeat(maxTextLength(key))]));
  const screens = everyScreen({ ...desk, words: longest });
  const texts = screens.flatMap(plainTextsIn);
  expect(new Set(texts.map(({ length }) => length))).toContain(slackRoom.modalTitle);
  // A patron's words in a list are cut.
  expect(texts.filter((said) => said.endsWith('…') && !said.includes('\n444 '))).toEqual([]);
  for (const screen of screens) expectFits(screen);
});

it('so can every refusal', () => {
  const at = now;
  const by = ana;
  const refusals: Readonly<Record<Refusal['refused'], Refusal>> = {
    taken: { refused: 'taken', by, at },
    lost: { refused: 'lost', by, at },
    'not-yours': { refused: 'not-yours', by },
    'nobody-answers': { refused: 'nobody-answers' },
    answered: { refused: 'answered', by, at },
    'shared-check': { refused: 'shared-check' },
    elsewhere: { refused: 'elsewhere', at },
    closed: { refused: 'closed' },
    expired: { refused: 'expired' },
    stopped: { refused: 'stopped', first: '222' },
    'not-in-private': { refused: 'not-in-private', first: '222' },
    purged: { refused: 'purged' },
    'link-only': { refused: 'link-only' },
    'not-there-again': { refused: 'not-there-again' },
    'not-read-again': { refused: 'not-read-again' },
    'no-reason': { refused: 'no-reason' },
    removed: { refused: 'removed', first: '222' },
    'in-review': { refused: 'in-review', by, reviewer: carla },
    'own-check': { refused: 'own-check' },
    flagged: { refused: 'flagged', by },
    'lead-only': { refused: 'lead-only' },
    'not-deleter': { refused: 'not-deleter', by },
    paused: { refused: 'paused', by, at, reason: '777' },
    changed: { refused: 'changed', first: '222', at },
    'wrote-again': { refused: 'wrote-again', first: '222', at },
    budget: { refused: 'budget', of: 'desk' },
    stranger: { refused: 'stranger', handle: '333' },
    going: { refused: 'going', by, dueAt: at },
    checking: { refused: 'checking', by },
    finishing: { refused: 'finishing', by, openedAt: at, until: at },
    'too-late': { refused: 'too-late', at },
    'second-reply': { refused: 'second-reply' },
    'no-post': { refused: 'no-post' },
    'not-staff': { refused: 'not-staff' },
    guest: { refused: 'guest' },
    'trainee-greets': { refused: 'trainee-greets' },
    'trainee-check': { refused: 'trainee-check' },
    'long-note': { refused: 'long-note', over: 7 },
    'many-notes': { refused: 'many-notes', count: 7 },
    trainee: { refused: 'trainee' },
    'not-colleague': { refused: 'not-colleague', by },
    'no-sign-in': { refused: 'no-sign-in' },
    'not-their-shift': { refused: 'not-their-shift', whose: by, fromMs: at, toMs: at, theirs: [], at },
    'cover-taken': { refused: 'cover-taken', by },
    'cover-over': { refused: 'cover-over' },
    'cover-own': { refused: 'cover-own' },
    'cover-asked': { refused: 'cover-asked' },
    'cover-not-yours': { refused: 'cover-not-yours', people: [by] },
    'enough-greetings': { refused: 'enough-greetings', count: 7 },
    'same-starter': { refused: 'same-starter', label: '555' },
    'many-starters': { refused: 'many-starters', count: 7 },
    'empty-starter': { refused: 'empty-starter' },
    'desk-only': { refused: 'desk-only' },
    'no-hand-off': { refused: 'no-hand-off' },
    'takes-no-reply': { refused: 'takes-no-reply', first: '111' },
    'not-followed': { refused: 'not-followed' },
    gone: { refused: 'gone' },
  };
  for (const refusal of Object.values(refusals)) {
    const said = refusalSentence(desk, refusal, tuesday);
    expect(said, refusal.refused).not.toMatch(/\p{L}|undefined/u);
    expect(said).not.toBe('');
  }
});
