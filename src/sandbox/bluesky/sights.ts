import type { Sight } from '../world/world.js';
import { lookAtAccount, lookAtPost } from './acts/looking.js';
import { isPost } from './model/posts.js';
import { subjectOf } from './model/repo.js';
import type { Sky } from './model/state.js';

/** Everything on Bluesky for the page, without regard to lag and blocks, as in the acts of `acts/looking.ts`. */
export function sightsOf(sky: Sky): Sight[] {
  const { accounts, isAppViewDown, lagMs, ours, records } = sky.state;
  const live = Object.values(records).filter(({ deletedAt }) => deletedAt === undefined);
  const handle = (did: string) => accounts[did]?.handle;
  const bonds = (kind: 'follow' | 'block') =>
    live
      .filter(({ collection }) => collection === `app.bsky.graph.${kind}`)
      .map(({ at, did, value }): Sight => {
        const [by, whom] = [handle(did), handle(subjectOf(value))];
        return [`bluesky/${kind}/${by}/${whom}`, { by, whom, at }];
      });
  return [
    ...Object.values(accounts).map(
      (account): Sight => [`bluesky/account/${account.handle}`, lookAtAccount(sky, account)],
    ),
    ...live.filter(isPost).map((post): Sight => [`bluesky/post/${post.uri}`, lookAtPost(sky, post)]),
    ...bonds('follow'),
    ...bonds('block'),
    ['bluesky/settings', { ours: handle(ours), lagMs, isAppViewDown }],
  ];
}
