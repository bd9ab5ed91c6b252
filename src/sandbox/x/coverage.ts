import type { Coverage } from '../world/world.js';

const mediaNote =
  'Places, articles, scopes, and notes come back empty, private metrics are zeros. Media come with the post that has them, not with one that answers or reposts it.';

/** How much of X's API the sandbox has. */
export const coverage: readonly Coverage[] = [
  {
    route: 'POST /oauth/request_token',
    level: 'partial',
    note: 'With `oauth_callback=oob` alone: a PIN stands on the page /oauth/authorize.',
  },
  { route: 'POST /oauth/access_token', level: 'partial', note: 'With a PIN alone.' },
  { route: 'GET /2/users/me', level: 'supported' },
  { route: 'GET /2/users', level: 'supported' },
  { route: 'GET /2/users/by/username/:username', level: 'supported' },
  { route: 'GET /2/users/:id', level: 'supported' },
  { route: 'GET /2/users/:id/followers', level: 'supported' },
  { route: 'GET /2/users/:id/mentions', level: 'partial', note: mediaNote },
  { route: 'GET /2/users/:id/tweets', level: 'partial', note: mediaNote },
  { route: 'GET /2/tweets', level: 'partial', note: mediaNote },
  { route: 'GET /2/tweets/:id', level: 'partial', note: mediaNote },
  {
    route: 'POST /2/tweets',
    level: 'partial',
    note: 'Text, replies, quotes and reply settings. Media, polls, places, cards, communities, edits, nullcast and posts for subscribers are refused with 400.',
  },
  { route: 'DELETE /2/tweets/:id', level: 'supported' },
  {
    route: 'GET /2/dm_events',
    level: 'partial',
    note: 'Messages and the start of groups; no attachments, nobody leaves.',
  },
  {
    route: 'GET /2/dm_conversations/with/:participant_id/dm_events',
    level: 'partial',
    note: 'Messages; no attachments.',
  },
  {
    route: 'POST /2/dm_conversations/with/:participant_id/messages',
    level: 'partial',
    note: 'Text; attachments are refused with 400.',
  },
  { route: 'POST /2/users/:id/following', level: 'supported' },
  {
    route: 'DELETE /2/users/:id/following/:target_user_id',
    level: 'missing',
    note: 'The desk never unfollows.',
  },
  {
    route: 'GET /2/usage/tweets',
    level: 'missing',
    note: 'X wants a bearer token for it; use the act `meter`.',
  },
  { route: 'GET /2/activity/stream', level: 'missing', note: 'The desk polls.' },
];
