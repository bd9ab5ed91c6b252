import { h } from '../dom.js';
import { accessory } from './accessory.js';
import { input } from './input.js';
import { picture } from './picture.js';
import { richText } from './rich-text.js';
import { textOf, unknown } from './words.js';

/**
 * One block as the app posted it. `at` is the surface it stands on: it takes presses, and knows what is typed and chosen.
 */
export function drawBlock(block, at) {
  switch (block.type) {
    case 'rich_text':
      return richText(block);
    case 'header':
      return h('h3', { class: 'block-header' }, textOf(block.text));
    case 'section':
      return section(block, at);
    case 'context':
      return context(block);
    case 'actions':
      return h(
        'div',
        { class: 'actions' },
        block.elements.map((element) => accessory(block, element, at)),
      );
    case 'divider':
      return h('hr');
    case 'image':
      return h(
        'figure',
        {},
        block.title ? h('figcaption', {}, textOf(block.title)) : null,
        picture(block, 'picture', 360, 240),
      );
    case 'input':
      return input(block, at);
    default:
      return unknown('block', block.type);
  }
}

function section(block, at) {
  return h(
    'div',
    { class: 'section' },
    h(
      'div',
      { class: 'section-words' },
      block.text ? h('p', {}, textOf(block.text)) : null,
      block.fields
        ? h(
            'dl',
            { class: 'fields' },
            block.fields.map((field) => h('dd', {}, textOf(field))),
          )
        : null,
    ),
    block.accessory ? accessory(block, block.accessory, at) : null,
  );
}

function context(block) {
  return h(
    'div',
    { class: 'context' },
    block.elements.map((element) => {
      if (element.type === 'image') return picture(element, 'face', 20);
      if (element.type === 'mrkdwn' || element.type === 'plain_text') return h('span', {}, textOf(element));
      return unknown('element', element.type);
    }),
  );
}
