import { type AccountId, accountId, type PostId, postId } from '../core/ids.js';
import * as ids from '../core/network/bluesky-ids.js';

export {
  didOf,
  type PostRef,
  postCollection,
  postUri,
  refOf,
  refOfUri,
} from '../core/network/bluesky-ids.js';

/** The desk's id of an account. */
export const accountIdOf = (did: string): AccountId => accountId(ids.accountIdOf(did));

/** The desk's id of a post, or of one of its versions. */
export const postIdOf = (ref: ids.PostRef): PostId => postId(ids.postIdOf(ref));
