import { drawList, h } from '../dom.js';
import { noSuchPost } from '../scene.js';
import { personItem } from './people.js';
import { postItem } from './post.js';
import { followers, handleOf, isToUs, ours, postAt, posts } from './sights.js';

/** As many posts as a person would scroll through. */
const mostPosts = 60;

const ofUs = (post) => post.by === ours();

export const tabs = {
  mentions: {
    label: 'Mentions',
    many: () => posts(isToUs).length,
    draw: (list) => drawPosts(list, posts(isToUs), 'Nobody has mentioned the library yet.'),
  },
  posts: {
    label: 'Posts',
    many: () => posts(ofUs).length,
    draw: (list) => drawPosts(list, posts(ofUs), 'We have posted nothing yet.'),
  },
  town: {
    label: 'Town',
    draw: (list) =>
      drawPosts(
        list,
        posts((post) => !ofUs(post) && !isToUs(post)),
        'The town is quiet.',
      ),
  },
  followers: { label: 'Followers', many: () => followers().length, draw: drawFollowers },
};

function drawPosts(list, found, none, before = []) {
  const shown = found.slice(0, mostPosts).map(postItem);
  drawList(list, [...before, ...(shown.length > 0 ? shown : [nothing(none)])]);
}

const nothing = (text) => ({ key: 'none', stamp: text, draw: () => h('li', { class: 'empty' }, text) });

/** All of one person, or one conversation, from its beginning. */
export function drawOne(list, what) {
  if (what.startsWith('@')) {
    const handle = handleOf(what.slice(1));
    return drawPosts(
      list,
      posts((post) => post.by === handle),
      `@${handle} has posted nothing.`,
      [personItem(handle)],
    );
  }
  const post = postAt(what);
  if (!post) return drawList(list, [nothing(noSuchPost('Bluesky'))]);
  const root = post.root ?? post.uri;
  const same = posts((one) => one.uri === root || one.root === root);
  return drawPosts(list, same.reverse(), 'This post was removed.');
}

function drawFollowers(list) {
  const newest = followers().sort((a, b) => b.seen.at - a.seen.at);
  const shown = newest.map(({ seen }) => personItem(seen.by));
  drawList(list, shown.length > 0 ? shown : [nothing('Nobody follows the library yet.')]);
}
