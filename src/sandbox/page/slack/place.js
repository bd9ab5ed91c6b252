import { h, say } from '../dom.js';
import { channel } from '../scene.js';
import { draw, ui } from '../ui.js';
import { composer } from './composer.js';
import { home } from './home.js';
import { moveByKeys } from './keys.js';
import { drawMessages, messagesIn } from './list.js';
import { placesOf } from './sidebar.js';
import { stayDown } from './stay-down.js';
import { look, newAt } from './unread.js';

/** A channel, a direct message or the app's home. */
export function placeView() {
  const title = h('h2', { id: 'place' });
  const about = h('p', { class: 'about' });
  const list = h('ol', { class: 'messages', 'aria-labelledby': 'place' });
  const scroller = h(
    'div',
    { class: 'scroller', tabindex: 0, role: 'region', 'aria-labelledby': 'place' },
    list,
  );
  moveByKeys(scroller);
  const end = stayDown(scroller, list, draw);
  const down = h('button', { type: 'button', class: 'jump', hidden: true, onclick: end.go });
  const archived = h('p', { class: 'archived', hidden: true });
  const atHome = home();
  const write = composer({ thread: () => undefined, sent: end.go });
  const root = h(
    'div',
    { class: 'place-view' },
    h('header', { class: 'bar' }, title, about),
    scroller,
    atHome.root,
    h('div', { class: 'below' }, down, write.root, archived),
  );
  let shownAt = '';
  /** The ts of the message under the line "New"; it stays until the person leaves, or scrolls up and more comes. */
  let newFrom;
  let isLineRead = true;

  const update = () => {
    const here = placesOf().find(({ at }) => at === ui.at);
    const isHome = ui.at === 'home';
    const isArchived = here?.archived === true;
    scroller.hidden = isHome;
    atHome.root.hidden = !isHome;
    write.root.hidden = isHome || isArchived;
    archived.hidden = !isArchived;
    if (isArchived) say(archived, `You are viewing #${here.label}, an archived channel.`);
    say(title, `${here?.sign ?? ''}${here?.label ?? ''}`);
    const members = channel(ui.at)?.name ? channel(ui.at).members.length : 0;
    say(about, members > 0 ? `${members} members` : '');
    const place = `${ui.as} ${ui.at}`;
    const isNew = place !== shownAt;
    shownAt = place;
    if (isHome) {
      down.hidden = true;
      return atHome.update(isNew);
    }
    const [unread] = newAt(ui.at);
    if (isNew) newFrom = unread;
    else if (unread && !end.isSeen() && isLineRead) newFrom = unread;
    isLineRead = !unread || isNew || end.isSeen();
    const { messages, replies } = messagesIn(ui.at, ui.as);
    drawMessages(list, messages, { replies, newFrom });
    write.update();
    if (isNew) end.goTo(newFrom && list.querySelector('.new, .new-line'));
    else end.keep();
    if (isNew || end.isSeen()) look(ui.at);
    const more = newAt(ui.at).length;
    down.hidden = more === 0;
    say(down, more === 1 ? '1 new message ↓' : `${more} new messages ↓`);
  };
  return { root, update };
}
