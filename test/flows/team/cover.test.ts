import { expect, it } from 'vitest';
import { isRefusal } from '../../../src/core/card/refusal.js';
import { actorFor } from '../../../src/core/desk/desk-now.js';
import { deskId, panelId } from '../../../src/core/ids.js';
import { KeysRefused, Rejected } from '../../../src/errors.js';
import { recover } from '../../../src/flows/recover/recover.js';
import { showPanel } from '../../../src/flows/show/panel.js';
import { ask, take, tellCovers, undoTake, widen } from '../../../src/flows/team/cover.js';
import { aDesk, ana, ben, carla } from '../../build.js';
import { type FakePorts, fakePorts } from '../../fakes/ports.js';
import { bootsAgain } from '../recover/after-a-boot.js';

const as = (id: string) => actorFor(aDesk(), id);
const at = (hour: number) => Date.UTC(2026, 10, 24, hour);

async function asked(ports: FakePorts): Promise<string> {
  const request = await ask(ports, as(ben), { whose: ben, fromMs: at(13), toMs: at(17) });
  if (isRefusal(request)) throw new Error(request.refused);
  return request.id;
}

/** Works at what is due until nothing is, as the tick does; gives what went to Slack: which message, and to whom. */
async function settle(ports: FakePorts) {
  for (;;) {
    const [next] = ports.due.all().filter((one) => one.at <= ports.clock.now() && one.job !== 'poll');
    if (!next) break;
    if (next.job === 'covers') await tellCovers(ports);
    else await showPanel(ports, panelId(next.id));
    ports.clock.pass(1_100);
  }
  return ports.board.channel.map(({ of, to, updates }) => [of, to, updates]);
}

it('a request is posted once, brought up to date when somebody takes it, and both are told', async () => {
  const ports = fakePorts();
  const id = await asked(ports);
  expect(await settle(ports)).toEqual([[`cover-${id}`, undefined, 0]]);
  await take(ports, as(ana), id);
  expect(await settle(ports)).toEqual([
    [`cover-${id}`, undefined, 1],
    [`cover-${id}-taken-${ana}`, ana, 0],
    [`cover-${id}-taken-${ben}`, ben, 0],
  ]);
});

it('what is asked at a desk that is like another is kept there, and both look who is on shift', async () => {
  const central = fakePorts();
  const branch = fakePorts({ desk: aDesk({ id: deskId('branch'), like: deskId('central') }) });
  const id = await asked({ ...branch, like: central });
  expect((await branch.settings.get()).covers).toEqual([]);
  await take({ ...branch, like: central }, as(ana), id);
  await settle({ ...central, alike: [branch] });
  expect((await central.settings.get()).covers).toMatchObject([{ id, takenBy: ana }]);
  expect(branch.due.all()).toMatchObject([{ job: 'poll', id: 'shifts' }]);
  expect(branch.board.channel).toEqual([]);
});

it('of two who press at once one is told who was first', async () => {
  const ports = fakePorts();
  const id = await asked(ports);
  const results = await Promise.all([ana, carla].map((person) => take(ports, as(person), id)));
  expect(results.filter((one) => !isRefusal(one))).toHaveLength(1);
  expect(results.find(isRefusal)).toEqual({ refused: 'cover-taken', by: ana });
});

it('an undone one is asked again in a message of its own', async () => {
  const ports = fakePorts();
  const id = await asked(ports);
  await take(ports, as(ana), id);
  await undoTake(ports, as(ana), id);
  const seen = await settle(ports);
  expect(seen.filter(([, to]) => to === undefined)).toHaveLength(2);
  expect(seen).toContainEqual([`cover-${id}-undone-${ben}`, ben, 0]);
});

it('after a new boot of the store its messages are brought again', async () => {
  const ports = fakePorts();
  const id = await asked(ports);
  await settle(ports);
  bootsAgain(ports);
  await recover(ports);
  ports.world.recovers(undefined);
  expect(await settle(ports)).toEqual([[`cover-${id}`, undefined, 1]]);
});

it('told twice, or cut off and told again, no message doubles', async () => {
  const ports = fakePorts();
  const id = await asked(ports);
  await tellCovers(ports);
  const lost = { ...ports, settings: { ...ports.settings, change: async () => undefined as never } };
  await take(ports, as(ana), id);
  await tellCovers(lost);
  await tellCovers(ports);
  await tellCovers(ports);
  expect(await settle(ports)).toHaveLength(3);
});

it('a colleague is asked once Slack takes our token again', async () => {
  const ports = fakePorts();
  const request = await ask(ports, as(ben), { whose: ben, fromMs: at(13), toMs: at(17), asked: carla });
  if (isRefusal(request)) throw new Error(request.refused);
  await tellCovers(ports);
  ports.board.next(new KeysRefused('Slack', 'token_revoked'));
  await expect(showPanel(ports, panelId(`cover-${request.id}`))).rejects.toThrow('token_revoked');
  ports.clock.pass(ports.timings.showRetryMs);
  expect(await settle(ports)).toEqual([[`cover-${request.id}`, carla, 0]]);
});

it('a colleague to whom Slack lets us not write is said to whoever asked, once', async () => {
  const ports = fakePorts();
  const asks = { whose: ben, fromMs: at(13), toMs: at(17), asked: carla };
  const request = await ask(ports, as(ben), asks);
  if (isRefusal(request)) throw new Error(request.refused);
  await tellCovers(ports);
  ports.board.next(new Rejected('other', 'user_disabled'));
  await expect(showPanel(ports, panelId(`cover-${request.id}`))).rejects.toThrow('user_disabled');
  expect(await settle(ports)).toEqual([[`notice-cover-${request.id}-${ben}`, ben, 0]]);
  expect((await ports.panels.get(panelId(`notice-cover-${request.id}-${ben}`)))?.text).toBe(
    "Slack doesn't let me write to Carla, so nobody is asked to take 13:00–17:00 today. Your Home has Ask everyone.",
  );
  await widen(ports, as(ben), request.id);
  expect(await settle(ports)).toHaveLength(2);
});
