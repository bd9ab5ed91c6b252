import { drawList, h, set } from '../dom.js';
import { backBar, sideTabs } from '../side-tabs.js';
import { go, ui } from '../ui.js';
import { networkSwitch } from '../wear.js';
import { personFace } from './post.js';
import { handleOf, ours } from './sights.js';
import { drawOne, tabs } from './tabs.js';
import { newPost } from './write.js';

/** The right side in a channel whose desk is on Bluesky: as the library's account and as everybody in town. */
export function blueskySide(root) {
  const title = h('div', { class: 'x-title' });
  const others = networkSwitch();
  const row = sideTabs({
    network: 'bluesky',
    label: 'What of Bluesky',
    tabs,
    panel: 'bluesky-panel',
    open: 'uri',
    closed: { uri: '' },
  });
  const over = h('div', { class: 'over' });
  const list = h('ol', { class: 'posts' });
  const panel = h('div', { class: 'scroller', id: 'bluesky-panel', role: 'tabpanel', tabindex: 0 }, list);
  root.append(h('header', { class: 'bar' }, title, others.root), row.root, over, panel);
  let opened = '';

  return () => {
    if (!ours()) return;
    if (title.dataset.name !== ours()) {
      title.dataset.name = ours();
      title.replaceChildren(
        personFace(ours(), 32),
        h('h2', {}, 'Bluesky'),
        h('p', { class: 'about' }, `@${ours()}`),
      );
    }
    others.update();
    row.update();
    const what = ui.uri.startsWith('@') ? `@${handleOf(ui.uri.slice(1))}` : 'One conversation';
    drawList(over, [
      ui.uri
        ? { key: 'back', stamp: ui.uri, draw: () => backBar(what, () => go({ uri: '' })) }
        : { key: 'new', stamp: '', draw: newPost },
    ]);
    set(panel, 'aria-labelledby', ui.uri ? null : row.id());
    set(panel, 'aria-label', ui.uri ? what : null);
    if (ui.uri) drawOne(list, ui.uri);
    else tabs[ui.bluesky].draw(list);
    if (ui.uri !== opened) {
      opened = ui.uri;
      panel.scrollTop = 0;
      list.querySelector('.marked')?.scrollIntoView({ block: 'nearest' });
    }
  };
}
