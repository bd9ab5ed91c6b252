import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AccountId } from '../../src/core/ids.js';
import type { Charge } from '../../src/core/money/bill.js';
import { createXWorld, type XWorld } from './x-world.js';

let x: XWorld;
let charges: Charge[];
beforeEach(async () => {
  x = await createXWorld();
  charges = [];
});
afterEach(() => x.close());

const charge = async (one: Charge) => void charges.push(one);
const meter = () => x.act<{ byCall: Record<string, { charged: number }> }>('meter', {}).byCall;
const charged = (call: string) => meter()[call]?.charged ?? 0;
const list = 'GET /2/users/:id/followers';
const byId = 'GET /2/users';

/** So many people follow, one after the other; gives them, newest first. */
function follows(count: number, whom = 'centrallibrary'): AccountId[] {
  const made = Array.from({ length: count }, (_, n) => {
    const id = x.person(`${whom.slice(0, 6)}_${n}`);
    x.act('follow', { by: `${whom.slice(0, 6)}_${n}`, whom });
    return id;
  });
  return made.reverse();
}

describe('looking again at followers', () => {
  it('reads our list no deeper than people came since', async () => {
    const newest = follows(60).slice(0, 12);
    expect(await x.network.followersAgain(newest, 12)).toEqual([]);
    expect([charged(list), charged(byId)]).toEqual([12, 0]);
  });

  it('reads more than a page of it where more came', async () => {
    const newest = follows(130);
    expect(await x.network.followersAgain(newest.slice(0, 120), 120)).toEqual([]);
    expect([charged(list), charged(byId)]).toEqual([120, 0]);
  });

  it('asks by id for who is not there: whoever left is still on X, and who is suspended or gone is not', async () => {
    const [first, left, suspended, gone] = follows(4);
    if (!first || !left || !suspended || !gone) throw new Error('four people');
    x.act('unfollow', { by: 'centra_2' });
    x.act('suspend', { handle: 'centra_1' });
    x.act('deleteAccount', { handle: 'centra_0' });
    expect(await x.network.followersAgain([first, left, suspended, gone], 4)).toEqual([suspended, gone]);
    expect([charged(list), charged(byId)]).toEqual([1, 1]);
  });

  it('takes whoever left and shows us no posts for somebody who blocks us', async () => {
    const [left, blocking] = follows(2);
    if (!left || !blocking) throw new Error('two people');
    x.act('unfollow', { by: 'centra_1' });
    x.act('block', { by: 'centra_0', whom: 'centrallibrary' });
    expect(await x.network.followersAgain([left, blocking], 2)).toEqual([blocking]);
  });

  it('asks by id alone where the list costs as much a head, as for an account that does not own the app', async () => {
    const keys = { appKey: 'sandbox-app-key', appSecret: 'sandbox-app-secret' };
    const token = { accessToken: '17-branch', accessSecret: 'branch' };
    x.act('addAccount', { handle: 'branch', name: 'Branch', credentials: { ...keys, ...token } });
    const network = x.connect({ credentials: { ...keys, ...token }, ownsApp: false, charge });
    const [newest, , oldest] = follows(3, 'branch');
    if (!newest || !oldest) throw new Error('three people');
    expect(await network.followersAgain([newest, oldest], 3)).toEqual([]);
    expect([charged(list), charged(byId)]).toEqual([0, 2]);
  });
});

describe('looking whether people still follow', () => {
  const since = (ids: readonly AccountId[]) => ids.map((id, n) => ({ id, at: 1_000 - n }));
  const ever = Number.POSITIVE_INFINITY;

  it('reads our list as deep as that is cheaper, and whoever followed longer ago by id', async () => {
    const newest = follows(40);
    const people = since(newest);
    const times = people.map(({ at }) => at);
    const asked = [people[2], people[5], people[39]].filter((one) => one !== undefined);
    const found = await x.network.stillFollowing(asked, times, ever);
    expect([...found.values()]).toEqual(['follows', 'follows', 'follows']);
    expect([charged(list), charged(byId)]).toEqual([6, 1]);
  });

  it('reads as far as it was read today whatever it costs otherwise, because that is free', async () => {
    const people = since(follows(40));
    const oldest = people.slice(-1);
    await x.network.followersAgain(
      people.map(({ id }) => id),
      40,
    );
    const times = people.map(({ at }) => at);
    expect([...(await x.network.stillFollowing(oldest, times, 0)).values()]).toEqual(['follows']);
    expect(x.calls(byId)).toEqual([]);
  });

  it('asks by id for who is not there: some left, of others the account is gone, and a protected one may follow', async () => {
    const newest = follows(4);
    const people = since(newest);
    x.act('unfollow', { by: 'centra_3' });
    x.act('suspend', { handle: 'centra_2' });
    x.act('block', { by: 'centra_1', whom: 'centrallibrary' });
    x.act('protect', { handle: 'centra_0' });
    const found = await x.network.stillFollowing(
      people,
      people.map(({ at }) => at),
      ever,
    );
    expect(newest.map((id) => found.get(id))).toEqual(['left', 'gone', 'left', 'follows']);
  });

  it('stands on the bill under a name of its own', async () => {
    const network = x.connect({ charge });
    const people = since(follows(3));
    x.act('unfollow', { by: 'centra_0' });
    await network.stillFollowing(
      people,
      people.map(({ at }) => at),
      ever,
    );
    const rows = charges.filter(({ call }) => call !== 'GET /2/users/me').map(({ call }) => call);
    expect(rows).toEqual(['GET /2/users/:id/followers for outcomes', 'GET /2/users for outcomes']);
  });

  it('does not take anybody for gone away where X does not say who follows', async () => {
    const [one] = follows(1);
    if (!one) throw new Error('one person');
    x.refuse('connection_status');
    const found = await x.network.stillFollowing([{ id: one, at: 1 }], Array(40).fill(1), ever);
    expect(found.get(one)).toBe('not-known');
  });
});

describe('looking again at mentions', () => {
  it('does not read through all that others say where our name stands', async () => {
    const question = x.post('maya_reads', '@centrallibrary Large print?');
    const at = x.clock.now();
    for (let n = 0; n < 60; n++) {
      x.clock.advance(1_000);
      x.post('samokafor', `Line ${n}`, { in_reply_to: question });
    }
    const { found, gone } = await x.network.postsAgain([{ id: question, at }], [at]);
    expect(found.map(({ post }) => post.id)).toContain(question);
    expect(gone).toEqual([]);
    expect(charged('GET /2/users/:id/mentions') + charged('GET /2/tweets')).toBeLessThanOrEqual(6);
  });

  it('reads our own list, and by id what is not there', async () => {
    const at = x.clock.now();
    const ids = Array.from({ length: 12 }, (_, n) => x.post('maya_reads', `@centrallibrary Question ${n}?`));
    x.act('delete', { id: ids[3] });
    const kept = ids.map((id) => ({ id, at }));
    const { found, gone } = await x.network.postsAgain(kept, [at]);
    expect(found).toHaveLength(11);
    expect(gone).toEqual([ids[3]]);
    expect([charged('GET /2/users/:id/mentions'), charged('GET /2/tweets')]).toEqual([11, 0]);
  });

  it('tells a post that is gone from a writer who shows us nothing any more', async () => {
    const at = x.clock.now();
    const kept = ['maya_reads', 'samokafor'].map((by) => ({ id: x.post(by, '@centrallibrary Hello'), at }));
    const [deleted, hidden] = kept.map(({ id }) => id);
    x.act('delete', { id: deleted });
    x.act('protect', { handle: 'samokafor' });
    expect(await x.network.postsAgain(kept, [at, at])).toMatchObject({
      found: [],
      gone: [deleted, hidden],
      hidden: [hidden],
    });
  });
});

describe('where X bills the people whom a page includes', () => {
  it('each author is asked for once while the desk does not know them, and never those who do not write to us', async () => {
    x.act('settings', { includesBilled: true });
    const from = x.clock.now() - 1_000;
    const known = new Map<AccountId, { id: AccountId; handle: string; name: string }>();
    const network = x.connect({
      includesBilled: true,
      charge,
      knownPatrons: async (ids) => ids.flatMap((id) => known.get(id) ?? []),
    });
    const question = x.post('maya_reads', '@centrallibrary Large print?');
    x.post('samokafor', 'I like the café.', { in_reply_to: question });
    x.post('centrallibrary', 'We are @centrallibrary, hello!');
    const { found } = await network.mentions(from);
    for (const { author } of found) if (author.handle) known.set(author.id, author);
    expect([...known.values()]).toMatchObject([{ handle: 'maya_reads', name: 'Maya Ortiz' }]);
    x.clock.advance(24 * 3_600_000);
    await network.mentions(from);
    expect(x.calls(byId)).toHaveLength(1);
    const booked = charges.reduce((sum, { count, priceMicroUsd }) => sum + count * priceMicroUsd, 0) / 1e6;
    expect(x.act('meter', {})).toMatchObject({ usd: booked });
  });

  it('an author who is needed is asked for also of a post that does not name us', async () => {
    const network = x.connect({ includesBilled: true, charge });
    const other = x.post('samokafor', 'Any good allotment books?');
    expect((await network.posts([other])).found).toMatchObject([{ author: { handle: 'samokafor' } }]);
  });
});
