import { WebClient } from '@slack/web-api';
import type { Card, Mention } from '../core/card.js';
import type { Desk } from '../core/desk.js';
import { slackUserId } from '../core/ids.js';
import { cardMessage as cardKey, lineMessage, type Message, type MessageKey } from '../core/message.js';
import type { Logger } from '../log.js';
import type { Board, Clock } from '../ports.js';
import { escapeText } from './blocks.js';
import { cardMessage, threadLine } from './card-message.js';
import { slackFault } from './faults.js';
import { messageEventType } from './ids.js';
import { sdkLogger } from './sdk-logger.js';

export interface SlackAccess {
  readonly botToken: string;
  /** Slack's Web API, with a trailing slash; Slack itself unless told. */
  readonly apiUrl?: string;
}

/** How long one call of the background may take (ms). */
const callTimeoutMs = 15_000;
/** How far Slack's clock may be behind ours (ms). */
const clockSkewMs = 60_000;

/** The background's own client: its rate limits never hold up a press. No retries: the record knows what may be repeated. */
export function backgroundClient({ botToken, apiUrl }: SlackAccess, log: Logger): WebClient {
  return new WebClient(botToken, {
    ...(apiUrl ? { slackApiUrl: apiUrl } : {}),
    logger: sdkLogger(log),
    timeout: callTimeoutMs,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  });
}

/** One desk's channel, over the Web API. */
export function createBoard(client: WebClient, desk: Desk, clock: Clock): Board {
  const { channel } = desk;

  async function call<T>(method: string, run: () => Promise<T>): Promise<T> {
    try {
      return await run();
    } catch (error) {
      throw slackFault(error, method, clock.now());
    }
  }

  return {
    async post(card, key, message) {
      const { text, blocks } = render(card, key, message, desk, clock.now());
      const thread = threadOf(card, key);
      const { ts = '' } = await call('chat.postMessage', () =>
        client.chat.postMessage({
          channel,
          text,
          blocks,
          ...(thread ? { thread_ts: thread } : {}),
          metadata: { event_type: messageEventType, event_payload: { token: message.token } },
          unfurl_links: false,
          unfurl_media: false,
        }),
      );
      return { ts };
    },

    async update(card, ts) {
      const { text, blocks } = cardMessage(card, desk, clock.now());
      const token = card.messages[cardKey]?.token ?? '';
      await call('chat.update', () =>
        client.chat.update({
          channel,
          ts,
          text,
          blocks,
          metadata: { event_type: messageEventType, event_payload: { token } },
        }),
      );
    },

    async find(card, key, { token, begunAt = 0 }) {
      const oldest = String((begunAt - clockSkewMs) / 1000);
      const where = { channel, oldest, include_all_metadata: true, limit: 200 };
      const thread = threadOf(card, key);
      let cursor: string | undefined;
      do {
        const page = await call('conversations.history', () => {
          const args = { ...where, ...(cursor ? { cursor } : {}) };
          return thread
            ? client.conversations.replies({ ...args, ts: thread })
            : client.conversations.history(args);
        });
        for (const { ts, metadata } of page.messages ?? []) {
          if (ts && tokenOf(metadata) === token) return { ts };
        }
        cursor = page.response_metadata?.next_cursor || undefined;
      } while (cursor);
      return undefined;
    },

    async whisper(to, text) {
      await call('chat.postEphemeral', () =>
        client.chat.postEphemeral({ channel, user: to, text: escapeText(text) }),
      );
    },
  };
}

function render(card: Card, key: MessageKey, message: Message, desk: Desk, now: number) {
  const act = card.acts.find((one): one is Mention => one.kind === 'mention' && lineMessage(one) === key);
  return act ? threadLine(card, act, desk, message.to ?? slackUserId('')) : cardMessage(card, desk, now);
}

/** Lines stand in their card's thread. */
const threadOf = (card: Card, key: MessageKey) => (key === cardKey ? undefined : card.messages[cardKey]?.ts);

function tokenOf(metadata: unknown): unknown {
  if (typeof metadata !== 'object' || metadata === null || !('event_payload' in metadata)) return undefined;
  const { event_payload: payload } = metadata;
  return typeof payload === 'object' && payload !== null && 'token' in payload ? payload.token : undefined;
}
