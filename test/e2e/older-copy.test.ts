import { expect, it, onTestFinished } from 'vitest';
import { startOwnRedis } from '../fakes/own-redis.js';
import { carla, channel, type ShownMessage } from './desk.js';
import { hands, openScene, scene } from './scene.js';

const minutes = (count: number) => count * 60_000;

/** All that stands in the channel and in the app's conversation with Carla, who leads. */
async function standing(): Promise<string> {
  const { channels } = (await scene.slack('workspace', {})) as {
    channels: { id: string; kind: string; members: string[] }[];
  };
  const private_ = channels.find(({ kind, members }) => kind === 'im' && members.includes(carla));
  const all = [channel, ...(private_ ? [private_.id] : [])].map((id) =>
    scene.slack('messages', { channel: id }),
  );
  const found = (await Promise.all(all)) as unknown as { messages: ShownMessage[] }[];
  return found.flatMap(({ messages }) => messages.map(({ text }) => text)).join('\n');
}

it('an older copy comes back: what nobody keeps true any more is taken away, and the rest stays', {
  timeout: 60_000,
}, async () => {
  const redis = await startOwnRedis();
  onTestFinished(() => redis.close());
  await openScene({ redisUrl: redis.url, mayLoseBooks: true });
  await scene.mention('maya_reads', 'Maya Ortiz', '@centrallibrary Are you open tonight?');
  await redis.backUp();

  await scene.mention('leo_b', 'Leo Brandt', '@centrallibrary Is the lift working?');
  await scene.x('addAccount', { handle: 'zoe_w', name: 'Zoe Wild' });
  const { id } = await scene.x('post', { by: 'zoe_w', text: '@centrallibrary Do you lend ukuleles?' });
  await scene.pass(minutes(2));
  const { faults } = scene.sandbox;
  for (const list of ['mentions', 'followers', 'tweets']) {
    const call = `GET /2/users/:id/${list}`;
    faults.plan({ side: 'x', call, when: 'before', how: 'status', status: 503, times: 10_000 });
  }
  await scene.pass(minutes(15));
  const before = await standing();
  expect(before).toContain('ukuleles');
  expect(before.match(/Nothing could be read from X since/gu)).toHaveLength(2);
  faults.clear();
  await scene.x('delete', { id: String(id) });

  await redis.restore();
  await expect
    .poll(
      () =>
        scene.app.idle().then(
          () => true,
          () => false,
        ),
      { timeout: 10_000 },
    )
    .toBe(true);
  await scene.pass(minutes(6));
  const after = await standing();
  expect(after).not.toContain('ukuleles');
  expect(after).not.toContain('Nothing could be read');
  expect(await hands.shown('Maya Ortiz')).toContain('Are you open tonight?');
  expect(await hands.shown('Leo Brandt')).toContain('Is the lift working?');
});
