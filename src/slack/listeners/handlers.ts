import type { ModalView } from '@slack/web-api';
import type { ActionName } from '../../core/card/actions.js';
import type { Card } from '../../core/card/card.js';
import type { Decision } from '../../core/card/decide.js';
import { isRefusal, type Refusal } from '../../core/card/refusal.js';
import { notStaffRefusal, refusalFor } from '../../core/card/rules.js';
import { isPurged } from '../../core/keeping/purged-card.js';
import { act } from '../../flows/act.js';
import { draftView } from '../screens/draft-view.js';
import { purgedView } from '../screens/keep-views.js';
import type { Press } from './press.js';

/** What a button does. */
export type Handler = (press: Press) => Promise<void>;

/** Actions without arguments. */
type Plain = Extract<ActionName, 'dismiss' | 'end-hold' | 'keep' | 'release' | 'unflag' | 'wake'>;

/** A press that only changes the card: its message shows the result, and so does the modal that the press came from. */
export function actionHandler(name: Plain): Handler {
  return async (press) => show(press, await act(press.ports, press.card, { do: name }, press.actor));
}

/** Shows the result of a press in the modal that it came from, or tells why not. */
export async function show(press: Press, result: Decision | Refusal): Promise<void> {
  const { desk, ports } = press;
  if (isRefusal(result)) await press.refuse(result);
  else if (press.inModal)
    await press.show(draftView({ card: result.card, desk, now: ports.clock.now() }), result.card);
}

type ViewOf = (press: Press, card: Card, now: number) => ModalView;

/** The screen about a card of which nothing is kept that a patron wrote. */
const ofPurgedCard: ViewOf = ({ desk }, card) => purgedView(card, desk);

/** Shows a screen about the card as it is now, to those who may do the action that it leads to; else to all staff. */
export function viewHandler(view: ViewOf, leadsTo?: ActionName, ofPurged: ViewOf = ofPurgedCard): Handler {
  return async (press) => {
    const { ports, actor } = press;
    const now = ports.clock.now();
    const card = await ports.cards.get(press.card);
    if (!card) return press.refuse({ refused: 'gone' });
    if (actor.kind !== 'staff') return press.refuse(notStaffRefusal(actor), card);
    const refusal = leadsTo && refusalFor(card, { do: leadsTo }, actor, now);
    if (refusal) return press.refuse(refusal, card);
    await press.show((isPurged(card) ? ofPurged : view)(press, card, now), card);
  };
}
