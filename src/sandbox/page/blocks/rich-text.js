import { h } from '../dom.js';
import { channelLink, dateOf, emojiOf, link, mention, unknown } from './words.js';

/** A rich_text block: lines, quotes, lists and preformatted text. */
export function richText(block) {
  return h('div', { class: 'rich' }, block.elements.map(part));
}

function part(element) {
  switch (element.type) {
    case 'rich_text_section':
      return h('p', {}, inlines(element.elements));
    case 'rich_text_quote':
      return h('blockquote', {}, inlines(element.elements));
    case 'rich_text_preformatted':
      return h('pre', {}, inlines(element.elements));
    case 'rich_text_list':
      return h(
        element.style === 'ordered' ? 'ol' : 'ul',
        { class: element.indent ? `indent-${element.indent}` : null },
        element.elements.map((item) => h('li', {}, inlines(item.elements))),
      );
    default:
      return unknown('rich text', element.type);
  }
}

const inlines = (elements) => elements.map(inline);

function inline(element) {
  switch (element.type) {
    case 'text':
      return styled(lines(element.text), element.style);
    case 'link':
      return styled([link(element.url, element.text)], element.style);
    case 'user':
      return mention(element.user_id);
    case 'channel':
      return channelLink(element.channel_id);
    case 'usergroup':
      return h('span', { class: 'mention' }, `@${element.usergroup_id}`);
    case 'broadcast':
      return h('span', { class: 'mention me' }, `@${element.range}`);
    case 'emoji':
      return emojiOf(element.name, element.unicode);
    case 'date':
      return dateOf(element);
    case 'color':
      return h('code', {}, element.value);
    default:
      return unknown('piece of rich text', element.type);
  }
}

const lines = (text) => text.split('\n').flatMap((one, index) => (index === 0 ? [one] : [h('br'), one]));

function styled(nodes, style = {}) {
  const tags = { bold: 'b', italic: 'i', strike: 's', underline: 'u', code: 'code' };
  const made = Object.entries(tags).filter(([name]) => style?.[name]);
  return made.reduce((inner, [, tag]) => [h(tag, {}, inner)], nodes);
}
