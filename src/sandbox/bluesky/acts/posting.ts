import { readArguments } from '../../world/arguments.js';
import type { Acts } from '../../world/world.js';
import { cidOfBlob, type DataObject } from '../model/cid.js';
import { asPost, isPost } from '../model/posts.js';
import { createRecord, deleteRecord, putRecord } from '../model/repo.js';
import type { Sky, Stored } from '../model/state.js';
import { isoOf } from '../views/profile.js';
import { facetsIn } from './facets.js';
import { needActor, needRecord } from './needed.js';
import { selfLabels } from './people.js';

const spec = {
  by: 'string',
  text: 'string',
  reply_to: 'string?',
  quotes: 'string?',
  photos: 'strings?',
  external: 'object?',
  langs: 'strings?',
  labels: 'strings?',
  createdAt: 'number?',
  facets: 'boolean?',
} as const;

/** Acts on posts: people write, answer, quote, like, change and delete them, and say who may answer. */
export function postingActs(sky: Sky): Acts {
  const write = (kind: string, detail: Record<string, unknown>) =>
    sky.world.journal.write('bluesky', kind, detail);
  const now = () => isoOf(sky.world.clock.now());
  const post = (act: string, args: Record<string, unknown>) => {
    const given = readArguments(act, args, spec);
    const account = needActor(sky, act, given.by);
    const parent = given.reply_to === undefined ? undefined : needPost(sky, act, given.reply_to);
    const quoted = given.quotes === undefined ? undefined : needPost(sky, act, given.quotes);
    const facets = given.facets === false ? [] : facetsIn(sky, given.text);
    const media = mediaOf(sky, given.photos, given.external as DataObject | undefined);
    const embed = embedOf(quoted, media);
    const record: DataObject = {
      text: given.text,
      createdAt: given.createdAt === undefined ? now() : isoOf(given.createdAt),
      ...(facets.length > 0 && { facets }),
      ...(parent && {
        reply: { root: { ...(asPost(parent.value).reply?.root ?? refOf(parent)) }, parent: refOf(parent) },
      }),
      ...(embed && { embed }),
      ...(given.langs && { langs: given.langs }),
      ...(given.labels && { labels: selfLabels(given.labels) }),
    };
    const { cid, uri } = createRecord(sky, account, { collection: 'app.bsky.feed.post', record });
    write(act, { by: account.handle, uri, text: given.text, reply_to: given.reply_to, quotes: given.quotes });
    return { uri, cid, rkey: uri.split('/').at(-1), text: given.text };
  };
  const about = (act: string, collection: string) => (args: Record<string, unknown>) => {
    const { by, uri } = readArguments(act, args, { by: 'string', uri: 'string' });
    const account = needActor(sky, act, by);
    const record = { subject: refOf(needPost(sky, act, uri)), createdAt: now() };
    const made = createRecord(sky, account, { collection, record });
    write(act, { by: account.handle, uri });
    return { uri: made.uri };
  };

  return {
    post: (args) => post('post', args),
    reply: ({ to, ...args }) => post('reply', { ...args, reply_to: to }),
    quote: ({ of, ...args }) => post('quote', { ...args, quotes: of }),
    like: about('like', 'app.bsky.feed.like'),
    repost: about('repost', 'app.bsky.feed.repost'),

    /** Another version of a post, under the same address. The app of Bluesky has no button for it; other apps do. */
    edit(args) {
      const { uri, text } = readArguments('edit', args, { uri: 'string', text: 'string' });
      const known = needPost(sky, 'edit', uri);
      const account = needActor(sky, 'edit', sky.state.accounts[known.did]?.handle ?? '');
      const { facets: _, ...rest } = known.value;
      const facets = facetsIn(sky, text);
      const record = { ...rest, text, ...(facets.length > 0 && { facets }) };
      const { cid } = putRecord(sky, account, { collection: known.collection, rkey: known.rkey, record });
      write('edit', { by: account.handle, uri, text });
      return { uri, cid };
    },

    /** A record of any kind is gone: a post, a follow, a like. */
    delete(args) {
      const { uri } = readArguments('delete', args, { uri: 'string' });
      needRecord(sky, 'delete', uri);
      deleteRecord(sky, uri);
      write('delete', { uri });
    },

    /** Whoever began a thread says who may answer in it; without `allow` everybody again. */
    gate(args) {
      const { uri, allow } = readArguments('gate', args, { uri: 'string', allow: 'strings?' });
      const { did, rkey } = needPost(sky, 'gate', uri);
      const account = needActor(sky, 'gate', sky.state.accounts[did]?.handle ?? '');
      const collection = 'app.bsky.feed.threadgate';
      if (allow) {
        const record = { post: uri, allow: allow.map(ruleOf), createdAt: now() };
        putRecord(sky, account, { collection, rkey, record });
      } else {
        deleteRecord(sky, `at://${did}/${collection}/${rkey}`);
      }
      write('gate', { uri, allow });
    },

    /** Whoever wrote a post takes it out of another one that shows it. */
    detach(args) {
      const {
        from,
        on = true,
        uri,
      } = readArguments('detach', args, {
        uri: 'string',
        from: 'string',
        on: 'boolean?',
      });
      const { did, rkey } = needPost(sky, 'detach', uri);
      const account = needActor(sky, 'detach', sky.state.accounts[did]?.handle ?? '');
      const record = { post: uri, createdAt: now(), detachedEmbeddingUris: on ? [from] : [] };
      putRecord(sky, account, { collection: 'app.bsky.feed.postgate', rkey, record });
      write('detach', { uri, from, on });
    },
  };
}

const refOf = ({ cid, uri }: Stored) => ({ uri, cid });

function needPost(sky: Sky, act: string, uri: string): Stored {
  const found = needRecord(sky, act, uri);
  if (!isPost(found)) throw new Error(`${act}: '${uri}' is no post.`);
  return found;
}

const rules: Readonly<Record<string, string>> = {
  mention: 'mentionRule',
  following: 'followingRule',
  followers: 'followerRule',
};

function ruleOf(name: string): DataObject {
  const rule = rules[name];
  if (!rule) throw new Error(`gate: 'allow' has '${name}', not one of ${Object.keys(rules).join(', ')}.`);
  return { $type: `app.bsky.feed.threadgate#${rule}` };
}

function mediaOf(
  sky: Sky,
  photos: readonly string[] | undefined,
  external: DataObject | undefined,
): DataObject | undefined {
  if (photos && external) throw new Error('post: it takes either photos or external.');
  if (external) return { $type: 'app.bsky.embed.external', external };
  if (!photos) return undefined;
  const images = photos.map((alt) => {
    const bytes = Buffer.from(`A picture: ${alt} ${sky.world.random.text(8)}`);
    const link = cidOfBlob(bytes);
    sky.state.blobs[link] = { mimeType: 'image/jpeg', size: bytes.length };
    const image = { $type: 'blob', ref: { $link: link }, mimeType: 'image/jpeg', size: bytes.length };
    return { alt, image, aspectRatio: { width: 4, height: 3 } };
  });
  return { $type: 'app.bsky.embed.images', images };
}

function embedOf(quoted: Stored | undefined, media: DataObject | undefined): DataObject | undefined {
  if (!quoted) return media;
  const record: DataObject = { $type: 'app.bsky.embed.record', record: refOf(quoted) };
  return media ? { $type: 'app.bsky.embed.recordWithMedia', record, media } : record;
}
