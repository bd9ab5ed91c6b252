import type { Mention } from '../../core/card/card.js';
import { secondMs } from '../../core/durations.js';
import type { CardId } from '../../core/ids.js';
import type { Ports } from '../../ports.js';
import { bringUpToDate } from './patron-news.js';

type Rechecking = Pick<Ports, 'cards' | 'clock' | 'desk' | 'network' | 'timings'>;

interface Kept {
  readonly card: CardId;
  readonly mention: Mention;
}

/**
 * Looks whether what the cards show is still on X, and takes away what is not: X wants that within a day.
 * https://docs.x.com/developer-terms/policy
 */
export async function recheck(ports: Rechecking): Promise<void> {
  const { network } = ports;
  const kept = await keptMentions(ports);
  if (kept.length === 0) return;
  // Our own list of mentions costs a fifth of looking posts up: only what it lacks is looked up.
  const oldest = Math.min(...kept.map(({ mention }) => mention.at));
  // An earlier version stored whole seconds.
  const listed = await network.mentions(oldest - secondMs);
  const seen = new Set(listed.found.map(({ post }) => post.versions[0]));
  const missing = kept.flatMap(({ mention }) =>
    seen.has(mention.versions[0]) ? [] : mention.versions.slice(-1),
  );
  const { found, gone } = await network.posts(missing);
  const onX = { found: [...listed.found, ...found], gone };
  for (const { card, mention } of kept) await bringUpToDate(ports, card, mention, onX);
}

async function keptMentions({ cards, clock, timings }: Rechecking): Promise<readonly Kept[]> {
  const since = clock.now() - timings.recheckBackMs;
  const kept: Kept[] = [];
  for (const card of await cards.withActsSince(since)) {
    for (const one of (await cards.get(card))?.acts ?? []) {
      if (one.kind === 'mention' && !one.gone && one.at >= since) kept.push({ card, mention: one });
    }
  }
  return kept;
}
