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
import { slackRoom } from '../../core/words/screen-room.js';
import { partsOf, type WordKey, type Words } from '../../core/words/words.js';
import { type AnyRef, encodeRef } from '../ids.js';

// Everything here is rich_text elements and plain_text, never mrkdwn: Slack formats and links nothing in them by
// itself, so words of strangers need no escaping and can ping nobody.

export type Inline = RichTextText | RichTextLink | RichTextUserMention;
type Lines = RichTextBlock['elements'][number];

export interface Message {
  readonly text: string;
  readonly blocks: KnownBlock[];
}

export const text = (said: string): RichTextText => ({ type: 'text', text: said });
export const bold = (said: string): RichTextText => ({ type: 'text', text: said, style: { bold: true } });
export const link = (url: string, said: string): RichTextLink => ({ type: 'link', url, text: said });
export const user = (slackId: string): RichTextUserMention => ({ type: 'user', user_id: slackId });

/** A line of running text. */
export function line(...inlines: readonly (Inline | string)[]): RichTextSection {
  return { type: 'rich_text_section', elements: elements(inlines) };
}

/** Somebody's words, set apart; undefined when there are none. */
export function quoted(...inlines: readonly (Inline | string)[]): Lines | undefined {
  const said = elements(inlines);
  return said.length > 0 ? { type: 'rich_text_quote', elements: said } : undefined;
}

export function bullets(lines: readonly RichTextSection[]): Lines {
  return { type: 'rich_text_list', style: 'bullet', elements: [...lines] };
}

export function rich(...lines: readonly (Lines | undefined)[]): RichTextBlock {
  return { type: 'rich_text', elements: lines.filter((one) => one !== undefined) };
}

/** A small grey line. */
export function note(said: string): ContextBlock {
  return { type: 'context', elements: [plain(said, slackRoom.line)] };
}

export interface Press {
  readonly id: string;
  readonly label: string;
  readonly ref: AnyRef;
  readonly url?: string;
  readonly primary?: boolean;
  readonly danger?: boolean;
  /** Slack's own dialog asks first. */
  readonly confirm?: Confirm | undefined;
}

export interface Confirm {
  readonly title: string;
  readonly said: string;
  readonly yes: string;
  readonly no: string;
}

export function button({ id, label, ref, url, primary, danger, confirm }: Press): Button {
  return {
    type: 'button',
    action_id: id,
    text: plain(label, slackRoom.button),
    value: encodeRef(ref),
    ...(url === undefined ? {} : { url }),
    ...(primary ? { style: 'primary' } : danger ? { style: 'danger' } : {}),
    ...(confirm ? { confirm: dialog(confirm) } : {}),
  };
}

const dialog = ({ title, said, yes, no }: Confirm): ConfirmationDialog => ({
  title: plain(title, slackRoom.dialogTitle),
  text: plain(said, slackRoom.dialogText),
  confirm: plain(yes, slackRoom.dialogButton),
  deny: plain(no, slackRoom.dialogButton),
});

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

/** Titles and labels, without `:emoji:` codes. */
export function plain(said: string, max: number): PlainTextElement {
  return { type: 'plain_text', text: cut(said, max), emoji: false };
}

/** One text of the desk in which some placeholders are more than text, such as a person. */
export function richSay(
  words: Words,
  key: WordKey,
  fill: Readonly<Record<string, Inline | string>>,
): Inline[] {
  return elements(
    partsOf(words, key).map((part) => {
      if ('said' in part) return part.said;
      const value = fill[part.name];
      if (value === undefined) throw new RangeError(`The text "${key}" lacks a value for {${part.name}}.`);
      return value;
    }),
  );
}

/** What a line says, for notifications and screen readers: escaped, but for our own mention of a colleague. */
export function fallbackText(inlines: readonly Inline[]): string {
  return inlines
    .map((one) => (one.type === 'user' ? `<@${one.user_id}>` : escapeText(one.text ?? '')))
    .join('');
}

/** Disarms `<!channel>`, `<@U…>` and `<url|label>` where Slack reads them: in `text` and nowhere else here. */
export function escapeText(said: string): string {
  return said.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** At most `max` UTF-16 units, as Slack counts them, ending in "…" when cut; never cuts a character in two. */
export function cut(said: string, max: number): string {
  if (said.length <= max) return said;
  let end = 0;
  for (const { index, segment } of graphemes.segment(said.slice(0, max))) {
    if (index + segment.length > max - 1) break;
    end = index + segment.length;
  }
  return `${said.slice(0, end).trimEnd()}…`;
}

/** A sentence as it was written, whatever it holds: in `text` alone Slack would format it. */
export const sentenceMessage = (said: string): Message => ({
  text: escapeText(said),
  blocks: [rich(sentenceLine(said))],
});

/** The same where it stands in a modal. Our own address of a post can be pressed. */
export const sentenceLine = (said: string): RichTextSection =>
  line(...said.split(POST_URL).map((part, index) => (index % 2 === 0 ? part : link(part, part))));

const POST_URL = /(https?:\/\/\S+\/i\/status\/\d+)/u;

/** Slack refuses empty text elements. */
function elements(inlines: readonly (Inline | string)[]): Inline[] {
  return inlines
    .map((one) => (typeof one === 'string' ? text(one) : one))
    .filter((one) => one.type !== 'text' || one.text !== '');
}
