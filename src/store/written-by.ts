import { ConfigError } from '../errors.js';
import type { DeskKeys } from './keys.js';
import type { Store } from './redis.js';

/** The field that names the newest version of the program that has worked with a desk's records. */
const field = 'written-by';

/**
 * Throws ConfigError where a later version has worked with a desk's records: it may have stored what this one misreads.
 * Otherwise records that this one does. Versions that differ in their last number alone store the same. 0.1.0 recorded
 * nothing. `where` is what messages call Redis.
 */
export async function refuseLaterVersion(
  redis: Store,
  keys: DeskKeys,
  { version, desk, where }: { readonly version: string; readonly desk: string; readonly where: string },
): Promise<void> {
  const writer = await redis.hget(keys.watermarks, field);
  if (writer !== null && order(writer) > order(version)) {
    throw new ConfigError([
      `${where} has records of desk '${desk}' that version ${writer} of the desk has written, and this is ${version}, which may misread them. Start ${writer} or newer, or go back with the backup from before that upgrade: see "Upgrading" in OPERATE.md.`,
    ]);
  }
  await redis.hset(keys.watermarks, field, version);
}

/** A number that is greater for a version that may store more. */
function order(version: string): number {
  const [major = 0, minor = 0] = version.split('.').map((part) => Number.parseInt(part, 10));
  return major * 1_000_000 + minor;
}
