import { describe, expect, it } from 'vitest';
import {
  nextOutage,
  outagesDueAt,
  outageTold,
  stepOutages,
  withPastOutage,
} from '../../../src/core/desk/outage-steps.js';
import {
  failingLook,
  incidentAfter,
  type Look,
  type Silence,
  withFailure,
  withoutFailure,
} from '../../../src/core/desk/outages.js';
import { slackUserId } from '../../../src/core/ids.js';
import { minutes, tuesday } from '../../build.js';

const afterMs = incidentAfter(minutes(1));
const at = (minute: number) => tuesday + minutes(minute);

/** A look that worked at minute 0 and fails from `minute` on. */
const fails = (silence: Silence, look: Look, minute: number, lastGoodAt = tuesday): Silence =>
  withFailure(silence, look, failingLook({ reason: 'no-answer' }, { lastGoodAt, afterMs }, at(minute)));
const works = (silence: Silence, look: Look) => withoutFailure(silence, look);
const steps = (silence: Silence, minute: number, leadAt?: number) => stepOutages(silence, at(minute), leadAt);
const told = (silence: Silence) => {
  const { network } = silence.outages ?? {};
  return network ? outageTold(silence, 'network', network, {}) : silence;
};

describe('a look', () => {
  it('may fail for ten minutes, or for two of its intervals if that is longer', () => {
    expect(incidentAfter(minutes(1))).toBe(minutes(10));
    expect(incidentAfter(minutes(5))).toBe(minutes(10));
    expect(incidentAfter(minutes(360))).toBe(minutes(720));
  });

  it('that fails is an outage ten minutes after the last good one, and not before', () => {
    const failing = fails({}, 'mentions', 1);
    expect(steps(failing, 9).outages).toBeUndefined();
    expect(outagesDueAt(failing)).toBe(at(10));
    expect(steps(failing, 10).outages?.network).toMatchObject({ from: tuesday, since: tuesday });
  });

  it('that fails once after a long time without any is none before it failed for a minute', () => {
    const failing = fails({}, 'mentions', 120);
    expect(outagesDueAt(failing)).toBe(at(121));
    expect(steps(works(failing, 'mentions'), 121).outages).toBeUndefined();
    expect(steps(failing, 121).outages?.network?.from).toBe(tuesday);
  });

  it('that works again in time leaves nothing', () => {
    const silence = works(fails({}, 'mentions', 1), 'mentions');
    expect(steps(silence, 30).outages).toBeUndefined();
    expect(outagesDueAt(silence)).toBeUndefined();
  });

  it('that fails again for the same reason changes nothing, and for another keeps since when', () => {
    const failing = fails({}, 'mentions', 1);
    expect(fails(failing, 'mentions', 2)).toBe(failing);
    const other = failingLook({ reason: 'unreachable' }, { lastGoodAt: at(5), afterMs }, at(6));
    expect(withFailure(failing, 'mentions', other).failing?.mentions).toMatchObject({
      reason: 'unreachable',
      since: tuesday,
      incidentAt: at(10),
    });
  });
});

describe('an outage', () => {
  const out = told(steps(fails({}, 'mentions', 1), 10));
  const over = told(steps(works(out, 'mentions'), 20));

  it('lasts until nothing fails any more', () => {
    expect(outagesDueAt(out)).toBeUndefined();
    const more = steps(fails(out, 'followers', 12), 12);
    expect(more.outages?.network).toMatchObject({ from: tuesday, version: 2 });
    const less = steps(works(told(more), 'mentions'), 30);
    expect(less.outages?.network?.until).toBeUndefined();
    expect(steps(works(less, 'followers'), 31).outages?.network).toMatchObject({ until: at(31) });
    expect(over.outages?.network).toMatchObject({ from: tuesday, until: at(20) });
  });

  it('that comes back within an hour is the same one, and later another one', () => {
    const again = steps(fails(over, 'mentions', 41, at(40)), 50).outages?.network;
    expect(again).toMatchObject({ from: tuesday, since: at(40), backAt: at(20) });
    expect(again).not.toHaveProperty('until');
    const later = steps(fails(over, 'mentions', 81, at(80)), 90).outages?.network;
    expect(later).toMatchObject({ from: at(80), told: 0 });
    expect(later).not.toHaveProperty('backAt');
  });

  it('of whose end nobody was told yet is told before a later one begins', () => {
    const untold = steps(works(out, 'mentions'), 20);
    const fails90 = fails(untold, 'mentions', 81, at(80));
    const waits = steps(fails90, 90);
    expect(waits.outages?.network).toMatchObject({ from: tuesday, until: at(20) });
    expect(outagesDueAt(waits)).toBe(0);
    const after = told(waits);
    expect(outagesDueAt(after)).toBe(at(90));
    expect(steps(after, 90).outages?.network).toMatchObject({ from: at(80), told: 0 });
  });

  it('is told even where somebody was slow to note that an earlier one had been', () => {
    const later = steps(fails(over, 'mentions', 81, at(80)), 90);
    expect(outageTold(later, 'network', { from: tuesday, told: 0, version: 2 }, {})).toBe(later);
  });

  it('is told once more where two told of it at once, of its beginning and of its end', () => {
    const lasts = steps(fails({}, 'mentions', 1), 10);
    const ended = steps(works(lasts, 'mentions'), 20);
    const [beginning, end] = [lasts, ended].map(({ outages }) => outages?.network ?? expect.fail());
    for (const order of [
      [beginning, end],
      [end, beginning],
    ]) {
      const both = order.reduce(
        (silence, one) => outageTold(silence, 'network', one ?? expect.fail(), {}),
        ended,
      );
      expect(outagesDueAt(both)).toBe(0);
      expect(outagesDueAt(told(both))).toBeUndefined();
    }
  });

  it('in which nothing at all was read is known as such, also while the last of it comes back', () => {
    const all = fails(fails(fails({}, 'mentions', 1, at(-1)), 'own-posts', 1), 'followers', 1, at(-4));
    const begun = steps(all, 10).outages?.network;
    expect(begun).toMatchObject({ from: tuesday, nothing: true });
    const rest = works(works({ ...all, outages: { network: begun } } as Silence, 'mentions'), 'own-posts');
    expect(steps(rest, 11).outages?.network).toMatchObject({ nothing: true });
  });

  it('is told to the lead when they may be told, unless they hear of its reason anyway', () => {
    const silence = told(steps(fails({}, 'mentions', 1), 10, at(600)));
    expect(silence.outages?.network?.leadAt).toBeUndefined();
    const waits = steps(fails({}, 'mentions', 1), 10, at(600));
    expect(
      outagesDueAt(outageTold(waits, 'network', { from: tuesday, told: 0, version: 1 }, { leadAt: at(600) })),
    ).toBe(at(600));
    expect(
      outagesDueAt(
        outageTold(
          waits,
          'network',
          { from: tuesday, told: 0, version: 1 },
          { lead: slackUserId('U0CARLA03') },
        ),
      ),
    ).toBeUndefined();
    const keys = failingLook({ reason: 'sign-in' }, { lastGoodAt: tuesday, afterMs }, at(1));
    expect(nextOutage(undefined, { mentions: keys }, at(10), at(10))).not.toHaveProperty('leadAt');
  });
});

describe('an outage that is known only once it is over', () => {
  const once = withPastOutage<Silence>({}, 'redis', at(0), at(4));

  it('is one, also when two processes saw it', () => {
    expect(outagesDueAt(once)).toBe(0);
    const twice = withPastOutage(once, 'redis', at(1), at(5));
    expect(twice.outages?.redis).toMatchObject({ from: at(0), until: at(5) });
    expect(twice.outages?.redis).not.toHaveProperty('backAt');
    expect(withPastOutage(once, 'redis', at(1), at(3))).toBe(once);
  });

  it('goes on when it comes back within an hour, and else is another one', () => {
    expect(withPastOutage(once, 'redis', at(30), at(32)).outages?.redis).toMatchObject({
      from: at(0),
      backAt: at(4),
      until: at(32),
    });
    expect(withPastOutage(once, 'redis', at(70), at(72)).outages?.redis).toMatchObject({ from: at(70) });
  });
});
