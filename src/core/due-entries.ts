import type { Card } from './card.js';
import { staleMessage } from './message.js';
import type { Timings } from './timings.js';

export const cardJobs = ['show', 'send', 'settle'] as const;
export const polls = ['mentions', 'followers', 'own-posts'] as const;

export type CardJob = (typeof cardJobs)[number];
export type Poll = (typeof polls)[number];
export type Job = CardJob | 'poll';

/** Something to do at a time (Unix milliseconds, by the desk's clock). `id` is a card's or a poll's. */
export interface DueEntry {
  readonly job: Job;
  readonly id: string;
  readonly at: number;
}

/** All that a card has to do, and when: derived from its record alone, so that any write or sweep restores it. */
export function dueEntries(card: Card, timings: Pick<Timings, 'settleLooksMs'>): readonly DueEntry[] {
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
  return entries;
}
