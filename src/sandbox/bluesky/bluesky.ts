import { listen, send } from '../http/http.js';
import type { SandboxSide, World } from '../world/world.js';
import { lookingActs } from './acts/looking.js';
import { peopleActs } from './acts/people.js';
import { postingActs } from './acts/posting.js';
import { methods, serveApi } from './api.js';
import { coverage } from './coverage.js';
import type { Account, Sky, SkyState } from './model/state.js';
import { centralLibrary, type Library, seedState } from './seed.js';
import { sightsOf } from './sights.js';

/**
 * Starts a Bluesky: one origin that is the server of all accounts and passes reads on to the AppView, as bsky.social does, and the
 * directory in which their ids lead to it; and acts for what people do there.
 */
export async function createBluesky(
  world: World,
  port = 0,
  library: Library = centralLibrary,
): Promise<SandboxSide> {
  const own: World = { ...world, random: world.random.fork('bluesky') };
  const sky: Sky = { world: own, state: seedState(own, library) };
  const listening = await listen(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://bluesky');
    if (url.pathname.startsWith('/xrpc/')) return serveApi(sky, request, response, url, listening.ended);
    const account = sky.state.accounts[url.pathname.slice(1)];
    if (account) return send(response, { status: 200, body: didDocument(account, listening.url) });
    send(response, { status: 404, body: { error: 'NotFound', message: 'Only /xrpc/ is here.' } });
  }, port);
  const calls = methods.map(({ call }) => call);
  world.faults.register('bluesky', calls, listening);
  return {
    url: listening.url,
    coverage,
    acts: { ...peopleActs(sky), ...postingActs(sky), ...lookingActs(sky) },
    sights: () => sightsOf(sky),
    snapshot: () => structuredClone(sky.state),
    restore: (snapshot) => {
      sky.state = structuredClone(snapshot) as SkyState;
    },
    reset: () => {
      own.random.restart();
      sky.state = seedState(own, library);
    },
    close: listening.close,
  };
}

/** What the directory says of an account, as far as it leads to its server. https://web.plc.directory */
const didDocument = ({ did, handle }: Account, serviceEndpoint: string) => ({
  id: did,
  alsoKnownAs: [`at://${handle}`],
  service: [{ id: '#atproto_pds', type: 'AtprotoPersonalDataServer', serviceEndpoint }],
});
