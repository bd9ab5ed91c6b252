import { randomUUID } from 'node:crypto';
import type { ModalView } from '@slack/web-api';
import type { Card } from '../../core/card/card.js';
import { isViewKind } from '../../core/card/open-views.js';
import type { SlackUserId } from '../../core/ids.js';
import { isStorageFault, undefinedIf } from '../../errors.js';
import { rememberView } from '../../flows/show/open-views.js';
import type { Ports } from '../../ports.js';
import { digestOf } from '../screens/open-view.js';

/** A view with an id of its own: Slack refuses one that was used before, even by a modal that is closed. */
export type Showing = ModalView & { readonly external_id: string };

/** A view to be shown once. */
export const asShowing = (view: ModalView): Showing => ({ ...view, external_id: randomUUID() });

interface Shown {
  readonly ports: Pick<Ports, 'cards' | 'clock'>;
  readonly user: SlackUserId;
  /** The card as the modal shows it. */
  readonly card: Card | undefined;
  /** Slack's own id of the modal. */
  readonly modal: string;
  /** Slack's mark of what it shows; undefined for what came with an acknowledgement. */
  readonly hash?: string | undefined;
}

/**
 * Remembers what a person was shown, so that it stays true; not a modal that says nothing of a card, or that holds words.
 * Without the store the modal stays as it is: it was shown, and nothing else failed.
 */
export async function remember(view: Showing, { ports, user, card, modal, hash }: Shown): Promise<void> {
  const { callback_id: kind, external_id: id } = view;
  if (!card || !isViewKind(kind)) return;
  const record = { id, modal, kind, user, at: ports.clock.now(), shown: card.version, shows: digestOf(view) };
  await rememberView(ports, card.id, hash ? { ...record, hash } : record).catch(undefinedIf(isStorageFault));
}
