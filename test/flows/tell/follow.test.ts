import { describe, expect, it } from 'vitest';
import type { Card } from '../../../src/core/card/card.js';
import { lineKey, withMessage } from '../../../src/core/card/message.js';
import type { Desk } from '../../../src/core/desk/desk.js';
import { dayMs } from '../../../src/core/durations.js';
import { actId, type PanelId, token } from '../../../src/core/ids.js';
import { followUp } from '../../../src/flows/after/after.js';
import { tellUrgent } from '../../../src/flows/after/tell-urgent.js';
import { remindOfFlags } from '../../../src/flows/remind/flags.js';
import { tellHandovers } from '../../../src/flows/remind/handover.js';
import { askIfIdle } from '../../../src/flows/remind/idle.js';
import { remind } from '../../../src/flows/remind/remind.js';
import { watchShifts } from '../../../src/flows/remind/shifts.js';
import { gatherRest } from '../../../src/flows/tell/rest.js';
import { joinTold } from '../../../src/flows/tell/tell.js';
import { aCard, aDesk, aMention, ana, aRota, ben, tuesday } from '../../build.js';
import { aCardIn } from '../../core/card/card-in.js';
import { fakeClock } from '../../fakes/clock.js';
import { type FakePorts, fakePorts } from '../../fakes/ports.js';

const at = (hour: number, minute = 0) => Date.UTC(2026, 10, 24, hour, minute);
const called = aMention({ at: at(12, 50) });
const flag = { by: ben, at: tuesday - 3 * dayMs };

/** How a card comes to stand in a private message, at which time, and in which shifts. */
interface Listing {
  readonly card: Card;
  readonly now: number;
  readonly shifts?: Desk['rota']['shifts'];
  list(ports: FakePorts, card: Card): Promise<unknown>;
}

const listings: Readonly<Record<string, Listing>> = {
  'a reminder': {
    card: aCard({ acts: [aMention({ at: at(9) })] }),
    now: at(16),
    list: (ports, card) => remind(ports, card.id),
  },
  'what one person is told': {
    card: aCardIn('claimed', {}, ben),
    now: at(11),
    list: (ports, card) =>
      joinTold(ports, ana, { card: card.id, telling: { what: 'flagged', of: 1 } }, at(11)),
  },
  'the rest of an hour': {
    card: aCard(),
    now: at(11),
    list: (ports, card) => gatherRest(ports, ana, card.id, at(11)),
  },
  'an urgent word': {
    card: aCard({ acts: [aMention({ id: actId('5001'), urgent: 'fire' })] }),
    now: at(11),
    list: (ports, card) => tellUrgent(ports, card, { event: 'urgent', act: actId('5001'), at: at(11) }),
  },
  'the flags of a lead': {
    card: aCardIn('claimed', { flag }, ben),
    now: at(11),
    list: (ports) => remindOfFlags(ports),
  },
  'a handover': {
    card: withMessage(aCard({ acts: [called] }), lineKey(called), {
      token: token('line'),
      ts: '1.1',
      slotAt: at(12, 50),
      shown: 1,
      to: ana,
    }),
    now: at(13, 1),
    shifts: [
      { days: ['tue'], at: [{ fromMinute: 540, toMinute: 780 }], who: ['ana'] },
      { days: ['tue'], at: [{ fromMinute: 540, toMinute: 1020 }], who: ['ben'] },
    ],
    list: (ports) => tellHandovers(ports),
  },
  'the end of a shift': {
    card: aCardIn('claimed', {}, ana),
    now: at(13, 1),
    list: (ports) => watchShifts(ports),
  },
  'the question whether somebody is still at it': {
    card: aCardIn('claimed', {}, ana),
    now: at(11, 20),
    list: (ports, card) => askIfIdle(ports, card.id),
  },
};

/** The process dies once it has written `n` times. */
function diesAfter(ports: FakePorts, n: number): FakePorts {
  let left = n;
  const dying =
    <A extends unknown[], R>(change: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      if (left <= 0) throw new Error('died');
      left -= 1;
      return change(...args);
    };
  const { cards, panels } = ports;
  return {
    ...ports,
    cards: { ...cards, change: dying(cards.change) as typeof cards.change },
    panels: { ...panels, change: dying(panels.change) as typeof panels.change },
  };
}

const withNewVersion = (card: Card): Card => ({ ...card, version: card.version + 1 });

const versionsOf = (ports: FakePorts, panels: readonly PanelId[]): Promise<readonly number[]> =>
  Promise.all(panels.map(async (id) => (await ports.panels.get(id))?.version ?? Number.NaN));

describe.each(Object.entries(listings))('%s', (_, { card, now, shifts, list }) => {
  it('is told what becomes of its card, after whichever write the process died', async () => {
    let listed = 0;
    for (let n = 0, isWhole = false; !isWhole; n++) {
      const ports = fakePorts({ desk: aDesk(shifts && { rota: aRota({ shifts }) }), clock: fakeClock(now) });
      await ports.cards.change(card.id, () => ({ next: card, result: undefined }));
      isWhole = await list(diesAfter(ports, n), card).then(
        () => true,
        (fault: Error) => {
          expect(fault.message).toBe('died');
          return false;
        },
      );
      const before = await ports.panels.listing(card.id);
      listed += before.length;
      const versions = await versionsOf(ports, before);
      await ports.cards.change(card.id, (known) => ({
        next: known && withNewVersion(known),
        result: undefined,
      }));
      await followUp(ports, card.id);
      const after = await versionsOf(ports, before);
      expect(after).toEqual(versions.map((version) => version + 1));
    }
    expect(listed).toBeGreaterThan(0);
  });
});
