import { createClock, type SandboxClock } from './clock.js';
import { createControl } from './control.js';
import { createFaults, type Faults } from './faults.js';
import { createJournal, type Journal } from './journal.js';
import { createRandom } from './random.js';
import { createSlack } from './slack/slack.js';
import type { SandboxSide, World } from './world.js';
import { createX } from './x/x.js';

export interface SandboxOptions {
  readonly seed?: number;
  /** Wall time at which the sandbox's clock starts, in ms; now unless told. */
  readonly startAt?: number;
  /** Fixed ports; free ones unless told. */
  readonly ports?: { readonly slack?: number; readonly x?: number; readonly control?: number };
}

export interface Sandbox {
  /** Base of Slack's Web API, with `/api/` (for SLACK_API_URL). */
  readonly slackUrl: string;
  /** Origin of X's API (for X_API_URL). */
  readonly xUrl: string;
  readonly controlUrl: string;
  readonly clock: SandboxClock;
  readonly journal: Journal;
  readonly faults: Faults;
  readonly slack: SandboxSide;
  readonly x: SandboxSide;
  reset(): void;
  close(): Promise<void>;
}

/** A Slack workspace and an X, with controls for both, on loopback. */
export async function createSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const seed = options.seed ?? 1;
  const clock = createClock(options.startAt);
  const world: World = {
    clock,
    journal: createJournal(clock),
    random: createRandom(seed),
    faults: createFaults(),
  };
  const slack = await createSlack(world, options.ports?.slack);
  const x = await createX(world, options.ports?.x);
  const reset = () => {
    world.faults.clear();
    slack.reset();
    x.reset();
  };
  const control = await createControl({ world, slack, x, reset }, options.ports?.control);
  return {
    slackUrl: `${slack.url}/api/`,
    xUrl: x.url,
    controlUrl: control.url,
    clock,
    journal: world.journal,
    faults: world.faults,
    slack,
    x,
    reset,
    close: async () => {
      await Promise.all([slack.close(), x.close(), control.close()]);
    },
  };
}
