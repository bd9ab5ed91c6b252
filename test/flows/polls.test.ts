import { expect, it } from 'vitest';
import { beginPolls, ensurePolls, pollsOf } from '../../src/flows/polls.js';
import { aDesk, minutes } from '../build.js';
import { fakePorts } from '../fakes/ports.js';

it('a desk asks for a calendar only where its rota is one', () => {
  expect(pollsOf(aDesk())).not.toContain('rota');
  expect(pollsOf({ ...aDesk(), feed: 'https://calendar.example/rota.ics' })).toContain('rota');
});

it('a start leaves the time of what is there, but looks at the rota anew', async () => {
  const ports = fakePorts();
  const { clock, due, timings } = ports;
  const later = clock.now() + minutes(30);
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
