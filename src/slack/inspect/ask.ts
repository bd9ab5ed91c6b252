import { setTimeout as delay } from 'node:timers/promises';
import { minuteMs } from '../../core/durations.js';
import { wellFormed } from '../../core/one-line.js';
import { Busy } from '../../errors.js';
import { slackFault } from '../connect/faults.js';

/** A question to Slack's Web API: its answer, or a fault of `errors.ts` that names the `method`. */
export async function ask<T>(method: string, run: () => Promise<T>): Promise<T> {
  try {
    return wellFormed(await run());
  } catch (error) {
    throw slackFault(error, method, Date.now());
  }
}

/** How long one question waits for Slack altogether (ms): its limits are by the minute. */
const longestWaitMs = minuteMs;

/** The same, but when Slack asks to wait it waits, as after a hundred people or two messages in one second. */
export async function askPatiently<T>(method: string, run: () => Promise<T>): Promise<T> {
  const endsAt = Date.now() + longestWaitMs;
  for (;;) {
    try {
      return await ask(method, run);
    } catch (fault) {
      if (!(fault instanceof Busy) || fault.retryAt > endsAt) throw fault;
      await delay(Math.max(0, fault.retryAt - Date.now()));
    }
  }
}
