import { setTimeout as delay } from 'node:timers/promises';
import type { Fault } from '../../src/sandbox/world/faults.js';
import type { Entry } from '../../src/sandbox/world/journal.js';

/** A step of the story that did not appear in the journals in time. */
export class NotSeen extends Error {}

/** For the story: people act by the controls of the sandboxes, and the journals say what happened. */
export interface Stage {
  slack(act: string, args: Record<string, unknown>): Promise<Record<string, unknown>>;
  x(act: string, args: Record<string, unknown>): Promise<Record<string, unknown>>;
  bluesky(act: string, args: Record<string, unknown>): Promise<Record<string, unknown>>;
  fail(fault: Fault): Promise<void>;
  /** Waits until the journals have such entries, prints the step, and gives them. Throws NotSeen after a minute. */
  see(sentence: string, ...signs: readonly Sign[]): Promise<readonly Entry[]>;
  /** The same, within so many ms from `startedAt`. */
  seeWithin(ms: number, sentence: string, ...signs: readonly Sign[]): Promise<readonly Entry[]>;
  /** Waits in the same way, but prints no step. */
  until(what: string, sign: Sign): Promise<void>;
  /** The entries so far that match. */
  soFar(sign: Sign): Promise<readonly Entry[]>;
  readonly seen: () => number;
}

export type Sign = (entry: Entry) => boolean;

/** Begins at `startedAt` (monotonic ms). */
export function createStage(
  controlUrl: string,
  say: (line: string) => void,
  { startedAt = performance.now(), patienceMs = 60_000 } = {},
): Stage {
  let steps = 0;

  async function call(path: string, body: unknown): Promise<Record<string, unknown>> {
    const response = await fetch(`${controlUrl}${path}`, { method: 'POST', body: JSON.stringify(body) });
    const answer = (await response.json()) as Record<string, unknown>;
    if (!response.ok) throw new Error(`${path}: ${answer.error}`);
    return answer;
  }

  async function journal(): Promise<readonly Entry[]> {
    const response = await fetch(`${controlUrl}/journal?after=0`);
    return ((await response.json()) as { entries: Entry[] }).entries;
  }

  /** `until` is in monotonic ms. */
  async function find(
    what: string,
    signs: readonly Sign[],
    until = performance.now() + patienceMs,
  ): Promise<readonly Entry[]> {
    for (; performance.now() < until; await delay(50)) {
      const entries = await journal();
      const found = signs.map((sign) => entries.find(sign)).filter((entry) => entry !== undefined);
      if (found.length === signs.length) return found;
    }
    throw new NotSeen(what);
  }

  function seen(sentence: string, found: readonly Entry[]): readonly Entry[] {
    steps += 1;
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1).padStart(5);
    const where = found.map(({ side, seq }) => `${side} ${seq}`).join(', ');
    say(`${String(steps).padStart(3)}. ${seconds} s  ${sentence}  [${where}]`);
    return found;
  }

  return {
    slack: (act, args) => call(`/slack/${act}`, args),
    x: (act, args) => call(`/x/${act}`, args),
    bluesky: (act, args) => call(`/bluesky/${act}`, args),
    fail: async (fault) => {
      await call('/faults', fault);
    },
    soFar: async (sign) => (await journal()).filter(sign),
    seen: () => steps,
    until: async (what, sign) => {
      await find(what, [sign]);
    },
    see: async (sentence, ...signs) => seen(sentence, await find(sentence, signs)),
    seeWithin: async (ms, sentence, ...signs) => seen(sentence, await find(sentence, signs, startedAt + ms)),
  };
}
