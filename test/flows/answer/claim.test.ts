import { expect, it } from 'vitest';
import { replyTarget } from '../../../src/core/card/select.js';
import { postId } from '../../../src/core/ids.js';
import { claim } from '../../../src/flows/answer/claim.js';
import { aCard, aFollow, minutes } from '../../build.js';
import { asAna, asCarla } from '../../core/card/card-in.js';
import { fakePorts } from '../../fakes/ports.js';

const [first, second] = [postId('6001'), postId('6002')];

it("who picks another post of a new follower's answers that one; what somebody else picks changes nothing", async () => {
  const ports = fakePorts();
  const { id } = aCard({ acts: [aFollow()] });
  await ports.cards.change(id, () => ({ next: aCard({ acts: [aFollow()] }), result: undefined }));
  await claim(ports, id, asAna, first);
  ports.clock.pass(minutes(1));
  expect(await claim(ports, id, asAna, second)).toMatchObject({ state: 'claimed', picked: second });
  expect(await claim(ports, id, asCarla, first)).toMatchObject({ refused: 'taken' });
  expect(await claim(ports, id, asAna)).toMatchObject({ picked: second });
  const card = await ports.cards.get(id);
  expect(card && replyTarget(card)).toBe(second);
});
