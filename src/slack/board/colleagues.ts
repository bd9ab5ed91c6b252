import { WebAPIPlatformError, type WebClient } from '@slack/web-api';
import type { ChannelCopy, Colleague } from '../../core/desk/desk-now.js';
import { type SlackUserId, slackUserId } from '../../core/ids.js';

/** As many as Slack recommends for a page. https://docs.slack.dev/reference/methods/conversations.members */
const pageSize = 200;

/** The channel's name and the ids of all who are in it. */
export async function channelMembers(
  client: WebClient,
  channel: string,
): Promise<{ readonly channel: ChannelCopy; readonly ids: readonly SlackUserId[] }> {
  const { channel: found } = await client.conversations.info({ channel });
  return { channel: channelCopyOf(found, channel), ids: await memberIds(client, channel) };
}

/** The ids of all who are in a channel: bots and deactivated people too. */
export async function memberIds(client: WebClient, channel: string): Promise<readonly SlackUserId[]> {
  const ids: SlackUserId[] = [];
  let cursor: string | undefined;
  do {
    const page = await client.conversations.members({
      channel,
      limit: pageSize,
      ...(cursor ? { cursor } : {}),
    });
    ids.push(...(page.members ?? []).map(slackUserId));
    cursor = page.response_metadata?.next_cursor || undefined;
  } while (cursor);
  return ids;
}

/** The fields of a channel in conversations.info that the desk reads. */
interface SlackChannel {
  readonly name?: string;
  readonly is_private?: boolean;
  readonly is_shared?: boolean;
  readonly is_ext_shared?: boolean;
  readonly is_org_shared?: boolean;
}

/** A channel as the desk keeps it; by its id where Slack names none. */
export function channelCopyOf(found: SlackChannel | undefined, id: string): ChannelCopy {
  const isShared =
    found?.is_shared === true || found?.is_ext_shared === true || found?.is_org_shared === true;
  const isPrivate = found?.is_private === true;
  return { name: found?.name ?? id, isPrivate, ...(isShared && { isShared }) };
}

/** Somebody as Slack has them now; undefined for an id that Slack does not know. */
export async function colleagueById(client: WebClient, id: SlackUserId): Promise<Colleague | undefined> {
  try {
    const { user } = await client.users.info({ user: id });
    return user && colleagueOf({ ...user, id });
  } catch (error) {
    const unknown = ['user_not_found', 'user_not_visible'];
    if (error instanceof WebAPIPlatformError && unknown.includes(error.data.error)) return undefined;
    throw error;
  }
}

/** The fields of a person in users.info and user_change that the desk reads. */
interface SlackPerson {
  readonly id: string;
  readonly name?: string;
  readonly real_name?: string;
  readonly deleted?: boolean;
  readonly is_bot?: boolean;
  readonly is_restricted?: boolean;
  readonly is_ultra_restricted?: boolean;
  readonly is_stranger?: boolean;
  readonly profile?: { readonly real_name?: string; readonly email?: string };
}

/** Slackbot says of itself that it is no bot. */
const slackbot = 'USLACKBOT';

/** A person of Slack as the desk knows colleagues. */
export function colleagueOf(person: SlackPerson): Colleague {
  const { id, profile } = person;
  const guest = person.is_restricted || person.is_ultra_restricted || person.is_stranger;
  return {
    id: slackUserId(id),
    name: profile?.real_name || person.real_name || person.name || id,
    guest: guest === true,
    deactivated: person.deleted === true,
    ...(profile?.email ? { email: profile.email } : {}),
    ...(person.is_bot || id === slackbot ? { bot: true } : {}),
  };
}
