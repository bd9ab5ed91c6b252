import { expect, it, onTestFinished } from 'vitest';
import { spentByKind } from '../../src/core/money/bill.js';
import { deskKeys } from '../../src/store/keys.js';
import { createOutcomes } from '../../src/store/network/outcomes.js';
import { connect } from '../store/connect.js';
import { openScene, scene } from './scene.js';
import { redisTexts } from './traces.js';

const hours = (count: number) => count * 3_600_000;
const seldom = {
  pollMentionsMs: hours(8),
  pollFollowersMs: hours(8),
  pollOwnPostsMs: hours(12),
  recheckMs: hours(8),
  pollColleaguesMs: hours(48),
  pollShiftsMs: hours(48),
};

/** A desk at the beginning of a month, and eight people who follow it on that day; gives their accounts. */
async function eightFollow(): Promise<readonly string[]> {
  await openScene({
    desk: (text) => `${text.trimEnd()}\n    outcomes: true\n`,
    sandbox: { startAt: Date.UTC(2026, 10, 2, 8) },
    overrides: { timings: seldom },
  });
  await scene.pass(hours(1));
  const ids: string[] = [];
  for (let n = 1; n <= 8; n++) {
    ids.push(String((await scene.x('addAccount', { handle: `fol_${n}`, name: `Fol ${n}` })).id));
    await scene.x('follow', { by: `fol_${n}` });
  }
  await scene.pass(hours(10));
  return ids;
}

const days = async (count: number) => {
  for (let n = 0; n < count; n++) await scene.pass(hours(24));
};
const stored = () => {
  const redis = connect();
  onTestFinished(() => redis.disconnect());
  return createOutcomes(redis, deskKeys(scene.environment.REDIS_PREFIX ?? '', 'central'));
};
const spentOn = async (kind: string) => {
  const bills = await Promise.all([scene.app.ledger.month(Date.UTC(2026, 10, 9)), scene.app.ledger.month()]);
  return bills.flatMap(spentByKind).reduce((sum, one) => sum + (one.kind === kind ? one.microUsd : 0), 0);
};

it('what came of follows is counted over a month, once, by two processes, at the price that was said', async () => {
  const ids = await eightFollow();
  await scene.x('post', { by: 'fol_1', text: '@centrallibrary When do you open?' });
  await scene.x('unfollow', { by: 'fol_2' });
  await scene.x('suspend', { handle: 'fol_3' });
  await days(8);
  await scene.another({ roles: ['worker'], timings: seldom }).start();
  await scene.x('unfollow', { by: 'fol_4' });
  await days(24);
  const [month, ...others] = await stored().all();
  expect(others).toEqual([]);
  expect(month).toMatchObject({
    id: '2026-11',
    followed: [],
    ended: [],
    counts: {
      'expired follows follows 7': 1,
      'expired left left no': 1,
      'expired gone gone no': 1,
      'expired follows left no': 1,
      'expired follows follows no': 4,
    },
  });
  const texts = await redisTexts(process.env.REDIS_URL ?? '');
  const keys = [...texts].filter(([key]) => key.includes(':outcome')).map(([key, text]) => `${key} ${text}`);
  expect(keys).toHaveLength(2);
  for (const id of ids) expect(keys.join('\n')).not.toContain(id);
  // After 7 days most stand on pages that were read anyway, after 30 each is asked for: a cent each.
  expect(await spentOn('outcomes')).toBeGreaterThan(0);
  expect(await spentOn('outcomes')).toBeLessThanOrEqual(8 * 2 * 10_000);
}, 120_000);
