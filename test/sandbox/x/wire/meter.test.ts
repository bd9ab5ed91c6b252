import { beforeEach, describe, expect, test } from 'vitest';
import { built, library, startAt, useX } from '../build.js';

useX();

const usd = () => built.act('meter').usd as number;
const untilMidnightMs = Date.UTC(2026, 10, 25) - startAt;

describe('a resource is charged once per UTC day', () => {
  let maya: string;
  let asked: string;
  beforeEach(() => {
    maya = built.person('maya_reads');
    asked = built.post('maya_reads', '@centrallibrary hello');
    built.act('follow', { by: 'maya_reads' });
    built.act('message', { by: 'maya_reads', to: library.handle, text: 'Is my book in?' });
  });

  test.each([
    ['GET /2/users/me', 0.01, () => built.client().v2.me()],
    ['GET /2/users', 0.01, () => built.client().v2.users([maya, maya, '42'])],
    ['GET /2/users/by/username/:username', 0.01, () => built.client().v2.userByUsername('maya_reads')],
    ['GET /2/users/:id', 0.01, () => built.client().v2.user(maya)],
    ['GET /2/users/:id/followers', 0.001, () => built.client().v2.followers(library.id)],
    ['GET /2/users/:id/mentions', 0.001, () => built.client().v2.userMentionTimeline(library.id)],
    ['GET /2/users/:id/tweets', 0.005, () => built.client().v2.userTimeline(maya)],
    ['GET /2/tweets', 0.005, () => built.client().v2.tweets([asked, asked, '42'])],
    ['GET /2/tweets/:id', 0.005, () => built.client().v2.singleTweet(asked)],
    ['GET /2/dm_events', 0.01, () => built.client().v2.listDmEvents()],
    [
      'GET /2/dm_conversations/with/:participant_id/dm_events',
      0.01,
      () => built.client().v2.listDmEventsWithParticipant(maya),
    ],
  ])('by %s, for $%d', async (_route, price, read: () => Promise<unknown>) => {
    await read();
    expect(usd()).toBe(price);
    await read();
    built.world.clock.advance(untilMidnightMs - 60_000);
    await read();
    expect(usd()).toBe(price);
    built.world.clock.advance(60_000);
    await read();
    expect(usd()).toBe(2 * price);
  });

  test('whichever routes it is read by', async () => {
    const { v2 } = built.client();
    await v2.singleTweet(asked);
    await v2.tweets([asked]);
    await v2.userMentionTimeline(library.id);
    await v2.userTimeline(maya);
    expect(usd()).toBe(0.005);
    await v2.user(maya);
    await v2.userByUsername('maya_reads');
    await v2.followers(library.id);
    expect(usd()).toBe(0.015);
    await v2.listDmEvents();
    await v2.listDmEventsWithParticipant(maya);
    expect(usd()).toBe(0.025);
  });

  test('and an edit makes another one', async () => {
    const { v2 } = built.client();
    await v2.userMentionTimeline(library.id);
    built.act('edit', { id: asked, text: '@centrallibrary hello again' });
    await v2.userMentionTimeline(library.id);
    expect(usd()).toBe(0.002);
  });
});

test('every write is charged', async () => {
  const maya = built.person('maya_reads', { messagesFrom: 'everyone' });
  const { v2 } = built.client();
  const { data } = await v2.tweet('a');
  expect(usd()).toBe(0.015);
  await v2.deleteTweet(data.id);
  expect(usd()).toBe(0.025);
  await v2.sendDmToParticipant(maya, { text: 'a' });
  await v2.sendDmToParticipant(maya, { text: 'a' });
  expect(usd()).toBe(0.055);
  built.act('plan', { plan: 'enterprise' });
  await v2.follow(library.id, maya);
  expect(usd()).toBe(0.07);
});
