import type { DeskConfig } from '../config/desk-file.js';
import type { Env } from '../config/env.js';
import { createRotaFeed } from '../config/rota-feed.js';
import { timings } from '../core/timings.js';
import { peopleFindings } from '../flows/people.js';
import type { Logger } from '../log.js';
import { type Check, examine } from '../ops/doctor.js';
import { backgroundClient, createBoard } from '../slack/board.js';

/** Looks at each desk from outside, over Slack and its calendar; needs no Redis and changes nothing. */
export async function examineDesks(
  { env, desks }: { readonly env: Env; readonly desks: readonly DeskConfig[] },
  log: Logger,
): Promise<ReadonlyMap<string, readonly Check[]>> {
  const clock = { now: () => Date.now(), monotonic: () => performance.now() };
  const client = backgroundClient(env.slack, timings.slackCallMs, log);
  const checks = new Map<string, readonly Check[]>();
  for (const desk of desks) {
    const board = createBoard(client, () => desk, clock);
    const feed = desk.feed ? { feed: createRotaFeed(desk.feed) } : {};
    const patient = { desk, board, people: () => peopleFindings({ board, desk }), ...feed };
    checks.set(desk.id, await examine(patient, clock.now()));
  }
  return checks;
}
