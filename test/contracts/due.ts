import { afterEach, beforeEach, expect, it } from 'vitest';
import type { DueEntry } from '../../src/core/due/due-entries.js';
import type { Due } from '../../src/ports/due.js';
import { minutes, tuesday } from '../build.js';

export interface OpenDue {
  readonly due: Due;
  close(): Promise<void>;
}

const poll = (id: string, at = tuesday): DueEntry => ({ job: 'poll', id, at });

/** What every due list promises. */
export function dueContract(open: () => Promise<OpenDue>): void {
  let due: Due;
  let close: () => Promise<void>;

  beforeEach(async () => {
    ({ due, close } = await open());
  });
  afterEach(() => close());

  const take = (now = tuesday, limit = 100) => due.take(now, minutes(1), limit);

  it('gives what is due, earliest first, and no more than asked for', async () => {
    await due.put(poll('c', tuesday));
    await due.put(poll('a', tuesday - 2));
    await due.put(poll('b', tuesday - 1));
    await due.put(poll('later', tuesday + 1));
    expect(await take(tuesday, 2)).toEqual([poll('a', tuesday - 2), poll('b', tuesday - 1)]);
    expect(await take()).toEqual([poll('c', tuesday)]);
    expect(await take()).toEqual([]);
  });

  it('gives each entry to one of many takers', async () => {
    const ids = Array.from({ length: 30 }, (_, n) => `poll-${n}`);
    for (const id of ids) await due.put(poll(id));
    const taken = await Promise.all(Array.from({ length: 12 }, () => take(tuesday, 5)));
    expect(
      taken
        .flat()
        .map(({ id }) => id)
        .sort(),
    ).toEqual(ids.sort());
  });

  it('gives an entry again after its lease, unless it was put at another time', async () => {
    await due.put(poll('left'));
    await due.put(poll('done'));
    expect(await take()).toHaveLength(2);
    await due.put(poll('done', tuesday + minutes(9)));
    expect(await take(tuesday + minutes(1) - 1)).toEqual([]);
    expect(await take(tuesday + minutes(1))).toMatchObject([{ id: 'left' }]);
  });

  it('ensures that a poll is there, and leaves the time of one that is', async () => {
    await due.ensure(poll('mentions', tuesday + 5), tuesday + 9);
    await due.ensure(poll('mentions', tuesday), tuesday + 9);
    expect(await take(tuesday + 4)).toEqual([]);
    expect(await take(tuesday + 5)).toMatchObject([{ id: 'mentions' }]);
  });

  it('ensures that a poll comes at the latest when it has to', async () => {
    await due.put(poll('mentions', tuesday + minutes(90)));
    await due.ensure(poll('mentions', tuesday), tuesday + 9);
    expect(await take(tuesday + 8)).toEqual([]);
    expect(await take(tuesday + 9)).toMatchObject([{ id: 'mentions' }]);
  });

  it('hastens what waits of some jobs, and nothing else', async () => {
    await due.put({ job: 'show', id: 'late', at: tuesday + minutes(9) });
    await due.put({ job: 'show', id: 'early', at: tuesday - 5 });
    await due.put({ job: 'panel', id: 'late', at: tuesday + minutes(9) });
    await due.put({ job: 'remind', id: 'late', at: tuesday + minutes(9) });
    await due.hasten(['show', 'panel'], tuesday);
    expect(await take()).toEqual([
      { job: 'show', id: 'early', at: tuesday - 5 },
      { job: 'panel', id: 'late', at: tuesday },
      { job: 'show', id: 'late', at: tuesday },
    ]);
  });

  it('postpones what is still on the list, and nothing that was taken off it', async () => {
    await due.put({ job: 'settle', id: 'open', at: tuesday });
    await due.postpone({ job: 'settle', id: 'open', at: tuesday + 5 });
    await due.postpone({ job: 'settle', id: 'sent', at: tuesday + 5 });
    expect(await due.overdue('settle', tuesday + 4)).toEqual([]);
    expect(await due.overdue('settle', tuesday + 5)).toEqual(['open']);
  });

  it('names what is overdue of a job, and takes nothing', async () => {
    await due.put({ job: 'purge', id: 'over', at: tuesday });
    await due.put({ job: 'purge', id: 'later', at: tuesday + 1 });
    await due.put({ job: 'purge-panel', id: 'another', at: tuesday - 1 });
    expect(await due.overdue('purge', tuesday)).toEqual(['over']);
    expect(await take()).toHaveLength(2);
    expect(await due.overdue('purge', tuesday)).toEqual([]);
  });

  it('knows when each poll last ended well', async () => {
    expect(await due.polledAt()).toEqual(new Map());
    await due.polled('mentions', tuesday);
    await due.polled('shifts', tuesday + 1);
    await due.polled('mentions', tuesday + 2);
    expect(await due.polledAt()).toEqual(
      new Map([
        ['mentions', tuesday + 2],
        ['shifts', tuesday + 1],
      ]),
    );
  });

  it('slots keep their distance, however many ask at once', async () => {
    const slots = await Promise.all(Array.from({ length: 5 }, () => due.reserveSlot(tuesday, 1_100)));
    expect(slots.sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4].map((n) => tuesday + n * 1_100));
    expect(await due.reserveSlot(tuesday + minutes(1), 1_100)).toBe(tuesday + minutes(1));
  });

  it('slots for texts that change with the time alone hold up no new message', async () => {
    await due.reserveSlot(tuesday, 1_100);
    const slots = [];
    for (let n = 0; n < 3; n++) slots.push(await due.reserveSlot(tuesday, 3_000, 'refresh'));
    expect(slots).toEqual([tuesday, tuesday + 3_000, tuesday + 6_000]);
    expect(await due.reserveSlot(tuesday, 1_100)).toBe(tuesday + 1_100);
  });

  it('slots begin anew where the last is further off than messages ever wait: a clock was set back', async () => {
    await due.reserveSlot(tuesday + minutes(60), 1_100);
    expect(await due.reserveSlot(tuesday, 1_100)).toBe(tuesday + minutes(60) + 1_100);
    expect(await due.reserveSlot(tuesday, 1_100)).toBe(tuesday);
  });
}
