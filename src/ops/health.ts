import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Poll } from '../core/due-entries.js';
import type { Timings } from '../core/timings.js';

/** A poll is late when this many of its intervals passed without one that ended well; a budget makes them 5 times longer. */
const lateAfter = 10;

const everyMs: Record<Poll, keyof Timings> = {
  mentions: 'pollMentionsMs',
  followers: 'pollFollowersMs',
  'own-posts': 'pollOwnPostsMs',
  recheck: 'recheckMs',
  colleagues: 'pollColleaguesMs',
  rota: 'pollRotaMs',
  outlook: 'pollOutlookMs',
  shifts: 'pollShiftsMs',
};

export interface Health {
  /** From now on a poll has to end well time and again. */
  expect(desk: string, poll: Poll): void;
  /** A poll ended well. */
  polled(desk: string, poll: Poll): void;
  /** What is wrong now, a line each; nothing when all is well. */
  problems(): readonly string[];
}

/** Health is "the last poll finished", by the machine's own clock: a worker can look alive and take no jobs. */
export function createHealth(
  timings: Timings,
  others: () => readonly string[] = () => [],
  now: () => number = Date.now,
): Health {
  const polls = new Map<string, { at: number; everyMs: number }>();
  const begin = (desk: string, poll: Poll) => {
    polls.set(`${desk}: ${poll}`, { at: now(), everyMs: Number(timings[everyMs[poll]]) });
  };
  return {
    expect: begin,
    polled: begin,
    problems: () => [
      ...others(),
      ...[...polls]
        .filter(([, poll]) => now() - poll.at > lateAfter * poll.everyMs)
        .map(([name, { at }]) => `${name} not read since ${new Date(at).toISOString()}`),
    ],
  };
}

/** Any address on the port answers 200 `ok`, or 503 with what is wrong. */
export async function serveHealth(
  health: Health,
  port: number,
): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer((_request, response) => {
    const problems = health.problems();
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
