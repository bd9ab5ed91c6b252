import { drawBlock } from '../blocks/blocks.js';
import { mrkdwn, userName } from '../blocks/words.js';
import { h } from '../dom.js';
import { face } from '../face.js';
import { clockTime, file, msOf, person, workspace } from '../scene.js';
import { go } from '../ui.js';
import { surface } from './surface.js';
import { onlyYou } from './whispers.js';

/** Messages of one author within this time stand under one head. */
const togetherMs = 5 * 60_000;

export function beginsAnew(message, before) {
  if (!before || message.ephemeral !== before.ephemeral) return true;
  if (message.subtype || before.subtype || before.tombstone) return true;
  return message.user !== before.user || msOf(message.ts) - msOf(before.ts) > togetherMs;
}

/** One message, with its head unless it follows another of the same author. */
export function drawMessage(message, head) {
  const { ts } = message;
  if (message.tombstone) return tombstone(message);
  const isApp = message.byApp || message.ephemeral;
  return h(
    'li',
    {
      class: `message${head ? '' : ' follows'}${message.ephemeral ? ' whisper' : ''}`,
      'data-ts': ts,
      tabindex: -1,
    },
    head ? pictureOf(message, isApp) : h('time', { class: 'small-time' }, clockTime(msOf(ts))),
    h(
      'div',
      { class: 'said' },
      message.ephemeral ? onlyYou(message) : null,
      head
        ? h(
            'p',
            { class: 'who' },
            h('b', {}, nameOf(message, isApp)),
            isApp ? h('small', {}, 'App') : null,
            h('time', {}, clockTime(msOf(ts))),
          )
        : null,
      message.broadcast ? toItsThread(message) : null,
      contentOf(message),
    ),
  );
}

function contentOf({ channel, ts, blocks, text, attachments = [], files = [], edited, subtype }) {
  const at = surface({ channel, ts });
  const isDrawn = blocks?.length > 0;
  // Slack draws words as wide as the window is, and blocks in a column.
  const isWide = !isDrawn || blocks.every(({ type }) => type === 'rich_text');
  return h(
    'div',
    { class: isWide ? 'content' : 'content column' },
    isDrawn
      ? blocks.map((block) => drawBlock(block, at))
      : h(
          'p',
          { class: subtype ? 'done' : 'plain' },
          mrkdwn(text),
          edited ? h('span', { class: 'was-edited' }, ' (edited)') : null,
        ),
    attachments.map((one) =>
      h(
        'div',
        { class: 'attachment' },
        (one.blocks ?? []).map((block) => drawBlock(block, at)),
        one.text ? h('p', {}, mrkdwn(one.text)) : null,
      ),
    ),
    files.map((id) => drawFile(file(id))),
  );
}

/** A file in a message: its title, and what it is; a press saves it. */
function drawFile(shared) {
  if (!shared) return null;
  const { name, title, length, address } = shared;
  const kind = name.split('.').at(-1).toUpperCase();
  return h(
    'p',
    { class: 'file' },
    h('span', { class: 'file-kind', 'aria-hidden': 'true' }, kind),
    h(
      'span',
      {},
      h('a', { href: address, download: name, 'data-place': 'file' }, title),
      h('small', {}, `${kind}, ${Math.ceil(length / 1024)} KB`),
    ),
  );
}

/** What stands where a message was deleted over its thread. */
function tombstone({ ts, text }) {
  return h(
    'li',
    { class: 'message deleted', 'data-ts': ts, tabindex: -1 },
    h('span', { class: 'bin', 'aria-hidden': 'true' }, '🗑'),
    h('div', { class: 'said' }, h('p', {}, text)),
  );
}

function toItsThread({ thread_ts: thread }) {
  const open = () => go({ thread });
  return h(
    'p',
    { class: 'of-thread' },
    h(
      'button',
      { type: 'button', class: 'as-link', 'data-place': 'its-thread', onclick: open },
      'replied to a thread',
    ),
  );
}

function nameOf({ user, dress }, isApp) {
  if (isApp) return dress?.username ?? workspace()?.app.name ?? user;
  return person(user)?.realName ?? userName(user);
}

const pictureOf = ({ user }, isApp) =>
  face(person(user)?.realName ?? user, { kind: isApp ? 'app' : undefined });
