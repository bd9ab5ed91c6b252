import { h } from '../dom.js';
import { seen } from '../scene.js';
import { go, ui } from '../ui.js';
import { composer } from './composer.js';
import { focusAgain, focusNow } from './focus.js';
import { moveByKeys } from './keys.js';
import { drawMessages, threadIn } from './list.js';
import { countOf } from './replies.js';
import { stayDown } from './stay-down.js';

/** The thread beside the channel: its parent, how many replies it has, and they. */
export function threadView() {
  const list = h('ol', { class: 'messages', 'aria-label': 'Thread' });
  const close = h(
    'button',
    { type: 'button', class: 'icon', 'aria-label': 'Close the thread', onclick: () => go({ thread: '' }) },
    '✕',
  );
  const scroller = h(
    'div',
    { class: 'scroller', tabindex: 0, role: 'region', 'aria-label': 'Messages of the thread' },
    list,
  );
  moveByKeys(scroller);
  const end = stayDown(scroller, list);
  const write = composer({ thread: () => ui.thread, sent: end.go });
  const root = h(
    'section',
    { class: 'thread-view', 'aria-label': 'Thread' },
    h('header', { class: 'bar' }, h('h2', {}, 'Thread'), close),
    scroller,
    write.root,
  );
  root.addEventListener('keydown', ({ key }) => key === 'Escape' && go({ thread: '' }));
  let open = '';
  let opener;
  const update = () => {
    const parent = ui.at === 'home' ? undefined : ui.thread && seen(`slack/message/${ui.at}/${ui.thread}`);
    const hadFocus = root.contains(document.activeElement);
    root.hidden = !parent;
    if (!parent) {
      if (open !== '' && hadFocus) focusAgain(opener);
      open = '';
      return;
    }
    const messages = threadIn(ui.at, ui.thread, ui.as);
    drawMessages(list, messages, { between: countLine(messages.filter((one) => one.seen.thread_ts).length) });
    write.update();
    if (open === ui.thread) return end.keep();
    if (!hadFocus) opener = focusNow();
    open = ui.thread;
    end.go();
    close.focus();
  };
  return { root, update };
}

const countLine = (count) => ({
  key: 'count',
  stamp: `${count}`,
  draw: () => h('li', { class: 'reply-count' }, h('span', {}, countOf(count))),
});
