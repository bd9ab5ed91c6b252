import { type History, type Line, ofKind } from './history.js';
import { claimsApart, lastDraftWins } from './invariants/claims.js';
import { confidential, goneInTime } from './invariants/confidence.js';
import { cursorsOnlyAdvance, keysBounded, nothingLeft } from './invariants/leaving.js';
import {
  approved,
  ends,
  entitled,
  inTime,
  neverUnsure,
  postedOnce,
  sentIsThere,
  underWhatIsThere,
  unsureForAReason,
} from './invariants/sending.js';
import { actsShownOnce, linesOnce, nothingUntrue, slackAgrees, takenBack } from './invariants/showing.js';
import { faults, type Invariant, type Offence } from './offence.js';

/** What the networks saw, and what became of each approval. */
export const aboutSending: readonly Invariant[] = [
  postedOnce,
  approved,
  entitled,
  inTime,
  ends,
  sentIsThere,
  underWhatIsThere,
  neverUnsure,
];

const invariants: readonly Invariant[] = [
  ...aboutSending,
  unsureForAReason,
  actsShownOnce,
  linesOnce,
  slackAgrees,
  takenBack,
  nothingUntrue,
  goneInTime,
  confidential,
  claimsApart,
  lastDraftWins,
  nothingLeft,
  keysBounded,
  cursorsOnlyAdvance,
];

export interface Counts {
  readonly acts: number;
  readonly approved: number;
  readonly posted: number;
  readonly kills: number;
  readonly faults: number;
  readonly doubled: number;
  readonly lost: number;
  readonly unapproved: number;
  readonly stale: number;
  readonly stuck: number;
  readonly unsure: number;
  readonly reallyPosted: number;
}

export interface Verdict {
  readonly offences: readonly Offence[];
  readonly counts: Counts;
  /** The last line of output. */
  readonly line: string;
  /** The lines of the history that show the first offence; empty when there is none. */
  readonly story: readonly Line[];
  /** Whether there is no offence and each kind of event happened. */
  readonly passed: boolean;
}

/** Finds the offences in a history, against all invariants or those given. */
export function judge(history: History, held: readonly Invariant[] = invariants): Verdict {
  const offences = held.flatMap((holds) => holds(history)).toSorted((a, b) => a.at - b.at);
  const counts = countsOf(history, offences);
  return {
    offences,
    counts,
    line: lineOf(counts),
    story: offences[0]?.story ?? [],
    passed: offences.length === 0 && hasSeenAll(counts),
  };
}

function countsOf(history: History, offences: readonly Offence[]): Counts {
  const troubles = ofKind(history, 'trouble');
  const kills = troubles.filter(({ kind }) => kind === 'kill' || kind === 'redis-kill').length;
  // Nobody made these.
  const stalls = troubles.filter(({ kind }) => kind === 'stall').length;
  const texts = new Set(ofKind(history, 'posted').map(({ desk, text }) => `${desk} ${text}`));
  const unsure = new Set([
    ...ofKind(history, 'asked').map(({ desk, text }) => `${desk} ${text}`),
    ...ofKind(history, 'stored').flatMap(({ desk, state, reply }) =>
      state === 'unsure' && reply ? [`${desk} ${reply.text}`] : [],
    ),
  ]);
  const counted = Object.fromEntries(
    faults.map((name) => [name, offences.filter(({ fault }) => fault === name).length]),
  ) as Record<(typeof faults)[number], number>;
  return {
    acts: ofKind(history, 'acted').length,
    approved: ofKind(history, 'submitted').filter(({ led }) => led === 'going').length,
    posted: ofKind(history, 'posted').length,
    kills,
    faults: troubles.length - kills - stalls,
    ...counted,
    unsure: unsure.size,
    reallyPosted: [...unsure].filter((one) => texts.has(one)).length,
  };
}

export const hasSeenAll = ({ acts, approved, posted, kills, faults }: Counts): boolean =>
  Math.min(acts, approved, posted, kills, faults) > 0;

export function lineOf(counts: Counts): string {
  const { acts, approved, posted, kills, doubled, lost, unapproved, stale, stuck, unsure } = counts;
  return [
    `chaos: acts ${acts}, approved ${approved}, posted ${posted}, kills ${kills}, faults ${counts.faults}`,
    `doubled ${doubled}, lost ${lost}, unapproved ${unapproved}, stale ${stale}, stuck ${stuck}`,
    `unsure ${unsure} (really posted ${counts.reallyPosted})`,
  ].join(', ');
}

/** Reads the counts from a line of `lineOf`. Throws an Error for any other line. */
export function countsIn(line: string): Counts {
  const [
    acts,
    approved,
    posted,
    kills,
    faults,
    doubled,
    lost,
    unapproved,
    stale,
    stuck,
    unsure,
    reallyPosted,
  ] = line.startsWith('chaos: ') ? (line.match(/\d+/g) ?? []).map(Number) : [];
  const counts = {
    acts,
    approved,
    posted,
    kills,
    faults,
    doubled,
    lost,
    unapproved,
    stale,
    stuck,
    unsure,
    reallyPosted,
  };
  if (isWhole(counts)) return counts;
  throw new Error(`A run ended with "${line}", not with its counts.`);
}

const isWhole = (counts: Readonly<Record<keyof Counts, number | undefined>>): counts is Counts =>
  Object.values(counts).every((count) => count !== undefined);

/** The sum of the counts of several runs. */
export function sumOf(all: readonly Counts[]): Counts {
  const [first, ...rest] = all;
  if (!first) throw new RangeError('Nothing to sum.');
  return rest.reduce<Counts>(
    (sum, one) =>
      Object.fromEntries(
        Object.entries(sum).map(([name, count]) => [name, count + one[name as keyof Counts]]),
      ) as unknown as Counts,
    first,
  );
}
