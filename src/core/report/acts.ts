import { isGathered } from '../board/gathered.js';
import type { ReportedKind, ReportedOutcome, ReportPeriod, Slipped } from '../board/report.js';
import type { OpeningUse } from '../card/answered.js';
import type { Act, Answer, Card } from '../card/card.js';
import { isWritten } from '../card/select.js';
import type { Desk } from '../desk/desk.js';
import { openTimeOf } from '../desk/policy.js';
import type { PostId } from '../ids.js';
import { type Weekday, weekdays, zoned } from '../rota/local-time.js';
import { remembered } from '../rota/remembered.js';
import type { OpenClock } from './open-clock.js';

/** What a report counts of one act. */
export interface ReportedAct {
  readonly kind: ReportedKind;
  readonly at: number;
  /** When that was on the desk's wall clock. */
  readonly weekday: Weekday;
  readonly hour: number;
  readonly outcome: ReportedOutcome;
  /** How long a post waited in open hours (ms), until it was answered or until now. */
  readonly waitedMs: number;
  /** Whether it waited past the standard; undefined where none holds, or it is not known yet. */
  readonly isLate?: boolean;
  /** Where it stands, for all who may read it. */
  readonly post?: PostId;
}

/** What the time to answer is counted by. */
export interface Counting {
  readonly desk: Pick<Desk, 'responseTargets' | 'rota'>;
  readonly period: ReportPeriod;
  readonly clock: OpenClock;
  readonly now: number;
}

/** What people did on a card in a period, by the clock of the deadlines. A hello is nobody's act. */
export const actsOf = (card: Card, counting: Counting): readonly ReportedAct[] =>
  card.acts.flatMap((act) => (isIn(counting.period, act.at) ? (actOf(card, act, counting) ?? []) : []));

const isIn = ({ fromMs, toMs }: ReportPeriod, at: number): boolean => at >= fromMs && at < toMs;

function actOf(card: Card, act: Act, { desk, clock, now }: Counting): ReportedAct | undefined {
  if (act.kind === 'hello') return undefined;
  const { at } = act;
  const answer = act.answered ? answerTo(card, act) : undefined;
  const outcome = outcomeOf(card, act, answer);
  const { dayOfWeek, hour } = zoned(desk.rota.timeZone, at);
  const when = { at, hour, weekday: weekdays[dayOfWeek - 1] ?? 'mon' };
  if (!isWritten(act)) return { kind: act.kind, ...when, outcome, waitedMs: 0 };
  const { stops = [], waitsFrom = at } = card.clock ?? {};
  const until = answer?.at ?? now;
  // Where it was answered before the card began to wait again, its own time counts.
  const from = waitsFrom <= until ? Math.max(at, waitsFrom) : at;
  const waitedMs = clock(from, until, stops);
  const target = desk.responseTargets[act.topic];
  const isJudged = target !== undefined && isExpected(outcome) && !isGathered(card);
  const allowed = isJudged
    ? remembered(desk.rota, [target, from, 1], () => openTimeOf(target, desk.rota, from))
    : undefined;
  const isSetAside = !answer && stops.some(({ to }) => to === undefined);
  const isPast = allowed !== undefined && waitedMs > allowed;
  const isKnown = allowed !== undefined && !isSetAside && (answer !== undefined || isPast);
  const post = act.kind === 'mention' && !act.gone ? act.versions.at(-1) : undefined;
  return {
    kind: act.kind === 'private' ? 'private' : act.topic,
    ...when,
    outcome,
    waitedMs,
    ...(isKnown ? { isLate: isPast } : {}),
    ...(post ? { post } : {}),
  };
}

/** The first answer that covers an act. */
const answerTo = ({ answers }: Card, { id }: Act): Answer | undefined =>
  answers.filter(({ covers }) => covers.includes(id)).toSorted((a, b) => a.at - b.at)[0];

function outcomeOf(card: Card, act: Act, answer: Answer | undefined): ReportedOutcome {
  if (act.kind === 'follow' && (act.answered || card.closed?.reason === 'hello')) return 'greeted';
  if (act.answered) return answer?.n === undefined ? 'by-hand' : 'in-desk';
  if (act.gone) return 'removed';
  return card.state === 'dismissed' || card.state === 'expired' ? 'left-alone' : 'waiting';
}

/** Whether an answer was due: nobody had to answer what was closed without one, or taken back. */
const isExpected = (outcome: ReportedOutcome): boolean =>
  outcome === 'in-desk' || outcome === 'by-hand' || outcome === 'waiting';

/** What became of the starters of the answers that the desk sent in a period. */
export const openingsOf = ({ answers }: Card, period: ReportPeriod): readonly OpeningUse[] =>
  answers.flatMap(({ at, opening }) => (opening && isIn(period, at) ? [opening] : []));

/** A post that waited past the standard, as a report names it. */
export const slippedOf = ({ at, kind, outcome, post, waitedMs }: ReportedAct): Slipped => ({
  at,
  topic: kind === 'follow' ? 'other' : kind,
  waitedMs,
  isAnswered: outcome !== 'waiting',
  ...(post ? { post } : {}),
});
