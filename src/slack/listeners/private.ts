import type { App, BlockAction } from '@slack/bolt';
import { isRefusal } from '../../core/card/refusal.js';
import { answerInPrivate, conversationWith } from '../../flows/answer/in-private.js';
import { noteLookedInX } from '../../flows/team/encrypted.js';
import type { Logger } from '../../log.js';
import type { Desks } from '../../ports.js';
import { actionIds } from '../ids.js';
import { moreView } from '../screens/more-view.js';
import { decodeDeskRef } from '../values.js';
import { begin } from './answering.js';
import { viewHandler } from './handlers.js';
import { type Press, pressedValue, screenOf, tellNotServed } from './press.js';

/** *More…*: what does not fit into a card's menu; *Answer privately* where the patron wrote to us there. */
export async function more(press: Press): Promise<void> {
  const card = await press.ports.cards.get(press.card);
  if (card?.linkOnly) return press.refuse({ refused: 'link-only' }, card);
  const privately =
    card !== undefined && (await conversationWith(press.ports, card, press.user)) !== undefined;
  await viewHandler(({ desk, actor }, now, at) => moreView({ card: now, desk, actor, now: at, privately }))(
    press,
  );
}

/** *Answer privately*: the editor of the patron's private conversation, with what they asked in public. */
export async function answerPrivately(press: Press): Promise<void> {
  const card = await press.ports.cards.get(press.card);
  if (!card) return press.refuse({ refused: 'gone' });
  const begun = await answerInPrivate(press.ports, card, press.user);
  if (isRefusal(begun)) return press.refuse(begun, card);
  await begin(press.onSide(begun.side), begun.card, 'answer');
}

/** Registers *I looked* on Home. */
export function listenToEncrypted(app: App, desks: Desks, log: Logger): void {
  app.action<BlockAction>(actionIds.lookedInX, async ({ ack, action, body, client, respond }) => {
    await ack();
    const ref = decodeDeskRef(pressedValue(action));
    const ports = ref && (await desks.now(ref.desk));
    if (!ports) return tellNotServed(log, action.action_id, respond);
    const screen = screenOf(body, client, ports);
    const refused = await noteLookedInX(ports, screen.actor);
    if (refused) await screen.refuse(refused);
  });
}
