import { expect, it } from 'vitest';
import { pressRows, smallest } from '../../scripts/bench/press.js';

it('the desk and the bare app both acknowledge and show who holds a card, in processes of their own', async () => {
  const redisUrl = process.env.REDIS_URL ?? '';
  const rows = await pressRows({ redisUrl, quick: true, say: () => {} }, smallest);
  expect(rows.map(({ row }) => row)).toEqual([
    'press to ack, one presser, p50',
    'press to ack, one presser, p99',
    'press to ack, 50 pressers on one card, p50',
    'press to ack, 50 pressers on one card, p99',
    'press to holder shown, one presser',
    'press to holder shown, 50 pressers on one card',
    'refusals told before the holder is shown, 50 pressers on one card',
  ]);
  const timed = rows.filter(({ unit }) => unit === 'ms');
  expect(timed.every(({ measured, baseline }) => measured > 0 && Number(baseline?.value) > 0)).toBe(true);
});
