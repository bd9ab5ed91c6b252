/**
 * Where Redis is: one server by its URL, or a cluster by some of its nodes. `where` is for messages: it has no
 * password.
 */
export type RedisAddress = { readonly where: string } & (
  | { readonly kind: 'single'; readonly url: string }
  | {
      readonly kind: 'cluster';
      readonly nodes: readonly { readonly host: string; readonly port: number }[];
      readonly tls: boolean;
      readonly username?: string;
      readonly password?: string;
    }
);

const clusterAddress = /^(rediss?)\+cluster:\/\/(?:([^@/]*)@)?([^@/]+)\/?$/;
const nodeAddress = /^(\[[\da-fA-F:]+\]|[^:[\]]+)(?::(\d{1,5}))?$/;
const usualPort = 6379;

/** The forms of REDIS_URL, as a message lists them. */
export const redisAddressForms =
  'redis://host:port or rediss://host:port, with /number for a database, or redis+cluster://host:port,host:port,… for a cluster';

/** Reads REDIS_URL; undefined when it has none of the allowed forms. */
export function parseRedisAddress(text: string): RedisAddress | undefined {
  const [, scheme, credentials, nodes] = clusterAddress.exec(text) ?? [];
  if (nodes !== undefined) return clusterAt(scheme === 'rediss', credentials, nodes.split(','));
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !['redis:', 'rediss:'].includes(url.protocol)) return undefined;
  if (!/^\/?\d*$/.test(url.pathname) || decoded(url.username + url.password) === undefined) return undefined;
  return { kind: 'single', url: url.href, where: url.host };
}

/** A part of an address without its percent signs; undefined where one stands for nothing. */
function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}

function clusterAt(tls: boolean, credentials: string | undefined, named: string[]): RedisAddress | undefined {
  const nodes = named.flatMap((one) => {
    const [, host, port = String(usualPort)] = nodeAddress.exec(one.trim()) ?? [];
    return host !== undefined && Number(port) <= 65_535
      ? [{ host: host.replace(/^\[|\]$/g, ''), port: Number(port) }]
      : [];
  });
  if (nodes.length < named.length) return undefined;
  // A password may hold colons.
  const [, name = '', secret = ''] = /^([^:]*):?(.*)$/s.exec(credentials ?? '') ?? [];
  const [username, password] = [decoded(name), decoded(secret)];
  if (username === undefined || password === undefined) return undefined;
  return {
    kind: 'cluster',
    nodes,
    tls,
    where: named.length > 1 ? `${named[0]} and ${named.length - 1} more` : (named[0] ?? ''),
    ...(username ? { username } : {}),
    ...(password ? { password } : {}),
  };
}
