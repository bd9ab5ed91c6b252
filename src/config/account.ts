import type { Desk } from '../core/desk/desk.js';
import { networks } from '../core/network/networks.js';
import type { DeskEntry } from './schema/schema.js';

/** The account of a desk, with what the program needs to be let in. */
export type AccountConfig = Desk['account'] & {
  /** NAME in the environment's X_NAME_APP_KEY and its siblings, or in BLUESKY_NAME_APP_PASSWORD. */
  readonly secrets: string;
  /** Whether the account owns the developer app: X then charges less for reading its own lists. */
  readonly ownsApp: boolean;
  /** X bills the people whom a page of posts includes, too. */
  readonly includesBilled: boolean;
  /** Missing until the owner of the desk has asked X. */
  readonly governmentUse?: 'enterprise' | 'notGovernment' | 'linkOnly';
  /** The server that holds a Bluesky account, as an origin. */
  readonly service?: string;
};

/** The network and the account that an entry names: exactly one of `x` and `bluesky` is there. */
export function accountOf({
  bluesky,
  x,
}: DeskEntry): Pick<Desk, 'network'> & { readonly account: AccountConfig } {
  if (x) {
    const { governmentUse, practice, practicePage, readContext, privateMessages: _of, ...account } = x;
    return {
      network: networks.x,
      account: {
        ...account,
        ...(governmentUse && { governmentUse }),
        ...(governmentUse === 'linkOnly' && { linkOnly: true }),
        ...(readContext === 'always' && { readsContext: true }),
        ...practising({ practice, practicePage }),
      },
    };
  }
  if (!bluesky) throw new RangeError('A desk without an account.');
  const { practice, practicePage, ...account } = bluesky;
  return {
    network: networks.bluesky,
    account: {
      ...account,
      ...practising({ practice, practicePage }),
      plan: 'self-serve',
      longPosts: false,
      // Reading costs nothing.
      readsContext: true,
      ownsApp: true,
      includesBilled: false,
    },
  };
}

const practising = ({
  practice,
  practicePage,
}: Pick<NonNullable<DeskEntry['bluesky']>, 'practice' | 'practicePage'>): Pick<
  AccountConfig,
  'page' | 'practice'
> => (practice ? { practice, ...(practicePage && { page: practicePage }) } : {});

/** Whether people practise at the desk of an entry. */
export const isPractice = ({ bluesky, x }: Pick<DeskEntry, 'bluesky' | 'x'>): boolean =>
  (x ?? bluesky)?.practice ?? false;

/** The `secrets` of all desks that are on the real network of this kind; a desk that practises needs none in the environment. */
export function secretNames(
  desks: readonly (Pick<Desk, 'network'> & { readonly account: AccountConfig })[],
  network: Desk['network']['id'],
): string[] {
  const there = desks.filter((desk) => desk.network.id === network && !desk.account.practice);
  return [...new Set(there.map(({ account }) => account.secrets))];
}

/** The name of a network in the desk's texts, where that is not the usual one. */
export const nameOf = ({ bluesky }: DeskEntry): Readonly<Record<string, string>> =>
  bluesky ? { 'network.name': networks.bluesky.name } : {};
