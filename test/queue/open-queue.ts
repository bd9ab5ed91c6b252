import type { Queue } from 'bullmq';
import { pino } from 'pino';
import { createQueue } from '../../src/queue/queue.js';
import { connectQueue } from '../../src/store/redis.js';
import { aPrefix, type OpenStore, openStore, redisUrl, silent } from '../store/open-store.js';

export interface OpenQueue {
  readonly prefix: string;
  readonly queue: Queue;
  readonly store: OpenStore;
  /** A further connection, as another process has it; closed with the rest. */
  connect(): ReturnType<typeof connectQueue>;
  close(): Promise<void>;
}

/** A queue and a store of a prefix of their own. */
export async function openQueue(): Promise<OpenQueue> {
  const prefix = aPrefix();
  const store = await openStore(prefix);
  const connections: ReturnType<typeof connectQueue>[] = [];
  const connect = () => {
    const connection = connectQueue(redisUrl(), silent);
    connections.push(connection);
    return connection;
  };
  const queue = createQueue(connect(), prefix, silent);
  return {
    prefix,
    queue,
    store,
    connect,
    close: async () => {
      await queue.obliterate({ force: true });
      await queue.close();
      for (const connection of connections) connection.disconnect();
      await store.close();
    },
  };
}

/** A log that keeps its lines. */
export function keptLog() {
  const lines: Record<string, unknown>[] = [];
  return {
    lines,
    log: pino({ base: null }, { write: (line: string) => lines.push(JSON.parse(line)) }),
    /**
     * The messages of the log but for decisions and first polls, which are said of all that goes well; the tests' own Redis need
     * not outlive a power cut, so its warning is left out.
     */
    said: () =>
      lines
        .filter(({ action, everyMs }) => action === undefined && everyMs === undefined)
        .filter(({ level, msg }) => Number(level) >= 30 && !String(msg).includes('(appendfsync no)'))
        .map(({ msg }) => msg),
  };
}
