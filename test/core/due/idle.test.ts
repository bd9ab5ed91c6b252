import { describe, expect, it } from 'vitest';
import { theDesk } from '../../../src/core/card/actions.js';
import type { Card } from '../../../src/core/card/card.js';
import { idleInfoOf, isAsked, isIdleWith } from '../../../src/core/due/deadlines.js';
import { shiftEndId } from '../../../src/core/due/shift-edges.js';
import { aCard, aDesk, ana, ben, carla, minutes, tuesday } from '../../build.js';
import { aCardIn, anAction, asAna, asCarla, outcome } from '../card/card-in.js';

const desk = aDesk();
const idleInfo = (card: Card) => idleInfoOf(desk, card);

/** Ana took it at a time. */
const claimed = (now = tuesday) => outcome(aCard(), { do: 'claim' }, asAna, now);

describe('a card that somebody has', () => {
  it('is asked about after half an hour, and goes back after three quarters', () => {
    expect(idleInfo(claimed())).toEqual({
      assignee: ana,
      since: tuesday,
      askAt: tuesday + minutes(30),
      backAt: tuesday + minutes(45),
    });
  });

  it('lies since its holder last typed, pressed or kept it', () => {
    const typed = outcome(
      claimed(),
      { do: 'save-draft', text: 'Hi Maya, yes' },
      asAna,
      tuesday + minutes(10),
    );
    expect(idleInfo(typed)?.since).toBe(tuesday + minutes(10));
    const kept = outcome(typed, { do: 'keep' }, asAna, tuesday + minutes(31));
    expect(idleInfo(kept)?.since).toBe(tuesday + minutes(31));
    const others = outcome(kept, { do: 'keep-words', text: 'Hi' }, asCarla, tuesday + minutes(35));
    expect(idleInfo(others)?.since).toBe(tuesday + minutes(31));
  });

  it('does not lie over night: only open hours count', () => {
    const late = claimed(Date.UTC(2026, 10, 24, 16, 50));
    expect(idleInfo(late)).toMatchObject({
      askAt: Date.UTC(2026, 10, 25, 9, 20),
      backAt: Date.UTC(2026, 10, 25, 9, 35),
    });
  });

  it('lies since it came back from X, not since it was sent', () => {
    const sending = aCardIn('sending', { holder: { id: ana, since: tuesday } });
    const back = outcome(sending, anAction.begin, theDesk, tuesday + minutes(16));
    expect(idleInfo(back)?.since).toBe(tuesday + minutes(16));
  });
});

describe('nobody has', () => {
  it('a card that is open, waits for a check, is on its way or done', () => {
    for (const state of ['open', 'sending', 'posting', 'unsure', 'sent', 'dismissed'] as const) {
      expect(idleInfo(aCardIn(state)), state).toBeUndefined();
    }
    expect(idleInfo(aCardIn('in-review', { review: { askedAt: tuesday } }))).toBeUndefined();
  });

  it('a card that was set aside', () => {
    expect(idleInfo(outcome(claimed(), { do: 'flag' }, asAna, tuesday))).toBeUndefined();
    const until = tuesday + minutes(60);
    expect(idleInfo(outcome(claimed(), { do: 'snooze', until }, asAna, tuesday))).toBeUndefined();
  });
});

it('whoever checks has what they check, not its writer', () => {
  const checked = aCardIn('in-review', {
    holder: { id: ben, since: tuesday },
    review: { askedAt: tuesday, reviewer: carla },
  });
  expect(idleInfo(checked)?.assignee).toBe(carla);
  expect(isIdleWith(checked, ben, tuesday + minutes(60))).toBe(false);
});

it('at the end of a shift a card is left behind unless it was touched since, or somebody looks at it first', () => {
  const end = tuesday + minutes(60);
  expect(isIdleWith(claimed(), ana, end)).toBe(true);
  expect(isIdleWith(claimed(), ben, end)).toBe(false);
  expect(isIdleWith(outcome(claimed(), { do: 'keep' }, asAna, end + 1), ana, end)).toBe(false);
  expect(isIdleWith(outcome(claimed(), { do: 'flag' }, asAna, tuesday), ana, end)).toBe(false);
  const until = tuesday + minutes(600);
  expect(isIdleWith(outcome(claimed(), { do: 'snooze', until }, asAna, tuesday), ana, end)).toBe(true);
});

it('whoever is asked at the end of their shift is not asked once more while they do nothing', () => {
  const end = tuesday + minutes(20);
  const listed = { in: [shiftEndId({ person: ana, at: end })], told: 1 };
  const left = { ...claimed(), listed };
  const asked = (card: Card) => {
    const now = idleInfo(card);
    return now !== undefined && isAsked(card, now);
  };
  expect(asked(left)).toBe(true);
  expect(asked(outcome(left, { do: 'keep' }, asAna, end + 1))).toBe(false);
  expect(asked(outcome(left, { do: 'pass', to: ben, note: '' }, asAna, end))).toBe(false);
});
