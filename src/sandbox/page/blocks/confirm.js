import { h } from '../dom.js';
import { textOf } from './words.js';

/** Slack's own question before a press; resolves to whether the person goes on. */
export function ask({ title, text, confirm, deny, style }) {
  return new Promise((resolve) => {
    const dialog = h(
      'dialog',
      { class: 'confirm', 'aria-labelledby': 'confirm-title' },
      h('h2', { id: 'confirm-title' }, title.text),
      h('p', {}, textOf(text)),
      h(
        'form',
        { method: 'dialog', class: 'confirm-buttons' },
        h('button', { class: 'button', value: 'no' }, deny.text),
        h('button', { class: `button ${style ?? 'primary'}`, value: 'yes', autofocus: true }, confirm.text),
      ),
    );
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue === 'yes');
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}
