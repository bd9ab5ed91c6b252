import { describe } from 'vitest';
import { timings } from '../../src/core/timings.js';
import { cardsContract } from '../contracts/cards.js';
import { dueContract } from '../contracts/due.js';
import { watermarksContract } from '../contracts/watermarks.js';
import { fakeCards } from '../fakes/cards.js';
import { fakeDue } from '../fakes/due.js';
import { fakeWatermarks } from '../fakes/watermarks.js';
import { openStore } from './open-store.js';

async function openFakes() {
  const due = fakeDue();
  return { due, cards: fakeCards(due, timings), watermarks: fakeWatermarks(), close: async () => {} };
}

describe.each([
  ['in Redis', openStore],
  ['in memory', openFakes],
])('%s', (_where, open) => {
  describe('cards', () => cardsContract(() => open()));
  describe('due list', () => dueContract(() => open()));
  describe('watermarks', () => watermarksContract(() => open()));
});
