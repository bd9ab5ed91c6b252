import type { Coverage } from '../world/world.js';

const embeds =
  'Posts, pictures, films and link cards; lists, feeds, starter packs and labelers are not there.';

/** How much of Bluesky's API the sandbox has. */
export const coverage: readonly Coverage[] = [
  {
    route: 'POST com.atproto.server.createSession',
    level: 'partial',
    note: 'Without DID documents and codes by e-mail. It answers at once, where the real one takes a third of a second.',
  },
  { route: 'POST com.atproto.server.refreshSession', level: 'partial', note: 'Without DID documents.' },
  { route: 'GET com.atproto.server.getSession', level: 'partial', note: 'Without DID documents.' },
  {
    route: 'POST com.atproto.server.createAccount',
    level: 'partial',
    note: 'By handle, e-mail and password; no invites, no DID from elsewhere.',
  },
  { route: 'POST com.atproto.server.createAppPassword', level: 'supported' },
  { route: 'POST com.atproto.server.revokeAppPassword', level: 'supported' },
  { route: 'POST com.atproto.server.deactivateAccount', level: 'supported' },
  {
    route: 'GET com.atproto.identity.resolveHandle',
    level: 'partial',
    note: 'Handles of the sandbox alone.',
  },
  {
    route: 'POST com.atproto.identity.updateHandle',
    level: 'partial',
    note: 'To a handle that ends in .test; the act `rename` takes any.',
  },
  {
    route: 'POST com.atproto.repo.putRecord',
    level: 'partial',
    note: 'Posts, likes, reposts, follows, blocks, both gates and profiles are checked, other kinds are `unknown`. `swapCommit` is not looked at; a commit has no tree.',
  },
  { route: 'POST com.atproto.repo.createRecord', level: 'partial', note: 'As putRecord.' },
  { route: 'POST com.atproto.repo.deleteRecord', level: 'partial', note: '`swapCommit` is not looked at.' },
  { route: 'GET com.atproto.repo.getRecord', level: 'supported' },
  { route: 'GET com.atproto.repo.listRecords', level: 'supported' },
  {
    route: 'POST com.atproto.repo.uploadBlob',
    level: 'partial',
    note: 'The kind is what the caller says. Pictures are shown by addresses that nobody serves.',
  },
  {
    route: 'GET app.bsky.actor.getProfile',
    level: 'partial',
    note: 'Without lists, labelers, chat and status.',
  },
  { route: 'GET app.bsky.actor.getProfiles', level: 'partial', note: 'As getProfile.' },
  { route: 'GET app.bsky.graph.getFollowers', level: 'partial', note: 'Sorted by time alone.' },
  { route: 'GET app.bsky.graph.getRelationships', level: 'partial', note: 'Without lists.' },
  { route: 'POST app.bsky.graph.muteActor', level: 'supported' },
  { route: 'POST app.bsky.graph.unmuteActor', level: 'supported' },
  { route: 'GET app.bsky.feed.getPosts', level: 'partial', note: embeds },
  {
    route: 'GET app.bsky.feed.getAuthorFeed',
    level: 'partial',
    note: 'Without pins, and without our own posts that the AppView has not seen yet.',
  },
  {
    route: 'GET app.bsky.notification.listNotifications',
    level: 'partial',
    note: 'Mentions, replies, quotes, follows, likes and reposts; `priority` and muted threads are not there, nobody marks anything as seen.',
  },
  {
    route: 'POST com.atproto.repo.applyWrites',
    level: 'missing',
    note: 'The desk writes one record at a time.',
  },
  {
    route: 'GET app.bsky.feed.getPostThread',
    level: 'missing',
    note: 'The desk reads posts by their addresses.',
  },
  {
    route: 'POST app.bsky.notification.updateSeen',
    level: 'missing',
    note: 'The desk marks nothing as seen.',
  },
  {
    route: 'GET chat.bsky.convo.listConvos',
    level: 'missing',
    note: 'The desk reads no private messages there.',
  },
];
