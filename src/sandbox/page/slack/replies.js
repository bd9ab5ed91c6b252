import { h } from '../dom.js';
import { face } from '../face.js';
import { clockTime, dayKey, dayName, msOf, person, scene, workspace } from '../scene.js';
import { go } from '../ui.js';

const most = 5;

/** Thread → `{count, users, latest}` of its replies, of all messages of a channel. */
export function repliesAmong(sights) {
  const threads = new Map();
  for (const { seen } of sights) {
    if (!seen.thread_ts) continue;
    const thread = threads.get(seen.thread_ts) ?? { count: 0, users: new Set(), latest: seen.ts };
    thread.count += 1;
    thread.users.add(seen.user);
    if (Number(seen.ts) > Number(thread.latest)) thread.latest = seen.ts;
    threads.set(seen.thread_ts, thread);
  }
  return threads;
}

/** The way into the thread of a drawn message: a reply changes it, and not the message. */
export function showReplies(node, message, thread) {
  const stamp = thread ? `${thread.count} ${lastReply(thread)}` : '';
  if (message.ephemeral || node.dataset.replies === stamp) return;
  node.dataset.replies = stamp;
  const before = node.querySelector('[data-place="thread"]');
  const hadFocus = before !== null && before === document.activeElement;
  before?.remove();
  const made = thread ? threadBar(message, thread) : replyButton(message);
  (thread ? node.querySelector('.said') : node).append(made);
  if (hadFocus) made.focus({ preventScroll: true });
}

export const countOf = (count) => (count === 1 ? '1 reply' : `${count} replies`);

function lastReply({ latest }) {
  const at = msOf(latest);
  return `Last reply ${dayKey(at) === dayKey(scene.now) ? 'today' : dayName(at)} at ${clockTime(at)}`;
}

function threadBar({ ts }, thread) {
  const { botUser } = workspace()?.app ?? {};
  return h(
    'button',
    { type: 'button', class: 'replies', 'data-place': 'thread', onclick: () => go({ thread: ts }) },
    [...thread.users]
      .slice(0, most)
      .map((id) => face(person(id)?.realName ?? id, { size: 24, kind: id === botUser ? 'app' : undefined })),
    h('b', {}, countOf(thread.count)),
    ' ',
    h('span', {}, lastReply(thread)),
  );
}

function replyButton({ ts }) {
  return h(
    'button',
    {
      type: 'button',
      class: 'reply',
      'data-place': 'thread',
      'aria-label': 'Reply in a thread',
      onclick: () => go({ thread: ts }),
    },
    '↩',
  );
}
