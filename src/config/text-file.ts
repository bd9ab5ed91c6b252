import { closeSync, openSync, readSync } from 'node:fs';
import { ConfigError } from '../errors.js';

interface Kind {
  readonly mostBytes: number;
  /** What such a file is usually called. */
  readonly usual: string;
  /** The file that comes with the desk, to begin with. */
  readonly example: string;
}

/**
 * The text of a file, without a byte order mark. Throws ConfigError of one line when it is too long, is not UTF-8 or
 * cannot be read. Reads at most one byte more than is allowed, so that even a file without an end is answered.
 */
export function readTextFile(path: string, { mostBytes, usual, example }: Kind): string {
  let bytes: Buffer;
  try {
    bytes = readUpTo(path, mostBytes + 1);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT')
      throw new ConfigError([`${path}: not found; copy ${example} there and fill it in`]);
    if (code === 'EISDIR') throw new ConfigError([`${path}: a folder; allowed: a file such as ${usual}`]);
    throw new ConfigError([`${path}: cannot be read: ${message}`]);
  }
  if (bytes.length > mostBytes) {
    throw new ConfigError([`${path}: longer than ${mostBytes / 1024} KB; allowed: at most that`]);
  }
  return decode(bytes, path);
}

/** The text of bytes that are UTF-8. Throws ConfigError of one line when they are not; `path` is where they come from. */
export function decode(bytes: Buffer, path: string): string {
  const utf8 = 'allowed: a text saved as UTF-8';
  const mark = bytes.subarray(0, 2).toString('hex');
  if (mark === 'fffe' || mark === 'feff') throw new ConfigError([`${path}: saved as UTF-16; ${utf8}`]);
  // UTF-16 without its mark has one in each Latin letter.
  if (bytes.includes(0)) throw new ConfigError([`${path}: holds NUL bytes, so is no UTF-8 text; ${utf8}`]);
  try {
    return utf8Decoder.decode(bytes);
  } catch {
    throw new ConfigError([`${path}:${lineOfFault(bytes)}: a letter that is not saved as UTF-8; ${utf8}`]);
  }
}

/** It leaves a byte order mark out. */
const utf8Decoder = new TextDecoder('utf-8', { fatal: true });

function readUpTo(path: string, most: number): Buffer {
  const buffer = Buffer.alloc(most);
  const file = openSync(path, 'r');
  try {
    let length = 0;
    for (;;) {
      const read = readSync(file, buffer, length, most - length, null);
      length += read;
      if (read === 0 || length === most) return buffer.subarray(0, length);
    }
  } finally {
    closeSync(file);
  }
}

/** The first line that is not UTF-8, from 1. No byte of a longer letter looks like a line's end. */
function lineOfFault(bytes: Buffer): number {
  const lines = bytes.toString('latin1').split('\n');
  const fault = lines.findIndex((line) => {
    const text = Buffer.from(line, 'latin1').toString('utf8');
    return text.includes('\uFFFD');
  });
  return fault + 1;
}
