import type { App, BlockAction } from '@slack/bolt';
import type { Card } from '../../core/card/card.js';
import { isDone } from '../../core/card/message.js';
import { isRefusal, type Refusal } from '../../core/card/refusal.js';
import { notStaffRefusal } from '../../core/card/rules.js';
import { isFollow } from '../../core/card/select.js';
import { actorFor } from '../../core/desk/desk-now.js';
import type { BudgetOf } from '../../core/money/budget-use.js';
import type { Patron } from '../../core/post/post.js';
import { leadOf } from '../../core/sentences/phrases.js';
import { say, type WordKey } from '../../core/words/words.js';
import { usedUpBudgetOf } from '../../errors.js';
import { type KnownPerson, lookUp, lookUpPatron } from '../../flows/answer/look-up.js';
import { start } from '../../flows/answer/start.js';
import { askToForget } from '../../flows/keep/forget.js';
import { askWhoHasHandle, whoHasHandle } from '../../flows/keep/who-to-forget.js';
import type { Logger } from '../../log.js';
import type { Desks } from '../../ports.js';
import { actionIds, callbackIds } from '../ids.js';
import { forgetView } from '../screens/forget-view.js';
import { noteView } from '../screens/note-view.js';
import { personView, unknownPersonView } from '../screens/person-view.js';
import { decodeHandleRef } from '../values.js';
import { begin, pickPost } from './answering.js';
import { orTellNotSaved, pressedValue, pressOf, type Screen, screenOf, tellNotServed } from './press.js';

/**
 * `/greet @handle`: goes straight to an open card of that person; else it shows who they are and what was said, from what
 * the desk has. The network is asked only when somebody presses a button for it.
 */
export async function greetByName(screen: Screen, handle: string): Promise<void> {
  const { actor, desk, ports } = screen;
  if (actor.kind !== 'staff') return screen.refuse(notStaffRefusal(actor));
  if (desk.account.linkOnly) return screen.refuse({ refused: 'link-only' });
  const known = await lookUp(ports, handle);
  if (!known) return void (await screen.show(unknownPersonView(handle, desk)));
  await takeUp(screen, known.card.patron, known);
}

/** Goes to the card that is to be taken up, or where that is done, shows the person first. */
async function takeUp(screen: Screen, patron: Patron, known: KnownPerson | undefined): Promise<void> {
  if (known && isDone(known.card)) return showPerson(screen, known);
  await goOn(screen, await start(screen.ports, patron, screen.actor));
}

async function showPerson(screen: Screen, known: KnownPerson): Promise<void> {
  const { actor, desk, ports } = screen;
  const view = personView({ ...known, desk, actor, now: ports.clock.now() });
  await screen.show(view, known.card, known.others);
}

async function goOn(screen: Screen, started: Card | Refusal): Promise<void> {
  if (isRefusal(started)) return screen.refuse(started);
  await (isFollow(started) ? pickPost(screen, started) : begin(screen, started, 'answer'));
}

/** `/greet forget @handle`, by a lead: says what would be erased, and asks. */
export async function forgetByName(screen: Screen, handle: string): Promise<void> {
  const { actor, desk, ports } = screen;
  if (actor.kind !== 'staff') return screen.refuse(notStaffRefusal(actor));
  if (!actor.lead) return screen.refuse({ refused: 'lead-only' });
  if (!ports.forgotten.isReady) return screen.tell(say(desk.words, 'forget.no-key'));
  if (handle === '') return screen.tell(say(desk.words, 'forget.whom'));
  const known = await whoHasHandle(ports, handle);
  // The settings and the network of both sides are those of the desk.
  const { desk: own } = ports.inPublic ?? ports;
  await screen.show(forgetView(own, handle, known?.conversations));
}

/** Registers the form of `/greet forget`. It says no name any more once it was sent off. */
function listenToForget(app: App, desks: Desks): void {
  app.view(callbackIds.forget, async ({ ack, body, view }) => {
    const ref = decodeHandleRef(view.private_metadata);
    const ports = ref && (await desks.now(ref.desk));
    if (!ref || !ports) return ack({ response_action: 'clear' });
    const { desk } = ports;
    const show = (text: string) => ack({ response_action: 'update', view: noteView(desk, text) });
    const actor = actorFor(desk, body.user.id);
    if (actor.kind !== 'staff' || !actor.lead)
      return show(say(desk.words, 'refused.lead-only', { lead: leadOf(desk) }));
    const who = (await whoHasHandle(ports, ref.handle)) ?? (await askWhoHasHandle(ports, ref.handle));
    if ('became' in who) return show(say(desk.words, `forget.${who.became}`));
    await orTellNotSaved(desk, show, () => askToForget(ports, who.person));
    await show(say(desk.words, 'forget.done'));
  });
}

/** Registers *Write* in a look at a person, and *Look on X* for somebody whom the desk does not know. */
export function listenToPeople(app: App, desks: Desks, log: Logger): void {
  listenToForget(app, desks);

  app.action<BlockAction>(actionIds.writeTo, async ({ ack, action, body, client, respond }) => {
    await ack();
    const press = await pressOf(body, action, client, desks);
    if (!press) return tellNotServed(log, action.action_id, respond);
    const card = await press.ports.cards.get(press.card);
    if (!card) return press.refuse({ refused: 'gone' });
    await goOn(press, await start(press.ports, card.patron, press.actor));
  });

  app.action<BlockAction>(actionIds.lookOnX, async ({ ack, action, body, client, respond }) => {
    await ack();
    const ref = decodeHandleRef(pressedValue(action));
    const ports = ref && (await desks.now(ref.desk));
    if (!ref || !ports?.desk.network.handle.test(ref.handle))
      return tellNotServed(log, action.action_id, respond);
    await lookOnX(screenOf(body, client, ports), ref.handle);
  });
}

const spentKeys = {
  desk: 'start.budget',
  together: 'start.budget-together',
} as const satisfies Record<BudgetOf, WordKey>;

/** Asks the network who that is, and goes on with them; a stranger is refused, because we don't write first. */
async function lookOnX(screen: Screen, handle: string): Promise<void> {
  const { actor, desk, ports } = screen;
  if (actor.kind !== 'staff') return screen.refuse(notStaffRefusal(actor));
  if (desk.account.linkOnly) return screen.refuse({ refused: 'link-only' });
  await screen.show(noteView(desk, say(desk.words, 'start.looking', { handle })));
  let patron: Patron | undefined;
  try {
    patron = await ports.network.person(handle);
  } catch (fault) {
    const usedUp = usedUpBudgetOf(fault);
    const fill = { handle, lead: leadOf(desk) };
    await screen.tell(say(desk.words, usedUp ? spentKeys[usedUp] : 'start.failed', fill));
    if (usedUp) return;
    throw fault;
  }
  if (!patron) return screen.refuse({ refused: 'stranger', handle });
  await takeUp(screen, patron, await lookUpPatron(ports, patron));
}
