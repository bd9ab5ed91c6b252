import { feedFinding } from '../../core/doctor/findings.js';
import { dayMs } from '../../core/durations.js';
import { panelId } from '../../core/ids.js';
import { momentText } from '../../core/sentences/phrases.js';
import { say } from '../../core/words/words.js';
import { FeedDown } from '../../errors.js';
import type { Ports } from '../../ports.js';
import { announce } from '../tell/announce.js';
import { tellFindings } from '../tell/tell-findings.js';

/** How far back and ahead the desk ever looks at its rota (ms). */
const backMs = 15 * dayMs;
const aheadMs = 75 * dayMs;

/**
 * Reads the rota that is kept elsewhere. While it can't be read the last copy holds; that is said once it has been so
 * for a while, and once more when it is over.
 */
export async function watchRota(
  ports: Pick<Ports, 'clock' | 'snapshots' | 'desk' | 'due' | 'feed' | 'panels' | 'settings' | 'timings'>,
): Promise<void> {
  const { clock, snapshots, desk, due, feed, timings } = ports;
  const now = clock.now();
  const again = (ms: number) => due.put({ job: 'poll', id: 'rota', at: now + ms });
  // An earlier desk.yaml had a calendar, and this poll is left of it.
  if (!feed) return again(timings.pollOutlookMs);
  // Names are those of the channel's members, once they are known.
  const isStaffKnown = desk.membership === 'list' || (await snapshots.get('colleagues')) !== undefined;
  if (!isStaffKnown) return again(timings.readRetryMs);
  const last = await snapshots.get('dated');
  try {
    const { shifts, problems } = await feed.read(desk.rota, { fromMs: now - backMs, toMs: now + aheadMs });
    await snapshots.save('dated', shifts, now);
    await sayBack(ports, last?.at);
    await tellFindings(
      ports,
      problems.map((problem) => feedFinding(desk, problem)),
    );
  } catch (fault) {
    if (!(fault instanceof FeedDown)) throw fault;
    const isOld = !last || now - last.at >= timings.rotaStaleMs;
    if (isOld) await sayDown(ports, fault, last?.at);
  }
  await again(timings.pollRotaMs);
}

type Telling = Pick<Ports, 'clock' | 'desk' | 'feed' | 'panels'>;

/** Names the outage after one good copy, whose beginning and end are told once each. */
const keyOf = (lastAt: number | undefined) => `rota-down-${lastAt ?? 'never'}`;

async function sayDown(ports: Telling, { where, why }: FeedDown, lastAt: number | undefined): Promise<void> {
  const { clock, desk } = ports;
  const text =
    lastAt === undefined
      ? say(desk.words, 'rota.feed-never', { where, why })
      : say(desk.words, 'rota.feed-down', { where, why, time: momentText(desk, lastAt, clock.now()) });
  await announce(ports, keyOf(lastAt), text);
}

async function sayBack(ports: Telling, lastAt: number | undefined): Promise<void> {
  const { desk, feed, panels } = ports;
  const wasSaid = await panels.get(panelId(`notice-${keyOf(lastAt)}`));
  if (!wasSaid || !feed) return;
  await announce(
    ports,
    keyOf(lastAt).replace('down', 'back'),
    say(desk.words, 'rota.feed-back', { where: feed.where }),
  );
}
