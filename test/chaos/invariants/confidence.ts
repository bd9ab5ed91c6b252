import { type History, type LineOf, ofKind } from '../history.js';
import type { Invariant, Offence } from '../offence.js';

type Acted = LineOf<'acted'>;

/** Whether something that a patron does later ends the time of what they wrote, and of their name. */
interface Ending {
  /** Of the post that it is about, or of all that its patron wrote. */
  readonly words?: 'of the post' | 'of the patron';
  readonly name?: true;
}

/**
 * What ends the time of a patron's words before they are purged. Of a protected account X still shows the profile: the name
 * of a new follower stays.
 */
export const endings: Readonly<Record<Acted['kind'], Ending>> = {
  mention: {},
  private: {},
  follow: {},
  edit: { words: 'of the post' },
  delete: { words: 'of the post' },
  close: {},
  suspend: { words: 'of the patron', name: true },
  protect: { words: 'of the patron' },
  deactivate: { words: 'of the patron', name: true },
  block: { words: 'of the patron', name: true },
};

/** The word that stands in nothing else that anybody wrote. */
export const ownWord = ({ text = '' }: Pick<Acted, 'text'>): string | undefined =>
  text.split(/\W+/).findLast((word) => word !== '');

/** No word of a patron's is anywhere after its time: in Redis, in Slack, in what somebody has open, in a log. */
export const goneInTime: Invariant = (history) => {
  const acts = ofKind(history, 'acted');
  const left = ofKind(history, 'word').filter(({ end }) => end);
  if (left.length === 0) return [];
  const written = wrote(acts);
  return left.flatMap((found): Offence[] => {
    const own = written.filter((act) => ownWord(act) === found.word);
    const theirs = own.length > 0 ? own : acts.filter((act) => act.by === found.word);
    const why = own.length > 0 ? overSince(history, own) : personOverSince(history, theirs);
    if (!why) return [];
    const what = `"${found.word}" is still in ${found.where}: ${why}.`;
    return [{ fault: 'stale', at: found.at, what, story: [...theirs, ...cardsOf(history, theirs), found] }];
  });
};

/** What was written to the library alone is seen by nobody but those in its private channel. */
export const confidential: Invariant = (history) => {
  const acts = ofKind(history, 'acted');
  const inPublic = new Set(acts.filter(({ kind }) => kind !== 'private').map(({ by }) => by));
  const secret = new Map<string, Acted>();
  for (const act of acts.filter(({ kind }) => kind === 'private')) {
    const own = ownWord(act);
    if (own) secret.set(own, act);
    if (!inPublic.has(act.by) && !secret.has(act.by)) secret.set(act.by, act);
  }
  return ofKind(history, 'word').flatMap((found): Offence[] => {
    const act = secret.get(found.word);
    if (!act || found.seenBy === 'insiders') return [];
    if (found.seenBy === 'exposed' && !isAfterExposure(history, act, found)) return [];
    const what = `"${found.word}" was written in private, and ${found.where} shows it.`;
    return [{ fault: 'unapproved', at: found.at, what, story: [act, found] }];
  });
};

/** Whether it was written when the channel had been public for so long that the desk knew. */
function isAfterExposure(history: History, act: Acted, found: LineOf<'word'>): boolean {
  const { exposedMs = 0 } = ofKind(history, 'begun')[0]?.limits ?? {};
  return ofKind(history, 'trouble').some(
    ({ kind, at, until }) =>
      kind === 'exposed' && act.at > at + exposedMs && at <= found.at && found.at <= until,
  );
}

const wrote = (acts: readonly Acted[]) => acts.filter(({ text }) => text !== undefined);

/** Why the time of one thing that a patron wrote is over; undefined while it is not. */
function overSince(history: History, [act]: readonly Acted[]): string | undefined {
  if (!act) return undefined;
  const acts = ofKind(history, 'acted');
  const ended = acts.find(
    (one) =>
      (endings[one.kind].words === 'of the post' && one.of === act.id) ||
      (endings[one.kind].words === 'of the patron' && one.by === act.by),
  );
  return ended ? `its patron did ${ended.kind}` : purgedWith(history, [act]);
}

/** The same for a patron's name. */
function personOverSince(history: History, acts: readonly Acted[]): string | undefined {
  const ended = acts.find(({ kind }) => endings[kind].name);
  return ended ? `its patron did ${ended.kind}` : purgedWith(history, acts);
}

/** Whether all cards with these acts were closed for longer than they are kept. What no card has is not judged here. */
function purgedWith(history: History, acts: readonly Acted[]): string | undefined {
  const { keptMs = Number.POSITIVE_INFINITY } = ofKind(history, 'begun')[0]?.limits ?? {};
  const cards = cardsOf(history, acts);
  const isOver = ({ at, changedAt, flagged, state }: LineOf<'stored'>) =>
    closed.includes(state) && !flagged && changedAt + keptMs + withinMs < at;
  return cards.length > 0 && cards.every(isOver) ? 'it was closed for longer than it is kept' : undefined;
}

const closed = ['sent', 'dismissed', 'expired', 'withdrawn'];
/** Words are taken away so soon after their time (desk ms). */
const withinMs = 60 * 60_000;

const cardsOf = (history: History, acts: readonly Acted[]) =>
  ofKind(history, 'stored').filter(({ acts: has, card }) =>
    acts.some(({ id, of }) => card === `follow-${id}` || has.some((one) => one.id === id || one.id === of)),
  );
