import type { MessageContent } from '../../core/board/panel.js';
import { cardKey, type Message } from '../../core/card/message.js';
import { cardId, panelId, slackUserId } from '../../core/ids.js';
import { omit } from '../../core/omit.js';
import { localDate } from '../../core/rota/local-time.js';
import { momentText } from '../../core/sentences/phrases.js';
import { say } from '../../core/words/words.js';
import { ChannelRefused, Gone, KeysRefused, MessageRefused, Rejected } from '../../errors.js';
import type { Ports } from '../../ports.js';
import { announce } from '../tell/announce.js';

type TakingBack = Pick<Ports, 'board' | 'clock' | 'desk' | 'panels'>;

/** Whether Slack does not let us change a message any more, as where a workspace allows edits only for a time. */
export const isEditRefused = (failure: unknown): boolean =>
  failure instanceof MessageRefused && failure.what === 'edit';

/**
 * Deletes a message that quotes what is not kept any more, where Slack does not let us change it. Gives what becomes of its
 * record; `shown` is the version that it need not show any more. Where Slack does not let us delete it either, a lead is
 * told, once a day.
 */
export async function takeBack(
  ports: TakingBack,
  content: MessageContent,
  message: Message,
  shown: number,
  mayStillSend: () => boolean,
): Promise<(message: Message) => Message> {
  const { ts } = message;
  if (ts === undefined) return (now) => ({ ...now, quiet: true, shown });
  try {
    await ports.board.remove(content, ts, mayStillSend);
  } catch (fault) {
    if (isStuck(fault)) {
      await tellStuck(ports, Math.floor(Number(ts) * 1000));
      return (now) => ({ ...now, quiet: true, shown });
    }
    if (!(fault instanceof Gone)) throw fault;
  }
  return (now) => ({ ...omit(now, 'ts', 'begunAt'), quiet: true, shown });
}

/**
 * Deletes a message of what is erased. Where Slack does not let us, it says nothing any more, and its metadata name nobody;
 * where Slack lets us do neither, a lead is told. Gives what becomes of its record.
 */
export async function eraseMessage(
  ports: TakingBack,
  content: MessageContent,
  message: Message,
  shown: number,
  mayStillSend: () => boolean,
): Promise<(message: Message) => Message> {
  const { board } = ports;
  const ts =
    message.ts ?? (message.begunAt === undefined ? undefined : (await board.find(content, message))?.ts);
  if (ts !== undefined) {
    try {
      await board.remove(content, ts, mayStillSend);
    } catch (fault) {
      if (isStuck(fault)) await sayNothing(ports, content, message, ts, mayStillSend);
      else if (!(fault instanceof Gone)) throw fault;
    }
  }
  return (now) => ({ ...omit(now, 'ts', 'begunAt', 'changesAt', 'refreshAt'), quiet: true, shown });
}

async function sayNothing(
  ports: TakingBack,
  content: MessageContent,
  message: Message,
  ts: string,
  mayStillSend: () => boolean,
): Promise<void> {
  const unnamed: MessageContent =
    'panel' in content
      ? { ...content, panel: { ...content.panel, id: panelId('erased') } }
      : { ...content, card: { ...content.card, id: cardId('erased') }, key: cardKey };
  try {
    await ports.board.update(unnamed, message, ts, mayStillSend);
  } catch (fault) {
    if (!isStuck(fault)) throw fault;
    await tellStuck(ports, Math.floor(Number(ts) * 1000));
  }
}

const isStuck = (fault: unknown): boolean =>
  fault instanceof Rejected && !(fault instanceof KeysRefused || fault instanceof ChannelRefused);

async function tellStuck(ports: TakingBack, at: number): Promise<void> {
  const { clock, desk } = ports;
  const now = clock.now();
  const lead = desk.rota.staff.find((member) => member.lead && !member.gone)?.slackId;
  const text = say(desk.words, 'kept.stuck', { time: momentText(desk, at, now) });
  await announce(ports, `stuck-${localDate(desk.rota, now)}`, text, lead ? slackUserId(lead) : undefined);
}
