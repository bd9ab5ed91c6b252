import type { IncomingMessage } from 'node:http';
import { readArguments } from './arguments.js';
import { type Answer, listen, readBody, send } from './http.js';
import { readFault } from './read-fault.js';
import type { SandboxSide, World } from './world.js';

interface Controlled {
  readonly world: World;
  readonly slack: SandboxSide;
  readonly x: SandboxSide;
  reset(): Promise<void>;
}

type Fields = Record<string, unknown>;
type Handler = (args: Fields, query: URLSearchParams) => unknown;

/**
 * The controls of both sandboxes over HTTP, JSON in and out; README.md documents each. What they cannot take answers
 * 400 `{error}` with what is allowed, an unknown address 404 with those that are there.
 */
export function createControl(controlled: Controlled, port = 0) {
  const routes = routesOf(controlled);
  return listen(async (request, response) => send(response, await answer(routes, request)), port);
}

async function answer(routes: Readonly<Record<string, Handler>>, request: IncomingMessage): Promise<Answer> {
  const url = new URL(request.url ?? '/', 'http://control');
  const call = `${request.method} ${url.pathname}`;
  const [, side, act] = /^POST \/(slack|x)\/(\w+)$/.exec(call) ?? [];
  const name = side ? `POST /${side}/ACT` : call;
  const handle = Object.hasOwn(routes, name) ? routes[name] : undefined;
  if (!handle) {
    const there = Object.keys(routes).join(', ');
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

function routesOf({ world, slack, x, reset }: Controlled): Record<string, Handler> {
  const { journal, clock, faults } = world;
  const snapshots = new Map<string, { slack: unknown; x: unknown }>();
  return {
    'GET /journal': (_, query) => ({ entries: journal.read(readAfter(query.get('after') ?? '0')) }),
    'GET /coverage': () => ({ slack: slack.coverage, x: x.coverage }),
    'GET /acts': () => ({ slack: Object.keys(slack.acts), x: Object.keys(x.acts) }),
    'GET /clock': () => ({ now: clock.now() }),
    'POST /clock': (args) => {
      clock.advance(readArguments('clock', args, { advanceMs: 'number' }).advanceMs);
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
      snapshots.set(id, { slack: slack.snapshot(), x: x.snapshot() });
      return { id };
    },
    'POST /restore': (args) => {
      const { id } = readArguments('restore', args, { id: 'string' });
      const found = snapshots.get(id);
      const there = [...snapshots.keys()].join(', ') || 'none yet';
      if (!found) throw new Error(`restore: there is no snapshot '${id}'. There is: ${there}.`);
      slack.restore(found.slack);
      x.restore(found.x);
    },
    'POST /reset': (args) => {
      readArguments('reset', args, {});
      return reset();
    },
    'POST /slack/ACT': (args, query) => run(slack, args, query),
    'POST /x/ACT': (args, query) => run(x, args, query),
  };
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
