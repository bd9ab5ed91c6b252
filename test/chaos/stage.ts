import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { environmentOf } from '../../scripts/dev-desk.js';
import { createSandbox, type Sandbox } from '../../src/sandbox/sandbox.js';
import { type OwnRedis, startOwnRedis } from '../fakes/own-redis.js';
import { type FaultProxy, startFaultProxy } from './fault-proxy.js';
import { openBlueskyTown } from './towns/bluesky-town.js';
import type { Entry, Town } from './towns/town.js';
import { openXTown } from './towns/x-town.js';

export interface StagedDesk {
  readonly id: string;
  readonly channel: string;
  readonly handle: string;
  readonly network: Town['network'];
  /** It is the private side of a desk: this is the id of that desk. */
  readonly of?: string;
}

export interface Robot {
  readonly user: string;
  readonly signature: string;
}

/** What is needed to read the state of desks from outside. */
export interface Witnesses {
  readonly sandbox: Sandbox;
  /** The desks' Redis itself, without the proxy. */
  readonly redisUrl: string;
  readonly desks: readonly StagedDesk[];
  /** The private side of the first desk, if it watches private messages: its staff without the onlooker. */
  readonly inside?: StagedDesk;
  readonly deskFile: string;
  readonly prefix: string;
  readonly env: Readonly<Record<string, string>>;
}

/** Starts both sandboxes and a Redis behind a fault proxy. Gives the desk file and the environment of the processes. */
export interface Stage extends Witnesses {
  readonly redis: OwnRedis;
  readonly proxy: FaultProxy;
  readonly staff: readonly Robot[];
  /** An act of a sandbox's people. */
  readonly slack: Act;
  readonly x: Act;
  readonly bluesky: Act;
  townOf(desk: StagedDesk): Town;
  close(): Promise<void>;
}

/** Somebody on the staff of all desks who only looks, and who is not in the private channel. */
export const onlooker: Robot = { user: 'U0LOOKER01', signature: 'LO' };

export type Args = Record<string, unknown>;
export type Act = (act: string, args: Args) => Promise<Args>;

/** Where the desks are: all on one network, or by turns on each. */
export const placements = {
  x: ['x'],
  bluesky: ['bluesky'],
  both: ['x', 'bluesky'],
} as const satisfies Readonly<Record<string, readonly Town['network'][]>>;
export type Placement = keyof typeof placements;

/** A morning, so that no run goes past midnight. */
const startAt = Date.UTC(2026, 10, 24, 6);
/** What stands at the end of each private answer. */
const privacyPolicy = 'https://library.example/privacy';
export const policyLine = `How we treat what you write to us: ${privacyPolicy}`;
const goodForMinutes = 5;
const undoSeconds = 10;
const keptDays = 3;
/** What is closed is kept for so long; the library is open each day. */
export const keptMs = keptDays * 24 * 3_600_000;
export const send = { goodForMs: goodForMinutes * 60_000, undoMs: undoSeconds * 1_000 };

export async function setStage(
  seed: number,
  speed: number,
  size: { desks: number; staff: number; network?: Placement },
): Promise<Stage> {
  const sandbox = await createSandbox({ seed, speed, startAt });
  const redis = await startOwnRedis();
  const proxy = await startFaultProxy(redis.url);
  const act =
    (side: 'slack' | 'x' | 'bluesky'): Act =>
    async (name, args) => {
      const run = sandbox[side].acts[name];
      if (!run) throw new Error(`No act '${name}'.`);
      return (await run(args)) as Args;
    };
  const [slack, x, bluesky] = [act('slack'), act('x'), act('bluesky')];
  const towns = { x: await openXTown(x, seed), bluesky: openBlueskyTown(bluesky, sandbox.blueskyUrl) };
  const staff: Robot[] = [];
  for (let n = 1; n <= size.staff; n++) {
    const user = `U0ROBOT${String(n).padStart(2, '0')}`;
    await slack('addPerson', { name: `robot${n}`, id: user, real_name: `Robot${n} Staff` });
    staff.push({ user, signature: `R${n}` });
  }
  await slack('addPerson', { name: 'onlooker', id: onlooker.user, real_name: 'Onlooker Staff' });
  const everybody = [...staff, onlooker];
  const desks: StagedDesk[] = [];
  const entries: Record<string, Entry> = {};
  const secrets: Record<string, string> = {};
  const around = placements[size.network ?? 'x'];
  for (let n = 1; n <= size.desks; n++) {
    const town = towns[around[(n - 1) % around.length] ?? 'x'];
    const [id, handle] = [`desk${n}`, town.libraryHandle(n)];
    const channel = `C0CHAOS${String(n).padStart(2, '0')}`;
    const members = everybody.map(({ user }) => user);
    await slack('addChannel', { id: channel, name: `desk-${n}`, members, bot: true });
    const { entry, env } = await town.openLibrary({ id, handle, name: `Library ${n}` });
    await town.post(handle, 'Which book did you last press into somebody’s hands?');
    entries[id] = entry;
    Object.assign(secrets, env);
    desks.push({ id, channel, handle, network: town.network });
  }

  const [first] = desks;
  const inside =
    first?.network === 'x'
      ? { ...first, id: `${first.id}-private`, channel: 'C0INSIDE01', of: first.id }
      : undefined;
  if (inside) {
    const members = staff.map(({ user }) => user);
    await slack('addChannel', { id: inside.channel, name: 'x-inside', kind: 'private', members, bot: true });
  }

  const home = await mkdtemp(join(tmpdir(), 'greeting-desk-chaos-'));
  const deskFile = join(home, 'desk.yaml');
  await writeFile(deskFile, JSON.stringify(deskFileOf(desks, entries, staff, inside)));
  const prefix = 'chaos';
  return {
    sandbox,
    redis,
    redisUrl: redis.url,
    proxy,
    desks,
    ...(inside && { inside }),
    staff,
    deskFile,
    prefix,
    env: { ...environmentOf(sandbox, proxy.url, prefix), ...secrets },
    slack,
    x,
    bluesky,
    townOf: ({ network }) => towns[network],
    close: async () => {
      await proxy.close();
      await redis.close();
      await sandbox.close();
      await rm(home, { recursive: true, force: true });
    },
  };
}

/** JSON is YAML too. The library is always open, and the robots are on shift by turns. */
function deskFileOf(
  desks: readonly StagedDesk[],
  entries: Readonly<Record<string, Entry>>,
  staff: readonly Robot[],
  inside: StagedDesk | undefined,
) {
  const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
  const keyOf = (at: number) => `robot${at + 1}`;
  return {
    desks: Object.fromEntries(
      desks.map(({ id, channel, network }, n) => [
        id,
        {
          channel,
          ...entryOf(entries[id], id === inside?.of ? inside : undefined),
          timeZone: 'Europe/London',
          openHours: Object.fromEntries(days.map((day) => [day, ['00:00-24:00']])),
          staff: {
            ...Object.fromEntries(
              staff.map(({ user, signature }, at) => [
                keyOf(at),
                {
                  slack: user,
                  name: `Robot${at + 1}`,
                  signature,
                  ...(network === 'x' ? { xSignIn: true } : {}),
                  ...(at === 0 ? { lead: true } : {}),
                },
              ]),
            ),
            onlooker: {
              slack: onlooker.user,
              name: 'Onlooker',
              signature: onlooker.signature,
              ...(network === 'x' ? { xSignIn: true } : {}),
            },
          },
          shifts: [{ days, at: ['00:00-24:00'], who: [keyOf(n % staff.length)] }],
          send: { undoSeconds, goodForMinutes },
          keep: { openDays: keptDays },
        },
      ]),
    ),
  };
}

/** What desk.yaml says of the account. Private messages, and what they end with, are on X alone. */
const entryOf = (entry: Entry = {}, inside: StagedDesk | undefined) => ({
  ...entry,
  ...(entry.x && {
    x: { ...entry.x, ...(inside && { privateMessages: { channel: inside.channel } }) },
    privacyPolicy,
  }),
});
