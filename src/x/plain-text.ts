import type { AccountId } from '../core/ids.js';
import { plainText } from '../core/post/plain.js';
import type { Link, Name, Post } from '../core/post/post.js';

/** A text as X gives it, with what X says of its parts. X's offsets count code points of this text. */
export interface WireText {
  readonly text: string;
  readonly urls: readonly {
    /** The t.co address in the text. */
    readonly url: string;
    readonly expanded: string;
    /** What people read. */
    readonly display: string;
    /** It stands for what the post shows besides its text. */
    readonly isMedia: boolean;
  }[];
  readonly mentions: readonly { readonly id: AccountId; readonly start: number }[];
  /** Where the words begin, behind the @names that X put in front; undefined where X does not say. */
  readonly wordsStart?: number | undefined;
}

/** Only X's own short addresses are links. */
const TCO = /https?:\/\/t\.co\/\w+/gu;
const NAME = /[@＠]\w+/uy;

/**
 * The text as people read it: unescaped, with the shown form of each link, without the addresses of media, and without the
 * @names that X put in front, which are `carried`.
 */
export function readText(wire: WireText): Pick<Post, 'text' | 'links' | 'names' | 'carried'> {
  const { text: raw, mentions } = wire;
  const at = codePointOffsets(raw);
  const from = at(wire.wordsStart ?? 0);
  const places = mentions.map(({ id, start }) => ({ id, start: at(start) }));
  const names = places.flatMap(({ id, start }) => {
    NAME.lastIndex = start;
    const [found] = start < from ? [] : (NAME.exec(raw) ?? []);
    return found === undefined ? [] : [{ account: id, start, end: start + found.length }];
  });
  const shown = withShownLinks(raw, from, wire.urls);
  const carried = places.filter(({ start }) => start < from).map(({ id }) => id);
  return {
    text: shown.text,
    links: shown.links,
    names: names.map(
      ({ account, start, end }): Name => ({ account, start: shown.at(start), end: shown.at(end) }),
    ),
    ...(carried.length > 0 && { carried }),
  };
}

/** Gives the UTF-16 offset of a code point; the end of the text for one behind it. */
function codePointOffsets(text: string): (codePoint: number) => number {
  const offsets: number[] = [];
  let offset = 0;
  for (const char of text) {
    offsets.push(offset);
    offset += char.length;
  }
  return (codePoint) => offsets[codePoint] ?? text.length;
}

/** The text from an offset on as people read it; `at` gives the place of an offset of the raw text in it. */
function withShownLinks(raw: string, from: number, urls: WireText['urls']) {
  const known = new Map(urls.map((one) => [one.url, one]));
  const links: Link[] = [];
  const copied: { readonly from: number; readonly to: number }[] = [];
  let text = '';
  let done = from;
  const copy = (end: number) => {
    copied.push({ from: done, to: text.length });
    text += plainText(raw.slice(done, end));
    done = end;
  };
  for (const { 0: address, index } of raw.matchAll(TCO)) {
    const url = known.get(address);
    if (!url || index < done) continue;
    copy(index);
    done = index + address.length;
    if (url.isMedia) {
      text = text.trimEnd();
      continue;
    }
    const start = text.length;
    text += url.display || address;
    links.push({ start, end: text.length, url: address, expanded: url.expanded });
  }
  copy(raw.length);
  const at = (offset: number) => {
    const piece = copied.findLast((one) => one.from <= offset);
    return piece ? piece.to + plainText(raw.slice(piece.from, offset)).length : 0;
  };
  return { text, links, at };
}
