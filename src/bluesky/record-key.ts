import { createHash } from 'node:crypto';
import { create } from '@atcute/tid';

/** Bluesky counts microseconds, and tells apart what was made in the same one by a number below this. */
const clockIds = 1_024;
const microsecondsEachMs = 1_000;

/**
 * The record key under which something is written: always the same for a `key` and a time (Unix ms), and never the same for
 * two keys. It is a TID, as the lexicon wants: the time and 20 bits of the key's hash.
 */
export function recordKey(key: string, at: number): string {
  const hash = createHash('sha256').update(key).digest().readUInt32BE();
  const microsecond = Math.floor(hash / clockIds) % microsecondsEachMs;
  return create(at * microsecondsEachMs + microsecond, hash % clockIds);
}
