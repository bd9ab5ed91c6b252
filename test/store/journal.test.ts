import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createJournal } from '../../src/store/journal.js';
import { deskKeys } from '../../src/store/keys.js';
import type { Store } from '../../src/store/redis.js';
import { minutes, tuesday } from '../build.js';
import { type OwnRedis, startOwnRedis } from '../fakes/own-redis.js';
import { connect, silent } from './connect.js';
import { aPrefix } from './open-store.js';

const day = minutes(24 * 60);
let own: OwnRedis;
let store: Store;
beforeEach(async () => {
  own = await startOwnRedis();
  store = connect(own.url);
});
afterEach(async () => {
  store.disconnect();
  await own.close();
});

/** All that stands in the files of the server. */
async function onDisk(): Promise<string> {
  const files = (await readdir(own.folder, { recursive: true, withFileTypes: true })).filter((one) =>
    one.isFile(),
  );
  return (await Promise.all(files.map((one) => readFile(join(one.parentPath, one.name), 'utf8')))).join();
}

it('what was taken out leaves the disk, and the file is written anew once a day', async () => {
  const journal = createJournal(store, deskKeys(aPrefix(), 'central'), silent);
  await store.set('kept', 'xylograph');
  await store.del('kept');
  await journal.rewrite(tuesday, day);
  expect(await onDisk()).toContain('xylograph');
  await journal.purged(tuesday);
  await journal.rewrite(tuesday + minutes(2), day);
  await expect.poll(onDisk).not.toContain('xylograph');

  await store.set('kept', 'grandmother');
  await store.del('kept');
  await journal.purged(tuesday + minutes(3));
  await journal.rewrite(tuesday + day, day);
  expect(await onDisk()).toContain('grandmother');
  await journal.rewrite(tuesday + day + minutes(2), day);
  await expect.poll(onDisk).not.toContain('grandmother');
});

it('a server that lets nobody do that is asked again the next day, and the log says it once', async () => {
  const admin = new Redis(own.url);
  await admin.call('ACL', 'SETUSER', 'default', '-bgrewriteaof');
  const lines: string[] = [];
  const log = pino({ base: null }, { write: (line: string) => void lines.push(line) });
  const journal = createJournal(store, deskKeys(aPrefix(), 'central'), log);
  await journal.purged(tuesday);
  for (const days of [1, 2, 3]) await journal.rewrite(tuesday + days * day, day);
  expect(lines).toEqual([expect.stringContaining('BGREWRITEAOF')]);
  await admin.call('ACL', 'SETUSER', 'default', '+bgrewriteaof');
  await store.set('kept', 'xylograph');
  await store.del('kept');
  await journal.rewrite(tuesday + 4 * day, day);
  await expect.poll(onDisk).not.toContain('xylograph');
  admin.disconnect();
});
