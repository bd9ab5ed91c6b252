import { h } from '../dom.js';
import { accessory } from './accessory.js';
import { textOf } from './words.js';

const texts = {
  plain_text_input: 'text',
  email_text_input: 'email',
  url_text_input: 'url',
  number_input: 'number',
};

/** An input with its label, its hint and what is wrong with it. */
export function input(block, at) {
  const { element, block_id } = block;
  const id = `input-${block_id}`;
  const wrong = at.errorOf(block);
  const described = [block.hint ? `${id}-hint` : '', wrong ? `${id}-error` : ''].join(' ').trim();
  const more = {
    id,
    'aria-describedby': described || null,
    'aria-invalid': wrong ? 'true' : null,
    'aria-required': block.optional ? null : 'true',
  };
  const isText = element.type in texts;
  return h(
    'div',
    { class: wrong ? 'input wrong' : 'input' },
    h(
      isText ? 'label' : 'p',
      { class: 'label', for: isText ? id : null },
      textOf(block.label),
      block.optional ? h('small', {}, ' (optional)') : null,
    ),
    isText ? typed(block, element, at, more) : accessory(block, element, at),
    wrong ? h('p', { class: 'error', id: `${id}-error` }, wrong) : null,
    block.hint ? h('p', { class: 'hint', id: `${id}-hint` }, textOf(block.hint)) : null,
  );
}

function typed(block, element, at, more) {
  const shared = {
    ...more,
    placeholder: element.placeholder?.text,
    maxlength: element.max_length,
    'data-place': `typed ${element.action_id}`,
    'data-focus': element.focus_on_load ? 'first' : null,
    value: at.typed(block, element),
    oninput: ({ currentTarget }) => at.type(block, element, currentTarget.value),
  };
  if (element.multiline) return h('textarea', { ...shared, rows: 5 });
  const enters = ({ key, currentTarget }) =>
    key === 'Enter' && at.enter?.(block, element, currentTarget.value);
  return h('input', { ...shared, type: texts[element.type], onkeydown: enters });
}
