import type { App, BlockAction, BlockElementAction, SlackViewAction, ViewOutput } from '@slack/bolt';
import type { ModalView } from '@slack/web-api';
import type { Actor } from '../../core/card/actions.js';
import { refusalFor } from '../../core/card/authorize.js';
import type { Card } from '../../core/card/card.js';
import type { Decision } from '../../core/card/decide.js';
import { nextFor } from '../../core/card/order.js';
import { reachOf } from '../../core/card/reach.js';
import type { Refusal } from '../../core/card/refusal.js';
import { actorFor } from '../../core/desk/staff.js';
import { type CardId, type SlackUserId, slackUserId } from '../../core/ids.js';
import { firstName } from '../../core/post/names.js';
import { findingSentence, verdict } from '../../core/sentences/finding-sentences.js';
import { sentence } from '../../core/sentences/sentences.js';
import { say } from '../../core/words/words.js';
import type { Finding } from '../../core/writing/finding.js';
import { begunWith, opening } from '../../core/writing/starters.js';
import { isStorageFault, undefinedIf } from '../../errors.js';
import { approve } from '../../flows/answer/approve.js';
import { askForCheck, check } from '../../flows/answer/check.js';
import { claim } from '../../flows/answer/claim.js';
import { closeEditor, saveDraft } from '../../flows/answer/edit.js';
import { surroundingsOf } from '../../flows/answer/surroundings.js';
import type { Desks, Ports } from '../../ports.js';
import { actionIds, callbackIds, decodeRef } from '../ids.js';
import { asksForCheck, editorView, wordsIn } from '../screens/editor.js';
import { noteView } from '../screens/note-view.js';
import { askedView, outgoingView } from '../screens/outgoing-view.js';
import { warningView } from '../screens/warning-view.js';
import { decodeWriting, type Writing } from '../writing.js';
import { sendByHandOff } from './hand-off.js';
import { notServed } from './not-served.js';

type Words = NonNullable<ReturnType<typeof wordsIn>>;
/** The words, and the input that they stand in where there is one. */
type Sent = Pick<Words, 'text'> & Partial<Words>;

interface Written extends Writing {
  readonly ports: Ports;
  readonly card: CardId;
  readonly user: SlackUserId;
  readonly actor: Actor;
}

/** Registers the editor: words are kept as they are typed, *Send* stores and then lets the modal go. */
export function listenToEditor(app: App, desks: Desks): void {
  app.action<BlockAction>(actionIds.words, async ({ ack, action, body }) => {
    await ack();
    const written = body.view && (await writtenIn(body.view, body.user.id, desks));
    if (!written || action.type !== 'plain_text_input') return;
    await saveDraft(written.ports, written.card, written.actor, action.value ?? '', strokeAt(action));
  });

  app.action<BlockAction>(actionIds.tryOut, async ({ ack, action, body, client }) => {
    await ack();
    const { view } = body;
    const written = view && (await writtenIn(view, body.user.id, desks));
    const words = view && wordsIn(view.state.values);
    if (!written || !words) return;
    await saveDraft(written.ports, written.card, written.actor, words.text, strokeAt(action));
    const { desk } = written.ports;
    const found = await editorWith(written, words, (card) =>
      check(written.ports, card, written.actor, words.text).then((checked) => verdict(desk, checked, card)),
    );
    if (found) await client.views.update({ view_id: view.id, view: found });
  });

  app.action<BlockAction>(actionIds.starters, async ({ ack, action, body, client }) => {
    await ack();
    const { view } = body;
    const written = view && (await writtenIn(view, body.user.id, desks));
    const words = view && wordsIn(view.state.values);
    if (!written || !words || action.type !== 'static_select') return;
    const { ports, card: id, user, actor } = written;
    const card = await ports.cards.get(id);
    if (!card) return;
    const { clock, desk } = ports;
    const first = firstName(card.patron.name, card.patron.handle);
    const starter = action.selected_option.value;
    const draft = begunWith(starter, words.text, first, desk);
    await saveDraft(ports, id, actor, draft, strokeAt(action));
    const begun = opening(starter, first, desk);
    const around = await surroundingsOf(ports, card);
    const again = editorView({ card, desk, by: user, opening: begun, draft, now: clock.now(), around });
    await client.views.update({ view_id: view.id, view: again });
  });

  app.view(callbackIds.editor, async ({ ack, body, view }) => {
    const written = await writtenIn(view, body.user.id, desks);
    const words = wordsIn(view.state.values);
    if (!written || !words) {
      const [first = ''] = Object.keys(view.state.values);
      return ack({ response_action: 'errors', errors: { [words?.block ?? first]: notServed } });
    }
    const { desk } = written.ports;
    const stay = (said: string) => ack({ response_action: 'errors', errors: { [words.block]: said } });
    let came: ModalView | string;
    try {
      came = await submit(written, words);
    } catch (fault) {
      await stay(say(desk.words, 'told.not-saved'));
      throw fault;
    }
    if (typeof came === 'string') return stay(came);
    await ack({ response_action: 'update', view: came });
  });

  app.view(callbackIds.warning, async ({ ack, body, view }) => {
    const written = await writtenIn(view, body.user.id, desks);
    if (!written) return ack();
    const { ports, opening: text } = written;
    const tell = (said: string) => ack({ response_action: 'update', view: noteView(ports.desk, said) });
    let came: ModalView | string;
    try {
      came = await send({ ...written, opening: '' }, { text });
    } catch (fault) {
      await tell(say(ports.desk.words, 'told.not-saved'));
      throw fault;
    }
    if (typeof came === 'string') return tell(came);
    await ack({ response_action: 'update', view: came });
  });

  // A greeting that `/greet` began is the person's until they leave it, as an answer is.
  for (const callback of [callbackIds.editor, callbackIds.greet]) {
    app.view<SlackViewAction>({ callback_id: callback, type: 'view_closed' }, async ({ ack, body, view }) => {
      await ack();
      const written = await writtenIn(view, body.user.id, desks);
      if (!written) return;
      await closeEditor(written.ports, written.card, written.actor, written.opening);
    });
  }
}

/** The editor as it stands, with what is to be said of the card and the words in it. */
async function editorWith(
  { ports, card: id, opening: begun, user }: Written,
  { text, ...stands }: Sent,
  said: (card: Card) => string | Promise<string>,
): Promise<ModalView | undefined> {
  const { clock, desk } = ports;
  const card = await ports.cards.get(id);
  if (!card) return undefined;
  const found = await said(card);
  const around = await surroundingsOf(ports, card);
  const editing = { card, desk, by: user, opening: begun, draft: text, ...stands, found, around };
  return editorView({ ...editing, now: clock.now() });
}

/** What *Send* leads to: the next screen, or a sentence under the words. */
async function submit(written: Written, words: Words): Promise<ModalView | string> {
  const { ports, card: id, user, actor } = written;
  const { clock, desk } = ports;
  const { text } = words;
  // It went back to everybody while the editor stood: whoever sends takes it again. Why not is found below.
  if ((await ports.cards.get(id))?.state === 'open') await claim(ports, id, actor);
  const card = await ports.cards.get(id);
  if (card && asksForCheck(card, desk, user, clock.now())) {
    return outcome(written, await askForCheck(ports, id, actor, text));
  }
  if (
    card &&
    !refusalFor(card, { do: 'approve' }, actor, clock.now()) &&
    reachOf(card, desk.x.plan) === 'hand-off'
  ) {
    return sendByHandOff(ports, card, actor, text);
  }
  const checked = card && (await check(ports, card, actor, text));
  if (card && checked && !checked.stop && checked.warnings.length > 0) {
    await saveDraft(ports, id, actor, text, clock.now());
    return warningView(card, desk, checked.warnings, text);
  }
  return send(written, words);
}

/** Approves the words, after which comes the next screen; or a sentence, or the editor where there is something to read. */
async function send(written: Written, words: Sent): Promise<ModalView | string> {
  const { ports, card, actor, shown } = written;
  const { desk } = ports;
  const result = await approve(ports, card, actor, words.text, shown);
  // What was changed has to be read: it stands above the words.
  const isNews = 'refused' in result && (result.refused === 'changed' || result.refused === 'wrote-again');
  return (
    (isNews && (await editorWith(written, words, () => sentence(desk, result)))) || outcome(written, result)
  );
}

async function outcome(
  { ports, card: id, actor }: Written,
  result: Decision | Refusal | Finding,
): Promise<ModalView | string> {
  const { cards, clock, desk } = ports;
  if ('check' in result) {
    const card = await cards.get(id);
    return card ? findingSentence(desk, result, card) : sentence(desk, { refused: 'gone' });
  }
  if ('refused' in result) return sentence(desk, result);
  // It is stored: what waits besides is only a number on a button.
  const waiting = (await cards.waiting().catch(undefinedIf(isStorageFault))) ?? [];
  const came = { card: result.card, desk, waiting: nextFor(actor, waiting, desk).length };
  return result.card.state === 'in-review' ? askedView({ ...came, now: clock.now() }) : outgoingView(came);
}

async function writtenIn(view: ViewOutput, userId: string, desks: Desks): Promise<Written | undefined> {
  const ref = decodeRef(view.private_metadata);
  const ports = ref && (await desks.now(ref.desk));
  if (!ref || !ports) return undefined;
  const user = slackUserId(userId);
  return { ports, card: ref.card, ...decodeWriting(ref.extra), user, actor: actorFor(ports.desk, userId) };
}

/** Slack's time of a key stroke or press (Unix ms). */
const strokeAt = ({ action_ts }: BlockElementAction): number => Number(action_ts) * 1000;
