import type { RejectReason } from '../../core/card/banner.js';
import { dayMs } from '../../core/durations.js';
import { slackUserId } from '../../core/ids.js';
import { quote } from '../../core/post/plain.js';
import { say } from '../../core/words/words.js';
import { isRemoteFault, undefinedIf } from '../../errors.js';
import type { Ports } from '../../ports.js';

/** One whisper for the same reason is enough for so long (ms). */
const onceInMs = dayMs;

/** Reasons that no person at the desk can put right: X refuses the keys or what they may do, or wants money. */
const reasonsForLeads: readonly RejectReason[] = ['sign-in', 'not-permitted', 'budget', 'budget-together'];

/** Tells the leads why X takes no answers at all from us, once a day and reason. */
export async function tellLeads(
  { board, desk, due }: Pick<Ports, 'board' | 'desk' | 'due'>,
  { reason, detail }: { readonly reason: RejectReason; readonly detail: string },
): Promise<void> {
  if (!reasonsForLeads.includes(reason) || (await due.count(`told-${reason}`, onceInMs)) > 1) return;
  const fill = { account: desk.account.handle, detail: quote(detail, 200).replace(/\.$/, '') };
  const text =
    reason === 'not-permitted'
      ? `${say(desk.words, 'told.not-permitted', fill)} ${say(desk.words, 'told.not-permitted-cure')}`
      : say(desk.words, 'told.no-answers', fill);
  for (const { lead, slackId } of desk.rota.staff) {
    // The card says it too, so a whisper that Slack does not take is no loss.
    if (lead) await board.whisper(slackUserId(slackId), text).catch(undefinedIf(isRemoteFault));
  }
}
