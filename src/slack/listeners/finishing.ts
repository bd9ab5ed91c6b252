import { isRefusal } from '../../core/card/refusal.js';
import { act } from '../../flows/act.js';
import { deleteFromX } from '../../flows/answer/delete.js';
import { handOff, prepareHandOff } from '../../flows/answer/hand-off.js';
import { handOffView } from '../editor/finish-view.js';
import { confirmed } from '../ids.js';
import { deleteView, lookView } from '../screens/confirm-views.js';
import { outcomeReports } from '../screens/more-view.js';
import { readPostAndText } from '../values.js';
import { edit } from './answering.js';
import { type Handler, show, viewHandler } from './handlers.js';
import type { Press } from './press.js';

/** *Finish in X…*: the draft as X will show it, and the link that opens it there. */
export async function finish(press: Press): Promise<void> {
  const { desk, ports, actor } = press;
  const card = await ports.cards.get(press.card);
  if (!card) return press.refuse({ refused: 'gone' });
  const checked = await prepareHandOff(ports, card, actor, card.draft?.text ?? '');
  if (isRefusal(checked)) return press.refuse(checked, card);
  await press.show(handOffView(card, desk, checked, ports.clock.now()), card);
}

/** The press on the link: the person goes on in X, with the words that the screen showed. */
export async function openInX(press: Press): Promise<void> {
  const { ports, card, actor, offered } = press;
  const result = await handOff(ports, card, actor, { ...readPostAndText(press.extra), shown: offered });
  if (isRefusal(result)) await press.refuse(result);
}

/** What became of an answer: from the holder at once, from anybody else when they looked. */
export function reportOutcome(name: 'it-is-there' | 'not-there'): Handler {
  const ask = viewHandler(({ desk, actor }, card, now) =>
    lookView(card, desk, outcomeReports(card, desk, actor, now)),
  );
  return async (press) => {
    const sure = press.extra === confirmed ? ({ confirmed: true } as const) : {};
    const result = await act(press.ports, press.card, { do: name, ...sure }, press.actor);
    const isAnothers = isRefusal(result) && result.refused === 'not-yours';
    await (isAnothers ? ask(press) : show(press, result));
  };
}

/** *Delete from X…*: shows the answer, and asks once more. */
export const askToDelete = viewHandler(({ desk }, card) => deleteView(card, desk), 'delete-from-x');

/** *Delete from X*, confirmed: the answer is removed, and the presser goes on from its words. */
export async function deleteNow(press: Press): Promise<void> {
  const result = await deleteFromX(press.ports, press.card, press.actor);
  if (isRefusal(result)) return press.refuse(result);
  await edit(press, result.card);
}
