import { beforeEach, expect, it } from 'vitest';
import { isRefusal } from '../../../src/core/card/refusal.js';
import { actorFor } from '../../../src/core/desk/desk-now.js';
import { withDeskNow } from '../../../src/flows/desk-now.js';
import { leaveNote, removeNote } from '../../../src/flows/team/notes.js';
import { ana, ben, carla, stranger } from '../../build.js';
import { type FakePorts, fakePorts } from '../../fakes/ports.js';

let ports: FakePorts;
beforeEach(() => {
  ports = fakePorts();
});
const as = (id: string) => actorFor(ports.desk, id);
const standing = async () => (await withDeskNow(ports)).desk.notes?.map(({ text }) => text);

it('a note of a colleague is part of the desk until closing', async () => {
  const note = await leaveNote(ports, as(ben), 'Central closes at 16:00');
  expect(note).toMatchObject({ by: ben, at: ports.clock.now(), until: Date.UTC(2026, 10, 24, 17) });
  expect(await standing()).toEqual(['Central closes at 16:00']);
});

it('left twice is one, of whoever left it first', async () => {
  await leaveNote(ports, as(ben), 'Central closes at 16:00');
  ports.clock.pass(1_000);
  expect(await leaveNote(ports, as(ana), 'Central closes at 16:00')).toMatchObject({ by: ben });
  expect(await standing()).toHaveLength(1);
});

it('is taken down by anybody on the staff, once', async () => {
  const note = await leaveNote(ports, as(ben), 'Central closes at 16:00');
  if (isRefusal(note)) throw new Error(note.refused);
  expect(await removeNote(ports, as(stranger), note.at)).toMatchObject({ refused: 'not-staff' });
  expect(await removeNote(ports, as(carla), note.at)).toEqual(note);
  expect(await standing()).toEqual([]);
  expect(await removeNote(ports, as(carla), note.at)).toBeUndefined();
});

it('is for those who answer', async () => {
  expect(await leaveNote(ports, as(stranger), 'I was here')).toMatchObject({ refused: 'not-staff' });
  expect(await standing()).toEqual([]);
});
