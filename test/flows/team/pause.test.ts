import { beforeEach, expect, it } from 'vitest';
import { actorFor } from '../../../src/core/desk/staff.js';
import { panelId } from '../../../src/core/ids.js';
import { pause, resume } from '../../../src/flows/team/pause.js';
import { ana, ben, minutes, stranger } from '../../build.js';
import { type FakePorts, fakePorts } from '../../fakes/ports.js';

let ports: FakePorts;
beforeEach(() => {
  ports = fakePorts();
});
const as = (id: string) => actorFor(ports.desk, id);
const said = async (key: string, at: number) =>
  (await ports.panels.get(panelId(`notice-${key}-${at}`)))?.text;

it('anybody on the staff pauses, also a trainee, and the channel reads who, when and why', async () => {
  const at = ports.clock.now();
  expect(await pause(ports, as(ben), 'statement coming')).toMatchObject({ begun: true });
  expect(await said('paused', at)).toBe(
    "Ben paused sending at 10:42: 'statement coming'. Drafts are kept; nothing goes out until Ana resumes.",
  );
  expect(await pause(ports, as(stranger), 'for fun')).toMatchObject({ refused: 'not-staff' });
});

it('a pause that nobody could be told of is told by whoever wants to pause next', async () => {
  const at = ports.clock.now();
  const mine = { by: ben, at, reason: 'statement coming' };
  await ports.settings.change((now) => ({ next: { ...now, pause: mine }, result: undefined }));
  expect(await said('paused', at)).toBeUndefined();
  ports.clock.pass(minutes(1));
  expect(await pause(ports, as(ana), 'me too')).toEqual({ pause: mine, begun: false });
  expect(await said('paused', at)).toContain('Ben paused sending at 10:42');
  expect(await said('paused', at + minutes(1))).toBeUndefined();
});

it('only the lead resumes, and the channel reads it', async () => {
  const at = ports.clock.now();
  await pause(ports, as(ben), 'statement coming');
  expect(await resume(ports, as(ben))).toEqual({ refused: 'lead-only' });
  expect(await resume(ports, as(ana))).toMatchObject({ ended: { by: ben } });
  expect(await said('resumed', at)).toContain('Ana resumed sending at 10:42.');
  expect(await resume(ports, as(ana))).toEqual({ ended: undefined });
});
