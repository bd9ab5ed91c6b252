import type { MessageContent } from '../../core/board/panel.js';
import { isBlank } from '../../core/keeping/purged-panel.js';
import { exposureOf } from '../../core/private/private-channel.js';
import { ChannelRefused } from '../../errors.js';
import type { Board } from '../../ports/board.js';
import type { Clock } from '../../ports/due.js';
import type { Ports } from '../../ports.js';
import { channelLook, refuseChannel, tryWaiting } from '../refusing-channel.js';
import { lookWorked } from './looks.js';

/**
 * Throws ChannelRefused when Slack's channel for private messages is public, shared with another organisation, or has a guest
 * in it; throws what Slack's answers throw.
 */
export async function lookAtPrivateChannel({ board }: Pick<Ports, 'board'>): Promise<void> {
  const { channel, ids } = await board.members();
  const people = [];
  for (const id of ids) people.push(await board.colleague(id));
  const exposure = exposureOf(channel, people);
  if (exposure) throw new ChannelRefused(exposure, `The channel for private messages: ${exposure}`);
}

/**
 * Whether private messages may be read now, for a poll. What is wrong is recorded, of which the lead, the log and health are
 * told; what is right again makes all that waits for the channel due.
 */
export async function mayReadInPrivate(
  ports: Pick<Ports, 'board' | 'clock' | 'desk' | 'due' | 'settings'>,
): Promise<boolean> {
  const refused = await lookAtPrivateChannel(ports).catch((fault: unknown) => {
    if (fault instanceof ChannelRefused) return fault;
    throw fault;
  });
  if (refused) {
    await refuseChannel(ports, refused);
    return false;
  }
  const look = channelLook(ports.desk);
  if ((await ports.settings.get()).failing?.[look]) {
    await lookWorked(ports, look);
    await tryWaiting(ports);
  }
  return true;
}

/**
 * A board that shows nothing in its channel unless that is a private one of colleagues alone: Slack is asked before each post,
 * update and whisper, and what it said counts for `forMs`. Messages to one person are theirs alone, and go out; what is not
 * kept any more is taken out of a message wherever it stands.
 */
export function inPrivateAlone(board: Board, clock: Clock, forMs: number): Board {
  let last: { readonly at: number; readonly look: Promise<void> } | undefined;
  const check = (): Promise<void> => {
    const now = clock.now();
    if (!last || now < last.at || now - last.at >= forMs)
      last = { at: now, look: lookAtPrivateChannel({ board }) };
    const { look } = last;
    return look.catch((fault: unknown) => {
      // A no holds until Slack says yes: it is asked again at the next post.
      if (last?.look === look) last = undefined;
      throw fault;
    });
  };
  const isToOne = (content: MessageContent): boolean => 'panel' in content && content.panel.to !== undefined;
  return {
    ...board,
    async post(content, message, mayStillSend) {
      if (!isToOne(content)) await check();
      return board.post(content, message, mayStillSend);
    },
    async update(content, message, ts, mayStillSend) {
      if (!isToOne(content) && !isBlank(content)) await check();
      return board.update(content, message, ts, mayStillSend);
    },
    async whisper(to, text) {
      await check();
      return board.whisper(to, text);
    },
  };
}
