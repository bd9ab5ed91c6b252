import { parentPort } from 'node:worker_threads';
import type { FeedReading } from '../../core/rota/feed.js';
import type { StaffMember } from '../../core/rota/rota.js';
import type { Span } from '../../core/rota/spans.js';
import { readCalendar } from './calendar.js';
import { Unreadable } from './unreadable.js';

// The program of the thread that `readInThread` starts: says that it is ready, is given one calendar and answers.

export interface Task {
  readonly text: string;
  readonly timeZone: string;
  readonly staff: readonly StaffMember[];
  readonly window: Span;
}

/** The reading, or why there is none. */
export type Answer = { readonly reading: FeedReading } | { readonly why: string };

parentPort?.on('message', (task: Task) => parentPort?.postMessage(answerTo(task)));
parentPort?.postMessage('ready');

function answerTo({ text, window, ...rota }: Task): Answer {
  try {
    return { reading: readCalendar(text, rota, window) };
  } catch (fault) {
    if (fault instanceof Unreadable) return { why: fault.why };
    throw fault;
  }
}
