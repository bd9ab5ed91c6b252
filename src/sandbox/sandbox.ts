import { createControl } from './control/control.js';
import type { Director } from './control/director.js';
import { createSlack } from './slack/slack.js';
import type { WireTimes } from './slack/socket/wire.js';
import { createClock, type SandboxClock } from './world/clock.js';
import { createFaults, type Faults } from './world/faults.js';
import { createJournal, type Journal } from './world/journal.js';
import { createRandom } from './world/random.js';
import type { SandboxSide, World } from './world/world.js';
import type { Library } from './x/seed.js';
import { createX } from './x/x.js';

export interface SandboxOptions {
  /** The same seed gives the same ids and tokens, and with the same `startAt` the same times. 1 unless told. */
  readonly seed?: number;
  /** Wall time at which the sandbox's clock starts, in ms; now unless told. */
  readonly startAt?: number;
  /**
   * How many of the clock's milliseconds pass in one of the machine's; 1 unless told. With 0 the clock goes only where
   * `advance` moves it, so that not even a millisecond differs between two runs.
   */
  readonly speed?: number;
  /** Slack's wire times, in real ms; Slack's own unless told. */
  readonly wire?: Partial<WireTimes>;
  /** Whose X it is; @centrallibrary's unless told. */
  readonly library?: Library;
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
  /** Both sides as they were seeded, with the seeded ids again. Clock, journal and open connections go on. */
  reset(): Promise<void>;
  /** Tells the page what only the bot's side knows, and lets it lead the bot along. */
  direct(director: Director): void;
  /** Idempotent; leaves nothing running. */
  close(): Promise<void>;
}

/** A Slack workspace and an X, with controls for both, on loopback. */
export async function createSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { seed = 1, startAt, speed, wire, library, ports = {} } = options;
  for (const [name, port] of Object.entries(ports)) {
    if (!Number.isInteger(port) || port < 0 || port > 65_535) {
      throw new RangeError(`The port for ${name} is ${port}, not a number from 0 (any free one) to 65535.`);
    }
  }
  const clock = createClock(startAt, speed);
  const world: World = {
    clock,
    journal: createJournal(clock),
    random: createRandom(seed),
    faults: createFaults(),
  };
  let director: Director = {};
  const started: { close(): Promise<void> }[] = [];
  let closing: Promise<unknown> | undefined;
  const close = async () => {
    closing ??= Promise.all(started.map((each) => each.close()));
    await closing;
  };
  async function keep<T extends { close(): Promise<void> }>(starting: Promise<T>): Promise<T> {
    const one = await starting;
    started.push(one);
    return one;
  }
  try {
    const slack = await keep(createSlack(world, ports.slack, wire));
    const x = await keep(createX(world, ports.x, library));
    const reset = async () => {
      slack.reset();
      x.reset();
      await world.faults.clear();
    };
    const control = await keep(
      createControl({ world, slack, x, reset, director: () => director }, ports.control),
    );
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
      direct(told) {
        director = told;
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
