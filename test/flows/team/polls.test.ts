import { expect, it } from 'vitest';
import { beginPolls, ensurePolls, pollsOf } from '../../../src/flows/team/polls.js';
import { aDesk, minutes } from '../../build.js';
import { fakePorts } from '../../fakes/ports.js';

it('a desk asks for a calendar only where its rota is one', () => {
  expect(pollsOf(aDesk())).not.toContain('rota');
  expect(
    pollsOf({ ...aDesk(), feed: { from: 'https://calendar.example/rota.ics', mayBePrivate: false } }),
  ).toContain('rota');
});

it('a start leaves the time of what is there, but looks at the rota anew', async () => {
  const ports = fakePorts();
  const { clock, due, timings } = ports;
  const later = clock.now() + timings.pollMentionsMs;
  await due.put({ job: 'poll', id: 'mentions', at: later });
  await due.put({ job: 'poll', id: 'outlook', at: later });
  await beginPolls(ports);
  const timeOf = (id: string) => due.all().find((entry) => entry.id === id)?.at;
  expect(timeOf('mentions')).toBe(later);
  expect(timeOf('followers')).toBe(clock.now());
  expect(timeOf('outlook')).toBe(clock.now() + timings.outlookAfterMs);
  clock.pass(minutes(1));
  const before = due.all();
  await ensurePolls(ports);
  expect(due.all()).toEqual(before);
});

it('a start brings back what stands later than its interval, as after a clock was set back', async () => {
  const ports = fakePorts();
  const { clock, due, timings } = ports;
  for (const id of pollsOf(ports.desk)) await due.put({ job: 'poll', id, at: clock.now() + minutes(9_000) });
  await beginPolls(ports);
  const timeOf = (id: string) => due.all().find((entry) => entry.id === id)?.at;
  expect(timeOf('mentions')).toBe(clock.now() + timings.pollMentionsMs);
  expect(timeOf('recheck')).toBe(clock.now() + timings.recheckMs);
});
