import { describe, expect, it } from 'vitest';
import { accountId, postId } from '../../../src/core/ids.js';
import { networks } from '../../../src/core/network/networks.js';
import { Busy, KeysRefused, OutcomeUnknown, Rejected, Unreachable } from '../../../src/errors.js';
import { blueskyChecks } from '../../../src/ops/doctor/bluesky-checks.js';
import type { Heard } from '../../../src/ports/network.js';
import { aDesk, aPatron, tuesday } from '../../build.js';

type Given = Parameters<typeof blueskyChecks>[0];

const handle = 'library.example.org';
const desk = { ...aDesk(), network: networks.bluesky, account: { handle, secrets: 'MAIN' } };
const us = { id: accountId('plc_abc'), handle, pinned: postId('3k_plc_abc') };
const ourProfile = aPatron({ id: us.id, handle });
const limits = [{ length: '5 minutes', most: 3_000, left: 2_990, resetAt: tuesday }] as const;
const aHeard: Heard = { at: tuesday, networkTime: tuesday, limits };

interface Broken extends Partial<Omit<Given, 'networkAs'>> {
  /** Who the network says that we are, by whom we ask as; or why it says nothing. */
  readonly me?: (as: string) => Awaited<ReturnType<ReturnType<Given['networkAs']>['me']>>;
  readonly profile?: typeof ourProfile;
}

/** The lines about an account that is right but for what is given. */
const examine = ({ me = () => us, profile = ourProfile, ...given }: Broken = {}) =>
  blueskyChecks({
    desk,
    networkAs: (as) => ({ me: async () => me(as), person: async () => profile }),
    knownAccount: async () => undefined,
    isOwnPassword: () => false,
    heard: () => aHeard,
    address: 'https://bsky.social',
    ...given,
  });

const odd = async (given: Broken) => (await examine(given)).filter(({ mark }) => mark !== 'ok');
const fails = (fault: Error) => ({
  me: () => {
    throw fault;
  },
});

describe('an account on Bluesky', () => {
  it('that is right has a line for each thing, and none of prices, plans or owners', async () => {
    expect((await examine()).map(({ found, id, mark }) => `${mark} ${id} ${found}`)).toEqual([
      "ok bluesky.account Bluesky: the app password is @library.example.org's.",
      'ok bluesky.limits Bluesky: looks at our own account left: 2990 of 3000 in 5 minutes.',
      "ok bluesky.clock Bluesky: this machine's clock is right.",
      'ok bluesky.pinned Bluesky: the profile of @library.example.org has a pinned post.',
    ]);
  });

  it('whose password is refused says the variable, where one is made, and nothing more', async () => {
    const checks = await examine(fails(new KeysRefused('Bluesky', 'Invalid identifier or password')));
    expect(checks).toEqual([
      {
        id: 'bluesky.account',
        mark: 'wrong',
        found:
          "Bluesky doesn't take BLUESKY_MAIN_APP_PASSWORD for @library.example.org (Invalid identifier or password).",
        fix: expect.stringMatching(
          /App passwords.*set BLUESKY_MAIN_APP_PASSWORD.*correct desks\.central\.bluesky\.handle/u,
        ),
      },
    ]);
  });

  it('that changed its handle is found by the account that the desk signed in as before', async () => {
    const me = (as: string) => {
      if (as === handle) throw new KeysRefused('Bluesky', 'Invalid identifier or password');
      return { ...us, handle: 'new.example.org' };
    };
    expect(await odd({ me, knownAccount: async () => 'did:plc:abc' })).toMatchObject([
      {
        id: 'bluesky.account',
        found: 'Bluesky signs us in as @new.example.org, but desk.yaml says @library.example.org.',
        fix: expect.stringContaining('Set desks.central.bluesky.handle to new.example.org'),
      },
    ]);
  });

  it('whose domain does not confirm its handle any more says so', async () => {
    expect(await odd({ me: () => ({ ...us, handle: 'handle.invalid' }) })).toMatchObject([
      { id: 'bluesky.account', mark: 'wrong', found: expect.stringContaining("can't confirm the handle") },
    ]);
  });

  it.each(['Account has been taken down', 'Account is deactivated', 'Account has been suspended'])(
    'that Bluesky closed is no matter of passwords: %s',
    async (detail) => {
      const [account] = await odd(fails(new KeysRefused('Bluesky', detail)));
      expect(account).toMatchObject({ id: 'bluesky.account', mark: 'wrong' });
      expect(account?.fix).toBe('Sign in to Bluesky as @library.example.org: it says there what to do.');
    },
  );

  it.each([
    [new Unreachable('Bluesky', undefined), "Bluesky can't be reached.", 'https://bsky.social'],
    [new OutcomeUnknown('Bluesky'), 'Bluesky gives no answer.', 'https://bsky.social'],
    [
      new Rejected('other', 'Method Not Implemented'),
      'refuses to say whose account it is',
      'bluesky.service',
    ],
  ])('whose server does not answer says where it should be: %s', async (fault, found, fix) => {
    expect(await examine(fails(fault))).toMatchObject([
      {
        id: 'bluesky.account',
        mark: 'wrong',
        found: expect.stringContaining(found),
        fix: expect.stringContaining(fix),
      },
    ]);
  });

  it('whose limit is used up says until when', async () => {
    expect(await examine(fails(new Busy(tuesday + 60_000, 'Bluesky')))).toMatchObject([
      {
        id: 'bluesky.limits',
        mark: 'wrong',
        fix: expect.stringMatching(/^Wait until \d+:\d+; .* this address\.$/u),
      },
    ]);
  });

  it('whose server tells no limits leaves that open', async () => {
    expect(await odd({ heard: () => ({ ...aHeard, limits: [] }) })).toMatchObject([
      { id: 'bluesky.limits', mark: 'unknown' },
    ]);
  });

  it('that is signed in to by its own password is worth a thought', async () => {
    expect(await odd({ isOwnPassword: () => true })).toMatchObject([
      { id: 'bluesky.password', mark: 'note', found: expect.stringContaining("the account's own password") },
    ]);
  });

  it('from whose time ours is apart says by how much', async () => {
    expect(await odd({ heard: () => ({ ...aHeard, networkTime: tuesday - 60_000 }) })).toMatchObject([
      {
        id: 'bluesky.clock',
        mark: 'wrong',
        found: "This machine's clock is 60 seconds ahead of that of Bluesky, and posts carry its time.",
      },
    ]);
  });

  it('that says a program writes there is worth a thought', async () => {
    expect(await odd({ profile: { ...ourProfile, automated: true } })).toMatchObject([
      { id: 'bluesky.bot', mark: 'note' },
    ]);
  });

  it('without a pinned post is worth a thought', async () => {
    const { pinned: _none, ...without } = us;
    expect(await odd({ me: () => without })).toMatchObject([{ id: 'bluesky.pinned', mark: 'note' }]);
  });
});
