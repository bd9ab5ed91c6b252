/** What repairs a channel that Slack does not let us write in. */
export type ChannelCure = 'invite' | 'unarchive' | 'scope' | 'restricted' | 'other';

const cures: Readonly<Record<string, ChannelCure>> = {
  not_in_channel: 'invite',
  channel_not_found: 'invite',
  is_archived: 'unarchive',
  is_inactive: 'unarchive',
  missing_scope: 'scope',
  no_permission: 'scope',
  not_allowed_token_type: 'scope',
  team_access_not_granted: 'scope',
};

/** What repairs a refusal by Slack, by Slack's code. https://docs.slack.dev/reference/methods/chat.postMessage#errors */
export function channelCure(code: string): ChannelCure {
  return cures[code] ?? (code.startsWith('restricted_action') ? 'restricted' : 'other');
}
