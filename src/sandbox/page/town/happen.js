import { attempt, x } from '../act.js';
import { h } from '../dom.js';
import { all, ours, seen } from '../scene.js';
import { go, toast } from '../ui.js';
import { newestFirst } from '../x/post.js';
import { join, nextOf, town } from './residents.js';

const kinds = {
  question: 'A question',
  thanks: 'A thank-you',
  complaint: 'A complaint',
  private: 'A private message',
};

/** What a post can have besides its words. */
const extras = {
  nothing: ['Nothing', {}],
  photo: ['A photo', { photos: ['A shelf of books with a gap in the middle'] }],
  bare: ['A photo without a description', { photos: [''] }],
  film: ['A film', { videos: ['Somebody leafs through an atlas'] }],
  gif: ['A GIF', { gifs: ['A cat closes a book'] }],
  poll: ['A poll', { poll: { options: ['In the morning', 'In the evening'] } }],
};

/** Somebody in town does something on X: in words from the town, or in one's own. */
export function happenings() {
  const who = h(
    'select',
    { id: 'who' },
    town.residents.map(({ handle, name }) => h('option', { value: handle }, `${name} (@${handle})`)),
  );
  const kind = h(
    'select',
    { id: 'kind', onchange: () => suggest() },
    Object.entries(kinds).map(([value, label]) => h('option', { value }, label)),
  );
  const words = h('textarea', { id: 'words', rows: 3 });
  const extra = h(
    'select',
    { id: 'extra' },
    Object.entries(extras).map(([value, [label]]) => h('option', { value }, label)),
  );
  const suggest = () => {
    extra.disabled = kind.value === 'private';
    words.value = nextOf(kind.value === 'private' ? town.private : town.says[kind.value]);
  };
  suggest();

  const say = async (event) => {
    event.preventDefault();
    const by = who.value;
    const text = words.value.trim();
    const done = await attempt(async () => {
      await join(by);
      if (kind.value === 'private') return x('message', { by, to: ours(), text });
      const named = text.toLowerCase().includes(`@${ours()}`) ? text : `@${ours()} ${text}`.trim();
      return x('post', { by, text: named, ...extras[extra.value][1] });
    });
    if (!done) return;
    go({ x: kind.value === 'private' ? 'messages' : 'mentions', post: '' });
    suggest();
    extra.value = 'nothing';
    who.selectedIndex = (who.selectedIndex + 1) % who.options.length;
  };
  const button = (label, act) =>
    h('button', { type: 'button', class: 'button', onclick: () => attempt(act) }, label);

  return h(
    'form',
    { class: 'happen', onsubmit: say },
    h('label', { for: 'who' }, 'Who'),
    who,
    h('label', { for: 'kind' }, 'What'),
    kind,
    h('label', { for: 'words' }, 'Words (yours, if you like)'),
    words,
    h('label', { for: 'extra' }, 'With'),
    extra,
    h(
      'div',
      { class: 'row' },
      h('button', { type: 'submit', class: 'button primary' }, 'Let it happen'),
      h('button', { type: 'button', class: 'button', onclick: suggest }, 'Other words'),
    ),
    h(
      'fieldset',
      {},
      h('legend', {}, 'Or'),
      h(
        'div',
        { class: 'row' },
        button('They follow us', () => follows([who.value])),
        button('Eight follow us', () => follows(strangers().slice(0, 8))),
        button('Twelve answer one post', pileOn),
      ),
    ),
  );
}

const strangers = () =>
  town.residents.map(({ handle }) => handle).filter((handle) => !seen(`x/follow/${handle}/${ours()}`));

async function follows(handles) {
  if (handles.length === 0) throw new Error('Everybody in town follows the library already.');
  for (const by of handles) {
    await join(by);
    await x('follow', { by });
  }
  go({ x: 'followers', post: '' });
  return true;
}

async function pileOn() {
  const [post] = all('x/post/')
    .filter(({ seen: one }) => one.by === ours() && !one.deleted && !one.in_reply_to)
    .sort(newestFirst);
  if (!post) throw new Error('The library has no post to answer.');
  for (const [index, { handle }] of town.residents.slice(0, 12).entries()) {
    await join(handle);
    await x('post', { by: handle, in_reply_to: post.seen.id, text: town.flood[index] });
  }
  toast('Twelve people answered one post.');
  go({ x: 'mentions', post: '' });
  return true;
}
