const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };
const words = new Intl.Segmenter('en', { granularity: 'word' });
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** What a person wrote: X escapes `&`, `<` and `>` in a post's text, and nothing else. */
export function plainText(text: string): string {
  return text.replace(/&(?:amp|lt|gt);/gu, (entity) => entities[entity] ?? entity);
}

/** One line of at most `max` code points, shortened after a whole word with "…"; never cuts a character in two. */
export function quote(text: string, max: number): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  if (codePoints(line) <= max) return line;
  const whole = fitting(line, max - 1, words).replace(/[\s\p{P}]+$/u, '');
  return `${whole === '' ? fitting(line, max - 1, graphemes).trimEnd() : whole}…`;
}

function fitting(line: string, max: number, segmenter: Intl.Segmenter): string {
  let end = 0;
  let used = 0;
  for (const { index, segment } of segmenter.segment(line)) {
    used += codePoints(segment);
    if (used > max) break;
    end = index + segment.length;
  }
  return line.slice(0, end);
}

function codePoints(text: string): number {
  return [...text].length;
}
