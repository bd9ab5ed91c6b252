import { expect, it } from 'vitest';
import type { Card } from '../../../src/core/card/card.js';
import { isKnown, knownOfPerson } from '../../../src/core/export/known-of-person.js';
import { postId } from '../../../src/core/ids.js';
import { repliesOf } from '../../../src/core/keeping/kept-reply.js';
import { purgedCard } from '../../../src/core/keeping/purged-card.js';
import { aDesk, aMention, ana, aPatron, ben, carla, tuesday } from '../../build.js';
import { aCardIn, aReply } from '../card/card-in.js';

const patron = { ...aPatron(), bio: 'word-bio', place: 'word-place', followsUs: true as const };
const said = (text: string) => ({ text, by: ben, at: tuesday });

/** A card with another word wherever somebody's words can stand. */
const telling: Card = {
  ...aCardIn('sent'),
  patron,
  acts: [
    {
      ...aMention({
        text: 'word-post',
        links: [{ start: 0, end: 3, url: 'https://t.co/1', expanded: 'https://word-link.example' }],
        media: [
          { kind: 'photo', alt: 'word-picture' },
          { kind: 'poll', options: ['word-option'] },
        ],
        urgent: 'word-urgent',
        ours: { answered: 'word-ours', quoted: 'word-quoted' },
      }),
      answered: true,
    },
  ],
  draft: said('word-draft'),
  keptWords: [said('word-kept')],
  reply: aReply({ text: 'word-approved' }),
  answers: aCardIn('sent').answers.map((answer) => ({ ...answer, text: 'word-answer' })),
  handOff: { by: ana, openedAt: tuesday, replyTo: postId('5001'), text: 'word-by-hand' },
  note: said('word-note'),
  flag: { by: ana, at: tuesday, note: 'word-flag' },
  hold: { by: ana, at: tuesday, until: tuesday, reason: 'word-hold' },
  notice: { kind: 'rejected', reason: 'other', detail: 'word-notice' },
  history: [{ at: tuesday, action: 'approve', by: ana, args: 'a-hash' }],
};
const muted = { person: patron.id, handle: 'maya_reads', by: carla, at: tuesday, until: tuesday + 1 };
const records = (given = {}) => ({
  person: patron.id,
  cards: [telling],
  settings: { muted: [], mutedPeople: [muted, { ...muted, person: '2002' as never, handle: 'another' }] },
  isFollower: true,
  replies: repliesOf(telling),
  ...given,
});

it('gives every word of a person and about them, with the name, the times and who of the staff did what', () => {
  const known = knownOfPerson(aDesk(), records());
  const text = JSON.stringify(known);
  const words = new Set(JSON.stringify(telling).match(/word-[a-z-]+/gu));
  expect(words.size).toBe(18);
  expect([...words].filter((word) => !text.includes(word))).toEqual([]);
  const at = new Date(tuesday).toISOString();
  expect(known).toMatchObject({
    desk: 'central',
    where: 'public posts',
    knownFollower: true,
    muted: [{ by: 'carla', from: at, handle: 'maya_reads' }],
    cards: [
      {
        person: { id: '2001', handle: 'maya_reads', name: 'Maya Ortiz', picture: patron.avatarUrl },
        answers: [{ sentBy: 'ana', postId: '9001' }],
        history: [{ at, action: 'approve', by: 'ana' }],
      },
    ],
    keptReplies: [{ postId: '9001' }],
  });
  expect(text).not.toMatch(/another|U0[A-Z]/u);
  expect(text).not.toContain(String(tuesday));
});

it('gives what is left of a purged card', () => {
  const [card] = knownOfPerson(aDesk(), records({ cards: [purgedCard(telling, tuesday)] })).cards;
  expect(JSON.stringify(card)).not.toMatch(/word-|maya/iu);
  expect(card).toMatchObject({ person: { id: '2001' }, contentEndedAt: new Date(tuesday).toISOString() });
});

it('knows nobody of whom there is nothing but the muting of somebody else', () => {
  const nothing = { cards: [], replies: [], isFollower: false };
  expect(isKnown(records(nothing))).toBe(true);
  expect(isKnown(records({ ...nothing, person: '2003' }))).toBe(false);
  expect(isKnown(records({ ...nothing, person: '2003', isFollower: true }))).toBe(true);
});
