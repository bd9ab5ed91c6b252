import type { App } from '@slack/bolt';
import { isRefusal } from '../../core/card/refusal.js';
import { actorFor } from '../../core/desk/desk-now.js';
import { refusalSentence } from '../../core/sentences/sentences.js';
import { act } from '../../flows/act.js';
import { reopen as reopenCard } from '../../flows/keep/reopen.js';
import type { Desks } from '../../ports.js';
import { actionIds, callbackIds } from '../ids.js';
import { holdView, readHold } from '../screens/keep-views.js';
import { decodeRef } from '../values.js';
import { type Handler, show, viewHandler } from './handlers.js';
import { notServed, orTellNotSaved } from './press.js';

/** *Keep until…*: the form, for a lead. */
export const hold = viewHandler(({ desk }, card, now) => holdView(card, desk, now), 'hold');

/** *Reopen*: what is no longer kept is read again first. */
export const reopen: Handler = async (press) =>
  show(press, await reopenCard(press.ports, press.card, press.actor));

/** Registers the form of *Keep until…*. A refusal stands under the reason. */
export function listenToHold(app: App, desks: Desks): void {
  app.view(callbackIds.hold, async ({ ack, body, view }) => {
    const stay = (why: string) => ack({ response_action: 'errors', errors: { [actionIds.note]: why } });
    const ref = decodeRef(view.private_metadata);
    const ports = ref && (await desks.now(ref.desk));
    if (!ref || !ports) return stay(notServed);
    const { clock, desk } = ports;
    const filled = readHold(view.state.values, clock.now());
    const result = await orTellNotSaved(desk, stay, async () => {
      if (!filled) return { refused: 'gone' } as const;
      if (filled.reason === '') return { refused: 'no-reason' } as const;
      return act(ports, ref.card, { do: 'hold', ...filled }, actorFor(desk, body.user.id));
    });
    await (isRefusal(result) ? stay(refusalSentence(desk, result, clock.now())) : ack());
  });
}
