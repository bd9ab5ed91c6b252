import { expect, it } from 'vitest';
import { reachOf } from '../../src/core/card/select.js';
import { parseCommand } from '../../src/core/command-text.js';
import { networkPolls } from '../../src/core/due/due-entries.js';
import type { NetworkTraits } from '../../src/core/network/networks.js';
import { lookedOver } from '../../src/core/sentences/finding-sentences.js';
import { checkWords } from '../../src/core/writing/check-words.js';
import { budgetMessage } from '../../src/slack/messages/command-answers.js';
import { scarceBlocks, scarceReadBlocks } from '../../src/slack/parts/patron.js';
import { aCard, aDesk, usualChecks } from '../build.js';
import { aNewFollower } from './cards.js';
import { everyScreen } from './every-screen.js';
import { textsIn } from './seen.js';

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** A network that nobody knows: it bills nothing, counts otherwise, and lets a program greet. */
const sky: NetworkTraits = {
  name: 'Bluesky-like',
  characters: { usual: 300, long: 300, count: (text) => [...graphemes.segment(text)].length },
  handle: /^[\w-]+(?:\.[\w-]+)+$/u,
  profileAddress: /^https:\/\/sky\.example\/profile\/(?<handle>[\w.-]+)$/u,
  origin: 'https://sky.example',
  paths: {
    post: '/post/{post}',
    profile: '/profile/{handle}',
    replies: '/profile/{handle}/replies',
    follow: '/profile/{user}/follow',
    composer: '/compose?to={post}',
    composerText: '&words={text}',
  },
  pictures: /^https:\/\/pictures\.sky\.example\/\S+$/u,
  byApi: {
    'self-serve': { greet: true, followBack: true },
    enterprise: { greet: true, followBack: true },
  },
};
const desk = aDesk({ network: sky, words: { 'network.name': sky.name }, budget: { monthlyUsd: 50 } });
const screens = everyScreen(desk);
const texts = screens.flatMap(textsIn);

it('no sentence and no button speaks of X, and many name the network that it is', () => {
  expect(texts.filter((text) => /\b(?:X|Twitter|tweets?)\b/iu.test(text))).toEqual([]);
  expect(texts.filter((text) => text.includes('Bluesky-like')).length).toBeGreaterThan(50);
});

it('every address of the network leads to its own pages', () => {
  const addresses = JSON.stringify(screens).match(/https?:\/\/[^"\\\s]+/gu) ?? [];
  expect(addresses.filter((one) => /\/\/(?:www\.)?(?:x|twitter|t)\.com?\//u.test(one))).toEqual([]);
  const ours = addresses.filter((one) => one.startsWith('https://sky.example/'));
  for (const page of ['post', 'profile', 'compose'])
    expect(
      ours.some((one) => one.startsWith(`https://sky.example/${page}`)),
      page,
    ).toBe(true);
});

it('what costs nothing has no price, however little of a budget is left', () => {
  expect(texts.filter((text) => text.includes('$'))).toEqual([]);
  expect(scarceBlocks(aCard(), desk, 10)).toEqual([]);
  expect(scarceReadBlocks(3, desk, 10)).toEqual([]);
  expect(budgetMessage(desk, { microUsd: 0, byCall: {} }).text).toBe('Bluesky-like costs nothing.');
});

it('a link is no matter of money, and characters are counted as the network counts them', () => {
  const written = {
    card: aCard(),
    text: `See library.org ${'👨‍👩‍👧'.repeat(10)}`,
    signature: '',
    openings: [],
    checks: usualChecks,
    helpDesk: '',
    said: [],
    us: 'library.sky.example',
    network: sky,
    longPosts: false,
    reach: 'api',
  } as const;
  const checked = checkWords(written);
  expect(checked).toMatchObject({ left: 300 - 26, warnings: [] });
  expect(checked).not.toHaveProperty('priceMicroUsd');
  expect(lookedOver(desk, checked, aCard()).join(' ')).not.toContain('$');
});

it('a new follower is greeted by the desk where the network lets it', () => {
  expect(reachOf(aNewFollower, desk)).toBe('api');
});

it('a person is named as the network names people', () => {
  for (const typed of [
    '@maya.sky.example',
    'maya.sky.example',
    'https://sky.example/profile/maya.sky.example',
  ])
    expect(parseCommand(typed, sky)).toEqual({ kind: 'handle', handle: 'maya.sky.example' });
  expect(parseCommand('https://x.com/maya', sky)).toMatchObject({ kind: 'unknown' });
});

it('the polls that read a network are named by what they read', () => {
  expect(networkPolls).toEqual(['mentions', 'followers', 'own-posts', 'recheck']);
});
