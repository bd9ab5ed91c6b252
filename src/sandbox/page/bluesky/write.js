import { bluesky } from '../act.js';
import { h } from '../dom.js';
import { form } from '../form.js';
import { all } from '../scene.js';
import { account, ours } from './sights.js';

/** How many characters a post may have. */
export const most = 300;

/** Whoever writes: the library itself, in Bluesky's own app, or somebody in town. `first` is the handle that is proposed. */
export function whoWrites(label, first) {
  const people = all('bluesky/account/')
    .map(({ seen }) => seen)
    .filter(({ status, handle }) => status === 'active' && handle !== ours());
  const root = h(
    'select',
    { 'aria-label': label },
    h('option', { value: ours() }, `${account(ours())?.name} (in the Bluesky app)`),
    people.map(({ handle, name }) => h('option', { value: handle }, `${name || handle} (@${handle})`)),
  );
  root.value = people.some(({ handle }) => handle === first) ? first : ours();
  return { root, send: (act, args) => bluesky(act, { by: root.value, ...args }) };
}

/** Where somebody begins something new. */
export function newPost() {
  const area = h('div', {});
  const open = () => {
    const resident = all('bluesky/account/').find(({ seen }) => seen.handle !== ours())?.seen.handle;
    const who = whoWrites('Who posts', resident);
    form(area, {
      label: 'New post',
      text: '',
      button: 'Post',
      before: who.root,
      most,
      send: (text) => who.send('post', { text }),
    });
  };
  return h(
    'div',
    { class: 'new-post' },
    h(
      'button',
      { type: 'button', class: 'whats-up', 'data-place': 'new post', onclick: open },
      'What’s up in town?',
    ),
    area,
  );
}
