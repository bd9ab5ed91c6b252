import type { WebClient } from '@slack/web-api';
import { ask } from './ask.js';

/** A channel that the app is in. */
export interface JoinedChannel {
  readonly id: string;
  readonly name: string;
  readonly isPrivate: boolean;
}

/** As many as Slack recommends for a page. */
const pageSize = 200;

/**
 * The channels that the app was invited to, public and private, without archived ones, by name. The names of all others are no
 * business of ours. https://docs.slack.dev/reference/methods/users.conversations
 */
export async function joinedChannels(client: WebClient): Promise<readonly JoinedChannel[]> {
  const found: JoinedChannel[] = [];
  let cursor: string | undefined;
  do {
    const page = await ask('users.conversations', () =>
      client.users.conversations({
        types: 'public_channel,private_channel',
        exclude_archived: true,
        limit: pageSize,
        ...(cursor ? { cursor } : {}),
      }),
    );
    for (const { id = '', name = id, is_private } of page.channels ?? []) {
      found.push({ id, name, isPrivate: is_private === true });
    }
    cursor = page.response_metadata?.next_cursor || undefined;
  } while (cursor);
  return found.sort((a, b) => a.name.localeCompare(b.name, 'en'));
}
