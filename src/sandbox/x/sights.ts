import type { Sight } from '../world/world.js';
import { look } from './acts/looking.js';
import { receivesMessagesFrom } from './model/people.js';
import type { X } from './model/state.js';

/** Everything on X for the page, without regard to lag and privacy, as in the acts of `acts/looking.ts`. */
export function sightsOf(x: X): Sight[] {
  const { accounts, posts, follows, messages, browsers, plan, lag, creditsMills, spendCapMills } = x.state;
  const handle = (id: string) => accounts[id]?.handle;
  const ours = accounts[x.state.ours];
  return [
    ...Object.values(accounts).map(
      (account): Sight => [
        `x/account/${account.handle}`,
        {
          id: account.id,
          handle: account.handle,
          name: account.name,
          description: account.description,
          protected: account.protected,
          status: account.status,
          writable: ours !== undefined && receivesMessagesFrom(x, ours, account),
        },
      ],
    ),
    ...Object.values(posts).map(
      (post): Sight => [`x/post/${post.id}`, { ...look(x, post), edit_of: post.firstId }],
    ),
    ...follows.map(
      ({ by, whom, pending, order }): Sight => [
        `x/follow/${handle(by)}/${handle(whom)}`,
        { by: handle(by), whom: handle(whom), pending, order },
      ],
    ),
    ...messages
      .filter(({ type }) => type === 'MessageCreate')
      .map(
        ({ id, senderId, participants, text, at, conversationId, encrypted }): Sight => [
          `x/message/${id}`,
          {
            id,
            by: handle(senderId),
            with: participants.map(handle),
            text,
            at,
            conversation: conversationId,
            ...(encrypted && { encrypted }),
          },
        ],
      ),
    ...Object.entries(browsers).map(([browser, id]): Sight => [`x/browser/${browser}`, handle(id)]),
    ['x/settings', { ours: ours?.handle, plan, lag, creditsMills, spendCapMills }],
  ];
}
