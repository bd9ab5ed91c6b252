import { type Card, isFollow, newestAct } from './card.js';
import type { DeskSettings } from './desk-settings.js';
import { staleMessage } from './message.js';
import type { Panel } from './panel.js';
import type { Timings } from './timings.js';

export const cardJobs = ['show', 'send', 'settle', 'wake', 'expire'] as const;
/** What X is asked, and what others are. */
export const xPolls = ['mentions', 'followers', 'own-posts', 'recheck'] as const;
export const polls = [...xPolls, 'colleagues', 'rota', 'outlook'] as const;

export type CardJob = (typeof cardJobs)[number];
export const settingsJobs = ['covers'] as const;
export type SettingsJob = (typeof settingsJobs)[number];
export type XPoll = (typeof xPolls)[number];
export type Poll = (typeof polls)[number];
/** `panel` shows a fold or a digest; `recover` comes before all others after a new boot. */
export type Job = CardJob | SettingsJob | 'poll' | 'panel' | 'recover';

/** Something to do at a time (Unix milliseconds, by the desk's clock). `id` is a card's or a poll's. */
export interface DueEntry {
  readonly job: Job;
  readonly id: string;
  readonly at: number;
}

/** A desk recovers as a whole. */
export const recoverEntry = { job: 'recover', id: 'desk' } as const satisfies Pick<DueEntry, 'job' | 'id'>;

/** All that a card has to do, and when: derived from its record alone, so that any write or sweep restores it. */
export function dueEntries(
  card: Card,
  timings: Pick<Timings, 'settleLooksMs' | 'followExpiresMs'>,
): readonly DueEntry[] {
  const entries: DueEntry[] = [];
  const add = (job: CardJob, at: number) => entries.push({ job, id: card.id, at });
  const stale = staleMessage(card);
  if (stale) add('show', stale.at);
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
  return entries;
}

/** `id` of what a desk has to do as a whole. */
export const wholeDesk = 'desk';

/** All that the settings have to do, and when. */
export function settingsEntries({ covers }: DeskSettings): readonly DueEntry[] {
  const isUntold = covers.some(({ told, version }) => told < version);
  const ends = covers.filter(({ over }) => !over).map(({ toMs }) => toMs);
  if (!isUntold && ends.length === 0) return [];
  return [{ job: 'covers', id: wholeDesk, at: isUntold ? 0 : Math.min(...ends) }];
}

/** A panel is due while its message does not show its newest version. */
export function panelEntries({ id, message, version }: Panel): readonly DueEntry[] {
  if (message?.quiet || (message && message.shown >= version)) return [];
  return [{ job: 'panel', id, at: message ? (message.lease?.until ?? message.slotAt) : 0 }];
}
