import type { App, BlockAction, Middleware, SlackActionMiddlewareArgs } from '@slack/bolt';

type Listener = Middleware<SlackActionMiddlewareArgs<BlockAction>>;

/**
 * Finds the listener of a press by its action. Bolt asks every listener of an app whether a payload is its own, one promise
 * after the other, which for a desk's many buttons takes longer than to read a card. What is registered by `action` from now
 * on is asked alone, after all global middleware so far.
 */
export function routePresses(app: App): void {
  const named = new Map<string, Listener>();
  const alike: [RegExp, Listener][] = [];
  const listenerOf = (id: string) => named.get(id) ?? alike.find(([pattern]) => pattern.test(id))?.[1];
  app.use(async (args) => {
    if (!isPress(args)) return args.next();
    const id: unknown = args.action?.action_id;
    if (typeof id === 'string') await listenerOf(id)?.(args);
  });
  app.action = (id: string | RegExp, listener: Listener) => {
    if (typeof id === 'string') named.set(id, listener);
    else alike.push([id, listener]);
  };
}

type PressArgs = Parameters<Listener>[0];

const isPress = (args: { readonly body: object }): args is PressArgs =>
  'type' in args.body && args.body.type === 'block_actions';
