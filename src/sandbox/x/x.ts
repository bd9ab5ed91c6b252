import { listen, send } from '../http/http.js';
import { createTokenCheck } from '../http/token.js';
import type { SandboxSide, World } from '../world/world.js';
import { browserActs } from './acts/browsers.js';
import { lookingActs } from './acts/looking.js';
import { peopleActs } from './acts/people.js';
import { postingActs } from './acts/posting.js';
import { settingActs } from './acts/settings.js';
import { routes, serveApi } from './api.js';
import { coverage } from './coverage.js';
import type { X, XState } from './model/state.js';
import { servePage } from './pages.js';
import { centralLibrary, type Library, seedState } from './seed.js';
import { sightsOf } from './sights.js';
import { serveSignIn, signInCalls } from './sign-in.js';

/**
 * Starts an X: its API under /2/, its pages of Web Intents, and acts for what people do there. With a `token` the pages
 * are for those who bring it; the API has its own keys.
 */
export async function createX(
  world: World,
  port = 0,
  library: Library = centralLibrary,
  token?: string,
): Promise<SandboxSide> {
  const own: World = { ...world, random: world.random.fork('x') };
  const x: X = { world: own, state: seedState(own, library), nonces: new Map() };
  const checkToken = createTokenCheck(token);
  const listening = await listen(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://x');
    if (url.pathname.startsWith('/2/')) return serveApi(x, request, response, url, listening.ended);
    if (signInCalls.includes(`${request.method} ${url.pathname}`))
      return serveSignIn(x, request, response, url);
    const refused = checkToken(request);
    if (refused) return send(response, refused);
    if (url.pathname.startsWith('/oauth/')) return serveSignIn(x, request, response, url);
    await servePage(x, request, response, url);
  }, port);
  const calls = routes.map(({ call }) => call);
  world.faults.register('x', calls, listening);
  return {
    url: listening.url,
    coverage,
    acts: {
      ...peopleActs(x),
      ...postingActs(x),
      ...browserActs(x),
      ...settingActs(x),
      ...lookingActs(x),
    },
    sights: () => sightsOf(x),
    snapshot: () => structuredClone(x.state),
    restore: (snapshot) => {
      x.state = structuredClone(snapshot) as XState;
    },
    reset: () => {
      own.random.restart();
      x.state = seedState(own, library);
    },
    close: listening.close,
  };
}
