import { describe, expect, it } from 'vitest';
import { ana, channel } from './desk.js';
import { hands, openScene, scene } from './scene.js';

const list = 'GET /2/users/:id/followers';
const fiveMinutes = 310_000;
/** A Tuesday morning: all of them follow on one day. */
const startAt = Date.UTC(2026, 10, 24, 9);

/** A library with so many followers from before the desk began: @old_1 followed first. */
const withFollowers = (count: number) =>
  openScene({
    sandbox: { startAt },
    prepare: async ({ x }) => {
      for (let n = 1; n <= count; n++) {
        await x.acts.addAccount?.({ handle: `old_${n}`, name: `Old ${n}` });
        await x.acts.follow?.({ by: `old_${n}` });
      }
    },
  });

async function follows(handle: string): Promise<void> {
  await scene.x('addAccount', { handle, name: handle.replace('_', ' ') });
  await scene.x('follow', { by: handle });
}

const pagesSince = (seq: number) => scene.sandbox.journal.read(seq).filter(({ kind }) => kind === list);
const now = () => scene.sandbox.journal.read().length;
/** Who has a card, or a place in the digest. */
async function cardsOf(...handles: readonly string[]): Promise<readonly string[]> {
  const shown = JSON.stringify(await scene.slack('messages', { channel }));
  return handles.filter((handle) => shown.includes(`@${handle}"`) || shown.includes(`x.com/${handle}"`));
}

describe('a read of new followers', () => {
  it('finds everybody between those who came back, makes them no card, and ends', async () => {
    await withFollowers(60);
    await follows('new_1');
    await follows('new_2');
    const back = Array.from({ length: 12 }, (_, n) => `old_${60 - n}`);
    for (const by of back) {
      await scene.x('unfollow', { by });
      await scene.x('comeBack', { by, behind: 'new_2' });
    }
    const seq = now();
    await scene.pass(fiveMinutes);
    expect(await cardsOf('new_1', 'new_2', ...back)).toEqual(['new_1', 'new_2']);
    expect(pagesSince(seq).length).toBeLessThanOrEqual(4);
  });

  it('goes no further than its first page where X lists the oldest first, day after day', async () => {
    await withFollowers(30);
    await scene.x('followers', { oldestFirst: true });
    const seq = now();
    await scene.pass(fiveMinutes);
    // X turned its list round: whoever stands at its new beginning is not new.
    expect(await cardsOf(...Array.from({ length: 30 }, (_, n) => `old_${n + 1}`))).toEqual([]);
    expect(pagesSince(seq)).toHaveLength(1);
  });

  it('that X cuts off at its second page begins again when X allows: everybody is shown, once', async () => {
    await withFollowers(20);
    for (let n = 1; n <= 14; n++) await follows(`new_${n}`);
    scene.sandbox.faults.plan({ side: 'x', call: list, when: 'before', how: 'slow', ms: 1 });
    const reset = String(Math.ceil(scene.sandbox.clock.now() / 1_000) + 900);
    const headers = {
      'x-rate-limit-limit': '300',
      'x-rate-limit-remaining': '0',
      'x-rate-limit-reset': reset,
    };
    scene.sandbox.faults.plan({ side: 'x', call: list, when: 'before', how: 'status', status: 429, headers });
    const seq = now();
    await scene.pass(fiveMinutes);
    expect(pagesSince(seq).map(({ count }) => count)).toEqual([10, undefined]);
    await scene.pass(20 * 60_000);
    const { messages } = (await scene.slack('messages', { channel })) as { messages: { text: string }[] };
    const isCard = (text: string) => !text.startsWith('We ');
    const cards = messages.map(({ text }) => text).filter(isCard);
    // Which of two cards that are due at once gets the first moment is chance.
    expect([...cards.slice(0, 2).sort(), ...cards.slice(2)]).toEqual([
      expect.stringMatching(/^new 5 followed us/u),
      expect.stringMatching(/^new 6 followed us/u),
      expect.stringMatching(/^12 new followers/u),
    ]);
  });
});

it('a follower from long before the desk began is greeted by name: X says that they follow us', async () => {
  await withFollowers(320);
  await scene.x('post', { by: 'old_1', text: 'Pruning roses today.' });
  await hands.command(ana, '/greet', '@old_1');
  await hands.inModal(ana, 'Look on X · $0.01');
  expect(await hands.title(ana)).toBe('Greet old_1');
  expect(await hands.reads(ana)).toContain('Pruning roses today.');
});
