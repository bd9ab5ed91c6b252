import { randomUUID } from 'node:crypto';
import type { WebClient } from '@slack/web-api';
import * as z from 'zod';
import { minuteMs } from '../../core/durations.js';
import { Gone, OutcomeUnknown, undefinedIf } from '../../errors.js';
import type { TestCard } from '../../ports/inspection.js';
import type { Message } from '../parts/blocks.js';
import { ask, askPatiently } from './ask.js';

/** No event type of the desk's own messages: a desk that runs must not take a test for a lost card. */
const eventType = 'greeting_desk_test';
const marked = z.object({
  event_type: z.literal(eventType),
  event_payload: z.object({ token: z.string() }),
});

/** Posts a test into a channel; `edited` is what it says after its edit. Throws the faults of `errors.ts`. */
export async function postTestCard(
  client: WebClient,
  channel: string,
  { posted, edited }: { readonly posted: Message; readonly edited: Message },
): Promise<TestCard> {
  const token = randomUUID();
  const metadata = { event_type: eventType, event_payload: { token } };
  const startedAt = Date.now();

  async function find(oldest: number): Promise<string | undefined> {
    const page = await askPatiently('conversations.history', () =>
      client.conversations.history({
        channel,
        oldest: String(oldest),
        include_all_metadata: true,
        limit: 200,
      }),
    );
    return page.messages?.find((one) => marked.safeParse(one.metadata).data?.event_payload.token === token)
      ?.ts;
  }

  async function post(): Promise<string> {
    try {
      const answer = await askPatiently('chat.postMessage', () =>
        client.chat.postMessage({
          channel,
          ...posted,
          metadata,
          unfurl_links: false,
          unfurl_media: false,
        }),
      );
      return answer.ts ?? '';
    } catch (fault) {
      // It may stand there all the same, and has to go again.
      const found = fault instanceof OutcomeUnknown ? await find((startedAt - minuteMs) / 1000) : undefined;
      if (found === undefined) throw fault;
      return found;
    }
  }

  const ts = await post();
  return {
    async edit() {
      await askPatiently('chat.update', () => client.chat.update({ channel, ts, ...edited, metadata }));
    },
    isFound: async () => (await find(Number(ts) - 1)) === ts,
    async remove() {
      const once = () => askPatiently('chat.delete', () => client.chat.delete({ channel, ts }));
      try {
        await once();
      } catch (fault) {
        if (!(fault instanceof OutcomeUnknown)) throw fault;
        // It may be gone, and it may stand there: a second call leaves nothing.
        await once().catch(undefinedIf((again) => again instanceof Gone));
      }
    },
    async link() {
      const answer = await ask('chat.getPermalink', () =>
        client.chat.getPermalink({ channel, message_ts: ts }),
      );
      return answer.permalink ?? '';
    },
  };
}
