import { describe, expect, it } from 'vitest';
import { accountId, actId, postId } from '../../../src/core/ids.js';
import { contextBlock, contextIn } from '../../../src/slack/parts/context.js';
import { patronBlocks } from '../../../src/slack/parts/modal.js';
import { aCard, aDesk, aMention, aPatron, aPost, minutes, tuesday } from '../../build.js';
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
    [{ quoted: theirs }, 'Quotes somebody else · View on X'],
  ])('%j: %s', (given, said) => {
    expect(screen(shown(given))).toContain(`${said} Yes, do you?`);
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
    const blocks = patronBlocks(aCard({ acts: [toKofi] }), desk, tuesday, block);
    expectTaken({ text: 'x', blocks });
    expect(screen(blocks)).toContain(
      'In answer to @kofi_kicks: <!channel> Who lends telescopes? [photo] "The moon" @maya_reads',
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
