import twitter from 'twitter-text';
import { accountByHandle } from './people.js';
import type { Account, Medium, Post, X } from './state.js';

interface Span {
  readonly start: number;
  readonly end: number;
}

interface UrlEntity extends Span {
  readonly url: string;
  readonly expanded_url: string;
  readonly display_url: string;
  readonly media_key?: string;
}

/** X's entities; `start` and `end` count code points of the text as X shows it. */
export interface Entities {
  readonly urls?: readonly UrlEntity[];
  readonly mentions?: readonly (Span & { readonly username: string; readonly id: string })[];
  readonly hashtags?: readonly (Span & { readonly tag: string })[];
  readonly cashtags?: readonly (Span & { readonly tag: string })[];
}

/** A text as X shows it. `wordsStart` is where the writer's words begin, in code points. */
interface Composed {
  readonly text: string;
  readonly wordsStart: number;
  readonly entities: Entities;
}

interface Parts {
  readonly written: string;
  /** Accounts whose names X puts in front of a reply. */
  readonly names?: readonly Account[];
  readonly quoted?: { readonly post: Post; readonly author: Account };
  readonly media?: readonly Medium[];
  /** Where media link to: the post's own address. */
  readonly address?: string;
}

/** X's weighted length of a text in NFC: a link counts 23. `written` is without the names that X adds in front. */
function weightedLength(written: string): number {
  return twitter.parseTweet(written).weightedLength;
}

/** Above a weighted length of 280 a post is long, and only accounts with X Premium can write it. */
export function isLong(written: string): boolean {
  return weightedLength(written) > 280;
}

/** Whether a text is longer than this account may write. */
export function tooLong(written: string, { premium }: Account): boolean {
  return premium ? weightedLength(written) > 25_000 : isLong(written);
}

/** Whether a text has a link, which X charges for. A bare domain is one. */
export function hasLink(written: string): boolean {
  return twitter.extractUrls(written).length > 0;
}

/** The handles in the run of @names at the very beginning, lower-case. */
export function leadingHandles(text: string): string[] {
  const run = /^(?:\s*@\w{1,15}(?=\s|$))+/.exec(text)?.[0] ?? '';
  return run.split(/[\s@]+/).flatMap((handle) => (handle ? [handle.toLowerCase()] : []));
}

/** The text as X shows it, with its entities: names in front, links through t.co, `& < >` escaped. */
export function compose(x: X, parts: Parts): Composed {
  const urls: UrlEntity[] = [];
  const mentions: { start: number; end: number; username: string; id: string }[] = [];
  const hashtags: { start: number; end: number; tag: string }[] = [];
  const cashtags: { start: number; end: number; tag: string }[] = [];
  let text = '';
  let length = 0;
  const add = (piece: string): Span => {
    const start = length;
    text += piece;
    length += [...piece].length;
    return { start, end: length };
  };
  const shortened = () => `https://t.co/${x.world.random.text(10, alphanumeric)}`;
  const addUrl = (expanded_url: string, display_url: string) => {
    const url = shortened();
    urls.push({ ...add(url), url, expanded_url, display_url });
  };
  const addName = (shown: string, account: Account) => {
    mentions.push({ ...add(shown), username: account.handle, id: account.id });
  };

  for (const account of parts.names ?? []) {
    addName(`@${account.handle}`, account);
    add(' ');
  }
  const wordsStart = length;

  let at = 0;
  for (const entity of twitter.extractEntitiesWithIndices(parts.written)) {
    const [start, end] = entity.indices;
    add(escapeText(parts.written.slice(at, start)));
    const shown = parts.written.slice(start, end);
    at = end;
    if ('url' in entity) {
      const expanded = /^https?:\/\//i.test(entity.url) ? entity.url : `http://${entity.url}`;
      addUrl(expanded, displayUrl(expanded));
    } else if ('screenName' in entity) {
      const account = accountByHandle(x, entity.screenName);
      if (account?.status === 'active') addName(shown, account);
      else add(shown);
    } else if ('hashtag' in entity) {
      hashtags.push({ ...add(shown), tag: entity.hashtag });
    } else {
      cashtags.push({ ...add(shown), tag: entity.cashtag });
    }
  }
  add(escapeText(parts.written.slice(at)));

  if (parts.quoted) {
    if (length > 0) add(' ');
    const address = `https://x.com/${parts.quoted.author.handle}/status/${parts.quoted.post.id}`;
    addUrl(address, displayUrl(address));
  }
  const { media = [] } = parts;
  if (media.length > 0) {
    // All media of a post share one link, and each has its own entity for it.
    if (length > 0) add(' ');
    const url = shortened();
    const span = add(url);
    const display_url = `pic.x.com/${url.slice(-10)}`;
    for (const { key, kind } of media) {
      const expanded_url = `${parts.address}/${kind === 'video' ? 'video' : 'photo'}/1`;
      urls.push({ ...span, url, expanded_url, display_url, media_key: key });
    }
  }
  return {
    text,
    wordsStart,
    entities: {
      ...(urls.length > 0 && { urls }),
      ...(mentions.length > 0 && { mentions }),
      ...(hashtags.length > 0 && { hashtags }),
      ...(cashtags.length > 0 && { cashtags }),
    },
  };
}

const alphanumeric = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function displayUrl(url: string): string {
  const bare = url.replace(/^https?:\/\/(www\.)?/i, '').replace(/\/$/, '');
  return bare.length > 27 ? `${bare.slice(0, 26)}…` : bare;
}
