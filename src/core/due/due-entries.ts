import { isGathered } from '../board/gathered.js';
import { type Panel, staleFrom } from '../board/panel.js';
import type { Card } from '../card/card.js';
import { pendingEvents } from '../card/decide.js';
import { staleMessage } from '../card/message.js';
import { staleViews } from '../card/open-views.js';
import { isFollow, newestAct } from '../card/select.js';
import type { Desk } from '../desk/desk.js';
import type { DeskSettings } from '../desk/desk-settings.js';
import { outagesDueAt } from '../desk/outage-steps.js';
import {
  cardEndsAt,
  type KeepingRules,
  panelEndsAt,
  panelPurgeAt,
  purgeAt,
} from '../keeping/keeping-times.js';
import { idleInfoOf, isAsked, overdueAt, reminderStages } from './deadlines.js';
import type { Timings } from './timings.js';

/** Jobs for a card, a panel, and the settings of a desk. */
export const cardJobs = [
  'show',
  'after',
  'send',
  'settle',
  'wake',
  'expire',
  'remind',
  'idle',
  'views',
  'purge',
] as const;
export const panelJobs = ['panel', 'close', 'purge-panel'] as const;
/** Polls that read the network, and all polls. */
export const networkPolls = ['mentions', 'followers', 'own-posts', 'recheck', 'private-messages'] as const;
export const polls = [...networkPolls, 'colleagues', 'rota', 'outlook', 'shifts', 'keeping'] as const;

/** Which timing says how often each poll runs while it succeeds. */
export const pollIntervals = {
  mentions: 'pollMentionsMs',
  followers: 'pollFollowersMs',
  'own-posts': 'pollOwnPostsMs',
  recheck: 'recheckMs',
  'private-messages': 'pollPrivateMs',
  colleagues: 'pollColleaguesMs',
  rota: 'pollRotaMs',
  outlook: 'pollOutlookMs',
  shifts: 'pollShiftsMs',
  keeping: 'pollKeepingMs',
} as const satisfies Record<Poll, keyof Timings>;

type CardJob = (typeof cardJobs)[number];
export const settingsJobs = ['covers', 'pauses', 'outages', 'report'] as const;
type SettingsJob = (typeof settingsJobs)[number];
export type NetworkPoll = (typeof networkPolls)[number];
export type Poll = (typeof polls)[number];
/** Whether a poll asks the network. */
export const isNetworkPoll = (poll: Poll): poll is NetworkPoll => networkPolls.some((one) => one === poll);

/**
 * What the queue does. `after` does what follows from a card's events, `views` brings the modals that show it up to date,
 * `panel` shows a panel, `close` ends what one asks, `purge` and `purge-panel` end what is kept, `screen` clears a modal.
 * `forget` erases what is kept of a person, `outcomes` looks what came of the follows of a month. `recover` comes before all others after a new boot of the store,
 * `adopt` after it. The names are stored.
 */
export type Job =
  | CardJob
  | SettingsJob
  | (typeof panelJobs)[number]
  | 'home'
  | 'poll'
  | 'recover'
  | 'adopt'
  | 'screen'
  | 'forget'
  | 'outcomes';

/**
 * Something to do at a time (Unix ms, by the desk's clock). `id` is the id of a card, a panel, a modal or a person, a poll, a
 * month, a place where messages stand, or `wholeDesk`.
 */
export interface DueEntry {
  readonly job: Job;
  readonly id: string;
  readonly at: number;
}

/** The `id` of an entry for the desk as a whole. */
export const wholeDesk = 'desk';

/** Reads what Slack and X have after a new boot of the store. */
export const recoverEntry = { job: 'recover', id: wholeDesk } as const satisfies Pick<DueEntry, 'job' | 'id'>;

/** Brings all App Homes up to date. */
export const homeEntry = { job: 'home', id: wholeDesk } as const satisfies Pick<DueEntry, 'job' | 'id'>;

/**
 * What the clocks of cards need of a desk. Opening hours come from desk.yaml alone, so they stay while the program
 * runs.
 */
export type ClockRules = Pick<Desk, 'rota' | 'responseTargets' | 'nudges' | 'keep'>;

/** The intervals that a card's entries hang on. */
export type CardTimings = Pick<Timings, 'settleLooksMs' | 'followExpiresMs' | 'answerExpiresMs'>;

/**
 * All that is due for a card, and when. It follows from the card's record alone, so that each write of the card
 * restores it.
 */
export function dueEntries(card: Card, timings: CardTimings, hours: ClockRules): readonly DueEntry[] {
  const entries: DueEntry[] = [];
  const add = (job: CardJob, at: number) => entries.push({ job, id: card.id, at });
  const stale = staleMessage(card);
  if (stale) add('show', stale.at);
  if (hasMoreToFollow(card)) add('after', 0);
  if (staleViews(card).length > 0) add('views', 0);
  const { reply } = card;
  if (reply && card.state === 'sending') add('send', reply.dueAt);
  if (reply && card.state === 'posting') add('settle', reply.postingUntil ?? 0);
  if (reply && card.state === 'unsure' && !reply.notSeen) {
    const look = timings.settleLooksMs[reply.looks];
    if (look !== undefined) add('settle', (reply.unsureSince ?? 0) + look);
  }
  const purged = cardEndsAt(card) ?? purgeAt(hours, card);
  if (purged !== undefined) add('purge', purged);
  // Nothing below happens by itself to a flagged card.
  if (card.flag) return entries;
  if (card.snoozedUntil !== undefined) add('wake', card.snoozedUntil);
  if (card.state === 'open' && isFollow(card)) add('expire', newestAct(card).at + timings.followExpiresMs);
  if (isGathered(card)) add('expire', newestAct(card).at + timings.answerExpiresMs);
  const overdue = reminderStages.flatMap((stage) => overdueAt(hours, card, stage) ?? []);
  if (overdue.length > 0) add('remind', Math.min(...overdue));
  const idleInfo = idleInfoOf(hours, card);
  const idleAt = idleInfo && (isAsked(card, idleInfo) ? idleInfo.backAt : idleInfo.askAt);
  if (idleAt !== undefined) add('idle', idleAt);
  return entries;
}

/** Whether something has yet to follow from an event, or a private message about the card lacks its newest version. */
const hasMoreToFollow = (card: Card): boolean =>
  pendingEvents(card).length > 0 || (card.listed !== undefined && card.listed.told !== card.version);

/** All that is due for the settings of a desk: messages about covers to update, covers that end, pauses and outages to tell of, a report that comes by itself. */
export function settingsEntries(settings: DeskSettings): readonly DueEntry[] {
  const { covers, pausesToTell = [], weeklyReport } = settings;
  const outagesAt = outagesDueAt(settings);
  const isStale = covers.some(({ told, version }) => told < version);
  const ends = isStale ? [0] : covers.filter(({ over }) => !over).map(({ toMs }) => toMs);
  return [
    ...(ends.length > 0 ? [{ job: 'covers', id: wholeDesk, at: Math.min(...ends) } as const] : []),
    ...(pausesToTell.length > 0 ? [{ job: 'pauses', id: wholeDesk, at: 0 } as const] : []),
    ...(outagesAt === undefined ? [] : [{ job: 'outages', id: wholeDesk, at: outagesAt } as const]),
    ...(weeklyReport ? [{ job: 'report', id: wholeDesk, at: weeklyReport.nextAt } as const] : []),
  ];
}

/**
 * All that is due for a panel: its message to update while that shows an older version, the end of what it asks, and the end
 * of what it says or of its record.
 */
export function panelEntries(panel: Panel, rules: KeepingRules): readonly DueEntry[] {
  const { id, closed, endsAt } = panel;
  const purgeAt = panelPurgeAt(rules, panel) ?? panelEndsAt(panel);
  const ends: readonly DueEntry[] = [
    ...(endsAt !== undefined && !closed ? [{ job: 'close', id, at: endsAt } as const] : []),
    ...(purgeAt === undefined ? [] : [{ job: 'purge-panel', id, at: purgeAt } as const]),
  ];
  const at = staleFrom(panel);
  return at === undefined ? ends : [{ job: 'panel', id, at }, ...ends];
}
