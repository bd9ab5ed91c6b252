import type { Link } from './post.js';

/** A part of a text: all of it is one link, or none of it. */
export interface TextPiece {
  readonly text: string;
  readonly link?: Link;
}

/** A text in pieces at its links. Links outside the text, and those that begin within another one, are left out. */
export function textPieces(text: string, links: readonly Link[]): readonly TextPiece[] {
  const pieces: TextPiece[] = [];
  let done = 0;
  for (const link of links.toSorted((a, b) => a.start - b.start)) {
    const { start, end } = link;
    if (start < done || end <= start || end > text.length) continue;
    if (start > done) pieces.push({ text: text.slice(done, start) });
    pieces.push({ text: text.slice(start, end), link });
    done = end;
  }
  if (done < text.length) pieces.push({ text: text.slice(done) });
  return pieces;
}
