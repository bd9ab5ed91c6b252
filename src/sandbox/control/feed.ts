import type { ServerResponse } from 'node:http';
import type { Sight, World } from '../world/world.js';

/** Changes are sent this soon, and those of the same moment together. */
const togetherMs = 20;
/** How often to look for changes without an entry in the journal: the time, the bot's calendar. */
const lookEveryMs = 1000;

export interface Feed {
  /** Sends everything there is to see, and from then on what changes, until the reader goes. */
  open(response: ServerResponse): void;
  /** Looks soon whether anything changed. */
  look(): void;
  close(): void;
}

/**
 * What the sandboxes hold, as Server-Sent Events for whoever draws it: `{now, whole?, changed: {key: seen}, gone: [key]}`.
 * The first event is `whole`. Costs nothing while nobody reads.
 */
export function createFeed(
  { journal, clock }: Pick<World, 'journal' | 'clock'>,
  sights: () => readonly Sight[],
): Feed {
  const readers = new Set<ServerResponse>();
  let last = new Map<string, string>();
  let soon: NodeJS.Timeout | undefined;
  let unwatch: (() => void) | undefined;
  let every: NodeJS.Timeout | undefined;

  const write = (reader: ServerResponse, changed: readonly (readonly [string, string])[], more: string) =>
    void reader.write(
      `data: {"now":${clock.now()},"changed":{${changed.map(([key, seen]) => `${JSON.stringify(key)}:${seen}`).join(',')}}${more}}\n\n`,
    );

  function tell(): void {
    soon = undefined;
    const now = seenNow(sights());
    const changed = [...now].filter(([key, seen]) => last.get(key) !== seen);
    const gone = [...last.keys()].filter((key) => !now.has(key));
    last = now;
    for (const reader of readers) write(reader, changed, `,"gone":${JSON.stringify(gone)}`);
  }
  const look = () => {
    if (readers.size > 0) soon ??= setTimeout(tell, togetherMs).unref();
  };
  const leave = (reader: ServerResponse) => {
    readers.delete(reader);
    if (readers.size > 0) return;
    unwatch?.();
    unwatch = undefined;
    clearInterval(every);
  };

  return {
    look,
    open(response) {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      if (readers.size === 0) {
        unwatch = journal.watch(look);
        every = setInterval(look, lookEveryMs).unref();
        last = seenNow(sights());
      } else {
        tell();
      }
      readers.add(response);
      response.on('close', () => leave(response));
      write(response, [...last], ',"gone":[],"whole":true');
    },
    close() {
      clearTimeout(soon);
      for (const reader of [...readers]) leave(reader);
    },
  };
}

function seenNow(sights: readonly Sight[]): Map<string, string> {
  return new Map(sights.map(([key, seen]) => [key, JSON.stringify(seen ?? null)]));
}
