import { drawBlock } from '../blocks/blocks.js';
import { mrkdwn, userName } from '../blocks/words.js';
import { h } from '../dom.js';
import { face } from '../face.js';
import { clockTime, msOf, person, workspace } from '../scene.js';
import { go } from '../ui.js';
import { surface } from './surface.js';

/** Messages of one author within this time stand under one head. */
const togetherMs = 5 * 60_000;

export function beginsAnew(message, before) {
  if (!before || message.ephemeral !== before.ephemeral) return true;
  return message.user !== before.user || msOf(message.ts) - msOf(before.ts) > togetherMs;
}

/** One message, with its head unless it follows another of the same author. */
export function drawMessage(message, head) {
  const { ts, channel, blocks, text } = message;
  const app = message.byApp || message.ephemeral;
  const at = surface({ channel, ts });
  const name = nameOf(message, app);
  return h(
    'li',
    {
      class: `message${head ? '' : ' follows'}${message.ephemeral ? ' whisper' : ''}`,
      'data-ts': ts,
      tabindex: -1,
    },
    head ? pictureOf(message, app) : h('time', { class: 'small-time' }, clockTime(msOf(ts))),
    h(
      'div',
      { class: 'said' },
      message.ephemeral ? h('p', { class: 'only-you' }, 'Only visible to you') : null,
      head
        ? h(
            'p',
            { class: 'who' },
            h('b', {}, name),
            app ? h('small', {}, 'App') : null,
            h('time', {}, clockTime(msOf(ts))),
          )
        : null,
      message.tombstone || !blocks?.length
        ? h('p', { class: 'plain' }, mrkdwn(text))
        : blocks.map((block) => drawBlock(block, at)),
      (message.attachments ?? []).map((one) =>
        h(
          'div',
          { class: 'attachment' },
          (one.blocks ?? []).map((block) => drawBlock(block, at)),
          one.text ? h('p', {}, mrkdwn(one.text)) : null,
        ),
      ),
    ),
  );
}

/** The way into the thread of a drawn message: a reply changes it, and not the message. */
export function showReplies(node, message, count) {
  if (message.ephemeral || node.dataset.replies === String(count)) return;
  node.dataset.replies = count;
  const before = node.querySelector('[data-place="thread"]');
  const hadFocus = before !== null && before === document.activeElement;
  before?.remove();
  const made = count > 0 ? threadButton(message, count) : replyButton(message);
  (count > 0 ? node.querySelector('.said') : node).append(made);
  if (hadFocus) made.focus({ preventScroll: true });
}

function threadButton({ ts }, count) {
  return h(
    'button',
    { type: 'button', class: 'replies', 'data-place': 'thread', onclick: () => go({ thread: ts }) },
    count === 1 ? '1 reply' : `${count} replies`,
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

function nameOf({ user, dress, ephemeral }, app) {
  if (ephemeral || app) return dress?.username ?? workspace()?.app.name ?? user;
  return person(user)?.realName ?? userName(user);
}

const pictureOf = ({ user }, app) => face(person(user)?.realName ?? user, { kind: app ? 'app' : undefined });
