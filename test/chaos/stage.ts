import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { environmentOf } from '../../scripts/dev-desk.js';
import { createSandbox, type Sandbox } from '../../src/sandbox/sandbox.js';
import { type OwnRedis, startOwnRedis } from '../fakes/own-redis.js';
import { type FaultProxy, startFaultProxy } from './fault-proxy.js';

export interface StagedDesk {
  readonly id: string;
  readonly channel: string;
  readonly handle: string;
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
  slack(act: string, args: Args): Promise<Args>;
  x(act: string, args: Args): Promise<Args>;
  close(): Promise<void>;
}

/** Somebody on the staff of all desks who only looks. */
export const onlooker: Robot = { user: 'U0LOOKER01', signature: 'LO' };

export type Args = Record<string, unknown>;

/** A morning, so that no run goes past midnight. */
const startAt = Date.UTC(2026, 10, 24, 6);
const goodForMinutes = 5;
const undoSeconds = 10;
export const send = { goodForMs: goodForMinutes * 60_000, undoMs: undoSeconds * 1_000 };

export async function setStage(
  seed: number,
  speed: number,
  size: { desks: number; staff: number },
): Promise<Stage> {
  const sandbox = await createSandbox({ seed, speed, startAt });
  const redis = await startOwnRedis();
  const proxy = await startFaultProxy(redis.url);
  const act = (side: 'slack' | 'x') => async (name: string, args: Args) => {
    const run = sandbox[side].acts[name];
    if (!run) throw new Error(`No act '${name}'.`);
    return (await run(args)) as Args;
  };
  const [slack, x] = [act('slack'), act('x')];

  // X would refuse the same words, which would hide a call that was made twice.
  await x('duplicates', { taken: true });
  // X's documents leave open whether a plain reply to us summons: with an odd seed it does.
  await x('summons', { plainReply: seed % 2 === 1 });
  const staff: Robot[] = [];
  for (let n = 1; n <= size.staff; n++) {
    const user = `U0ROBOT${String(n).padStart(2, '0')}`;
    await slack('addPerson', { name: `robot${n}`, id: user, real_name: `Robot${n} Staff` });
    staff.push({ user, signature: `R${n}` });
  }
  await slack('addPerson', { name: 'onlooker', id: onlooker.user, real_name: 'Onlooker Staff' });
  const everybody = [...staff, onlooker];
  const desks: StagedDesk[] = [];
  const secrets: Record<string, string> = {};
  for (let n = 1; n <= size.desks; n++) {
    const desk = { id: `desk${n}`, channel: `C0CHAOS${String(n).padStart(2, '0')}`, handle: `library${n}` };
    await slack('addChannel', {
      id: desk.channel,
      name: `x-desk-${n}`,
      members: everybody.map(({ user }) => user),
      bot: true,
    });
    const credentials = Object.fromEntries(
      ['appKey', 'appSecret', 'accessToken', 'accessSecret'].map((part) => [part, `${desk.id}-${part}`]),
    );
    await x('addAccount', { handle: desk.handle, name: `Library ${n}`, credentials });
    await x('post', { by: desk.handle, text: 'Which book did you last press into somebody’s hands?' });
    for (const [part, name] of Object.entries(secretNames))
      secrets[`X_DESK${n}_${name}`] = `${desk.id}-${part}`;
    desks.push(desk);
  }

  const home = await mkdtemp(join(tmpdir(), 'greeting-desk-chaos-'));
  const deskFile = join(home, 'desk.yaml');
  await writeFile(deskFile, JSON.stringify(deskFileOf(desks, staff)));
  const prefix = 'chaos';
  return {
    sandbox,
    redis,
    redisUrl: redis.url,
    proxy,
    desks,
    staff,
    deskFile,
    prefix,
    env: { ...environmentOf(sandbox, proxy.url, prefix), ...secrets },
    slack,
    x,
    close: async () => {
      await proxy.close();
      await redis.close();
      await sandbox.close();
      await rm(home, { recursive: true, force: true });
    },
  };
}

const secretNames = {
  appKey: 'APP_KEY',
  appSecret: 'APP_SECRET',
  accessToken: 'ACCESS_TOKEN',
  accessSecret: 'ACCESS_SECRET',
};

/** JSON is YAML too. The library is always open, and the robots are on shift by turns. */
function deskFileOf(desks: readonly StagedDesk[], staff: readonly Robot[]) {
  const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
  const keyOf = (at: number) => `robot${at + 1}`;
  return {
    desks: Object.fromEntries(
      desks.map(({ id, channel, handle }, n) => [
        id,
        {
          channel,
          x: { handle, secrets: id.toUpperCase(), plan: 'self-serve' },
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
                  xSignIn: true,
                  ...(at === 0 ? { lead: true } : {}),
                },
              ]),
            ),
            onlooker: {
              slack: onlooker.user,
              name: 'Onlooker',
              signature: onlooker.signature,
              xSignIn: true,
            },
          },
          shifts: [{ days, at: ['00:00-24:00'], who: [keyOf(n % staff.length)] }],
          send: { undoSeconds, goodForMinutes },
        },
      ]),
    ),
  };
}
