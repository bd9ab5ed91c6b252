import type { App, RespondFn } from '@slack/bolt';
import { SlackError, type WebClient } from '@slack/web-api';
import type { Card } from '../../core/card/card.js';
import { cardKey } from '../../core/card/message.js';
import { isRefusal } from '../../core/card/refusal.js';
import { notStaffRefusal } from '../../core/card/rules.js';
import { isFollow } from '../../core/card/select.js';
import { parseCommand } from '../../core/command-text.js';
import type { Desk } from '../../core/desk/desk.js';
import { memberOf } from '../../core/desk/desk-now.js';
import { inOrder } from '../../core/due/order.js';
import type { CardId } from '../../core/ids.js';
import { plainText } from '../../core/post/plain.js';
import { localTime } from '../../core/rota/local-time.js';
import { leadOf } from '../../core/sentences/phrases.js';
import { refusalSentence } from '../../core/sentences/sentences.js';
import { say } from '../../core/words/words.js';
import { Rejected, undefinedIf } from '../../errors.js';
import { start } from '../../flows/answer/start.js';
import { leaveNote } from '../../flows/team/notes.js';
import { pause, pauseFill, resume } from '../../flows/team/pause.js';
import { staleLook } from '../../flows/watch/looks.js';
import type { Desks, Ports } from '../../ports.js';
import { answerNextShortcut } from '../ids.js';
import { budgetMessage, helpMessage, waitingMessage } from '../messages/command-answers.js';
import { cut, escapeText, type Message, sentenceMessage } from '../parts/blocks.js';
import { notesMessage } from '../parts/desk-notes.js';
import { rotaMessage } from '../parts/rota-lines.js';
import { noteView } from '../screens/note-view.js';
import { answerNext, begin, pickPost } from './answering.js';
import { createScreen, type Screen } from './press.js';

/** `/greet` and `/rota`, in the channel of a desk. */
export function listenToCommands(app: App, desks: Desks): void {
  app.command('/greet', async ({ ack, client, command, respond }) => {
    await ack();
    const ports = await deskAt(command.channel_id, desks);
    if (!ports) return wrongChannel(respond, desks);
    const { user_id: userId, trigger_id: triggerId, channel_id: channel } = command;
    const screen = createScreen({ client, ports, userId, triggerId, channel });
    const text = plainText(command.text);
    const { desk } = ports;
    if (namesColleague(desk, text)) return tell(respond, desk, say(desk.words, 'command.colleague'));
    const parsed = parseCommand(text, desk.network);
    switch (parsed.kind) {
      case 'waiting':
        return show(respond, await waiting(ports, client));
      case 'next':
        await answerNext(screen);
        return;
      case 'handle':
        await startWith(screen, parsed.handle, (viewId) =>
          createScreen({ client, ports, userId, triggerId, channel, viewId }),
        );
        return;
      case 'colleague':
        return tell(respond, desk, say(desk.words, 'command.colleague'));
      case 'note':
        return parsed.note === ''
          ? show(respond, notesMessage(desk, ports.clock.now()))
          : tell(respond, desk, await leaveNoteToday(screen, parsed.note));
      case 'pause':
        return tell(respond, desk, await pauseSending(screen, parsed.reason));
      case 'resume':
        return tell(respond, desk, await resumeSending(screen));
      case 'budget':
        return screen.actor.kind === 'staff'
          ? show(respond, budgetMessage(desk, await ports.ledger.month(ports.clock.now())))
          : screen.refuse(notStaffRefusal(screen.actor));
      case 'help':
        return show(respond, helpMessage(desk));
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
    await show(respond, rotaMessage(ports.desk, ports.clock.now()));
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

async function waiting(ports: Ports, client: WebClient): Promise<Message> {
  const { cards, clock, desk } = ports;
  const [all, flagged, lastLookAt] = await Promise.all([cards.waiting(), cards.flagged(), staleLook(ports)]);
  const found = inOrder(all, desk);
  const links = await permalinks(
    [...found.slice(0, mostLinks), ...flagged.slice(0, mostLinks)],
    desk.channel,
    client,
  );
  return waitingMessage(found, desk, clock.now(), links, flagged, lastLookAt);
}

/** To how many cards of each list `/greet` links; each costs a call. */
const mostLinks = 15;

async function permalinks(cards: readonly Card[], channel: string, client: WebClient) {
  const links: Record<CardId, string> = {};
  await Promise.all(
    cards.map(async (card) => {
      const ts = card.messages[cardKey]?.ts;
      if (!ts) return;
      // Somebody may have deleted the card's message: then the card is listed without a link.
      const found = await client.chat
        .getPermalink({ channel, message_ts: ts })
        .catch(undefinedIf((fault) => fault instanceof SlackError));
      if (found?.permalink) links[card.id] = found.permalink;
    }),
  );
  return links;
}

/** Tells where the command works, in the words of the first desk: most libraries have one only. */
async function wrongChannel(respond: RespondFn, desks: Desks): Promise<void> {
  const all = await desks.all();
  const [first] = all;
  if (!first) return;
  const channels = all.map(({ desk }) => `<#${desk.channel}>`).join(', ');
  // The links are put in after the sentence is escaped.
  const text = escapeText(say(first.desk.words, 'command.wrong-channel', { channel: '\u0000' }));
  await respond({ response_type: 'ephemeral', text: text.replace('\u0000', channels) });
}

const tell = async (respond: RespondFn, desk: Desk, text: string): Promise<void> => {
  await show(respond, sentenceMessage(text, desk));
};

const show = async (respond: RespondFn, { text, blocks }: Message): Promise<void> => {
  await respond({ response_type: 'ephemeral', text, blocks });
};

/** *Answer next* from anywhere in Slack, also from threads, where slash commands don't work. */
export function listenToShortcut(app: App, desks: Desks): void {
  app.shortcut(answerNextShortcut, async ({ ack, body, client }) => {
    await ack();
    const userId = body.user.id;
    const ports = await deskOf(desks, userId);
    if (!ports) return;
    await answerNext(createScreen({ client, ports, userId, triggerId: body.trigger_id }));
  });
}

/** The person's desk where something waits, else their first; the first of all for a person who is on none. */
async function deskOf(desks: Desks, userId: string) {
  const all = await desks.all();
  const theirs = all.filter(({ desk }) => memberOf(desk, userId));
  for (const ports of theirs) if ((await ports.cards.waiting()).length > 0) return ports;
  return theirs[0] ?? all[0];
}

/**
 * `/greet @handle`: answers or greets somebody by their X name. X is asked who that is. A modal must open within 3 s, so it
 * opens first, and everything else is shown in it.
 */
async function startWith(screen: Screen, handle: string, inModal: (viewId: string) => Screen): Promise<void> {
  const { desk, ports, actor } = screen;
  const shown = await screen.show(noteView(desk, say(desk.words, 'start.looking', { handle })));
  if (!shown) return;
  const modal = inModal(shown.id);
  let found: Awaited<ReturnType<typeof start>>;
  try {
    found = await start(ports, handle, actor);
  } catch (fault) {
    const isSpent = fault instanceof Rejected && fault.reason === 'budget';
    const fill = { handle, lead: leadOf(desk) };
    await modal.tell(say(desk.words, isSpent ? 'start.budget' : 'start.failed', fill));
    if (isSpent) return;
    throw fault;
  }
  if (isRefusal(found)) return modal.refuse(found);
  await (isFollow(found) ? pickPost(modal, found) : begin(modal, found, 'answer'));
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
