import { createHash } from 'node:crypto';
import type { ModalView, WebClient } from '@slack/web-api';
import type { MessageContent } from '../../core/board/panel.js';
import { cardKey, isFormerKey, type Message, type MessageKey, panelKey } from '../../core/card/message.js';
import { isViewKind } from '../../core/card/open-views.js';
import type { Desk } from '../../core/desk/desk.js';
import { textChangesAt } from '../../core/due/text-changes.js';
import { dayMs, minuteMs } from '../../core/durations.js';
import type { SlackUserId } from '../../core/ids.js';
import { isPurged } from '../../core/keeping/purged-card.js';
import { wellFormed } from '../../core/one-line.js';
import { say } from '../../core/words/words.js';
import type { Board } from '../../ports/board.js';
import type { Clock } from '../../ports/due.js';
import { atTheLastMoment } from '../connect/client.js';
import { isAnswered, slackFault } from '../connect/faults.js';
import { withPictures } from '../connect/with-pictures.js';
import { cardMessage } from '../messages/card-message.js';
import { panelMessage } from '../messages/panel-message.js';
import { plainMessage } from '../messages/plain-message.js';
import { purgedLine, purgedMessage } from '../messages/purged-card.js';
import { movedLine, threadLine } from '../messages/thread-line.js';
import { type Message as SlackMessage, sentenceMessage } from '../parts/blocks.js';
import { marked, markedSentence } from '../parts/practice.js';
import { homeViewOf } from '../screens/home-view.js';
import { noteView } from '../screens/note-view.js';
import { digestOf, openViewOf } from '../screens/open-view.js';
import { channelMembers, colleagueById } from './colleagues.js';
import { fileCalls } from './files.js';
import { markIn, metadataOf, ownMessageCalls } from './own-messages.js';

/** How far Slack's clock may be behind ours (ms). */
const clockSkewMs = minuteMs;
/** How long before its record a private message may have been posted (ms): the store may have come back without it. */
const privateLookBackMs = dayMs;

/** The ids of the app's private conversations with people, as far as they are known; shared by all desks. */
export type Conversations = Map<SlackUserId, string>;

/**
 * One desk's channel, and the app's private conversations with its people, by Slack's Web API. Messages name the people and
 * shifts of `deskNow`.
 */
export function createBoard(
  client: WebClient,
  deskNow: () => Desk,
  clock: Clock,
  conversations: Conversations = new Map(),
): Board {
  const { channel, id: deskId } = deskNow();

  /** A call with the last check before its request leaves. */
  const send = <T>(mayStillSend: () => boolean, method: string, run: () => Promise<T>): Promise<T> =>
    call(method, () => atTheLastMoment(mayStillSend, run));

  async function call<T>(method: string, run: () => Promise<T>): Promise<T> {
    try {
      return wellFormed(await run());
    } catch (error) {
      throw slackFault(error, method, clock.now());
    }
  }

  const channelOf = async (content: MessageContent, to = personOf(content)): Promise<string> =>
    to ? conversationWith(to) : channel;

  /** Slack gives the same conversation with a person each time. */
  async function conversationWith(to: SlackUserId): Promise<string> {
    const known = conversations.get(to);
    if (known) return known;
    const opened = await call('conversations.open', () => client.conversations.open({ users: to }));
    const id = opened.channel?.id ?? '';
    conversations.set(to, id);
    return id;
  }

  async function permalink(ts: string): Promise<string> {
    const answer = await call('chat.getPermalink', () =>
      client.chat.getPermalink({ channel, message_ts: ts }),
    );
    return answer.permalink ?? '';
  }

  /** The arguments that posting a message and updating it have in common, and when its text would change by itself. */
  async function rendered(content: MessageContent, message: Message) {
    const movedTo = 'movedTo' in content && content.movedTo ? await permalink(content.movedTo) : undefined;
    const desk = deskNow();
    const now = clock.now();
    const shownAt = (at: number) => render(content, message, movedTo, desk, at);
    const full = shownAt(now);
    const short = message.plain ? plainMessage(full, content, message, desk) : full;
    const { text, blocks } = marked(short, desk);
    const metadata = metadataOf(deskId, idOf(content), keyOf(content), message);
    return {
      args: { channel: await channelOf(content), text, blocks, metadata },
      // As from before the call: a midnight during it is then not missed. What it takes to find out does not hold up the call.
      changesAt: (): number => {
        const shown = JSON.stringify(full);
        const times = textChangesAt(content, desk, now);
        return times.find((at) => JSON.stringify(shownAt(at)) !== shown) ?? 0;
      },
    };
  }

  return {
    async post(content, message, mayStillSend) {
      const thread = threadOf(content);
      const { args, changesAt } = await rendered(content, message);
      const { answer, picturesRefused } = await withPictures(args, (shown) =>
        send(mayStillSend, 'chat.postMessage', () =>
          client.chat.postMessage({
            ...shown,
            ...(thread ? { thread_ts: thread } : {}),
            unfurl_links: false,
            unfurl_media: false,
          }),
        ),
      );
      return { ts: answer.ts ?? '', changesAt: changesAt(), ...(picturesRefused && { picturesRefused }) };
    },

    async update(content, message, ts, mayStillSend) {
      const { args, changesAt } = await rendered(content, message);
      const { picturesRefused } = await withPictures(args, (shown) =>
        send(mayStillSend, 'chat.update', () => client.chat.update({ ...shown, ts })),
      );
      return { ts, changesAt: changesAt(), ...(picturesRefused && { picturesRefused }) };
    },

    async remove(content, ts, mayStillSend) {
      const where = await channelOf(content);
      await send(mayStillSend, 'chat.delete', () => client.chat.delete({ channel: where, ts }));
    },

    async find(content, { token, begunAt = 0 }) {
      const isPrivate = personOf(content) !== undefined;
      const sinceMs =
        'panel' in content && isPrivate ? content.panel.startedAt - privateLookBackMs : begunAt - clockSkewMs;
      const oldest = String(sinceMs / 1000);
      const where = { channel: await channelOf(content), oldest, include_all_metadata: true, limit: 200 };
      const thread = threadOf(content);
      let cursor: string | undefined;
      do {
        const page = await call('conversations.history', () => {
          const args = { ...where, ...(cursor ? { cursor } : {}) };
          return thread
            ? client.conversations.replies({ ...args, ts: thread })
            : client.conversations.history(args);
        });
        for (const { ts, metadata } of page.messages ?? []) {
          const mark = markIn(deskId, metadata);
          if (ts && (mark?.token === token || (isPrivate && mark?.of === idOf(content)))) return { ts };
        }
        cursor = page.response_metadata?.next_cursor || undefined;
      } while (cursor);
      return undefined;
    },

    ...ownMessageCalls(client, call, deskNow, conversationWith),

    members: () => call('conversations.members', () => channelMembers(client, channel)),

    colleague: (id) => call('users.info', () => colleagueById(client, id)),

    home(content) {
      const view = homeViewOf(content);
      const shows = createHash('sha256').update(JSON.stringify(view)).digest('base64url');
      const publish = async (to: SlackUserId) => {
        await withPictures(view, (shown) =>
          call('views.publish', () => client.views.publish({ user_id: to, view: shown })),
        );
      };
      return { shows, publish };
    },

    openView(content) {
      const shown = openViewOf(content, deskNow(), clock.now());
      const callback = shown?.callback_id;
      const kind = isViewKind(callback) ? callback : 'quotes';
      if (!shown) return undefined;
      return {
        kind,
        shows: digestOf(shown),
        update: async ({ id, hash }, mayStillSend) => {
          const args = { external_id: id, ...(hash ? { hash } : {}) };
          const update = (view: ModalView) =>
            atTheLastMoment(mayStillSend, () => client.views.update({ ...args, view }));
          try {
            const { answer } = await withPictures({ ...shown, external_id: id }, update);
            return { outcome: 'shown', hash: answer.view?.hash ?? '' };
          } catch (error) {
            if (isAnswered(error, ['not_found'])) return { outcome: 'closed' };
            if (isAnswered(error, ['hash_conflict'])) return { outcome: 'changed' };
            throw slackFault(error, 'views.update', clock.now());
          }
        },
      };
    },

    async clearView(id) {
      const desk = deskNow();
      const view = { ...noteView(desk, say(desk.words, 'kept.screen')), external_id: id };
      try {
        await client.views.update({ external_id: id, view });
      } catch (error) {
        if (!isAnswered(error, ['not_found'])) throw slackFault(error, 'views.update', clock.now());
      }
    },

    async whisper(to, text) {
      await call('chat.postEphemeral', () =>
        client.chat.postEphemeral({ channel, user: to, ...markedSentence(text, deskNow()) }),
      );
    },

    ...fileCalls(client, call, async (to, { title }) => ({
      channel: await conversationWith(to),
      comment: markedSentence(title, deskNow()).text,
    })),
  };
}

const idOf = (content: MessageContent) => ('panel' in content ? content.panel.id : content.card.id);
/** The person whose private conversation a message goes to, if it goes to one. */
const personOf = (content: MessageContent) => ('panel' in content ? content.panel.to : undefined);
const keyOf = (content: MessageContent): MessageKey => ('panel' in content ? panelKey : content.key);

function render(
  content: MessageContent,
  message: Message,
  movedTo: string | undefined,
  desk: Desk,
  now: number,
): SlackMessage {
  if (('panel' in content ? content.panel : content.card).erased)
    return sentenceMessage(say(desk.words, 'kept.erased'), desk);
  if ('panel' in content) return panelMessage(content, desk, now);
  const { card, key } = content;
  if (isPurged(card)) return key === cardKey ? purgedMessage(card, desk) : purgedLine(card, desk);
  if (movedTo !== undefined) return movedLine(card, desk, movedTo);
  return key === cardKey
    ? cardMessage(card, desk, now, undefined, content.context)
    : threadLine(card, key, desk, now, message.to);
}

/** The thread of a card's line; undefined for what stands in the channel itself. */
function threadOf(content: MessageContent): string | undefined {
  if ('panel' in content || content.key === cardKey || isFormerKey(content.key)) return undefined;
  return content.card.messages[cardKey]?.ts;
}
