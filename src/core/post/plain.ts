const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };
const words = new Intl.Segmenter('en', { granularity: 'word' });
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** A post's text as its writer wrote it: X and Slack escape `&`, `<` and `>`, and nothing else. */
export function plainText(text: string): string {
  return text.replace(/&(?:amp|lt|gt);/gu, (entity) => entities[entity] ?? entity);
}

/** A text as one line of at most `max` code points: cut after a whole word, with "…", and never inside a character. */
export function quote(text: string, max: number): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  if (codePoints(line) <= max) return line;
  const cut = longestFit(line, max - 1, words).replace(/[\s\p{P}]+$/u, '');
  return `${cut === '' ? longestFit(line, max - 1, graphemes).trimEnd() : cut}…`;
}

/** The longest start of a line that ends with a whole segment and has at most `max` code points. */
function longestFit(line: string, max: number, segmenter: Intl.Segmenter): string {
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
