import type { Side } from './journal.js';
import { isShape, type Shape, type Times } from './shapes.js';

/**
 * A fault planned for the next matching call.
 *
 * `when`: *before* the call takes effect (it never does), *after* it took effect, or *late*: the answer fails at once
 * and the call takes effect `lateMs` of the sandbox's clock afterwards.
 * `how`: what the caller sees. *reset* closes the connection; *hang* never answers; *status* answers `status`,
 * `headers` and `body`; *slow* waits `ms`, then gives the true answer (planned *before*, the call takes effect after the
 * wait); *trickle* sends the answer a byte every `ms`; *cut* promises the answer and closes half-way.
 */
export interface Fault {
  readonly side: Side;
  /**
   * A Slack method ("chat.postMessage"), an X call by its route ("POST /2/tweets", "GET /2/users/:id/mentions"), or a Bluesky
   * method with its verb ("POST com.atproto.repo.putRecord").
   */
  readonly call: string;
  readonly when: 'before' | 'after' | 'late';
  readonly how: 'reset' | 'hang' | 'status' | 'slow' | 'trickle' | 'cut';
  readonly status?: number;
  readonly headers?: Record<string, string>;
  /** A string is sent as it is (HTML, say); anything else as JSON. */
  readonly body?: unknown;
  readonly ms?: number;
  readonly lateMs?: number;
  /** How many matching calls it fails. By default 1. */
  readonly times?: Times;
}

/**
 * A side that refuses every new connection, as if no server listened there. It concerns all calls, because none
 * arrives. Open WebSockets stay open.
 */
export interface Refusal {
  readonly side: Side;
  readonly how: 'refused';
  /** Real ms until it accepts connections again. By default until `clear`. */
  readonly ms?: number;
}

/** A side's server, as far as faults can stop it. */
export interface StoppableServer {
  shut(ms?: number): void;
  open(): Promise<void>;
}

/** The faults of all sides that are planned. */
export interface Faults {
  /** Throws an Error that lists the calls of the side when it does not have this one. */
  plan(fault: Fault | Refusal | Shape): void;
  /** The fault for this call, which then has one time less left; undefined when none is planned. */
  take(side: Side, call: string): Fault | undefined;
  /** What is odd or refused in this call, in the order of planning. Whoever makes one so says `used`. */
  shapes(side: Side, call: string): readonly Shape[];
  /** This one was seen by a caller, and so has one time less left. */
  used(shape: Shape): void;
  /** The faults that are left, each with the number of calls that it will still fail. */
  planned(): readonly (Fault | Shape)[];
  /** Removes all faults. Resolves once every side accepts connections again. */
  clear(): Promise<void>;
  /** Registers a side: the calls that can fail, and its server. */
  register(side: Side, calls: readonly string[], door: StoppableServer): void;
}

/** Faults that need no answer from the call: only they can come before a *late* effect. */
const failsAtOnce: readonly string[] = ['reset', 'hang', 'status'];

/** No faults yet. */
export function createFaults(): Faults {
  let planned: { fault: Fault | Shape; left: number }[] = [];
  const sides = new Map<Side, { calls: readonly string[]; door: StoppableServer }>();
  const takeOne = (hit: { left: number }) => {
    hit.left -= 1;
    planned = planned.filter(({ left }) => left > 0);
  };
  return {
    plan(fault) {
      const guarded = sides.get(fault.side);
      if (fault.how === 'refused') {
        guarded?.door.shut(fault.ms);
        return;
      }
      if (guarded && fault.call !== undefined && !guarded.calls.includes(fault.call)) {
        throw new Error(
          `fault: ${fault.side} has no call '${fault.call}'. There is: ${guarded.calls.join(', ')}.`,
        );
      }
      if (isShape(fault)) {
        if (fault.how === 'odd' && fault.call !== undefined && !fault.call.startsWith('GET ')) {
          throw new Error(`fault: '${fault.call}' gives back what was written. Only reads have odd posts.`);
        }
        planned.push({ fault, left: count(fault.times ?? (fault.how === 'odd' ? 1 : 'always')) });
        return;
      }
      if (fault.when === 'late' && !failsAtOnce.includes(fault.how)) {
        throw new Error(`fault: late goes with ${failsAtOnce.join(', ')}, not with '${fault.how}'.`);
      }
      planned.push({ fault, left: count(fault.times ?? 1) });
    },
    take(side, call) {
      for (const hit of planned) {
        if (isShape(hit.fault) || hit.fault.side !== side || hit.fault.call !== call) continue;
        takeOne(hit);
        return hit.fault;
      }
      return undefined;
    },
    shapes: (side, call) =>
      planned.flatMap(({ fault }) =>
        isShape(fault) && fault.side === side && (fault.call ?? call) === call ? [fault] : [],
      ),
    used(shape) {
      const hit = planned.find(({ fault }) => fault === shape);
      if (hit) takeOne(hit);
    },
    planned: () =>
      planned.map(({ fault, left }) => ({ ...fault, times: left === Infinity ? 'always' : left })),
    async clear() {
      planned = [];
      await Promise.all([...sides.values()].map(({ door }) => door.open()));
    },
    register(side, calls, door) {
      sides.set(side, { calls, door });
    },
  };
}

function count(times: Times): number {
  return times === 'always' ? Infinity : times;
}

/** Whether a call with this fault takes effect now, or for *slow* after the wait. Otherwise it does so late, or never. */
export function takesEffect({ when, how }: Fault): boolean {
  return when === 'after' || (when === 'before' && how === 'slow');
}
