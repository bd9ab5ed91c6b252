import { type NetworkPoll, pollIntervals } from '../../core/due/due-entries.js';
import { nextPollAt } from '../../core/due/poll-times.js';
import { type BudgetLevel, pollSlowdown } from '../../core/money/bill.js';
import { nearestLevel } from '../../core/money/budget-use.js';
import { Busy, isRemoteFault, Rejected } from '../../errors.js';
import type { Ports } from '../../ports.js';
import { announceBudgets, budgetUses } from '../tell/budget.js';
import { tellLeads } from '../tell/tell-leads.js';
import { readListSoon } from './hear-followers.js';
import { recordLook } from './looks.js';
import { mayReadInPrivate } from './private-channel.js';
import { recheck } from './recheck.js';
import { watchFollowers } from './watch-followers.js';
import { watchMentions } from './watch-mentions.js';
import { watchOurTimeline } from './watch-own-posts.js';
import { watchPrivateMessages } from './watch-private.js';

/**
 * Asks X what is new of one kind, then says when to ask again: less often near the end of the month's budget. When it
 * is used up only our own timeline is read, and what may have been removed. Asking twice changes nothing.
 */
export async function watch(ports: Ports, poll: NetworkPoll): Promise<void> {
  const { clock, due, timings, turn } = ports;
  const uses = await budgetUses(ports);
  await announceBudgets(ports, uses);
  const level = nearestLevel(uses);
  const intervalMs = timings[pollIntervals[poll]] * slowdown(poll, level);
  // Nothing is read while the channel in which it would be shown is not a private one of colleagues alone.
  const isShown = poll !== 'private-messages' || (await mayReadInPrivate(ports));
  if (isShown && isRead(poll, level))
    await recordLook(ports, poll, intervalMs, () =>
      reads[poll](ports).catch((fault: unknown) => afterFault(ports, poll, fault)),
    );
  await due.put({ job: 'poll', id: poll, at: nextPollAt(clock.now(), intervalMs, poll, turn) });
}

/** What was removed on X must be gone here within a day, and looking for it again on the same day costs nothing. */
const slowdown = (poll: NetworkPoll, level: BudgetLevel): number =>
  poll === 'recheck' ? 1 : pollSlowdown[level];

/**
 * Tells the leads when X refuses our keys or wants money, which reads usually meet first; throws the fault on. Where mentions
 * tell of followers too, their list is tried soon: it shows what may be missed, and whether anything can be read.
 */
async function afterFault(ports: Ports, poll: NetworkPoll, fault: unknown): Promise<never> {
  if (fault instanceof Rejected) await tellLeads(ports, fault);
  if (poll === 'mentions' && ports.desk.network.hearsFollows && leavesGap(fault)) await readListSoon(ports);
  throw fault;
}

/** Whether a read failed for another reason than that the network asks to wait. */
const leavesGap = (fault: unknown): boolean => isRemoteFault(fault) && !(fault instanceof Busy);

const reads: Readonly<Record<NetworkPoll, (ports: Ports) => Promise<void>>> = {
  mentions: watchMentions,
  followers: watchFollowers,
  'own-posts': watchOurTimeline,
  recheck,
  'private-messages': watchPrivateMessages,
};

/** At the end of the budget only what says what became of our answers is read, and what must be removed here. */
const isRead = (poll: NetworkPoll, level: BudgetLevel): boolean =>
  level !== 'stopped' || poll === 'own-posts' || poll === 'recheck';
