import { describe, expect, it } from 'vitest';
import { reachOf } from '../../src/core/card/select.js';
import { parseCommand } from '../../src/core/command-text.js';
import type { Desk } from '../../src/core/desk/desk.js';
import { networkPolls } from '../../src/core/due/due-entries.js';
import { deskId } from '../../src/core/ids.js';
import { type NetworkTraits, networks } from '../../src/core/network/networks.js';
import { lookedOver } from '../../src/core/sentences/finding-sentences.js';
import { checkWords } from '../../src/core/writing/check-words.js';
import { editorView } from '../../src/slack/editor/editor.js';
import { greetView } from '../../src/slack/editor/greet-view.js';
import { starterActionId } from '../../src/slack/ids.js';
import { cardMessage } from '../../src/slack/messages/card-message.js';
import { budgetMessage, helpMessage, waitingView } from '../../src/slack/messages/command-answers.js';
import { askLine } from '../../src/slack/messages/thread-line.js';
import { scarceBlocks, scarceReadBlocks } from '../../src/slack/parts/patron.js';
import { forgetView } from '../../src/slack/screens/forget-view.js';
import { homeView } from '../../src/slack/screens/home-view.js';
import { aCard, aDesk, aMention, ana, aPost, tuesday, usualChecks } from '../build.js';
import { aNewFollower, closedToUs, followedBack, inState } from './cards.js';
import { everyScreen } from './every-screen.js';
import { actionIdsIn, buttonsIn, elementsIn, expectOpens, linksIn, screen, textsIn } from './seen.js';

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** A network that nobody knows: it bills nothing, counts otherwise, and lets a program greet. */
const sky: NetworkTraits = {
  id: 'bluesky',
  places: { post: (post) => ({ post }), account: (user) => ({ user }) },
  once: true,
  isVersioned: false,
  hearsFollows: true,
  name: 'Bluesky-like',
  characters: {
    usual: 300,
    long: 300,
    count: (text) => [...graphemes.segment(text)].length,
    inPrivate: 1_000,
  },
  namesIn: () => [],
  exampleHandle: 'maya.sky.example',
  handle: /^[\w-]+(?:\.[\w-]+)+$/u,
  profileAddress: /^https:\/\/sky\.example\/profile\/(?<handle>[\w.-]+)$/u,
  origin: 'https://sky.example',
  paths: {
    post: '/post/{post}',
    profile: '/profile/{handle}',
    account: '/account/{user}',
    replies: '/profile/{handle}/replies',
    followers: '/profile/{handle}/followers',
    follow: '/profile/{user}/follow',
    composer: '/compose?to={post}',
    composerText: '&words={text}',
    conversation: '/messages/{conversation}',
    newPost: '/compose?words={text}',
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
  const scarce = { of: 'desk', monthlyUsd: 50, leftMicroUsd: 10 } as const;
  expect(texts.filter((text) => text.includes('$'))).toEqual([]);
  expect(scarceBlocks(aCard(), desk, scarce)).toEqual([]);
  expect(scarceReadBlocks(3, desk, scarce)).toEqual([]);
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
  expect(networkPolls).toEqual(['mentions', 'followers', 'own-posts', 'recheck', 'private-messages']);
});

describe('Bluesky', () => {
  const bluesky = aDesk({
    network: networks.bluesky,
    words: { 'network.name': networks.bluesky.name },
    greetings: { perDay: 20, followBack: true },
  });
  const shown = everyScreen(bluesky);
  const said = shown.flatMap(textsIn);

  it('is named, and X is not', () => {
    expect(said.filter((text) => /\b(?:X|Twitter|tweets?)\b/iu.test(text))).toEqual([]);
    expect(said.filter((text) => text.includes('Bluesky')).length).toBeGreaterThan(50);
  });

  it('hands nothing off: no screen sends anybody there to write', () => {
    const words = /finish|open in|opens in|must show|switch account|summon|didn't mention|by hand/iu;
    expect(said.filter((text) => words.test(text))).toEqual([]);
    expect(JSON.stringify(shown)).not.toMatch(/open-in-x|intent/u);
  });

  it('has no price, no budget and no plan, and says so when somebody asks', () => {
    expect(said.filter((text) => /\$|budget|price|\bplan\b|enterprise/iu.test(text))).toEqual([]);
    expect(textsIn(budgetMessage(bluesky, { microUsd: 0, byCall: {} }))).toContain('Bluesky costs nothing.');
  });

  it('leads nowhere else', () => {
    const addresses = linksIn(shown).map(String);
    const urls = elementsIn(shown).flatMap(({ url }) => (url === undefined ? [] : [String(url)]));
    // Slack's own links to messages.
    const there = [...addresses, ...urls].filter((one) => !one.startsWith('https://x.org'));
    expect(there.length).toBeGreaterThan(20);
    expect(there.filter((one) => !one.startsWith('https://bsky.app/'))).toEqual([]);
  });

  it('what takes no reply of ours says so and what helps, and offers no answer', () => {
    const [open = aCard(), held = aCard()] = closedToUs;
    const message = cardMessage(open, bluesky, tuesday);
    expect(screen(message.blocks)).toContain(
      'Maya lets only some people reply to this, and we are not among them: nothing can be sent. Ask a colleague whom Maya follows, or press No reply needed.',
    );
    expect(buttonsIn(message.blocks).slice(0, 1)).toEqual(['No reply needed']);
    expect(actionIdsIn(message.blocks)).not.toContain(starterActionId('answer'));
    const editor = editorView({ card: held, desk: bluesky, by: ana, opening: '', now: tuesday });
    expect(screen(editor.blocks)).toContain('nothing can be sent');
    expect(screen(askLine(open, aMention(), bluesky, ana).blocks)).toContain("We can't reply to it");
    expect(buttonsIn(cardMessage(open, aDesk(), tuesday).blocks)).toContain('Answer');
  });

  it('the editor speaks of bytes only while they are what is left', () => {
    const editor = (draft: string) =>
      screen(editorView({ card: inState.claimed, desk: bluesky, by: ana, opening: '', draft, now: tuesday }));
    const long = 'Bluesky takes 3000 bytes as well';
    expect(editor('Hi Maya, yes.')).toContain('300 characters in all.');
    expect(editor('Hi Maya, yes.')).not.toContain(long);
    expect(editor('👨‍👩‍👧'.repeat(166))).toContain(long);
  });

  it('following back is a button, with who did it once it is done', () => {
    const posts = [aPost()];
    const greet = { desk: bluesky, posts, reach: 'api', now: tuesday } as const;
    const offered = greetView({ ...greet, card: aNewFollower, followsByApi: true });
    expectOpens(offered);
    expect(buttonsIn(offered)).toContain('Follow Sam back');
    expect(screen(offered.blocks)).not.toContain('in private');
    const done = greetView({ ...greet, card: followedBack, followsByApi: true });
    expect(buttonsIn(done)).not.toContain('Follow Sam back');
    for (const view of [done, cardMessage(followedBack, bluesky, tuesday)])
      expect(screen(view.blocks)).toContain('Ana followed Sam back at 10:42.');
    // Somebody did it in the app.
    const elsewhere = { ...followedBack, followBack: { begunAt: tuesday, by: ana } };
    expect(screen(cardMessage(elsewhere, bluesky, tuesday).blocks)).toContain('We follow Sam.');
  });

  it('help names people as it does, and says nothing of cost', () => {
    const lines = helpMessage(bluesky).text.split('\n');
    expect(lines).toContainEqual(expect.stringContaining('/greet maya.bsky.social opens'));
    expect(lines.filter((one) => one.includes('budget'))).toEqual([]);
    const unknown = screen(forgetView(bluesky, 'maya.bsky.social', undefined).blocks);
    expect(unknown).toContain('We know nobody called @maya.bsky.social now. Bluesky says who that is. Then');
  });

  it('stands beside X on Home and in what waits, each desk under its own name and with its own links', () => {
    const several = { amongSeveral: true as const };
    const onX = aDesk(several);
    const account = { ...onX.account, handle: 'library.bsky.social' };
    const there = { ...bluesky, ...several, id: deskId('sky'), account };
    const waits = (desk: Desk) => ({ desk, user: ana, waiting: [inState.open], drafts: [], now: tuesday });
    const home = screen(homeView([waits(onX), waits(there)]).blocks);
    const listed = (desk: Desk) => ({
      desk,
      cards: [inState.open],
      count: 1,
      flagged: [],
      lastLookAt: undefined,
    });
    const waiting = screen(waitingView(onX, [listed(onX), listed(there)], tuesday).blocks);
    for (const both of [home, waiting])
      expect(both).toMatch(/@centrallibrary .*Maya Ortiz.* @library\.bsky\.social .*Maya Ortiz/u);
    const urls = [onX, there].map((desk) => JSON.stringify(cardMessage(inState.open, desk, tuesday)));
    expect(urls[0]).not.toContain('bsky.app');
    expect(urls[1]).not.toContain('x.com');
  });
});
