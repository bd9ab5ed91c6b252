import type {
  Button,
  ConfirmationDialog,
  ContextBlock,
  KnownBlock,
  Overflow,
  PlainTextElement,
  RichTextBlock,
  RichTextLink,
  RichTextSection,
  RichTextText,
  RichTextUserMention,
  StaticSelect,
} from '@slack/web-api';
import type { Desk } from '../../core/desk/desk.js';
import { postUrl } from '../../core/sentences/phrases.js';
import { slackRoom } from '../../core/words/screen-room.js';
import { textParts, type WordKey, type Words } from '../../core/words/words.js';
import { type AnyRef, encodeRef } from '../values.js';

// Everything here is rich_text elements and plain_text: Slack formats and links nothing in them, so the words of strangers
// need no escaping and can ping nobody. Only the lines of `beside` are mrkdwn, because rich text has no place for a menu. No
// text leaves with half a character: Slack refuses the whole message.

/** A part of a line. */
export type Inline = RichTextText | RichTextLink | RichTextUserMention;
type Lines = RichTextBlock['elements'][number];

/** A message: `text` is for notifications and screen readers. */
export interface Message {
  readonly text: string;
  readonly blocks: KnownBlock[];
}

/** Plain text in a line. */
export const text = (content: string): RichTextText => ({ type: 'text', text: content.toWellFormed() });
/** Bold text in a line. */
export const bold = (content: string): RichTextText => ({
  ...text(content),
  style: { bold: true },
});
/** A link in a line. */
export const link = (url: string, label: string): RichTextLink => ({
  type: 'link',
  url,
  text: label.toWellFormed(),
});
/** A mention of a colleague, which pings them in a new message. */
export const user = (slackId: string): RichTextUserMention => ({ type: 'user', user_id: slackId });

/** A line of running text. */
export function line(...inlines: readonly (Inline | string)[]): RichTextSection {
  return { type: 'rich_text_section', elements: elements(inlines) };
}

/** Somebody's words as a quote; undefined when there are none. */
export function quoted(...inlines: readonly (Inline | string)[]): Lines | undefined {
  const words = elements(inlines);
  return words.length > 0 ? { type: 'rich_text_quote', elements: words } : undefined;
}

/** A list with bullets. */
export function bullets(lines: readonly RichTextSection[]): Lines {
  return { type: 'rich_text_list', style: 'bullet', elements: [...lines] };
}

/** A block of lines, quotes and lists; undefined ones are left out. */
export function rich(...lines: readonly (Lines | undefined)[]): RichTextBlock {
  return { type: 'rich_text', elements: lines.filter((one) => one !== undefined) };
}

/** A small grey line, cut at Slack's limit. */
export function note(content: string): ContextBlock {
  return { type: 'context', elements: [plain(content, slackRoom.line)] };
}

interface ButtonParts {
  readonly id: string;
  readonly label: string;
  readonly ref: AnyRef;
  readonly url?: string;
  readonly primary?: boolean;
  readonly danger?: boolean;
  /** Slack's own dialog asks first. */
  readonly confirm?: Confirm | undefined;
}

/** The texts of Slack's confirmation dialog. */
export interface Confirm {
  readonly title: string;
  readonly question: string;
  readonly yes: string;
  readonly no: string;
}

/** A button; its value is the encoded ref. */
export function button({ id, label, ref, url, primary, danger, confirm }: ButtonParts): Button {
  return {
    type: 'button',
    action_id: id,
    text: plain(label, slackRoom.button),
    value: encodeRef(ref),
    ...(url === undefined ? {} : { url }),
    ...(primary ? { style: 'primary' } : danger ? { style: 'danger' } : {}),
    ...(confirm ? { confirm: dialog(confirm, danger) } : {}),
  };
}

const dialog = ({ title, question, yes, no }: Confirm, isDanger = false): ConfirmationDialog => ({
  title: plain(title, slackRoom.dialogTitle),
  text: plain(question, slackRoom.dialogText),
  confirm: plain(yes, slackRoom.dialogButton),
  ...(isDanger ? { style: 'danger' } : {}),
  deny: plain(no, slackRoom.dialogButton),
});

/** A menu behind "···": at most five options, which is Slack's limit. */
export function overflow(id: string, options: readonly { label: string; ref: AnyRef }[]): Overflow {
  return {
    type: 'overflow',
    action_id: id,
    options: options.map(({ label, ref }) => ({
      text: plain(label, slackRoom.option),
      value: encodeRef(ref),
    })),
  };
}

/** A row of buttons; no block when there are none. */
export function actions(...elements: readonly (Button | Overflow | StaticSelect)[]): KnownBlock[] {
  return elements.length > 0 ? [{ type: 'actions', elements: [...elements] }] : [];
}

/** A title or label of at most `max` characters, in which Slack reads no `:emoji:` codes. */
export function plain(content: string, max: number): PlainTextElement {
  return { type: 'plain_text', text: cut(content, max), emoji: false };
}

/** A text of the desk by its key, where a placeholder may be filled with more than text, such as a mention of a colleague. */
export function richSay(
  words: Words,
  key: WordKey,
  fill: Readonly<Record<string, Inline | string>>,
): Inline[] {
  return elements(
    textParts(words, key).map((part) => {
      if ('said' in part) return part.said;
      const value = fill[part.name];
      if (value === undefined) throw new RangeError(`The text "${key}" lacks a value for {${part.name}}.`);
      return value;
    }),
  );
}

/** The text of a line for notifications and screen readers: escaped, except for our own mentions of colleagues. */
export function fallbackText(inlines: readonly Inline[]): string {
  return cutEscaped(
    inlines.map((one) => (one.type === 'user' ? `<@${one.user_id}>` : escaped(one.text ?? ''))).join(''),
  );
}

/**
 * A message's `text`, cut to Slack's limit. Escapes `<!channel>`, `<@U…>` and `<url|label>`, which Slack reads in it; nothing
 * else here needs that.
 */
export const escapeText = (content: string): string => cutEscaped(escaped(content));

const escaped = (content: string): string =>
  content.toWellFormed().replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/**
 * The same for mrkdwn, which also formats: each sign that would, or that begins the code of an emoji, becomes one that looks
 * the same, because mrkdwn has no escape for it. `_` formats only at the edge of a word.
 * https://docs.slack.dev/messaging/formatting-message-text
 */
export const escapeMarkdown = (content: string): string =>
  escaped(content).replace(FORMATTING, (sign) => lookAlikes[sign] ?? sign);

const FORMATTING = /[*~`]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|:(?=[^\s:]+:)/gu;
const lookAlikes: Readonly<Record<string, string>> = { '*': '∗', '~': '∼', '`': 'ˋ', _: 'ˍ', ':': '∶' };

/** Slack's limit for `text`, in which `&` counts as the five characters of `&amp;`. */
const MAX_TEXT = 4000;

/** An escaped text cut to Slack's limit, without a part of an escaped character at its end. */
export const cutEscaped = (content: string): string => cut(content, MAX_TEXT).replace(/&[a-z]{0,3}…$/u, '…');

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** No emoji and no letter of any script is longer (UTF-16 units); what is longer is one letter under countless marks. */
const MAX_CHARACTER = 32;

/**
 * At most `max` UTF-16 units, as Slack counts them, with "…" at the end when something was cut. Characters stay whole, but
 * a letter under countless marks loses some of them, because otherwise the letter would be lost too.
 */
export function cut(content: string, max: number): string {
  if (content.length <= max) return content.toWellFormed();
  let end = 0;
  for (const { index, segment } of graphemes.segment(content.slice(0, max))) {
    const fits = index + segment.length < max;
    if (fits || segment.length > MAX_CHARACTER) end = Math.min(index + segment.length, max - 1);
    if (!fits) break;
  }
  const whole = content.slice(0, end).replace(/[\ud800-\udbff]$/, '');
  return `${whole.toWellFormed().trimEnd()}…`;
}

/** A message of one sentence. It needs blocks because Slack would format what stands in `text` alone. */
export const sentenceMessage = (sentence: string, desk: Pick<Desk, 'account' | 'network'>): Message => ({
  text: escapeText(sentence),
  blocks: [rich(sentenceLine(sentence, desk))],
});

/** A sentence as a line. The addresses of posts on our own network are links; no other address that somebody typed is one. */
export const sentenceLine = (sentence: string, desk: Pick<Desk, 'account' | 'network'>): RichTextSection =>
  line(
    ...sentence.split(POST_URL).map((part) => {
      const [, post] = /([^/]+)$/u.exec(part) ?? [];
      return post !== undefined && part === postUrl(desk, post) ? link(part, part) : part;
    }),
  );

const POST_URL = /(https?:\/\/\S+[\w-])/u;

/** Slack refuses empty text elements. */
function elements(inlines: readonly (Inline | string)[]): Inline[] {
  return inlines
    .map((one) => (typeof one === 'string' ? text(one) : one))
    .filter((one) => one.type !== 'text' || one.text !== '');
}
