import { randomUUID } from 'node:crypto';
import type { AppBskyFeedPost, AppBskyRichtextFacet } from '@atcute/bluesky';
import { Client, ok, simpleFetchHandler } from '@atcute/client';
import { create } from '@atcute/tid';
import { createNetwork } from '../../src/bluesky/client.js';
import { accountIdOf, postIdOf, postUri, refOf, refOfUri } from '../../src/bluesky/ids.js';
import type { PostId } from '../../src/core/ids.js';
import type { Session, Sessions } from '../../src/ports/sessions.js';
import type { Server } from './server.js';

type Did = `did:${string}:${string}`;
type Uri = `at://${Did}/${string}.${string}.${string}/${string}`;
export type Strong = { uri: Uri; cid: string };

/** A person on a Bluesky server, who uses the methods that any client uses. */
export type Person = Awaited<ReturnType<typeof createPerson>>;

/** Sessions in memory, as processes share them. */
export function sessionsInMemory(): Sessions & {
  current(): Session | undefined;
  set(session: Session): void;
} {
  let session: Session | undefined;
  return {
    get: async () => session,
    replace: async (known, next) => {
      if (known?.access === session?.access) session = next;
      return session ?? next;
    },
    current: () => session,
    set: (one) => {
      session = one;
    },
  };
}

/** A new account on the server. `name` begins its handle. */
export async function createPerson({ service, domain }: Server, name: string) {
  const handle = `${name}-${randomUUID().slice(0, 6)}.${domain}`;
  const password = `secret-${randomUUID()}`;
  const open = new Client({ handler: simpleFetchHandler({ service }) });
  const input = { handle: handle as `${string}.${string}`, email: `${handle}@example.com`, password };
  const account = await ok(open.post('com.atproto.server.createAccount', { input }));
  const did = account.did as Did;
  const headers = { authorization: `Bearer ${account.accessJwt}` };
  const plain = simpleFetchHandler({ service });
  const rpc = new Client({
    handler: (path, init) =>
      plain(path, { ...init, headers: { ...Object.fromEntries(new Headers(init.headers)), ...headers } }),
  });
  const write = async (
    collection: string,
    record: Record<string, unknown>,
    rkey = create(Date.now() * 1_000, 7),
  ) => {
    const input = {
      repo: did,
      collection: collection as 'app.bsky.feed.post',
      rkey,
      record: { $type: collection, ...record },
    };
    return (await ok(rpc.post('com.atproto.repo.putRecord', { input }))) as Strong;
  };
  const createdAt = () => new Date().toISOString();
  // The AppView hears of an account a moment later.
  const isKnown = async () => (await rpc.get('app.bsky.actor.getProfile', { params: { actor: did } })).ok;
  await eventually(isKnown, 'the account');

  return {
    did,
    handle,
    password,
    id: accountIdOf(did),
    rpc,
    write,

    /** Posts, or writes over the post of a key; names of people in `to` become facets where they stand in the text. */
    async post(
      text: string,
      given: Partial<AppBskyFeedPost.Main> = {},
      to: readonly { did: Did; handle: string }[] = [],
      rkey?: string,
    ) {
      const facets = to.map((one): AppBskyRichtextFacet.Main => {
        const at = text.indexOf(`@${one.handle}`);
        const byteStart = Buffer.byteLength(text.slice(0, at));
        return {
          index: { byteStart, byteEnd: byteStart + Buffer.byteLength(`@${one.handle}`) },
          features: [{ $type: 'app.bsky.richtext.facet#mention', did: one.did }],
        };
      });
      const record = { text, createdAt: createdAt(), ...(facets.length > 0 && { facets }), ...given };
      return write('app.bsky.feed.post', record, rkey);
    },
    follow: (subject: Did) => write('app.bsky.graph.follow', { subject, createdAt: createdAt() }),
    block: (subject: Did) => write('app.bsky.graph.block', { subject, createdAt: createdAt() }),
    async delete({ uri }: Strong) {
      const [, , , collection = '', rkey = ''] = uri.split('/');
      await ok(
        rpc.post('com.atproto.repo.deleteRecord', {
          input: { repo: did, collection: collection as 'app.bsky.feed.post', rkey },
        }),
      );
    },
    async blob(bytes: Uint8Array<ArrayBuffer>, type: string) {
      const answer = await ok(
        rpc.post('com.atproto.repo.uploadBlob', {
          input: new Blob([bytes], { type }),
          headers: { 'content-type': type },
        }),
      );
      return answer.blob;
    },
    deactivate: () => rpc.post('com.atproto.server.deactivateAccount', { input: {}, as: null }),
    rename: (to: string) =>
      rpc.post('com.atproto.identity.updateHandle', {
        input: { handle: to as `${string}.${string}` },
        as: null,
      }),
    async appPassword() {
      return (
        await ok(
          rpc.post('com.atproto.server.createAppPassword', { input: { name: randomUUID().slice(0, 8) } }),
        )
      ).password;
    },
  };
}

/** The library's account, and the port to it, whose clock is that of the machine unless told. */
export async function createLibrary(server: Server, now: () => number = Date.now) {
  const { service } = server;
  const person = await createPerson(server, 'library');
  const password = await person.appPassword();
  const sessions = sessionsInMemory();
  const options = {
    handle: person.handle,
    password,
    service,
    sessions,
    timings: { readDeadlineMs: 10_000, writeDeadlineMs: 10_000 },
    now,
  };
  return {
    ...person,
    sessions,
    appPasswordOfDesk: password,
    options,
    network: createNetwork(options),
    /** Our records of one kind. */
    records: (collection: 'app.bsky.graph.follow') =>
      ok(person.rpc.get('com.atproto.repo.listRecords', { params: { repo: person.did, collection } })),
    /** A version of a post of ours as other records name it. */
    strongRef: (id: PostId): Strong => {
      const ref = refOf(id);
      return { uri: postUri(ref) as Uri, cid: ref.cid ?? '' };
    },
  };
}

/** The id by which the desk knows a record. */
export function idOf({ uri, cid }: Strong, ofVersion = false): PostId {
  const ref = refOfUri(uri, ofVersion ? cid : undefined);
  if (!ref) throw new Error(`${uri} is no post`);
  return postIdOf(ref);
}

/** Waits until the server shows what was written there: it reads its repositories a moment later. */
export async function eventually<T>(read: () => Promise<T | undefined | false>, what: string): Promise<T> {
  const end = Date.now() + 20_000;
  for (;;) {
    const found = await read();
    if (found) return found;
    if (Date.now() > end) throw new Error(`${what} did not come about in 20 s`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
