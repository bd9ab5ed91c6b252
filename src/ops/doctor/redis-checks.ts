import type { Check } from '../../core/doctor/check.js';
import { isOurMistake } from '../../errors.js';

interface Finding {
  readonly about: string;
  readonly found: string;
  readonly fix: string;
}

/** A server as its INFO and a few commands have it; undefined is what it lets nobody ask. */
interface Server {
  readonly name: string;
  /** The fields of INFO. */
  readonly info: ReadonlyMap<string, string>;
  readonly appendfsync?: string | undefined;
  /** The medians of a few round trips, and of a few writes (ms). */
  readonly pingMs: number;
  readonly writeMs?: number | undefined;
  /** How far its clock is ahead of this machine's (ms). */
  readonly aheadMs?: number | undefined;
}

/** One Redis, or a cluster with several servers. */
interface ExaminedRedis {
  readonly name: string;
  look(): Promise<readonly Finding[]>;
  examine(): Promise<readonly Server[]>;
}

type Seen = Omit<Check, 'id'>;
/** Undefined where there is nothing to see. */
type Look = (server: Server) => Seen | undefined;

/** A press reads and writes about ten times, and Slack waits three seconds for its answer (ms). */
const slowMs = 30;
const tooSlowMs = 300;
/** What is due is due by the machine's clock, and the desk takes a process that stood still for longer than this for frozen (ms). */
const mostApartMs = 2_000;
/** From this part of its memory on, somebody should give it more. */
const scarceMemory = 0.8;

/** What is looked at in each server. The desk's own findings, which `health` says too, come first. */
const aspects: readonly (readonly [about: string, look: Look])[] = [
  ['version', ({ info }) => ok(versionOf(info))],
  ['role', ({ info }) => said(info, 'role', () => ok('It is a primary'))],
  ['policy', ({ info }) => said(info, 'maxmemory_policy', (policy) => ok(`maxmemory-policy ${policy}`))],
  ['memory', memoryOf],
  ['appendonly', ({ info }) => said(info, 'aof_enabled', () => ok('appendonly yes'))],
  ['appendfsync', fsyncOf],
  ['disk', diskOf],
  ['latency', latencyOf],
  ['clock', clockOf],
];

/** What a server that takes no write is found to be wrong with. */
const refusing = ['role', 'memory', 'disk'];

/** Looks whether Redis can be reached, keeps what it gets and is fast enough. It writes one key, which is gone at once. */
export async function redisChecks(redis: ExaminedRedis): Promise<readonly Check[]> {
  const findings = await redis.look();
  const away = findings.filter(({ about }) => about === 'reached');
  const servers = await redis.examine().catch(noneAnswers);
  const reached =
    away.length > 0
      ? away.map(asWrong)
      : [{ id: 'redis.reached', mark: 'ok', found: `${redis.name} answers.` } as const];
  return [
    ...reached,
    ...aspects.flatMap(([about, look]) => {
      const wrong = findings.filter((one) => one.about === about);
      if (wrong.length > 0) return wrong.map(asWrong);
      // How fast it writes is not known of one that takes no write, and its own line says why.
      if (about === 'latency' && findings.some((one) => refusing.includes(one.about))) return [];
      return seenIn(servers, about, look);
    }),
  ];
}

/** A line for each server where something is odd, else one for all of them; none where there is nothing to see. */
function seenIn(servers: readonly Server[], about: string, look: Look): readonly Check[] {
  const id = `redis.${about}`;
  const seen = servers.flatMap((server) => {
    const one = look(server);
    return one ? [{ server, one }] : [];
  });
  const odd = seen.filter(({ one }) => one.mark !== 'ok');
  if (odd.length > 0) {
    return odd.map(({ server, one }) => ({ id, ...one, found: `${server.name}: ${one.found}.` }));
  }
  const all = [...new Set(seen.map(({ one }) => one.found))].join('; ');
  return seen.length > 0 ? [{ id, mark: 'ok', found: `${all}.` }] : [];
}

/** The findings say why. */
function noneAnswers(fault: unknown): readonly Server[] {
  if (isOurMistake(fault)) throw fault;
  return [];
}

const asWrong = ({ about, found, fix }: Finding): Check => ({
  id: `redis.${about}`,
  mark: 'wrong',
  found,
  fix,
});

const ok = (found: string): Seen => ({ mark: 'ok', found });

/** Hosts may leave fields out of INFO. */
function said(info: Server['info'], field: string, seen: (value: string) => Seen): Seen {
  const value = info.get(field);
  if (value !== undefined) return seen(value);
  return { mark: 'unknown', found: `it does not say its ${field}`, fix: 'Ask whoever runs it.' };
}

function versionOf(info: Server['info']): string {
  const valkey = info.get('valkey_version');
  return valkey === undefined ? `Redis ${info.get('redis_version') ?? ''}` : `Valkey ${valkey}`;
}

function memoryOf({ info }: Server): Seen {
  const field = (name: string) => Number(info.get(name) ?? 0);
  const human = (name: string) => info.get(`${name}_human`) ?? '';
  const limited = field('maxmemory') > 0;
  const most = limited ? 'maxmemory' : 'total_system_memory';
  const limit = limited
    ? `of ${human('maxmemory')} (maxmemory)`
    : `of the machine's ${human('total_system_memory') || 'memory'} (no maxmemory)`;
  const found = `${human('used_memory')} used ${limit}`;
  const isScarce = field(most) > 0 && field('used_memory') >= scarceMemory * field(most);
  return isScarce ? { mark: 'note', found, fix: 'Give it more memory before it is full.' } : ok(found);
}

function fsyncOf({ appendfsync, info }: Server): Seen | undefined {
  if (info.get('aof_enabled') === '0') return undefined;
  if (appendfsync === undefined) {
    const ask = 'Ask whoever runs it for appendfsync always.';
    return { mark: 'unknown', found: 'it lets nobody ask for appendfsync (CONFIG)', fix: ask };
  }
  if (appendfsync === 'always') return ok('appendfsync always');
  const found = `it may lose a second of records when its machine fails (appendfsync ${appendfsync})`;
  return { mark: 'note', found, fix: 'Set appendfsync always.' };
}

/** What the last attempts to write the disk came to, by INFO's fields. https://redis.io/docs/latest/commands/info/ */
const diskFields = ['aof_last_write_status', 'aof_last_bgrewrite_status', 'rdb_last_bgsave_status'];

function diskOf({ info }: Server): Seen {
  const failed = diskFields.filter((field) => !['ok', undefined].includes(info.get(field)));
  if (failed.length > 0) {
    const found = `it could not write to its disk (${failed.join(', ')})`;
    return {
      mark: 'wrong',
      found,
      fix: 'Make room there, and let it write into its folder; its log says more.',
    };
  }
  return said(info, 'aof_last_write_status', () => ok('Its last writes to the disk went well'));
}

function latencyOf({ pingMs, writeMs }: Server): Seen {
  if (writeMs === undefined) {
    return {
      mark: 'unknown',
      found: 'it takes no script that writes',
      fix: 'Allow this user EVAL, SET and PING.',
    };
  }
  const found = `${msText(pingMs)} for a round trip, ${msText(writeMs)} for a write`;
  const slowest = Math.max(pingMs, writeMs);
  if (slowest < slowMs) return ok(found);
  const fix = 'Run it near the desk, on a disk of its own: each press in Slack waits for about ten of them.';
  return { mark: slowest < tooSlowMs ? 'note' : 'wrong', found, fix };
}

const msText = (ms: number): string => `${ms.toFixed(ms < 10 ? 1 : 0)} ms`;

function clockOf({ aheadMs }: Server): Seen {
  if (aheadMs === undefined) {
    return { mark: 'unknown', found: 'it lets nobody ask for its time (TIME)', fix: 'Allow this user TIME.' };
  }
  const apartMs = Math.abs(aheadMs);
  if (apartMs <= mostApartMs) return ok("Its clock is within two seconds of this machine's");
  const found = `its clock is ${Math.round(apartMs / 1000)} seconds ${aheadMs > 0 ? 'ahead of' : 'behind'} this machine's`;
  return { mark: 'wrong', found, fix: 'Set both clocks by NTP (timedatectl).' };
}
