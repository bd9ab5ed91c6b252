import type { Check } from '../../core/doctor/check.js';
import { ChannelRefused, Rejected } from '../../errors.js';
import type { TestCard } from '../../ports/inspection.js';
import { failedCheck, ok, wrong } from './probe.js';

/** Tries in a channel all that the desk does with a card: posts one, edits it, finds it again, and takes it away. */
export async function cardChecks(
  id: string,
  channel: string,
  post: () => Promise<TestCard>,
): Promise<readonly Check[]> {
  let card: TestCard;
  try {
    card = await post();
  } catch (fault) {
    return [failed(id, channel, 'posted', fault)];
  }
  const broken =
    (await failure(id, channel, 'edited', card.edit)) ??
    (await failure(id, channel, 'found again', async () => {
      if (!(await card.isFound())) throw new Rejected('other', 'Slack does not give it back by its metadata');
    }));
  const left = await removed(id, channel, card);
  const found = [...(broken ? [broken] : []), ...(left ? [left] : [])];
  if (found.length > 0) return found;
  return [ok(id, `A test message was posted in ${channel}, edited, found again and removed.`)];
}

/** The check of a step that failed; undefined where it did not. */
const failure = (id: string, channel: string, done: string, step: () => Promise<void>) =>
  step().then(
    () => undefined,
    (fault: unknown) => failed(id, channel, done, fault),
  );

const failed = (id: string, channel: string, done: string, fault: unknown): Check =>
  failedCheck(id, fault, (why) => `A test message can't be ${done} in ${channel}: ${why}`, postingFix(fault));

/** Takes the message away; where that fails, a check with the address at which it still stands. */
export async function removed(id: string, channel: string, card: TestCard): Promise<Check | undefined> {
  try {
    await card.remove();
    return undefined;
  } catch (fault) {
    const link = await card.link().catch(() => channel);
    const { found } = failedCheck(
      id,
      fault,
      (why) => `A test message can't be removed in ${channel}: ${why}`,
    );
    return wrong(id, found, `Remove it by hand: ${link}`);
  }
}

function postingFix(fault: unknown): string | undefined {
  if (!(fault instanceof ChannelRefused)) return undefined;
  if (fault.code.startsWith('restricted_action'))
    return "Let apps post there: the channel's settings, Posting permissions, or those of the workspace.";
  return undefined;
}
