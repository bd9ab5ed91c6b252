import type { World } from '../world/world.js';
import { publish } from './model/publish.js';
import type { Account, X, XState } from './model/state.js';

const deskHandle = 'centrallibrary';
export const deskKeys = {
  appKey: 'sandbox-app-key',
  appSecret: 'sandbox-app-secret',
  accessToken: '1200000000000000001-sandbox-access-token',
  accessSecret: 'sandbox-access-secret',
} as const;

const hourMs = 3_600_000;

const earlierPosts = [
  {
    hoursAgo: 50,
    text: 'Our reading room opens at 9 again from Monday. Bring a scarf: the heating is new to it too.',
  },
  { hoursAgo: 26, text: 'Story time moves to the garden this Thursday at 10:30. Bears welcome.' },
  { hoursAgo: 3, text: 'Which book did you last press into somebody’s hands?' },
];

/** The account that owns the developer app. */
export interface Library {
  /** Without @. */
  readonly handle: string;
  readonly name: string;
}

export const centralLibrary: Library = { handle: deskHandle, name: 'Central Library' };

/** The first state: the library's account with a few posts and no followers. */
export function seedState(world: World, { handle, name }: Library = centralLibrary): XState {
  const now = world.clock.startedAt;
  const library: Account = {
    id: '1200000000000000001',
    handle,
    name,
    description: 'Books, people, quiet corners. We answer here on weekdays.',
    descriptionEntities: {},
    createdAt: Date.UTC(2019, 11, 1),
    protected: false,
    status: 'active',
    messagesFrom: 'everyone',
    credentials: { ...deskKeys, permissions: 'messages', ownsApp: true },
  };
  const state: XState = {
    accounts: { [library.id]: library },
    ours: library.id,
    handles: { [handle.toLowerCase()]: library.id },
    posts: {},
    edits: {},
    follows: [],
    blocks: [],
    messages: [],
    browsers: {},
    windows: {},
    charges: [],
    creditsMills: null,
    spendCapMills: null,
    plan: 'self-serve',
    lag: { timelineMs: 0, mentionsMs: 0, followersMs: 0 },
    takesDuplicates: false,
    spelling: 'asked',
    lastId: '0',
    lastFollow: 0,
  };
  const x: X = { world, state, nonces: new Map() };
  for (const { hoursAgo, text } of earlierPosts) {
    publish(x, library, { written: text }, 'x', now - hoursAgo * hourMs);
  }
  return state;
}
