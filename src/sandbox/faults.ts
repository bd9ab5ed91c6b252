import type { Side } from './journal.js';

/**
 * A fault planned for the next matching call.
 *
 * `when`: *before* the call takes effect (it never does), *after* it took effect, or *late*: the answer fails at once
 * and the call takes effect `lateMs` afterwards.
 * `how`: what the caller sees. *reset* closes the socket; *hang* never answers; *status* answers `status`, `headers`
 * and `body`; *slow* waits `ms`, then gives the true answer; *trickle* sends the true answer a byte every `ms`;
 * *cut* promises the true body and closes half-way.
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

export interface Faults {
  plan(fault: Fault): void;
  /** The fault for this call, used up by one; undefined when none is planned. */
  take(side: Side, call: string): Fault | undefined;
  clear(): void;
}

export function createFaults(): Faults {
  let planned: { fault: Fault; left: number }[] = [];
  return {
    plan: (fault) => {
      planned.push({ fault, left: fault.times ?? 1 });
    },
    take(side, call) {
      const hit = planned.find(({ fault }) => fault.side === side && fault.call === call);
      if (!hit) return undefined;
      hit.left -= 1;
      planned = planned.filter(({ left }) => left > 0);
      return hit.fault;
    },
    clear: () => {
      planned = [];
    },
  };
}
