import type { Coverage } from '../world/world.js';

const supported = (route: string, note?: string): Coverage => ({
  route,
  level: 'supported',
  ...(note && { note }),
});
const partial = (route: string, note: string): Coverage => ({ route, level: 'partial', note });
const missing = (route: string, note: string): Coverage => ({ route, level: 'missing', note });

/**
 * How much of Slack the sandbox has, by method of the Web API and by the other addresses of its server. Methods
 * that are not listed are missing too and answer unknown_method.
 */
export const coverage: readonly Coverage[] = [
  supported('auth.test'),
  supported('apps.connections.open'),
  supported('chat.postMessage', 'markdown_text is kept as it is; links are never unfurled'),
  supported('chat.update'),
  supported('chat.delete'),
  supported('chat.postEphemeral'),
  supported('chat.getPermalink'),
  supported('views.open', 'replaces modals that are open'),
  supported('views.update'),
  supported('views.push'),
  supported('views.publish'),
  supported('conversations.info'),
  supported('conversations.history'),
  supported('conversations.replies'),
  supported('conversations.members'),
  supported('conversations.open'),
  supported('users.info'),
  supported('users.list'),
  supported('users.conversations'),
  supported('blocks.validate', 'knows the eight classic blocks'),
  supported('files.getUploadURLExternal', 'no snippets'),
  partial('files.completeUploadExternal', 'one channel_id; no channels, blocks or other name'),
  supported('POST /upload/', 'the bytes of a file, raw or as a form'),
  supported('GET /link/', 'Socket Mode'),
  supported('POST /actions/', 'response_url of a press or message shortcut'),
  supported('POST /commands/', 'response_url of a slash command'),
  missing('bots.info', 'there is one bot; users.info shows it'),
  missing('reactions.add', 'no reactions'),
  missing('team.info', 'auth.test names the workspace'),
  missing('usergroups.users.list', 'no user groups'),
  missing('usergroups.users.update', 'no user groups'),
];
