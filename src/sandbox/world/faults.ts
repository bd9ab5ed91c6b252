import type { Side } from './journal.js';

/**
 * A fault planned for the next matching call.
 *
 * `when`: *before* the call takes effect (it never does), *after* it took effect, or *late*: the answer fails at once
 * and the call takes effect `lateMs` of the sandbox's clock afterwards.
 * `how`: what the caller sees. *reset* closes the socket; *hang* never answers; *status* answers `status`, `headers`
 * and `body`; *slow* waits `ms`, then gives the true answer (planned *before*, the call takes effect only after the
 * wait); *trickle* sends the answer a byte every `ms`; *cut* promises the answer and closes half-way.
 */
export interface Fault {
  readonly side: Side;
  /** A Slack method ("chat.postMessage") or an X call by its route ("POST /2/tweets", "GET /2/users/:id/mentions"). */
  readonly call: string;
  readonly when: 'before' | 'after' | 'late';
  readonly how: 'reset' | 'hang' | 'status' | 'slow' | 'trickle' | 'cut';
  readonly status?: number;
  readonly headers?: Record<string, string>;
  /** A string is sent as it is (HTML, say); anything else as JSON. */
  readonly body?: unknown;
  readonly ms?: number;
  readonly lateMs?: number;
  /** How many matching calls it fails; 1 unless told. */
  readonly times?: number;
}

/**
 * A side that refuses connections at once, as if nobody listened there. Which call comes next cannot matter: it never
 * arrives. WebSockets that are open stay open.
 */
export interface Refusal {
  readonly side: Side;
  readonly how: 'refused';
  /** Real time until it listens again; until `clear` unless told. */
  readonly ms?: number;
}

/** What faults can do to a side's server. */
export interface Door {
  shut(ms?: number): void;
  open(): Promise<void>;
}

export interface Faults {
  /** Throws an Error that says what is allowed for a call that the side does not have. */
  plan(fault: Fault | Refusal): void;
  /** The fault for this call, used up by one; undefined when none is planned. */
  take(side: Side, call: string): Fault | undefined;
  /** What is still planned, with how often. */
  planned(): readonly Fault[];
  /** Forgets all; resolves once every side listens again. */
  clear(): Promise<void>;
  /** A side says which calls can fail, and gives its door. */
  guard(side: Side, calls: readonly string[], door: Door): void;
}

/** Ways to fail at once, without an answer that only the effect could give. */
const failsAtOnce: readonly string[] = ['reset', 'hang', 'status'];

export function createFaults(): Faults {
  let planned: { fault: Fault; left: number }[] = [];
  const sides = new Map<Side, { calls: readonly string[]; door: Door }>();
  return {
    plan(fault) {
      const guarded = sides.get(fault.side);
      if (fault.how === 'refused') {
        guarded?.door.shut(fault.ms);
        return;
      }
      if (guarded && !guarded.calls.includes(fault.call)) {
        throw new Error(
          `fault: ${fault.side} has no call '${fault.call}'. There is: ${guarded.calls.join(', ')}.`,
        );
      }
      if (fault.when === 'late' && !failsAtOnce.includes(fault.how)) {
        throw new Error(`fault: late goes with ${failsAtOnce.join(', ')}, not with '${fault.how}'.`);
      }
      planned.push({ fault, left: fault.times ?? 1 });
    },
    take(side, call) {
      const hit = planned.find(({ fault }) => fault.side === side && fault.call === call);
      if (!hit) return undefined;
      hit.left -= 1;
      planned = planned.filter(({ left }) => left > 0);
      return hit.fault;
    },
    planned: () => planned.map(({ fault, left }) => ({ ...fault, times: left })),
    async clear() {
      planned = [];
      await Promise.all([...sides.values()].map(({ door }) => door.open()));
    },
    guard(side, calls, door) {
      sides.set(side, { calls, door });
    },
  };
}

/** Whether a call under this fault runs, now or after its wait, and not late. */
export function takesEffect({ when, how }: Fault): boolean {
  return when === 'after' || (when === 'before' && how === 'slow');
}
