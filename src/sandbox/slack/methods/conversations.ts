import { addChannel, appChannel, findIm, openIm, showChannel } from '../model/channels.js';
import { findMessage, showMessage, threadOf } from '../model/messages.js';
import { isPerson, visiblePerson } from '../model/people.js';
import { Refused } from '../model/refused.js';
import type { Channel, Message } from '../model/state.js';
import { newId } from '../model/workspace.js';
import { type Call, type Method, type MethodResult, requireChannelScope, requireScope } from './method.js';
import { page } from './paging.js';

const reads = { token: 'bot', json: false, scopes: [] } as const;

export const conversationMethods: Record<string, Method> = {
  'conversations.info': { ...reads, tier: 'tier3', run: info },
  'conversations.history': { ...reads, json: true, tier: 'tier3', run: history },
  'conversations.replies': { ...reads, tier: 'tier3', run: replies },
  'conversations.members': { ...reads, tier: 'tier4', run: members },
  'conversations.open': { ...reads, json: true, tier: 'tier3', run: open },
};

function info({ slack, args }: Call): MethodResult {
  const channel = appChannel(slack.state, args.required('channel'));
  requireChannelScope(slack, channel, 'read');
  const shown = showChannel(slack.state, channel, args.flag('include_num_members'));
  return { body: { channel: { ...shown, ...(args.flag('include_locale') && { locale: 'en-GB' }) } } };
}

function history({ slack, args }: Call): MethodResult {
  const { state } = slack;
  const channel = readable({ slack, args });
  const inWindow = timeWindow({ slack, args });
  const messages = (state.messages[channel.id] ?? [])
    .filter((message) => !message.threadTs || message.broadcast)
    .filter(inWindow)
    .reverse();
  const latest = args.text('latest');
  const more = { pin_count: 0, ...(latest && { latest }) };
  return messagePage({ slack, args }, messages, args.whole('limit', 100, 999), more);
}

/** The parent is first in every page, also outside `oldest` and `latest`. The ts of a reply gives that reply alone. */
function replies({ slack, args }: Call): MethodResult {
  const { state } = slack;
  const channel = readable({ slack, args });
  const ts = args.text('ts') ?? '';
  const named = findMessage(state, channel.id, ts);
  if (!named) throw new Refused('thread_not_found');
  const inWindow = timeWindow({ slack, args });
  const messages = threadOf(state, channel.id, ts).filter(
    (message) => message === named || inWindow(message),
  );
  return messagePage({ slack, args }, messages, args.whole('limit', 1000, 1000), {});
}

function readable({ slack, args }: Call): Channel {
  const channel = appChannel(slack.state, args.required('channel'));
  requireChannelScope(slack, channel, 'history');
  if (!channel.members.includes(slack.state.app.botUser)) throw new Refused('not_in_channel');
  return channel;
}

function messagePage(
  { slack, args }: Call,
  messages: readonly Message[],
  limit: number,
  more: object,
): MethodResult {
  const { items, nextCursor } = page(slack.state, messages, ({ ts }) => ts, args.text('cursor'), limit);
  const metadata = args.flag('include_all_metadata');
  return {
    body: {
      messages: items.map((message) => showMessage(slack.state, message, { metadata })),
      has_more: nextCursor !== '',
      ...more,
      ...(nextCursor && { response_metadata: { next_cursor: nextCursor } }),
    },
  };
}

/** `oldest` and `latest` as numbers. Messages at the bounds themselves count only with `inclusive`. */
function timeWindow({ args }: Call): (message: Message) => boolean {
  const bound = (name: 'oldest' | 'latest', otherwise: number) => {
    const given = args.raw[name];
    if (given === undefined || given === '' || given === 'now') return otherwise;
    if (!/^\d+(\.\d+)?$/.test(String(given))) throw new Refused(`invalid_ts_${name}`);
    return micros(String(given));
  };
  const oldest = bound('oldest', 0);
  const latest = bound('latest', Number.MAX_SAFE_INTEGER);
  const inclusive = args.flag('inclusive');
  return ({ ts }) => {
    const at = micros(ts);
    return inclusive ? at >= oldest && at <= latest : at > oldest && at < latest;
  };
}

function micros(ts: string): number {
  const [seconds = '0', fraction = ''] = ts.split('.');
  return Number(seconds) * 1_000_000 + Number(fraction.slice(0, 6).padEnd(6, '0'));
}

function members({ slack, args }: Call): MethodResult {
  const channel = appChannel(slack.state, args.required('channel'));
  requireChannelScope(slack, channel, 'read');
  const limit = args.whole('limit', 100, 1001);
  if (limit > 1000) throw new Refused('invalid_limit');
  const { items, nextCursor } = page(slack.state, channel.members, (id) => id, args.text('cursor'), limit);
  return { body: { members: items, response_metadata: { next_cursor: nextCursor } } };
}

function open({ slack, args }: Call): MethodResult {
  const { state } = slack;
  const given = args.text('channel');
  if (given) {
    const channel = appChannel(state, given);
    if (channel.kind !== 'im' && channel.kind !== 'mpim') {
      throw new Refused('method_not_supported_for_channel_type');
    }
    return { body: { no_op: true, already_open: true, channel: shownOpen({ slack, args }, channel) } };
  }
  const ids = (args.text('users') ?? '').split(',').flatMap((id) => id.trim() || []);
  if (ids.length === 0) throw new Refused('users_list_not_supplied');
  if (ids.length > 8) throw new Refused('too_many_users');
  const people = ids.map((id) => visiblePerson(state, id));
  if (people.some(({ deleted }) => deleted)) throw new Refused('user_disabled');
  if (!people.every(isPerson)) throw new Refused('cannot_dm_bot');
  requireScope(slack, people.length === 1 ? 'im:write' : 'mpim:write');
  const [person] = people;
  if (!person) throw new Refused('users_list_not_supplied');
  const found =
    people.length === 1
      ? findIm(state, person)
      : Object.values(state.channels).find(
          ({ kind, members }) =>
            kind === 'mpim' && members.length === ids.length + 1 && ids.every((id) => members.includes(id)),
        );
  if (found) return { body: { no_op: true, already_open: true, channel: shownOpen({ slack, args }, found) } };
  if (args.flag('prevent_creation')) throw new Refused('channel_not_found');
  const made =
    people.length === 1
      ? openIm(slack, person)
      : addChannel(slack, {
          id: newId(slack, 'G'),
          name: `mpdm-${people.map(({ name }) => name).join('--')}-1`,
          kind: 'mpim',
          members: ids,
        });
  return { body: { channel: shownOpen({ slack, args }, made) }, did: { users: ids, channel: made.id } };
}

function shownOpen({ slack, args }: Call, channel: Channel) {
  return args.flag('return_im') ? showChannel(slack.state, channel, false) : { id: channel.id };
}
