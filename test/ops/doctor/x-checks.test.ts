import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Check } from '../../../src/core/doctor/check.js';
import { networkChecks } from '../../../src/ops/doctor/x-checks.js';
import type { DeskOnNetwork } from '../../../src/ops/doctor/x-desk.js';
import type { Heard } from '../../../src/ports/network.js';
import { aDesk } from '../../build.js';
import { createXWorld, type XWorld } from '../../x/x-world.js';

const privately = { privateMessages: { channel: 'C0PRIVATE', privacyPolicy: '', stopWords: [] } };
const desk: DeskOnNetwork = {
  ...aDesk(),
  account: { ...aDesk().account, secrets: 'MAIN', ownsApp: true },
};
const look = 'GET /2/users/me';

let x: XWorld;
beforeEach(async () => {
  x = await createXWorld();
  const { posts } = x.act<{ posts: { id: string }[] }>('timeline', { handle: 'centrallibrary' });
  x.act('pin', { by: 'centrallibrary', id: posts[0]?.id });
});
afterEach(() => x.close());

async function examine(
  given: Partial<DeskOnNetwork> = {},
  connect: Parameters<XWorld['connect']>[0] = {},
): Promise<readonly Check[]> {
  let heard: Heard | undefined;
  const hears = (one: Heard) => {
    heard = one;
  };
  const handle = desk.account.handle;
  // The sandbox's own clock stands in a story of its own; the header Date has the machine's.
  const network = x.connect({ handle, now: Date.now, heard: hears, ...connect });
  return networkChecks({
    desk: { ...desk, ...given },
    network,
    heard: () => heard,
    address: 'https://api.x.com',
  });
}

const odd = (checks: readonly Check[]) => checks.filter(({ mark }) => mark !== 'ok');

describe('X', () => {
  it('that is fine has a line for each thing looked at, and is asked once', async () => {
    const checks = await examine(privately);
    expect(odd(checks)).toEqual([]);
    expect(checks.map(({ id, found }) => `${id} ${found}`)).toEqual([
      "x.account X: the keys are @centrallibrary's. X bills $0.01 for this look, once a day.",
      'x.right X: the access token may read and write.',
      'x.private X: the access token may read and write private messages.',
      'x.plan X answers, so there is credit. Its plan it does not say; desk.yaml has self-serve.',
      'x.limits X: looks at our own account left: 74 of 75 in 15 minutes.',
      "x.clock X: this machine's clock is right.",
      'x.pinned X: the profile of @centrallibrary has a pinned post.',
    ]);
    expect(x.calls(look)).toHaveLength(1);
  });

  it('whose token may only read is wrong, and says how a token gets the right', async () => {
    x.act('permissions', { handle: 'centrallibrary', may: 'read' });
    const [right, ...more] = odd(await examine());
    expect([right?.id, right?.mark, right?.found, more]).toEqual([
      'x.right',
      'wrong',
      'X: the access token may only read.',
      [],
    ]);
    expect(right?.fix).toMatch(
      /user authentication settings to read and write; then .* X_MAIN_ACCESS_TOKEN/u,
    );
  });

  it('whose token may only read is fine for a desk that only links', async () => {
    x.act('permissions', { handle: 'centrallibrary', may: 'read' });
    expect(odd(await examine({ account: { ...desk.account, linkOnly: true } }))).toEqual([]);
  });

  it('whose token may not read private messages is wrong where they are watched', async () => {
    x.act('permissions', { handle: 'centrallibrary', may: 'write' });
    expect(odd(await examine())).toEqual([]);
    expect(odd(await examine(privately))).toMatchObject([{ id: 'x.private', mark: 'wrong' }]);
  });

  it('that does not say what the token may do, nor what time it is, leaves that open', async () => {
    const body = { data: { id: '1200000000000000001', username: 'centrallibrary', name: 'Central' } };
    x.fail(look, { when: 'after', how: 'status', status: 200, body, headers: { date: '' } });
    const checks = await examine(privately);
    expect(checks.filter(({ mark }) => mark === 'unknown')).toMatchObject([
      { id: 'x.right', found: expect.stringContaining('not known without --send') },
      { id: 'x.private' },
      { id: 'x.limits' },
      { id: 'x.clock' },
    ]);
  });

  it('that signs us in as another account says as whom, and where that is set', async () => {
    const handle = 'another';
    const [account, ...more] = odd(await examine({ account: { ...desk.account, handle } }, { handle }));
    expect(account).toMatchObject({
      id: 'x.account',
      mark: 'wrong',
      found: 'X signs us in as @centrallibrary, but desk.yaml says @another.',
      fix: expect.stringContaining('correct desks.central.x.handle in desk.yaml'),
    });
    expect(more).toEqual([]);
  });

  it('that does not take the keys says which are meant', async () => {
    const wrong = { appKey: 'a', appSecret: 'b', accessToken: 'c', accessSecret: 'd' };
    expect(odd(await examine({}, { credentials: wrong }))[0]).toMatchObject({
      id: 'x.account',
      mark: 'wrong',
      found: "X doesn't take the keys X_MAIN_… (Unauthorized).",
    });
  });

  it('without credit says so, and what the token may do all the same', async () => {
    x.act('money', { creditsUsd: 0 });
    const checks = await examine();
    expect(odd(checks)).toMatchObject([
      {
        id: 'x.plan',
        mark: 'wrong',
        fix: "In X's console, buy credits or raise the spend cap.",
      },
    ]);
    expect(checks.map(({ id }) => id)).toContain('x.right');
  });

  it('that does not take the keys says nothing of rights and limits, which --send would not find out either', async () => {
    x.act('suspend', { handle: 'centrallibrary' });
    const checks = await examine();
    x.act('suspend', { handle: 'centrallibrary', on: false });
    expect(odd(checks)).toMatchObject([
      { id: 'x.account', mark: 'wrong', fix: 'Sign in to X as @centrallibrary: it says there what to do.' },
    ]);
  });

  it('whose limit is used up says until when', async () => {
    for (let n = 0; n < 75; n += 1) await x.connect().me();
    expect(odd(await examine())).toMatchObject([
      { id: 'x.limits', mark: 'wrong', fix: expect.stringMatching(/^Wait until \d\d?:\d\d/u) },
    ]);
  });

  it.each([
    [60_000, "This machine's clock is 60 seconds ahead of that of X"],
    [-60_000, "This machine's clock is 60 seconds behind that of X"],
  ])('whose time is %i ms from ours says which clock is which', async (apartMs, found) => {
    const [clock, ...more] = odd(await examine({}, { now: () => Date.now() + apartMs }));
    expect([clock?.id, clock?.mark, more]).toEqual(['x.clock', 'wrong', []]);
    expect(clock?.found).toMatch(new RegExp(found.replace('60', '(?:59|60|61)'), 'u'));
  });

  it('that is away says where it should be, and nothing else', async () => {
    expect(await examine({}, { origin: 'http://127.0.0.1:1' })).toEqual([
      {
        id: 'x.account',
        mark: 'wrong',
        found: "X can't be reached.",
        fix: 'Let this machine reach https://api.x.com; look again later.',
      },
    ]);
  });

  it('without a pinned post is worth a thought', async () => {
    x.act('pin', { by: 'centrallibrary' });
    expect(odd(await examine())).toMatchObject([{ id: 'x.pinned', mark: 'note' }]);
  });

  it('that does not tell of a pinned post is not said to have none', async () => {
    for (const name of ['pinned_tweet_id', 'pinned_post_id']) {
      const message = `The \`expansions\` query parameter value [${name}] is not one of [affiliation]`;
      const body = { title: 'Invalid Request', type: 'about:blank', errors: [{ message }] };
      x.fail(look, { when: 'before', how: 'status', status: 400, body });
    }
    const checks = await examine();
    expect(checks.filter(({ id }) => id === 'x.pinned')).toMatchObject([
      { mark: 'note', found: 'X does not tell whether @centrallibrary has a pinned post.' },
    ]);
  });
});
