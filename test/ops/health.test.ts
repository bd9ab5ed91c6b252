import { describe, expect, it } from 'vitest';
import type { Silence } from '../../src/core/desk/outages.js';
import { timings } from '../../src/core/due/timings.js';
import { createHealth } from '../../src/ops/health.js';
import { incidentsOf } from '../../src/ops/silence.js';
import type { Due } from '../../src/ports/due.js';
import { fakeDue } from '../fakes/due.js';

let now = 0;
const aHealth = (others?: () => readonly string[], due: Pick<Due, 'polled' | 'polledAt'> = fakeDue()) =>
  createHealth(
    () => new Map([['central', { due, timings }]]),
    others,
    () => now,
  );

it('a poll that ended well a while ago is a problem, with its desk and since when', async () => {
  now = Date.UTC(2026, 10, 24, 9);
  const health = aHealth();
  health.pollDone('central', 'mentions');
  now += timings.pollMentionsMs * 10;
  expect(await health.problems()).toEqual([]);
  now += 1;
  expect(await health.problems()).toEqual(['central: mentions not read since 2026-11-24T09:00:00.000Z']);
  health.pollDone('central', 'mentions');
  expect(await health.problems()).toEqual([]);
});

it('a poll that ended well in the future is a problem: the clock was set back, and what is due stands as far ahead', async () => {
  const health = aHealth();
  health.pollDone('central', 'mentions');
  now -= timings.pollMentionsMs * 10;
  expect(await health.problems()).toEqual([]);
  now -= 1;
  expect(await health.problems()).toEqual([expect.stringContaining('still to come. Start the desk again.')]);
});

it('a poll is late by the intervals of its own desk', async () => {
  const often = { ...timings, pollMentionsMs: timings.pollMentionsMs / 4 };
  const both = new Map([
    ['central', { due: fakeDue(), timings }],
    ['sky', { due: fakeDue(), timings: often }],
  ]);
  const health = createHealth(
    () => both,
    undefined,
    () => now,
  );
  for (const desk of both.keys()) health.pollDone(desk, 'mentions');
  now += often.pollMentionsMs * 10 + 1;
  expect(await health.problems()).toEqual([expect.stringMatching(/^sky: mentions not read since/u)]);
});

it('a poll that never ended well is a problem too', async () => {
  const health = aHealth();
  health.expect('central', 'followers');
  now += timings.pollFollowersMs * 10 + 1;
  expect(await health.problems()).toEqual([expect.stringContaining('central: followers not read since')]);
});

it('a poll that another worker ended well is no problem: which of them gets it is chance', async () => {
  const due = fakeDue();
  const [one, other] = [aHealth(undefined, due), aHealth(undefined, due)];
  one.expect('central', 'mentions');
  now += timings.pollMentionsMs * 10;
  other.pollDone('central', 'mentions');
  now += 1;
  expect(await one.problems()).toEqual([]);
});

it('while the store is away a worker goes by what it ended itself', async () => {
  const away = () => Promise.reject(new Error('Connection is closed.'));
  const health = aHealth(undefined, { polled: away, polledAt: away });
  health.pollDone('central', 'mentions');
  now += timings.pollMentionsMs * 10;
  expect(await health.problems()).toEqual([]);
  now += 1;
  expect(await health.problems()).toEqual([expect.stringContaining('central: mentions not read since')]);
});

describe('what a desk can not reach', () => {
  const incident = (look: 'mentions' | 'channel', isNote: boolean) => ({
    desk: 'central',
    look,
    line: `central: ${look} not read since 2026-11-24T09:00:00.000Z: HTTP 503`,
    isNote,
  });

  it('is a problem with its reason, instead of the poll that is late for it; of one desk alone it is a note', async () => {
    const found = [incident('mentions', false), incident('channel', true)];
    const due = fakeDue();
    const health = createHealth(
      () => new Map([['central', { due, timings }]]),
      undefined,
      () => now,
      async () => found,
    );
    health.expect('central', 'mentions');
    health.expect('central', 'own-posts');
    now += timings.pollMentionsMs * 10 + 1;
    expect(await health.problems()).toEqual([
      found[0]?.line,
      expect.stringContaining('central: own-posts not read since'),
    ]);
    expect(await health.notes()).toEqual([found[1]?.line]);
  });

  it('is known from what is stored, but for keys, which each process says itself', () => {
    const failing = { since: now, incidentAt: now, detail: 'HTTP 503' };
    const silence: Silence = {
      failing: {
        mentions: { ...failing, reason: 'no-answer' },
        followers: { ...failing, reason: 'no-answer', incidentAt: now + 1 },
        'own-posts': { ...failing, reason: 'sign-in' },
        channel: { ...failing, reason: 'refused', detail: 'is_archived' },
      },
    };
    const at = new Date(now).toISOString();
    expect(incidentsOf('central', silence, now).map(({ line, isNote }) => [line, isNote])).toEqual([
      [`central: mentions not read since ${at}: HTTP 503`, false],
      [
        `central: Slack doesn't let the desk write in its channel since ${at} (is_archived). Unarchive the channel and invite the app, or name another channel in desk.yaml. It is tried again every ten minutes.`,
        true,
      ],
    ]);
  });
});
