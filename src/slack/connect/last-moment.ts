import { AsyncLocalStorage } from 'node:async_hooks';
import { Agent, DecoratorHandler, type Dispatcher, fetch } from 'undici';

/** What the call under way asks before its bytes leave. */
const asking = new AsyncLocalStorage<() => void>();

/**
 * Makes a call of Slack's Web API by `askingFetch` that asks at the very moment when its bytes are to leave: connecting
 * takes time, and a process may stand still between any two of its steps. `mayLeave` throws to stop it; nothing was sent
 * then.
 */
export const atTheLastMoment = <T>(mayLeave: () => void, call: () => Promise<T>): Promise<T> =>
  asking.run(mayLeave, call);

interface Decorated {
  onRequestStart(controller: Dispatcher.DispatchController, context: unknown): void;
}
/** Its own types leave out its methods. */
const Handler = DecoratorHandler as unknown as new (handler: Dispatcher.DispatchHandler) => Decorated;

class Asking extends Handler {
  constructor(
    handler: Dispatcher.DispatchHandler,
    private readonly mayLeave: () => void,
  ) {
    super(handler);
  }

  /** On a connection that stands; what follows in the same turn writes the request. */
  override onRequestStart(controller: Dispatcher.DispatchController, context: unknown): void {
    this.mayLeave();
    super.onRequestStart(controller, context);
  }
}

const agent = new Agent().compose((dispatch) => (options, handler) => {
  const mayLeave = asking.getStore();
  return dispatch(options, mayLeave ? new Asking(handler, mayLeave) : handler);
});

/** The background client's fetch. Its connections stay open for the next call, but keep no process alive. */
export const askingFetch = ((url: string, init: object) =>
  fetch(url, { ...init, dispatcher: agent })) as unknown as typeof globalThis.fetch;
