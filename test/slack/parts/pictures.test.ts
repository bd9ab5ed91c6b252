import { describe, expect, it } from 'vitest';
import type { Mention } from '../../../src/core/card/card.js';
import { actId } from '../../../src/core/ids.js';
import type { Media } from '../../../src/core/post/post.js';
import { editorView } from '../../../src/slack/editor/editor.js';
import { cardMessage } from '../../../src/slack/messages/card-message.js';
import { pictureBlocks, withoutPictures } from '../../../src/slack/parts/pictures.js';
import { draftView } from '../../../src/slack/screens/draft-view.js';
import { peopleOnPage, peopleView } from '../../../src/slack/screens/people-view.js';
import { aCard, aDesk, aMention, ana, minutes, tuesday } from '../../build.js';
import { inState } from '../cards.js';
import { buttonsIn, expectOpens, expectTaken, screen } from '../seen.js';

const desk = aDesk();
const now = tuesday + minutes(5);
const address = (n: number) => `https://pbs.twimg.com/media/${n}.jpg`;
const photo = (n: number, alt = ''): Media => ({ kind: 'photo', preview: address(n), ...(alt && { alt }) });

const withMedia = (media: readonly Media[], given: Partial<Mention> = {}) => {
  const mention = aMention({ media, ...given });
  return { card: aCard({ acts: [mention] }), mention };
};
const blocksOf = (media: readonly Media[], given?: Partial<Mention>) => {
  const { card, mention } = withMedia(media, given);
  return pictureBlocks(card, mention, desk);
};
const images = (shown: unknown): string[] =>
  [...JSON.stringify(shown).matchAll(/"image_url":"([^"]*media[^"]*)"/gu)].map(([, url = '']) => url);

describe('a picture', () => {
  it('says what it shows, or that nobody described it', () => {
    expect(blocksOf([photo(1, 'A shelf\nof books')])).toEqual([
      { type: 'image', image_url: address(1), alt_text: 'photo: A shelf of books' },
    ]);
    expect(blocksOf([photo(1)])).toMatchObject([{ alt_text: 'photo: no description' }]);
  });

  it('of a film is its still, with its length above it', () => {
    const film = { kind: 'film', preview: address(1), durationMs: 42_000 } as const;
    expect(blocksOf([film])).toMatchObject([
      { alt_text: 'film, 0:42: no description', title: { text: 'film, 0:42' } },
    ]);
  });

  it('of several is the first, with how many more there are and the way to them', () => {
    const blocks = blocksOf([photo(1), photo(2), photo(3)]);
    expect(images(blocks)).toEqual([address(1)]);
    expect(screen(blocks)).toBe('photo: no description 2 more Show pictures');
  });

  it.each([
    [{ sensitive: true }, 'X says that this may disturb people. Show picture'],
    [{ first: true }, 'Maya is new to us, so the picture waits for a press. Show picture'],
    [{ unloadable: true }, "Slack couldn't load the picture. Show picture"],
  ] as const)('that waits for a press says why: %j', (why, said) => {
    const blocks = blocksOf([photo(1, 'A shelf')], why);
    expect(images(blocks)).toEqual([]);
    expect(screen(blocks)).toBe(said);
  });

  it('that was removed leaves nothing, nor does an earlier one show below a newer post', () => {
    expect(blocksOf([photo(1)], { gone: true })).toEqual([]);
    const later = aMention({ id: actId('5002'), text: 'thank you!!' });
    const card = aCard({ acts: [aMention({ media: [photo(1)] }), later] });
    expect(images(cardMessage(card, desk, now))).toEqual([]);
  });
});

describe('the picture of a post is', () => {
  const { card } = withMedia([photo(1, 'A shelf of books')]);

  it('on the open card, below its description and in words that its text has too', () => {
    const message = cardMessage(card, desk, now);
    expectTaken(message);
    expect(images(message)).toEqual([address(1)]);
    expect(screen(message.blocks)).toContain('[photo] "A shelf of books" photo: A shelf of books');
    expect(message.text).toContain('[photo] "A shelf of books"');
  });

  it.each(['claimed', 'in-review', 'handed-off', 'sent', 'dismissed'] as const)(
    'not on one that is %s, which is shorter',
    (state) => {
      expect(images(cardMessage({ ...inState[state], acts: card.acts }, desk, now))).toEqual([]);
    },
  );

  it('in the editor, in the draft to read and in the list of a conversation', () => {
    const held = { ...inState.claimed, acts: card.acts };
    expect(images(editorView({ card: held, desk, by: ana, opening: '', now }))).toEqual([address(1)]);
    expect(images(draftView({ card: held, desk, now }))).toEqual([address(1)]);
  });

  it('in the list of a conversation, whose longest page Slack takes', () => {
    const { card: long } = withMedia(Array.from({ length: 4 }, (_, n) => photo(n, 'x'.repeat(1000))));
    const cards = Array.from({ length: peopleOnPage }, () => long);
    const panel = { id: 'fold-5001', format: 1, kind: 'fold', version: 1, startedAt: now, closed: false };
    const view = peopleView({ panel: panel as never, cards, page: 1, count: 60, desk, now });
    expectOpens(view);
    expect(images(view)).toHaveLength(peopleOnPage);
    expectTaken(cardMessage(long, desk, now));
  });
});

it('without pictures a message keeps its words and buttons', () => {
  const { card } = withMedia([photo(1, 'A shelf of books'), photo(2)]);
  const message = cardMessage(card, desk, now);
  const bare = withoutPictures(message);
  expect(JSON.stringify(bare)).not.toContain('image_url');
  expect(screen(bare.blocks)).toContain('Maya Ortiz @maya_reads');
  expect(buttonsIn(bare.blocks)).toEqual(buttonsIn(message.blocks));
});
