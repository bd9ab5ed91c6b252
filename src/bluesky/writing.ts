import { type AppBskyFeedPost, AppBskyFeedPost as FeedPost } from '@atcute/bluesky';
import { ok } from '@atcute/client';
import { is } from '@atcute/lexicons/validations';
import type { PostId } from '../core/ids.js';
import { handlesIn } from '../core/network/bluesky-names.js';
import { OutcomeUnknown, Rejected, undefinedIf } from '../errors.js';
import type { Network, Published } from '../ports/network.js';
import type { Rpc } from './client.js';
import { facetsOf } from './facets.js';
import { isNotThere, KeyTaken, notCalled } from './faults.js';
import { didOf, postCollection, postIdOf, postUri, refOf } from './ids.js';
import { recordKey } from './record-key.js';

type Did = `did:${string}:${string}`;
type Uri = `at://${Did}/${string}.${string}.${string}/${string}`;

/**
 * Writes to our own repository. What is written under a key that is there already changes nothing: the same key can't post
 * twice, whoever repeats the call. https://docs.bsky.app/docs/api/com-atproto-repo-put-record
 */
export function createWriting(rpc: Rpc, account: () => Promise<string>): Writing {
  async function put(
    collection: string,
    rkey: string,
    record: Record<string, unknown>,
    mayStillSend: () => boolean,
  ) {
    const repo = (await account()) as Did;
    const input = {
      repo,
      collection: collection as `${string}.${string}.${string}`,
      rkey,
      swapRecord: null,
      record,
    };
    return ok(rpc(undefined, mayStillSend).post('com.atproto.repo.putRecord', { input }));
  }

  async function publish(
    text: string,
    replyTo: PostId | undefined,
    mayStillSend: () => boolean,
    key: string,
  ): Promise<Published> {
    const did = (await account()) as Did;
    const at = timeOf(key);
    const rkey = recordKey(key, at);
    const reply = replyTo && (await replyRefTo(replyTo).catch(notCalled));
    const facets = facetsOf(text, await didsOf(handlesIn(text)).catch(notCalled));
    const record: AppBskyFeedPost.Main = {
      $type: postCollection,
      text,
      createdAt: new Date(at).toISOString(),
      ...(facets.length > 0 && { facets }),
      ...(reply && { reply }),
    };
    const id = postIdOf({ did, rkey });
    try {
      await put(postCollection, rkey, { ...record }, mayStillSend);
    } catch (fault) {
      // What stands there under this key is an earlier call's, made when a name in it was somebody else's.
      if (!(fault instanceof KeyTaken) || !(await saysSame(did, rkey, record))) throw fault;
    }
    return { id, at };
  }

  /** What a reply names: the post that it answers, and the one that began the conversation, each in one version. */
  async function replyRefTo(id: PostId): Promise<AppBskyFeedPost.ReplyRef> {
    const uri = postUri(refOf(id)) as Uri;
    const { posts } = await ok(rpc().get('app.bsky.feed.getPosts', { params: { uris: [uri] } }));
    const [parent] = posts;
    if (!parent) throw new Rejected('gone', `${uri} is not shown to us`);
    if (parent.viewer?.replyDisabled) throw new Rejected('closed', `${uri} takes no reply of ours`);
    const root = is(FeedPost.mainSchema, parent.record) ? parent.record.reply?.root : undefined;
    const cid = refOf(id).cid ?? parent.cid;
    const strong = { uri, cid: cid as typeof parent.cid };
    return { root: root ?? strong, parent: strong };
  }

  async function didsOf(handles: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const found = new Map<string, string>();
    for (const handle of handles) {
      const params = { handle: handle as `${string}.${string}` };
      const answer = await ok(rpc().get('com.atproto.identity.resolveHandle', { params })).catch(
        undefinedIf(isNotThere),
      );
      if (answer) found.set(handle, answer.did);
    }
    return found;
  }

  async function saysSame(did: Did, rkey: string, record: AppBskyFeedPost.Main): Promise<boolean> {
    const params = { repo: did, collection: postCollection, rkey } as const;
    const { value } = await ok(rpc().get('com.atproto.repo.getRecord', { params }));
    if (!is(FeedPost.mainSchema, value)) return false;
    return value.text === record.text && value.reply?.parent.uri === record.reply?.parent.uri;
  }

  return {
    publish,

    async remove(id) {
      const { did, rkey } = refOf(id);
      const input = { repo: did as Did, collection: postCollection, rkey } as const;
      await ok(rpc().post('com.atproto.repo.deleteRecord', { input }));
    },

    async follow(id, mayStillSend, key) {
      const at = timeOf(key);
      const record = {
        $type: 'app.bsky.graph.follow',
        subject: didOf(id),
        createdAt: new Date(at).toISOString(),
      };
      await put('app.bsky.graph.follow', recordKey(key, at), record, mayStillSend);
    },
  };
}

type Writing = Required<Pick<Network, 'follow' | 'publish' | 'remove'>>;

/** A key ends with the time of its approval (Unix ms). */
function timeOf(key: string): number {
  const at = Number(key.slice(key.lastIndexOf('.') + 1));
  if (!Number.isSafeInteger(at) || at <= 0) throw new OutcomeUnknown('Bluesky', `no time in ${key}`);
  return at;
}
