import { describe, expect, it } from 'vitest';
import type { Panel } from '../../../src/core/board/panel.js';
import { panelId } from '../../../src/core/ids.js';
import {
  cardEndsAt,
  panelEndsAt,
  panelPurgeAt,
  purgeAt,
  recordForMs,
} from '../../../src/core/keeping/keeping-times.js';
import { purgedCard } from '../../../src/core/keeping/purged-card.js';
import { purgedPanel } from '../../../src/core/keeping/purged-panel.js';
import { aCard, aDesk, ana, aRota, tuesday } from '../../build.js';
import { aCardIn } from '../card/card-in.js';

const hour = 60 * 60_000;
const day = 24 * hour;
/** Open from Tuesday to Thursday. */
const hours = [{ fromMinute: 9 * 60, toMinute: 17 * 60 }];
const rota = aRota({
  openHours: { mon: [], tue: hours, wed: hours, thu: hours, fri: [], sat: [], sun: [] },
});
const desk = aDesk({ rota });
const closed = (changedAt: number) => aCard({ ...aCardIn('sent'), changedAt });

describe('what a closed card contains goes', () => {
  it('at the same time of day, on the third day on which the library opens', () => {
    // Wednesday, Thursday, and the Tuesday after.
    expect(purgeAt(desk, closed(tuesday))).toBe(tuesday + 7 * day);
    expect(purgeAt({ ...desk, keep: { openDays: 1 } }, closed(tuesday))).toBe(tuesday + day);
  });

  it('also where it closed while the library was', () => {
    const sunday = tuesday + 5 * day;
    expect(purgeAt(desk, closed(sunday))).toBe(sunday + 4 * day);
  });

  it('after days of the calendar where the library opens no more', () => {
    const never = aRota({ openHours: { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] } });
    expect(purgeAt({ ...desk, rota: never }, closed(tuesday))).toBe(tuesday + 3 * day);
  });

  it('not before the time until which a lead keeps it, and not later', () => {
    const hold = { by: ana, at: tuesday, until: tuesday + 20 * day, reason: 'a complaint' };
    expect(purgeAt(desk, { ...closed(tuesday), hold })).toBe(hold.until);
    expect(purgeAt(desk, { ...closed(tuesday), hold: { ...hold, until: tuesday + hour } })).toBe(
      tuesday + 7 * day,
    );
  });

  it('at once where nothing of it is left on X, also where a lead keeps it, once people were told', () => {
    const hold = { by: ana, at: tuesday, until: tuesday + 20 * day, reason: 'a complaint' };
    for (const state of ['sent', 'dismissed', 'expired', 'withdrawn'] as const) {
      const card = { ...aCardIn(state), changedAt: tuesday, hold };
      const gone = { ...card, acts: card.acts.map((act) => ({ ...act, gone: true as const })) };
      expect(purgeAt(desk, gone), state).toBe(tuesday);
      const told = { event: 'removed', to: ana, at: tuesday } as const;
      expect(purgeAt(desk, { ...gone, pending: [told] }), state).toBe(hold.until);
    }
  });

  it('never while it is open, unsure, unfinished or flagged', () => {
    for (const state of [
      'open',
      'claimed',
      'in-review',
      'sending',
      'posting',
      'unsure',
      'handed-off',
    ] as const)
      expect(purgeAt(desk, aCardIn(state)), state).toBeUndefined();
    expect(purgeAt(desk, { ...closed(tuesday), flag: { by: ana, at: tuesday } })).toBeUndefined();
  });

  it('once; its record goes 400 days after its last change', () => {
    const purged = purgedCard(closed(tuesday), tuesday + 7 * day);
    expect(purgeAt(desk, purged)).toBeUndefined();
    expect(cardEndsAt(purged)).toBe(tuesday + recordForMs);
    expect(cardEndsAt(closed(tuesday))).toBeUndefined();
  });
});

describe('what a message for several cards says goes', () => {
  const told: Panel = {
    id: panelId('told-1'),
    format: 1,
    kind: 'told',
    to: ana,
    version: 1,
    startedAt: tuesday,
    closed: false,
    lists: [{ card: aCard().id }],
  };

  it('some open days after it began, where it is private and may quote somebody', () => {
    expect(panelPurgeAt(desk, told)).toBe(tuesday + 7 * day);
    expect(panelPurgeAt(desk, { ...told, kind: 'notice' })).toBeUndefined();
    const { to: _nobody, ...fold } = { ...told, kind: 'fold' as const };
    expect(panelPurgeAt(desk, fold)).toBeUndefined();
  });

  it('and then its record, which lists nothing any more', () => {
    const purged = purgedPanel(told, tuesday + 7 * day);
    expect(purged).toMatchObject({ closed: true, lists: [], version: 2 });
    expect(panelEndsAt(purged)).toBe(tuesday + 37 * day);
    expect(panelEndsAt(told)).toBe(tuesday + recordForMs);
  });
});
