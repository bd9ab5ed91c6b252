import { drawList, h } from '../dom.js';
import { all, dayKey, dayName, msOf } from '../scene.js';
import { go, ui } from '../ui.js';
import { beginsAnew, drawMessage, showReplies } from './message.js';

/** More than this is never drawn at once: the page stays light with a year of cards. */
const most = 300;

const byTs = (a, b) => Number(a.seen.ts) - Number(b.seen.ts);

/** What a person sees of a channel or a direct message, oldest first: with what only they were shown. */
export function messagesIn(channel, user) {
  const replies = new Map();
  const shown = [];
  for (const sight of all(`slack/message/${channel}/`)) {
    const { thread_ts, broadcast } = sight.seen;
    if (thread_ts) replies.set(thread_ts, (replies.get(thread_ts) ?? 0) + 1);
    if (!thread_ts || broadcast) shown.push(sight);
  }
  return { messages: [...shown, ...whispers(channel, user, '')].sort(byTs), replies };
}

export function threadIn(channel, parent, user) {
  const inThread = ({ seen }) => seen.ts === parent || seen.thread_ts === parent;
  return [...all(`slack/message/${channel}/`).filter(inThread), ...whispers(channel, user, parent)].sort(
    byTs,
  );
}

function whispers(channel, user, thread) {
  return all('slack/ephemeral/')
    .filter(({ seen }) => seen.channel === channel && seen.user === user && (seen.thread_ts ?? '') === thread)
    .map((one) => ({ ...one, seen: { ...one.seen, ephemeral: true } }));
}

/** Draws messages into a list; `replies` counts threads, and is left out inside one. */
export function drawMessages(list, sights, replies) {
  const shown = sights.slice(-Math.min(ui.shown, most));
  const items = [];
  if (shown.length < sights.length) items.push(earlier(sights.length - shown.length));
  // The window moves with each new message: what is drawn already must not change for that.
  let before = sights.at(-shown.length - 1)?.seen;
  for (const sight of shown) {
    const message = sight.seen;
    const isNewDay = !before || dayKey(msOf(before.ts)) !== dayKey(msOf(message.ts));
    if (isNewDay) items.push(day(msOf(message.ts)));
    const head = isNewDay || beginsAnew(message, before);
    const count = replies ? (replies.get(message.ts) ?? 0) : undefined;
    items.push({
      key: message.ts,
      stamp: `${sight.stamp} ${head}`,
      draw: () => drawMessage(message, head),
      touch: count === undefined ? undefined : (node) => showReplies(node, message, count),
    });
    before = message;
  }
  drawList(list, items);
}

function day(ms) {
  const name = dayName(ms);
  return { key: `day ${name}`, stamp: name, draw: () => h('li', { class: 'day' }, h('span', {}, name)) };
}

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
