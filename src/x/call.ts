import { type ITwitterApiClientPlugin, TwitterApi } from 'twitter-api-v2';
import { NotSent, OutcomeUnknown } from '../errors.js';
import { type CallTrace, faultOf } from './faults.js';
import { lastMomentAgent } from './last-moment.js';

export interface Credentials {
  readonly appKey: string;
  readonly appSecret: string;
  readonly accessToken: string;
  readonly accessSecret: string;
}

/** One HTTP call to `/2/` of X. */
export type Call = {
  /** `:id` is filled from `id`. */
  readonly path: string;
  readonly id?: string;
  readonly deadlineMs: number;
} & (
  | { readonly method: 'DELETE' }
  | { readonly method: 'GET'; readonly query?: Readonly<Record<string, string | number | undefined>> }
  | {
      readonly method: 'POST';
      readonly body: Readonly<Record<string, unknown>>;
      /** Asked when the connection stands and the bytes are next; else NotSent, and nothing was sent. */
      readonly mayStillSend: () => boolean;
    }
);

interface CallerOptions {
  readonly credentials: Credentials;
  /** Where X is; X itself unless told. */
  readonly origin?: string | undefined;
  readonly now: () => number;
  /** Cuts off the calls under way and lets none begin: the process has to end. */
  readonly ending?: AbortSignal | undefined;
}

/**
 * Calls X once over a connection of its own, without retries, and gives the body of a 2xx. `deadlineMs` covers all of
 * it: name, connection, request and the answer's last byte. Everything else throws a fault of `errors.ts`.
 */
export function createCaller({ credentials, origin, now, ending }: CallerOptions) {
  return async function callX(call: Call): Promise<unknown> {
    const cut = cutOffSignal(call.deadlineMs, ending);
    const { plugin, seen } = traceCall(call, origin, cut.signal);
    // Without compression: the library never settles when a compressed answer is cut off.
    const { v2 } = new TwitterApi(credentials, { compression: false, plugins: [plugin] });
    const options = { params: { id: call.id } };
    let body: unknown;
    try {
      if (call.method === 'GET') body = await v2.get<unknown>(call.path, { ...call.query }, options);
      else if (call.method === 'POST') body = await v2.post<unknown>(call.path, { ...call.body }, options);
      else body = await v2.delete<unknown>(call.path, {}, options);
    } catch (error) {
      throw faultOf(error, { ...seen, now: now() });
    } finally {
      cut.done();
    }
    // The library takes a redirect for a success.
    if (seen.status < 200 || seen.status > 299) throw new OutcomeUnknown('X', `HTTP ${seen.status}`);
    return body;
  };
}

/** Sends one call where it shall go, and notes what the library hides: the status, the error, and if X was reached. */
function traceCall(call: Call, origin: string | undefined, signal: AbortSignal) {
  const seen: CallTrace = { status: 0, neverConnected: false };
  const plugin: ITwitterApiClientPlugin = {
    onBeforeRequest({ params, computedParams: { url }, requestOptions }) {
      if (origin !== undefined) {
        // Signed already, for https://api.x.com: only the way of the request moves.
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
        if (event === 'response') seen.status = data.res.statusCode;
      };
      requestOptions.signal = signal;
      if (signal.aborted) throw new NotSent();
    },
  };
  return { plugin, seen };
}

/** A signal that comes after a time, or when the process has to end. `done` forgets it. */
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
