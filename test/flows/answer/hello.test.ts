import { beforeEach, expect, it } from 'vitest';
import { isRefusal } from '../../../src/core/card/refusal.js';
import { actorFor } from '../../../src/core/desk/desk-now.js';
import { panelId, postId } from '../../../src/core/ids.js';
import { beginHello, greetAll } from '../../../src/flows/answer/hello.js';
import { ana, ben, carla } from '../../build.js';
import { type FakePorts, fakePorts } from '../../fakes/ports.js';

const digest = panelId('digest-2026-11-24');
let ports: FakePorts;
beforeEach(async () => {
  ports = fakePorts();
  await ports.panels.change(digest, () => ({
    next: { id: digest, format: 1, kind: 'digest', version: 1, startedAt: ports.clock.now(), closed: false },
    result: undefined,
  }));
});

const begin = (person: string) => beginHello(ports, digest, actorFor(ports.desk, person));

it('a hello is a card of our own account, and its holder the one who began it', async () => {
  const card = await begin(ana);
  if (isRefusal(card)) throw new Error(card.refused);
  expect(card).toMatchObject({ id: `hello-${digest}`, state: 'claimed', holder: { id: ana } });
  expect(card.patron).toEqual({ id: '1000', handle: 'centrallibrary', name: '@centrallibrary' });
  expect(await begin(carla)).toMatchObject({ refused: 'taken', by: ana });
});

it('once it went out, whoever presses late is told who said it: the writer, also where a colleague sent it', async () => {
  const card = await begin(ben);
  if (isRefusal(card)) throw new Error(card.refused);
  const at = ports.clock.now();
  const answer = { postId: postId('9001'), covers: [], text: 'New here?', at, how: 'as-approved' as const };
  await greetAll(ports, { ...card, state: 'sent', answers: [{ ...answer, by: ana, writtenBy: ben }] });
  expect((await ports.panels.get(digest))?.outcome).toEqual({ how: 'greeted', by: ben, at });
  expect(await begin(carla)).toEqual({ refused: 'answered', by: ben, at });
});
