import { attempt, slack } from '../act.js';
import { drawBlock } from '../blocks/blocks.js';
import { drawList, h, say, set } from '../dom.js';
import { seen } from '../scene.js';
import { toast, ui } from '../ui.js';
import { focusAgain, focusNow } from './focus.js';
import { reachable } from './keys.js';
import { surface } from './surface.js';
import { tell, type, typedIn } from './typing.js';

/** The person's top modal, over the workspace; X beside it stays in reach, as it does in life. */
export function modal() {
  const title = h('h2', { id: 'modal-title' });
  const body = h('div', { class: 'modal-body' });
  const cancel = h('button', { type: 'button', class: 'button', onclick: () => leave(false) });
  const submit = h('button', { type: 'submit', class: 'button primary' });
  const form = h(
    'form',
    { class: 'modal-form', novalidate: true, onsubmit: send },
    h(
      'header',
      {},
      title,
      h('button', { type: 'button', class: 'icon', 'aria-label': 'Close', onclick: () => leave(true) }, '✕'),
    ),
    body,
    h('footer', {}, cancel, submit),
  );
  const card = h(
    'div',
    { class: 'modal', role: 'dialog', tabindex: -1, 'aria-labelledby': 'modal-title' },
    form,
  );
  const root = h('div', { class: 'veil', hidden: true }, card);
  let view;
  let errors = {};
  let opener;
  /** View → what had focus in it when another came over it. */
  const left = new Map();

  const at = surface(
    {},
    {
      value: ({ block_id }, { action_id }) => view.values[block_id]?.[action_id],
      typed: (block, element) =>
        typedIn(view, block, element) ?? view.values[block.block_id]?.[element.action_id]?.value ?? '',
      errorOf: ({ block_id }) => errors[block_id],
      type: (block, element, text) => type(view, block, element, text),
      before: tell,
    },
  );

  async function leave(all) {
    await attempt(async () => {
      await tell();
      await slack('close', all ? { all } : {});
    });
  }

  async function send(event) {
    event.preventDefault();
    if (submit.getAttribute('aria-busy') === 'true') return;
    submit.setAttribute('aria-busy', 'true');
    const sent = view.id;
    await attempt(async () => {
      await tell();
      const result = await slack('submit');
      errors = view?.id === sent ? (result.errors ?? {}) : {};
      if (result.error && result.acked)
        toast(`Slack could not use the app's answer: ${result.error}`, { kind: 'bad' });
      update();
      if (Object.keys(errors).length > 0) body.querySelector('[aria-invalid]')?.focus();
    });
    submit.removeAttribute('aria-busy');
  }

  root.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.requestSubmit();
  });
  document.addEventListener('keydown', (event) => {
    const isHere = root.contains(event.target) || event.target === document.body;
    if (!view || !isHere) return;
    if (event.key === 'Escape') leave(true);
    if (event.key === 'Tab') stayInside(event);
  });

  /** From the last field Tab goes to the first. X has its own way: a click, or F6. */
  function stayInside(event) {
    const fields = reachable(card);
    const at = fields.indexOf(document.activeElement);
    if (at >= 0 && fields[at + (event.shiftKey ? -1 : 1)]) return;
    event.preventDefault();
    (event.shiftKey ? fields.at(-1) : fields[0])?.focus();
  }

  function update() {
    const before = view;
    view = seen(`slack/modals/${ui.as}`)?.at(-1);
    if (!view) return before && end();
    const isNew = before?.id !== view.id;
    if (isNew) {
      errors = {};
      if (before) left.set(before.id, document.activeElement?.dataset.place);
      else opener = focusNow();
    }
    root.hidden = false;
    say(title, view.title.text);
    say(cancel, view.close?.text ?? 'Close');
    say(submit, view.submit?.text ?? '');
    submit.hidden = !view.submit;
    drawList(
      body,
      view.blocks.map((block, index) => ({
        key: `${view.id} ${block.type === 'input' ? block.block_id : index}`,
        stamp: JSON.stringify([block, errors[block.block_id]]) + chosen(block),
        draw: () => h('div', { class: 'said' }, drawBlock(block, at)),
      })),
    );
    if (isNew || (before.hash !== view.hash && !card.contains(document.activeElement))) focusFirst();
  }

  /** What was chosen, not typed: typing must not draw the field anew under the caret. */
  function chosen({ block_id, element }) {
    if (element && /_input$/.test(element.type)) return '';
    return JSON.stringify(view.values[block_id] ?? null);
  }

  /** The caret stands after the opening; where nothing is to be typed, no button may be pressed by accident. */
  function focusFirst() {
    const place = left.get(view.id);
    const field =
      (place && body.querySelector(`[data-place="${CSS.escape(place)}"]`)) ??
      body.querySelector('[data-focus="first"]') ??
      body.querySelector('textarea, input, select') ??
      card;
    field.focus({ preventScroll: true });
    if (field instanceof HTMLTextAreaElement) field.setSelectionRange(field.value.length, field.value.length);
    body.scrollTop = 0;
    field.scrollIntoView({ block: 'nearest' });
  }

  /** Focus goes back, unless the person is in X by now. */
  function end() {
    const { activeElement } = document;
    const wasHere = activeElement === document.body || root.contains(activeElement);
    root.hidden = true;
    drawList(body, []);
    set(root, 'data-view', null);
    left.clear();
    // What stands behind can be reached again only after this.
    setTimeout(() => {
      if (!wasHere || focusAgain(opener)) return;
      document.querySelector('.place-view .composer:not([hidden]) input')?.focus({ preventScroll: true });
    });
  }

  return { root, update, isOpen: () => view !== undefined };
}
