import { AsyncLocalStorage } from 'node:async_hooks';
import { Agent, DecoratorHandler, type Dispatcher, fetch } from 'undici';
import { NotSent } from '../../errors.js';

/** The last check of the call under way; it throws when the call may not leave. */
const lastCheck = new AsyncLocalStorage<() => void>();

/**
 * Makes a call of Slack's Web API, by a client that has `lastMomentFetch`, with the last check before the request leaves:
 * connecting takes time, and the process may be suspended between any two steps. `mayStillSend` is asked on a connection
 * that stands, when the request's bytes are next. When it says no, nothing is sent and the call fails with NotSent; when
 * it throws, the call fails with that.
 */
export async function atTheLastMoment<T>(mayStillSend: () => boolean, call: () => Promise<T>): Promise<T> {
  // The client wraps what stops its request in an error of its own.
  let refusal: { readonly fault: unknown } | undefined;
  const check = () => {
    try {
      if (!mayStillSend()) throw new NotSent();
    } catch (fault) {
      refusal = { fault };
      throw fault;
    }
  };
  try {
    return await lastCheck.run(check, call);
  } catch (fault) {
    throw refusal ? refusal.fault : fault;
  }
}

interface Decorated {
  onRequestStart(controller: Dispatcher.DispatchController, context: unknown): void;
}
/** Its own types leave out its methods. */
const Handler = DecoratorHandler as unknown as new (handler: Dispatcher.DispatchHandler) => Decorated;

class CheckedHandler extends Handler {
  constructor(
    handler: Dispatcher.DispatchHandler,
    private readonly check: () => void,
  ) {
    super(handler);
  }

  /** undici calls this on a connection that stands, and writes the request in the same turn. */
  override onRequestStart(controller: Dispatcher.DispatchController, context: unknown): void {
    this.check();
    super.onRequestStart(controller, context);
  }
}

const agent = new Agent().compose((dispatch) => (options, handler) => {
  const check = lastCheck.getStore();
  return dispatch(options, check ? new CheckedHandler(handler, check) : handler);
});

/** The background client's fetch. Its connections stay open for the next call, but keep no process alive. */
export const lastMomentFetch = ((url: string, init: object) =>
  fetch(url, { ...init, dispatcher: agent })) as unknown as typeof globalThis.fetch;
