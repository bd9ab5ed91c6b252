import type { Sandbox } from '../../src/sandbox/sandbox.js';

/** The channel of the desk on Bluesky. */
export const blueskyChannel = {
  id: 'C0SKYDESK1',
  name: 'bluesky-desk',
  members: ['U0ANA0001', 'U0BEN0002', 'U0CARLA03', 'U0DEV0004'],
  bot: true,
};

export interface Resident {
  readonly handle: string;
  readonly name: string;
  readonly about: string;
}

/** A resident's name on Bluesky, where a name is a domain. */
export const blueskyHandle = (handle: string): string => `${handle.replaceAll('_', '-')}.test`;

const library = 'centrallibrary.test';

const act = async ({ bluesky }: Sandbox, name: string, args: Record<string, unknown>): Promise<unknown> =>
  bluesky.acts[name]?.(args);

/** Adds the desk's channel, the people of the town, and those of them who follow the library. */
export async function settleOnBluesky(
  sandbox: Sandbox,
  residents: readonly Resident[],
  followers: readonly Resident[],
): Promise<void> {
  await sandbox.slack.acts.addChannel?.(blueskyChannel);
  for (const { about, handle, name } of residents) {
    await act(sandbox, 'addAccount', { handle: blueskyHandle(handle), name, description: about });
  }
  for (const { handle } of followers) await act(sandbox, 'follow', { by: blueskyHandle(handle) });
  await act(sandbox, 'post', { by: library, text: 'Hello, Bluesky. We answer here, too.' });
  await act(sandbox, 'post', {
    by: library,
    text: 'Which book did you last press into somebody’s hands?',
  });
}

/** Somebody says something that is not for the library. */
export const talkOnBluesky = (sandbox: Sandbox, by: string, text: string): Promise<unknown> =>
  act(sandbox, 'post', { by: blueskyHandle(by), text });

/** The first news of the morning: a question, a quote of the library's own, and followers. */
export async function wakeOnBluesky(sandbox: Sandbox, followers: readonly string[]): Promise<void> {
  for (const by of followers) await act(sandbox, 'follow', { by: blueskyHandle(by) });
  await act(sandbox, 'post', {
    by: blueskyHandle('noor_codes'),
    text: `@${library} Is level 3 open all night before exams?`,
  });
  const { posts } = (await act(sandbox, 'timeline', { handle: library })) as { posts: { uri: string }[] };
  await act(sandbox, 'quote', {
    by: blueskyHandle('tom_mill_lane'),
    of: posts[0]?.uri,
    text: 'A bus timetable from 1974, into my neighbour’s. It is a good read.',
  });
}
