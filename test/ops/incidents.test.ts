import { expect, it } from 'vitest';
import { createIncidents } from '../../src/ops/incidents.js';
import { keptLog } from '../queue/open-queue.js';

it('a trouble is said once when it begins and once when it is over, however often it is met', () => {
  const { log, lines } = keptLog();
  const troubles = createIncidents(log);
  troubles.set('Redis', []);
  for (let met = 0; met < 3; met++) troubles.set('Redis', ['Redis is full.']);
  expect(troubles.lines()).toEqual(['Redis is full.']);
  for (let met = 0; met < 3; met++) troubles.set('Redis', []);
  expect(troubles.lines()).toEqual([]);
  expect(lines.map(({ msg }) => msg)).toEqual(['Redis is full.', 'Redis is well again.']);
});

it('a trouble that turns into another says the other one once, too', () => {
  const { log, lines } = keptLog();
  const troubles = createIncidents(log);
  troubles.set('Redis', ['Redis is away.']);
  troubles.set('Redis', ['Redis is loading.']);
  for (let turn = 0; turn < 3; turn++) {
    troubles.set('Redis', ['Redis is away.']);
    troubles.set('Redis', ['Redis is loading.']);
  }
  expect(troubles.lines()).toEqual(['Redis is loading.']);
  troubles.set('Redis', []);
  troubles.set('Redis', ['Redis is away.']);
  expect(lines.map(({ msg }) => msg)).toEqual([
    'Redis is away.',
    'Redis is loading.',
    'Redis is well again.',
    'Redis is away.',
  ]);
});
