import { describe, expect, it } from 'vitest';
import type { Answer, Card } from '../../../src/core/card/card.js';
import { jsonRow, replyRow } from '../../../src/core/export/reply-row.js';
import { actId, postId, slackUserId } from '../../../src/core/ids.js';
import { repliesOf, withoutPerson } from '../../../src/core/keeping/kept-reply.js';
import { purgedCard } from '../../../src/core/keeping/purged-card.js';
import { aDesk, aMention, ana, ben, carla, tuesday } from '../../build.js';
import { aCardIn } from '../card/card-in.js';

const answer: Answer = {
  postId: postId('9001'),
  covers: [actId('5001')],
  text: 'Hi Maya, @maya_reads: yes, Ms Ortiz may.',
  at: tuesday,
  by: carla,
  writtenBy: ben,
  how: 'changed-in-x',
};
const card = (given: Partial<Card> = {}): Card => ({ ...aCardIn('sent'), answers: [answer], ...given });

describe("the library's replies of a card", () => {
  it('say what was said, without names, who approved it, who wrote it and what it answers', () => {
    expect(repliesOf(card())).toEqual([
      {
        id: '9001',
        format: 1,
        at: tuesday,
        postId: '9001',
        text: 'Hi …, @…: yes, Ms … may.',
        by: carla,
        writtenBy: ben,
        how: 'changed-in-x',
        topic: 'question',
        answersTo: '5001',
        patron: '2001',
      },
    ]);
  });

  it('have no words of private messages', () => {
    const acts = [{ ...aMention({ answered: true }), kind: 'private' as const }];
    expect(repliesOf(card({ acts }))).toMatchObject([{ text: '', by: carla }]);
  });

  it('do not name a post that its patron removed', () => {
    const acts = [aMention({ answered: true, gone: true })];
    expect(repliesOf(card({ acts }))[0]).not.toHaveProperty('answersTo');
  });

  it('are the same after the card was purged, but for the words', () => {
    const [before] = repliesOf(card());
    expect(repliesOf(purgedCard(card(), tuesday))).toEqual([{ ...before, text: '' }]);
  });

  it('tell nobody any more whom they answered, once that person is forgotten', () => {
    const forgotten = repliesOf(card()).map(withoutPerson);
    expect(forgotten).toMatchObject([{ text: 'Hi …, @…: yes, Ms … may.', by: carla }]);
    expect(JSON.stringify(forgotten)).not.toMatch(/2001|5001|maya/iu);
  });
});

describe('a reply in a file', () => {
  const [reply] = repliesOf(card());
  const row = (desk = aDesk()) => reply && replyRow(desk, reply);

  it('names staff by key and name, and our post by an address without a handle', () => {
    expect(row()).toEqual({
      date: new Date(tuesday).toISOString(),
      desk: 'central',
      private: 'no',
      postId: '9001',
      address: 'https://x.com/i/status/9001',
      text: 'Hi …, @…: yes, Ms … may.',
      approvedBy: 'carla',
      approvedByName: 'Carla',
      writtenBy: 'ben',
      writtenByName: 'Ben',
      how: 'changed-in-x',
      topic: 'question',
      answersTo: '5001',
    });
    expect(jsonRow(row() ?? {})).toMatch(/^\{"date":"2026-[^\n]+\}\n$/u);
  });

  it('says that whoever approved it wrote it, where no colleague checked it', () => {
    const own = { ...answer, by: ana };
    const [one] = repliesOf(card({ answers: [{ ...own, writtenBy: undefined } as never] }));
    expect(one && replyRow(aDesk(), one)).toMatchObject({ approvedBy: 'ana', writtenBy: 'ana' });
  });

  it('names somebody who is not on the list any more by their id in Slack', () => {
    const [one] = repliesOf(card({ answers: [{ ...answer, by: slackUserId('U0GONE001') }] }));
    expect(one && replyRow(aDesk(), one)).toMatchObject({
      approvedBy: 'U0GONE001',
      approvedByName: 'U0GONE001',
    });
  });
});
