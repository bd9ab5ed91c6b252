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
  /** The same seed gives the same ids and tokens, and with the same `startAt` the same times. By default 1. */
  readonly seed?: number;
  /** The time at which the sandbox's clock starts (Unix ms). By default now. */
  readonly startAt?: number;
  /**
   * How many milliseconds of the sandbox's clock pass in one real millisecond. By default 1. With 0 only `advance`
   * moves the clock, so that two runs don't differ by a millisecond.
   */
  readonly speed?: number;
  /** Slack's time limits in real ms. By default those of the real Slack. */
  readonly wire?: Partial<WireTimes>;
  /** The account that owns the developer app. By default @centrallibrary. */
  readonly library?: Library;
  /** What the pages and controls must be asked with, as `?token=`. By default everybody on this machine may ask. */
  readonly token?: string;
  /** The address of a proxy in front of the pages and controls. By default only names of this machine lead to them. */
  readonly publicOrigin?: string;
  /** Fixed ports. By default free ones. */
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
  /** Puts both sides back to their first state, with the same ids. Clock, journal and open connections go on. */
  reset(): Promise<void>;
  /** Tells the page what only the program under test knows, such as when it has finished its work. */
  direct(director: Director): void;
  /** Stops all servers and timers. Can be called twice. */
  close(): Promise<void>;
}

/** Starts a Slack workspace, an X and the controls for both on 127.0.0.1. Throws RangeError for a port that is none. */
export async function createSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { seed = 1, startAt, speed, wire, library, token, publicOrigin, ports = {} } = options;
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
    const x = await keep(createX(world, ports.x, library, token));
    const reset = async () => {
      slack.reset();
      x.reset();
      await world.faults.clear();
    };
    const control = await keep(
      createControl({ world, slack, x, reset, director: () => director }, ports.control, token, publicOrigin),
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
