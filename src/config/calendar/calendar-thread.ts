import { once } from 'node:events';
import { Worker, type WorkerOptions } from 'node:worker_threads';
import type { FeedReading } from '../../core/rota/feed.js';
import type { Rota } from '../../core/rota/rota.js';
import type { Span } from '../../core/rota/spans.js';
import type { Answer, Task } from './calendar-worker.js';
import { Unreadable } from './unreadable.js';

/** Some 150 MB are what a calendar of 2 MB needs. */
const mostMemoryMb = 384;

/**
 * Reads a calendar in a thread of its own, so that this one goes on answering people whatever stands in the calendar.
 * The thread is ended at the deadline. Throws Unreadable.
 */
export async function readInThread(
  text: string,
  { timeZone, staff }: Pick<Rota, 'timeZone' | 'staff'>,
  window: Span,
  deadlineMs: number,
): Promise<FeedReading> {
  const worker = startWorker({ resourceLimits: { maxOldGenerationSizeMb: mostMemoryMb } });
  try {
    // The start is not counted: no calendar makes it longer, and a busy machine does.
    await once(worker, 'message');
    const task: Task = { text, timeZone, staff, window };
    worker.postMessage(task);
    const signal = AbortSignal.timeout(deadlineMs);
    const [answer] = (await once(worker, 'message', { signal })) as [Answer];
    if ('why' in answer) throw new Unreadable(answer.why);
    return answer.reading;
  } catch (fault) {
    const { name, code } = fault as NodeJS.ErrnoException;
    if (name === 'AbortError') throw new Unreadable('it takes too long to read');
    if (code === 'ERR_WORKER_OUT_OF_MEMORY') throw new Unreadable('it takes too much memory to read');
    throw fault;
  } finally {
    await worker.terminate();
  }
}

/** Starting takes about 0.1 s; about 0.3 s from TypeScript (tests, the demo), which the thread translates first. */
function startWorker(options: WorkerOptions): Worker {
  if (!import.meta.url.endsWith('.ts')) {
    return new Worker(new URL('./calendar-worker.js', import.meta.url), options);
  }
  const tsx = new URL('../../../scripts/tsx-in-threads.mjs', import.meta.url);
  const execArgv = ['--import', tsx.href];
  return new Worker(new URL('./calendar-worker.ts', import.meta.url), { ...options, execArgv });
}
