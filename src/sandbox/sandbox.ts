import { createBluesky } from './bluesky/bluesky.js';
import type { Library as BlueskyLibrary } from './bluesky/seed.js';
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

/** The files of the page lie beside this file, and beside the program once it is built. */
const pageFolder = new URL('page/', import.meta.url);

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
  /** The scopes that the app is granted. By default exactly those of its manifest. */
  readonly scopes?: readonly string[];
  /** The account that owns the developer app. By default @centrallibrary. */
  readonly library?: Library;
  /** The library's account on Bluesky. By default @centrallibrary.test. */
  readonly blueskyLibrary?: BlueskyLibrary;
  /** What the pages and controls must be asked with, as `?token=`. By default everybody on this machine may ask. */
  readonly token?: string;
  /** The address of this machine at which the pages and controls listen. By default 127.0.0.1. */
  readonly controlHost?: string;
  /** The address under which other machines reach them, such as a proxy's. By default only names of this machine do. */
  readonly publicOrigin?: string;
  /** Fixed ports. By default free ones. */
  readonly ports?: {
    readonly slack?: number;
    readonly x?: number;
    readonly bluesky?: number;
    readonly control?: number;
  };
}

export interface Sandbox {
  /** Base of Slack's Web API, with `/api/` (for SLACK_API_URL). */
  readonly slackUrl: string;
  /** Origin of X's API (for X_API_URL). */
  readonly xUrl: string;
  /** Origin of Bluesky: the server of its accounts, and the AppView behind it. */
  readonly blueskyUrl: string;
  readonly controlUrl: string;
  readonly clock: SandboxClock;
  readonly journal: Journal;
  readonly faults: Faults;
  readonly slack: SandboxSide;
  readonly x: SandboxSide;
  readonly bluesky: SandboxSide;
  /** Puts all sides back to their first state, with the same ids. Clock, journal and open connections go on. */
  reset(): Promise<void>;
  /** Tells the page what only the program under test knows, such as when it has finished its work. */
  direct(director: Director): void;
  /** Stops all servers and timers. Can be called twice. */
  close(): Promise<void>;
}

/** Starts a Slack workspace, an X, a Bluesky and the controls for all on 127.0.0.1. Throws RangeError for a port that is none. */
export async function createSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { seed = 1, startAt, speed, wire, scopes, library, token, controlHost, publicOrigin } = options;
  const { blueskyLibrary, ports = {} } = options;
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
    const slack = await keep(createSlack(world, ports.slack, wire, scopes));
    const x = await keep(createX(world, ports.x, library, token));
    const bluesky = await keep(createBluesky(world, ports.bluesky, blueskyLibrary));
    const reset = async () => {
      slack.reset();
      x.reset();
      bluesky.reset();
      await world.faults.clear();
    };
    const control = await keep(
      createControl(
        { page: pageFolder, world, sides: { slack, x, bluesky }, reset, director: () => director },
        { port: ports.control, token, host: controlHost, publicOrigin },
      ),
    );
    return {
      slackUrl: `${slack.url}/api/`,
      xUrl: x.url,
      blueskyUrl: bluesky.url,
      controlUrl: control.url,
      clock,
      journal: world.journal,
      faults: world.faults,
      slack,
      x,
      bluesky,
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
