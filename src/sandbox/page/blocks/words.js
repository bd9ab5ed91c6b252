import { follow } from '../act.js';
import { h } from '../dom.js';
import { channel, clockTime, dayName, person, workspace } from '../scene.js';
import { go, ui } from '../ui.js';

/** What the page cannot draw is never silently left out. */
export function unknown(what, type) {
  return h(
    'p',
    { class: 'unknown', role: 'note' },
    `⚠ This page cannot draw the ${what} “${String(type)}” yet.`,
  );
}

export function link(url, text) {
  const opened = (event) => {
    event.preventDefault();
    follow(url);
  };
  const isShort = text && text.length < 24;
  return h(
    'a',
    { href: url, class: isShort ? 'short' : null, 'data-place': `link ${url}`, onclick: opened },
    text || url,
  );
}

export function userName(id) {
  const app = workspace()?.app;
  return person(id)?.realName.split(' ')[0] ?? (id === app?.botUser ? app.name : id);
}

export function mention(id) {
  return h('span', { class: id === ui.as ? 'mention me' : 'mention' }, `@${userName(id)}`);
}

export function channelLink(id) {
  return h(
    'button',
    { type: 'button', class: 'mention', onclick: () => go({ at: id }) },
    `#${channel(id)?.name ?? id}`,
  );
}

const entities = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };
const plainAgain = (text) => text.replace(/&(?:amp|lt|gt);/g, (entity) => entities[entity]);

const emoji = {
  wave: '👋',
  eyes: '👀',
  warning: '⚠️',
  white_check_mark: '✅',
  books: '📚',
  heart: '❤️',
  clock3: '🕒',
  tada: '🎉',
};
export const emojiOf = (name, unicode) =>
  unicode
    ? String.fromCodePoint(...unicode.split('-').map((code) => Number.parseInt(code, 16)))
    : (emoji[name] ?? `:${name}:`);

const tokens =
  /<([^<>]+)>|`([^`\n]+)`|(?<![\w*])\*([^*\n]+)\*(?![\w*])|(?<![\w_])_([^_\n]+)_(?![\w_])|(?<![\w~])~([^~\n]+)~(?![\w~])|:([a-z0-9_+-]+):|\n/g;

/** Slack's mrkdwn as nodes. */
export function mrkdwn(text) {
  const nodes = [];
  let at = 0;
  for (const match of String(text).matchAll(tokens)) {
    if (match.index > at) nodes.push(plainAgain(text.slice(at, match.index)));
    at = match.index + match[0].length;
    nodes.push(piece(match));
  }
  if (at < text.length) nodes.push(plainAgain(text.slice(at)));
  return nodes;
}

function piece([whole, marked, code, bold, italic, struck, name]) {
  if (marked) return markup(marked);
  if (code) return h('code', {}, plainAgain(code));
  if (bold) return h('b', {}, mrkdwn(bold));
  if (italic) return h('i', {}, mrkdwn(italic));
  if (struck) return h('s', {}, mrkdwn(struck));
  if (name) return emoji[name] ?? whole;
  return h('br');
}

function markup(marked) {
  const [target, label] = marked.split(/\|(.*)/);
  if (target.startsWith('@')) return mention(target.slice(1));
  if (target.startsWith('#')) return channelLink(target.slice(1));
  if (target.startsWith('!date^')) return (label ?? target).replace(/.*\|/, '');
  if (target.startsWith('!')) return h('span', { class: 'mention me' }, `@${target.slice(1)}`);
  return link(plainAgain(target), plainAgain(label ?? target));
}

/** A text object of either kind. */
export function textOf(object) {
  if (!object) return [];
  if (object.type === 'mrkdwn') return mrkdwn(object.text);
  return object.text.split('\n').flatMap((one, index) => (index === 0 ? [one] : [h('br'), one]));
}

/** `{date_short_pretty} at {time}` and its like. */
export function dateOf({ timestamp, format, fallback }) {
  const ms = timestamp * 1000;
  const said = String(format)
    .replace(/\{time(_secs)?\}/g, clockTime(ms))
    .replace(/\{date\w*\}/g, dayName(ms));
  return said.includes('{') ? (fallback ?? said) : said;
}
