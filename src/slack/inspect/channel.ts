import type { WebClient } from '@slack/web-api';
import type { Colleague } from '../../core/desk/desk-now.js';
import type { SlackUserId } from '../../core/ids.js';
import { ChannelRefused } from '../../errors.js';
import type { ChannelFacts } from '../../ports/inspection.js';
import { channelCopyOf, colleagueById, memberIds } from '../board/colleagues.js';
import { ask, askPatiently } from './ask.js';

/**
 * A channel by its id; undefined for one that Slack does not know, or that is private and the app is not in it: Slack does
 * not tell these apart. Throws ChannelRefused, with `missing_scope`, where the app may not ask.
 */
export async function channelFacts(client: WebClient, id: string): Promise<ChannelFacts | undefined> {
  try {
    const { channel } = await ask('conversations.info', () => client.conversations.info({ channel: id }));
    return {
      ...channelCopyOf(channel, id),
      isMember: channel?.is_member === true,
      isArchived: channel?.is_archived === true,
    };
  } catch (fault) {
    if (fault instanceof ChannelRefused && fault.code === 'channel_not_found') return undefined;
    throw fault;
  }
}

/** The ids of all who are in a channel: bots and deactivated people too. */
export const idsInChannel = (client: WebClient, id: string): Promise<readonly SlackUserId[]> =>
  askPatiently('conversations.members', () => memberIds(client, id));

/** Somebody as Slack has them now; undefined for an id that Slack does not know. */
export const personFacts = (client: WebClient, id: SlackUserId): Promise<Colleague | undefined> =>
  askPatiently('users.info', () => colleagueById(client, id));
