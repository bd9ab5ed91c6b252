import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { slackUserId } from '../../src/core/ids.js';
import type { Homes } from '../../src/ports/board.js';
import type { Cards, Settings } from '../../src/ports/documents.js';
import type { Due } from '../../src/ports/due.js';
import type { Snapshots } from '../../src/ports/snapshots.js';
import { aCard, ana, ben, minutes, tuesday } from '../build.js';

interface Open {
  readonly homes: Homes;
  readonly cards: Cards;
  readonly settings: Settings;
  readonly snapshots: Snapshots;
  readonly due: Due;
  close(): Promise<void>;
}

const leaseMs = minutes(1);

/** What every list of kept Homes promises. */
export function homesContract(open: () => Promise<Open>): void {
  let one: Open;
  beforeEach(async () => {
    one = await open();
  });
  afterEach(() => one.close());

  const isDue = async (now = tuesday) =>
    (await one.due.take(now, leaseMs, 100)).some(({ job, id }) => job === 'home' && id === 'desk');
  const people = async () => (await one.homes.visitors()).people;
  const writes: [string, () => Promise<unknown>][] = [
    ['a card', () => one.cards.change(aCard().id, () => ({ next: aCard(), result: undefined }))],
    [
      'the settings',
      () => one.settings.change((now) => ({ next: { ...now, notes: [] }, result: undefined })),
    ],
    ['a snapshot', () => one.snapshots.save('channel', { name: 'x-desk' }, tuesday)],
    ['something else', () => one.homes.changed()],
  ];

  describe.each(writes)('a write of %s', (_what, write) => {
    it('has nothing due while nobody looks', async () => {
      await write();
      expect(await isDue()).toBe(false);
    });

    it('has them due at once, also while they are brought up to date', async () => {
      await one.homes.opened(ana, tuesday);
      const { mark } = await one.homes.visitors();
      await one.homes.done(mark, tuesday + minutes(60));
      expect(await isDue()).toBe(false);
      const before = await one.homes.visitors();
      await write();
      expect(await isDue()).toBe(true);
      expect(await isDue()).toBe(false);
      await one.homes.done(before.mark, tuesday + minutes(60));
      expect(await isDue()).toBe(true);
    });
  });

  it('they are due when somebody opens theirs, and then when they turn', async () => {
    await one.homes.opened(ana, tuesday);
    expect(await isDue()).toBe(true);
    const { mark } = await one.homes.visitors();
    await one.homes.done(mark, tuesday + minutes(60));
    expect(await isDue(tuesday + minutes(59))).toBe(false);
    expect(await isDue(tuesday + minutes(60))).toBe(true);
  });

  it('a snapshot that says the same changes nothing', async () => {
    await one.snapshots.save('channel', { name: 'x-desk' }, tuesday);
    await one.homes.opened(ana, tuesday);
    const { mark } = await one.homes.visitors();
    await one.homes.done(mark, tuesday + minutes(60));
    await one.snapshots.save('channel', { name: 'x-desk' }, tuesday + 1);
    expect(await isDue()).toBe(false);
  });

  it('what somebody was shown is known until they come again', async () => {
    await one.homes.opened(ana, tuesday);
    await one.homes.published(ana, 'this', [tuesday, tuesday + 1]);
    expect(await people()).toEqual([
      { user: ana, openedAt: tuesday, shown: 'this', recent: [tuesday, tuesday + 1] },
    ]);
    await one.homes.opened(ana, tuesday + 2);
    expect(await people()).toEqual([{ user: ana, openedAt: tuesday + 2, recent: [tuesday, tuesday + 1] }]);
  });

  it('how long Slack asks to wait is known', async () => {
    expect((await one.homes.visitors()).heldUntil).toBe(0);
    await one.homes.waitUntil(tuesday);
    expect((await one.homes.visitors()).heldUntil).toBe(tuesday);
  });

  it('whoever is forgotten is not among them, and with the last of them nothing is due', async () => {
    await one.homes.opened(ana, tuesday);
    await one.homes.opened(ben, tuesday + 1);
    await one.homes.forget(ana);
    expect(await people()).toEqual([{ user: ben, openedAt: tuesday + 1, recent: [] }]);
    await one.homes.forget(ben);
    const { people: nobody, mark } = await one.homes.visitors();
    expect(nobody).toEqual([]);
    await one.homes.done(mark, tuesday);
    await one.homes.changed();
    expect(await isDue()).toBe(false);
    await one.homes.forget(slackUserId('U0NEVER01'));
  });
}
