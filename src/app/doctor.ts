import { createRotaFeed } from '../config/calendar/rota-feed.js';
import type { DeskConfig } from '../config/desk-file.js';
import type { Env } from '../config/env.js';
import { timings } from '../core/due/timings.js';
import { peopleFindings } from '../flows/team/outlook.js';
import type { Logger } from '../log.js';
import { type Check, examine } from '../ops/doctor.js';
import { createBoard } from '../slack/board/board.js';
import { backgroundClient } from '../slack/connect/client.js';
import { createNetwork } from '../x/client.js';

/** Looks at each desk from outside, over Slack, X and its calendar; needs no Redis and changes nothing. X bills one look at our own account. */
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
    const secrets = env.x.secrets[desk.account.secrets];
    if (!secrets) throw new RangeError(`No secrets '${desk.account.secrets}' for desk '${desk.id}'.`);
    const network = createNetwork({
      credentials: secrets,
      handle: desk.account.handle,
      ...(env.x.apiUrl ? { origin: env.x.apiUrl } : {}),
      timings,
      now: clock.now,
    });
    const patient = { desk, board, network, people: () => peopleFindings({ board, desk }), ...feed };
    checks.set(desk.id, await examine(patient, clock.now()));
  }
  return checks;
}
