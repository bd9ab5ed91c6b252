import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Sandbox } from '../../src/sandbox/sandbox.js';
import { settleOnBluesky, talkOnBluesky, wakeOnBluesky } from './bluesky-town.js';

const townFile = new URL('../../src/sandbox/page/town/town.json', import.meta.url);
const resident = z.object({ handle: z.string(), name: z.string(), about: z.string() });
const { residents, talk } = z
  .object({ residents: z.array(resident), talk: z.array(z.object({ by: z.string(), text: z.string() })) })
  .parse(JSON.parse(readFileSync(townFile, 'utf8')));

/** They follow the library or write to it after the demo has begun. */
const newcomers = ['samokafor', 'ines_bikes'];

type Act = (name: string, args: Record<string, unknown>) => Promise<unknown>;

/** The channel in which the desk shows private messages. */
const inPrivate = {
  id: 'C0PRIVATE1',
  name: 'x-private',
  kind: 'private',
  members: ['U0ANA0001', 'U0BEN0002', 'U0CARLA03'],
  bot: true,
};

const actOn =
  ({ x }: Sandbox): Act =>
  async (name, args) =>
    x.acts[name]?.(args);

/**
 * Adds the channels that the desks need, the people of the town, their earlier posts, and the library's earlier followers, on both
 * networks. Moves the sandbox's clock to `until`.
 */
export async function settleTown(sandbox: Sandbox, until: number): Promise<void> {
  const act = actOn(sandbox);
  await sandbox.slack.acts.addChannel?.(inPrivate);
  for (const { handle, name, about } of residents) {
    await act('addAccount', { handle, name, description: about, messagesFrom: 'everyone' });
  }
  const early = residents.filter(({ handle }) => !newcomers.includes(handle)).slice(0, 5);
  await settleOnBluesky(sandbox, residents, early);
  const pauseMs = (until - sandbox.clock.now()) / (talk.length + 1);
  for (const { by, text } of talk) {
    sandbox.clock.advance(Math.max(0, pauseMs));
    await act('post', { by, text });
    await talkOnBluesky(sandbox, by, text);
  }
  for (const { handle } of early) await act('follow', { by: handle });
  sandbox.clock.advance(Math.max(0, until - sandbox.clock.now()));
  for (const browser of ['U0ANA0001', 'U0CARLA03']) await act('signIn', { browser, as: 'centrallibrary' });
}

/** The first news of the morning on both networks: on X two mentions and two followers. */
export async function wakeTown(sandbox: Sandbox): Promise<void> {
  const act = actOn(sandbox);
  for (const by of newcomers) await act('follow', { by });
  await act('post', {
    by: 'leo_on_wheels',
    text: '@centrallibrary The lift at Central is broken again. Second week now.',
  });
  await act('post', {
    by: 'priya_knits',
    text: '@centrallibrary Lovely knitting group on Saturday, thank you all!',
  });
  await wakeOnBluesky(sandbox, newcomers);
}
