import type { BlockAction, BlockElementAction, RespondFn } from '@slack/bolt';
import { type ModalView, type ViewsOpenResponse, WebAPIPlatformError, type WebClient } from '@slack/web-api';
import type { Actor } from '../../core/card/actions.js';
import type { Card } from '../../core/card/card.js';
import type { Refusal } from '../../core/card/refusal.js';
import type { Desk } from '../../core/desk/desk.js';
import { actorFor } from '../../core/desk/desk-now.js';
import { type CardId, type PostId, type SlackUserId, slackUserId } from '../../core/ids.js';
import { refusalSentence } from '../../core/sentences/sentences.js';
import { defaultWords, say } from '../../core/words/words.js';
import type { Logger } from '../../log.js';
import type { Desks, Ports } from '../../ports.js';
import { isAnswered } from '../connect/faults.js';
import { withPictures } from '../connect/with-pictures.js';
import { greetHerePattern, openInXPattern } from '../ids.js';
import { escapeText, type Message } from '../parts/blocks.js';
import { markedSentence } from '../parts/practice.js';
import { noteView } from '../screens/note-view.js';
import { decodeRef, readPostAndText } from '../values.js';
import { asShowing, type Quoted, remember, type Showing } from './showings.js';

/** A modal as a person sees it: by its hash Slack knows whether it is still the same. */
interface ShownModal {
  readonly id: string;
  readonly hash: string;
  /** Slack could not load a picture of it, so it has none. */
  readonly picturesRefused?: true;
}

/** Where a person is shown things: in the modal that they have open, or in a new one within 3 s of what they did. */
export interface Screen {
  readonly ports: Ports;
  readonly desk: Desk;
  readonly user: SlackUserId;
  readonly actor: Actor;
  /** Whether what the person did came from a modal. */
  readonly inModal: boolean;
  /**
   * Shows a modal, in place of the open one. Undefined when the person has closed that one; also for a press that Slack
   * delivered twice, because its trigger opened a modal already. With the `card` that it shows, it is kept up to date;
   * what is removed from `others` that it quotes goes.
   */
  show(view: ModalView, card?: Card, others?: readonly Quoted[]): Promise<ShownModal | undefined>;
  /** The same above the open one, which keeps what is typed in it. */
  showAbove(view: ModalView, card?: Card): Promise<ShownModal | undefined>;
  /** Changes a modal; does nothing when the person went on to something else, or closed it. */
  change(shown: ShownModal, view: ModalView, card?: Card, others?: readonly Quoted[]): Promise<void>;
  /**
   * Tells the person alone: in the open modal, or in the channel where they are; else in a new modal. The text says nothing of a
   * patron, because what is whispered in a channel can't be taken back.
   */
  tell(text: string, card?: Card): Promise<void>;
  /** Tells the person why not. Where that is a whisper it names no patron. */
  refuse(refusal: Refusal, card?: Card): Promise<void>;
  /** The same place for the other side of the desk. */
  onSide(ports: Ports): Screen;
}

/** A button that a person pressed. */
export interface Press extends Screen {
  readonly card: CardId;
  /** What else the button says: a post, an option. */
  readonly extra: string | undefined;
  /** The posts that the modal offers to answer, if the press came from one. */
  readonly offered: readonly PostId[];
}

/** Where something was pressed or typed; no channel on the App Home, for one. */
interface Place {
  readonly client: WebClient;
  readonly ports: Ports;
  readonly userId: string;
  readonly triggerId: string;
  readonly channel?: string | undefined;
  /** The modal that is open. */
  readonly viewId?: string | undefined;
  /** The card that a press is about. */
  readonly card?: CardId | undefined;
}

const somebody = ({ words }: Desk): string => say(words, 'kept.somebody');

/** The screen of a person, from where they pressed or typed something. */
export function createScreen(place: Place): Screen {
  const { client, ports, userId, triggerId, channel, viewId, card: id } = place;
  const { desk } = ports;
  const user = slackUserId(userId);
  /** Undefined for a call that Slack refuses with one of these codes. */
  const shownBy = async (
    asked: ModalView,
    card: Card | undefined,
    codes: readonly string[],
    call: (view: Showing) => Promise<ViewsOpenResponse>,
    others?: readonly Quoted[],
  ): Promise<ShownModal | undefined> => {
    const view = asShowing(asked);
    const { answer, ...how } = await withPictures(view, call).catch((error: unknown) => {
      if (!isAnswered(error, codes)) throw error;
      return { answer: undefined };
    });
    const shown = answer?.view;
    if (!shown?.id) return undefined;
    const { id, hash = '' } = shown;
    await remember(view, { ports, user, card, others, modal: id, hash });
    return { id, hash, ...how };
  };
  const noModal = ['exchanged_trigger_id', 'not_found'];
  const show = (asked: ModalView, card?: Card, others?: readonly Quoted[]) => {
    const call = (view: Showing) =>
      viewId
        ? client.views.update({ view_id: viewId, view })
        : client.views.open({ trigger_id: triggerId, view });
    return shownBy(asked, card, noModal, call, others);
  };
  const showAbove = (asked: ModalView, card?: Card) =>
    shownBy(asked, card, noModal, (view) =>
      viewId
        ? client.views.push({ trigger_id: triggerId, view })
        : client.views.open({ trigger_id: triggerId, view }),
    );
  const tell = async (text: string, card?: Card) => {
    if (!viewId && channel && (await isWhispered(client, channel, userId, markedSentence(text, desk))))
      return;
    await show(noteView(desk, text, card ?? (id && (await ports.cards.get(id)))));
  };
  const refuse = async (refusal: Refusal, card?: Card) => {
    // What is whispered can't be taken back, so it names no patron.
    const isWhisper = viewId === undefined && channel !== undefined;
    const said = isWhisper && 'first' in refusal ? { ...refusal, first: somebody(desk) } : refusal;
    await tell(refusalSentence(desk, said, ports.clock.now()), card);
  };
  return {
    ports,
    desk,
    user,
    actor: actorFor(desk, userId),
    inModal: viewId !== undefined,
    show,
    showAbove,
    tell,
    refuse,
    onSide: (side) => createScreen({ ...place, ports: side, card: undefined }),
    change: async ({ id: view_id, hash }, asked, card, others) => {
      const call = (view: Showing) => client.views.update({ view_id, hash, view });
      await shownBy(asked, card, ['hash_conflict', 'not_found'], call, others);
    },
  };
}

/**
 * Tells a person alone in a channel; false where Slack refuses that, as for somebody who presses a button of a public
 * channel that they are not in. https://docs.slack.dev/reference/methods/chat.postEphemeral
 */
async function isWhispered(
  client: WebClient,
  channel: string,
  user: string,
  message: Message,
): Promise<boolean> {
  try {
    await client.chat.postEphemeral({ channel, user, ...message });
    return true;
  } catch (error) {
    if (error instanceof WebAPIPlatformError) return false;
    throw error;
  }
}

/** A press on a button about a card, which is read beside the desk where it `changes` it; undefined where the desk is not served here. */
export async function pressOf(
  body: BlockAction,
  action: BlockElementAction,
  client: WebClient,
  desks: Desks,
  changes = false,
): Promise<Press | undefined> {
  const ref = decodeRef(pressedValue(action));
  const ports = ref && (await desks.now(ref.desk, changes ? ref.card : undefined));
  if (!ref || !ports) return undefined;
  return {
    ...screenOf(body, client, ports, ref.card),
    card: ref.card,
    extra: ref.extra,
    offered: offeredPosts(body, ref.card),
  };
}

/** The posts of the buttons that answer one. Slack says what a modal shows; the value of the press is no proof of that. */
function offeredPosts({ view }: BlockAction, card: CardId): readonly PostId[] {
  const buttons = (view?.blocks ?? []).flatMap((block) =>
    block.type === 'actions' && 'elements' in block ? block.elements : [],
  );
  return buttons.flatMap((one) => {
    if (one.type !== 'button' || !('value' in one) || !('action_id' in one)) return [];
    const answersPost = [greetHerePattern, openInXPattern].some((pattern) =>
      pattern.test(one.action_id ?? ''),
    );
    const ref = answersPost ? decodeRef(one.value) : undefined;
    const post = ref?.card === card ? readPostAndText(ref.extra)?.post : undefined;
    return post ? [post] : [];
  });
}

/** Where a press is answered: in the modal that it came from, or in one of its own. */
export function screenOf(body: BlockAction, client: WebClient, ports: Ports, card?: CardId): Screen {
  const onHome = body.view?.type === 'home';
  return createScreen({
    client,
    ports,
    userId: body.user.id,
    triggerId: body.trigger_id,
    channel: onHome ? undefined : (body.channel?.id ?? ports.desk.channel),
    viewId: onHome ? undefined : body.view?.id,
    card,
  });
}

/** The value of a button, or of the option that was picked. */
export function pressedValue(action: BlockElementAction): unknown {
  if (action.type === 'button') return action.value;
  if (action.type === 'overflow') return action.selected_option.value;
  return undefined;
}

/** For buttons and modals of a desk that was renamed or removed in desk.yaml: it has no words of its own any more. */
export const notServed = say(defaultWords, 'told.not-served');

/** Tells the person who pressed such a button. Only a message has a place for that; a Home is made anew. */
export async function tellNotServed(
  log: Logger,
  action: string,
  respond: RespondFn | undefined,
): Promise<void> {
  log.warn({ action }, 'a button of no desk that is served here');
  await respond?.({ response_type: 'ephemeral', replace_original: false, text: escapeText(notServed) });
}

/** Does something that writes. Where that fails, `tell` says that nothing was saved, and the fault goes on to the log. */
export async function orTellNotSaved<T>(
  { words }: Pick<Desk, 'words'>,
  tell: (text: string) => Promise<void>,
  write: () => Promise<T>,
): Promise<T> {
  try {
    return await write();
  } catch (fault) {
    await tell(say(words, 'told.not-saved'));
    throw fault;
  }
}
