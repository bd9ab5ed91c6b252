import { h } from '../dom.js';
import { all } from '../scene.js';
import { ask } from './confirm.js';
import { menu } from './menu.js';
import { picture } from './picture.js';
import { textOf, unknown } from './words.js';

/** Something to press or choose, in a row of actions, beside a section or in an input. */
export function accessory(block, element, at) {
  const draw = drawers[element.type];
  return draw ? draw(block, element, at) : unknown('element', element.type);
}

const placeOf = (element) => `${element.action_id} ${element.value ?? ''}`;

/** Presses once at a time; a confirmation asks first. */
export async function press(node, block, element, at, more = {}) {
  if (node.getAttribute('aria-busy') === 'true') return;
  if (element.confirm && !(await ask(element.confirm))) return;
  node.setAttribute('aria-busy', 'true');
  await at.press(block, element, more);
  node.removeAttribute('aria-busy');
}

function button(block, element, at) {
  return h(
    'button',
    {
      type: 'button',
      class: `button ${element.style ?? ''}`.trim(),
      'aria-label': element.accessibility_label,
      'data-place': placeOf(element),
      onclick: ({ currentTarget }) => press(currentTarget, block, element, at),
    },
    element.text.text,
  );
}

function overflow(block, element, at) {
  const choices = element.options.map((option) => ({
    label: option.text.text,
    choose: (node) => press(node, block, element, at, { option: option.value }),
  }));
  return h(
    'button',
    {
      type: 'button',
      class: 'button overflow',
      'aria-label': 'More actions',
      'aria-haspopup': 'menu',
      'data-place': placeOf(element),
      onclick: ({ currentTarget }) => menu(currentTarget, choices),
    },
    '···',
  );
}

function choice(options) {
  return (block, element, at) => {
    const held = at.value(block, element);
    const chosen = held?.selected_option?.value ?? held?.selected_user ?? held?.selected_channel ?? '';
    const select = h(
      'select',
      {
        'aria-label': at.labelOf(block) ?? element.placeholder?.text ?? 'Choose',
        'data-place': placeOf(element),
        onchange: ({ currentTarget }) =>
          currentTarget.value && press(currentTarget, block, element, at, { option: currentTarget.value }),
      },
      h('option', { value: '' }, element.placeholder?.text ?? 'Choose…'),
      options(element),
    );
    select.value = chosen;
    return select;
  };
}

const option = ({ text, value }) => h('option', { value }, text.text);
const staticOptions = (element) => [
  ...(element.options ?? []).map(option),
  ...(element.option_groups ?? []).map(({ label, options }) =>
    h('optgroup', { label: label.text }, options.map(option)),
  ),
];
const peopleOptions = () =>
  all('slack/person/')
    .filter(({ seen }) => !seen.deleted)
    .map(({ seen }) => h('option', { value: seen.id }, seen.realName));
const channelOptions = () =>
  all('slack/channel/')
    .filter(({ seen }) => seen.name)
    .map(({ seen }) => h('option', { value: seen.id }, `#${seen.name}`));

/** Radio buttons and checkboxes: `type` is the input's. */
function ticks(type) {
  return (block, element, at) => {
    const held = at.value(block, element);
    const on = new Set((held?.selected_options ?? [held?.selected_option]).map((one) => one?.value));
    const group = h('div', {
      class: 'ticks',
      role: type === 'radio' ? 'radiogroup' : 'group',
      'aria-label': at.labelOf(block) ?? 'Choose',
    });
    const changed = () => {
      const values = [...group.querySelectorAll('input:checked')].map(({ value }) => value);
      press(group, block, element, at, type === 'radio' ? { option: values[0] } : { options: values });
    };
    group.append(
      ...element.options.map((one) =>
        h(
          'label',
          {},
          h('input', {
            type,
            name: `${block.block_id} ${element.action_id}`,
            value: one.value,
            checked: on.has(one.value),
            'data-place': `${element.action_id} ${one.value}`,
            onchange: changed,
          }),
          h('span', {}, textOf(one.text), one.description ? h('small', {}, textOf(one.description)) : null),
        ),
      ),
    );
    return group;
  };
}

function several(options, field) {
  return (block, element, at) => {
    const held = at.value(block, element)?.[field] ?? [];
    const on = new Set(held.map((one) => one.value ?? one));
    const select = h(
      'select',
      {
        multiple: true,
        'aria-label': at.labelOf(block) ?? element.placeholder?.text ?? 'Choose',
        'data-place': placeOf(element),
        onchange: ({ currentTarget }) =>
          press(currentTarget, block, element, at, {
            options: [...currentTarget.selectedOptions].map(({ value }) => value),
          }),
      },
      options(element),
    );
    for (const one of select.options) one.selected = on.has(one.value);
    return select;
  };
}

/** Date and time pickers. */
function moment(type, field) {
  return (block, element, at) =>
    h('input', {
      type,
      value: at.value(block, element)?.[field] ?? '',
      'aria-label': at.labelOf(block) ?? element.placeholder?.text ?? 'When',
      'data-place': placeOf(element),
      onchange: ({ currentTarget }) =>
        currentTarget.value && press(currentTarget, block, element, at, { option: currentTarget.value }),
    });
}

const drawers = {
  button,
  overflow,
  image: (_, element) => picture(element, 'picture', 88),
  static_select: choice(staticOptions),
  users_select: choice(peopleOptions),
  channels_select: choice(channelOptions),
  conversations_select: choice(channelOptions),
  multi_static_select: several(staticOptions, 'selected_options'),
  multi_users_select: several(peopleOptions, 'selected_users'),
  radio_buttons: ticks('radio'),
  checkboxes: ticks('checkbox'),
  datepicker: moment('date', 'selected_date'),
  timepicker: moment('time', 'selected_time'),
};
