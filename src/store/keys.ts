import type { Desk } from '../core/desk/desk.js';
import type { DueEntry } from '../core/due/due-entries.js';

/**
 * The keys of one desk, or of its private side. They share a hash tag, so that a cluster has them on one node and scripts may
 * use several: both sides have the same settings.
 */
export function deskKeys(prefix: string, desk: string, side?: 'private') {
  const desks = `{${prefix}:${desk}}`;
  const tag = side ? `${desks}:${side}` : desks;
  return {
    card: (id: string) => `${tag}:card:${id}`,
    panel: (id: string) => `${tag}:panel:${id}`,
    due: `${tag}:due`,
    /** Cards that wait, by their places in order; greetings that a person posts by hand stand apart. */
    inOrder: `${tag}:in-order`,
    byHand: `${tag}:in-order-by-hand`,
    /** Cards that wait, by what they are for. */
    waitingOf: (kind: string) => `${tag}:waiting-of:${kind}`,
    /** Those that wait for more than thanks. */
    toBeTold: `${tag}:to-be-told`,
    /** Whom the threads of waiting cards call: each person with each card. */
    called: `${tag}:called`,
    /** Waiting cards that an earlier version showed last. */
    shownBefore: `${tag}:shown-before`,
    /** Where version 0.1.0 had the cards that wait. */
    formerWaiting: `${tag}:waiting`,
    /** All cards in one state. */
    inState: (state: string) => `${tag}:in-state:${state}`,
    /** Cards with a question that waits, by since when it does. */
    questions: `${tag}:questions`,
    flagged: `${tag}:flagged`,
    /** Cards at which any colleague has to look. */
    toLookAt: `${tag}:to-look-at`,
    /** Cards with a holder, by the holder's id. */
    held: (person: string) => `${tag}:held:${person}`,
    /** Cards of which somebody may have a modal open. */
    openViews: `${tag}:open-views`,
    /** Open cards of one conversation. */
    conversation: (id: string) => `${tag}:conversation:${id}`,
    /** Cards with an answer to a question of ours, by the post that asks it. */
    answersTo: (post: string) => `${tag}:answers-to:${post}`,
    /** All cards of one patron, by their newest act. */
    patron: (id: string) => `${tag}:patron:${id}`,
    /** The same by their handle, in lower case. */
    handle: (handle: string) => `${tag}:handle:${handle}`,
    /** All cards, by their newest act. */
    recent: `${tag}:recent`,
    /** Cards whose content is kept, by when they were closed; those that are not closed stand last. */
    kept: `${tag}:kept`,
    /** Cards whose content a lead keeps, by the end of that. */
    onHold: `${tag}:on-hold`,
    /** Mentions that came incomplete, by their ids. */
    odd: `${tag}:odd`,
    /** Open panels of one series, by their beginning. */
    panels: (series: string) => `${tag}:panels:${series}`,
    /** Private messages that list a card, by their beginning. */
    listing: (card: string) => `${tag}:listing:${card}`,
    /** Cards that a panel shows: all, the open ones of automated accounts, and all open ones. */
    inPanel: (id: string) => `${tag}:in-panel:${id}`,
    automatedInPanel: (id: string) => `${tag}:automated-in-panel:${id}`,
    openInPanel: (id: string) => `${tag}:open-in-panel:${id}`,
    settings: `${desks}:settings`,
    /** Copies of what others keep: the channel's members, a calendar's shifts. */
    snapshots: `${tag}:copies`,
    /** The people whose App Homes are kept up to date, and what those show. */
    homes: `${tag}:homes`,
    /** When each poll last succeeded. */
    polled: `${tag}:polled`,
    /** When something was purged, and when the file of earlier writes was written anew since. */
    purged: `${tag}:purged`,
    /** The boot of Redis for which the desk has recovered, and when it was last at work. */
    boot: `${tag}:boot`,
    /** Messages that a recovery found in Slack without a record of them. */
    found: `${tag}:found`,
    /** The threads that a recovery has read, with the boot for which it did. */
    readThreads: `${tag}:read-threads`,
    /** Cards whose answer is on its way. */
    underway: `${tag}:underway`,
    /** What lets us in on a network that signs in with a password. */
    session: `${desks}:session`,
    ledger: (month: string) => `${tag}:ledger:${month}`,
    /** The resources that were billed on a UTC day. */
    billed: (day: string) => `${tag}:billed:${day}`,
    /** Counters that expire. */
    count: (name: string) => `${tag}:count:${name}`,
    /** The id of the card of each post. */
    posts: `${tag}:posts`,
    /** What we posted in the last 90 days: by id, and by time. */
    saidTexts: `${tag}:said-texts`,
    saidTimes: `${tag}:said-times`,
    /** A reply of ours that outlives its card, by its post; all of them, and those to one patron, by their times. */
    keptReply: (id: string) => `${tag}:kept-reply:${id}`,
    keptReplies: `${tag}:kept-replies`,
    repliesTo: (patron: string) => `${tag}:replies-to:${patron}`,
    /** What came of the follows of a month, and the months of which that is kept, by their beginning. */
    outcomes: (month: string) => `${tag}:outcomes:${month}`,
    outcomeMonths: `${tag}:outcome-months`,
    /** The last moment that a new message to the channel reserved. */
    slot: `${tag}:slot`,
    /** The same of a text that changes with the time alone. */
    refreshSlot: `${tag}:refresh-slot`,
    watermarks: `${tag}:watermarks`,
    followers: `${tag}:followers`,
    /** Up to when what people did is forgotten, by the keyed hash of each who asked for it. */
    forgotten: `${desks}:forgotten`,
  };
}

/** The keys of a desk, which may be the private side of another. */
export const keysOf = (prefix: string, { id, inPrivate }: Pick<Desk, 'id' | 'inPrivate'>): DeskKeys =>
  inPrivate ? deskKeys(prefix, inPrivate.of, 'private') : deskKeys(prefix, id);

export type DeskKeys = ReturnType<typeof deskKeys>;

/** The keys of one person over all desks. They share a hash tag of their own, which no desk has: its id has no colon. */
export function personKeys(prefix: string, person: string) {
  const tag = `{${prefix}:person:${person}}`;
  return {
    /** Counters that expire. */
    count: (name: string) => `${tag}:count:${name}`,
    /** Which message speaks for all desks of the person. */
    voice: (what: string) => `${tag}:voice:${what}`,
  };
}

export type PersonKeys = ReturnType<typeof personKeys>;

/** The name of an entry in the sorted set `due`. */
export const dueMember = ({ job, id }: Pick<DueEntry, 'job' | 'id'>): string => `${job}:${id}`;
