import { expect, it } from 'vitest';
import type { Card } from '../../../src/core/card/card.js';
import { postId } from '../../../src/core/ids.js';
import { openViewOf } from '../../../src/slack/screens/open-view.js';
import { pictureView } from '../../../src/slack/screens/picture-view.js';
import { aCard, aDesk, aMention, ana, tuesday } from '../../build.js';
import { expectOpens, linksIn, screen } from '../seen.js';

const desk = aDesk();
const post = postId('5001');
const media = [1, 2].map((n) => ({
  kind: 'photo' as const,
  preview: `https://pbs.twimg.com/media/${n}.jpg`,
  ...(n === 1 && { alt: 'A shelf of books' }),
}));
const card = aCard({ acts: [aMention({ media })] });
const gone = aCard({ acts: [aMention({ text: '', gone: true })], state: 'withdrawn' });
const changed = aCard({ acts: [aMention({ media, versions: [post, postId('5009')] })] });
const says = (of: Card, isUnloadable?: boolean) => screen(pictureView(of, post, desk, isUnloadable).blocks);

it('shows all pictures of a post, each under what its writer says of it, and the way to the post', () => {
  const view = pictureView(card, post, desk);
  expectOpens(view);
  expect(view.title.text).toBe("In Maya's post");
  expect(view.blocks.map(({ type }) => type)).toEqual(['image', 'image', 'rich_text']);
  expect(view.blocks[0]).toMatchObject({ title: { text: 'photo: A shelf of books' } });
  expect(view.blocks[1]).toMatchObject({ title: { text: 'photo: no description' } });
  expect(linksIn(view)).toEqual(['https://x.com/i/status/5001']);
});

it('says above what X calls sensitive that it is', () => {
  const sensitive = aCard({ acts: [aMention({ media, sensitive: true })] });
  expect(says(sensitive)).toMatch(/^X says that this may disturb people\./u);
});

it('of a post that was removed or changed says so in place of a picture', () => {
  expect(says(gone)).toBe('Maya removed this on X.');
  expect(says(changed)).toBe('Maya changed this post. Close this and look again.');
  expect(says(card, true)).toBe("Slack couldn't load the picture. View on X");
});

it('that is open loads its pictures once, and loses them when the post is removed or changed', () => {
  const open = (of: Card) =>
    openViewOf(
      { card: of, view: { at: tuesday, kind: 'picture', user: ana, post }, waiting: 0 },
      desk,
      tuesday,
    );
  expect(open(card)).toBeUndefined();
  expect(open({ ...card, state: 'sent' })).toBeUndefined();
  for (const over of [gone, changed]) expect(JSON.stringify(open(over)?.blocks)).not.toContain('image_url');
});
