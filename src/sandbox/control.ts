import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Fault } from './faults.js';
import { type Answer, listen, readBody, send } from './http.js';
import type { SandboxSide, World } from './world.js';

interface Controlled {
  readonly world: World;
  readonly slack: SandboxSide;
  readonly x: SandboxSide;
  reset(): void;
}

/**
 * The controls of both sandboxes, over HTTP, JSON in and out:
 * `GET /journal?after=SEQ` · `GET /coverage` · `GET /clock` · `POST /clock {advanceMs}` · `POST /faults {Fault}` ·
 * `DELETE /faults` · `POST /slack/ACT {…}` · `POST /x/ACT {…}` · `POST /snapshot` → `{id}` ·
 * `POST /restore {id}` · `POST /reset`. An unknown act or argument answers 400 with what is allowed.
 */
export function createControl(controlled: Controlled, port = 0) {
  const snapshots = new Map<string, { slack: unknown; x: unknown }>();
  return listen(async (request, response) => {
    send(response, await route(controlled, snapshots, request, response));
  }, port);
}

async function route(
  { world, slack, x, reset }: Controlled,
  snapshots: Map<string, { slack: unknown; x: unknown }>,
  request: IncomingMessage,
  _response: ServerResponse,
): Promise<Answer> {
  const url = new URL(request.url ?? '/', 'http://control');
  const call = `${request.method} ${url.pathname}`;
  const ok = (body: unknown): Answer => ({ status: 200, body });
  const refuse = (error: string): Answer => ({ status: 400, body: { error } });

  let args: Record<string, unknown>;
  try {
    const text = request.method === 'POST' ? (await readBody(request)).toString() : '';
    args = text ? JSON.parse(text) : {};
  } catch {
    return refuse('The body must be a JSON object.');
  }

  switch (call) {
    case 'GET /journal':
      return ok({ entries: world.journal.read(Number(url.searchParams.get('after') ?? 0)) });
    case 'GET /coverage':
      return ok({ slack: slack.coverage, x: x.coverage });
    case 'GET /clock':
      return ok({ now: world.clock.now() });
    case 'POST /clock': {
      const ms = args.advanceMs;
      if (typeof ms !== 'number' || !(ms >= 0)) return refuse('advanceMs must be a number, 0 or more.');
      world.clock.advance(ms);
      return ok({ now: world.clock.now() });
    }
    case 'POST /faults':
      world.faults.plan(args as unknown as Fault);
      return ok({ planned: args });
    case 'DELETE /faults':
      world.faults.clear();
      return ok({});
    case 'POST /snapshot': {
      const id = `snapshot-${snapshots.size + 1}`;
      snapshots.set(id, { slack: slack.snapshot(), x: x.snapshot() });
      return ok({ id });
    }
    case 'POST /restore': {
      const found = snapshots.get(String(args.id));
      if (!found) return refuse(`No snapshot '${args.id}'. There are: ${[...snapshots.keys()].join(', ')}.`);
      slack.restore(found.slack);
      x.restore(found.x);
      return ok({});
    }
    case 'POST /reset':
      reset();
      return ok({});
  }

  const [, sideName, actName] = url.pathname.split('/');
  const side = sideName === 'slack' ? slack : sideName === 'x' ? x : undefined;
  if (request.method !== 'POST' || !side || !actName) return { status: 404, body: { error: `No ${call}.` } };
  const act = side.acts[actName];
  if (!act) return refuse(`No act '${actName}'. There are: ${Object.keys(side.acts).join(', ')}.`);
  try {
    return ok((await act(args)) ?? {});
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
}
