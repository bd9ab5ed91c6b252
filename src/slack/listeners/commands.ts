import type { App, RespondFn } from '@slack/bolt';
import { SlackError, type WebClient } from '@slack/web-api';
import { notStaff } from '../../core/card/authorize.js';
import type { Card } from '../../core/card/card.js';
import { cardMessage } from '../../core/card/message.js';
import { parseCommand } from '../../core/command-text.js';
import type { Desk } from '../../core/desk/desk.js';
import { memberOf } from '../../core/desk/staff.js';
import type { CardId } from '../../core/ids.js';
import { plainText } from '../../core/post/plain.js';
import { say } from '../../core/words/words.js';
import { undefinedIf } from '../../errors.js';
import type { Desks, Ports } from '../../ports.js';
import { answerNextShortcut } from '../ids.js';
import { budgetMessage, helpMessage, waitingMessage } from '../messages/command-answers.js';
import { cut, escapeText, type Message, sentenceMessage } from '../parts/blocks.js';
import { notesMessage } from '../parts/desk-notes.js';
import { rotaMessage } from '../parts/rota-lines.js';
import { startNext } from './answering.js';
import { leaveNoteToday } from './notes.js';
import { pauseSending, resumeSending } from './pausing.js';
import { createScreen } from './press.js';
import { startWith } from './starting.js';

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
    if (namesColleague(desk, text)) return tell(respond, say(desk.words, 'command.colleague'));
    const typed = parseCommand(text);
    switch (typed.kind) {
      case 'waiting':
        return show(respond, await waiting(ports, client));
      case 'next':
        await startNext(screen);
        return;
      case 'handle':
        await startWith(screen, typed.handle, (viewId) =>
          createScreen({ client, ports, userId, triggerId, channel, viewId }),
        );
        return;
      case 'colleague':
        return tell(respond, say(desk.words, 'command.colleague'));
      case 'note':
        return typed.note === ''
          ? show(respond, notesMessage(desk, ports.clock.now()))
          : tell(respond, await leaveNoteToday(screen, typed.note));
      case 'pause':
        return tell(respond, await pauseSending(screen, typed.reason));
      case 'resume':
        return tell(respond, await resumeSending(screen));
      case 'budget':
        return screen.actor.kind === 'staff'
          ? show(respond, budgetMessage(desk, await ports.ledger.month(ports.clock.now())))
          : screen.refuse(notStaff(screen.actor));
      case 'help':
        return show(respond, helpMessage(desk));
      case 'unknown': {
        const fill = { typed: cut(typed.typed, 40), command: typed.meant };
        return tell(respond, say(desk.words, 'command.unknown', fill));
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

/** Slack offers colleagues to whoever types an @, by their whole name. */
function namesColleague({ others = [], rota }: Desk, typed: string): boolean {
  const [, name] = /^@(.+)$/u.exec(typed.trim().toLowerCase()) ?? [];
  if (!name) return false;
  const names = [...rota.staff, ...others].map(({ name: shown }) => shown.toLowerCase());
  const known = [...rota.staff.map(({ key }) => key), ...names];
  return known.some((one) => name === one || name.startsWith(`${one} `));
}

const deskAt = async (channel: string, desks: Desks): Promise<Ports | undefined> =>
  (await desks.all()).find(({ desk }) => desk.channel === channel);

async function waiting({ cards, clock, desk }: Ports, client: WebClient): Promise<Message> {
  const found = await cards.waiting();
  return waitingMessage(found, desk, clock.now(), await permalinks(found, desk.channel, client));
}

/** How many cards `/greet` links to; each costs a call. */
const mostLinks = 15;

async function permalinks(cards: readonly Card[], channel: string, client: WebClient) {
  const links: Record<CardId, string> = {};
  await Promise.all(
    cards.slice(0, mostLinks).map(async (card) => {
      const ts = card.messages[cardMessage]?.ts;
      if (!ts) return;
      // Without its link a card is listed all the same: somebody may have deleted its message.
      const found = await client.chat
        .getPermalink({ channel, message_ts: ts })
        .catch(undefinedIf((fault) => fault instanceof SlackError));
      if (found?.permalink) links[card.id] = found.permalink;
    }),
  );
  return links;
}

/** Named in the words of the first desk, which is the only one for most. */
async function wrongChannel(respond: RespondFn, desks: Desks): Promise<void> {
  const all = await desks.all();
  const [first] = all;
  if (!first) return;
  const channels = all.map(({ desk }) => `<#${desk.channel}>`).join(', ');
  const said = say(first.desk.words, 'command.wrong-channel', { channel: '\u0000' });
  await respond({ response_type: 'ephemeral', text: escapeText(said).replace('\u0000', channels) });
}

const tell = async (respond: RespondFn, said: string): Promise<void> => {
  await show(respond, sentenceMessage(said));
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
    await startNext(createScreen({ client, ports, userId, triggerId: body.trigger_id }));
  });
}

/** Of several desks the one where something waits; the first answers somebody who is on none. */
async function deskOf(desks: Desks, userId: string) {
  const all = await desks.all();
  const theirs = all.filter(({ desk }) => memberOf(desk, userId));
  for (const ports of theirs) if ((await ports.cards.waiting()).length > 0) return ports;
  return theirs[0] ?? all[0];
}
