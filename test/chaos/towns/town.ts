import type { NetworkTraits } from '../../../src/core/network/networks.js';
import type { LineOf } from '../history.js';

/** How a patron ends it all. */
export type Leaving = Extract<LineOf<'acted'>['kind'], 'suspend' | 'protect' | 'deactivate' | 'block'>;

/** One of our posts as a person reads it there. */
export interface OurPost {
  readonly id: string;
  readonly text: string;
  /** The post that began its conversation, where that is not ours. */
  readonly begunBy?: string;
  /** Unix milliseconds. */
  readonly at: number;
}

/** The part of desk.yaml that names an account. */
export type Entry = Readonly<Partial<Record<NetworkTraits['id'], object>>>;

/** What patrons and libraries do on one network, by its sandbox. Ids are those that the desk knows. */
export interface Town {
  readonly network: NetworkTraits['id'];
  /** The handle of the nth library. */
  libraryHandle(n: number): string;
  /** Opens the account of a library. Gives its part of desk.yaml, and its secrets in the environment. */
  openLibrary(library: { readonly id: string; readonly handle: string; readonly name: string }): Promise<{
    readonly entry: Entry;
    readonly env: Readonly<Record<string, string>>;
  }>;
  join(handle: string, name: string): Promise<void>;
  /** `under`: the post that it answers. Gives the post's id. */
  post(by: string, text: string, under?: string): Promise<string>;
  /** Gives the id of the new version. */
  edit(id: string, text: string): Promise<string>;
  remove(id: string): Promise<void>;
  /** Nobody may reply any more to a post that begins a conversation, where the network has that. */
  close?(id: string): Promise<void>;
  /** Gives the follower's id. */
  follow(by: string, library: string): Promise<string>;
  readonly leavings: readonly Leaving[];
  /** Gives the id of who leaves. */
  leave(how: Leaving, by: string, library: string): Promise<string>;
  /** A post is edited within this time (ms). */
  readonly editableMs: number;
  /** The posts that a library has there, the newest first. */
  ours(library: string): Promise<readonly OurPost[]>;
}

/** The faults of one network, by name, each with how often it comes. */
export interface TownWeather {
  readonly strikes: Readonly<Record<string, { readonly weight: number; readonly strike: Strike }>>;
  /** Ends what a strike may have left. */
  clear(): Promise<void>;
}

type Strike = () => void | Promise<void>;

/** How a call can fail when it took effect, did not, or takes effect later. */
export const unclear = [
  { how: 'reset' },
  { how: 'hang' },
  { how: 'status', status: 502, body: '<html><body>Something went wrong</body></html>' },
  { how: 'status', status: 504 },
] as const;
export const cutOff = [{ how: 'cut' }, { how: 'trickle', ms: 400 }] as const;

/** How late a post may appear after a lost answer, and how far lists may lag (desk ms): within the desk's looks. */
export const lateMs = 20_000;
export const lagMs = 40_000;
