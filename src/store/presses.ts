import { secondMs } from '../core/durations.js';
import { type Presses, pressKinds } from '../ports/presses.js';
import type { Store } from './redis.js';

/** The keys of a deployment as a whole: of no desk, and of no person. */
export function deploymentKeys(prefix: string) {
  const tag = `{${prefix}}`;
  return {
    /** How much reached it from Slack, by kind. */
    presses: `${tag}:presses`,
    /** There while a process takes what Slack sends. */
    answers: `${tag}:answers`,
  };
}

export type DeploymentKeys = ReturnType<typeof deploymentKeys>;

/** How long a sign of life counts (ms): three times as long as from one to the next. */
const aliveMs = 15 * secondMs;

/** The port to what reached a deployment from Slack, in Redis. It keeps numbers alone, and nobody's name. */
export function createPresses(redis: Store, prefix: string): Presses {
  const { answers: alive, presses: counts } = deploymentKeys(prefix);
  return {
    async answered(kind) {
      await redis.hincrby(counts, kind, 1);
    },
    async counts() {
      const found = await redis.hgetall(counts);
      const [command, button, home] = pressKinds.map((kind) => Number(found[kind] ?? 0));
      return { command: command ?? 0, button: button ?? 0, home: home ?? 0 };
    },
    async alive() {
      await redis.set(alive, 1, 'PX', aliveMs);
    },
    async isAlive() {
      return (await redis.exists(alive)) === 1;
    },
  };
}
