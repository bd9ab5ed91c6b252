import { timings } from '../../src/core/due/timings.js';
import type { Ports } from '../../src/ports.js';
import { aDesk } from '../build.js';
import { type FakeBoard, fakeBoard } from './board.js';
import { type FakeCards, fakeCards } from './cards.js';
import { type FakeCharts, fakeCharts } from './charts.js';
import { type FakeClock, fakeClock } from './clock.js';
import { type FakeDue, fakeDue } from './due.js';
import { fakeForgotten } from './forgotten.js';
import { type FakeHomes, fakeHomes } from './homes.js';
import { type FakeJournal, fakeJournal } from './journal.js';
import { fakeKeptReplies } from './kept-replies.js';
import { fakeLedger } from './ledger.js';
import { type FakeNetwork, fakeNetwork } from './network.js';
import { fakeOurPosts } from './our-posts.js';
import { fakeOutcomes } from './outcomes.js';
import { fakePanels } from './panels.js';
import { fakePersons } from './persons.js';
import { type FakeRecovery, fakeRecovery } from './recovery.js';
import { fakeSettings } from './settings.js';
import { fakeSnapshots } from './snapshots.js';
import { fakeWatermarks } from './watermarks.js';
import { type FakeWorld, fakeWorld } from './world.js';

export interface FakePorts extends Ports {
  readonly clock: FakeClock;
  readonly cards: FakeCards;
  readonly due: FakeDue;
  readonly homes: FakeHomes;
  readonly journal: FakeJournal;
  readonly network: FakeNetwork;
  readonly board: FakeBoard;
  readonly charts: FakeCharts;
  readonly recovery: FakeRecovery;
  /** The boot and the pause, which every write reads. */
  readonly world: FakeWorld;
}

/** All ports in memory, on a Tuesday at 10:42 with Ana on shift. */
export function fakePorts(given: Partial<FakePorts> = {}): FakePorts {
  const clock = given.clock ?? fakeClock();
  const due = given.due ?? fakeDue();
  const world = given.world ?? fakeWorld();
  const homes = given.homes ?? fakeHomes(due);
  return {
    desk: aDesk(),
    timings,
    clock,
    due,
    world,
    cards: fakeCards(due, timings, world, given.desk ?? aDesk(), homes),
    panels: fakePanels(due, world, given.desk ?? aDesk()),
    settings: fakeSettings(world, due, homes),
    snapshots: fakeSnapshots(homes),
    homes,
    ourPosts: fakeOurPosts(),
    keptReplies: fakeKeptReplies(world),
    outcomes: fakeOutcomes(due, world),
    journal: fakeJournal(),
    forgotten: fakeForgotten(),
    ledger: fakeLedger(),
    persons: fakePersons(),
    recovery: fakeRecovery(clock, world),
    watermarks: fakeWatermarks(),
    network: fakeNetwork(clock),
    board: fakeBoard(),
    charts: fakeCharts(),
    ...given,
  };
}
