import { performance } from 'node:perf_hooks';
import type { Random } from '../../world/random.js';
import { invalidArguments, Refused } from './refused.js';

interface Trigger {
  readonly user: string;
  readonly issuedAt: number;
  used: boolean;
}

/** Slack's `trigger_id`s, which allow the app to open a modal. */
export interface Triggers {
  issue(user: string): string;
  /** The person of a trigger, which works only once. Throws Refused for one that is malformed, unknown, used or old. */
  exchange(id: unknown): string;
  clear(): void;
}

/** A trigger works once, for `lifeMs` of real time. */
export function createTriggers(random: Random, lifeMs: number): Triggers {
  const issued = new Map<string, Trigger>();
  return {
    issue(user) {
      const now = performance.now();
      for (const [id, trigger] of issued) if (now - trigger.issuedAt > 20 * lifeMs) issued.delete(id);
      const id = `${digits(random, 12)}.${digits(random, 12)}.${random.text(32, '0123456789abcdef')}`;
      issued.set(id, { user, issuedAt: now, used: false });
      return id;
    },
    exchange(id) {
      if (typeof id !== 'string' || !/^\d+\.\d+\.[0-9a-f]+$/.test(id)) {
        throw invalidArguments('invalid `trigger_id` [json-pointer:/trigger_id]');
      }
      const trigger = issued.get(id);
      if (!trigger) throw new Refused('invalid_trigger_id');
      if (trigger.used) throw new Refused('exchanged_trigger_id');
      if (performance.now() - trigger.issuedAt > lifeMs) throw new Refused('expired_trigger_id');
      trigger.used = true;
      return trigger.user;
    },
    clear: () => issued.clear(),
  };
}

function digits(random: Random, length: number): string {
  return `1${random.text(length - 1, '0123456789')}`;
}
