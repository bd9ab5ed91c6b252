/** Where a post stands: in whose repository, under which record key, and in which version. */
export interface PostRef {
  readonly did: string;
  readonly rkey: string;
  /** The content id of a version; undefined for the post in whichever version it has now. */
  readonly cid?: string;
}

// The desk puts ids into keys, into card ids, where `-` and `:` separate, and into what buttons carry: letters, digits and `_`
// alone. Here `_` separates, and `__` begins any other character: two hexadecimal digits of it follow.
const encode = (part: string): string =>
  part.replace(/[^a-zA-Z0-9]/gu, (character) => `__${character.charCodeAt(0).toString(16).padStart(2, '0')}`);
const decode = (part: string): string =>
  part.replace(/__([0-9a-f]{2})/gu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
const PARTS = /((?:[a-zA-Z0-9]|__[0-9a-f]{2})+)(?:_|$)/gu;
const partsOf = (id: string): readonly string[] =>
  [...id.matchAll(PARTS)].map(([, part = '']) => decode(part));

/** The id of an account: `plc_ewvi7nxzyoun6zhxrhs64oiz` for `did:plc:ewvi7nxzyoun6zhxrhs64oiz`. */
export function accountIdOf(did: string): string {
  const [, method = '', ...rest] = did.split(':');
  return `${encode(method)}_${encode(rest.join(':'))}`;
}

/** The DID of an account. */
export function didOf(account: string): string {
  const [method = '', rest = ''] = partsOf(account);
  return `did:${method}:${rest}`;
}

/** The id of a post, or of one of its versions: its record key, the account, and for a version its content id. */
export const postIdOf = ({ did, rkey, cid }: PostRef): string =>
  [encode(rkey), accountIdOf(did), ...(cid ? [encode(cid)] : [])].join('_');

/** Where a post of this id stands. */
export function refOf(id: string): PostRef {
  const [rkey = '', method = '', rest = '', cid] = partsOf(id);
  return { did: `did:${method}:${rest}`, rkey, ...(cid ? { cid } : {}) };
}

/** The address of a record: `at://did:plc:…/app.bsky.feed.post/3k…`. */
export const postUri = ({ did, rkey }: PostRef) => `at://${did}/${postCollection}/${rkey}` as const;

/** Where a record of this address stands; undefined for something else than a post. */
export function refOfUri(uri: string, cid?: string): PostRef | undefined {
  const [, did, rkey] = /^at:\/\/(did:[^/]+)\/app\.bsky\.feed\.post\/([^/]+)$/u.exec(uri) ?? [];
  return did && rkey ? { did, rkey, ...(cid ? { cid } : {}) } : undefined;
}

/** The kind of record that a post is. */
export const postCollection = 'app.bsky.feed.post';
