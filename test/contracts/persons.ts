import { afterEach, beforeEach, expect, it } from 'vitest';
import type { PanelRef } from '../../src/core/board/panel.js';
import { deskId, panelId } from '../../src/core/ids.js';
import type { Persons } from '../../src/ports/persons.js';
import { ana, ben, minutes, tuesday } from '../build.js';

const reminder = (desk: string): PanelRef => ({ desk: deskId(desk), panel: panelId('reminder-U0ANA0001-1') });
const central = reminder('central');
const branch = reminder('branch');
const hour = minutes(60);

/** What every store of what counts for a person promises. */
export function personsContract(open: () => Promise<{ persons: Persons; close(): Promise<void> }>): void {
  let persons: Persons;
  let close: () => Promise<void>;
  beforeEach(async () => {
    ({ persons, close } = await open());
  });
  afterEach(() => close());

  const asks = (who: PanelRef, now = tuesday, instead?: PanelRef) =>
    persons.voice(ana, 'reminder', who, now, hour, instead);

  it('counts up under a name, for each person', async () => {
    const counts = await Promise.all(Array.from({ length: 5 }, () => persons.count(ana, 'named-1', hour)));
    expect(counts.toSorted()).toEqual([1, 2, 3, 4, 5]);
    expect(await persons.count(ana, 'named-2', hour)).toBe(1);
    expect(await persons.count(ben, 'named-1', hour)).toBe(1);
  });

  it('lets one of several speak, and says to each which', async () => {
    const given = await Promise.all([central, branch, central, branch].map((who) => asks(who)));
    const [first] = given;
    expect(new Set(given.map(({ desk }) => desk)).size).toBe(1);
    expect(given).toEqual(given.map(() => first));
    expect(first?.at).toBe(tuesday);
  });

  it('is the same for whoever asks again, however late', async () => {
    await asks(central);
    expect(await asks(central, tuesday + 2 * hour)).toEqual({ ...central, at: tuesday });
  });

  it('lets another speak when the time is over, also on a clock that was set back', async () => {
    await asks(central);
    expect(await asks(branch, tuesday + hour - 1)).toEqual({ ...central, at: tuesday });
    expect(await asks(branch, tuesday + hour)).toEqual({ ...branch, at: tuesday + hour });
    expect(await asks(central, tuesday - hour)).toEqual({ ...central, at: tuesday - hour });
  });

  it('lets another speak instead of one that can not, and only instead of that one', async () => {
    await asks(central);
    const archive = reminder('archive');
    expect(await asks(branch, tuesday + 1, archive)).toEqual({ ...central, at: tuesday });
    expect(await asks(branch, tuesday + 1, central)).toEqual({ ...branch, at: tuesday + 1 });
    expect(await asks(archive, tuesday + 2, central)).toEqual({ ...branch, at: tuesday + 1 });
  });

  it('keeps apart what is said, and to whom', async () => {
    await asks(central);
    expect(await persons.voice(ana, 'rest', branch, tuesday, hour)).toMatchObject(branch);
    expect(await persons.voice(ben, 'reminder', branch, tuesday, hour)).toMatchObject(branch);
  });
}
