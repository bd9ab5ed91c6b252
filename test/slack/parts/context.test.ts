import { describe, expect, it } from 'vitest';
import { accountId, actId, panelId, postId } from '../../../src/core/ids.js';
import { greetView } from '../../../src/slack/editor/greet-view.js';
import { cardMessage } from '../../../src/slack/messages/card-message.js';
import { waitingMessage } from '../../../src/slack/messages/command-answers.js';
import { panelMessage } from '../../../src/slack/messages/panel-message.js';
import { aboutCard } from '../../../src/slack/messages/staff-messages.js';
import { askLine } from '../../../src/slack/messages/thread-line.js';
import { contextBlock, contextIn, oursBehind } from '../../../src/slack/parts/context.js';
import { patronBlocks } from '../../../src/slack/parts/modal.js';
import { peopleView } from '../../../src/slack/screens/people-view.js';
import { aCard, aDesk, aFollow, aMention, ana, aPatron, aPost, minutes, tuesday } from '../../build.js';
import { anAnswer } from '../cards.js';
import { expectTaken, linksIn, screen } from '../seen.js';

const desk = aDesk();
const kofi = aPatron({ id: accountId('3001'), handle: 'kofi_kicks', name: 'Kofi' });
const theirs = postId('7001');
const toKofi = aMention({ text: 'Yes, do you?', repliedTo: theirs, repliedToAccount: kofi.id });
const shown = (given: Parameters<typeof aMention>[0]) =>
  patronBlocks(aCard({ acts: [aMention({ text: 'Yes, do you?', ...given })] }), desk, tuesday);

describe('what a post answers', () => {
  it('stands above it with our words, where it is ours', () => {
    const blocks = shown({ repliedTo: theirs, ours: { answered: 'What are you\nreading?' } });
    expectTaken({ text: 'x', blocks });
    expect(screen(blocks)).toContain('View on X In answer to us: What are you reading? Yes, do you?');
  });

  it('is a post of ours also where its words are not kept, and leads to it', () => {
    const blocks = shown({ repliedTo: theirs, repliedToAccount: accountId('1000'), ours: { answered: '' } });
    expect(screen(blocks)).toContain('In answer to a post of ours · View on X');
    expect(linksIn(blocks)).toContain('https://x.com/i/status/7001');
  });

  it("is somebody else's as long as nobody read it; the patron's own where she goes on", () => {
    expect(screen(shown(toKofi))).toContain('In answer to somebody else · View on X Yes, do you?');
    const own = shown({ repliedTo: theirs, repliedToAccount: aPatron().id });
    expect(screen(own)).toContain('Goes on from an earlier post of their own · View on X');
  });

  it('is a post that nobody here can see where the network does not say which', () => {
    expect(screen(shown({ repliedToAccount: kofi.id }))).toContain("In answer to a post we can't see.");
  });

  it('is not said again where it stands on the card: an answer of ours, or what the patron wrote before', () => {
    const thanks = { id: actId('5002'), at: tuesday + minutes(9), text: 'thank you!!' };
    const first = aMention({ answered: true });
    const underOurs = aMention({ ...thanks, repliedTo: postId('6001'), ours: { answered: 'Yes: 40.' } });
    const underHers = aMention({ ...thanks, repliedTo: postId('5001'), repliedToAccount: aPatron().id });
    for (const act of [underOurs, underHers]) {
      const card = aCard({ acts: [first, act], answers: [anAnswer()] });
      expect(screen(patronBlocks(card, desk, tuesday))).not.toMatch(/In answer|Goes on/u);
    }
  });

  it('is nothing for a post that answers nobody', () => {
    expect(screen(shown({}))).not.toContain('In answer');
  });
});

describe('what a post quotes', () => {
  it.each([
    [{ quoted: theirs, ours: { quoted: 'What are you reading?' } }, 'Quoted from us: What are you reading?'],
    [{ quoted: theirs, ours: { quoted: '' } }, 'Quotes a post of ours · View on X'],
    [{ quoted: theirs }, 'Quotes another post · View on X'],
  ])('%j: %s', (given, said) => {
    expect(screen(shown(given))).toContain(`${said} Yes, do you?`);
  });
});

describe('our question', () => {
  const asked = { repliedTo: theirs, ours: { answered: 'What are\nyou reading?' } };
  const card = aCard({ acts: [aMention({ text: 'Rebecca, twice.', topic: 'other', ...asked })] });
  const behind = "Rebecca, twice.' (in answer to us: 'What are you reading?')";
  const above = 'In answer to us: What are you reading? ';
  const fold = { id: panelId('fold-7001'), kind: 'fold', format: 1, version: 1, startedAt: 0 } as const;
  const [act] = card.acts;

  it.each<[string, () => unknown, string]>([
    ['the text of its card', () => cardMessage(card, desk, tuesday).text, behind],
    ['its thread', () => act?.kind === 'mention' && askLine(card, act, desk, ana).text, behind],
    ['a line about it', () => aboutCard(card, desk), behind],
    ['/greet', () => screen(waitingMessage([card], desk, tuesday).blocks), behind.replace("'", '')],
    [
      'the list of a fold',
      () =>
        screen(
          peopleView({
            ...{ panel: { ...fold, closed: false }, cards: [card], page: 0, count: 1, desk, now: tuesday },
          }).blocks,
        ),
      `${above}Rebecca, twice.`,
    ],
    [
      'a fold',
      () =>
        screen(
          panelMessage(
            {
              panel: { ...fold, closed: false },
              inPanel: { all: [card.id], open: [card.id] },
              newest: card,
            },
            desk,
            tuesday,
          ).blocks,
        ),
      `${above}Maya Ortiz: Rebecca, twice.`,
    ],
    [
      'what stands above the next post on the card',
      () =>
        screen(
          patronBlocks(
            aCard({ acts: [...card.acts, aMention({ id: actId('5009'), text: 'And Jamaica Inn.' })] }),
            desk,
            tuesday,
          ),
        ),
      behind.replace("'", ''),
    ],
    [
      "a follower's posts",
      () =>
        screen(
          greetView({
            ...{ card: aCard({ acts: [aFollow()] }), desk, reach: 'api', now: tuesday },
            posts: [{ ...aPost({ quoted: theirs, text: 'Ha!' }), ours: { quoted: 'What are you reading?' } }],
          }).blocks,
        ),
      'Quoted from us: What are you reading? Ha!',
    ],
  ])('comes with the answer to it in %s', (_where, shown, said) => {
    expect(shown()).toContain(said);
  });

  it.each([
    [{ answered: '' }, ' (in answer to a post of ours)'],
    [{ quoted: 'Read on!' }, " (quotes us: 'Read on!')"],
    [{ quoted: '' }, ' (quotes a post of ours)'],
    [{}, ''],
  ])('is said in one line of %j as "%s"', (ours, said) => {
    expect(oursBehind({ ours }, desk)).toBe(said);
  });

  it('is not said again behind what answers a post that stands there', () => {
    const first = aMention({ answered: true });
    const thanks = aMention({
      id: actId('5002'),
      text: 'Thanks',
      repliedTo: postId('6001'),
      at: tuesday + 9,
      ours: { answered: 'Yes: 40.' },
    });
    const last = aMention({ id: actId('5003'), text: 'Bye', at: tuesday + minutes(9) });
    const all = aCard({ acts: [first, thanks, last], answers: [anAnswer({ at: tuesday + 5 })] });
    expect(screen(patronBlocks(all, desk, tuesday))).not.toContain('in answer');
  });
});

describe('what was read for one person', () => {
  const post = aPost({
    id: theirs,
    versions: [postId('7000'), theirs],
    text: '<!channel> Who lends telescopes?',
    media: [{ kind: 'photo', alt: 'The moon' }],
  });
  const read = (mention = toKofi, ...found: readonly { post: typeof post; author: typeof kofi }[]) =>
    contextBlock(aCard({ acts: [mention] }), desk, found);

  it('is shown in the place of the link to it, with who said it and what it shows', () => {
    const block = read(toKofi, { post, author: kofi });
    const blocks = patronBlocks(aCard({ acts: [toKofi] }), desk, tuesday, { context: block });
    expectTaken({ text: 'x', blocks });
    expect(screen(blocks)).toContain(
      'In answer to @kofi_kicks: <!channel> Who lends telescopes? [photo] "The moon" Maya Ortiz @maya_reads',
    );
    expect(screen(blocks)).not.toContain('somebody else');
  });

  it('is a post that nobody here can see where the network did not show it', () => {
    expect(screen(read())).toBe("In answer to a post we can't see.");
    const both = aMention({ repliedTo: theirs, repliedToAccount: kofi.id, quoted: postId('7002') });
    expect(screen(read(both, { post, author: kofi }))).toContain("Quotes a post we can't see.");
  });

  it('is nothing for a post that answers nobody, or of which nothing was read', () => {
    expect(read(aMention(), { post, author: kofi })).toBeUndefined();
    expect(contextBlock(aCard({ acts: [toKofi] }), desk, undefined)).toBeUndefined();
  });

  it('is found again in the modal for the same post, and not for another one', () => {
    const block = read(toKofi, { post, author: kofi });
    const blocks = [{ type: 'divider' }, ...(block ? [block] : [])];
    expect(contextIn(blocks, aCard({ acts: [toKofi] }))).toBe(block);
    expect(contextIn(blocks, aCard({ acts: [aMention({ id: actId('5002') })] }))).toBeUndefined();
  });
});
