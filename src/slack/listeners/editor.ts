import type { App, BlockAction, BlockElementAction, SlackViewAction, ViewOutput } from '@slack/bolt';
import type { Who } from '../../core/actions.js';
import type { Stop } from '../../core/checks.js';
import type { Decision } from '../../core/decide.js';
import { type CardId, slackUserId } from '../../core/ids.js';
import type { Refusal } from '../../core/refusal.js';
import { sentence, stopSentence } from '../../core/sentences.js';
import { whoIs } from '../../core/who.js';
import { say } from '../../core/words.js';
import { closeEditor, saveDraft } from '../../flows/edit.js';
import { approve } from '../../flows/send.js';
import type { Ports } from '../../ports.js';
import { editorView, goingView, wordsIn } from '../editor.js';
import { actionIds, callbackIds, decodeRef } from '../ids.js';
import { notServed } from '../not-served.js';
import type { Desks } from '../press.js';
import { decodeWriting, type Writing } from '../writing.js';

interface Written extends Writing {
  readonly ports: Ports;
  readonly card: CardId;
  readonly who: Who;
}

/** Registers the editor: words are kept as they are typed, *Send* stores and then lets the modal go. */
export function listenToEditor(app: App, desks: Desks): void {
  app.action<BlockAction>(actionIds.words, async ({ ack, action, body }) => {
    await ack();
    const written = body.view && writtenIn(body.view, body.user.id, desks);
    if (!written || action.type !== 'plain_text_input') return;
    await saveDraft(written.ports, written.card, written.who, action.value ?? '', typedAt(action));
  });

  app.view(callbackIds.editor, async ({ ack, body, view }) => {
    const written = writtenIn(view, body.user.id, desks);
    const words = wordsIn(view.state.values);
    if (!written || !words) {
      const [block = ''] = Object.keys(view.state.values);
      return ack({ response_action: 'errors', errors: { [block]: notServed } });
    }
    const { ports, card, who } = written;
    const { desk } = ports;
    const stay = (said: string) => ack({ response_action: 'errors', errors: { [words.block]: said } });
    let result: Decision | Refusal | Stop;
    try {
      result = await approve(ports, card, who, words.text, written.shown);
    } catch (fault) {
      await stay(say(desk.words, 'told.not-saved'));
      throw fault;
    }
    if ('check' in result) return stay(stopSentence(desk, result));
    if ('refused' in result) {
      const fresh = result.refused === 'changed' ? await ports.cards.get(card) : undefined;
      const said = sentence(desk, result);
      if (!fresh) return stay(said);
      const { opening } = written;
      const again = { card: fresh, desk, by: slackUserId(body.user.id), opening, draft: words.text, said };
      return ack({ response_action: 'update', view: editorView({ ...again, now: ports.clock.now() }) });
    }
    // It is stored: what waits besides is only a number on a button.
    const waiting = await ports.cards.waiting().catch(() => []);
    const going = goingView({ card: result.card, desk, waiting: waiting.length });
    await ack({ response_action: 'update', view: going });
  });

  app.view<SlackViewAction>(
    { callback_id: callbackIds.editor, type: 'view_closed' },
    async ({ ack, body, view }) => {
      await ack();
      const written = writtenIn(view, body.user.id, desks);
      if (written) await closeEditor(written.ports, written.card, written.who, written.opening);
    },
  );
}

function writtenIn(view: ViewOutput, userId: string, desks: Desks): Written | undefined {
  const ref = decodeRef(view.private_metadata);
  const ports = ref && desks.get(ref.desk);
  if (!ref || !ports) return undefined;
  return { ports, card: ref.card, ...decodeWriting(ref.extra), who: whoIs(ports.desk, userId) };
}

/** Slack's time of a key stroke (Unix ms). */
const typedAt = ({ action_ts }: BlockElementAction): number => Number(action_ts) * 1000;
