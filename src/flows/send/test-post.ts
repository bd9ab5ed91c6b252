import type { PostId } from '../../core/ids.js';
import { postPrice } from '../../core/money/bill.js';
import { type BudgetOf, usedUpBudget } from '../../core/money/budget-use.js';
import { isRemoteFault, OutcomeUnknown } from '../../errors.js';
import type { Ports } from '../../ports.js';
import { stopwatch } from '../stopwatch.js';
import { budgetUses } from '../tell/budget.js';

/** What became of a post that only proves that the desk can write. */
export type TestPost =
  /** Nothing was sent: sending is stopped, or nobody agreed. */
  | Stopped
  | { readonly became: 'not-agreed' }
  /** The network took nothing (`fault`), or did not say whether it did. */
  | { readonly became: 'refused' | 'unknown'; readonly fault: Error }
  | { readonly became: 'deleted' }
  /** It is there, or may be, because its deletion failed. */
  | { readonly became: 'left'; readonly id: PostId; readonly fault: Error };

/** Why the desk sends nothing now. */
type Stopped = { readonly became: 'paused' } | { readonly became: 'over-budget'; readonly of: BudgetOf };

type Testing = Pick<Ports, 'clock' | 'desk' | 'ledger' | 'network' | 'settings' | 'timings'>;

/**
 * Publishes one post and deletes it, each by one call that is never repeated. A pause and a budget that is used up hold, also
 * those that came while `agree` was asked. The bill counts both. Throws where the store can't be read: then nobody knows
 * whether sending is stopped.
 */
export async function sendTestPost(
  ports: Testing,
  text: string,
  agree: () => Promise<boolean>,
): Promise<TestPost> {
  const { clock, desk, ledger, network, timings } = ports;
  const before = await whyStopped(ports);
  if (before) return before;
  if (!(await agree())) return { became: 'not-agreed' };
  const now = await whyStopped(ports);
  if (now) return now;
  let id: PostId;
  try {
    await network.me();
    const published = await network.publish(
      text,
      undefined,
      stopwatch(clock, timings.freezeMs),
      `test.${clock.now()}`,
    );
    id = published.id;
  } catch (fault) {
    return { became: fault instanceof OutcomeUnknown ? 'unknown' : 'refused', fault: known(fault) };
  }
  const { prices } = desk.network;
  if (prices)
    await ledger.charge({
      call: 'POST /2/tweets',
      priceMicroUsd: postPrice(prices, text, false),
      resources: [`created:${id}`],
      count: 1,
      at: clock.now(),
    });
  try {
    await network.remove(id);
    return { became: 'deleted' };
  } catch (fault) {
    return { became: 'left', id, fault: known(fault) };
  }
}

async function whyStopped(
  ports: Pick<Testing, 'clock' | 'desk' | 'ledger' | 'settings'>,
): Promise<Stopped | undefined> {
  const { pause } = await ports.settings.get();
  if (pause) return { became: 'paused' };
  const of = usedUpBudget(await budgetUses(ports));
  return of && { became: 'over-budget', of };
}

function known(fault: unknown): Error {
  if (isRemoteFault(fault)) return fault;
  throw fault;
}
