import { drawList, h, set } from '../dom.js';
import { account, ours, stampOf } from '../scene.js';
import { backBar, sideTabs } from '../side-tabs.js';
import { go, ui } from '../ui.js';
import { networkSwitch } from '../wear.js';
import { drawCompose } from './compose.js';
import { personFace } from './post.js';
import { drawOne, tabs } from './tabs.js';

/** The right side: X, as the library's account and as everybody in town. */
export function xSide(root) {
  const title = h('div', { class: 'x-title' });
  const others = networkSwitch();
  const row = sideTabs({
    network: 'x',
    label: 'What of X',
    tabs,
    panel: 'x-panel',
    open: 'post',
    closed: { post: '', intent: '' },
  });
  const over = h('div', { class: 'over' });
  const list = h('ol', { class: 'posts' });
  const panel = h('div', { class: 'scroller', id: 'x-panel', role: 'tabpanel', tabindex: 0 }, list);
  root.append(h('header', { class: 'bar' }, title, others.root), row.root, over, panel);
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
    others.update();
    row.update();
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
      ...(ui.post && !ui.intent
        ? [{ key: 'back', stamp: ui.post, draw: () => backBar(openName(ui.post), () => go({ post: '' })) }]
        : []),
    ]);
    if (ui.intent && ui.intent !== before) over.querySelector('textarea')?.focus();
    before = ui.intent;
    set(panel, 'aria-labelledby', ui.post ? null : row.id());
    set(panel, 'aria-label', ui.post ? 'One conversation' : null);
    if (ui.post) drawOne(list, ui.post);
    else tabs[ui.x].draw(list);
    if (ui.post !== drawnPost) {
      drawnPost = ui.post;
      list.querySelector('.marked')?.scrollIntoView({ block: 'nearest' });
    }
  };
}

const openName = (post) => (post.startsWith('@') ? post : 'One conversation');
