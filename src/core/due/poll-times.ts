import { secondMs } from '../durations.js';
import { type Poll, polls } from './due-entries.js';

/** A desk's place among the desks of one program: `nth`, from 0, `of` so many. */
export interface Turn {
  readonly nth: number;
  readonly of: number;
}

/** The golden ratio: its multiples leave no two kinds of polls of different desks at the same moment. */
const kindsApart = 0.618;

/**
 * When a poll is made again (Unix ms): at its desk's turn within the interval (ms), which comes at most an interval from now. So the
 * polls of many desks are spread evenly, however they began. A desk alone polls an interval from now.
 */
export function nextPollAt(now: number, intervalMs: number, poll: Poll, turn?: Turn): number {
  const latest = now + intervalMs;
  if (!turn || turn.of < 2) return latest;
  const share = (turn.nth / turn.of + polls.indexOf(poll) * kindsApart) % 1;
  return latest - Math.floor((latest - share * intervalMs) % intervalMs);
}

/**
 * One desk after the other asks Slack first who is there (ms): in a minute it takes fifty such questions about channels, and a
 * hundred about people.
 */
const firstAskedMs = 4 * secondMs;

/** How long after the start of a desk that has no polls yet a poll is made first (ms). */
export function firstPollMs(poll: Poll, outlookAfterMs: number, turn?: Turn): number {
  const asks = poll === 'colleagues' || poll === 'outlook';
  const asksAfterMs = asks && turn ? turn.nth * firstAskedMs : 0;
  return poll === 'outlook' ? outlookAfterMs + asksAfterMs : asksAfterMs;
}
