import { timings } from '../../src/core/timings.js';
import type { Ports } from '../../src/ports.js';
import { aDesk } from '../build.js';
import { type FakeBoard, fakeBoard } from './board.js';
import { type FakeCards, fakeCards } from './cards.js';
import { type FakeClock, fakeClock } from './clock.js';
import { type FakeDue, fakeDue } from './due.js';
import { type FakeNetwork, fakeNetwork } from './network.js';
import { fakeWatermarks } from './watermarks.js';

export interface FakePorts extends Ports {
  readonly clock: FakeClock;
  readonly cards: FakeCards;
  readonly due: FakeDue;
  readonly network: FakeNetwork;
  readonly board: FakeBoard;
}

/** All that flows may touch, in memory: a Tuesday at 10:42, Ana on shift. */
export function fakePorts(given: Partial<FakePorts> = {}): FakePorts {
  const clock = given.clock ?? fakeClock();
  const due = given.due ?? fakeDue();
  return {
    desk: aDesk(),
    timings,
    clock,
    due,
    cards: fakeCards(due, timings),
    watermarks: fakeWatermarks(),
    network: fakeNetwork(clock),
    board: fakeBoard(),
    ...given,
  };
}
