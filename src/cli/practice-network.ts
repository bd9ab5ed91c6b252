import { randomBytes } from 'node:crypto';
import type { DeskConfig } from '../config/desk-file.js';
import type { Env } from '../config/env.js';
import type { Desk } from '../core/desk/desk.js';
import { deskPassword } from '../sandbox/bluesky/seed.js';
import type { Sandbox, SandboxOptions } from '../sandbox/sandbox.js';
import { deskKeys } from '../sandbox/x/seed.js';

/** What the desk of a practice network finds there. */
interface Entrance {
  /** What the environment has for the desk's secrets. */
  readonly env: Pick<Env, 'bluesky' | 'x'>;
  readonly account: DeskConfig['account'];
}

/** A network of the desk's own, as a sandbox serves it. */
export interface PracticeNetwork {
  /** The library's account there, as desk.yaml names it. */
  library(account: DeskConfig['account']): SandboxOptions;
  /** All that a person needs to act as the library on the page. */
  prepare(sandbox: Sandbox, handle: string): Promise<void>;
  /** The environment and the account by which the desk is on it, in place of the real network. */
  enter(sandbox: Sandbox, account: DeskConfig['account'], env: Entrance['env']): Entrance;
  /** A question, a thank-you, and a new follower with a post of their own. */
  firstNews(sandbox: Sandbox, ours: string): Promise<void>;
}

/** The person of the sandbox's Slack who is signed in to X on the page: it knows nobody of the real Slack. */
const browser = 'U0ANA0001';

/** An id of the library that stays: the session of the last start is kept in the store. */
const libraryDid = 'did:plc:practicepracticepractice';

const town = {
  asks: {
    name: 'Maya Ortiz',
    handle: 'maya_reads',
    text: "Do you have large-print crime novels? My mum can't get out.",
  },
  thanks: {
    name: 'Priya Nair',
    handle: 'priya_knits',
    text: 'Lovely knitting group on Saturday, thank you all!',
  },
  follows: {
    name: 'Sam Okafor',
    handle: 'samokafor',
    text: 'Any good allotment books? The slugs are winning.',
  },
} as const;

/** A name of X as Bluesky has names: a domain. */
const asDomain = (handle: string): string => `${handle.replaceAll('_', '-')}.test`;

/** The networks on which people can practise: each is a sandbox in the process of the desk. */
export const practiceNetworks: Readonly<Record<Desk['network']['id'], PracticeNetwork>> = {
  x: {
    library: ({ handle }) => ({ library: { handle, name: handle } }),
    prepare: async ({ x }, handle) => {
      await x.acts.signIn?.({ browser, as: handle });
    },
    enter: ({ xUrl }, account, { x, ...env }) => ({
      env: {
        ...env,
        x: { ...x, secrets: { ...x.secrets, [account.secrets]: { ...deskKeys, origin: xUrl } } },
      },
      account,
    }),
    firstNews: ({ x }, ours) =>
      newsBy(async (name, args) => x.acts[name]?.(args), ours, {
        handleOf: (handle) => handle,
        more: { messagesFrom: 'everyone' },
      }),
  },
  bluesky: {
    library: ({ handle }) => ({
      // Ids of people come from the seed: those of the last start may still be in the store, as others.
      seed: randomBytes(4).readUInt32BE(),
      blueskyLibrary: { handle, name: handle, did: libraryDid },
    }),
    prepare: async () => {},
    enter: ({ blueskyUrl }, account, { bluesky, ...env }) => ({
      env: {
        ...env,
        bluesky: { passwords: { ...bluesky.passwords, [account.secrets]: deskPassword } },
      },
      account: { ...account, service: blueskyUrl },
    }),
    firstNews: ({ bluesky }, ours) =>
      newsBy(async (name, args) => bluesky.acts[name]?.(args), ours, { handleOf: asDomain, more: {} }),
  },
};

type Act = (name: string, args: Record<string, unknown>) => Promise<unknown>;

async function newsBy(
  act: Act,
  ours: string,
  { handleOf, more }: { readonly handleOf: (handle: string) => string; readonly more: object },
): Promise<void> {
  const comes = async ({ handle, name }: { readonly handle: string; readonly name: string }) => {
    await act('addAccount', { handle: handleOf(handle), name, ...more });
    return handleOf(handle);
  };
  for (const one of [town.asks, town.thanks])
    await act('post', { by: await comes(one), text: `@${ours} ${one.text}` });
  const by = await comes(town.follows);
  await act('post', { by, text: town.follows.text });
  await act('follow', { by });
}
