import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hourMs } from '../../src/core/durations.js';
import { compareIds, postId } from '../../src/core/ids.js';
import type { Charge } from '../../src/core/money/bill.js';
import { NotSent, OutcomeUnknown, Rejected } from '../../src/errors.js';
import { createXWorld, times, type XWorld } from './x-world.js';

const read = 'GET /2/dm_events';
const write = 'POST /2/dm_conversations/with/:participant_id/messages';
const ours = '1200000000000000001';

let x: XWorld;
let start: number;

beforeEach(async () => {
  x = await createXWorld();
  start = x.clock.now();
});
afterEach(() => x.close());

const says = (by: string, text: string, more: Record<string, unknown> = {}) =>
  x.act('message', { by, to: 'centrallibrary', text, ...more });
const weSay = (to: string, text: string) => x.act('message', { by: 'centrallibrary', to, text });
const texts = async (sinceMs = start) =>
  (await x.network.privateMessages(sinceMs)).found.map(({ post }) => post.text);
const messagesOfMaya = () =>
  x.act<{ messages: { text: string }[] }>('messages', { handle: 'maya_reads' }).messages;

describe('private messages', () => {
  it('come oldest first with whoever wrote them, ours too, links as people read them', async () => {
    says('maya_reads', 'Is my hold in?');
    x.clock.advance(1_000);
    weSay('maya_reads', 'Yes, see library.org/holds');
    const { found, odd } = await x.network.privateMessages(start);
    expect(odd).toEqual([]);
    expect(found.map(({ post, author }) => [author.handle, post.text])).toEqual([
      ['maya_reads', 'Is my hold in?'],
      ['centrallibrary', 'Yes, see library.org/holds'],
    ]);
    const [a, b] = [ours, x.maya].sort(compareIds);
    expect(new Set(found.map(({ post }) => post.conversationId))).toEqual(new Set([`${a}_${b}`]));
    expect(found[1]?.post.links).toHaveLength(1);
  });

  it('of a group, or from X Chat, never come', async () => {
    x.act('addAccount', { handle: 'lee', name: 'Lee', messagesFrom: 'everyone' });
    x.act('message', { by: 'maya_reads', to: ['centrallibrary', 'lee'], text: 'Hello both' });
    says('maya_reads', 'Secret', { encrypted: true });
    expect(await texts()).toEqual([]);
  });

  it('are read page by page until one is older than asked, and no further', async () => {
    for (const n of times(15, (one) => one)) says('maya_reads', `old ${n}`);
    x.clock.advance(10_000);
    const since = x.clock.now();
    for (const n of times(120, (one) => one)) says('samokafor', `new ${n}`);
    expect(await texts(since)).toEqual(times(120, (n) => `new ${n}`));
    expect(x.calls(read).map(({ count }) => count)).toEqual([10, 100, 25]);
  });

  it('cost one message a day where nothing is new', async () => {
    const charges: Charge[] = [];
    for (const n of times(15, (one) => one)) says('maya_reads', `old ${n}`);
    x.clock.advance(2 * hourMs);
    const network = x.connect({ charge: async (charge) => void charges.push(charge) });
    expect((await network.privateMessages(x.clock.now() - 1.5 * hourMs)).found).toEqual([]);
    expect(charges.filter(({ call }) => call === read)).toMatchObject([{ count: 1, priceMicroUsd: 10_000 }]);
  });

  it('have their writer looked up where X bills whom a page includes', async () => {
    says('maya_reads', 'Is my hold in?');
    const { found } = await x.connect({ includesBilled: true }).privateMessages(start);
    expect(found.map(({ author }) => author.name)).toEqual(['Maya Ortiz']);
    expect(x.calls('GET /2/users')).toHaveLength(1);
  });

  const whole = () => ({
    id: '1992000000000000001',
    event_type: 'MessageCreate',
    text: 'Is my hold in?',
    sender_id: x.maya,
    dm_conversation_id: `${ours}-${x.maya}`,
  });
  const shapes: readonly (readonly [string, () => unknown, 'odd' | 'nothing'])[] = [
    ['null', () => null, 'nothing'],
    ['a list', () => [whole()], 'nothing'],
    ['no id', () => ({ ...whole(), id: undefined }), 'nothing'],
    ['no words', () => ({ ...whole(), text: undefined }), 'odd'],
    ['no writer', () => ({ ...whole(), sender_id: 'maya' }), 'odd'],
    ['no conversation', () => ({ ...whole(), dm_conversation_id: undefined }), 'odd'],
    ['a conversation of others', () => ({ ...whole(), dm_conversation_id: '17-18' }), 'nothing'],
    ['a kind that nobody knows', () => ({ ...whole(), event_type: 'Wave' }), 'nothing'],
  ];
  it.each(shapes)('hide no other message when one comes as %s', async (_name, shape, kind) => {
    const users = [
      { id: x.sam, username: 'samokafor', name: 'Sam' },
      { id: x.maya, username: 'maya_reads', name: 'Maya' },
    ];
    const sams = {
      ...whole(),
      id: '1992000000000000002',
      text: 'Hello',
      sender_id: x.sam,
      dm_conversation_id: `${ours}-${x.sam}`,
    };
    const body = { data: [shape(), sams], includes: { users }, meta: { result_count: 2 } };
    x.fail(read, { when: 'before', how: 'status', status: 200, body });
    const { found, odd } = await x.network.privateMessages(0);
    expect(found.map(({ post }) => post.text)).toEqual(['Hello']);
    expect(odd).toHaveLength(kind === 'odd' ? 1 : 0);
  });

  it('that are no answer at all are a failed read', async () => {
    x.fail(read, { when: 'before', how: 'status', status: 200, body: { ok: true } });
    await expect(x.network.privateMessages(start)).rejects.toBeInstanceOf(OutcomeUnknown);
  });
});

describe('a private answer', () => {
  const send = (text = 'Yes, at Central.', may = () => true) =>
    x.network.sendPrivate(x.maya, text, may, 'a-key');

  it('goes out once, word for word, and its id is that of the message', async () => {
    says('maya_reads', 'Is my hold in?');
    const sent = await send('Yes: 2 & 3. 👩🏽‍💻 ^AK');
    const { found } = await x.network.privateMessages(start);
    expect(found).toHaveLength(2);
    expect(found[1]?.post).toMatchObject({ id: sent.id, text: 'Yes: 2 & 3. 👩🏽‍💻 ^AK' });
  });

  it('is not sent when it may no longer be at the last moment', async () => {
    says('maya_reads', 'Is my hold in?');
    await expect(send('Yes.', () => false)).rejects.toBeInstanceOf(NotSent);
    expect(x.calls(write)).toEqual([]);
  });

  it('to somebody who takes none from us is refused, with that reason', async () => {
    const refused = await send().catch((fault: unknown) => fault);
    expect(refused).toBeInstanceOf(Rejected);
    expect(refused).toMatchObject({ reason: 'private-closed' });
  });

  it('of which X does not give the id has an unknown outcome', async () => {
    x.fail(write, { when: 'before', how: 'status', status: 201, body: { data: {} } });
    await expect(send()).rejects.toBeInstanceOf(OutcomeUnknown);
    expect(x.calls(write)).toHaveLength(1);
  });

  it('whose response is lost is not sent again', async () => {
    says('maya_reads', 'Is my hold in?');
    x.fail(write, { when: 'after', how: 'reset' });
    await expect(send()).rejects.toBeInstanceOf(OutcomeUnknown);
    expect(messagesOfMaya()).toHaveLength(2);
  });

  it('keeps the id of its conversation out of what stands in a card id', async () => {
    says('maya_reads', 'Is my hold in?');
    const [{ post } = { post: undefined }] = (await x.network.privateMessages(start)).found;
    expect(post?.conversationId).toMatch(/^\d+_\d+$/u);
    expect(post?.conversationId).not.toBe(postId(`${ours}-${x.maya}`));
  });
});
