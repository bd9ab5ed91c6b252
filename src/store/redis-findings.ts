/** What is wrong with a Redis, as one line: what was found, and what to do. */
export interface RedisFinding {
  readonly line: string;
  /** With a serious one nothing can be kept, or what was kept may go; others are said and lived with. */
  readonly serious: boolean;
}

/** What a Redis answered when it was looked at. */
export interface ServerReply {
  /** Of INFO, by name. */
  readonly info: ReadonlyMap<string, string>;
  /** How it took a write; undefined when it did. */
  readonly refused?: Error | undefined;
}

export function readInfo(text: string): ReadonlyMap<string, string> {
  return new Map(
    text.split('\r\n').flatMap((line) => {
      const colon = line.indexOf(':');
      return colon > 0 ? [[line.slice(0, colon), line.slice(colon + 1)] as const] : [];
    }),
  );
}

export const isReplica = ({ info }: ServerReply): boolean => info.get('role') === 'slave';

/** Its scripts answer errors as the desk reads them. Valkey calls itself 7.2.4. */
const oldestVersion = 7;

/** All that is wrong with the Redis called `name`. */
export function serverFindings(name: string, seen: ServerReply): readonly RedisFinding[] {
  const { info, refused } = seen;
  const of = (key: string) => info.get(key) ?? '';
  if (of('loading') === '1') return [serious(`${name} is still loading its data. Wait until it has.`)];
  if (isReplica(seen)) {
    const primary = `${of('master_host')}:${of('master_port')}`;
    return [serious(`${name} is a read-only copy of ${primary}. Use the primary's address.`)];
  }
  const findings: RedisFinding[] = [];
  const version = of('redis_version');
  if (version !== '' && Number.parseInt(version, 10) < oldestVersion) {
    findings.push(serious(`${name} is version ${version}. Use Redis ${oldestVersion} or newer, or Valkey.`));
  }
  const isFull = Number(of('maxmemory')) > 0 && Number(of('used_memory')) > Number(of('maxmemory'));
  if (isFull && !refused) findings.push(faultFinding(name, new Error('OOM'), of('maxmemory_human')));
  if (refused) findings.push(faultFinding(name, refused, of('maxmemory_human')));
  const policy = of('maxmemory_policy');
  if (policy !== '' && policy !== 'noeviction') {
    const found = `${name} throws records away when its memory is full (maxmemory-policy ${policy}).`;
    findings.push(serious(`${found} Set maxmemory-policy noeviction.`));
  }
  if (of('aof_enabled') === '0') {
    const found = `${name} loses its newest records when it ends in a crash (appendonly no).`;
    findings.push({ line: `${found} Set appendonly yes and appendfsync always.`, serious: false });
  }
  return findings;
}

/** What an error says of the Redis called `name`. https://redis.io/docs/latest/develop/reference/protocol-spec/#simple-errors */
export function faultFinding(name: string, error: Error, maxmemory = ''): RedisFinding {
  const known = sentenceOf(error);
  if (known) return serious(`${name} ${known.replace('{maxmemory}', maxmemory || 'all it may use')}`);
  return serious(`${name} can't be reached (${reasonOf(error)}). Start it, or correct the address.`);
}

/** Whether Redis itself answered so; otherwise nothing answered. */
export const isRedisError = (error: Error): boolean => sentenceOf(error) !== undefined;

const sentenceOf = ({ message }: Error): string | undefined =>
  sentenceByErrorCode[/^[A-Z]+/.exec(message)?.[0] ?? ''];

/** By the first word of Redis's answer. */
const sentenceByErrorCode: Readonly<Record<string, string>> = {
  NOAUTH: 'wants a password. Put it into the address.',
  WRONGPASS: "doesn't take the name and password in the address. Correct them.",
  NOPERM: "doesn't let this user do all that the desk needs. Allow it all commands on its keys.",
  LOADING: 'is still loading its data. Wait until it has.',
  MASTERDOWN: "is a read-only copy, and its primary is away. Use the primary's address.",
  READONLY: "is a read-only copy. Use the primary's address.",
  OOM: 'is full (maxmemory {maxmemory}). Give it more memory.',
  ERR: 'is none that the desk can use as REDIS_URL says: redis+cluster:// is for a cluster, redis:// for one server.',
  MOVED: 'is a part of a cluster. Write its address as redis+cluster://host:port,host:port.',
  MISCONF: "can't write to its disk. Make room there.",
  NOREPLICAS: 'has too few copies to take a write (min-replicas-to-write). Start them.',
  CLUSTERDOWN: 'is a cluster that lacks a part of itself. It goes on when a copy has taken over.',
};

const serious = (line: string): RedisFinding => ({ line, serious: true });

/** The reason without the address, which the sentence has already. */
function reasonOf(error: Error): string {
  if ('code' in error && typeof error.code === 'string') return error.code;
  return error.message.replace(/\.$/, '');
}
