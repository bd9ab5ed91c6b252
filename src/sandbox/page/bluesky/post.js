import { attempt, bluesky } from '../act.js';
import { h, say } from '../dom.js';
import { face } from '../face.js';
import { form } from '../form.js';
import { photoOf } from '../photo.js';
import { ago, stampOf } from '../scene.js';
import { go, ui } from '../ui.js';
import { nameOf, ours, postAt } from './sights.js';
import { most, whoWrites } from './write.js';

export function personFace(handle, size) {
  return face(handle, { size, kind: handle === ours() ? 'library' : undefined });
}

const inText = /(https?:\/\/\S+|@[\w-]+(?:\.[\w-]+)+|#\w+)/;
/** Words with what Bluesky would link set off. */
export const linked = (text) =>
  text
    .split(inText)
    .flatMap((part) =>
      inText.test(part) ? [h('span', { class: 'linked' }, part)] : part === '' ? [] : [part],
    );

/** A name that leads to its person. */
export function nameLink(handle) {
  const open = () => go({ uri: `@${handle}` });
  return h(
    'button',
    { type: 'button', class: 'name', 'data-place': `name ${handle}`, onclick: open },
    nameOf(handle),
  );
}

/** One of a list: drawn anew when the post, what it answers or what it shows changes; time passes in it. */
export const postItem = ({ seen: post, stamp }) => ({
  key: post.uri,
  stamp: [
    stamp,
    stampOf(`bluesky/account/${post.by}`),
    stampOf(`bluesky/post/${post.reply_to}`),
    stampOf(`bluesky/post/${post.quotes}`),
    post.uri === ui.uri,
  ].join(' '),
  draw: () => drawPost(post, post.uri === ui.uri),
  touch: (node) => say(node.querySelector('time'), ago(post.at)),
});

function drawPost(post, isMarked) {
  const area = h('div', { class: 'act-area' });
  return h(
    'li',
    {
      class: `post${isMarked ? ' marked' : ''}${post.by === ours() ? ' ours' : ''}`,
      'data-post': post.uri,
      tabindex: -1,
    },
    personFace(post.by, 42),
    h(
      'div',
      { class: 'post-body' },
      h(
        'p',
        { class: 'who' },
        nameLink(post.by),
        h('span', { class: 'handle' }, `@${post.by}`),
        h('time', {}, ago(post.at)),
        post.versions > 1 ? h('span', { class: 'edited' }, 'edited') : null,
      ),
      post.reply_to ? h('p', { class: 'replying' }, answered(post.reply_to)) : null,
      h('p', { class: 'text' }, linked(post.text)),
      (post.photos ?? []).map((alt, index) => photo(alt, post.pictures[index])),
      post.quotes ? quoted(post.quotes) : null,
      h('div', { class: 'post-acts' }, acts(post, area)),
      area,
    ),
  );
}

function answered(uri) {
  const target = postAt(uri);
  if (!target || target.deleted) return 'Replied to a post that is gone';
  return `Replied to ${target.by === ours() ? 'the library' : nameOf(target.by)}`;
}

function photo(alt, picture) {
  return h(
    'figure',
    { class: 'medium' },
    h('img', {
      src: photoOf(picture),
      alt: alt || 'Photo without a description',
      width: 240,
      height: 160,
    }),
    alt ? h('figcaption', { 'aria-hidden': 'true' }, 'ALT') : null,
  );
}

/** A post inside another one. */
function quoted(uri) {
  const post = postAt(uri);
  if (!post || post.deleted) return h('p', { class: 'quoted gone' }, 'The post that stood here is gone.');
  return h(
    'button',
    { type: 'button', class: 'quoted', 'data-place': 'quoted', onclick: () => go({ uri }) },
    h(
      'span',
      { class: 'who' },
      personFace(post.by, 18),
      h('b', {}, nameOf(post.by)),
      h('span', { class: 'handle' }, `@${post.by}`),
    ),
    h('span', { class: 'text' }, post.text),
  );
}

function acts(post, area) {
  const name = nameOf(post.by);
  const answering = (label, names) => () => {
    const who = whoWrites('Who writes', post.by === ours() ? postAt(post.reply_to)?.by : ours());
    const send = (text) => who.send(label.toLowerCase(), { [names]: post.uri, text });
    form(area, { label, text: '', button: label, before: who.root, most, send });
  };
  const editing = () =>
    form(area, {
      label: `${name} edits`,
      text: post.text,
      button: 'Save',
      most,
      send: (text) => bluesky('edit', { uri: post.uri, text }),
    });
  return [
    act('Reply', `Reply to ${name}`, answering('Reply', 'to')),
    act('Quote', `Quote ${name}`, answering('Quote', 'of')),
    act('Edit', `Edit as ${name}`, editing),
    act('Delete', `Delete as ${name}`, () => attempt(() => bluesky('delete', { uri: post.uri }))),
  ];
}

export function act(label, aloud, onclick) {
  return h(
    'button',
    { type: 'button', class: 'small', 'aria-label': aloud, 'data-place': label, onclick },
    label,
  );
}
