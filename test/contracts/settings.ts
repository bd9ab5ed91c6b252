import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Pause } from '../../src/core/card/card.js';
import { emptySettings } from '../../src/core/desk/desk-settings.js';
import type { Cards, Settings, WriteContext } from '../../src/ports/documents.js';
import type { Due } from '../../src/ports/due.js';
import { aCard, ana, carla, minutes, tuesday } from '../build.js';

const statement: Pause = { by: carla, at: tuesday, reason: 'statement “coming” \n' };

/** What every store of the settings promises. */
export function settingsContract(
  open: () => Promise<{ settings: Settings; cards: Cards; due: Due; close(): Promise<void> }>,
): void {
  let settings: Settings;
  let cards: Cards;
  let due: Due;
  let close: () => Promise<void>;
  beforeEach(async () => {
    ({ settings, cards, due, close } = await open());
  });
  afterEach(() => close());

  const pause = (given: Pause | undefined) =>
    settings.change(({ pause: _ended, ...rest }) => ({
      next: given ? { ...rest, pause: given } : rest,
      result: undefined,
    }));
  const worldOfAWrite = async () => {
    const { id } = aCard();
    return (await cards.change(id, (card, world) => ({ next: card, result: world }))) as WriteContext;
  };

  it('are empty at first', async () => {
    expect(await settings.get()).toEqual(emptySettings);
  });

  it('what its covers have to do is due with them, and other changes leave that alone', async () => {
    const dueNow = (now: number) =>
      due.take(now, minutes(1), 9).then((all) => all.filter(({ job }) => job === 'covers'));
    const request = { id: '1', whose: ana, fromMs: tuesday, toMs: tuesday + 5, askedBy: ana, askedAt: 1 };
    const keeps = (told: number) =>
      settings.change((now) => ({
        next: { ...now, covers: [{ ...request, version: 1, told }] },
        result: undefined,
      }));
    await keeps(0);
    expect(await dueNow(tuesday)).toEqual([{ job: 'covers', id: 'desk', at: 0 }]);
    await keeps(1);
    await pause(statement);
    expect(await dueNow(tuesday)).toEqual([]);
    expect(await dueNow(tuesday + 5)).toEqual([{ job: 'covers', id: 'desk', at: tuesday + 5 }]);
    await settings.change((now) => ({ next: { ...now, covers: [] }, result: undefined }));
    expect(await dueNow(tuesday + minutes(9))).toEqual([]);
  });

  it('a pause holds for every later write of a card, until it ends', async () => {
    expect((await worldOfAWrite()).pause).toBeUndefined();
    await pause(statement);
    expect((await worldOfAWrite()).pause).toEqual(statement);
    await pause(undefined);
    expect((await worldOfAWrite()).pause).toBeUndefined();
  });
}
