import { drawList, h, say, set } from '../dom.js';
import { account, ours, stampOf } from '../scene.js';
import { go, ui } from '../ui.js';
import { drawCompose } from './compose.js';
import { personFace } from './post.js';
import { count, drawOne, tabs } from './tabs.js';

/** The right side: X, as the library's account and as everybody in town. */
export function xSide(root) {
  const title = h('div', { class: 'x-title' });
  const row = h('div', { class: 'tabs', role: 'tablist', 'aria-label': 'What of X' });
  const over = h('div', { class: 'over' });
  const list = h('ol', { class: 'posts' });
  const panel = h('div', { class: 'scroller', id: 'x-panel', role: 'tabpanel', tabindex: 0 }, list);
  root.append(h('header', { class: 'bar' }, title), row, over, panel);
  row.addEventListener('keydown', move);
  let before = '';
  let drawnPost = '';

  return () => {
    const ourName = account(ours())?.name;
    if (ourName && title.dataset.name !== ourName) {
      title.dataset.name = ourName;
      title.replaceChildren(
        personFace(ours(), 32),
        h('h2', {}, 'X'),
        h('p', { class: 'about' }, `@${ours()}`),
      );
    }
    drawList(row, Object.entries(tabs).map(tab));
    drawList(over, [
      ...(ui.intent
        ? [
            {
              key: 'compose',
              stamp: `${ui.intent} ${ui.as} ${stampOf(`x/browser/${ui.as}`)}`,
              draw: () => drawCompose(ui.intent),
            },
          ]
        : []),
      ...(ui.post && !ui.intent ? [{ key: 'back', stamp: ui.post, draw: backBar }] : []),
    ]);
    if (ui.intent && ui.intent !== before) over.querySelector('textarea')?.focus();
    before = ui.intent;
    set(panel, 'aria-labelledby', ui.post ? null : `tab-${ui.x}`);
    set(panel, 'aria-label', ui.post ? 'One conversation' : null);
    if (ui.post) drawOne(list, ui.post);
    else tabs[ui.x].draw(list);
    if (ui.post !== drawnPost) {
      drawnPost = ui.post;
      list.querySelector('.marked')?.scrollIntoView({ block: 'nearest' });
    }
  };
}

function tab([name, { label }]) {
  const isOn = ui.x === name && !ui.post;
  const many = count[name]();
  return {
    key: name,
    stamp: `${isOn} ${many}`,
    draw: () =>
      h(
        'button',
        {
          type: 'button',
          role: 'tab',
          id: `tab-${name}`,
          'aria-selected': String(isOn),
          'aria-controls': 'x-panel',
          tabindex: ui.x === name ? 0 : -1,
          'data-place': name,
          onclick: () => go({ x: name, post: '', intent: '' }),
        },
        label,
        many > 0 ? h('span', { class: 'many' }, String(many)) : null,
      ),
  };
}

/** Arrows move between tabs, as tabs do everywhere. */
function move(event) {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const names = Object.keys(tabs);
  const to = names[(names.indexOf(ui.x) + step + names.length) % names.length];
  go({ x: to, post: '', intent: '' });
  setTimeout(() => document.getElementById(`tab-${to}`)?.focus());
}

function backBar() {
  const what = ui.post.startsWith('@') ? ui.post : 'One conversation';
  const back = h(
    'button',
    { type: 'button', class: 'small', 'data-place': 'back', onclick: () => go({ post: '' }) },
    '← Back',
  );
  const bar = h('div', { class: 'back' }, back, h('span', {}));
  say(bar.lastChild, what);
  return bar;
}
