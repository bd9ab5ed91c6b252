import { beforeEach, expect, it } from 'vitest';
import { actorFor } from '../../../src/core/desk/desk-now.js';
import { panelId } from '../../../src/core/ids.js';
import { pause, resume, tellPauses } from '../../../src/flows/team/pause.js';
import { ana, ben, minutes, stranger } from '../../build.js';
import { type FakePorts, fakePorts } from '../../fakes/ports.js';

let ports: FakePorts;
beforeEach(() => {
  ports = fakePorts();
});
const as = (id: string) => actorFor(ports.desk, id);
const isDue = () => ports.due.all().some(({ job }) => job === 'pauses');
async function toldInTime() {
  expect(isDue()).toBe(true);
  await Promise.all([tellPauses(ports), tellPauses(ports)]);
  expect(isDue()).toBe(false);
}
const said = async (key: string, at: number) =>
  (await ports.panels.get(panelId(`notice-${key}-${at}`)))?.text;

it('anybody on the staff pauses, also a trainee, and the channel reads who, when and why', async () => {
  const at = ports.clock.now();
  expect(await pause(ports, as(ben), 'statement coming')).toMatchObject({ begun: true });
  await toldInTime();
  expect(await said('paused', at)).toBe(
    "Ben paused sending at 10:42: 'statement coming'. Drafts are kept; nothing goes out until Ana resumes.",
  );
  expect(await pause(ports, as(stranger), 'for fun')).toMatchObject({ refused: 'not-staff' });
});

it('who pauses or resumes hears that it holds, also when the channel can be told only later', async () => {
  const at = ports.clock.now();
  const down = {
    ...ports,
    panels: { ...ports.panels, change: () => Promise.reject(new Error('Connection is closed.')) },
  };
  expect(await pause(down, as(ben), 'statement coming')).toMatchObject({ begun: true });
  await expect(tellPauses(down)).rejects.toThrow('closed');
  ports.clock.pass(minutes(1));
  expect(await pause(down, as(ana), 'me too')).toMatchObject({ pause: { by: ben, at }, begun: false });
  expect(await resume(down, as(ana))).toMatchObject({ ended: { by: ben } });
  await expect(tellPauses(down)).rejects.toThrow('closed');
  expect(await said('paused', at)).toBeUndefined();
  ports.clock.pass(minutes(1));
  await toldInTime();
  expect(await said('paused', at)).toContain('Ben paused sending at 10:42');
  expect(await said('resumed', at)).toContain('Ana resumed sending at 10:43.');
  expect(await said('paused', at + minutes(1))).toBeUndefined();
});

it('only the lead resumes, and the channel reads it', async () => {
  const at = ports.clock.now();
  await pause(ports, as(ben), 'statement coming');
  expect(await resume(ports, as(ben))).toEqual({ refused: 'lead-only' });
  expect(await resume(ports, as(ana))).toMatchObject({ ended: { by: ben } });
  await toldInTime();
  expect(await said('resumed', at)).toContain('Ana resumed sending at 10:42.');
  expect(await resume(ports, as(ana))).toEqual({ ended: undefined });
});
