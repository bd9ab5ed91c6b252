import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Answer, readBody, send } from '../http/http.js';
import { respond } from '../http/respond.js';
import { type Fault, takesEffect } from '../world/faults.js';
import type { Permissions, X } from './model/state.js';
import { shaped } from './odd/shaped.js';
import { messages } from './routes/messages.js';
import { posts } from './routes/posts.js';
import { timelines } from './routes/timelines.js';
import { users } from './routes/users.js';
import { withNames } from './wire/fields.js';
import { countCall } from './wire/limits.js';
import { bill, checkMoney, pricedIncludes } from './wire/meter.js';
import { authenticate, type Caller } from './wire/oauth.js';
import {
  invalidRequest,
  methodNotAllowed,
  notEnrolled,
  notFound,
  Problem,
  wrongPermissions,
} from './wire/problems.js';
import { asksInNewNames, readQuery } from './wire/query.js';
import type { Route } from './wire/route.js';

/** All routes under /2/. */
export const routes: readonly Route[] = [...users, ...timelines, ...posts, ...messages];

/** Answers one request under /2/, or fails it as a planned fault says. */
export async function serveApi(
  x: X,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  ended: AbortSignal,
): Promise<void> {
  const text = (await readBody(request)).toString();
  const found = findRoute(request.method ?? '', url.pathname);
  if (found instanceof Problem) {
    x.world.journal.write('x', `${request.method} ${url.pathname}`, { status: found.status });
    return send(response, toAnswer(found.status, found.body, {}));
  }
  const { route, path } = found;
  const fault = x.world.faults.take('x', route.call);
  if (fault && !takesEffect(fault)) {
    x.world.journal.write('x', route.call, { tookEffect: false, fault: `${fault.when} ${fault.how}` });
  }
  const effect = () => run(x, request, url, shaped(x.world.faults, route), path, text, fault);
  await respond(response, fault, effect, { clock: x.world.clock, ended });
}

function findRoute(
  method: string,
  pathname: string,
): { route: Route; path: Record<string, string> } | Problem {
  let known = false;
  for (const route of routes) {
    const [wanted, pattern = ''] = route.call.split(' ');
    const path = matchPath(pattern, pathname);
    if (!path) continue;
    if (wanted === method) return { route, path };
    known = true;
  }
  return known ? methodNotAllowed() : notFound();
}

function matchPath(pattern: string, pathname: string): Record<string, string> | undefined {
  const wanted = pattern.split('/');
  const given = pathname.split('/');
  if (wanted.length !== given.length) return undefined;
  const path: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const value = given[index] ?? '';
    if (part.startsWith(':')) path[part.slice(1)] = value;
    else if (part !== value) return undefined;
  }
  return path;
}

function run(
  x: X,
  request: IncomingMessage,
  url: URL,
  route: Route,
  path: Record<string, string>,
  text: string,
  fault: Fault | undefined,
): Answer {
  const write = !route.call.startsWith('GET ');
  const { spelling, takes } = x.state;
  const asked = takes ?? (asksInNewNames(url.searchParams) ? 'new' : 'old');
  const names = spelling === 'asked' ? asked : spelling;
  const detail: Record<string, unknown> = fault ? { fault: `${fault.when} ${fault.how}` } : {};
  let headers: Record<string, string> = {};
  try {
    const caller = authenticate(x, request);
    detail.caller = caller.account.handle;
    headers = { 'x-access-level': accessLevels[caller.credentials.permissions] };
    Object.assign(
      headers,
      countCall(x, route.call, route.limits, caller.account.id, caller.credentials.appKey),
    );
    const body = write && text !== '' ? readJson(request, text) : undefined;
    if (write) Object.assign(detail, wanted(body));
    checkAccess(x, route, caller);
    const query = readQuery(url.searchParams, route.query, takes ?? 'both');
    checkMoney(x, write);
    const outcome = route.answer({ x, ...caller, route, path, query, body });
    bill(x, caller.credentials.appKey, route.call, outcome.priced ?? []);
    bill(x, caller.credentials.appKey, route.call, pricedIncludes(x, outcome.body));
    const status = outcome.status ?? 200;
    x.world.journal.write('x', route.call, {
      ...outcome.journal,
      ...detail,
      status,
      ...(write && { tookEffect: true }),
    });
    return toAnswer(status, withNames(outcome.body, names), headers);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    x.world.journal.write('x', route.call, {
      ...detail,
      status: error.status,
      problem: error.message,
      ...(error.because && { because: error.because }),
      ...(write && { tookEffect: false }),
    });
    return toAnswer(error.status, withNames(error.body, names), { ...headers, ...error.headers });
  }
}

const accessLevels: Record<Permissions, string> = {
  read: 'read',
  write: 'read-write',
  messages: 'read-write-directmessages',
};

const strength: readonly Permissions[] = ['read', 'write', 'messages'];

function checkAccess(x: X, route: Route, { credentials }: Caller): void {
  if (route.enterpriseOnly && x.state.plan !== 'enterprise') throw notEnrolled();
  if (strength.indexOf(credentials.permissions) < strength.indexOf(route.needs)) throw wrongPermissions();
}

function readJson(request: IncomingMessage, text: string): unknown {
  const type = request.headers['content-type'] ?? '';
  if (!type.startsWith('application/json')) {
    throw invalidRequest('Content-Type', type, 'The request body must be application/json');
  }
  try {
    return JSON.parse(text);
  } catch {
    throw invalidRequest('$', '', 'The request body is not valid JSON');
  }
}

/** What the caller wants to write, as it was sent, for the journal. */
function wanted(body: unknown): Record<string, unknown> {
  if (typeof body !== 'object' || body === null) return {};
  const { text, reply, quote_tweet_id, target_user_id } = body as Record<string, unknown>;
  const inReplyTo =
    typeof reply === 'object' && reply !== null && 'in_reply_to_tweet_id' in reply
      ? reply.in_reply_to_tweet_id
      : undefined;
  const all = { text, in_reply_to: inReplyTo, quotes: quote_tweet_id, target: target_user_id };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

/** X sends a single problem as application/problem+json, and everything else as JSON. */
function toAnswer(status: number, body: unknown, headers: Record<string, string>): Answer {
  const problem = status >= 400 && typeof body === 'object' && body !== null && 'type' in body;
  return {
    status,
    body,
    headers: { ...headers, ...(problem && { 'content-type': 'application/problem+json' }) },
  };
}
