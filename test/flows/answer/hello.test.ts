import { beforeEach, expect, it } from 'vitest';
import type { Card } from '../../../src/core/card/card.js';
import { isRefusal } from '../../../src/core/card/refusal.js';
import { mentionCardId } from '../../../src/core/card/select.js';
import { actorFor } from '../../../src/core/desk/desk-now.js';
import { panelId, postId } from '../../../src/core/ids.js';
import { beginHello, countAnswers, greetAll } from '../../../src/flows/answer/hello.js';
import { aCard, aMention, ana, ben, carla } from '../../build.js';
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

it('who answered a hello is counted on it, and again when an answer is gone; other questions count nothing', async () => {
  const card = await begin(ana);
  if (isRefusal(card)) throw new Error(card.refused);
  const post = postId('9001');
  const answer = { postId: post, covers: [], text: 'New here?', at: 1, how: 'as-approved' as const };
  await ports.cards.change(card.id, (now) => ({
    next: now && { ...now, state: 'sent', answers: [answer] },
    result: undefined,
  }));
  const answers = async (n: number, given: Partial<Card> = {}) => {
    const ours = { answered: 'New here?', asked: true } as const;
    const id = mentionCardId(post, `${n}`);
    const one = aCard({ id, acts: [aMention({ topic: 'other', ours })], ...given });
    await ports.cards.change(id, () => ({ next: one, result: undefined }));
    await countAnswers(ports, one);
  };
  const said = async () => {
    const [hello] = (await ports.cards.get(card.id))?.acts ?? [];
    return hello?.kind === 'hello' ? hello.answers : undefined;
  };
  await answers(1);
  await answers(2);
  expect(await said()).toBe(2);
  const before = (await ports.cards.get(card.id))?.version;
  await answers(2);
  expect((await ports.cards.get(card.id))?.version).toBe(before);
  await answers(2, { state: 'withdrawn', acts: [aMention({ gone: true })] });
  expect(await said()).toBe(1);
  await countAnswers(ports, aCard({ id: mentionCardId(postId('777'), '3') }));
  expect(await said()).toBe(1);
});
