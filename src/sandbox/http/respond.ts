import type { ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { SandboxClock } from '../world/clock.js';
import { type Fault, takesEffect } from '../world/faults.js';
import { type Answer, encode, send } from './http.js';

/** What waits, and until when: late effects by the sandbox's clock, wire times by the machine's. */
interface Within {
  readonly clock: SandboxClock;
  readonly ended: AbortSignal;
}

const overloaded: Answer = { status: 503, body: '<html><body>Over capacity</body></html>' };

/** Runs a call and answers it, or fails it the way `fault` says. `effect` must be the whole effect of the call. */
export async function respond(
  response: ServerResponse,
  fault: Fault | undefined,
  effect: () => Answer | Promise<Answer>,
  { clock, ended }: Within,
): Promise<void> {
  if (!fault) return send(response, await effect());
  if (fault.when === 'late') {
    void clock.reaches(clock.now() + (fault.lateMs ?? 1000), ended).then(effect);
  }
  const wait = (ms: number) => delay(ms, undefined, { ref: false, signal: ended });
  if (fault.how === 'slow' && fault.when === 'before') await wait(fault.ms ?? 1000);
  const answer = takesEffect(fault) ? await effect() : overloaded;
  switch (fault.how) {
    case 'reset':
      response.destroy();
      return;
    case 'hang':
      return;
    case 'status':
      return send(response, {
        status: fault.status ?? overloaded.status,
        headers: fault.headers ?? {},
        body: fault.body ?? overloaded.body,
      });
    case 'slow':
      if (fault.when === 'after') await wait(fault.ms ?? 1000);
      return send(response, answer);
    case 'trickle':
      return trickle(response, answer, () => wait(fault.ms ?? 100));
    case 'cut':
      return cut(response, answer);
  }
}

async function trickle(response: ServerResponse, answer: Answer, pause: () => Promise<void>): Promise<void> {
  const { payload, headers } = encode(answer);
  response.writeHead(answer.status, headers);
  for (const byte of payload) {
    if (response.destroyed) return;
    response.write(Buffer.of(byte));
    await pause();
  }
  response.end();
}

function cut(response: ServerResponse, answer: Answer): void {
  const { payload, headers } = encode(answer);
  response.writeHead(answer.status, headers);
  response.write(payload.subarray(0, payload.length >> 1), () => response.destroy());
}
