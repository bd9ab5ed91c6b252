import http, { type IncomingHttpHeaders } from 'node:http';
import {
  ApiResponseError,
  type ITwitterApiBeforeRequestHookArgs,
  type ITwitterApiClientPlugin,
  TwitterApi,
} from 'twitter-api-v2';
import { afterEach, beforeEach } from 'vitest';
import { createClock } from '../../../src/sandbox/world/clock.js';
import { createFaults } from '../../../src/sandbox/world/faults.js';
import { createJournal } from '../../../src/sandbox/world/journal.js';
import { createRandom } from '../../../src/sandbox/world/random.js';
import type { SandboxSide, World } from '../../../src/sandbox/world/world.js';
import { createX } from '../../../src/sandbox/x/x.js';
import { wrongIn } from './check-answer.js';

export const library = {
  id: '1200000000000000001',
  handle: 'centrallibrary',
  keys: {
    appKey: 'sandbox-app-key',
    appSecret: 'sandbox-app-secret',
    accessToken: '1200000000000000001-sandbox-access-token',
    accessSecret: 'sandbox-access-secret',
  },
};

export type Keys = typeof library.keys;

/** Midday, UTC, so that a test may move the clock for hours within one day. */
export const startAt = Date.UTC(2026, 10, 24, 12);

type Touch = (signed: { url: URL; headers: Record<string, string> }) => void;

export interface Built {
  readonly world: World;
  readonly x: SandboxSide;
  /**
   * The real client, as the library unless told, with its requests moved to the sandbox. A call throws when the answer is
   * not as X's specification has it, unless a planned fault made the answer.
   */
  client(keys?: Keys): TwitterApi;
  act(name: string, args?: Record<string, unknown>): Record<string, unknown>;
  /** A person; answers their id. */
  person(handle: string, more?: Record<string, unknown>): string;
  /** A post; answers its id. */
  post(by: string, text: string, more?: Record<string, unknown>): string;
  journal(kind: string): Record<string, unknown>[];
}

export async function buildX(): Promise<Built> {
  const clock = createClock(startAt);
  const world: World = {
    clock,
    journal: createJournal(clock),
    random: createRandom(7),
    faults: createFaults(),
  };
  const x = await createX(world);
  const act: Built['act'] = (name, args = {}) => {
    const found = x.acts[name];
    if (!found) throw new Error(`No act ${name}.`);
    return (found(args) ?? {}) as Record<string, unknown>;
  };
  return {
    world,
    x,
    client: (keys = library.keys) => moved(x.url, keys, undefined, undefined, checking(world)),
    act,
    person: (handle, more = {}) => String(act('addAccount', { handle, name: handle, ...more }).id),
    post: (by, text, more = {}) => String(act('post', { by, text, ...more }).id),
    journal: (kind) => world.journal.read().filter((entry) => entry.kind === kind),
  };
}

export let built: Built;

/** An X for each test of the file that calls this. */
export function useX(): void {
  beforeEach(async () => {
    built = await buildX();
  });
  afterEach(() => built.x.close());
}

/** `touch` sees each request after it was signed; `timeoutMs` is how long the client waits in silence. */
export function moved(
  origin: string,
  keys: Keys,
  touch: Touch = () => {},
  timeoutMs = 5000,
  more: ITwitterApiClientPlugin = {},
): TwitterApi {
  const { protocol, host } = new URL(origin);
  const plugin: ITwitterApiClientPlugin = {
    onBeforeRequest: ({ computedParams, requestOptions }) => {
      computedParams.url.protocol = protocol;
      computedParams.url.host = host;
      requestOptions.timeout = timeoutMs;
      touch(computedParams);
    },
  };
  return new TwitterApi(keys, { httpAgent: new http.Agent() as never, plugins: [plugin, more] });
}

/** Holds each answer against X's specification. Faults answer whatever a test wants, and servers in trouble send HTML. */
function checking(world: World): ITwitterApiClientPlugin {
  const check: Hook = ({ url, params }, { headers, body }) => {
    const call = world.journal.read().at(-1);
    const status = Number(call?.status);
    if (call?.fault !== undefined || status >= 500) return;
    const contentType = headers['content-type'] ?? '';
    const wrong = wrongIn({ method: params.method, path: url.pathname, status, contentType, body });
    if (wrong.length > 0) throw new Error(wrong.join('\n'));
  };
  return {
    onAfterRequest: (call) => check(call, { headers: call.response.headers, body: call.response.data }),
    onResponseError: (call) => check(call, { headers: call.error.headers, body: call.error.data }),
  };
}

type Hook = (
  call: ITwitterApiBeforeRequestHookArgs,
  answer: { readonly headers: IncomingHttpHeaders; readonly body: unknown },
) => void;

/** How X refused a call: the status and the body. */
export async function refusal(call: Promise<unknown>): Promise<ApiResponseError> {
  const outcome = await call.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (outcome instanceof ApiResponseError) return outcome;
  throw outcome ?? new Error('X took it.');
}
