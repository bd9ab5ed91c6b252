import { readArguments } from '../../world/arguments.js';
import type { Acts } from '../../world/world.js';
import { pressIntent } from '../model/intents.js';
import type { X } from '../model/state.js';
import { needActor } from './needed.js';

/** Acts of a person in a browser: signing in, and pressing the button of a Web Intent page. */
export function browserActs(x: X): Acts {
  return {
    signIn(args) {
      const { browser, as } = readArguments('signIn', args, { browser: 'string', as: 'string?' });
      if (as === undefined) delete x.state.browsers[browser];
      else x.state.browsers[browser] = needActor(x, 'signIn', as).id;
      x.world.journal.write('x', 'signIn', { browser, ...(as !== undefined && { as }) });
    },

    intent(args) {
      const { browser, url, text } = readArguments('intent', args, {
        browser: 'string',
        url: 'string',
        text: 'string?',
      });
      try {
        return pressIntent(x, browser, url, text);
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        x.world.journal.write('x', 'intent', { browser, url, refused: reason });
        throw new Error(`intent: ${reason}`);
      }
    },
  };
}
