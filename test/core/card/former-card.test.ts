import { expect, it } from 'vitest';
import { type FormerCard, fromFormat1 } from '../../../src/core/card/former-card.js';
import { postId } from '../../../src/core/ids.js';
import { aCard, aFollow, aMention, tuesday } from '../../build.js';

/** A card as version 0.1.0 stored it, with a mention of this text. */
function former(text: string, more: { readonly links?: readonly object[]; readonly photos?: number } = {}) {
  const { media: _unknown, ...mention } = aMention({ text });
  const act = { ...mention, links: more.links ?? [], photos: more.photos ?? 0 };
  return { ...aCard(), format: 1, acts: [act, aFollow()] } as unknown as FormerCard;
}

const first = (card: FormerCard) => fromFormat1(card).acts[0];

it('a text of version 0.1.0 stands as people read it', () => {
  expect(first(former('R&amp;D &lt;3 &amp;amp;'))).toMatchObject({
    text: 'R&D <3 &amp;',
    links: [],
    media: [],
  });
});

it('its links are where they stood, with the words that people read', () => {
  const link = { shown: 'https://t.co/abc', expanded: 'https://a.org/long', display: 'a.org/long' };
  const text = 'a &amp; https://t.co/abc, https://t.co/abcd https://t.co/abc';
  expect(first(former(text, { links: [link] }))).toMatchObject({
    text: 'a & a.org/long, https://t.co/abcd a.org/long',
    links: [
      { start: 4, end: 14, url: 'https://t.co/abc', expanded: 'https://a.org/long' },
      { start: 34, end: 44, url: 'https://t.co/abc', expanded: 'https://a.org/long' },
    ],
  });
});

it('its photos are counted as before', () => {
  expect(first(former('Whose is it?', { photos: 2 }))).toMatchObject({
    media: [{ kind: 'photo' }, { kind: 'photo' }],
  });
});

it('what we answered stands without the names that X put in front', () => {
  const answer = {
    postId: postId('9001'),
    covers: [],
    text: '@maya_reads Yes &amp; no',
    at: tuesday,
    how: 'in-x',
  };
  const card = { ...former('Large print?'), answers: [answer] } as FormerCard;
  expect(fromFormat1(card)).toMatchObject({ format: 2, answers: [{ ...answer, text: 'Yes & no' }] });
});
