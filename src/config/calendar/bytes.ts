import { Unreadable } from './unreadable.js';

/** 2 MB: more than ten years of a large library's shifts, at some 200 bytes an event. */
const mostBytes = 2_000_000;

/** A text (UTF-8) that arrives piece by piece. Throws Unreadable, and takes in nothing more, above `mostBytes`. */
export async function textOf(pieces: AsyncIterable<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder();
  let bytes = 0;
  let text = '';
  for await (const piece of pieces) {
    bytes += piece.byteLength;
    if (bytes > mostBytes) throw new Unreadable('it is larger than 2 MB');
    text += decoder.decode(piece, { stream: true });
  }
  return text + decoder.decode();
}
