import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Poll, pollIntervals } from '../core/due/due-entries.js';
import type { Timings } from '../core/due/timings.js';
import type { Due } from '../ports/due.js';
import type { DeskIncident } from './silence.js';

/** A poll is late when this many of its intervals passed without one that ended well; a budget makes them 5 times longer. */
const lateAfter = 10;

interface Health {
  /** From now on a poll of a desk has to end well time and again. */
  expect(desk: string, poll: Poll): void;
  /** A poll ended well here. */
  pollDone(desk: string, poll: Poll): void;
  /** What is wrong now, a line each; nothing when all is well. */
  problems(): Promise<readonly string[]>;
  /** What is wrong with one desk alone and no start of the program repairs, a line each. */
  notes(): Promise<readonly string[]>;
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
  incidents: () => Promise<readonly DeskIncident[]> = async () => [],
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
      const wrongAfterMs = lateAfter * timings[pollIntervals[poll]];
      const said = `${desk}: ${poll} not read since ${new Date(at).toISOString()}`;
      if (now() - at > wrongAfterMs) return [said];
      // What is due stands as far ahead: a start brings it back.
      if (at - now() > wrongAfterMs) return [`${said}, which is still to come. Start the desk again.`];
      return [];
    });
  }

  return {
    expect: note,
    pollDone(desk, poll) {
      note(desk, poll);
      // Of a store that is away the others hear with the next poll.
      desks
        .get(desk)
        ?.due.polled(poll, now())
        .catch(() => {});
    },
    problems: async () => {
      const late = await Promise.all([...known].map(([desk, polls]) => lateOf(desk, polls)));
      const found = (await incidents()).filter(({ isNote }) => !isNote);
      const isExplained = (line: string) =>
        found.some(({ desk, look }) => line.startsWith(`${desk}: ${look} `));
      return [
        ...others(),
        ...found.map(({ line }) => line),
        ...late.flat().filter((line) => !isExplained(line)),
      ];
    },
    notes: async () => (await incidents()).filter(({ isNote }) => isNote).map(({ line }) => line),
  };
}

/**
 * Serves `/healthz` (and `/`, as before): 200 `ok`, or 503 with what is wrong, which names no host and no secret. Notes
 * follow in either: with them alone it stays 200, so that no supervisor starts all desks again for one. Nothing else is
 * served. Rejects when the port can't be used. `url` is where to ask.
 */
export async function serveHealth(
  health: Pick<Health, 'problems'> & Partial<Pick<Health, 'notes'>>,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer(async ({ method = '', url = '' }, response) => {
    const answer = (status: number, text: string, headers: Readonly<Record<string, string>> = {}) => {
      response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', ...headers });
      response.end(method === 'HEAD' ? '' : `${text}\n`);
    };
    if (!paths.includes(url.split('?', 1)[0] ?? '')) return answer(404, 'Ask /healthz.');
    if (method !== 'GET' && method !== 'HEAD') return answer(405, 'Ask by GET.', { allow: 'GET, HEAD' });
    const problems = await health.problems();
    const notes = (await health.notes?.()) ?? [];
    answer(
      problems.length === 0 ? 200 : 503,
      [...(problems.length === 0 ? ['ok'] : problems), ...notes].join('\n'),
    );
  });
  await new Promise<void>((resolve, reject) => {
    const refused = ({ message }: Error) =>
      reject(new Error(`HEALTH_PORT ${port} at HEALTH_HOST ${host} can't be used: ${message}`));
    server.once('error', refused);
    server.listen(port, host, resolve);
  });
  const { address, family, port: bound } = server.address() as AddressInfo;
  return {
    url: `http://${family === 'IPv6' ? `[${address}]` : address}:${bound}/healthz`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const paths = ['/healthz', '/'];
