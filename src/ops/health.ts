import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { intervals, type Poll } from '../core/due/due-entries.js';
import type { Timings } from '../core/due/timings.js';
import type { Due } from '../ports.js';

/** A poll is late when this many of its intervals passed without one that ended well; a budget makes them 5 times longer. */
const lateAfter = 10;

export interface Health {
  /** From now on a poll of a desk has to end well time and again. */
  expect(desk: string, poll: Poll): void;
  /** A poll ended well here. */
  polled(desk: string, poll: Poll): void;
  /** What is wrong now, a line each; nothing when all is well. */
  problems(): Promise<readonly string[]>;
}

/**
 * Health is "the last poll finished", by the machine's own clock: a worker can look alive and take no jobs. Which of several
 * workers gets a poll is chance: one that another ended counts as well. While the store can't say, only our own do.
 */
export function createHealth(
  timings: Timings,
  desks: ReadonlyMap<string, { readonly due: Pick<Due, 'polled' | 'polledAt'> }>,
  others: () => readonly string[] = () => [],
  now: () => number = Date.now,
): Health {
  const known = new Map<string, Map<Poll, number>>();
  const note = (desk: string, poll: Poll) => {
    const polls = known.get(desk) ?? new Map<Poll, number>();
    known.set(desk, polls.set(poll, now()));
  };

  async function lateOf(desk: string, polls: ReadonlyMap<Poll, number>): Promise<readonly string[]> {
    const anywhere = await desks
      .get(desk)
      ?.due.polledAt()
      .catch(() => undefined);
    return [...polls].flatMap(([poll, here]) => {
      const at = Math.max(here, anywhere?.get(poll) ?? here);
      const wrongAfterMs = lateAfter * timings[intervals[poll]];
      const said = `${desk}: ${poll} not read since ${new Date(at).toISOString()}`;
      if (now() - at > wrongAfterMs) return [said];
      // What is due stands as far ahead: a start brings it back.
      if (at - now() > wrongAfterMs) return [`${said}, which is still to come. Start the desk again.`];
      return [];
    });
  }

  return {
    expect: note,
    polled(desk, poll) {
      note(desk, poll);
      // Of a store that is away the others hear with the next poll.
      desks
        .get(desk)
        ?.due.polled(poll, now())
        .catch(() => {});
    },
    problems: async () => {
      const late = await Promise.all([...known].map(([desk, polls]) => lateOf(desk, polls)));
      return [...others(), ...late.flat()];
    },
  };
}

/** Any address on the port answers 200 `ok`, or 503 with what is wrong. */
export async function serveHealth(
  health: Health,
  port: number,
): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer(async (_request, response) => {
    const problems = await health.problems();
    response.writeHead(problems.length === 0 ? 200 : 503, { 'content-type': 'text/plain; charset=utf-8' });
    response.end(`${problems.length === 0 ? 'ok' : problems.join('\n')}\n`);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(new Error(`HEALTH_PORT ${port} can't be used: ${error.message}`)));
    server.listen(port, resolve);
  });
  const { port: bound } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${bound}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
