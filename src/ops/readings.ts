import type { CardState } from '../core/card/card.js';
import { type Look, looks } from '../core/desk/outages.js';
import { openTimeOf } from '../core/desk/policy.js';
import { type Poll, pollIntervals } from '../core/due/due-entries.js';
import { secondMs } from '../core/durations.js';
import { openTimeBetween } from '../core/rota/open-hours.js';
import { isStorageFault, undefinedIf } from '../errors.js';
import type { Ports } from '../ports.js';

/** What is measured when somebody asks for it. */
export interface Reading {
  /** Without those whose store is away. */
  readonly desks: readonly DeskReading[];
  /** What this month has cost the desks that share a budget; undefined where none is shared. */
  readonly together?: Together | undefined;
  /** Jobs of the queue by their state; undefined while the store is away. */
  readonly jobs: Readonly<Record<string, number>> | undefined;
  /** Of this process; undefined where it has none. */
  readonly slackConnections: number | undefined;
  /** How many things are wrong for longer, as this process knows it. */
  readonly problems: number;
  /** The last press, form or command that Slack sent to this process (Unix ms by the machine's clock). */
  readonly lastPress: LastPress | undefined;
}

interface Together {
  readonly budgetUsd: number;
  readonly costMicroUsd: number;
}

export interface LastPress {
  readonly at: number;
  readonly isAnswered: boolean;
}

/** A desk, or its private side, in figures. The bill, the pause and the refusals of both are those of the desk. */
export interface DeskReading {
  readonly desk: string;
  readonly cards: Readonly<Record<CardState, number>>;
  /** How many opening hours (ms) the oldest question without an answer has waited; 0 for none. */
  readonly oldestQuestionOpenMs: number;
  /** And in how many it should be answered (ms); undefined where questions have no standard. */
  readonly targetOpenMs: number | undefined;
  readonly costMicroUsd?: number;
  readonly budgetUsd?: number;
  readonly isPaused?: boolean;
  /** What it has not reached for so long that people are told. */
  readonly refusals: readonly Look[];
  readonly polls: readonly PollReading[];
}

interface PollReading {
  readonly poll: Poll;
  /** How long ago it last ended well, in any process; one that never did is as old as this process (ms). */
  readonly ageMs: number;
  readonly isSeen: boolean;
  /** How often it runs (ms). */
  readonly intervalMs: number;
}

type ReadDesk = Pick<
  Ports,
  'cards' | 'clock' | 'desk' | 'due' | 'inPublic' | 'ledger' | 'settings' | 'timings'
>;

/**
 * Reads a desk from indexes and single documents, whatever the number of its cards; undefined while the store is away.
 * `polls` are those that it should run. `begunAt` is when this process began, and `now` the machine's clock, as for all
 * times of polls (Unix ms).
 */
export async function readDesk(
  { cards, clock, desk, due, inPublic, ledger, settings, timings }: ReadDesk,
  polls: readonly Poll[],
  begunAt: number,
  now: number,
): Promise<DeskReading | undefined> {
  const at = clock.now();
  const found = await Promise.all([
    cards.counts(),
    due.polledAt(),
    ...(inPublic ? [] : ([ledger.month(at), settings.get()] as const)),
  ]).catch(undefinedIf(isStorageFault));
  if (!found) return undefined;
  const [{ states, oldestQuestionAt: asked = at }, polled, bill, set] = found;
  const target = desk.responseTargets.question;
  return {
    desk: desk.id,
    cards: states,
    oldestQuestionOpenMs: openTimeBetween(desk.rota, asked, at),
    targetOpenMs: target === undefined ? undefined : openTimeOf(target, desk.rota, asked),
    ...(bill && desk.network.prices && { costMicroUsd: bill.microUsd }),
    ...(bill && desk.budget && { budgetUsd: desk.budget.monthlyUsd }),
    ...(set && { isPaused: set.pause !== undefined }),
    refusals: looks.filter((look) => (set?.failing?.[look]?.incidentAt ?? Number.POSITIVE_INFINITY) <= at),
    polls: polls.map((poll) => ({
      poll,
      isSeen: polled.has(poll),
      ageMs: Math.max(0, now - (polled.get(poll) ?? begunAt)),
      intervalMs: timings[pollIntervals[poll]],
    })),
  };
}

/** What this month has cost the desks among these that share a budget; undefined without one, or while the store is away. */
export async function readTogether(
  desks: Iterable<Pick<Ports, 'clock' | 'desk' | 'ledger'>>,
): Promise<Together | undefined> {
  const sharing = [...desks].find(({ desk }) => desk.budgetTogether);
  if (!sharing?.desk.budgetTogether) return undefined;
  const { monthlyUsd } = sharing.desk.budgetTogether;
  const bill = await sharing.ledger.monthTogether(sharing.clock.now()).catch(undefinedIf(isStorageFault));
  return bill && { budgetUsd: monthlyUsd, costMicroUsd: bill.microUsd };
}

/** How it stands, a line each: when each desk last read what, this process's connections to Slack, and its last press. */
export function factsOf({ desks, lastPress, slackConnections }: Reading, now: number): readonly string[] {
  const ago = (ms: number) => `${Math.round(ms / secondMs)} s ago`;
  const reads = desks.map(({ desk, polls }) => {
    const each = polls.map(({ poll, ageMs, isSeen }) => `${poll} ${isSeen ? ago(ageMs) : 'not yet'}`);
    return `${desk}: read ${each.join(', ')}`;
  });
  if (slackConnections === undefined) return reads;
  const press = lastPress
    ? `last press ${lastPress.isAnswered ? 'answered' : 'not answered'}, ${ago(now - lastPress.at)}`
    : 'no press since the start';
  return [...reads, `Slack: ${slackConnections} connections, ${press}`];
}
