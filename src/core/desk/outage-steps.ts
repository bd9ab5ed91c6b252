import { hourMs } from '../durations.js';
import {
  type FailingLook,
  type FailingLooks,
  failingOf,
  failingSince,
  graceMs,
  isNothingRead,
  looks,
  type Outage,
  type OutageSubject,
  outageSubjects,
  type Silence,
} from './outages.js';

/** What fails again within so long (ms) of an end is the same outage. */
const sameOutageMs = hourMs;

/** When what fails is an incident (Unix ms); undefined where nothing fails. */
function incidentTime(failing: FailingLooks): number | undefined {
  const times = Object.values(failing).map(({ incidentAt }) => incidentAt);
  return times.length > 0 ? Math.min(...times) : undefined;
}

/**
 * The outages at `now` (Unix ms): those that begin, change and end. `leadAt` is when the lead may be told of one that
 * begins. The same silence when nothing changes.
 */
export function stepOutages<S extends Silence>(silence: S, now: number, leadAt: number | undefined): S {
  let next = silence;
  for (const subject of outageSubjects) {
    if (subject === 'redis') continue;
    const before = silence.outages?.[subject];
    const outage = nextOutage(before, failingOf(silence, subject), now, leadAt);
    if (outage && outage !== before) next = { ...next, outages: { ...next.outages, [subject]: outage } };
  }
  return next;
}

/**
 * One outage at `now` (Unix ms), from what fails. What comes back within an hour is the same one. Another one begins only once
 * people were told that the one before is over: its line would else stay as it is.
 */
export function nextOutage(
  before: Outage | undefined,
  failing: FailingLooks,
  now: number,
  leadAt: number | undefined,
): Outage | undefined {
  const lasts = before !== undefined && before.until === undefined;
  const isOut = (incidentTime(failing) ?? Number.POSITIVE_INFINITY) <= now;
  if (!isOut) return lasts ? { ...before, until: now, version: before.version + 1 } : before;
  if (lasts) {
    if (isSame(before.looks, failing)) return before;
    return { ...before, looks: failing, ...worst(before, failing), version: before.version + 1 };
  }
  const since = failingSince(failing);
  const isAnother = before !== undefined && !isSameOutage(before, since);
  return isAnother && before.told < before.version ? before : beginOutage(before, since, failing, leadAt);
}

const isSameOutage = ({ until }: Outage, since: number): boolean =>
  until !== undefined && since - until < sameOutageMs;

function beginOutage(
  before: Outage | undefined,
  since: number,
  failing: FailingLooks,
  leadAt: number | undefined,
): Outage {
  const lead = leadAt === undefined || Object.values(failing).some(isKnownToLead) ? {} : { leadAt };
  if (!before?.until || !isSameOutage(before, since)) {
    return { from: since, since, looks: failing, ...worst(undefined, failing), version: 1, told: 0, ...lead };
  }
  const { until, ...rest } = before;
  return {
    ...rest,
    ...lead,
    since: Math.max(since, until),
    backAt: until,
    looks: failing,
    ...worst(before, failing),
    version: before.version + 1,
  };
}

const worst = (before: Outage | undefined, failing: FailingLooks): Pick<Outage, 'nothing'> =>
  before?.nothing || isNothingRead(failing) ? { nothing: true } : {};

/** The lead hears of these by themselves, each with its cure. */
const isKnownToLead = ({ reason }: FailingLook): boolean =>
  reason === 'sign-in' || reason === 'not-permitted' || reason === 'budget';

/**
 * An outage that could not be recorded while it lasted, as one of the store itself. Processes may each report it, a moment
 * apart.
 */
export function withPastOutage<S extends Silence>(
  silence: S,
  subject: OutageSubject,
  from: number,
  until: number,
): S {
  const before = silence.outages?.[subject];
  const isKnown = before?.until !== undefined && from <= before.until + graceMs;
  if (isKnown && until <= (before.until ?? 0)) return silence;
  const outage = isKnown
    ? { ...before, until, version: before.version + 1 }
    : { ...beginOutage(before, from, {}, undefined), until };
  return { ...silence, outages: { ...silence.outages, [subject]: outage } };
}

/** When something about outages is to be done next (Unix ms; 0: at once): one begins, changed, ended, or the lead is to hear of it. */
export function outagesDueAt(silence: Silence): number | undefined {
  const times = outageSubjects.flatMap((subject) => {
    const outage = silence.outages?.[subject];
    const failing = failingOf(silence, subject);
    if (outage && outage.told < outage.version) return [0];
    if (!outage || outage.until !== undefined) return incidentTime(failing) ?? [];
    const isStale = !isSame(outage.looks, failing);
    return isStale ? [0] : outage.lead ? [] : (outage.leadAt ?? []);
  });
  return times.length > 0 ? Math.min(...times) : undefined;
}

/**
 * An outage whose messages say all of a version, as it was read before; of the lead who was told, or when they may be told. Where
 * another worker told of it meanwhile, neither knew what the other says, so it is told once more. The same silence where another
 * outage has begun since: nobody was told of that one.
 */
export function outageTold<S extends Silence>(
  silence: S,
  subject: OutageSubject,
  before: Pick<Outage, 'from' | 'told' | 'version'>,
  lead: Pick<Outage, 'lead' | 'leadAt'>,
): S {
  const known = silence.outages?.[subject];
  if (known?.from !== before.from) return silence;
  const { lead: _lead, leadAt: _leadAt, ...outage } = known;
  const ofBoth = known.told === before.told ? Math.max : Math.min;
  const told = { ...outage, told: ofBoth(known.told, before.version), ...lead };
  return { ...silence, outages: { ...silence.outages, [subject]: told } };
}

const isSame = (one: FailingLooks, other: FailingLooks): boolean =>
  looks.every((look) => one[look]?.since === other[look]?.since && one[look]?.reason === other[look]?.reason);
