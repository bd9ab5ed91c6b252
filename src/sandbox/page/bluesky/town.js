import { bluesky } from '../act.js';
import { town } from '../town/residents.js';
import { go } from '../ui.js';
import { account, follows, ours, posts } from './sights.js';

/** A resident's name on Bluesky, where a name is a domain. */
export const handleOf = ({ handle }) => `${handle.replaceAll('_', '-')}.test`;

const naming = (text) => (text.toLowerCase().includes(`@${ours()}`) ? text : `@${ours()} ${text}`.trim());

const newest = () => posts((post) => post.by === ours() && !post.reply_to)[0]?.seen.uri;

/** What people of the town do on Bluesky, for the list of what can happen there. */
export const onBluesky = {
  network: 'bluesky',
  handleOf,
  kinds: { question: 'A question', thanks: 'A thank-you', complaint: 'A complaint' },
  isPrivate: () => false,
  /** What a post can have besides its words. */
  extras: {
    nothing: ['Nothing', {}],
    photo: ['A photo', { photos: ['A shelf of books with a gap in the middle'] }],
    bare: ['A photo without a description', { photos: [''] }],
    quote: ['A post of ours', { quotes: true }],
  },
  async join(handle) {
    if (account(handle)) return;
    const { name, about } = town.residents.find((one) => handleOf(one) === handle) ?? {};
    await bluesky('addAccount', { handle, name, description: about });
  },
  post: (by, text, { quotes, ...extra }) =>
    bluesky('post', {
      by,
      text: quotes ? text : naming(text),
      ...extra,
      ...(quotes && { quotes: newest() }),
    }),
  answer: (by, to, text) => bluesky('reply', { by, to, text }),
  follow: (by) => bluesky('follow', { by }),
  isFollower: (handle) => follows(handle, ours()) !== undefined,
  newest,
  show: (tab) => go({ bluesky: tab, uri: '' }),
};
