import type { RejectReason } from '../card/banner.js';
import type { Card } from '../card/card.js';
import type { Refusal } from '../card/refusal.js';
import { hasHandOff } from '../card/select.js';
import type { Desk } from '../desk/desk.js';
import { quote } from '../post/plain.js';
import { type Fill, say, sayCount, type WordKey } from '../words/words.js';
import { firstOf, leadOf, listOf, momentText, nameOf, postUrl, timeWithSeconds } from './phrases.js';
import { onDayText, spanText } from './shift-times.js';

/** The text of each refusal; some refusals have more than one (`keyOf`). */
export const refusalKeys: Readonly<Record<Refusal['refused'], WordKey>> = {
  taken: 'refused.taken',
  lost: 'refused.lost',
  'not-yours': 'refused.not-yours',
  'nobody-answers': 'refused.nobody-answers',
  answered: 'refused.answered',
  elsewhere: 'refused.elsewhere',
  closed: 'refused.closed',
  expired: 'refused.expired',
  purged: 'refused.purged',
  'not-there-again': 'refused.not-there-again',
  'not-read-again': 'refused.not-read-again',
  'no-reason': 'refused.no-reason',
  removed: 'refused.removed',
  stopped: 'refused.stopped',
  'not-in-private': 'refused.not-in-private',
  changed: 'refused.changed',
  'wrote-again': 'refused.wrote-again',
  'in-review': 'refused.in-review',
  'own-check': 'refused.own-check',
  flagged: 'refused.flagged',
  'lead-only': 'refused.lead-only',
  'not-deleter': 'refused.not-deleter',
  paused: 'refused.paused',
  budget: 'refused.budget',
  stranger: 'refused.stranger',
  going: 'refused.going',
  checking: 'refused.checking',
  finishing: 'refused.finishing',
  'too-late': 'refused.too-late',
  'second-reply': 'refused.second-reply',
  'no-post': 'refused.no-post',
  'not-staff': 'refused.not-staff',
  guest: 'refused.guest',
  trainee: 'refused.trainee',
  'trainee-greets': 'refused.trainee-greets',
  'trainee-check': 'refused.trainee-check',
  'shared-check': 'refused.shared-check',
  'no-hand-off': 'refused.no-hand-off',
  'takes-no-reply': 'refused.takes-no-reply',
  'not-followed': 'refused.not-followed',
  'not-colleague': 'refused.not-colleague',
  'no-sign-in': 'refused.no-sign-in',
  'long-note': 'refused.long-note.other',
  'many-notes': 'refused.many-notes.other',
  'not-their-shift': 'refused.not-their-shift',
  'cover-taken': 'refused.cover-taken',
  'cover-over': 'refused.cover-over',
  'cover-own': 'refused.cover-own',
  'cover-asked': 'refused.cover-asked',
  'cover-not-yours': 'refused.cover-not-yours',
  'enough-greetings': 'refused.enough-greetings',
  'same-starter': 'refused.same-starter',
  'many-starters': 'refused.many-starters.other',
  'empty-starter': 'refused.empty-starter',
  'link-only': 'refused.link-only',
  'desk-only': 'refused.desk-only',
  gone: 'refused.gone',
};

const rejectedKeys: Readonly<Record<RejectReason, WordKey>> = {
  'not-summoned': 'rejected.not-summoned',
  duplicate: 'rejected.duplicate',
  gone: 'rejected.gone',
  'too-long': 'rejected.too-long',
  'sign-in': 'rejected.sign-in',
  'not-permitted': 'rejected.not-permitted',
  budget: 'rejected.budget',
  'budget-together': 'rejected.budget-together',
  'private-closed': 'rejected.private-closed',
  closed: 'rejected.closed',
  limit: 'rejected.limit',
  other: 'rejected.other',
};

/** Where nothing is handed off, nobody is sent to the network's composer. */
const rejectedKey = (reason: RejectReason, desk: Desk): WordKey =>
  reason === 'not-summoned' && !hasHandOff(desk) ? 'rejected.other' : rejectedKeys[reason];

/**
 * A refusal in words: why something can't be done now, and what to do instead. Plain text, in the desk's local time; times of
 * another day than that of `now` (Unix ms) stand with their day.
 */
export function refusalSentence(desk: Desk, refusal: Refusal, now: number): string {
  const fill = fillOf(desk, refusal, now);
  switch (refusal.refused) {
    case 'long-note':
      return sayCount(desk, 'refused.long-note', refusal.over, fill);
    case 'many-notes':
      return sayCount(desk, 'refused.many-notes', refusal.count);
    case 'many-starters':
      return sayCount(desk, 'refused.many-starters', refusal.count);
    default:
      return say(desk.words, keyOf(refusal), fill);
  }
}

/** The text of a refusal that is not counted. */
function keyOf(refusal: Refusal): WordKey {
  if (refusal.refused === 'answered' && refusal.postId) return 'refused.answered-link';
  if (refusal.refused === 'elsewhere' && refusal.postId) return 'refused.elsewhere-link';
  if (refusal.refused === 'finishing' && refusal.until !== undefined) return 'refused.finishing-until';
  if (refusal.refused === 'closed' && !refusal.by) return 'refused.closed-by-desk';
  if (refusal.refused === 'not-their-shift' && refusal.theirs.length === 0) return 'refused.no-shift';
  if (refusal.refused === 'not-staff' && refusal.inChannel) return 'refused.not-staff-list';
  if (refusal.refused === 'in-review' && refusal.reviewer) return 'refused.checked-by';
  if (refusal.refused === 'budget' && refusal.of === 'together') return 'refused.budget-together';
  return refusalKeys[refusal.refused];
}

function fillOf(desk: Desk, refusal: Refusal, now: number): Fill {
  const { account, rota } = desk;
  const time = (at: number) => momentText(desk, at, now);
  const by = 'by' in refusal && refusal.by ? { name: nameOf(desk, refusal.by) } : {};
  switch (refusal.refused) {
    case 'taken':
    case 'lost':
      return { ...by, time: time(refusal.at) };
    case 'answered':
      return { ...by, time: time(refusal.at), link: refusal.postId ? postUrl(desk, refusal.postId) : '' };
    case 'elsewhere':
      return { time: time(refusal.at), link: refusal.postId ? postUrl(desk, refusal.postId) : '' };
    case 'going':
      return { ...by, time: timeWithSeconds(rota, refusal.dueAt) };
    case 'finishing':
      return { ...by, time: time(refusal.openedAt), until: time(refusal.until ?? refusal.openedAt) };
    case 'too-late':
      return { time: timeWithSeconds(rota, refusal.at) };
    case 'removed':
    case 'stopped':
    case 'not-in-private':
    case 'takes-no-reply':
      return { first: firstOf({ name: refusal.first, handle: refusal.first }) };
    case 'changed':
    case 'wrote-again':
      return { first: firstOf({ name: refusal.first, handle: refusal.first }), time: time(refusal.at) };
    case 'in-review':
      return { ...by, reviewer: nameOf(desk, refusal.reviewer ?? '') };
    case 'paused':
      return { ...by, time: time(refusal.at), reason: refusal.reason };
    case 'not-deleter':
      return { names: namesWithOr(desk, [...(refusal.by ? [nameOf(desk, refusal.by)] : []), leadOf(desk)]) };
    case 'not-colleague':
      return { name: nameOf(desk, refusal.by ?? '') };
    case 'same-starter':
      return { label: refusal.label };
    case 'enough-greetings':
      return { count: refusal.count };
    case 'stranger':
      return { handle: refusal.handle };
    case 'long-note':
      return { over: refusal.over };
    case 'not-staff':
      return { lead: leadOf(desk), channel: channelOf(desk) };
    case 'trainee-check':
    case 'lead-only':
    case 'budget':
      return { lead: leadOf(desk) };
    case 'not-their-shift': {
      const theirs = refusal.theirs.map((span) => spanText(desk, span));
      return {
        span: spanText(desk, refusal),
        name: nameOf(desk, refusal.whose),
        day: onDayText(desk, refusal.fromMs, refusal.at),
        theirs: listOf(desk, theirs),
      };
    }
    case 'cover-not-yours':
      return {
        names: namesWithOr(
          desk,
          refusal.people.map((one) => nameOf(desk, one)),
        ),
      };
    case 'no-sign-in': {
      const names = rota.staff.filter(({ xSignIn }) => xSignIn).map(({ name }) => name);
      return { account: account.handle, names: names.length > 0 ? namesWithOr(desk, names) : leadOf(desk) };
    }
    default:
      return by;
  }
}

const channelOf = ({ channelName, words }: Desk): string =>
  channelName === undefined ? say(words, 'refused.not-staff-channel') : `#${channelName}`;

const namesWithOr = (desk: Desk, names: readonly string[]): string => listOf(desk, [...new Set(names)], 'or');

/**
 * What happened to the last approved answer, for its holder, as it is said at `now` (Unix ms); undefined when they need not
 * know anything.
 */
export function noticeSentence(desk: Desk, card: Card, now: number): string | undefined {
  const { notice, patron } = card;
  const { words } = desk;
  const first = firstOf(patron);
  const time = (at: number) => momentText(desk, at, now);
  switch (notice?.kind) {
    case undefined:
      return undefined;
    case 'lapsed':
      return say(words, 'notice.lapsed', { time: time(notice.goodUntil) });
    case 'paused':
      return say(words, 'notice.paused', {
        name: nameOf(desk, notice.pause.by),
        time: time(notice.pause.at),
        reason: notice.pause.reason,
      });
    case 'removed':
      return say(words, 'notice.removed', { first, time: time(notice.at) });
    case 'waiting':
      return say(words, 'notice.waiting', {
        time: time(notice.until),
        last: time(notice.goodUntil),
        name: nameOf(desk, card.reply?.approvedBy ?? ''),
      });
    case 'changed':
      return say(words, 'notice.changed', { first, time: time(notice.at) });
    case 'rejected':
      return say(words, rejectedKey(notice.reason, desk), {
        first,
        lead: leadOf(desk),
        detail: quote(notice.detail, 200).replace(/\.$/u, '') || say(words, 'rejected.no-detail'),
      });
  }
}
