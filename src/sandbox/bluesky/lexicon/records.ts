import { hasFormat } from './formats.js';
import { check, object, type Schema, Unfit } from './schema.js';

const string = (more: Partial<Extract<Schema, { type: 'string' }>> = {}): Schema => ({
  ...more,
  type: 'string',
});
const array = (items: Schema, max?: number): Schema => ({ type: 'array', items, ...(max && { max }) });
const union = (of: Readonly<Record<string, Schema>>): Schema => ({ type: 'union', of });

const uri = string({ format: 'uri' });
const atUri = string({ format: 'at-uri' });
const did = string({ format: 'did' });
const datetime = string({ format: 'datetime' });
const blob: Schema = { type: 'blob' };

/** A record in one of its versions. */
const strongRef = object({ uri: atUri, cid: string({ format: 'cid' }) });

const selfLabels = union({
  'com.atproto.label.defs#selfLabels': object({
    values: array(object({ val: string({ maxLength: 128 }) }), 10),
  }),
});

const ratio = object({ width: { type: 'integer', min: 1 }, height: { type: 'integer', min: 1 } });
const images = object({ images: array(object({ image: blob, alt: string(), 'aspectRatio?': ratio }), 4) });
const external = object({
  external: object({ uri, title: string(), description: string(), 'thumb?': blob }),
});
const video = object({
  video: blob,
  'alt?': string({ maxLength: 10_000, maxGraphemes: 1_000 }),
  'aspectRatio?': ratio,
});
const record = object({ record: strongRef });
const media = {
  'app.bsky.embed.images': images,
  'app.bsky.embed.video': video,
  'app.bsky.embed.external': external,
};

const post = object({
  text: string({ maxLength: 3_000, maxGraphemes: 300 }),
  'facets?': array(
    object({
      index: object({ byteStart: { type: 'integer', min: 0 }, byteEnd: { type: 'integer', min: 0 } }),
      features: array(
        union({
          'app.bsky.richtext.facet#mention': object({ did }),
          'app.bsky.richtext.facet#link': object({ uri }),
          'app.bsky.richtext.facet#tag': object({ tag: string({ maxLength: 640, maxGraphemes: 64 }) }),
        }),
      ),
    }),
  ),
  'reply?': object({ root: strongRef, parent: strongRef }),
  'embed?': union({
    ...media,
    'app.bsky.embed.record': record,
    'app.bsky.embed.recordWithMedia': object({ record, media: union(media) }),
  }),
  'langs?': array(string({ format: 'language' }), 3),
  'labels?': selfLabels,
  'tags?': array(string({ maxLength: 640, maxGraphemes: 64 }), 8),
  createdAt: datetime,
});

const ofSubject = (subject: Schema) => object({ subject, createdAt: datetime });

/** The kinds of records that the servers know, with the kind of their keys. */
const kinds: Readonly<Record<string, { readonly key: 'tid' | 'self'; readonly schema: Schema }>> = {
  'app.bsky.feed.post': { key: 'tid', schema: post },
  'app.bsky.feed.like': { key: 'tid', schema: ofSubject(strongRef) },
  'app.bsky.feed.repost': { key: 'tid', schema: ofSubject(strongRef) },
  'app.bsky.graph.follow': { key: 'tid', schema: ofSubject(did) },
  'app.bsky.graph.block': { key: 'tid', schema: ofSubject(did) },
  'app.bsky.feed.threadgate': {
    key: 'tid',
    schema: object({
      post: atUri,
      'allow?': array(
        union({
          'app.bsky.feed.threadgate#mentionRule': object({}),
          'app.bsky.feed.threadgate#followerRule': object({}),
          'app.bsky.feed.threadgate#followingRule': object({}),
          'app.bsky.feed.threadgate#listRule': object({ list: atUri }),
        }),
        5,
      ),
      createdAt: datetime,
      'hiddenReplies?': array(atUri, 300),
    }),
  },
  'app.bsky.feed.postgate': {
    key: 'tid',
    schema: object({
      createdAt: datetime,
      post: atUri,
      'detachedEmbeddingUris?': array(atUri, 50),
      'embeddingRules?': array(union({ 'app.bsky.feed.postgate#disableRule': object({}) }), 5),
    }),
  },
  'app.bsky.actor.profile': {
    key: 'self',
    schema: object({
      'displayName?': string({ maxGraphemes: 64, maxLength: 640 }),
      'description?': string({ maxGraphemes: 256, maxLength: 2_560 }),
      'avatar?': blob,
      'banner?': blob,
      'labels?': selfLabels,
      'pinnedPost?': strongRef,
      'createdAt?': datetime,
    }),
  },
};

/**
 * Checks a record of `collection` under `rkey`, and says whether its kind is known. Throws Unfit with the words of the
 * real server.
 */
export function checkRecord(
  collection: string,
  rkey: string,
  value: Readonly<Record<string, unknown>>,
  validate: boolean | undefined,
): 'valid' | 'unknown' | undefined {
  checkData(value, '$.record');
  if (value.$type !== collection)
    throw new Unfit(`Invalid $type: expected ${collection}, got ${String(value.$type)}`);
  if (validate === false) return undefined;
  const kind = kinds[collection];
  if (!kind) {
    if (validate) throw new Unfit(`Unknown lexicon type: ${collection}`);
    return 'unknown';
  }
  const isKey = kind.key === 'tid' ? hasFormat('tid', rkey) : rkey === kind.key;
  if (!isKey) {
    const because =
      kind.key === 'tid' ? `Invalid TID string (got "${rkey}")` : `Expected "self" (got "${rkey}")`;
    throw new Unfit(`Invalid record key for ${collection}: ${because} at $`);
  }
  try {
    check(kind.schema, value, '$.record');
  } catch (error) {
    if (error instanceof Unfit) throw new Unfit(`Invalid ${collection} record: ${error.message}`);
    throw error;
  }
  return 'valid';
}

/** The data model has no fractions. https://atproto.com/specs/data-model */
function checkData(value: unknown, path: string): void {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) {
    const kinds = 'null, boolean, integer, string, cid, bytes, array or object';
    throw new Unfit(`Expected one of ${kinds} value type (got ${value}) at ${path}`);
  }
  if (Array.isArray(value)) for (const [index, item] of value.entries()) checkData(item, `${path}[${index}]`);
  else if (typeof value === 'object' && value !== null)
    for (const [name, part] of Object.entries(value)) checkData(part, `${path}.${name}`);
}
