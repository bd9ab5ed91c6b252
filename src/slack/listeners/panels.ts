import type { App, BlockAction } from '@slack/bolt';
import type { Card } from '../../core/card/card.js';
import { isRefusal, type Refusal } from '../../core/card/refusal.js';
import { notStaffRefusal } from '../../core/card/rules.js';
import type { ReportAsked } from '../../core/command-text.js';
import { actorFor } from '../../core/desk/desk-now.js';
import type { PanelId } from '../../core/ids.js';
import { periodText } from '../../core/report/phrases.js';
import { leadOf, momentText, nameOf } from '../../core/sentences/phrases.js';
import { refusalSentence } from '../../core/sentences/sentences.js';
import { say } from '../../core/words/words.js';
import { act } from '../../flows/act.js';
import { beginHello, skipAll } from '../../flows/answer/hello.js';
import { type Answers, answersIn, closeRest, readAnswers } from '../../flows/answer/read-answers.js';
import { putOff } from '../../flows/remind/snooze.js';
import { askForReport } from '../../flows/report/ask.js';
import { sendTable, shareReport } from '../../flows/report/share.js';
import { beginWeekly, endWeekly } from '../../flows/report/weekly.js';
import { muteConversation, unmute } from '../../flows/team/mute.js';
import type { Logger } from '../../log.js';
import type { Desks, Ports } from '../../ports.js';
import { actionIds, type PanelOption, panelActionPattern, panelOptions } from '../ids.js';
import { cut } from '../parts/blocks.js';
import { answersOnPage, answersView } from '../screens/answers-view.js';
import { peopleOnPage, peopleView } from '../screens/people-view.js';
import { decodeListed, decodePanelRef, oneOf, readPage } from '../values.js';
import { begin } from './answering.js';
import { pressedValue, pressOf, type Screen, screenOf, tellNotServed } from './press.js';

/** A press on a fold or digest, or in the list of its cards. */
interface PanelPress extends Screen {
  readonly panel: PanelId;
  readonly extra: string | undefined;
  /** Slack's name for the press. */
  readonly trigger: string;
}

/** What each button of a panel does. */
const options: Readonly<Record<PanelOption, (press: PanelPress, desks: Desks) => Promise<void>>> = {
  'say-hello': sayHello,
  people: turnTo,
  back: turnTo,
  next: turnTo,
  read: (press) => readThem(press),
  rest: async (press) => refuseIf(press, await closeRest(press.ports, press.panel, press.actor)),
  'skip-all': async (press) => refuseIf(press, await skipAll(press.ports, press.panel, press.actor)),
  mute: (press) => inConversation(press, muteConversation),
  unmute: (press) => inConversation(press, unmute),
  'not-now': async (press, desks) =>
    refuseIf(press, await putOff(press.ports, press.panel, press.actor, desks)),
  share: (press) => share(press),
  csv: (press) => sendFile(press),
  weekly: async (press) => {
    const isReport = (await press.ports.panels.get(press.panel))?.kind === 'report';
    const refusal = isReport ? await beginWeekly(press.ports, press.actor) : { refused: 'gone' as const };
    await (refusal ? press.refuse(refusal) : press.tell(say(press.desk.words, 'report.weekly-on')));
  },
  menu: async (press, desks) => {
    const option = oneOf(panelOptions, press.extra);
    await (option && option !== 'menu'
      ? options[option]({ ...press, extra: undefined }, desks)
      : press.refuse({ refused: 'gone' }));
  },
};

/** What shows people what others wrote, or writes to them. */
const readers: ReadonlySet<PanelOption> = new Set(['say-hello', 'people', 'back', 'next', 'read']);

/** Registers the buttons of folds, digests, gathered answers and reports, and of the lists of their cards. */
export function listenToPanels(app: App, desks: Desks, log: Logger): void {
  app.action<BlockAction>(panelActionPattern, async ({ ack, action, body, client, respond }) => {
    await ack();
    const ref = decodePanelRef(pressedValue(action));
    const ports = ref && (await desks.now(ref.desk));
    const [, name] = panelActionPattern.exec(action.action_id) ?? [];
    const option = oneOf(panelOptions, name);
    if (!ref || !ports || !option) return tellNotServed(log, action.action_id, respond);
    const trigger = body.trigger_id;
    const panel = { ...screenOf(body, client, ports), panel: ref.panel, extra: ref.extra, trigger };
    if (ports.desk.account.linkOnly && readers.has(option)) return panel.refuse({ refused: 'link-only' });
    await options[option](panel, desks);
  });

  app.action<BlockAction>(actionIds.skipListed, async ({ ack, action, body, client, respond }) => {
    await ack();
    const press = await pressOf(body, action, client, desks);
    if (!press) return tellNotServed(log, action.action_id, respond);
    const listed = decodeListed(press.extra);
    if (!listed || readPage(listed.page) === undefined) return press.refuse({ refused: 'gone' });
    const result = await act(press.ports, press.card, { do: 'dismiss' }, press.actor);
    if (isRefusal(result)) return press.refuse(result);
    const page = { panel: listed.panel, extra: listed.page, trigger: body.trigger_id };
    await turnTo({ ...press, ...page });
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

/** `/greet report …`: gives what the person is told. `trigger` is Slack's name for the command. */
export async function reportAsked(
  ports: Ports,
  user: string,
  asked: ReportAsked | { readonly typed: string },
  trigger: string,
): Promise<string> {
  const { clock, desk } = ports;
  const { words } = desk;
  const actor = actorFor(desk, user);
  const refused = (refusal: Refusal) => refusalSentence(desk, refusal, clock.now());
  if (typeof asked === 'object') return say(words, 'report.unknown', { typed: cut(asked.typed, 40) });
  if (asked === 'weekly') {
    const refusal = await beginWeekly(ports, actor);
    return refusal ? refused(refusal) : say(words, 'report.weekly-on');
  }
  if (asked === 'off') {
    const off = await endWeekly(ports, actor);
    if (isRefusal(off)) return refused(off);
    return say(words, off.ended ? 'report.weekly-off' : 'report.weekly-none');
  }
  const report = await askForReport(ports, actor, asked, trigger);
  if (isRefusal(report)) return refused(report);
  return say(words, 'report.asked', { period: periodText(desk, report.period) });
}

/** *Share in the channel*, confirmed. Somebody shared it first: they read who. */
async function share({ actor, desk, panel, ports, ...press }: PanelPress): Promise<void> {
  const shared = await shareReport(ports, panel, actor);
  if (isRefusal(shared)) return press.refuse(shared);
  if (shared.isFirst) return;
  const fill = { name: nameOf(desk, shared.by), time: momentText(desk, shared.at, ports.clock.now()) };
  await press.tell(say(desk.words, 'report.shared-already', fill));
}

/** *CSV*: the file itself says that it came. */
async function sendFile({ actor, desk, panel, ports, trigger, ...press }: PanelPress): Promise<void> {
  const sent = await sendTable(ports, panel, actor, trigger);
  if (isRefusal(sent)) return press.refuse(sent);
  if (sent.outcome === 'sent') return;
  const key = sent.outcome === 'not-permitted' ? 'report.file-refused' : 'report.file-failed';
  await press.tell(say(desk.words, key, { lead: leadOf(desk) }));
}

/** Shows a page of the list; the cards that are open come first. */
async function turnTo(press: PanelPress): Promise<void> {
  const { desk, ports, actor, panel: id } = press;
  if (actor.kind !== 'staff') return press.refuse(notStaffRefusal(actor));
  const asked = readPage(press.extra);
  const panel = await ports.panels.get(id);
  if (asked !== undefined && panel?.kind === 'asked')
    return showAnswers(press, asked, await answersIn(ports, id, actor));
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
  const now = ports.clock.now();
  await press.show(
    peopleView({ panel, cards, page, count: ordered.length, desk, now }),
    cards[0],
    cards.slice(1),
  );
}

/** *Read them*: the first page, and a record of who reads. */
const readThem = async (press: PanelPress): Promise<void> =>
  showAnswers(press, 0, await readAnswers(press.ports, press.panel, press.actor));

async function showAnswers(press: PanelPress, asked: number, found: Answers | Refusal): Promise<void> {
  const { desk, ports } = press;
  if (isRefusal(found)) return press.refuse(found);
  const { panel, cards } = found;
  const page = Math.min(asked, Math.max(0, Math.ceil(cards.length / answersOnPage) - 1));
  const onPage = cards.slice(page * answersOnPage, (page + 1) * answersOnPage);
  const now = ports.clock.now();
  const view = answersView({ panel, cards: onPage, page, count: cards.length, desk, now });
  await press.show(view, onPage[0], onPage.slice(1));
}

async function inConversation(press: PanelPress, run: typeof muteConversation): Promise<void> {
  const conversation = (await press.ports.panels.get(press.panel))?.conversation;
  await refuseIf(
    press,
    conversation ? await run(press.ports, conversation, press.actor) : { refused: 'gone' },
  );
}
