/** What of a Redis something is wrong with. */
type RedisAspect =
  | 'reached'
  | 'role'
  | 'version'
  | 'memory'
  | 'policy'
  | 'appendonly'
  | 'appendfsync'
  | 'disk';

/** Something that is wrong with a Redis. */
export interface RedisFinding {
  readonly about: RedisAspect;
  readonly found: string;
  readonly fix: string;
  /** Both in a line. */
  readonly line: string;
  /** Nothing can be stored, or what was stored may be lost. The desk works with findings that are not serious. */
  readonly serious: boolean;
}

/** What a server answered. */
export interface ServerReply {
  /** The fields of INFO, by name. */
  readonly info: ReadonlyMap<string, string>;
  /** Its setting appendfsync; undefined where it does not say. */
  readonly appendfsync?: string | undefined;
  /** Why it refused a write; undefined when it accepted one, or was not asked to. */
  readonly refused?: Error | undefined;
}

/** The fields of the text that INFO answers. */
export function readInfo(text: string): ReadonlyMap<string, string> {
  return new Map(
    text.split('\r\n').flatMap((line) => {
      const colon = line.indexOf(':');
      return colon > 0 ? [[line.slice(0, colon), line.slice(colon + 1)] as const] : [];
    }),
  );
}

/** Whether the server is a replica, which refuses writes. */
export const isReplica = ({ info }: ServerReply): boolean => info.get('role') === 'slave';

/** Scripts of older servers answer errors in another form than the desk reads. Valkey says that it is 7.2.4. */
const oldestVersion = 7;

/** Everything that is wrong with a server, which messages call `name`. */
export function serverFindings(name: string, seen: ServerReply): readonly RedisFinding[] {
  const { info, appendfsync, refused } = seen;
  const field = (key: string) => info.get(key) ?? '';
  if (field('loading') === '1') return [faultFinding(name, new Error('LOADING'))];
  if (isReplica(seen)) {
    const primary = `${field('master_host')}:${field('master_port')}`;
    return [serious('role', `${name} is a read-only copy of ${primary}.`, "Use the primary's address.")];
  }
  const findings: RedisFinding[] = [];
  const version = field('redis_version');
  if (version !== '' && Number.parseInt(version, 10) < oldestVersion) {
    const fix = `Use Redis ${oldestVersion} or newer, or Valkey.`;
    findings.push(serious('version', `${name} is version ${version}.`, fix));
  }
  const isFull = Number(field('maxmemory')) > 0 && Number(field('used_memory')) > Number(field('maxmemory'));
  if (isFull && !refused) findings.push(faultFinding(name, new Error('OOM'), field('maxmemory_human')));
  if (refused) findings.push(faultFinding(name, refused, field('maxmemory_human')));
  const policy = field('maxmemory_policy');
  if (policy !== '' && policy !== 'noeviction') {
    const found = `${name} throws records away when its memory is full (maxmemory-policy ${policy}).`;
    findings.push(serious('policy', found, 'Set maxmemory-policy noeviction.'));
  }
  if (field('aof_enabled') === '0') {
    const found = `${name} loses its newest records when it ends in a crash (appendonly no).`;
    findings.push(finding('appendonly', found, 'Set appendonly yes and appendfsync always.', false));
  } else if (appendfsync === 'no') {
    const found = `${name} may lose half a minute of records when its machine fails (appendfsync no).`;
    findings.push(finding('appendfsync', found, 'Set appendfsync always.', false));
  }
  return findings;
}

/**
 * What an error of a server, which messages call `name`, means. `maxmemory` is its limit as INFO says it.
 * https://redis.io/docs/latest/develop/reference/protocol-spec/#simple-errors
 */
export function faultFinding(name: string, error: Error, maxmemory = ''): RedisFinding {
  const known = meaningOf(error);
  if (known) {
    const [found, fix, about = 'reached'] = known;
    return serious(about, `${name} ${found.replace('{maxmemory}', maxmemory || 'all it may use')}`, fix);
  }
  return isHangUp(error)
    ? serious('reached', `${name} closes the connection.`, 'If it wants TLS, write rediss:// in the address.')
    : serious(
        'reached',
        `${name} can't be reached (${reasonOf(error)}).`,
        'Start it, or correct the address.',
      );
}

/** The finding for a cluster, which messages call `name`, that lacks the primary at `address`. */
export const awayPrimaryFinding = (name: string, address: string): RedisFinding =>
  serious(
    'reached',
    `${name} is a cluster without its primary ${address}.`,
    'It goes on when a copy has taken over.',
  );

/** Whether a server took the connection, but closed it or answered as no Redis does. */
export function isHangUp(error: Error): boolean {
  const isClosed = 'code' in error && (error.code === 'EPIPE' || error.code === 'ECONNRESET');
  return isClosed || /^(Connection is closed|Unknown RESP type)/.test(error.message);
}

/** Whether Redis itself answered with this error; any other means that nobody answered. */
export const isRedisError = (error: Error): boolean => meaningOf(error) !== undefined;

/** What follows the server's name, what to do, and what it is about: by default, that the desk can't use this server at all. */
type Meaning = readonly [found: string, fix: string, about?: RedisAspect];

const meaningOf = ({ message }: Error): Meaning | undefined =>
  generalErrors.find(([words]) => message.includes(words))?.[1] ??
  meaningByErrorCode[/^[A-Z]+/.exec(message)?.[0] ?? ''];

/** Errors that only their words tell apart: all begin with ERR. */
const generalErrors: readonly (readonly [words: string, meaning: Meaning])[] = [
  [
    'DB index is out of range',
    ['has no database with the number in the address.', 'Use a smaller one, or leave it out.'],
  ],
  [
    'max number of clients',
    ['takes no more connections (maxclients).', 'Raise maxclients, or end programs that hold some.'],
  ],
];

/** The finding for a Redis, which messages call `name`, that speaks no TLS where the address says rediss. */
export const plainPortFinding = (name: string): RedisFinding =>
  serious(
    'reached',
    `${name} speaks no TLS at this port.`,
    'Write redis:// in the address, or use the port that does.',
  );

/** All other errors, by their first word. */
const meaningByErrorCode: Readonly<Record<string, Meaning>> = {
  NOAUTH: ['wants a password.', 'Put it into the address.'],
  WRONGPASS: ["doesn't take the name and password in the address.", 'Correct them.'],
  NOPERM: ["doesn't let this user do all that the desk needs.", 'Allow it all commands on its keys.'],
  LOADING: ['is still loading its data.', 'Wait until it has.'],
  MASTERDOWN: ['is a read-only copy, and its primary is away.', "Use the primary's address.", 'role'],
  READONLY: ['is a read-only copy.', "Use the primary's address.", 'role'],
  OOM: ['is full (maxmemory {maxmemory}).', 'Give it more memory.', 'memory'],
  ERR: [
    'is none that the desk can use as REDIS_URL says:',
    'redis+cluster:// is for a cluster, redis:// for one server.',
  ],
  MOVED: ['is a part of a cluster.', 'Write its address as redis+cluster://host:port,host:port.'],
  MISCONF: ["can't write to its disk.", 'Make room there.', 'disk'],
  NOREPLICAS: ['has too few copies to take a write (min-replicas-to-write).', 'Start them.', 'role'],
  CLUSTERDOWN: ['is a cluster that lacks a part of itself.', 'It goes on when a copy has taken over.'],
};

function finding(about: RedisAspect, found: string, fix: string, isSerious: boolean): RedisFinding {
  return { about, found, fix, line: `${found} ${fix}`, serious: isSerious };
}
const serious = (about: RedisAspect, found: string, fix: string): RedisFinding =>
  finding(about, found, fix, true);

/** The reason without the address, which the sentence names already. */
function reasonOf(error: Error): string {
  if ('code' in error && typeof error.code === 'string') return error.code;
  return error.message.replace(/\.$/, '');
}
