import type { Desk, Speaking } from '../desk/desk.js';
import type { Topic } from '../post/topic.js';
import { dutiesBetween, gaps } from '../rota/duty.js';
import { localDay, localTime } from '../rota/local-time.js';
import { afterOpenTime } from '../rota/open-hours.js';
import type { Rota } from '../rota/rota.js';
import { lengthMs, type Span } from '../rota/spans.js';
import { moment } from '../sentences/phrases.js';
import { dayText } from '../sentences/rota-lines.js';
import { say } from '../words/words.js';
import type { DeskFinding } from './findings.js';

const DAY_MS = 86_400_000;
/** What begins at the end of a window is followed so much further. */
const BEYOND_MS = 14 * DAY_MS;

/** Standards that no shift can keep: posts that come when nobody is on shift until they should be answered. */
export function unmetTargets(desk: Speaking & Pick<Desk, 'responseTargets'>, window: Span): DeskFinding[] {
  const { rota, responseTargets, words } = desk;
  const runs = unattended(rota, { ...window, toMs: window.toMs + BEYOND_MS });
  const topics: readonly Topic[] = ['question', 'complaint', 'praise', 'other'];
  return topics.flatMap((topic) => {
    const waitMs = responseTargets[topic];
    if (waitMs === undefined) return [];
    return runs
      .filter((run) => lengthMs(run) >= waitMs)
      .flatMap(([first]) => first ?? [])
      .filter(({ fromMs }) => fromMs < window.toMs)
      .map(({ fromMs }) => {
        const by = afterOpenTime(rota, fromMs, waitMs) ?? fromMs;
        // Said of the future, so no day is today.
        const time = moment(desk, by, fromMs - 2 * DAY_MS);
        return {
          key: `standard ${topic} ${localDay(rota, fromMs).weekday} ${localTime(rota, fromMs)}`,
          said: say(words, 'finding.standard', {
            topic: say(words, `finding.standard-${topic}`),
            when: say(words, 'rota.on', { day: dayText(desk, fromMs), hours: localTime(rota, fromMs) }),
            time,
          }),
        };
      });
  });
}

/** Open time in which nobody is on shift, together where nobody comes on in between, whether open or closed. */
function unattended(rota: Rota, { fromMs, toMs }: Span): Span[][] {
  const runs: Span[][] = [];
  for (const gap of gaps(rota, fromMs, toMs)) {
    const last = runs.at(-1)?.at(-1);
    const goesOn = last && dutiesBetween(rota, last.toMs, gap.fromMs + 1).length === 0;
    if (goesOn) runs.at(-1)?.push(gap);
    else runs.push([gap]);
  }
  return runs;
}
