import { type Fields, isFields } from './json.js';

const markup = /<(?:[@#!][^<>]*|[a-z][a-z0-9+.-]*:[^<>]*)>/gi;

/** Slack's own escaping of what it gives back: `& < >` outside `<…>` markup become entities, entities stay. */
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

/** People (`U…`) and broadcasts (`!here`, `!channel`, `!everyone`) that a message names. */
export function mentions(
  text: string,
  blocks: readonly Fields[] | undefined,
): { people: string[]; all: boolean } {
  const spoken = blocks?.length ? JSON.stringify(blocks) : text;
  const people = [...spoken.matchAll(/<@([UW][A-Z0-9]+)(?:\|[^<>]*)?>|"user_id":"([UW][A-Z0-9]+)"/g)];
  return {
    people: [...new Set(people.map(([, inText, inRichText]) => inText ?? inRichText ?? ''))],
    all: /<!(?:here|channel|everyone)(?:\|[^<>]*)?>|"type":"broadcast"/.test(spoken),
  };
}
