import type { App, RespondFn, SlashCommand } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { isRefusal } from '../../core/card/refusal.js';
import { notStaffRefusal } from '../../core/card/rules.js';
import { parseCommand } from '../../core/command-text.js';
import type { Desk } from '../../core/desk/desk.js';
import { memberOf } from '../../core/desk/desk-now.js';
import { plainText } from '../../core/post/plain.js';
import { localTime } from '../../core/rota/local-time.js';
import { leadOf } from '../../core/sentences/phrases.js';
import { refusalSentence } from '../../core/sentences/sentences.js';
import { say } from '../../core/words/words.js';
import { leaveNote } from '../../flows/team/notes.js';
import { pause, pauseFill, resume } from '../../flows/team/pause.js';
import { theirDesks } from '../../flows/their-desks.js';
import { staleLook } from '../../flows/watch/looks.js';
import type { Desks, Ports } from '../../ports.js';
import { permalinks } from '../connect/permalinks.js';
import { answerNextShortcut } from '../ids.js';
import {
  budgetMessage,
  helpMessage,
  mostListed,
  type WaitingAt,
  waitingView,
} from '../messages/command-answers.js';
import { cut, escapeText, type Message, sentenceMessage } from '../parts/blocks.js';
import { notesMessage } from '../parts/desk-notes.js';
import { marked } from '../parts/practice.js';
import { rotaMessage } from '../parts/rota-lines.js';
import { answerNext } from './answering.js';
import { reportAsked } from './panels.js';
import { forgetByName, greetByName } from './people.js';
import { createScreen, type Screen } from './press.js';

/** `/greet` and `/rota`, in the channel of a desk. */
export function listenToCommands(app: App, desks: Desks): void {
  app.command('/greet', async ({ ack, client, command, respond }) => {
    await ack();
    const ports = await deskAt(command.channel_id, desks);
    if (!ports) return elsewhere(command, respond, desks);
    const { user_id: userId, trigger_id: triggerId, channel_id: channel } = command;
    const screen = createScreen({ client, ports, userId, triggerId, channel });
    const text = plainText(command.text);
    const { desk } = ports;
    if (namesColleague(desk, text))
      return tell(
        respond,
        desk,
        say(desk.words, 'command.colleague', { handle: desk.network.exampleHandle }),
      );
    const parsed = parseCommand(text, desk.network);
    switch (parsed.kind) {
      case 'waiting':
        return showWaiting(screen, client, desks);
      case 'next':
        await answerNext(screen, desks);
        return;
      case 'handle':
        // A modal of its own, also for a refusal.
        return greetByName(createScreen({ client, ports, userId, triggerId }), parsed.handle);
      case 'forget':
        return forgetByName(createScreen({ client, ports, userId, triggerId }), parsed.handle);
      case 'colleague':
        return tell(
          respond,
          desk,
          say(desk.words, 'command.colleague', { handle: desk.network.exampleHandle }),
        );
      case 'note':
        return parsed.note === ''
          ? show(respond, desk, notesMessage(desk, ports.clock.now()))
          : tell(respond, desk, await leaveNoteToday(screen, parsed.note));
      case 'pause':
        return tell(respond, desk, await pauseSending(screen, parsed.reason));
      case 'resume':
        return tell(respond, desk, await resumeSending(screen));
      case 'budget':
        return screen.actor.kind === 'staff'
          ? show(respond, desk, await budgetOf(ports))
          : screen.refuse(notStaffRefusal(screen.actor));
      case 'report':
        return tell(respond, desk, await reportAsked(ports, userId, parsed.asked, triggerId));
      case 'help':
        return show(respond, desk, helpMessage(desk));
      case 'unknown': {
        const fill = { typed: cut(parsed.typed, 40), command: parsed.meant };
        return tell(respond, desk, say(desk.words, 'command.unknown', fill));
      }
    }
  });

  app.command('/rota', async ({ ack, command, respond }) => {
    await ack();
    const ports = await deskAt(command.channel_id, desks);
    if (!ports) return wrongChannel(respond, desks);
    await show(respond, ports.desk, rotaMessage(ports.desk, ports.clock.now()));
  });
}

/** Whether the text begins with a colleague's name: after an @, Slack offers colleagues by their full names. */
function namesColleague({ outsiders = [], rota }: Desk, text: string): boolean {
  const [, name] = /^@(.+)$/u.exec(text.trim().toLowerCase()) ?? [];
  if (!name) return false;
  const names = [...rota.staff, ...outsiders].map(({ name: shown }) => shown.toLowerCase());
  const known = [...rota.staff.map(({ key }) => key), ...names];
  return known.some((one) => name === one || name.startsWith(`${one} `));
}

const deskAt = async (channel: string, desks: Desks): Promise<Ports | undefined> =>
  (await desks.all()).find(({ desk }) => desk.channel === channel);

/**
 * What waits, in a modal: its words can be taken back. It opens at once, and has its links a moment later. After the desk of the
 * channel come the person's others.
 */
async function showWaiting(screen: Screen, client: WebClient, desks: Desks): Promise<void> {
  const { desk, ports, user } = screen;
  const others = (await theirDesks(desks, desk, user)).filter((one) => one.desk.id !== desk.id);
  const lists = await Promise.all([ports, ...others].map(waitingAt));
  const now = ports.clock.now();
  const quoted = lists.flatMap((list) => linked(list).map((card) => ({ ports: list.ports, card })));
  const [first] = quoted.filter((one) => one.ports === ports);
  const rest = quoted.filter((one) => one !== first);
  const shown = await screen.show(waitingView(desk, lists, now), first?.card, rest);
  if (!shown || quoted.length === 0) return;
  const withLinks = await Promise.all(
    lists.map(async (list) => ({
      ...list,
      permalinks: await permalinks(linked(list), list.desk.channel, client),
    })),
  );
  const hasLinks = withLinks.some((list) => Object.keys(list.permalinks).length > 0);
  if (hasLinks) await screen.change(shown, waitingView(desk, withLinks, now), first?.card, rest);
}

/** The first of what waits at one desk, in order, how many wait, and what is flagged there. */
async function waitingAt(ports: Ports) {
  const { cards, desk } = ports;
  const [{ first, count }, flagged, lastLookAt] = await Promise.all([
    cards.waiting(mostListed),
    cards.flagged(),
    staleLook(ports),
  ]);
  return { ports, desk, cards: first, count, flagged, lastLookAt };
}

const linked = ({ cards, flagged }: Pick<WaitingAt, 'cards' | 'flagged'>) => [
  ...cards,
  ...flagged.slice(0, mostListed),
];

/** A report may be asked for in a conversation with somebody: that of each of the person's desks. All else has its channel. */
async function elsewhere(
  { channel_id: channel, text, trigger_id: trigger, user_id: user }: SlashCommand,
  respond: RespondFn,
  desks: Desks,
): Promise<void> {
  const theirs = (await desks.all()).filter(({ desk }) => memberOf(desk, user));
  const [first] = channel.startsWith('D') ? theirs : [];
  const parsed = first && parseCommand(plainText(text), first.desk.network);
  if (parsed?.kind !== 'report') return wrongChannel(respond, desks);
  for (const ports of theirs)
    await tell(respond, ports.desk, await reportAsked(ports, user, parsed.asked, trigger));
}

/** Tells where the command works, in the words of the first desk: most libraries have one only. */
async function wrongChannel(respond: RespondFn, desks: Desks): Promise<void> {
  const all = await desks.all();
  const [first] = all;
  if (!first) return;
  // Nobody outside a private channel hears of it.
  const inPublic = all.filter(({ desk }) => !desk.inPrivate);
  const channels = inPublic.map(({ desk }) => `<#${desk.channel}>`).join(', ');
  // The links are put in after the sentence is escaped.
  const text = escapeText(say(first.desk.words, 'command.wrong-channel', { channel: '\u0000' }));
  await respond({ response_type: 'ephemeral', text: text.replace('\u0000', channels) });
}

const tell = async (respond: RespondFn, desk: Desk, text: string): Promise<void> => {
  await show(respond, desk, sentenceMessage(text, desk));
};

const show = async (respond: RespondFn, desk: Desk, message: Message): Promise<void> => {
  await respond({ response_type: 'ephemeral', ...marked(message, desk) });
};

/** *Answer next* from anywhere in Slack, also from threads, where slash commands don't work. */
export function listenToShortcut(app: App, desks: Desks): void {
  app.shortcut(answerNextShortcut, async ({ ack, body, client }) => {
    await ack();
    const userId = body.user.id;
    const all = await desks.all();
    // Who is on the staff of none reads so by the first of all. Practice waits for its own buttons.
    const ports =
      all.find(({ desk }) => !desk.account.practice && memberOf(desk, userId)) ??
      all.find(({ desk }) => memberOf(desk, userId)) ??
      all[0];
    if (!ports) return;
    await answerNext(createScreen({ client, ports, userId, triggerId: body.trigger_id }), desks);
  });
}

/** `/greet pause <reason>`: anybody on the staff may stop all sending. Gives what the person is told. */
async function pauseSending({ desk, ports, actor }: Screen, reason: string): Promise<string> {
  if (reason === '') return say(desk.words, 'command.no-reason');
  const result = await pause(ports, actor, reason);
  if (isRefusal(result)) return refusalSentence(desk, result, ports.clock.now());
  // Whoever wrote more than is shown has to know it: they count on their colleagues to read it.
  if (result.begun && result.pause.reason !== reason)
    return say(desk.words, 'command.paused-long', { reason: result.pause.reason });
  if (result.begun) return say(desk.words, 'command.paused-by-you');
  return say(desk.words, 'command.paused-already', {
    ...pauseFill(ports, result.pause),
    lead: leadOf(desk),
  });
}

/** `/greet budget`: what the network has cost the desk, and all desks together where they share a budget. */
async function budgetOf({ clock, desk, ledger }: Ports): Promise<Message> {
  const at = clock.now();
  const together = desk.budgetTogether && ledger.monthTogether(at);
  return budgetMessage(desk, await ledger.month(at), await together);
}

/** `/greet resume`: the lead lets it go on. Gives what the person is told. */
async function resumeSending({ desk, ports, actor }: Screen): Promise<string> {
  const result = await resume(ports, actor);
  if (isRefusal(result)) return refusalSentence(desk, result, ports.clock.now());
  return say(desk.words, result.ended ? 'command.resumed-by-you' : 'command.not-paused');
}

/** `/greet note …`: leaves a note above every answer of today. Gives what the person is told. */
async function leaveNoteToday({ desk, ports, actor }: Screen, text: string): Promise<string> {
  const note = await leaveNote(ports, actor, text);
  if (isRefusal(note)) return refusalSentence(desk, note, ports.clock.now());
  return say(desk.words, 'note.kept', { note: note.text, time: localTime(desk.rota, note.until) });
}
