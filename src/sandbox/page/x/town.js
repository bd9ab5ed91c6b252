import { x } from '../act.js';
import { account, all, ours, seen } from '../scene.js';
import { town } from '../town/residents.js';
import { go } from '../ui.js';
import { newestFirst } from './post.js';

/** Somebody who is not on X yet joins it. */
export async function join(handle) {
  if (account(handle)) return;
  const { name, about } = town.residents.find((one) => one.handle === handle) ?? { name: handle, about: '' };
  await x('addAccount', { handle, name, description: about, messagesFrom: 'everyone' });
}

const naming = (text) => (text.toLowerCase().includes(`@${ours()}`) ? text : `@${ours()} ${text}`.trim());

/** What people of the town do on X, for the list of what can happen there. */
export const onX = {
  network: 'x',
  handleOf: ({ handle }) => handle,
  kinds: {
    question: 'A question',
    thanks: 'A thank-you',
    complaint: 'A complaint',
    private: 'A private message',
    encrypted: 'An encrypted private message',
  },
  isPrivate: (kind) => kind === 'private' || kind === 'encrypted',
  /** What a post can have besides its words. */
  extras: {
    nothing: ['Nothing', {}],
    photo: ['A photo', { photos: ['A shelf of books with a gap in the middle'] }],
    bare: ['A photo without a description', { photos: [''] }],
    film: ['A film', { videos: ['Somebody leafs through an atlas'] }],
    gif: ['A GIF', { gifs: ['A cat closes a book'] }],
    poll: ['A poll', { poll: { options: ['In the morning', 'In the evening'] } }],
  },
  join,
  post: (by, text, extra) => x('post', { by, text: naming(text), ...extra }),
  message: (by, text, kind) =>
    x('message', { by, to: ours(), text, ...(kind === 'encrypted' && { encrypted: true }) }),
  answer: (by, to, text) => x('post', { by, in_reply_to: to, text }),
  follow: (by) => x('follow', { by }),
  isFollower: (handle) => seen(`x/follow/${handle}/${ours()}`) !== undefined,
  /** The library's newest post that answers nobody. */
  newest: () =>
    all('x/post/')
      .filter(({ seen: one }) => one.by === ours() && !one.deleted && !one.in_reply_to)
      .sort(newestFirst)[0]?.seen.id,
  show: (tab) => go({ x: tab, post: '' }),
};
