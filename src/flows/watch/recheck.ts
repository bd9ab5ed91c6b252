import { theDesk } from '../../core/card/actions.js';
import type { Card, Mention } from '../../core/card/card.js';
import { isFollow } from '../../core/card/select.js';
import type { CardId } from '../../core/ids.js';
import type { Ports } from '../../ports.js';
import { act } from '../act.js';
import { bringUpToDate } from './patron-news.js';

type Rechecking = Pick<Ports, 'cards' | 'clock' | 'desk' | 'network' | 'timings'>;

interface KeptMention {
  readonly card: CardId;
  readonly mention: Mention;
}

/**
 * Looks whether what the cards show is still there, and takes away what is not. It looks at what is open, and at what was
 * closed lately: X wants what was removed there to be gone within a day. https://docs.x.com/developer-terms/policy
 */
export async function recheck(ports: Rechecking): Promise<void> {
  const { cards, clock, timings } = ports;
  const ids = await cards.kept(clock.now() - timings.recheckClosedMs);
  const kept = (await Promise.all(ids.map((id) => cards.get(id)))).filter((card) => card !== undefined);
  await recheckMentions(ports, kept);
  await recheckFollowers(ports, kept);
}

async function recheckMentions(ports: Rechecking, kept: readonly Card[]): Promise<void> {
  const mentions = kept.flatMap(({ acts, id }) =>
    acts.flatMap((one): KeptMention[] =>
      one.kind === 'mention' && !one.gone ? [{ card: id, mention: one }] : [],
    ),
  );
  if (mentions.length === 0) return;
  const oldest = Math.min(...mentions.map(({ mention }) => mention.at));
  const now = await ports.network.postsAgain(
    mentions.flatMap(({ mention: { at, versions } }) => versions.slice(-1).map((id) => ({ id, at }))),
    await ports.cards.actTimes('mention', oldest),
  );
  for (const { card, mention } of mentions) await bringUpToDate(ports, card, mention, now);
}

async function recheckFollowers(ports: Rechecking, kept: readonly Card[]): Promise<void> {
  const follows = kept.filter((card) => isFollow(card) && !card.acts[0]?.gone);
  if (follows.length === 0) return;
  const oldest = Math.min(...follows.map(({ acts }) => acts[0]?.at ?? 0));
  const since = await ports.cards.actTimes('follow', oldest);
  const gone = await ports.network.followersAgain(
    follows.map(({ patron }) => patron.id),
    since.length,
  );
  for (const { acts, id, patron } of follows) {
    const [follow] = acts;
    if (follow && gone.includes(patron.id)) await act(ports, id, { do: 'withdraw', act: follow.id }, theDesk);
  }
}
