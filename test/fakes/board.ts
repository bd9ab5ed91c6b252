import type { SlackUserId } from '../../src/core/ids.js';
import type { Message, MessageKey } from '../../src/core/message.js';
import { OutcomeUnknown } from '../../src/errors.js';
import type { Board } from '../../src/ports.js';

export interface Posted {
  readonly ts: string;
  readonly key: MessageKey;
  readonly token: Message['token'];
  readonly to: SlackUserId | undefined;
  /** The version of the card that stands there. */
  readonly version: number;
  readonly updates: number;
}

export interface FakeBoard extends Board {
  /** All messages in the channel, oldest first. */
  readonly channel: readonly Posted[];
  /** What the next call meets: an error with nothing done, or a call that takes effect and whose answer is lost. */
  next(meets: Error | 'lost after it took effect'): void;
  /** Happens while a call is under way. */
  meanwhile: () => Promise<unknown>;
}

/** A channel in Slack. */
export function fakeBoard(): FakeBoard {
  const channel: Posted[] = [];
  const meets: (Error | 'lost after it took effect')[] = [];

  async function calls<T>(takesEffect: () => T): Promise<T> {
    const meet = meets.shift();
    if (meet instanceof Error) throw meet;
    await board.meanwhile();
    const answer = takesEffect();
    if (meet) throw new OutcomeUnknown('Slack');
    return answer;
  }

  const board: FakeBoard = {
    channel,
    next: (what) => {
      meets.push(what);
    },
    meanwhile: async () => {},
    post: ({ version }, key, { token, to }) =>
      calls(() => {
        const ts = `1795516920.${String(channel.length + 1).padStart(6, '0')}`;
        channel.push({ ts, key, token, to, version, updates: 0 });
        return { ts };
      }),
    update: ({ version }, ts) =>
      calls(() => {
        const at = channel.findIndex((message) => message.ts === ts);
        const message = channel[at];
        if (!message) throw new RangeError(`No message ${ts} in the channel.`);
        channel[at] = { ...message, version, updates: message.updates + 1 };
      }),
    find: (_card, _key, { token }) =>
      calls(() => {
        const found = channel.find((message) => message.token === token);
        return found && { ts: found.ts };
      }),
    whisper: async () => {},
  };
  return board;
}
