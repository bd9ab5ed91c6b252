import { isPost } from '../model/posts.js';
import { subjectOf } from '../model/repo.js';
import type { Indexed, Seen, Sky } from '../model/state.js';

/** Who looks, and at what. */
export interface Looking {
  readonly sky: Sky;
  readonly seen: Seen;
  /** The DID of whoever looks. */
  readonly viewer: string;
}

export type View = Readonly<Record<string, unknown>>;

export const isoOf = (at: number): string => new Date(at).toISOString();

/** Pictures live at an address that nobody serves here. */
export const pictureUrl = (preset: string, did: string, cid: string): string =>
  `https://cdn.bsky.app/img/${preset}/plain/${did}/${cid}`;

const profileOf = ({ seen }: Looking, did: string): Indexed | undefined =>
  seen.records[`at://${did}/app.bsky.actor.profile/self`];

/** A person as posts show them; undefined for somebody who is deactivated, suspended or unknown. */
export function showBasic(looking: Looking, did: string): View | undefined {
  const actor = looking.seen.actors[did];
  if (actor?.status !== 'active') return undefined;
  const profile = profileOf(looking, did);
  const avatar = profile && blobIn(profile.value.avatar);
  return {
    did,
    handle: actor.handle,
    displayName: profile?.value.displayName,
    avatar: avatar && pictureUrl('avatar', did, avatar),
    associated: { activitySubscription: { allowSubscriptions: 'followers' } },
    viewer: showRelation(looking, did),
    labels: [...labelsOn(looking, did), ...(profile ? showLabels(looking, profile) : [])],
  };
}

/** A person as lists of people show them. */
export function showProfile(looking: Looking, did: string): View | undefined {
  const basic = showBasic(looking, did);
  const profile = profileOf(looking, did);
  return (
    basic && {
      ...basic,
      description: profile?.value.description || undefined,
      indexedAt: profile && isoOf(profile.sortAt),
    }
  );
}

/** A person as their own page shows them. */
export function showDetailed(looking: Looking, did: string): View | undefined {
  const view = showProfile(looking, did);
  if (!view) return undefined;
  const profile = profileOf(looking, did);
  const banner = profile && blobIn(profile.value.banner);
  const follows = Object.values(looking.seen.follows);
  return {
    ...view,
    associated: { lists: 0, feedgens: 0, starterPacks: 0, labeler: false, ...(view.associated as View) },
    banner: banner && pictureUrl('banner', did, banner),
    followersCount: follows.filter(({ value }) => subjectOf(value) === did).length,
    followsCount: follows.filter((one) => one.did === did).length,
    postsCount: Object.values(looking.seen.records).filter((one) => isPost(one) && one.did === did).length,
    pinnedPost: profile?.value.pinnedPost,
  };
}

/** The records by which two people are connected: who follows and blocks whom. */
export function relationOf({ seen }: Looking, did: string, viewer: string) {
  return {
    following: seen.follows[`${viewer} ${did}`]?.uri,
    followedBy: seen.follows[`${did} ${viewer}`]?.uri,
    blocking: seen.blocks[`${viewer} ${did}`]?.uri,
    blockedBy: seen.blocks[`${did} ${viewer}`]?.uri,
  };
}

/** Whether one of two people blocks the other. */
export const isBlockBetween = ({ seen }: Looking, one: string, other: string): boolean =>
  Boolean(seen.blocks[`${one} ${other}`] ?? seen.blocks[`${other} ${one}`]);

export const isMuted = ({ sky, viewer }: Looking, did: string): boolean =>
  sky.state.accounts[viewer]?.mutes.includes(did) ?? false;

function showRelation(looking: Looking, did: string): View {
  const { blockedBy, blocking, followedBy, following } = relationOf(looking, did, looking.viewer);
  const isBlocked = blockedBy !== undefined || blocking !== undefined;
  return {
    muted: isMuted(looking, did),
    mutedOnlyReposts: false,
    mutedOnlyQuoteposts: false,
    blockedBy: blockedBy !== undefined,
    blocking,
    following: isBlocked ? undefined : following,
    followedBy: isBlocked ? undefined : followedBy,
  };
}

/** The labels of a record: those that moderation gave it, and those that its writer put into it. */
export function showLabels(looking: Looking, record: Indexed): readonly View[] {
  const { cid, did, uri, value } = record;
  const { labels } = value as { readonly labels?: { readonly values?: readonly { readonly val: string }[] } };
  const cts = typeof value.createdAt === 'string' ? isoOf(Date.parse(value.createdAt)) : isoOf(0);
  return [
    ...labelsOn(looking, uri),
    ...(labels?.values ?? []).map(({ val }) => ({ src: did, uri, cid, val, cts })),
  ];
}

const labelsOn = ({ sky }: Looking, subject: string): readonly View[] =>
  sky.state.labels
    .filter(({ uri }) => uri === subject)
    .map(({ at, src, uri, val }) => ({ src, uri, val, cts: isoOf(at) }));

/** The content id of a picture. */
export function blobIn(value: unknown): string | undefined {
  const { ref } = (value ?? {}) as { readonly ref?: { readonly $link?: string } };
  return ref?.$link;
}
