import type { App, BlockAction } from '@slack/bolt';
import type { Card } from '../../core/card/card.js';
import { isRefusal } from '../../core/card/refusal.js';
import { notStaffRefusal } from '../../core/card/rules.js';
import type { PanelId } from '../../core/ids.js';
import { act } from '../../flows/act.js';
import { beginHello, skipAll } from '../../flows/answer/hello.js';
import { putOff } from '../../flows/remind/snooze.js';
import { muteConversation, unmute } from '../../flows/team/mute.js';
import type { Logger } from '../../log.js';
import type { Desks } from '../../ports.js';
import { actionIds, type PanelOption, panelActionPattern, panelOptions } from '../ids.js';
import { peopleOnPage, peopleView } from '../screens/people-view.js';
import { decodeListed, decodePanelRef, oneOf, readPage } from '../values.js';
import { begin } from './answering.js';
import { pressedValue, pressOf, type Screen, screenOf, tellNotServed } from './press.js';

/** A press on a fold or digest, or in the list of its cards. */
interface PanelPress extends Screen {
  readonly panel: PanelId;
  readonly extra: string | undefined;
}

/** What each button of a panel does. */
const options: Readonly<Record<PanelOption, (press: PanelPress) => Promise<void>>> = {
  'say-hello': sayHello,
  people: turnTo,
  back: turnTo,
  next: turnTo,
  'skip-all': async (press) => refuseIf(press, await skipAll(press.ports, press.panel, press.actor)),
  mute: (press) => inConversation(press, muteConversation),
  unmute: (press) => inConversation(press, unmute),
  'not-now': async (press) => refuseIf(press, await putOff(press.ports, press.panel, press.actor)),
  menu: async (press) => {
    const option = oneOf(panelOptions, press.extra);
    await (option && option !== 'menu' ? options[option](press) : press.refuse({ refused: 'gone' }));
  },
};

/** Registers the buttons of folds and digests, and of the lists of their cards. */
export function listenToPanels(app: App, desks: Desks, log: Logger): void {
  app.action<BlockAction>(panelActionPattern, async ({ ack, action, body, client, respond }) => {
    await ack();
    const ref = decodePanelRef(pressedValue(action));
    const ports = ref && (await desks.now(ref.desk));
    const [, name] = panelActionPattern.exec(action.action_id) ?? [];
    const option = oneOf(panelOptions, name);
    if (!ref || !ports || !option) return tellNotServed(log, action.action_id, respond);
    await options[option]({ ...screenOf(body, client, ports), panel: ref.panel, extra: ref.extra });
  });

  app.action<BlockAction>(actionIds.skipListed, async ({ ack, action, body, client, respond }) => {
    await ack();
    const press = await pressOf(body, action, client, desks);
    if (!press) return tellNotServed(log, action.action_id, respond);
    const listed = decodeListed(press.extra);
    if (!listed || readPage(listed.page) === undefined) return press.refuse({ refused: 'gone' });
    const result = await act(press.ports, press.card, { do: 'dismiss' }, press.actor);
    if (isRefusal(result)) return press.refuse(result);
    await turnTo({ ...press, panel: listed.panel, extra: listed.page });
  });
}

const refuseIf = async (press: Screen, refusal: Parameters<Screen['refuse']>[0] | undefined) => {
  if (refusal) await press.refuse(refusal);
};

/** *Say hello to all*: opens the editor on a card of its own. */
async function sayHello(press: PanelPress): Promise<void> {
  const card = await beginHello(press.ports, press.panel, press.actor);
  await (isRefusal(card) ? press.refuse(card) : begin(press, card, 'hello'));
}

/** Shows a page of the list; the cards that are open come first. */
async function turnTo(press: PanelPress): Promise<void> {
  const { desk, ports, actor, panel: id } = press;
  if (actor.kind !== 'staff') return press.refuse(notStaffRefusal(actor));
  const asked = readPage(press.extra);
  const panel = await ports.panels.get(id);
  if (asked === undefined || !panel || !['fold', 'digest'].includes(panel.kind))
    return press.refuse({ refused: 'gone' });
  const { all, open } = await ports.cards.inPanel(id);
  const isOpen = new Set(open);
  const ordered = [...open, ...all.filter((one) => !isOpen.has(one))];
  const last = Math.max(0, Math.ceil(ordered.length / peopleOnPage) - 1);
  const page = Math.min(asked, last);
  const onPage = ordered.slice(page * peopleOnPage, (page + 1) * peopleOnPage);
  const found = await Promise.all(onPage.map((one) => ports.cards.get(one)));
  const cards = found.filter((card): card is Card => card !== undefined);
  await press.show(peopleView({ panel, cards, page, count: ordered.length, desk, now: ports.clock.now() }));
}

async function inConversation(press: PanelPress, run: typeof muteConversation): Promise<void> {
  const conversation = (await press.ports.panels.get(press.panel))?.conversation;
  await refuseIf(
    press,
    conversation ? await run(press.ports, conversation, press.actor) : { refused: 'gone' },
  );
}
