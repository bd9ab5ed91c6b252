import { Redis } from 'ioredis';
import { expect, it, onTestFinished } from 'vitest';
import { startOwnRedis } from '../fakes/own-redis.js';
import { openScene, scene } from './scene.js';

const others = Array.from({ length: 99 }, (_, n) => ({
  id: `branch${n}`,
  handle: `branch_${n}`,
  channel: `C0BRANCH${String(n).padStart(3, '0')}`,
  keys: { appKey: `k${n}`, appSecret: `s${n}`, accessToken: `t${n}`, accessSecret: `u${n}` },
}));

const branches = others
  .map(
    ({ id, handle, channel }) => `
  ${id}:
    channel: ${channel}
    x: { handle: ${handle}, secrets: ${id.toUpperCase()}, plan: self-serve }
    timeZone: Europe/London
    openHours: { tue: ["09:00-17:00"] }
    staff:
      ana: { slack: U0ANA0001, name: Ana, signature: AK, lead: true, xSignIn: true }
    shifts: [{ days: [tue], at: ["09:00-17:00"], who: [ana] }]
`,
  )
  .join('');

const secrets = Object.fromEntries(
  others.flatMap(({ id, keys }) => [
    [`X_${id.toUpperCase()}_APP_KEY`, keys.appKey],
    [`X_${id.toUpperCase()}_APP_SECRET`, keys.appSecret],
    [`X_${id.toUpperCase()}_ACCESS_TOKEN`, keys.accessToken],
    [`X_${id.toUpperCase()}_ACCESS_SECRET`, keys.accessSecret],
  ]),
);

/** How often each account's mentions were read. */
function reads(): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { kind, caller } of scene.sandbox.journal.read()) {
    if (kind !== 'GET /2/users/:id/mentions') continue;
    counts.set(String(caller), (counts.get(String(caller)) ?? 0) + 1);
  }
  return counts;
}

/** The accounts whose mentions were not read so often. */
const missed = (times: number) =>
  ['centrallibrary', ...others.map(({ handle }) => handle)].filter(
    (handle) => (reads().get(handle) ?? 0) < times,
  );

it('a hundred desks share few connections, warn of nothing, and each reads X in every interval', async () => {
  const warnings: string[] = [];
  const heard = ({ name, message }: Error) => void warnings.push(`${name}: ${message}`);
  process.on('warning', heard);
  onTestFinished(() => void process.off('warning', heard));
  const own = await startOwnRedis();
  onTestFinished(() => own.close());
  await openScene({
    redisUrl: own.url,
    mayLoseBooks: true,
    desk: (text) => text + branches,
    env: secrets,
    prepare: async ({ slack, x }) => {
      for (const { handle, channel, keys } of others) {
        await x.acts.addAccount?.({ handle, name: handle, credentials: keys });
        await slack.acts.addChannel?.({ name: handle, id: channel, members: ['ana'], bot: true });
      }
    },
  });
  expect(missed(1)).toEqual([]);

  const redis = new Redis(own.url);
  const clients = String(await redis.client('LIST'))
    .trim()
    .split('\n');
  redis.disconnect();
  expect(clients.length).toBeLessThanOrEqual(50);

  for (const times of [2, 3]) {
    scene.sandbox.clock.advance(60_000);
    await scene.app.idle();
    expect(missed(times)).toEqual([]);
  }
  expect(warnings).toEqual([]);
}, 120_000);
