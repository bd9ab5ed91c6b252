import { type PostId, postId } from '../core/ids.js';

// X's ids are 64-bit numbers in decimal. Their upper bits count milliseconds from X's epoch.

/** 2010-11-04 (Unix ms). */
const epochMs = 1288834974657n;

/** The smallest id that a post of this time can have (Unix ms). */
export function firstPostIdAt(ms: number): PostId {
  const since = BigInt(Math.floor(ms)) - epochMs;
  return postId(String((since > 0n ? since : 0n) << 22n));
}

/** When the post with this id was made (Unix ms). */
export function postedAt(id: PostId): number {
  return Number((BigInt(id) >> 22n) + epochMs);
}
