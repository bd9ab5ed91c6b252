import { ConfigError, isStorageFault, KeysRefused, OutcomeUnknown, Unreachable } from '../errors.js';
import type { Logger } from '../log.js';
import { createIncidents } from './incidents.js';
import type { Dependency } from './outages.js';
import {
  appToken,
  botToken,
  type KeysOfDesk,
  keysOf,
  type RefusedCredentials,
  refusedByNetwork,
  refusedBySlack,
} from './refused-keys.js';
import { createWatch } from './watch.js';

interface Found {
  readonly line: string;
  readonly serious: boolean;
}

interface DependenciesOptions {
  readonly log: Logger;
  readonly everyMs: number;
  readonly redis: { readonly name: string; look(): Promise<readonly Found[]> };
  /** How many connections to Slack stand; undefined in a process that has none. */
  readonly slackConnections: () => number | undefined;
  /** Rejects with KeysRefused while Slack refuses the bot's token. */
  readonly askSlack: () => Promise<unknown>;
  /** The keys of a desk's network. */
  readonly keysOfDesk: (desk: string) => KeysOfDesk;
  /** Told with each look whether Slack or Redis is out of reach. */
  readonly seen?: (what: Dependency, isDown: boolean) => Promise<void>;
}

/** Asks Slack, or a desk's network, something that only good keys get answered. */
interface Ask {
  readonly desk?: string;
  readonly ask: () => Promise<unknown>;
}

/** What this process knows of Redis, Slack and the networks: what is wrong for longer is said once, and once when it is over. */
interface Dependencies {
  /** At the start: throws ConfigError with a line each when Redis can't be worked with. */
  check(): Promise<void>;
  /**
   * At the start: throws ConfigError when Slack refuses its token, or the networks the keys of every desk. Keys of one desk among
   * several are only said: the others go on. An address that is away says nothing of keys.
   */
  checkKeys(asks: readonly Ask[]): Promise<void>;
  /** What a start that failed says: refused keys as their line, everything else as it is. */
  explained(fault: unknown, desk?: string): unknown;
  /** Goes on looking. */
  start(): void;
  stop(): void;
  /** Whether a fault is one of these; then it is said here. `desk` is the one whose work failed. */
  isKnownIncident(fault: unknown, desk?: string): boolean;
  /** The network answered: it takes the desk's keys. */
  networkAnswers(desk: string): void;
  /** Slack took the app-level token. */
  slackConnected(): void;
  /** What is wrong now, a line each. */
  problems(): readonly string[];
}

const connection = 'The connection to Slack';
const slackItself = 'Slack';

/** What was asked of Redis during an outage may fail this long after it (ms): a command gives up after 1.2 s, and a busy machine notices that later. */
const lateFaultMs = 5_000;

/** Looks at Redis and Slack every `everyMs`, and takes faults of any work as news about them. */
export function createDependencies(options: DependenciesOptions): Dependencies {
  const { log, everyMs, redis, slackConnections, askSlack, keysOfDesk, seen = async () => {} } = options;
  const incidents = createIncidents(log);
  const warned = new Set<string>();
  let started = false;
  let failed: Error | undefined;
  let redisWellSince = Number.NEGATIVE_INFINITY;
  let looksWithoutSlack = 0;
  /** A call to Slack failed: maybe that call alone, maybe Slack is away. */
  let isSlackInDoubt = false;

  async function lookAtRedis(): Promise<void> {
    const fault = failed;
    failed = undefined;
    const found = await redis.look();
    warn(found);
    const lines = linesOf(found, true);
    const isWell = lines.length === 0;
    if (isWell && incidents.has(redis.name)) redisWellSince = performance.now();
    // It was over before anybody could look what it was.
    if (fault && isWell && performance.now() - redisWellSince > lateFaultMs) {
      log.warn(`${redis.name} failed once (${fault.message}); it is well.`);
    }
    incidents.set(redis.name, lines);
    await seen('redis', !isWell);
  }

  function warn(found: readonly Found[]): void {
    for (const line of linesOf(found, false)) {
      if (!warned.has(line)) log.warn(line);
      warned.add(line);
    }
  }

  async function lookAtSlack(): Promise<void> {
    // A connection that Slack replaces is back by the next look.
    looksWithoutSlack = slackConnections() === 0 ? looksWithoutSlack + 1 : 0;
    if (looksWithoutSlack === 0) incidents.set(connection, []);
    if (looksWithoutSlack === 2)
      incidents.set(connection, ['No connection to Slack; trying until there is one.']);
    if (incidents.has(botToken) && (await works(askSlack))) incidents.set(botToken, []);
    if (isSlackInDoubt || incidents.has(slackItself)) {
      isSlackInDoubt = false;
      incidents.set(
        slackItself,
        (await isAway(askSlack)) ? ["Slack can't be reached; trying until it can."] : [],
      );
    }
    await seen('slack', incidents.has(connection) || incidents.has(slackItself));
  }

  const watch = createWatch(async () => {
    await Promise.all([lookAtRedis(), lookAtSlack()]);
  }, everyMs);

  function refusal(fault: unknown, desk: string | undefined): RefusedCredentials | undefined {
    if (!(fault instanceof KeysRefused)) return undefined;
    if (fault.side === 'Slack') return refusedBySlack(fault);
    return desk === undefined ? undefined : refusedByNetwork(fault, keysOfDesk(desk));
  }

  return {
    async check() {
      const found = await redis.look();
      const lines = linesOf(found, true);
      if (lines.length > 0) throw new ConfigError(lines);
      warn(found);
    },
    async checkKeys(asks) {
      const answers = await Promise.allSettled(asks.map(({ ask }) => ask()));
      const refused = asks.flatMap(({ desk }, at) => {
        const answer = answers[at];
        const known = answer?.status === 'rejected' ? refusal(answer.reason, desk) : undefined;
        return known ? [{ desk, ...known }] : [];
      });
      const ofDesks = refused.filter(({ desk }) => desk !== undefined);
      const isEveryDesk = ofDesks.length === asks.filter(({ desk }) => desk !== undefined).length;
      if (ofDesks.length < refused.length || (ofDesks.length > 0 && isEveryDesk)) {
        throw new ConfigError(refused.map(({ line }) => line));
      }
      for (const { what, line } of ofDesks) incidents.set(what, [line]);
    },
    explained(fault, desk) {
      const known = refusal(fault, desk);
      return known ? new ConfigError([known.line]) : fault;
    },
    start: () => {
      started = true;
      watch.start();
    },
    stop: watch.stop,
    isKnownIncident(fault, desk) {
      const known = refusal(fault, desk);
      if (known) incidents.set(known.what, [known.line]);
      if (isSlackAway(fault) && started) {
        isSlackInDoubt = true;
        void watch.now();
        return incidents.has(slackItself);
      }
      if (known || !isStorageFault(fault)) return known !== undefined;
      failed ??= fault;
      // Before that, the start itself says what is wrong.
      if (started) void watch.now();
      return true;
    },
    networkAnswers: (desk) => incidents.set(keysOf(keysOfDesk(desk)), []),
    slackConnected: () => incidents.set(appToken, []),
    problems: () => incidents.lines((about, lines) => (about === redis.name ? [redisIsNotWell] : lines)),
  };
}

/** What health says, which may be asked from outside: the log has the address and what is wrong. */
const redisIsNotWell = 'Redis (REDIS_URL) is not well; the log says why.';

const linesOf = (found: readonly Found[], serious: boolean): readonly string[] =>
  found.filter((one) => one.serious === serious).map(({ line }) => line);

const works = (ask: () => Promise<unknown>): Promise<boolean> =>
  ask().then(
    () => true,
    () => false,
  );

/** Whether Slack gives no answer, to a call or to this question. Refused keys are an answer. */
const isSlackAway = (fault: unknown): boolean =>
  (fault instanceof Unreachable || fault instanceof OutcomeUnknown) && fault.message.startsWith('Slack');
const isAway = (ask: () => Promise<unknown>): Promise<boolean> => ask().then(() => false, isSlackAway);
