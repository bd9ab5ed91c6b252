import { PassThrough, Writable } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';

export const key = {
  enter: '\r',
  up: '\u001b[A',
  down: '\u001b[B',
  space: ' ',
  clear: '\u0015',
  stop: '\u0003',
} as const;

/** What the program wrote to its terminal, and a way to type once it has written something. */
export interface Typist {
  /** Waits until the screen says this, in what it wrote since somebody typed last; then types. */
  at(words: string, ...keys: readonly string[]): Promise<void>;
  /** All that was written, without colours. */
  screen(): string;
}

/** How long the program may take to say something. */
const deadlineMs = 10_000;

/** A person before a terminal: `type` brings keys to the program, and `wrote` is called with what the program writes. */
export function createTypist(type: (keys: string) => void): Typist & { wrote(part: string): void } {
  let said = '';
  let read = 0;
  const waiting = new Set<() => void>();
  return {
    wrote(part) {
      said += part;
      for (const look of [...waiting]) look();
    },
    screen: () => stripVTControlCharacters(said),
    async at(words, ...keys) {
      await new Promise<void>((resolve, reject) => {
        const end = (then: () => void) => {
          clearTimeout(deadline);
          waiting.delete(look);
          then();
        };
        const shown = () => stripVTControlCharacters(said.slice(read)).replace(/\s+/gu, ' ');
        const look = () => shown().includes(words) && end(resolve);
        const missing = () => new Error(`The screen does not say ${JSON.stringify(words)}: ${shown()}`);
        const deadline = setTimeout(() => end(() => reject(missing())), deadlineMs);
        waiting.add(look);
        look();
      });
      if (keys.length > 0) read = said.length;
      for (const one of keys) type(one);
    },
  };
}

/** A terminal within this process, and the person before it. */
export function createTerminal() {
  const input = new PassThrough();
  const typist = createTypist((keys) => input.write(keys));
  const output = new Writable({
    write(part: Buffer, _encoding, done) {
      typist.wrote(part.toString());
      done();
    },
  });
  // Each question ends the stream that it writes to.
  output.end = () => output;
  return { terminal: { input, output }, typist };
}
