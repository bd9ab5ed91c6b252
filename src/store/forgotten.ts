import { createHmac } from 'node:crypto';
import { open, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ConfigError } from '../errors.js';
import type { Forgotten } from '../ports/forgotten.js';
import type { DeskKeys } from './keys.js';
import { dropFollowers, knownFollowers } from './known-followers.js';
import type { Store } from './redis.js';

/** The secret of the hashes, and the file that has them beside the backups. */
export interface ErasureFile {
  /** Undefined where nobody set it. */
  readonly key: string | undefined;
  readonly path: string;
}

/** KEYS: forgotten. ARGV: hash, time, the hash that tells the key. A later time stays. */
const addLua = `
local known = tonumber(redis.call('HGET', KEYS[1], ARGV[1]) or '0')
redis.call('HSETNX', KEYS[1], 'key', ARGV[3])
if tonumber(ARGV[2]) > known then redis.call('HSET', KEYS[1], ARGV[1], ARGV[2]) end
`;

/** The port to whoever asked to be forgotten: in Redis and in a file. `sides`: the keys of the desk and of its private side. */
export function createForgotten(
  redis: Store,
  sides: readonly [DeskKeys, ...DeskKeys[]],
  desk: string,
  network: string,
  { key, path }: ErasureFile,
): Forgotten {
  const [keys] = sides;
  const hashOf = (person: string) =>
    createHmac('sha256', key ?? '')
      .update(`${network} ${person}`)
      .digest('base64url');
  const store = (hash: string, upTo: number) =>
    redis.eval(addLua, 1, keys.forgotten, hash, upTo, hashOf('key'));

  async function upTo(people: readonly string[]): Promise<readonly (number | undefined)[]> {
    if (key === undefined || people.length === 0) return people.map(() => undefined);
    const times = await redis.hmget(keys.forgotten, ...people.map(hashOf));
    return times.map((time) => (time === null ? undefined : Number(time)));
  }

  /** A hash of nobody: it tells whether the key is the one of the other hashes. */
  const keyMark = hashOf('key');
  const refuse = (what: string): never => {
    throw new ConfigError([
      `People asked to be forgotten by desk ${desk}, and FORGET_KEY ${what}: set the key that was there then.`,
    ]);
  };

  async function checkKey(): Promise<void> {
    const marked = await redis.hget(keys.forgotten, 'key');
    if (key !== undefined && marked !== null && marked !== keyMark) refuse('is another one');
    if (key !== undefined) return;
    const isNamed = (await erasuresIn(path)).some((one) => one.desk === desk);
    if (marked !== null || isNamed) refuse('is not set');
  }

  return {
    isReady: key !== undefined,
    upTo,
    checkKey,
    async check() {
      await checkKey();
      if (key === undefined) return;
      // Better now than when somebody is told that they will be forgotten.
      const file = await open(path, 'a', 0o600).catch((error: NodeJS.ErrnoException) => {
        throw new ConfigError([`ERASURES_FILE: ${path} cannot be written (${error.code}).`]);
      });
      await file.close();
    },
    async add(person, at) {
      const [known] = await upTo([person]);
      if (known !== undefined && known >= at) return;
      // The file first: what is in the store may be lost again.
      await append(path, `${new Date(at).toISOString()} ${desk} ${hashOf(person)}\n`);
      await store(hashOf(person), at);
    },
    async restore() {
      if (key === undefined) return false;
      const erasures = (await erasuresIn(path)).filter((one) => one.desk === desk);
      for (const { at, hash } of erasures) await store(hash, at);
      if ((await redis.hlen(keys.forgotten)) === 0) return false;
      for await (const people of knownFollowers(redis, keys)) {
        const times = await upTo(people);
        const theirs = people.filter((_, at) => times[at] !== undefined);
        await dropFollowers(redis, keys, theirs);
      }
      return true;
    },
    async dropTraces({ person, posts, cards }) {
      await dropFollowers(redis, keys, [person]);
      for (const { found, odd } of sides) {
        if (posts.length > 0) await redis.hdel(odd, ...posts);
        const fields = (await redis.hkeys(found)).filter((field) =>
          [person, ...cards].some((one) => field.includes(one)),
        );
        if (fields.length > 0) await redis.hdel(found, ...fields);
      }
    },
  };
}

/** Appends a line that is on the disk when this resolves, and readable to nobody else. */
async function append(path: string, line: string): Promise<void> {
  const file = await open(path, 'a+', 0o600);
  try {
    // A line that was cut off must not swallow this one.
    const before = await file.readFile('utf8');
    await file.appendFile(before === '' || before.endsWith('\n') ? line : `\n${line}`);
    await file.sync();
  } finally {
    await file.close();
  }
  // A new file is there after a power cut only when its folder was written as well.
  const folder = await open(dirname(path), 'r');
  await folder.sync().finally(() => folder.close());
}

/** The erasures of a file; none where it is not there. A line that was cut off is none: its erasure was not confirmed. */
export async function erasuresIn(
  path: string,
): Promise<readonly { readonly at: number; readonly desk: string; readonly hash: string }[]> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  return text.split('\n').flatMap((line) => {
    const [, time = '', desk = '', hash = ''] = /^(\S+Z) (\S+) ([\w-]{43})$/u.exec(line) ?? [];
    return hash === '' ? [] : [{ at: Date.parse(time), desk, hash }];
  });
}
