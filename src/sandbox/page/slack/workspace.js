import { h, say, set } from '../dom.js';
import { channel, seen, workspace } from '../scene.js';
import { go, ui } from '../ui.js';
import { composer } from './composer.js';
import { home } from './home.js';
import { drawMessages, messagesIn, threadIn } from './list.js';
import { modal } from './modal.js';
import { look } from './pings.js';
import { placesOf, sidebar } from './sidebar.js';

/** The left side: a place of the workspace, with its thread beside it and its modal over it. */
export function slackSide(root) {
  const side = sidebar();
  const place = placeView();
  const thread = threadView();
  const over = modal();
  const behind = h('div', { class: 'behind' }, side.root, place.root, thread.root);
  root.append(behind, over.root);
  return () => {
    settlePlace();
    look(ui.at);
    side.update();
    place.update();
    thread.update();
    over.update();
    set(behind, 'inert', over.isOpen());
  };
}

/** Somebody who goes nowhere stands in the channel that the app is in, as far as they are in it. */
function settlePlace() {
  const places = placesOf();
  if (places.length === 0 || places.some(({ at }) => at === ui.at)) return;
  const { botUser } = workspace().app;
  const desk = places.find(({ at }) => channel(at)?.members.includes(botUser) && channel(at)?.name);
  go({ at: (desk ?? places[0]).at });
}

function placeView() {
  const title = h('h2', { id: 'place' });
  const about = h('p', { class: 'about' });
  const list = h('ol', { class: 'messages', 'aria-labelledby': 'place' });
  const scroller = h(
    'div',
    { class: 'scroller', tabindex: 0, role: 'region', 'aria-labelledby': 'place' },
    list,
  );
  const atHome = home();
  const write = composer({ thread: () => undefined });
  const root = h(
    'div',
    { class: 'place-view' },
    h('header', { class: 'bar' }, title, about),
    scroller,
    atHome.root,
    write.root,
  );
  let shownAt = '';
  let isDown = true;
  scroller.addEventListener('scroll', () => {
    isDown = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 80;
  });
  const sink = () => {
    if (isDown) scroller.scrollTop = scroller.scrollHeight;
  };
  new ResizeObserver(sink).observe(scroller);
  new ResizeObserver(sink).observe(list);
  const update = () => {
    const isHome = ui.at === 'home';
    scroller.hidden = isHome;
    write.root.hidden = isHome;
    atHome.root.hidden = !isHome;
    const here = placesOf().find(({ at }) => at === ui.at);
    say(title, `${here?.sign ?? ''}${here?.label ?? ''}`);
    const members = channel(ui.at)?.name ? channel(ui.at).members.length : 0;
    say(about, members > 0 ? `${members} members` : '');
    const place = `${ui.as} ${ui.at}`;
    const isNew = place !== shownAt;
    shownAt = place;
    if (isHome) return atHome.update(isNew);
    if (isNew) isDown = true;
    const { messages, replies } = messagesIn(ui.at, ui.as);
    drawMessages(list, messages, replies);
    write.update();
    sink();
  };
  return { root, update };
}

function threadView() {
  const list = h('ol', { class: 'messages', 'aria-label': 'Thread' });
  const close = h(
    'button',
    { type: 'button', class: 'icon', 'aria-label': 'Close the thread', onclick: () => go({ thread: '' }) },
    '✕',
  );
  const write = composer({ thread: () => ui.thread });
  const scroller = h(
    'div',
    { class: 'scroller', tabindex: 0, role: 'region', 'aria-label': 'Messages of the thread' },
    list,
  );
  const root = h(
    'section',
    { class: 'thread-view', 'aria-label': 'Thread' },
    h('header', { class: 'bar' }, h('h2', {}, 'Thread'), close),
    scroller,
    write.root,
  );
  root.addEventListener('keydown', ({ key }) => key === 'Escape' && go({ thread: '' }));
  let open = '';
  const update = () => {
    const parent = ui.at === 'home' ? undefined : ui.thread && seen(`slack/message/${ui.at}/${ui.thread}`);
    root.hidden = !parent;
    if (!parent) {
      open = '';
      return;
    }
    drawMessages(list, threadIn(ui.at, ui.thread, ui.as));
    write.update();
    if (open !== ui.thread) close.focus();
    open = ui.thread;
  };
  return { root, update };
}
