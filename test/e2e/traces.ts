import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Redis } from 'ioredis';

/** Every key of a Redis with all that it holds, as text; of those whose names are `like` this. */
export async function redisTexts(url: string, like = '*'): Promise<ReadonlyMap<string, string>> {
  const redis = new Redis(url);
  try {
    const found = new Map<string, string>();
    for (const key of await redis.keys(like)) found.set(key, JSON.stringify(await contentOf(redis, key)));
    return found;
  } finally {
    redis.disconnect();
  }
}

async function contentOf(redis: Redis, key: string): Promise<unknown> {
  switch (await redis.type(key)) {
    case 'string':
      return redis.get(key);
    case 'hash':
      return redis.hgetall(key);
    case 'set':
      return redis.smembers(key);
    case 'zset':
      return redis.zrange(key, '0', '-1', 'WITHSCORES');
    case 'list':
      return redis.lrange(key, 0, -1);
    default:
      return redis.xrange(key, '-', '+');
  }
}

/** Every file of a folder, as text. */
export async function fileTexts(folder: string): Promise<ReadonlyMap<string, string>> {
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((one) =>
    one.isFile(),
  );
  return new Map(
    await Promise.all(
      files.map(async (one) => {
        const path = join(one.parentPath, one.name);
        return [path, await readFile(path, 'utf8')] as const;
      }),
    ),
  );
}

/** Whether a Redis is writing its file anew. */
export async function isRewriting(url: string): Promise<boolean> {
  const redis = new Redis(url);
  const info = await redis.info('persistence');
  redis.disconnect();
  return /aof_rewrite_(?:in_progress|scheduled):1/u.test(info);
}

/** Where something of what patrons said or are called still stands: the place, and what comes before and after it. */
export function traces(texts: ReadonlyMap<string, string>, secrets: readonly string[]): readonly string[] {
  return [...texts].flatMap(([place, text]) => {
    const lower = text.toLowerCase();
    return secrets.flatMap((secret) => {
      const at = lower.indexOf(secret.toLowerCase());
      return at < 0 ? [] : [`${place}: …${text.slice(Math.max(0, at - 120), at + 60)}…`];
    });
  });
}
