import { Agent, buildConnector, type Dispatcher, fetch } from 'undici';
import { wellFormed } from '../core/one-line.js';
import {
  type CallResult,
  isOurMistake,
  isRemoteFault,
  NotSent,
  OutcomeUnknown,
  resultOf,
  Unreachable,
} from '../errors.js';
import type { Heard } from '../ports/network.js';
import { faultOf } from './faults.js';
import { readHeard } from './heard.js';

/** One call of a method of XRPC. https://atproto.com/specs/xrpc */
export interface Call {
  /** Below the service, with its query: `/xrpc/app.bsky.feed.getPosts?uris=…`. */
  readonly path: string;
  readonly init: {
    readonly method?: string;
    readonly headers?: RequestInit['headers'];
    readonly body?: unknown;
  };
  readonly deadlineMs: number;
  /** The last check before the request leaves; when it says no, the call throws NotSent. */
  readonly mayStillSend?: () => boolean;
}

interface CallerOptions {
  /** The server that holds our account, as an origin. */
  readonly service: string;
  readonly now: () => number;
  /** Aborted when the process must end: cuts off the calls under way and lets none begin. */
  readonly ending?: AbortSignal | undefined;
  /** Told how each call ended that left: by its route, such as `GET app.bsky.feed.getPosts`. Must not throw. */
  readonly called?: ((route: string, result: CallResult) => void) | undefined;
  /** Told what each answer says besides; must not throw. */
  readonly heard?: ((heard: Heard) => void) | undefined;
}

/**
 * Gives a function that calls Bluesky once, over a connection of its own and without retries. It gives a response of 2xx with
 * its whole body, half characters repaired. `deadlineMs` covers everything from the look-up of the name to the last byte.
 * Every other outcome throws a fault of `errors.ts`.
 */
export function createCaller({ service, now, ending, called = () => {}, heard = () => {} }: CallerOptions) {
  return async function callBluesky(call: Call): Promise<Response> {
    const [, method = ''] = /^\/xrpc\/([\w.]+)/u.exec(call.path) ?? [];
    const route = `${call.init.method?.toUpperCase() ?? 'GET'} ${method}`;
    try {
      const response = await callOnce(call);
      called(route, 'ok');
      return response;
    } catch (fault) {
      const result = resultOf(fault);
      if (result) called(route, result);
      throw fault;
    }
  };

  async function callOnce({ path, init, deadlineMs, mayStillSend }: Call): Promise<Response> {
    const seen: Seen = { isConnected: false };
    const dispatcher = onOneConnection(mayStillSend, seen);
    const deadline = AbortSignal.timeout(deadlineMs);
    const signal = ending ? AbortSignal.any([deadline, ending]) : deadline;
    try {
      if (signal.aborted) throw new NotSent();
      const response = await fetch(new URL(path, service), {
        ...(init as object),
        dispatcher,
        signal,
        redirect: 'manual',
      });
      const text = await response.text();
      const headers = new Headers([...response.headers]);
      const body = parsed(text);
      heard(readHeard(headers, now()));
      if (!response.ok) throw faultOf({ status: response.status, headers, body }, now());
      return Response.json(wellFormed(body), {
        status: response.status,
        headers: { 'content-type': 'application/json' },
      });
    } catch (thrown) {
      throw faultOfCall(thrown, seen);
    } finally {
      await dispatcher.destroy();
    }
  }
}

interface Seen {
  /** A connection stood. */
  isConnected: boolean;
  /** Why nothing was written on it. */
  refusal?: Error;
}

function faultOfCall(thrown: unknown, { isConnected, refusal }: Seen): unknown {
  if (refusal) return refusal;
  // undici says TypeError for every failed connection, with its cause.
  const isFetchFailed = thrown instanceof TypeError && thrown.cause !== undefined;
  if (isRemoteFault(thrown) || (isOurMistake(thrown) && !isFetchFailed)) return thrown;
  return isConnected ? new OutcomeUnknown('Bluesky', thrown) : new Unreachable('Bluesky', thrown);
}

function parsed(text: string): unknown {
  try {
    return text === '' ? {} : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Connections of one call, which make the last check before the request leaves: connecting takes time, and the process may be
 * suspended between any two steps.
 */
function onOneConnection(mayStillSend: (() => boolean) | undefined, seen: Seen): Dispatcher {
  const connect = buildConnector({});
  return new Agent({
    pipelining: 0,
    connect: (options, ready) => {
      connect(options, (...[fault, socket]) => {
        if (fault) return ready(fault, null);
        seen.isConnected = true;
        const refusal = askLast(mayStillSend);
        if (!refusal) return ready(null, socket);
        seen.refusal = refusal;
        socket.destroy();
        ready(refusal, null);
      });
    },
  });
}

/** Why the request may not leave; undefined when it may. */
function askLast(mayStillSend: (() => boolean) | undefined): Error | undefined {
  try {
    return !mayStillSend || mayStillSend() ? undefined : new NotSent();
  } catch (mistake) {
    return mistake instanceof Error ? mistake : new NotSent();
  }
}
