import { randomUUID } from 'node:crypto';
import type { ViewOutput } from '@slack/bolt';
import type { ModalView, WebClient } from '@slack/web-api';
import type { Card } from '../../core/card/card.js';
import { isViewKind, type ViewKind } from '../../core/card/open-views.js';
import type { SlackUserId } from '../../core/ids.js';
import { isStorageFault, undefinedIf } from '../../errors.js';
import { rememberView } from '../../flows/show/open-views.js';
import type { Ports } from '../../ports.js';
import { isAnswered } from '../connect/faults.js';
import { withPictures } from '../connect/with-pictures.js';
import { callbackIds } from '../ids.js';
import { digestOf } from '../screens/open-view.js';
import { decodeRef, readPost } from '../values.js';

/** A view with an id of its own: Slack refuses one that was used before, even by a modal that is closed. */
export type Showing = ModalView & { readonly external_id: string };

/** A view to be shown once. */
export const asShowing = (view: ModalView): Showing => ({ ...view, external_id: randomUUID() });

type Remembering = Pick<Ports, 'cards' | 'clock' | 'due' | 'timings'>;

/** A card that a modal quotes: of the desk whose modal it is, or of another one. */
export type Quoted = Card | { readonly ports: Pick<Ports, 'cards'>; readonly card: Card };

interface Shown {
  readonly ports: Remembering;
  readonly user: SlackUserId;
  /** The card as the modal shows it, and others that it quotes. */
  readonly card: Card | undefined;
  readonly others?: readonly Quoted[] | undefined;
  /** Slack's own id of the modal. */
  readonly modal: string;
  /** Slack's mark of what it shows; undefined for what came with an acknowledgement. */
  readonly hash?: string | undefined;
}

/**
 * Remembers what a person was shown, so that it stays true; one that holds words or shows several cards, so that it does not
 * quote what is gone. Not a modal that says nothing of a card. Each is cleared a day later.
 * Without the store the modal stays as it is: it was shown, and nothing else failed.
 */
export async function remember(view: Showing, { ports, user, card, others = [], modal, hash }: Shown) {
  const { callback_id: callback, external_id: id } = view;
  await clearLater(view, ports);
  // A note is the sentence that its reader has to read, and quotes nobody.
  if (callback === callbackIds.note) return;
  const kind: ViewKind = isViewKind(callback) ? callback : 'quotes';
  const post = kind === 'picture' ? readPost(decodeRef(view.private_metadata)?.extra) : undefined;
  const known = { id, modal, user, at: ports.clock.now(), shows: digestOf(view), ...(hash && { hash }) };
  const quoting = others
    .map((one) => ('card' in one ? one : { ports, card: one }))
    .map((one) => ({ ...one, kind: 'quotes' as const }));
  await Promise.all(
    [...(card ? [{ ports, card, kind, ...(post && { post }) }] : []), ...quoting].map(
      ({ ports: its, card: one, ...how }) =>
        rememberView(its, one.id, { ...known, ...how, shown: one.version }).catch(
          undefinedIf(isStorageFault),
        ),
    ),
  );
}

/** A person's modal with words in it, and the card that it is about. */
type Redrawn = Pick<Shown, 'ports' | 'user' | 'card'>;

/** Draws a modal with words in it anew after a press in it. With a `hash` Slack refuses what was drawn meanwhile. */
export async function update(
  client: WebClient,
  which: { readonly view_id: string; readonly hash?: string },
  next: ModalView,
  about: Redrawn,
): Promise<void> {
  const showing = asShowing(next);
  const { answer } = await withPictures(showing, (view) => client.views.update({ ...which, view }));
  await remember(showing, { ...about, modal: which.view_id, hash: answer.view?.hash });
}

/** The same with what was typed; does nothing when the person went on to something else, or closed it. */
export async function redraw(
  client: WebClient,
  { id, hash }: ViewOutput,
  next: ModalView,
  about: Redrawn,
): Promise<void> {
  try {
    await update(client, { view_id: id, hash }, next, about);
  } catch (error) {
    if (!isAnswered(error, ['hash_conflict', 'not_found'])) throw error;
  }
}

type Clearing = Pick<Ports, 'clock' | 'due' | 'timings'>;

/** Puts on the due list that a modal is cleared, however long somebody leaves it open. */
export async function clearLater(
  { external_id: id }: Showing,
  { clock, due, timings }: Clearing,
): Promise<void> {
  const entry = { job: 'screen', id, at: clock.now() + timings.screenForMs } as const;
  await due.put(entry).catch(undefinedIf(isStorageFault));
}
