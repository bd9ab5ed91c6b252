import { attempt, x } from '../act.js';
import { h } from '../dom.js';
import { face } from '../face.js';
import { form } from '../form.js';
import { account, ago, all, ours, seen } from '../scene.js';
import { attached } from './attached.js';

/** Newest first: ids are numbers, and longer ones are newer. */
export const newestFirst = (a, b) => (BigInt(a.seen.id) < BigInt(b.seen.id) ? 1 : -1);

export const isLive = ({ seen: post }) => !post.deleted && post.versions.at(-1) === post.id;

export function personFace(handle, size) {
  return face(handle, { size, kind: handle === ours() ? 'library' : undefined });
}

const inText = /(https?:\/\/\S+|[@#]\w+)/;
/** Words with what X would link set off. */
export function linked(text) {
  return text
    .split(inText)
    .flatMap((part) => (inText.test(part) ? [h('span', { class: 'linked' }, part)] : [part]));
}

export function head(handle, at, more) {
  return h(
    'p',
    { class: 'who' },
    h('b', {}, account(handle)?.name ?? handle),
    h('span', { class: 'handle' }, `@${handle}`),
    h('time', {}, ago(at)),
    more ?? null,
  );
}

/** One post, with what people can do about it. */
export function drawPost(post, { marked } = {}) {
  const target = post.in_reply_to && seen(`x/post/${post.in_reply_to}`);
  const isEdited = post.versions.length > 1;
  const area = h('div', { class: 'act-area' });
  return h(
    'li',
    {
      class: `post${marked ? ' marked' : ''}${post.by === ours() ? ' ours' : ''}`,
      'data-post': post.id,
      tabindex: -1,
    },
    personFace(post.by, 40),
    h(
      'div',
      { class: 'post-body' },
      head(post.by, post.created_at, isEdited ? h('span', { class: 'edited' }, 'edited') : null),
      target ? h('p', { class: 'replying' }, `Replying to @${target.by}`) : null,
      h('p', { class: 'text' }, linked(post.text)),
      attached(post),
      h('div', { class: 'post-acts' }, acts(post, area)),
      area,
    ),
  );
}

function acts(post, area) {
  const name = account(post.by)?.name ?? post.by;
  const editing = () =>
    form(area, {
      label: `${name} edits`,
      text: post.text,
      button: 'Save',
      send: (text) => x('edit', { id: post.id, text }),
    });
  const deleting = () => attempt(() => x('delete', { id: post.id }));
  return [
    act('Reply', `Reply to ${name}`, () => replying(post, area)),
    act('Edit', `Edit as ${name}`, editing),
    act('Delete', `Delete as ${name}`, deleting),
  ];
}

function act(label, aloud, onclick) {
  return h(
    'button',
    { type: 'button', class: 'small', 'aria-label': aloud, 'data-place': label, onclick },
    label,
  );
}

/** Whoever replies: the library itself, in X's own app, or somebody in town. */
function replying(post, area) {
  const others = all('x/account/').filter(
    ({ seen: one }) => one.status === 'active' && one.handle !== ours(),
  );
  const first = post.by === ours() ? seen(`x/post/${post.in_reply_to}`)?.by : ours();
  const who = h(
    'select',
    { 'aria-label': 'Who replies' },
    h('option', { value: ours() }, 'Central Library (in the X app)'),
    others.map(({ seen: one }) => h('option', { value: one.handle }, one.name)),
  );
  who.value = first ?? others[0]?.seen.handle ?? ours();
  const send = (text) => {
    const named =
      who.value === ours() || text.includes(`@${ours()}`) || post.by === ours() ? text : `@${ours()} ${text}`;
    return x('post', { by: who.value, text: named, in_reply_to: post.id });
  };
  form(area, { label: 'Reply', text: '', button: 'Reply', send, before: who });
}
