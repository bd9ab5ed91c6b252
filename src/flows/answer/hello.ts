import { helloOf, withHelloCounts } from '../../core/board/hello-counts.js';
import { bumpVersion, type PanelOutcome } from '../../core/board/panel.js';
import { type Actor, theDesk } from '../../core/card/actions.js';
import type { Card, Hello } from '../../core/card/card.js';
import { addAct } from '../../core/card/join.js';
import { isRefusal, type Refusal } from '../../core/card/refusal.js';
import { notStaffRefusal } from '../../core/card/rules.js';
import { conversationOfCard, isHelloId, lastAnswer, writerOf } from '../../core/card/select.js';
import { actId, cardId, type PanelId } from '../../core/ids.js';
import type { Patron } from '../../core/post/post.js';
import type { Ports } from '../../ports.js';
import { act } from '../act.js';
import { claim } from './claim.js';

/** Begins the one public post that greets everybody in a digest: gives a card of its own, claimed by the actor. */
export async function beginHello(
  ports: Pick<Ports, 'cards' | 'clock' | 'network' | 'panels'>,
  panel: PanelId,
  actor: Actor,
): Promise<Card | Refusal> {
  const { cards, clock, network } = ports;
  if (actor.kind !== 'staff') return notStaffRefusal(actor);
  const digest = await ports.panels.get(panel);
  if (digest?.kind !== 'digest') return { refused: 'gone' };
  if (digest.outcome) return refusalForEnded(digest.outcome);
  const { id: us, handle } = await network.me();
  const patron = { id: us, handle, name: `@${handle}` };
  const id = cardId(`hello-${panel}`);
  const now = clock.now();
  const greets = (await cards.inPanel(panel)).open.length;
  const hello: Hello = { kind: 'hello', id: actId(id), at: now, answered: false, digest: panel, greets };
  await cards.change(id, (card) => ({
    next: card ?? addAct(undefined, id, hello, patron, now).card,
    result: undefined,
  }));
  const claimed = await claim(ports, id, actor);
  if (!isRefusal(claimed) || claimed.refused !== 'closed') return claimed;
  const reopened = await act(ports, id, { do: 'start' }, actor);
  return isRefusal(reopened) ? reopened : reopened.card;
}

/** Whom a hello that is not out yet greets: everybody who waits in its digest now, oldest first. */
export async function peopleToGreet(
  { cards }: Pick<Ports, 'cards'>,
  { digest }: Hello,
): Promise<readonly Patron[]> {
  const found = await Promise.all((await cards.inPanel(digest)).open.map((id) => cards.get(id)));
  return found.flatMap((card) => (card ? [card.patron] : []));
}

/** The hello is on X: it greets everybody who is in its digest now, and closes their cards. May run again. */
export async function greetAll(ports: Pick<Ports, 'cards' | 'clock' | 'panels'>, card: Card): Promise<void> {
  const hello = helloOf(card);
  if (!hello) return;
  const answer = lastAnswer(card);
  const by = answer && writerOf(answer);
  const at = answer?.at ?? card.changedAt;
  await endDigest(ports, hello.digest, { how: 'greeted', at, ...(by ? { by } : {}) });
  for (const id of (await ports.cards.inPanel(hello.digest)).open) {
    await act(ports, id, { do: 'greeted' }, theDesk);
  }
  const inDigest = (await ports.cards.inPanel(hello.digest)).all;
  const all = await Promise.all(inDigest.map((id) => ports.cards.get(id)));
  const greeted = all.filter((one) => one?.closed?.reason === 'hello').length;
  await ports.cards.change(card.id, (now) => ({
    next: now && withHelloCounts(now, { greeted }),
    result: undefined,
  }));
}

/**
 * A patron answered a question of ours, or took the answer back: a hello's message says how many answered. May run again.
 * Two such counts may overtake each other, so it counts until the hello says what was counted after its write.
 */
export async function countAnswers({ cards }: Pick<Ports, 'cards'>, { id }: Card): Promise<void> {
  const post = conversationOfCard(id);
  const hello = post && (await cards.ofPost(post));
  if (!post || !hello || !isHelloId(hello)) return;
  for (let said = -1; ; ) {
    const answers = (await cards.answersTo(post)).length;
    if (answers === said) return;
    await cards.change(hello, (card) => ({
      next: card && withHelloCounts(card, { answers }),
      result: undefined,
    }));
    said = answers;
  }
}

const refusalForEnded = ({ how, by, at }: PanelOutcome): Refusal =>
  how === 'greeted' && by ? { refused: 'answered', by, at } : { refused: 'closed', ...(by ? { by } : {}) };

/** *Skip all*: closes the cards that are in a digest now. */
export async function skipAll(
  ports: Pick<Ports, 'cards' | 'clock' | 'panels'>,
  panel: PanelId,
  actor: Actor,
): Promise<Refusal | undefined> {
  if (actor.kind !== 'staff') return notStaffRefusal(actor);
  if ((await ports.panels.get(panel))?.kind !== 'digest') return { refused: 'gone' };
  await endDigest(ports, panel, { how: 'skipped', by: actor.id, at: ports.clock.now() });
  for (const id of (await ports.cards.inPanel(panel)).open) await act(ports, id, { do: 'dismiss' }, actor);
  return undefined;
}

/** Ends a digest. Done before its cards are closed, so that no new card joins it in between. */
const endDigest = ({ panels }: Pick<Ports, 'panels'>, id: PanelId, outcome: PanelOutcome) =>
  panels.change(id, (panel) => ({
    next: panel && !panel.outcome ? { ...bumpVersion(panel), closed: true, outcome } : panel,
    result: undefined,
  }));
