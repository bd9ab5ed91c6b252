import { drawList, h } from '../dom.js';
import { all, dayKey, dayName, msOf, workspace } from '../scene.js';
import { go, ui } from '../ui.js';
import { beginsAnew, drawMessage } from './message.js';
import { repliesAmong, showReplies } from './replies.js';
import { whispersIn } from './whispers.js';

/** More than this is never drawn at once: the page stays light with a year of cards. */
const most = 300;

const byTs = (a, b) => Number(a.seen.ts) - Number(b.seen.ts);

/** What a person sees of a channel or a direct message, oldest first: with what only they were shown. */
export function messagesIn(channel, user) {
  const sights = all(`slack/message/${channel}/`);
  const shown = sights.filter(({ seen }) => !seen.thread_ts || seen.broadcast);
  return {
    messages: [...shown, ...whispersIn(channel, user, '')].sort(byTs),
    replies: repliesAmong(sights),
  };
}

/** The parent of a thread and its replies, oldest first. */
export function threadIn(channel, parent, user) {
  const inThread = ({ seen }) => seen.ts === parent || seen.thread_ts === parent;
  const sights = all(`slack/message/${channel}/`).filter(inThread);
  return [...sights, ...whispersIn(channel, user, parent)].sort(byTs);
}

/**
 * Draws messages into a list. `replies` tells of their threads, and is left out inside one. Above the message `newFrom`
 * stands the line "New". `between` makes a line below the first message, which in a thread is the parent.
 */
export function drawMessages(list, sights, { replies, newFrom, between }) {
  const shown = sights.slice(-Math.min(ui.shown, most));
  const items = [];
  if (shown.length < sights.length) items.push(earlier(sights.length - shown.length));
  // The window moves with each new message: what is drawn already must not change for that.
  let before = sights.at(-shown.length - 1)?.seen;
  const names = namesNow();
  for (const sight of shown) {
    const message = sight.seen;
    const isNewDay = !between && (!before || dayKey(msOf(before.ts)) !== dayKey(msOf(message.ts)));
    const isNew = newFrom === message.ts;
    if (isNewDay) items.push(day(msOf(message.ts), isNew));
    else if (isNew) items.push(newLine());
    const isReply = between && before && !before.thread_ts;
    if (isReply) items.push(between);
    const head = isNewDay || isNew || isReply || beginsAnew(message, before);
    items.push({
      key: message.ts,
      stamp: `${sight.stamp} ${head} ${names}`,
      draw: () => drawMessage(message, head),
      touch: replies && ((node) => showReplies(node, message, replies.get(message.ts))),
    });
    before = message;
  }
  drawList(list, items);
}

let known = { said: '', times: 0 };
/** A number that changes with what messages show beside their own content: names of people and channels, broken pictures. */
function namesNow() {
  const said = JSON.stringify([
    all('slack/channel/').map(({ seen }) => seen.name),
    all('slack/person/').map(({ seen }) => seen.realName),
    workspace()?.brokenImages,
  ]);
  if (said !== known.said) known = { said, times: known.times + 1 };
  return known.times;
}

function day(ms, isNew) {
  const name = dayName(ms);
  return {
    key: `day ${name}`,
    stamp: `${name} ${isNew}`,
    draw: () =>
      h('li', { class: isNew ? 'day new' : 'day' }, h('span', {}, name), isNew ? h('b', {}, 'New') : null),
  };
}

const newLine = () => ({
  key: 'new',
  stamp: '',
  draw: () => h('li', { class: 'new-line' }, h('b', {}, 'New')),
});

function earlier(count) {
  const said =
    ui.shown >= most ? `${count} earlier messages are not drawn` : `Show earlier messages (${count})`;
  const more = () => go({ shown: ui.shown + 100 });
  return {
    key: 'earlier',
    stamp: said,
    draw: () =>
      h(
        'li',
        { class: 'earlier' },
        ui.shown >= most
          ? said
          : h('button', { type: 'button', class: 'button', 'data-place': 'earlier', onclick: more }, said),
      ),
  };
}
