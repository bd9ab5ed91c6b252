import { describe, expect, it } from 'vitest';
import { theDesk } from '../../../src/core/card/actions.js';
import type { Card } from '../../../src/core/card/card.js';
import { decide } from '../../../src/core/card/decide.js';
import { everyState } from '../../../src/core/card/rules.js';
import { actId, postId } from '../../../src/core/ids.js';
import { asKept, isPurged, purgedCard } from '../../../src/core/keeping/purged-card.js';
import { aMention, ana, aPatron, ben, tuesday } from '../../build.js';
import { aCardIn, anAction, aReply, asAna, asCarla } from '../card/card-in.js';

const day = 24 * 60 * 60_000;
const secret = 'xylograph';

/** A card with the secret wherever somebody's words or names can stand. */
function telling(): Card {
  const patron = {
    ...aPatron({ name: `Maya ${secret}`, handle: `maya_${secret}` }),
    avatarUrl: `https://pbs.twimg.com/${secret}.jpg`,
  };
  const mention = aMention({
    text: `Any ${secret} novels?`,
    links: [{ start: 0, end: 3, url: `https://t.co/${secret}` }],
    media: [{ kind: 'photo', alt: secret }],
    ours: { answered: secret, quoted: secret },
    urgent: secret,
  });
  const words = { text: secret, by: ben, at: tuesday };
  return {
    ...aCardIn('sent'),
    patron,
    acts: [{ ...mention, answered: true }],
    draft: words,
    keptWords: [words],
    reply: aReply({ text: secret }),
    answers: aCardIn('sent').answers.map((answer) => ({ ...answer, text: secret })),
    note: words,
    hold: { by: ana, at: tuesday, until: tuesday, reason: secret },
    notice: { kind: 'rejected', reason: 'other', detail: secret },
    pending: [{ event: 'rejected', reason: 'other', detail: secret, at: tuesday }],
    history: [{ at: tuesday, action: 'approve', by: ana, args: secret }],
  };
}

describe('a purged card', () => {
  const purged = purgedCard(telling(), tuesday + day);

  it('has no word of what was said, and no name', () => {
    expect(JSON.stringify(telling()).split(secret)).toHaveLength(19);
    expect(JSON.stringify(purged)).not.toContain(secret);
  });

  it('keeps ids, times, states, topics and who of the staff did what', () => {
    const { acts, answers, changedAt, id, patron, reply, state } = telling();
    expect(purged).toMatchObject({ id, state, changedAt, patron: { id: patron.id, name: '', handle: '' } });
    expect(purged.acts).toMatchObject([
      { id: acts[0]?.id, at: acts[0]?.at, topic: 'question', purged: true },
    ]);
    expect(purged.answers).toEqual(answers.map((answer) => ({ ...answer, text: '' })));
    expect(purged.reply).toMatchObject({ n: reply?.n, approvedBy: reply?.approvedBy, text: '' });
    expect(purged.history).toEqual([{ at: tuesday, action: 'approve', by: ana }]);
  });

  it('has a new version, which its messages have to show', () => {
    expect(purged.version).toBe(telling().version + 1);
  });

  it('stays blank as it is stored, whatever comes to it', () => {
    const { acts, patron } = telling();
    expect(asKept({ ...purged, patron, acts })).toEqual(purged);
    expect(asKept(telling())).toEqual(telling());
  });

  it('purged again is the same, but for its version', () => {
    expect(purgedCard(purged, tuesday + day)).toEqual({ ...purged, version: purged.version + 1 });
  });
});

describe('what people and X do with a purged card', () => {
  const purged = purgedCard(aCardIn('dismissed'), tuesday + day);
  const does = (card: Card, action: Parameters<typeof decide>[1], actor = asAna) =>
    decide(card, action, actor, tuesday + 2 * day);

  it('people may only open it again, and not without what is read again', () => {
    expect(does(purged, { do: 'reopen' })).toEqual({ refused: 'purged' });
    expect(does(purged, { do: 'keep-words', text: 'Hi' })).toEqual({ refused: 'purged' });
    expect(does(purged, { do: 'hold', until: tuesday, reason: 'why' }, asCarla)).toEqual({
      refused: 'purged',
    });
    const [post] = aCardIn('open').acts;
    const again = { patron: aPatron(), posts: post?.kind === 'mention' ? [post] : [] };
    const opened = does(purged, { do: 'reopen', again });
    expect(opened).toMatchObject({ card: { state: 'open', patron: { name: 'Maya Ortiz' } } });
    expect('card' in opened && isPurged(opened.card)).toBe(false);
    expect('card' in opened && opened.card.acts).toEqual([post]);
  });

  it('a patron who writes again is known again, and what they wrote before is not', () => {
    const later = decide(purged, anAction['another-act'], theDesk, tuesday + 2 * day);
    expect(later).toMatchObject({
      card: {
        state: 'open',
        patron: { name: 'Maya Ortiz' },
        acts: [{ text: '', purged: true }, { text: 'thank you!!' }],
      },
    });
    expect('card' in later && isPurged(later.card)).toBe(false);
  });

  it('a newer version of what is not kept brings nothing back', () => {
    const mention = aMention({ versions: [postId('5001'), postId('5003')], text: secret });
    const edited = decide(purged, { do: 'edited', act: actId('5001'), mention }, theDesk, tuesday);
    expect(edited).toMatchObject({ changed: false });
  });

  it('every state has a purged form in which no message is new', () => {
    for (const state of everyState) {
      const { messages } = purgedCard(aCardIn(state), tuesday);
      expect(Object.keys(messages)).toEqual(Object.keys(aCardIn(state).messages));
    }
  });
});
