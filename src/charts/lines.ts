import { type FontWeight, textWidth } from './rasterise.js';

/** The words of a text in lines of at most `width` pixels. A word that is wider than a line is cut. */
export function inLines(text: string, width: number, size: number, weight?: FontWeight): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/u).filter(Boolean)) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && textWidth(longer, size, weight) <= width) lines[lines.length - 1] = longer;
    else lines.push(cut(word, width, size, weight));
  }
  return lines;
}

/** A text that is at most `width` pixels wide: what is cut off its end stands as `…`. */
export function cut(text: string, width: number, size: number, weight?: FontWeight): string {
  if (textWidth(text, size, weight) <= width) return text;
  let letters = [...text];
  while (letters.length > 1 && textWidth(`${letters.join('')}…`, size, weight) > width) {
    letters = letters.slice(0, -1);
  }
  return `${letters.join('').trimEnd()}…`;
}
