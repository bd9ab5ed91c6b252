import { describe, expect, it } from 'vitest';
import { actorFor } from '../../../src/core/desk/desk-now.js';
import { privateSideNow, privateSideOf } from '../../../src/core/private/private-desk.js';
import { nameOf } from '../../../src/core/sentences/phrases.js';
import { aDesk, ana, ben, carla, stranger, tuesday } from '../../build.js';

const privateMessages = {
  channel: 'C0PRIVATE1',
  privacyPolicy: 'https://library.example/privacy',
  stopWords: ['stop'],
};
const desk = aDesk({ privateMessages, feed: { from: 'rota.ics', mayBePrivate: false } });
const in_ = (id: typeof ana) => ({ id, name: `${id} of Slack`, guest: false, deactivated: false });

describe('the private side of a desk', () => {
  it('has an id and a channel of its own, and no calendar or private side again', () => {
    const side = privateSideOf(desk);
    expect(side).toMatchObject({
      id: 'central-private',
      channel: 'C0PRIVATE1',
      inPrivate: { of: 'central', stopWords: ['stop'] },
    });
    expect(side).not.toHaveProperty('feed');
    expect(side && privateSideOf(side)).toBeUndefined();
  });

  it('is not there where a desk does not watch private messages', () => {
    expect(privateSideOf(aDesk())).toBeUndefined();
  });

  const side = privateSideOf(desk) ?? desk;
  it('is answered by the staff who are in its channel, and by nobody else', () => {
    const now = privateSideNow(side, desk, [in_(ana), in_(stranger), { ...in_(carla), left: true }]);
    expect(actorFor(now, ana).kind).toBe('staff');
    for (const other of [ben, carla, stranger]) expect(actorFor(now, other).kind, other).toBe('outsider');
    expect(nameOf(now, ben)).toBe('Ben');
  });

  it('is answered by nobody before Slack said who is in its channel', () => {
    expect(privateSideNow(side, desk).rota.staff).toEqual([]);
  });

  it('has the notes, the pause and the covers of its desk', () => {
    const pause = { by: carla, at: tuesday, reason: 'statement coming' };
    const notes = [{ text: 'Closed at 16:00', by: ana, at: tuesday, until: tuesday + 1 }];
    const covers = [{ of: 'ana', by: 'ben', fromMs: 1, toMs: 2 }];
    const now = privateSideNow(side, { ...desk, pause, notes, rota: { ...desk.rota, covers } }, [in_(ana)]);
    expect(now).toMatchObject({ pause, notes, rota: { covers } });
  });
});
