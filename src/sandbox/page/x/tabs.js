import { attempt, x } from '../act.js';
import { drawList, h } from '../dom.js';
import { form } from '../form.js';
import { account, ago, all, noSuchPost, ours, seen } from '../scene.js';
import { ui } from '../ui.js';
import { drawPost, head, isLive, linked, newestFirst, personFace } from './post.js';

/** As many posts as a person would scroll through. */
const mostPosts = 60;

const names = (post) =>
  post.by !== ours() &&
  (post.text.toLowerCase().includes(`@${ours()}`) || seen(`x/post/${post.in_reply_to}`)?.by === ours());

export const tabs = {
  mentions: {
    label: 'Mentions',
    many: () => all('x/post/').filter((one) => isLive(one) && names(one.seen)).length,
    draw: (list) => posts(list, ({ seen: post }) => names(post), 'Nobody has mentioned the library yet.'),
  },
  posts: {
    label: 'Posts',
    many: () => all('x/post/').filter((one) => isLive(one) && one.seen.by === ours()).length,
    draw: (list) => posts(list, ({ seen: post }) => post.by === ours(), 'We have posted nothing yet.'),
  },
  town: {
    label: 'Town',
    draw: (list) => posts(list, ({ seen: post }) => post.by !== ours() && !names(post), 'The town is quiet.'),
  },
  followers: {
    label: 'Followers',
    many: () => all('x/follow/').filter(({ seen: one }) => one.whom === ours()).length,
    draw: followers,
  },
  messages: { label: 'Private', many: () => all('x/message/').length, draw: messages },
};

function posts(list, fits, none) {
  const found = all('x/post/')
    .filter((one) => isLive(one) && fits(one))
    .sort(newestFirst);
  drawPosts(list, found.slice(0, mostPosts), none);
}

function drawPosts(list, found, none) {
  if (found.length === 0) return empty(list, none);
  drawList(
    list,
    found.map(({ seen: post, stamp }) => ({
      key: post.edit_of,
      stamp: `${stamp} ${ago(post.created_at)} ${post.id === ui.post}`,
      draw: () => drawPost(post, { marked: post.id === ui.post }),
    })),
  );
}

const empty = (list, text) =>
  drawList(list, [{ key: 'none', stamp: text, draw: () => h('li', { class: 'empty' }, text) }]);

/** One conversation, from its beginning; or all of one person. */
export function drawOne(list, what) {
  if (what.startsWith('@')) {
    const handle = what.slice(1).toLowerCase();
    const theirs = all('x/post/').filter((one) => isLive(one) && one.seen.by.toLowerCase() === handle);
    return drawPosts(list, theirs.sort(newestFirst), `@${handle} has posted nothing.`);
  }
  const post = seen(`x/post/${what}`);
  if (!post) {
    return empty(list, noSuchPost('X'));
  }
  const same = all('x/post/').filter(
    (one) => isLive(one) && one.seen.conversation_id === post.conversation_id,
  );
  if (same.length === 0) return empty(list, 'This post was removed.');
  drawPosts(
    list,
    same.sort((a, b) => -newestFirst(a, b)),
  );
}

function followers(list) {
  const found = all('x/follow/')
    .filter(({ seen: one }) => one.whom === ours())
    .sort((a, b) => b.seen.order - a.seen.order);
  if (found.length === 0) return empty(list, 'Nobody follows the library yet.');
  drawList(
    list,
    found.map(({ seen: { by }, stamp }) => ({
      key: by,
      stamp: `${stamp}`,
      draw: () => {
        const { name, description } = account(by) ?? { name: by };
        const leave = () => attempt(() => x('unfollow', { by }));
        return h(
          'li',
          { class: 'follower' },
          personFace(by, 40),
          h(
            'div',
            { class: 'post-body' },
            h('p', { class: 'who' }, h('b', {}, name), h('span', { class: 'handle' }, `@${by}`)),
            description ? h('p', { class: 'text' }, description) : null,
          ),
          h(
            'button',
            { type: 'button', class: 'small', 'aria-label': `Unfollow as ${name}`, onclick: leave },
            'Unfollow',
          ),
        );
      },
    })),
  );
}

/** Conversations, the newest word first; the library can answer here, in X's own app. */
function messages(list) {
  const conversations = new Map();
  for (const { seen: one } of all('x/message/')) {
    if (!one.with.includes(ours())) continue;
    conversations.set(one.conversation, [...(conversations.get(one.conversation) ?? []), one]);
  }
  if (conversations.size === 0) return empty(list, 'No private messages.');
  const newest = [...conversations].sort(([, a], [, b]) => b.at(-1).at - a.at(-1).at);
  drawList(
    list,
    newest.map(([id, said]) => ({
      key: id,
      stamp: `${said.length} ${ago(said.at(-1).at)}`,
      draw: () => conversation(said),
    })),
  );
}

function conversation(said) {
  const others = said[0].with.filter((handle) => handle !== ours());
  const area = h('div', { class: 'act-area' });
  const answer = () =>
    form(area, {
      label: 'Answer privately, in the X app',
      text: '',
      button: 'Send',
      send: (text) => x('message', { by: ours(), to: others.length > 1 ? others : others[0], text }),
    });
  return h(
    'li',
    { class: 'post' },
    personFace(others[0], 40),
    h(
      'div',
      { class: 'post-body' },
      said
        .slice(-6)
        .map((one) =>
          h(
            'div',
            { class: one.by === ours() ? 'private mine' : 'private' },
            head(one.by, one.at),
            h('p', { class: 'text' }, linked(one.text)),
            one.encrypted
              ? h('p', { class: 'about' }, 'Encrypted: only people in the X app read this.')
              : null,
          ),
        ),
      h(
        'div',
        { class: 'post-acts' },
        h(
          'button',
          { type: 'button', class: 'small', 'data-place': 'answer', onclick: answer },
          'Answer in the X app',
        ),
      ),
      area,
    ),
  );
}
