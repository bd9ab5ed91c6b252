import { setMaxListeners } from 'node:events';
import { Agent as HttpAgent, type IncomingHttpHeaders } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { type ITwitterApiClientPlugin, TwitterApi } from 'twitter-api-v2';
import { wellFormed } from '../core/one-line.js';
import { type CallResult, NotSent, OutcomeUnknown, resultOf } from '../errors.js';
import type { Heard } from '../ports/network.js';
import { type CallTrace, faultOf } from './faults.js';
import { readHeard } from './heard.js';

export interface Credentials {
  readonly appKey: string;
  readonly appSecret: string;
  readonly accessToken: string;
  readonly accessSecret: string;
}

/** One HTTP call to `/2/` of X. */
export type Call = {
  /** A path below `/2/`; `id` fills its `:id`. */
  readonly path: string;
  readonly id?: string;
  readonly deadlineMs: number;
} & (
  | { readonly method: 'DELETE' }
  | { readonly method: 'GET'; readonly query?: Readonly<Record<string, string | number | undefined>> }
  | {
      readonly method: 'POST';
      readonly body: Readonly<Record<string, unknown>>;
      /** The last check before the request leaves; when it says no, the call throws NotSent. */
      readonly mayStillSend: () => boolean;
    }
);

interface CallerOptions {
  readonly credentials: Credentials;
  /** Another X, such as the sandbox; by default X itself. */
  readonly origin?: string | undefined;
  readonly now: () => number;
  /** Aborted when the process must end: cuts off the calls under way and lets none begin. */
  readonly ending?: AbortSignal | undefined;
  /** Told how each call ended that left: by its route, such as `GET /2/users/:id/mentions`. Must not throw. */
  readonly called?: ((route: string, result: CallResult) => void) | undefined;
  /** Called with what the headers of each response say, also of a refusal; must not throw. */
  readonly heard?: ((heard: Heard) => void) | undefined;
}

/**
 * Gives a function that calls X once, over a connection of its own and without retries. It gives the body of a 2xx
 * response, with half characters repaired. `deadlineMs` covers everything from the look-up of the name to the last byte of
 * the response. Every other outcome throws a fault of `errors.ts`.
 */
export function createCaller(options: CallerOptions) {
  const { credentials, origin, now, ending, called = () => {}, heard = () => {} } = options;
  // Each call listens to it while it is under way.
  if (ending) setMaxListeners(0, ending);
  return async function callX(call: Call): Promise<unknown> {
    const route = `${call.method} /2/${call.path}`;
    try {
      const body = await callOnce(call);
      called(route, 'ok');
      return body;
    } catch (fault) {
      const result = resultOf(fault);
      if (result) called(route, result);
      throw fault;
    }
  };

  async function callOnce(call: Call): Promise<unknown> {
    const cut = cutOffSignal(call.deadlineMs, ending);
    const { plugin, seen } = traceCall(call, origin, cut.signal, (headers) =>
      heard(readHeard(headers, now())),
    );
    // Without compression, because the library's promise never settles when a compressed response is cut off.
    const { v2 } = new TwitterApi(credentials, { compression: false, plugins: [plugin] });
    const options = { params: { id: call.id } };
    let body: unknown;
    try {
      if (call.method === 'GET')
        body = await v2.get<unknown>(call.path, wellFormed({ ...call.query }), options);
      else if (call.method === 'POST')
        body = await v2.post<unknown>(call.path, wellFormed({ ...call.body }), options);
      else body = await v2.delete<unknown>(call.path, {}, options);
    } catch (error) {
      throw faultOf(error, { ...seen, now: now() });
    } finally {
      cut.done();
    }
    // The library treats a redirect as a success.
    if (seen.status < 200 || seen.status > 299) throw new OutcomeUnknown('X', `HTTP ${seen.status}`);
    return wellFormed(body);
  }
}

/** Points one call at its origin, and records what the library hides: the status, the error, and whether X was reached. */
function traceCall(
  call: Call,
  origin: string | undefined,
  signal: AbortSignal,
  answered: (headers: IncomingHttpHeaders) => void,
) {
  const seen: CallTrace = { status: 0, neverConnected: false };
  const plugin: ITwitterApiClientPlugin = {
    onBeforeRequest({ params, computedParams: { url }, requestOptions }) {
      if (origin !== undefined) {
        // It is signed for https://api.x.com already; only where the request goes changes.
        const { protocol, host } = new URL(origin);
        url.protocol = protocol;
        url.host = host;
      }
      seen.neverConnected = true;
      requestOptions.agent = lastMomentAgent(url.protocol, {
        mayStillSend: call.method === 'POST' ? call.mayStillSend : () => true,
        onConnected: () => {
          seen.neverConnected = false;
        },
        signal,
      });
      params.requestEventDebugHandler = (event, data) => {
        if (event === 'request-error') seen.error = data.requestError;
        if (event !== 'response') return;
        seen.status = data.res.statusCode;
        answered(data.res.headers);
      };
      requestOptions.signal = signal;
      if (signal.aborted) throw new NotSent();
    },
  };
  return { plugin, seen };
}

/** A signal that aborts after `afterMs`, or when the process must end. Call `done` to drop its timer and listener. */
function cutOffSignal(afterMs: number, ending: AbortSignal | undefined) {
  const controller = new AbortController();
  const cut = () => controller.abort();
  const timer = setTimeout(cut, afterMs);
  if (ending?.aborted) cut();
  ending?.addEventListener('abort', cut);
  return {
    signal: controller.signal,
    done: () => {
      clearTimeout(timer);
      ending?.removeEventListener('abort', cut);
    },
  };
}

interface LastMoment {
  /** The last check: asked on a connection that stands, when the request's bytes are next. */
  readonly mayStillSend: () => boolean;
  /** Called when a connection to X stands, before it is encrypted. */
  readonly onConnected: () => void;
  /** When it is aborted, an attempt to connect ends. */
  readonly signal: AbortSignal;
}

/**
 * The agent of one call to X, which makes the last check before the request leaves: connecting takes time, and the
 * process may be suspended between any two steps. When the check says no, nothing is sent and the request fails with
 * NotSent; when the check throws, the request fails with that. `protocol` is `http:` or `https:`.
 *
 * Node writes the request as soon as it has a socket, so it gets the socket only after the check.
 */
export function lastMomentAgent(
  protocol: string,
  { mayStillSend, onConnected, signal }: LastMoment,
): HttpAgent {
  const isPlain = protocol === 'http:';
  const agent = isPlain ? new HttpAgent({ keepAlive: false }) : new HttpsAgent({ keepAlive: false });
  const connect = agent.createConnection.bind(agent);
  agent.createConnection = (options, ready) => {
    const socket = connect(options);
    if (!socket || !ready) return socket;
    const cutOff = () => socket.destroy(new Error('Cut off while it connected.'));
    const fail = (fault: Error) => {
      signal.removeEventListener('abort', cutOff);
      ready(fault, socket);
    };
    socket.once('error', fail);
    socket.once('connect', onConnected);
    socket.once(isPlain ? 'connect' : 'secureConnect', () => {
      socket.off('error', fail);
      const refusal = askLast(mayStillSend);
      if (refusal) {
        fail(refusal);
        socket.destroy();
        return;
      }
      signal.removeEventListener('abort', cutOff);
      ready(null, socket);
    });
    if (signal.aborted) cutOff();
    signal.addEventListener('abort', cutOff);
    return undefined;
  };
  return agent;
}

/** Why the request may not leave; undefined when it may. A listener of a socket must not throw: that ends the process. */
function askLast(mayStillSend: () => boolean): Error | undefined {
  try {
    return mayStillSend() ? undefined : new NotSent();
  } catch (mistake) {
    return mistake instanceof Error ? mistake : new NotSent();
  }
}
