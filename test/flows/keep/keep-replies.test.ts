import { beforeEach, describe, expect, it } from 'vitest';
import type { Card } from '../../../src/core/card/card.js';
import { postId } from '../../../src/core/ids.js';
import { purgeAt } from '../../../src/core/keeping/keeping-times.js';
import { rememberPostsForMs } from '../../../src/core/writing/near-copy.js';
import { deleteFromX } from '../../../src/flows/answer/delete.js';
import { keepReplies, unlinkReplies } from '../../../src/flows/keep/keep-replies.js';
import { watchKeeping } from '../../../src/flows/keep/keeping.js';
import { purge } from '../../../src/flows/keep/purge.js';
import { aDesk, ana, tuesday } from '../../build.js';
import { aCardIn, asCarla, ourPost } from '../../core/card/card-in.js';
import { type FakePorts, fakePorts } from '../../fakes/ports.js';

const hold = { openDays: 3, hold: true } as const;
const card = aCardIn('sent');
let ports: FakePorts;

const store = (one: Card, of = ports) => of.cards.change(one.id, () => ({ next: one, result: undefined }));
const kept = (of = ports) => of.keptReplies.get(ourPost);
async function purged(of = ports): Promise<void> {
  of.clock.pass((purgeAt(of.desk, card) ?? 0) - of.clock.now());
  await purge(of, card.id);
}

beforeEach(async () => {
  ports = fakePorts({ desk: aDesk({ keep: hold }) });
  await store(card);
});

describe('with `keep.hold`', () => {
  it("the library's reply outlives what its card says, without the name of the patron", async () => {
    await purged();
    expect(JSON.stringify(await ports.cards.get(card.id))).not.toContain('40 at Central');
    expect(await kept()).toMatchObject({ text: 'Hi …, yes: 40 at Central. ^AK', by: ana, answersTo: '5001' });
    ports.clock.pass(2 * rememberPostsForMs);
    await watchKeeping(ports);
    expect(await kept()).toMatchObject({ by: ana });
  });

  it('stays as it was kept first, also where the card was purged once more', async () => {
    await purged();
    const first = await kept();
    const again = (await ports.cards.get(card.id)) as Card;
    await keepReplies(ports, again);
    expect(await kept()).toEqual(first);
  });

  it('takes the words that are remembered of a post whose card has none any more', async () => {
    await ports.ourPosts.keep([{ id: ourPost, at: tuesday, text: 'Hi …, yes.' }], tuesday);
    await keepReplies(ports, {
      ...card,
      answers: card.answers.map((one) => ({ ...one, text: '' })),
      reply: undefined,
    } as never);
    expect(await kept()).toMatchObject({ text: 'Hi …, yes.' });
  });

  it('keeps a reply once, of which X showed the post after somebody had told us of it', async () => {
    const [answer] = card.answers;
    if (!answer) throw new Error('no answer');
    const { postId: post, ...reported } = answer;
    await keepReplies(ports, { ...card, answers: [reported] });
    expect(await ports.keptReplies.between(0, tuesday * 2)).toHaveLength(1);
    await keepReplies(ports, card);
    expect((await ports.keptReplies.between(0, tuesday * 2)).map(({ id }) => id)).toEqual([post]);
  });

  it('a reply that is deleted from X is kept no longer', async () => {
    await keepReplies(ports, card);
    await deleteFromX(ports, card.id, asCarla);
    expect(await kept()).toBeUndefined();
  });
});

describe('a person who is forgotten', () => {
  it('cannot be told from replies that were kept before, nor from those whose cards go now', async () => {
    await keepReplies(ports, card);
    const [answer] = card.answers;
    const later = { ...answer, n: 2, postId: postId('9002'), text: 'Bye Maya' };
    await store({ ...card, answers: [...card.answers, later] as never });
    await unlinkReplies(ports, card.patron.id);
    await unlinkReplies(ports, card.patron.id);
    const replies = await Promise.all([kept(), ports.keptReplies.get('9002')]);
    expect(replies).toMatchObject([{ by: ana }, { text: 'Bye …' }]);
    expect(JSON.stringify(replies)).not.toMatch(/2001|5001|maya/iu);
    expect(await ports.keptReplies.toPatron(card.patron.id)).toEqual([]);
  });

  it('stays out of them when the card is purged after all', async () => {
    await unlinkReplies(ports, card.patron.id);
    await purged();
    expect(await kept()).not.toHaveProperty('patron');
  });
});

describe('without `keep.hold`', () => {
  it('no reply is kept beside its card', async () => {
    const usual = fakePorts();
    await store(card, usual);
    await purged(usual);
    expect(await kept(usual)).toBeUndefined();
  });

  it('what was kept before goes 90 days after it was sent, and not a moment before', async () => {
    await keepReplies(ports, card);
    const at = (await kept())?.at ?? 0;
    const ended = { ...ports, desk: aDesk() };
    ports.clock.pass(at + rememberPostsForMs - ports.clock.now());
    await watchKeeping(ended);
    expect(await kept()).toBeDefined();
    ports.clock.pass(1);
    await watchKeeping(ended);
    expect(await kept()).toBeUndefined();
  });
});
