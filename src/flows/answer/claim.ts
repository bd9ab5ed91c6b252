import { type Actor, theDesk } from '../../core/card/actions.js';
import type { Card } from '../../core/card/card.js';
import { decide } from '../../core/card/decide.js';
import { isRefusal, type Refusal } from '../../core/card/refusal.js';
import { refusalFor } from '../../core/card/rules.js';
import { isFollow, mayAnswer, takesNoReply } from '../../core/card/select.js';
import { actorFor } from '../../core/desk/desk-now.js';
import { inOrderOver } from '../../core/due/order.js';
import { waitingFor } from '../../core/due/waiting.js';
import type { CardId, PostId } from '../../core/ids.js';
import type { Desks, Ports } from '../../ports.js';
import { act } from '../act.js';
import { type Looking, lookAtOurTimeline } from '../send/look.js';
import { theirDesks } from '../their-desks.js';

/**
 * Claims a card for one person, with the post of a new follower that they `picked`; gives the card. Whoever has it already
 * keeps it, and may pick another post. Refused when somebody else has it.
 */
export async function claim(
  { cards, clock }: Pick<Ports, 'cards' | 'clock'>,
  id: CardId,
  actor: Actor,
  picked?: PostId,
): Promise<Card | Refusal> {
  return cards.change<Card>(id, (card) => {
    if (!card) return { refused: 'gone' };
    const result = decide(card, { do: 'claim', ...(picked ? { picked } : {}) }, actor, clock.now());
    if (!isRefusal(result)) return { next: result.card, result: result.card };
    const isTheirs = result.refused === 'taken' && actor.kind === 'staff' && result.by === actor.id;
    if (!isTheirs) return result;
    // They may have picked another post meanwhile: the last one counts.
    const next = picked && picked !== card.picked ? { ...card, picked, version: card.version + 1 } : card;
    return { next, result: next };
  });
}

/**
 * Gives a card to the person who picked a post to answer; undefined where their press named none. Refused with `no-post`
 * for a post that is neither the card's nor one of those shown.
 */
export async function claimForPost(
  ports: Pick<Ports, 'cards' | 'clock'>,
  id: CardId,
  actor: Actor,
  { post, shown }: { readonly post: PostId | undefined; readonly shown: readonly PostId[] },
): Promise<Card | Refusal> {
  const card = await ports.cards.get(id);
  if (!card) return { refused: 'gone' };
  if (post && mayAnswer(card, post, shown)) return claim(ports, id, actor, post);
  return refusalFor(card, { do: 'claim' }, actor, ports.clock.now()) ?? { refused: 'no-post' };
}

/** Takes a card from its holder. The answer of a hand-off may be on X already, so our timeline is read first. */
export async function takeOver(
  ports: Looking & Pick<Ports, 'timings'>,
  id: CardId,
  actor: Actor,
): Promise<Card | Refusal> {
  const { handOffQuietMs } = ports.timings;
  const card = await ports.cards.get(id);
  const now = ports.clock.now();
  const handOff = card && !refusalFor(card, { do: 'take-over' }, actor, now) ? card.handOff : undefined;
  if (handOff && now >= handOff.openedAt + handOffQuietMs) {
    await lookAtOurTimeline(ports, handOff.openedAt);
    await act(ports, id, { do: 'timeline-checked' }, theDesk);
  }
  const result = await act(ports, id, { do: 'take-over', handOffQuietMs }, actor);
  return isRefusal(result) ? result : result.card;
}

/** How many cards wait that a person can take, over all their desks that are together with one. */
export async function countNext(
  own: Pick<Ports, 'cards' | 'desk'>,
  desks: Desks,
  person: string,
): Promise<number> {
  const theirs = await theirDesks(desks, own.desk, person);
  const counts = (theirs.length > 0 ? theirs : [own]).map(
    async ({ cards, desk }) => (await cards.waiting(0, waitingFor(actorFor(desk, person)))).count,
  );
  return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
}

/**
 * The next card to answer over some desks of a person, and its desk: claimed; a new follower's is not claimed yet, because a post to answer is picked first. A card
 * that somebody else takes at the same moment is passed over. Undefined when nothing waits; refused to a trainee when
 * only greetings wait that trainees may not write.
 */
export async function claimNext<Of extends Pick<Ports, 'cards' | 'clock' | 'desk'>>(
  desks: readonly Of[],
  person: string,
): Promise<{ readonly ports: Of; readonly next: Card | Refusal } | undefined> {
  const tried = new Set<CardId>();
  for (;;) {
    const found = await firstOf(desks, person, tried);
    if (!found) break;
    const { actor, card, desk, ports } = found;
    // Nobody answers here what a desk only links to.
    if (isFollow(card) || (desk.account.linkOnly && actor.kind === 'staff')) return { ports, next: card };
    const claimed = await claim(ports, card.id, actor);
    if (!isRefusal(claimed) || actor.kind !== 'staff') return { ports, next: claimed };
    tried.add(card.id);
  }
  if (tried.size > 0) return undefined;
  for (const ports of desks) {
    const { first } = await ports.cards.waiting(50);
    if (first.some((card) => !takesNoReply(card, ports.desk)))
      return { ports, next: { refused: 'trainee-greets' } };
  }
  return undefined;
}

/** The card that is due first over some desks of a person, without those that they tried in vain. */
async function firstOf<Of extends Pick<Ports, 'cards' | 'desk'>>(
  desks: readonly Of[],
  person: string,
  tried: ReadonlySet<CardId>,
) {
  const firsts = desks.map(async (ports) => {
    const { cards, desk } = ports;
    const actor = actorFor(desk, person);
    // What somebody else has taken meanwhile is not among them any more, usually. Where nothing can be sent, few cards are.
    for (let most = 1 + tried.size; ; most *= 4) {
      const { first, count } = await cards.waiting(most, waitingFor(actor));
      const card = first.find((one) => !tried.has(one.id) && !takesNoReply(one, desk));
      if (card) return [{ actor, card, desk, ports }];
      if (first.length >= count) return [];
    }
  });
  const [found] = inOrderOver((await Promise.all(firsts)).flat());
  return found;
}
