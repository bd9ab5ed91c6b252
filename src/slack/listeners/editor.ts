import type { App, BlockAction, BlockElementAction, SlackViewAction, ViewOutput } from '@slack/bolt';
import type { ModalView } from '@slack/web-api';
import { helloOf } from '../../core/board/hello-counts.js';
import type { Actor } from '../../core/card/actions.js';
import type { Card } from '../../core/card/card.js';
import { isFollow } from '../../core/card/select.js';
import type { Desk } from '../../core/desk/desk.js';
import { actorFor } from '../../core/desk/desk-now.js';
import { type CardId, type SlackUserId, slackUserId } from '../../core/ids.js';
import { givenName } from '../../core/post/given-name.js';
import { findingSentence, lookedOver } from '../../core/sentences/finding-sentences.js';
import { refusalSentence } from '../../core/sentences/sentences.js';
import { openingText, replaceOpening, starterOrUsual } from '../../core/writing/starters.js';
import { isStorageFault, undefinedIf } from '../../errors.js';
import { check } from '../../flows/answer/check.js';
import { countNext } from '../../flows/answer/claim.js';
import { closeEditor, saveDraft } from '../../flows/answer/edit.js';
import { peopleToGreet } from '../../flows/answer/hello.js';
import { type Submission, type Submitted, submit } from '../../flows/answer/submit.js';
import { surroundingsOf } from '../../flows/answer/surroundings.js';
import type { Desks, Ports } from '../../ports.js';
import { type Editing, editorView, wordsIn } from '../editor/editor.js';
import { aboveId, greetsId } from '../editor/editor-above.js';
import { handOffView } from '../editor/finish-view.js';
import { askedView, outgoingView } from '../editor/outgoing-view.js';
import { warningView } from '../editor/warning-view.js';
import { actionIds, callbackIds } from '../ids.js';
import { contextIn } from '../parts/context.js';
import { withoutPictures } from '../parts/pictures.js';
import { noteView } from '../screens/note-view.js';
import { decodeRef, decodeWriting, type Writing } from '../values.js';
import { notServed, orTellNotSaved } from './press.js';
import { asShowing, redraw, remember, update } from './showings.js';

/** The editor, or a screen in its place, that a person has open. */
interface OpenEditor extends Writing {
  readonly ports: Ports;
  readonly desks: Desks;
  readonly desk: Desk;
  readonly card: CardId;
  readonly user: SlackUserId;
  readonly actor: Actor;
  /** What the view shows. */
  readonly blocks: ViewOutput['blocks'];
}

/** The next screen, and the card that it shows; or a sentence about why there is none. */
type Next = { readonly view: ModalView; readonly card: Card | undefined } | string;

/** Registers the editor: words are saved as they are typed, and the modal closes only on words that are stored. */
export function listenToEditor(app: App, desks: Desks): void {
  app.action<BlockAction>(actionIds.words, async ({ ack, action, body, client }) => {
    await ack();
    const { view } = body;
    const editor = view && (await editorIn(view, body.user.id, desks));
    if (!editor || action.type !== 'plain_text_input') return;
    const { value, block_id: block } = action;
    const card = await saveDraft(editor.ports, editor.card, editor.actor, value ?? '', pressedAt(action));
    if (!card || (await isTrue(view, editor, card, value ?? ''))) return;
    const next = await viewOf(editor, card, { draft: value ?? '', block });
    await redraw(client, view, next, { ...editor, card });
  });

  app.action<BlockAction>(actionIds.tryOut, async ({ ack, action, body, client }) => {
    await ack();
    const { view } = body;
    const editor = view && (await editorIn(view, body.user.id, desks));
    const words = view && wordsIn(view.state.values);
    if (!editor || !words) return;
    const { ports, desk, actor } = editor;
    const card = await saveDraft(ports, editor.card, actor, words.text, pressedAt(action));
    if (!card) return;
    const checked = await check(ports, card, actor, words.text);
    const looked = { words: checked.text, found: lookedOver(desk, checked, card) };
    const next = await viewOf(editor, card, { draft: words.text, block: words.block, looked });
    await update(client, { view_id: view.id }, next, { ...editor, card });
  });

  app.action<BlockAction>(actionIds.seeAll, async ({ ack, body, client }) => {
    await ack();
    const { view } = body;
    const editor = view && (await editorIn(view, body.user.id, desks));
    const words = view && wordsIn(view.state.values);
    const card = editor && (await editor.ports.cards.get(editor.card));
    if (!editor || !words || !card) return;
    const next = await viewOf(editor, card, { draft: words.text, block: words.block, showsAll: true });
    await redraw(client, view, next, { ...editor, card });
  });

  app.action<BlockAction>(actionIds.starters, async ({ ack, action, body, client }) => {
    await ack();
    const { view } = body;
    const editor = view && (await editorIn(view, body.user.id, desks));
    const words = view && wordsIn(view.state.values);
    if (!editor || !words || action.type !== 'static_select') return;
    const { ports, desk, actor } = editor;
    const card = await ports.cards.get(editor.card);
    if (!card) return;
    const first = givenName(card.patron.name, card.patron.handle);
    const kind = isFollow(card) ? 'greeting' : 'answer';
    const starter = starterOrUsual(action.selected_option.value, kind, desk);
    const draft = replaceOpening(starter, words.text, first, desk);
    await saveDraft(ports, card.id, actor, draft, pressedAt(action));
    const begun = await viewOf(editor, card, { opening: openingText(starter, first, desk), draft });
    await update(client, { view_id: view.id }, begun, { ...editor, card });
  });

  app.view(callbackIds.editor, async ({ ack, body, view }) => {
    const editor = await editorIn(view, body.user.id, desks);
    const words = wordsIn(view.state.values);
    const [firstBlock = ''] = Object.keys(view.state.values);
    const stay = (why: string) =>
      ack({ response_action: 'errors', errors: { [words?.block ?? firstBlock]: why } });
    if (!editor || !words) return stay(notServed);
    const next = await orTellNotSaved(editor.desk, stay, () =>
      send(editor, { text: words.text, begun: editor.opening }, words.block),
    );
    await (typeof next === 'string'
      ? stay(next)
      : showNext(editor, next, view.id, (shown) => ack({ response_action: 'update', view: shown })));
  });

  // *Send anyway*: the words that were held up travel in the place of an opening.
  app.view(callbackIds.warning, async ({ ack, body, view }) => {
    const warning = await editorIn(view, body.user.id, desks);
    if (!warning) return ack();
    const editor = { ...warning, opening: '' };
    const tell = (why: string) =>
      ack({ response_action: 'update', view: asShowing(noteView(editor.desk, why)) });
    const next = await orTellNotSaved(editor.desk, tell, () =>
      send(editor, { text: warning.opening, warned: true }),
    );
    await (typeof next === 'string'
      ? tell(next)
      : showNext(editor, next, view.id, (shown) => ack({ response_action: 'update', view: shown })));
  });

  // A greeting that `/greet` began is the person's until they close it, as an answer is.
  for (const callback of [callbackIds.editor, callbackIds.greet]) {
    app.view<SlackViewAction>({ callback_id: callback, type: 'view_closed' }, async ({ ack, body, view }) => {
      await ack();
      const editor = await editorIn(view, body.user.id, desks);
      if (editor) await closeEditor(editor.ports, editor.card, editor.actor, editor.opening);
    });
  }
}

/** Whether an open editor still says above its input what is so. */
async function isTrue(
  view: ViewOutput,
  { desk, user, ports }: OpenEditor,
  card: Card,
  draft: string,
): Promise<boolean> {
  const has = (id: string) => view.blocks.some(({ block_id }) => block_id === id);
  const hello = helloOf(card);
  if (hello && !has(greetsId(await peopleToGreet(ports, hello)))) return false;
  return has(aboveId({ card, desk, by: user, now: ports.clock.now(), draft }));
}

/** Shows the next screen in the place of the one that was sent. Slack gives no mark of what came with an acknowledgement. */
async function showNext(
  { ports, user }: OpenEditor,
  { view: next, card }: Exclude<Next, string>,
  modal: string,
  ack: (view: ModalView) => Promise<void>,
): Promise<void> {
  const view = asShowing(next);
  await ack(view);
  await remember(view, { ports, user, card, modal });
}

/** *Send*. How many others wait is read meanwhile: nobody waits for that number. */
async function send(editor: OpenEditor, submission: Submission, block?: string): Promise<Next> {
  const { ports, card, actor, shownPost } = editor;
  const [submitted, waiting] = await Promise.all([
    submit(ports, card, actor, { ...submission, shownPost }),
    countWaiting(editor),
  ]);
  return nextOf(editor, submitted, waiting, { draft: submission.text, ...(block ? { block } : {}) });
}

async function nextOf(
  editor: OpenEditor,
  submitted: Submitted,
  waiting: number,
  words: Pick<Editing, 'draft' | 'block'>,
): Promise<Next> {
  const { desk, ports } = editor;
  const { card } = submitted;
  const now = ports.clock.now();
  switch (submitted.outcome) {
    case 'approved':
      return { view: outgoingView({ card: submitted.card, desk, waiting, now }), card };
    case 'check-asked':
      return { view: askedView({ card: submitted.card, desk, waiting, now }), card };
    case 'hand-off':
      return { view: handOffView(submitted.card, desk, submitted.checked, now), card };
    case 'warned':
      return { view: warningView(submitted.card, desk, submitted.warnings, words.draft ?? '', now), card };
    case 'stopped':
      return findingSentence(desk, submitted.stop, submitted.card);
    case 'refused': {
      const why = refusalSentence(desk, submitted.refusal, now);
      // What the patron changed or added has to be read: the editor shows it above the words.
      const isNews = ['changed', 'wrote-again'].includes(submitted.refusal.refused);
      if (!card || !isNews) return why;
      // Slack takes an acknowledgement once: a picture that it could not load would cost the words.
      return { view: withoutPictures(await viewOf(editor, card, { ...words, found: why })), card };
    }
  }
}

/** How many cards wait that this person can take; 0 while the store is away, because it only counts on a button. */
const countWaiting = async ({ ports, desks, user }: OpenEditor): Promise<number> =>
  (await countNext(ports, desks, user).catch(undefinedIf(isStorageFault))) ?? 0;

/** The editor of this person again, on a card as it is now. */
async function viewOf(
  { ports, desk, user, opening: begun, blocks }: OpenEditor,
  card: Card,
  changed: Partial<Pick<Editing, 'opening' | 'draft' | 'block' | 'found' | 'looked' | 'showsAll'>>,
): Promise<ModalView> {
  const around = await surroundingsOf(ports, card);
  const context = contextIn(blocks, card);
  const now = ports.clock.now();
  return editorView({ card, desk, by: user, opening: begun, ...changed, ...around, context, now });
}

async function editorIn(view: ViewOutput, userId: string, desks: Desks): Promise<OpenEditor | undefined> {
  const ref = decodeRef(view.private_metadata);
  const ports = ref && (await desks.now(ref.desk));
  const writing = ref && decodeWriting(ref.extra);
  if (!ref || !ports || !writing) return undefined;
  const { desk } = ports;
  const user = slackUserId(userId);
  const { blocks } = view;
  return { ports, desks, desk, card: ref.card, ...writing, user, actor: actorFor(desk, userId), blocks };
}

/** When a key was struck or a button pressed, by Slack's clock (Unix ms). */
const pressedAt = ({ action_ts }: BlockElementAction): number => Number(action_ts) * 1000;
