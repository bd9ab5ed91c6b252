import { afterEach, beforeEach } from 'vitest';
import { createBluesky } from '../../../src/sandbox/bluesky/bluesky.js';
import { createClock } from '../../../src/sandbox/world/clock.js';
import { createFaults } from '../../../src/sandbox/world/faults.js';
import { createJournal } from '../../../src/sandbox/world/journal.js';
import { createRandom } from '../../../src/sandbox/world/random.js';
import type { SandboxSide, World } from '../../../src/sandbox/world/world.js';

type Fields = Record<string, unknown>;

export const library = { handle: 'centrallibrary.test', appPassword: 'sand-boxa-pppa-sswd' };

/** Midday, UTC. */
export const startAt = Date.UTC(2026, 10, 24, 12);
export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;

interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Fields;
}

export interface Client {
  readonly did: string;
  readonly access: string;
  readonly refresh: string;
  get(nsid: string, params?: Readonly<Record<string, string | readonly string[]>>): Promise<Answered>;
  post(nsid: string, input?: Fields): Promise<Answered>;
  /** Writes a record; gives the answer. */
  put(collection: string, rkey: string, record: Fields, more?: Fields): Promise<Answered>;
}

interface Post {
  readonly uri: string;
  readonly cid: string;
  readonly rkey: string;
}

/** A Bluesky on a clock that stands still, and those who call it. */
export interface Built {
  readonly world: World;
  readonly bluesky: SandboxSide;
  act(name: string, args?: Fields): Fields;
  post(by: string, text: string, more?: Fields): Post;
  /** Time passes, until the AppView has seen everything unless told. */
  pass(ms?: number): void;
  /** Signs in, by default as the library with its app password. */
  signIn(identifier?: string, password?: string): Promise<Client>;
  /** Calls with this token, or with none. */
  as(token?: string, did?: string): Client;
  /** The reasons and addresses of what the library is told. */
  told(client: Client): Promise<readonly (readonly [unknown, unknown])[]>;
}

export let built: Built;

/** A Bluesky for each test of the file that calls this. */
export function useBluesky(): void {
  beforeEach(async () => {
    built = await build();
  });
  afterEach(() => built.bluesky.close());
}

async function build(): Promise<Built> {
  const clock = createClock(startAt, 0);
  const world: World = {
    clock,
    journal: createJournal(clock),
    random: createRandom(7),
    faults: createFaults(),
  };
  const bluesky = await createBluesky(world);
  const act: Built['act'] = (name, args = {}) => {
    const found = bluesky.acts[name];
    if (!found) throw new Error(`No act ${name}.`);
    return (found(args) ?? {}) as Fields;
  };
  const as: Built['as'] = (token, did = '') => client(bluesky.url, token, did);
  return {
    world,
    bluesky,
    act,
    as,
    post: (by, text, more = {}) => act('post', { by, text, ...more }) as unknown as Post,
    pass: (ms = 301) => clock.advance(ms),
    async signIn(identifier = library.handle, password = library.appPassword) {
      const { body } = await as().post('com.atproto.server.createSession', { identifier, password });
      return client(bluesky.url, String(body.accessJwt), String(body.did), String(body.refreshJwt));
    },
    async told(asked) {
      const { body } = await asked.get('app.bsky.notification.listNotifications');
      return (body.notifications as Fields[]).map(({ reason, uri }) => [reason, uri] as const);
    },
  };
}

function client(service: string, token: string | undefined, did: string, refresh = ''): Client {
  const call = async (nsid: string, query: string, init: RequestInit): Promise<Answered> => {
    const headers = new Headers(init.headers);
    if (token !== undefined) headers.set('authorization', `Bearer ${token}`);
    const response = await fetch(`${service}/xrpc/${nsid}${query}`, { ...init, headers });
    const text = await response.text();
    const body = text === '' ? {} : (JSON.parse(text) as Fields);
    return { status: response.status, headers: response.headers, body };
  };
  const post: Client['post'] = (nsid, input) =>
    call(nsid, '', {
      method: 'POST',
      ...(input && { body: JSON.stringify(input), headers: { 'content-type': 'application/json' } }),
    });
  return {
    did,
    access: token ?? '',
    refresh,
    post,
    get(nsid, params = {}) {
      const query = new URLSearchParams();
      for (const [name, value] of Object.entries(params))
        for (const one of [value].flat()) query.append(name, one);
      return call(nsid, `?${query}`, {});
    },
    put: (collection, rkey, record, more = {}) =>
      post('com.atproto.repo.putRecord', { repo: did, collection, rkey, record, ...more }),
  };
}
