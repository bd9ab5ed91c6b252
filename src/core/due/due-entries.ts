import { type Panel, staleFrom } from '../board/panel.js';
import type { Card } from '../card/card.js';
import { staleMessage } from '../card/message.js';
import { pendingEvents } from '../card/pending.js';
import { isFollow, newestAct } from '../card/select.js';
import type { Desk } from '../desk/desk.js';
import type { DeskSettings } from '../desk/desk-settings.js';
import { overdueAt, stages } from './deadlines.js';
import { idleInfoOf, isAsked } from './idle.js';
import type { Timings } from './timings.js';

export const cardJobs = ['show', 'after', 'send', 'settle', 'wake', 'expire', 'remind', 'idle'] as const;
export const panelJobs = ['panel', 'close'] as const;
/** What X is asked, and what others are. */
export const xPolls = ['mentions', 'followers', 'own-posts', 'recheck'] as const;
export const polls = [...xPolls, 'colleagues', 'rota', 'outlook', 'shifts'] as const;

/** How often each poll comes, when all is well. */
export const intervals = {
  mentions: 'pollMentionsMs',
  followers: 'pollFollowersMs',
  'own-posts': 'pollOwnPostsMs',
  recheck: 'recheckMs',
  colleagues: 'pollColleaguesMs',
  rota: 'pollRotaMs',
  outlook: 'pollOutlookMs',
  shifts: 'pollShiftsMs',
} as const satisfies Record<Poll, keyof Timings>;

export type CardJob = (typeof cardJobs)[number];
export const settingsJobs = ['covers', 'pauses'] as const;
export type SettingsJob = (typeof settingsJobs)[number];
export type XPoll = (typeof xPolls)[number];
export type Poll = (typeof polls)[number];
/** `after` does what follows from a card's events, `panel` shows a panel, `close` ends what one asks; `recover` comes before all others after a new boot. */
export type Job = CardJob | SettingsJob | (typeof panelJobs)[number] | 'home' | 'poll' | 'recover';

/** Something to do at a time (Unix milliseconds, by the desk's clock). `id` is a card's, a panel's or a poll's. */
export interface DueEntry {
  readonly job: Job;
  readonly id: string;
  readonly at: number;
}

/** `id` of what a desk has to do as a whole. */
export const wholeDesk = 'desk';

/** A desk recovers as a whole. */
export const recoverEntry = { job: 'recover', id: 'desk' } as const satisfies Pick<DueEntry, 'job' | 'id'>;

/** All App Homes that are kept up to date. */
export const homeEntry = { job: 'home', id: wholeDesk } as const satisfies Pick<DueEntry, 'job' | 'id'>;

/** What of a desk the clocks of its cards go by. Its open hours are desk.yaml's: nobody changes them meanwhile. */
export type Hours = Pick<Desk, 'rota' | 'responseTargets' | 'nudges'>;

/** All that a card has to do, and when: derived from its record alone, so that any write or sweep restores it. */
export function dueEntries(
  card: Card,
  timings: Pick<Timings, 'settleLooksMs' | 'followExpiresMs'>,
  hours: Hours,
): readonly DueEntry[] {
  const entries: DueEntry[] = [];
  const add = (job: CardJob, at: number) => entries.push({ job, id: card.id, at });
  const stale = staleMessage(card);
  if (stale) add('show', stale.at);
  if (hasMoreToFollow(card)) add('after', 0);
  const { reply } = card;
  if (reply && card.state === 'sending') add('send', reply.dueAt);
  if (reply && card.state === 'posting') add('settle', reply.postingUntil ?? 0);
  if (reply && card.state === 'unsure' && !reply.notSeen) {
    const look = timings.settleLooksMs[reply.looks];
    if (look !== undefined) add('settle', (reply.unsureSince ?? 0) + look);
  }
  // A flag holds back what a card would do by itself.
  if (card.flag) return entries;
  if (card.snoozedUntil !== undefined) add('wake', card.snoozedUntil);
  if (card.state === 'open' && isFollow(card)) add('expire', newestAct(card).at + timings.followExpiresMs);
  const overdue = stages.flatMap((stage) => overdueAt(hours, card, stage) ?? []);
  if (overdue.length > 0) add('remind', Math.min(...overdue));
  const idleInfo = idleInfoOf(hours, card);
  const idleAt = idleInfo && (isAsked(card, idleInfo) ? idleInfo.backAt : idleInfo.askAt);
  if (idleAt !== undefined) add('idle', idleAt);
  return entries;
}

/** Whether something has yet to follow from an event, or a private message about the card lacks its newest version. */
const hasMoreToFollow = (card: Card): boolean =>
  pendingEvents(card).length > 0 || (card.listed !== undefined && card.listed.told !== card.version);

/** All that the settings have to do, and when. */
export function settingsEntries({ covers, pausesToTell = [] }: DeskSettings): readonly DueEntry[] {
  const isUntold = covers.some(({ told, version }) => told < version);
  const ends = isUntold ? [0] : covers.filter(({ over }) => !over).map(({ toMs }) => toMs);
  return [
    ...(ends.length > 0 ? [{ job: 'covers', id: wholeDesk, at: Math.min(...ends) } as const] : []),
    ...(pausesToTell.length > 0 ? [{ job: 'pauses', id: wholeDesk, at: 0 } as const] : []),
  ];
}

/** A panel is due while its message does not show its newest version; what it asks ends at its time. */
export function panelEntries(panel: Panel): readonly DueEntry[] {
  const { id, closed, endsAt } = panel;
  const ends = endsAt !== undefined && !closed ? [{ job: 'close', id, at: endsAt } as const] : [];
  const at = staleFrom(panel);
  return at === undefined ? ends : [{ job: 'panel', id, at }, ...ends];
}
