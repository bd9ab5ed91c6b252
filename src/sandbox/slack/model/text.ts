import { type Fields, isFields } from '../blocks/json.js';

const markup = /<(?:[@#!][^<>]*|[a-z][a-z0-9+.-]*:[^<>]*)>/gi;

/** Escapes a text as Slack does in its answers: `& < >` outside `<…>` become entities; entities stay as they are. */
export function escapeBare(text: string): string {
  const kept = text.match(markup) ?? [];
  return text
    .split(markup)
    .map((part) =>
      part
        .replace(/&(?!(?:amp|lt|gt);)/g, '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;'),
    )
    .reduce((joined, part, index) => joined + (kept[index - 1] ?? '') + part);
}

/** The same for every text object in blocks. */
export function escapeBlocks(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(escapeBlocks);
  if (!isFields(value)) return value;
  const isText = (value.type === 'plain_text' || value.type === 'mrkdwn') && typeof value.text === 'string';
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      isText && key === 'text' ? escapeBare(String(inner)) : escapeBlocks(inner),
    ]),
  );
}

/** Whom a message mentions: ids of people, and whether it mentions everybody (`@here`, `@channel`, `@everyone`). */
interface Mentions {
  readonly people: readonly string[];
  readonly all: boolean;
}

/** The mentions in a message's blocks, or in its text when it has no blocks. */
export function mentions(text: string, blocks: readonly Fields[] | undefined): Mentions {
  return blocks?.length ? inBlocks(blocks) : inMarkup(text);
}

/** Only mrkdwn text and the user and broadcast elements of rich text mention somebody; plain text does not. */
function inBlocks(value: unknown): Mentions {
  if (Array.isArray(value)) return together(value.map(inBlocks));
  if (!isFields(value)) return together([]);
  switch (value.type) {
    case 'mrkdwn':
      return inMarkup(String(value.text));
    case 'user':
      return { people: [String(value.user_id)], all: false };
    case 'broadcast':
      return { people: [], all: true };
    default:
      return together(Object.values(value).map(inBlocks));
  }
}

function inMarkup(text: string): Mentions {
  return {
    people: [...text.matchAll(/<@([UW][A-Z0-9]+)(?:\|[^<>]*)?>/g)].map(([, id = '']) => id),
    all: /<!(?:here|channel|everyone)(?:\|[^<>]*)?>/.test(text),
  };
}

function together(parts: readonly Mentions[]): Mentions {
  return {
    people: [...new Set(parts.flatMap(({ people }) => people))],
    all: parts.some(({ all }) => all),
  };
}
