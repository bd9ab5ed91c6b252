import type { Card } from '../../core/card/card.js';
import {
  appearsAt,
  changeOpenView,
  isForgotten,
  type OpenView,
  staleViews,
  withOpenView,
  withoutOpenView,
} from '../../core/card/open-views.js';
import { isRefusal } from '../../core/card/refusal.js';
import { actorFor } from '../../core/desk/desk-now.js';
import type { CardId } from '../../core/ids.js';
import { Busy, KeysRefused, Rejected } from '../../errors.js';
import type { OpenViewContent } from '../../ports/board.js';
import type { Desks, Ports } from '../../ports.js';
import { countNext } from '../answer/claim.js';
import { prepareHandOff } from '../answer/hand-off.js';
import { clearScreen } from '../keep/clear-screen.js';
import { cardsOf } from '../patron-cards.js';
import { stopwatch } from '../stopwatch.js';
import { noOthers } from '../tell/said-together.js';

type Showing = Pick<
  Ports,
  'board' | 'cards' | 'clock' | 'desk' | 'due' | 'ourPosts' | 'settings' | 'timings'
>;

/** Remembers a modal that somebody was shown, so that it is brought up to date when its card changes. Idempotent. */
export async function rememberView(
  { cards }: Pick<Ports, 'cards'>,
  card: CardId,
  view: OpenView,
): Promise<void> {
  await cards.change(card, (now) => ({ next: now && withOpenView(now, view), result: undefined }));
}

/**
 * Brings the open modals of a card up to date, whoever opened them in whichever process. A modal that was closed is
 * forgotten; one that shows something else by now is left alone. May be cut off anywhere and run again.
 */
export async function showOpenViews(ports: Showing, id: CardId, desks = noOthers): Promise<void> {
  const card = await ports.cards.get(id);
  if (card) await bringAll(ports, id, staleViews(card), desks);
}

/** The same for all cards, where a pause began or ended: that changes no card. */
export async function showPauseInViews(ports: Showing, desks = noOthers): Promise<void> {
  for (const id of await ports.cards.withOpenViews()) {
    await bringAll(ports, id, (await ports.cards.get(id))?.openViews ?? [], desks);
  }
}

/** One modal that fails holds up no other; then what failed first is said. */
async function bringAll(ports: Showing, id: CardId, views: readonly OpenView[], desks: Desks): Promise<void> {
  const ends = await Promise.allSettled(views.map((view) => bringOne(ports, id, view, desks)));
  const failed = ends.find((end) => end.status === 'rejected');
  if (failed) throw failed.reason;
}

async function bringOne(ports: Showing, id: CardId, { id: viewId }: OpenView, desks: Desks): Promise<void> {
  const { board, cards, clock, timings } = ports;
  const change = (next: (card: Card) => Card) =>
    cards.change(id, (card) => ({ next: card && next(card), result: undefined }));
  const forget = () => change((card) => withoutOpenView(card, viewId));
  const mayStillSend = stopwatch(clock, timings.showWithinMs);
  const card = await cards.get(id);
  const view = card?.openViews?.find((one) => one.id === viewId);
  if (!card || !view) return;
  if (isForgotten(view.at, clock.now())) return void (await forget());
  if (card.erased) {
    await clearScreen(ports, viewId);
    return void (await forget());
  }

  const screen = board.openView(await contentOf(ports, card, view, desks));
  const shown = { shown: card.version };
  if (!screen || screen.shows === view.shows) {
    return void (await change((now) => changeOpenView(now, viewId, (one) => ({ ...one, ...shown }))));
  }
  const update = await screen.update(view, mayStillSend).catch(async (fault: unknown) => {
    // Slack would refuse it for ever.
    if (fault instanceof Rejected && !(fault instanceof KeysRefused)) await forget();
    throw fault;
  });
  if (update.outcome === 'shown') {
    const { kind, shows } = screen;
    const { hash } = update;
    await change((now) => changeOpenView(now, viewId, (one) => ({ ...one, ...shown, kind, shows, hash })));
  } else if (update.outcome === 'closed') {
    const retryAt = appearsAt(view, clock.now());
    if (retryAt !== undefined) throw new Busy(retryAt, 'A modal');
    await forget();
  } else {
    await withoutHash(ports, id, view);
  }
}

/**
 * Somebody changed the modal since: another process, which records it, or one that died before that. So the next update
 * begins from the newest record, and without the mark where that is still the old one.
 */
async function withoutHash({ cards, clock, timings }: Showing, id: CardId, { id: viewId, hash }: OpenView) {
  await cards.change(id, (card) => {
    if (!card) return { next: card, result: undefined };
    const next = changeOpenView(card, viewId, ({ hash: known, ...one }) =>
      known === hash || known === undefined ? one : { ...one, hash: known },
    );
    return { next, result: undefined };
  });
  throw new Busy(clock.now() + timings.tickMs, 'A modal');
}

/** What a modal is about, as it is now. */
async function contentOf(ports: Showing, card: Card, view: OpenView, desks: Desks): Promise<OpenViewContent> {
  const actor = actorFor(ports.desk, view.user);
  const waiting = await countNext(ports, desks, view.user);
  if (view.kind === 'person')
    return { card, view, waiting, others: await cardsOf(ports, card.patron.id, card.id) };
  if (view.kind !== 'finish') return { card, view, waiting };
  const checked = await prepareHandOff(ports, card, actor, card.draft?.text ?? '');
  return { card, view, waiting, ...(isRefusal(checked) ? {} : { checked }) };
}
