import type { BlockAction, BlockElementAction } from '@slack/bolt';
import { type ModalView, WebAPIPlatformError, type WebClient } from '@slack/web-api';
import type { Who } from '../core/actions.js';
import type { Card } from '../core/card.js';
import type { Desk } from '../core/desk.js';
import { type CardId, type SlackUserId, slackUserId } from '../core/ids.js';
import type { Refusal } from '../core/refusal.js';
import { sentence } from '../core/sentences.js';
import { whoIs } from '../core/who.js';
import type { Ports } from '../ports.js';
import { escapeText } from './blocks.js';
import { decodeRef } from './ids.js';
import { noteView } from './note-view.js';

/** The desks that this process serves, by id. */
export type Desks = ReadonlyMap<string, Ports>;

/** Where a person is shown things: a modal that stands already, or a new one within 3 s of what they did. */
export interface Screen {
  readonly ports: Ports;
  readonly desk: Desk;
  readonly user: SlackUserId;
  readonly who: Who;
  /** Whether what the person did came from a modal. */
  readonly inModal: boolean;
  /**
   * Shows a modal in place of the one that stands; gives its id. Undefined for a doubled press, whose trigger the first
   * one used: that one shows it.
   */
  show(view: ModalView): Promise<string | undefined>;
  /** Changes a modal that was shown. */
  change(viewId: string, view: ModalView): Promise<void>;
  /** Tells the person alone: in the modal that stands, as far as it is about a card, or in the channel. */
  tell(said: string, card?: Card): Promise<void>;
  /** Tells the person why not. */
  refuse(refusal: Refusal, card?: Card): Promise<void>;
}

/** A button that a person pressed. */
export interface Press extends Screen {
  readonly card: CardId;
  /** What else the button says: a post, an option. */
  readonly extra: string | undefined;
}

interface Stood {
  readonly client: WebClient;
  readonly ports: Ports;
  readonly userId: string;
  readonly triggerId: string;
  readonly channel: string;
  readonly viewId?: string | undefined;
}

export function createScreen({ client, ports, userId, triggerId, channel, viewId }: Stood): Screen {
  const { desk } = ports;
  const show = async (view: ModalView) => {
    try {
      const { view: shown } = viewId
        ? await client.views.update({ view_id: viewId, view })
        : await client.views.open({ trigger_id: triggerId, view });
      return shown?.id;
    } catch (error) {
      if (error instanceof WebAPIPlatformError && error.data.error === 'exchanged_trigger_id')
        return undefined;
      throw error;
    }
  };
  const tell = async (said: string, card?: Card) => {
    if (viewId && card) await show(noteView(card, desk, said));
    else await client.chat.postEphemeral({ channel, user: userId, text: escapeText(said) });
  };
  return {
    ports,
    desk,
    user: slackUserId(userId),
    who: whoIs(desk, userId),
    inModal: viewId !== undefined,
    show,
    tell,
    refuse: (refusal, card) => tell(sentence(desk, refusal), card),
    change: async (id, view) => {
      await client.views.update({ view_id: id, view });
    },
  };
}

/** What a button says and where it stands; undefined for a button of a desk that is not served here. */
export function pressOf(
  body: BlockAction,
  action: BlockElementAction,
  client: WebClient,
  desks: Desks,
): Press | undefined {
  const ref = decodeRef(pressedValue(action));
  const ports = ref && desks.get(ref.desk);
  if (!ref || !ports) return undefined;
  const screen = createScreen({
    client,
    ports,
    userId: body.user.id,
    triggerId: body.trigger_id,
    channel: body.channel?.id ?? ports.desk.channel,
    viewId: body.view?.id,
  });
  return { ...screen, card: ref.card, extra: ref.extra };
}

function pressedValue(action: BlockElementAction): unknown {
  if (action.type === 'button') return action.value;
  if (action.type === 'overflow') return action.selected_option.value;
  return undefined;
}
