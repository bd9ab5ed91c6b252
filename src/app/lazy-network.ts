import type { Network } from '../ports/network.js';

type Asked = Exclude<keyof Network, 'follow' | 'followers'>;

/** All but the one that gives a list bit by bit, and the one that not every network has. */
const asked: Readonly<Record<Asked, true>> = {
  me: true,
  mentions: true,
  ownPosts: true,
  recentPosts: true,
  posts: true,
  postsAgain: true,
  followersAgain: true,
  peopleAgain: true,
  stillFollowing: true,
  person: true,
  publish: true,
  privateMessages: true,
  sendPrivate: true,
  remove: true,
};

/**
 * A network that is loaded when it is first asked: what a library for it takes in memory and time is nothing where no desk
 * is on it.
 */
export function lazyNetwork(load: () => Promise<Network>): Network {
  let loading: Promise<Network> | undefined;
  const network = (): Promise<Network> => {
    loading ??= load();
    return loading;
  };
  type Method = (...given: readonly unknown[]) => Promise<unknown>;
  const methods = (Object.keys(asked) as Asked[]).map((name): [string, Method] => [
    name,
    async (...given) => ((await network())[name] as Method)(...given),
  ]);
  return {
    ...(Object.fromEntries(methods) as unknown as Pick<Network, Asked>),
    async *followers() {
      yield* (await network()).followers();
    },
    async follow(...given) {
      await (await network()).follow?.(...given);
    },
  };
}
