import { attempt, slack } from '../act.js';
import { drawList, h, set } from '../dom.js';
import { channel, workspace } from '../scene.js';
import { toast, ui } from '../ui.js';
import { placesOf } from './sidebar.js';

/**
 * Where a person writes to a channel, or in a thread. A line that begins with a slash is a command, with completion. What
 * was sent, and what a command answers, is at the end of the list: `sent` goes there.
 */
export function composer({ thread, sent }) {
  const id = `write-${Math.random().toString(36).slice(2, 8)}`;
  const list = h('ul', {
    class: 'completion',
    id: `${id}-list`,
    role: 'listbox',
    'aria-label': 'Commands',
    hidden: true,
  });
  const box = h('input', {
    type: 'text',
    autocomplete: 'off',
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': `${id}-list`,
    'data-place': 'write',
  });
  const shortcuts = h('div', { class: 'shortcuts' });
  const root = h(
    'form',
    { class: 'composer', onsubmit: send },
    list,
    box,
    h(
      'div',
      { class: 'composer-row' },
      shortcuts,
      h('button', { type: 'submit', class: 'button primary' }, 'Send'),
    ),
  );
  let offered = [];
  let active = 0;

  function offer() {
    const typed = box.value;
    offered =
      thread() || !/^\/\S*$/.test(typed) ? [] : commands().filter(({ command }) => command.startsWith(typed));
    active = Math.min(active, Math.max(0, offered.length - 1));
    list.hidden = offered.length === 0;
    set(box, 'aria-expanded', String(offered.length > 0));
    set(box, 'aria-activedescendant', offered.length > 0 ? `${id}-${active}` : null);
    drawList(
      list,
      offered.map(({ command, usage_hint, description }, index) => ({
        key: command,
        stamp: `${index} ${index === active}`,
        draw: () =>
          h(
            'li',
            {
              role: 'option',
              id: `${id}-${index}`,
              'aria-selected': String(index === active),
              onpointerdown: (event) => take(event, index),
            },
            h('b', {}, command),
            usage_hint ? ` ${usage_hint}` : '',
            description ? h('small', {}, description) : null,
          ),
      })),
    );
    list.children[active]?.scrollIntoView({ block: 'nearest' });
  }

  function take(event, index) {
    event.preventDefault();
    box.value = `${offered[index].command} `;
    box.focus();
    offer();
  }

  box.addEventListener('input', offer);
  box.addEventListener('blur', () => {
    list.hidden = true;
  });
  box.addEventListener('keydown', (event) => {
    const { key } = event;
    if (offered.length > 0 && !list.hidden) {
      const exact = offered[active].command === box.value.trim();
      if (key === 'ArrowDown' || key === 'ArrowUp') {
        event.preventDefault();
        active = (active + (key === 'ArrowDown' ? 1 : offered.length - 1)) % offered.length;
        return offer();
      }
      if (key === 'Tab' || (key === 'Enter' && !exact)) return take(event, active);
      if (key === 'Escape') {
        list.hidden = true;
        event.stopPropagation();
        return;
      }
    }
    if (key === 'Enter') {
      event.preventDefault();
      root.requestSubmit();
    }
  });

  async function send(event) {
    event.preventDefault();
    const typed = box.value.trim();
    if (typed === '') return;
    box.value = '';
    offer();
    const [, command, text = ''] = /^(\/\S+)(?:\s+([\s\S]*))?$/.exec(typed) ?? [];
    const done = await attempt(async () => {
      if (command && thread()) {
        toast('Slash commands do not work in threads; that is so in Slack too.');
        return undefined;
      }
      if (command) return slack('command', { channel: ui.at, command, text });
      return slack('say', { channel: ui.at, text: typed, ...(thread() && { thread_ts: thread() }) });
    });
    if (done) sent();
    else box.value ||= typed;
  }

  function update() {
    const name = channel(ui.at)?.name;
    const where = name ? `#${name}` : (placesOf().find(({ at }) => at === ui.at)?.label ?? '');
    set(box, 'aria-label', thread() ? 'Reply in the thread' : `Message to ${where}, or a command`);
    set(box, 'placeholder', thread() ? 'Reply… (stays in Slack)' : `Message ${where}, or /`);
    drawList(
      shortcuts,
      (workspace()?.manifest.shortcuts ?? [])
        .filter(({ type }) => type === 'global')
        .map(({ callback_id, name: shown }) => ({
          key: callback_id,
          stamp: shown,
          draw: () => shortcut(callback_id, shown),
        })),
    );
  }

  return { root, update };
}

const commands = () => workspace()?.manifest.commands ?? [];

function shortcut(callback_id, name) {
  const words = name ?? callback_id.replaceAll('-', ' ').replace(/^./, (letter) => letter.toUpperCase());
  const run = () => attempt(() => slack('shortcut', { callback_id }));
  return h(
    'button',
    { type: 'button', class: 'button quiet', 'data-place': `shortcut ${callback_id}`, onclick: run },
    `⚡ ${words}`,
  );
}
