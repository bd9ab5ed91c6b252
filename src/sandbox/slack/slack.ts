import { listen } from '../http/http.js';
import type { SandboxSide, World } from '../world/world.js';
import { createActs } from './acts/acts.js';
import { serve } from './api.js';
import { coverage } from './coverage.js';
import { methods } from './methods/methods.js';
import type { State } from './model/state.js';
import { createTriggers } from './model/triggers.js';
import type { Workspace } from './model/workspace.js';
import { seed } from './seed.js';
import { sightsOf } from './sights.js';
import { createSocket } from './socket/socket.js';
import { slackWireTimes, type WireTimes } from './socket/wire.js';

/**
 * A Slack workspace with one app in it: the Web API under `/api/METHOD`, Socket Mode on the same server, and acts that
 * do what a person does. `url` is its origin. Open connections stay open in a reset. The app has the `scopes`,
 * or those of its manifest.
 */
export async function createSlack(
  world: World,
  port = 0,
  wireTimes: Partial<WireTimes> = {},
  scopes?: readonly string[],
): Promise<SandboxSide> {
  const wire = { ...slackWireTimes, ...wireTimes };
  const random = world.random.fork('slack');
  const listening = await listen((request, response) => serve(slack, request, response), port);
  const slack: Workspace = {
    world: { ...world, random },
    state: seed(scopes),
    // Connections stay open in a reset, so the ids that they got must not come again.
    socket: createSocket({ ...world, random: world.random.fork('slack socket') }, wire),
    triggers: createTriggers(random, wire.triggerMs),
    origin: listening.url,
    fileMs: wire.fileMs,
    ended: listening.ended,
  };
  slack.socket.attach(listening.server);
  const calls = [...Object.keys(methods), 'response_url', 'upload_url'];
  world.faults.register('slack', calls, listening);
  const replaceState = (state: State) => {
    slack.state = state;
    slack.triggers.clear();
  };
  return {
    url: listening.url,
    coverage,
    acts: createActs(slack),
    sights: () => sightsOf(slack.state),
    snapshot: () => structuredClone(slack.state),
    restore: (snapshot) => replaceState(structuredClone(snapshot as State)),
    reset: () => {
      random.restart();
      replaceState(seed(scopes));
    },
    async close() {
      await slack.socket.close();
      await listening.close();
    },
  };
}
