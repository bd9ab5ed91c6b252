import type { Data, DataObject } from './cid.js';
import type { Seen } from './state.js';

/** A version of a record as other records name it. */
export interface Ref {
  readonly uri: string;
  readonly cid: string;
}

/** What a record of a post says, as far as the AppView uses it. Its shape was checked when it was written. */
export interface PostRecord {
  readonly text: string;
  readonly createdAt: string;
  readonly facets?: readonly {
    readonly features: readonly { readonly $type: string; readonly did?: string }[];
  }[];
  readonly reply?: { readonly root: Ref; readonly parent: Ref };
  readonly embed?: DataObject & { readonly $type: string };
}

export const isPost = ({ collection }: { readonly collection: string }) =>
  collection === 'app.bsky.feed.post';

export const asPost = (value: DataObject): PostRecord => value as unknown as PostRecord;

/** Whose record stands at an address. */
export const didIn = (uri: string): string => uri.split('/')[2] ?? '';

/** The address of another record under the same key, as gates have it. */
export const besides = (uri: string, collection: string): string =>
  `at://${didIn(uri)}/${collection}/${uri.split('/')[4]}`;

/** The version of a post that another one shows in itself. */
export function quotedIn({ embed }: PostRecord): Ref | undefined {
  const record = embed?.$type === 'app.bsky.embed.recordWithMedia' ? (embed.record as DataObject) : embed;
  const isRecord =
    embed?.$type === 'app.bsky.embed.record' || embed?.$type === 'app.bsky.embed.recordWithMedia';
  const ref = isRecord ? (record?.record as DataObject | undefined) : undefined;
  return ref && { uri: String(ref.uri), cid: String(ref.cid) };
}

/** Whom a post names by facets. */
export const namedIn = ({ facets = [] }: PostRecord): readonly string[] =>
  facets.flatMap(({ features }) =>
    features.flatMap(({ $type, did }) => ($type === 'app.bsky.richtext.facet#mention' && did ? [did] : [])),
  );

const rule = (name: string) => `app.bsky.feed.threadgate#${name}Rule`;

/** Whether the gate of a thread keeps somebody's replies out; undefined where there is no gate. */
export function isGatedFor(seen: Seen, rootUri: string, did: string): boolean | undefined {
  const gate = seen.records[besides(rootUri, 'app.bsky.feed.threadgate')]?.value;
  if (!gate) return undefined;
  const owner = didIn(rootUri);
  const { allow } = gate as { readonly allow?: readonly { readonly $type: string }[] };
  if (did === owner || !allow) return false;
  const allows = (name: string) => allow.some(({ $type }) => $type === rule(name));
  const root = seen.records[rootUri];
  if (allows('mention') && root && namedIn(asPost(root.value)).includes(did)) return false;
  if (allows('follower') && seen.follows[`${did} ${owner}`]) return false;
  return !(allows('following') && seen.follows[`${owner} ${did}`]);
}

/** Whether the writer of a post lets nobody but themselves show it in other posts. */
export function isEmbeddingClosed(seen: Seen, uri: string, did: string): boolean {
  const rules = seen.records[besides(uri, 'app.bsky.feed.postgate')]?.value.embeddingRules;
  return (
    did !== didIn(uri) &&
    listOf(rules).some((one) => (one as DataObject).$type === 'app.bsky.feed.postgate#disableRule')
  );
}

/** Whether the writer of a post has taken it out of another one that showed it. */
export const isDetached = (seen: Seen, uri: string, from: string): boolean =>
  listOf(seen.records[besides(uri, 'app.bsky.feed.postgate')]?.value.detachedEmbeddingUris).includes(from);

export const listOf = (value: Data | undefined): readonly Data[] => (Array.isArray(value) ? value : []);
