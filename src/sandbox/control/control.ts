import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Answer, listen, readBody, send } from '../http/http.js';
import { pageFile } from '../http/page-files.js';
import { createTokenCheck, type TokenCheck } from '../http/token.js';
import { readArguments } from '../world/arguments.js';
import type { Side } from '../world/journal.js';
import type { SandboxSide, Sight, World } from '../world/world.js';
import type { Director } from './director.js';
import { createFeed, type Feed } from './feed.js';
import { moveClock } from './move-clock.js';
import { readFault } from './read-fault.js';

interface Controlled {
  /** The folder of the page's files. */
  readonly page: URL;
  readonly world: World;
  readonly sides: Readonly<Record<Side, SandboxSide>>;
  reset(): Promise<void>;
  /** What the program that runs a bot has told so far. */
  director(): Director;
}

/** Where they are served, and for whom. */
interface Place {
  readonly port?: number | undefined;
  readonly token?: string | undefined;
  readonly host?: string | undefined;
  readonly publicOrigin?: string | undefined;
}

type Fields = Record<string, unknown>;
type Handler = (args: Fields, query: URLSearchParams) => unknown;

/**
 * The page that shows the sandboxes, and their controls over HTTP, JSON in and out; README.md documents each. What they
 * cannot take answers 400 `{error}` with what is allowed, an unknown address 404 with those that are there. With a
 * `token`, whoever does not bring it gets 403.
 */
export async function createControl(controlled: Controlled, { port, token, host, publicOrigin }: Place = {}) {
  const routes = routesOf(controlled);
  const feed = createFeed(controlled.world, () => sightsOf(controlled));
  const checkToken = createTokenCheck(token, publicOrigin);
  const listening = await listen(
    (request, response) => serve({ page: controlled.page, routes, feed, checkToken }, request, response),
    port,
    { host, publicOrigin },
  );
  const close = () => {
    feed.close();
    return listening.close();
  };
  return { ...listening, close };
}

function sightsOf({ world: { clock, faults }, sides, director }: Controlled): Sight[] {
  const { alone, calendar, networks, notice, tour } = director();
  return [
    ...Object.values(sides).flatMap((side) => side.sights()),
    ['world/faults', faults.planned()],
    ['world/calendar', calendar?.(clock.now()) ?? null],
    ['world/notice', notice ?? null],
    ['world/tour', tour ?? null],
    ['world/networks', networks ?? {}],
    ['world/alone', alone ?? null],
  ];
}

interface Serving {
  readonly page: URL;
  readonly routes: Readonly<Record<string, Handler>>;
  readonly feed: Feed;
  readonly checkToken: TokenCheck;
}

async function serve(serving: Serving, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const refused = serving.checkToken(request);
  if (refused) return send(response, refused);
  const { pathname } = new URL(request.url ?? '/', 'http://control');
  if (request.method === 'GET' && pathname === '/scene') return serving.feed.open(response);
  const [, file] = request.method === 'GET' ? (/^\/(?:page\/(.+))?$/.exec(pathname) ?? ['']) : [''];
  const page =
    pathname === '/' || file !== undefined ? await pageFile(serving.page, file ?? 'index.html') : undefined;
  if (page) return send(response, page);
  const answered = await answer(serving.routes, request);
  const opened =
    answered.status === 404 && likeNetwork.test(pathname) && request.headers.accept?.includes('text/html');
  send(response, (opened && (await pageFile(serving.page, 'index.html'))) || answered);
  if (request.method !== 'GET') serving.feed.look();
}

async function answer(routes: Readonly<Record<string, Handler>>, request: IncomingMessage): Promise<Answer> {
  const url = new URL(request.url ?? '/', 'http://control');
  const call = `${request.method} ${url.pathname}`;
  const [, side, act] = /^POST \/(slack|x|bluesky)\/(\w+)$/.exec(call) ?? [];
  const name = side ? `POST /${side}/ACT` : call;
  const handle = Object.hasOwn(routes, name) ? routes[name] : undefined;
  if (!handle) {
    const there = [...drawn, ...Object.keys(routes)].join(', ');
    return { status: 404, body: { error: `There is no ${call}. There is: ${there}.` } };
  }
  try {
    const args = readObject((await readBody(request)).toString());
    if (act) url.searchParams.set('act', act);
    return { status: 200, body: (await handle(args, url.searchParams)) ?? {} };
  } catch (error) {
    return { status: 400, body: { error: error instanceof Error ? error.message : String(error) } };
  }
}

/** Addresses of X and Bluesky: a post, a person, the composer. In a browser they open the page there. */
const likeNetwork =
  /^\/(i\/status\/\d+|intent\/[a-z]+|messages\/compose|\w{1,15}(\/with_replies)?|profile\/[^/]+(\/followers|\/post\/\w+)?)$/;
/** What is served for the page. */
const drawn = ['GET /', 'GET /page/FILE', 'GET /scene'];

function readObject(text: string): Fields {
  if (text === '') return {};
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    throw new Error('The body is no JSON; write an object like {"advanceMs": 60000}.');
  }
  if (typeof read === 'object' && read !== null && !Array.isArray(read)) return read as Fields;
  throw new Error(`The body is ${text.slice(0, 40)}, not a JSON object.`);
}

function routesOf({ world, sides, reset, director }: Controlled): Record<string, Handler> {
  const { journal, clock, faults } = world;
  const snapshots = new Map<string, Record<Side, unknown>>();
  return {
    'GET /journal': (_, query) => ({ entries: journal.read(readAfter(query.get('after') ?? '0')) }),
    'GET /coverage': () => ofEach(sides, (side) => side.coverage),
    'GET /acts': () => ofEach(sides, (side) => Object.keys(side.acts)),
    'GET /clock': () => ({ now: clock.now() }),
    'POST /clock': async (args) => {
      const { advanceMs, to } = readArguments('clock', args, { advanceMs: 'number?', to: 'number?' });
      if ((advanceMs === undefined) === (to === undefined)) {
        throw new Error('clock: it takes either advanceMs (at once) or to (in steps, with whoever follows).');
      }
      if (advanceMs !== undefined) clock.advance(advanceMs);
      if (to !== undefined) await moveClock(clock, to, async () => director().settled?.());
      return { now: clock.now() };
    },
    'GET /faults': () => ({ planned: faults.planned() }),
    'POST /faults': (args) => {
      const fault = readFault(args);
      faults.plan(fault);
      return { planned: fault };
    },
    'DELETE /faults': () => faults.clear(),
    'POST /snapshot': (args) => {
      readArguments('snapshot', args, {});
      const id = `snapshot-${snapshots.size + 1}`;
      snapshots.set(
        id,
        ofEach(sides, (side) => side.snapshot()),
      );
      return { id };
    },
    'POST /restore': (args) => {
      const { id } = readArguments('restore', args, { id: 'string' });
      const found = snapshots.get(id);
      const there = [...snapshots.keys()].join(', ') || 'none yet';
      if (!found) throw new Error(`restore: there is no snapshot '${id}'. There is: ${there}.`);
      ofEach(sides, (side, name) => side.restore(found[name]));
    },
    'POST /reset': (args) => {
      readArguments('reset', args, {});
      return director().reset?.(reset) ?? reset();
    },
    'POST /slack/ACT': (args, query) => run(sides.slack, args, query),
    'POST /x/ACT': (args, query) => run(sides.x, args, query),
    'POST /bluesky/ACT': (args, query) => run(sides.bluesky, args, query),
  };
}

function ofEach<T>(
  { bluesky, slack, x }: Controlled['sides'],
  read: (side: SandboxSide, name: Side) => T,
): Record<Side, T> {
  return { slack: read(slack, 'slack'), x: read(x, 'x'), bluesky: read(bluesky, 'bluesky') };
}

function readAfter(given: string): number {
  if (/^\d+$/.test(given)) return Number(given);
  throw new Error(`journal: 'after' is '${given}', not the seq of an entry (a whole number, 0 for all).`);
}

function run({ acts }: SandboxSide, args: Fields, query: URLSearchParams): unknown {
  const name = query.get('act') ?? '';
  const act = Object.hasOwn(acts, name) ? acts[name] : undefined;
  if (!act) throw new Error(`There is no act '${name}'. There is: ${Object.keys(acts).join(', ')}.`);
  return act(args);
}
