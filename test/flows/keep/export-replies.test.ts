import { beforeEach, expect, it } from 'vitest';
import type { Card } from '../../../src/core/card/card.js';
import type { ReplyRow } from '../../../src/core/export/reply-row.js';
import { cardId, deskId, postId } from '../../../src/core/ids.js';
import { purgedCard } from '../../../src/core/keeping/purged-card.js';
import { exportReplies } from '../../../src/flows/keep/export-replies.js';
import { keepReplies } from '../../../src/flows/keep/keep-replies.js';
import { aDesk, tuesday } from '../../build.js';
import { aCardIn, ourPost } from '../../core/card/card-in.js';
import { type FakePorts, fakePorts } from '../../fakes/ports.js';

const day = new Date(tuesday).toISOString().slice(0, 10);
const hold = aDesk({ keep: { openDays: 3, hold: true } });
let ports: FakePorts;
beforeEach(() => {
  ports = fakePorts({ desk: hold });
});

const answered = (post: string, at: number): Card => {
  const card = aCardIn('sent');
  const answers = card.answers.map((one) => ({ ...one, postId: postId(post), at }));
  return { ...card, id: cardId(`mention-${post}-2001`), answers };
};
const store = (card: Card, of = ports) => of.cards.change(card.id, () => ({ next: card, result: undefined }));
async function rows(from = day, to = day, of = [ports]): Promise<ReplyRow[]> {
  const found: ReplyRow[] = [];
  for await (const row of exportReplies(of, { from, to })) found.push(row);
  return found;
}
const posts = async (...days: [string, string]) => (await rows(...days)).map((row) => row.postId);

it('gives the replies of some days of the desk, both included, oldest first, wherever they are kept', async () => {
  const times: Record<string, string> = {
    '1': '2026-06-30T22:59:59Z',
    '2': '2026-06-30T23:00:00Z',
    '4': '2026-07-02T22:59:59Z',
    '5': '2026-07-02T23:00:00Z',
    '3': '2026-07-01T12:00:00Z',
  };
  for (const [post, at] of Object.entries(times)) await store(answered(post, Date.parse(at)));
  await keepReplies(ports, answered('3', Date.parse('2026-07-01T12:00:00Z')));
  expect(await posts('2026-07-01', '2026-07-02')).toEqual(['2', '3', '4']);
});

it('has the words of a purged card as long as our posts are remembered, or its reply is kept', async () => {
  const card = answered(ourPost, tuesday);
  await store(purgedCard(card, tuesday));
  expect(await rows()).toMatchObject([
    { text: '', approvedBy: 'ana', how: 'as-approved', topic: 'question' },
  ]);
  await ports.ourPosts.keep([{ id: ourPost, at: tuesday, text: 'Hi …, &lt;yes&gt;' }], tuesday);
  expect(await rows()).toMatchObject([{ text: 'Hi …, <yes>' }]);
  await keepReplies(ports, card);
  expect(await rows()).toMatchObject([{ text: 'Hi …, yes: 40 at Central. ^AK' }]);
});

it('has a reply that outlived its card', async () => {
  await keepReplies(ports, answered('1', tuesday));
  expect(await rows()).toMatchObject([{ postId: '1', approvedByName: 'Ana' }]);
});

it('goes on with what is there, when a card is purged in the middle of it', async () => {
  const card = answered('1', tuesday);
  await store(card);
  await store(answered('2', tuesday + 1));
  const all = exportReplies([ports], { from: day, to: day });
  expect((await all.next()).value).toMatchObject({ postId: '1' });
  await keepReplies(ports, answered('2', tuesday + 1));
  await ports.cards.change(cardId('mention-2-2001'), () => ({ next: undefined, result: undefined }));
  expect((await all.next()).value).toMatchObject({ postId: '2' });
});

it('puts the replies of several desks in one order', async () => {
  const branch = fakePorts({ desk: aDesk({ id: deskId('branch') }) });
  await store(answered('1', tuesday));
  await store(answered('2', tuesday + 1), branch);
  await store(answered('3', tuesday + 2));
  expect((await rows(day, day, [branch, ports])).map(({ desk }) => desk)).toEqual([
    'central',
    'branch',
    'central',
  ]);
});
