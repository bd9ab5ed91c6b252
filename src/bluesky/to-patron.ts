import type { AppBskyActorDefs } from '@atcute/bluesky';
import { onOneLine } from '../core/one-line.js';
import type { Patron } from '../core/post/post.js';
import { accountIdOf } from './ids.js';
import { saysAutomated, suspectOf } from './labels.js';

type Profile = Omit<AppBskyActorDefs.ProfileViewBasic, '$type'> & {
  readonly description?: string | undefined;
};

/** A person as the desk knows them. */
export function toPatron(profile: Profile): Patron {
  const { avatar, description, did, displayName, handle, labels = [], viewer } = profile;
  const bio = description && onOneLine(description);
  const suspect = suspectOf(labels, did);
  return {
    id: accountIdOf(did),
    handle,
    name: onOneLine(displayName ?? '') || handle,
    ...(avatar && { avatarUrl: avatar }),
    ...(bio && { bio }),
    ...(saysAutomated(labels, did) && { automated: true as const }),
    ...(suspect && { suspect }),
    ...(viewer?.followedBy && { followsUs: true as const }),
    ...(viewer?.following && { weFollow: true as const }),
  };
}

/** Whether we mute somebody: notifications leave out what they do, and so do lists here. */
export const isMuted = ({ viewer }: Pick<Profile, 'viewer'>): boolean =>
  Boolean(viewer?.muted || viewer?.mutedByList);

/** Whether somebody blocks us, or we them: nothing that one of us writes is shown to the other. */
export const isBlocked = ({ viewer }: Pick<Profile, 'viewer'>): boolean =>
  Boolean(viewer?.blockedBy || viewer?.blocking || viewer?.blockingByList);
