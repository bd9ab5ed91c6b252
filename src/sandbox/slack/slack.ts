import { listen } from '../http.js';
import type { SandboxSide, World } from '../world.js';
import { createActs } from './acts/acts.js';
import { serve } from './api.js';
import { coverage } from './coverage.js';
import { seed } from './seed.js';
import { createSocket } from './socket.js';
import type { State } from './state.js';
import { createTriggers } from './triggers.js';
import type { Workspace } from './workspace.js';

/**
 * A Slack workspace with one app in it: the Web API under `/api/METHOD`, Socket Mode on the same server, and acts that
 * do what a person does. `url` is its origin. Open connections outlive a reset.
 */
export async function createSlack(world: World, port = 0): Promise<SandboxSide> {
  const slack: Workspace = {
    world,
    state: seed(),
    socket: createSocket(world),
    triggers: createTriggers(world.random),
    origin: '',
    closed: false,
  };
  const listening = await listen((request, response) => serve(slack, request, response), port);
  slack.origin = listening.url;
  slack.socket.attach(listening.server);
  const replaceState = (state: State) => {
    slack.state = state;
    slack.triggers.clear();
  };
  return {
    url: listening.url,
    coverage,
    acts: createActs(slack),
    snapshot: () => structuredClone(slack.state),
    restore: (snapshot) => replaceState(structuredClone(snapshot as State)),
    reset: () => replaceState(seed()),
    async close() {
      slack.closed = true;
      await slack.socket.close();
      await listening.close();
    },
  };
}
