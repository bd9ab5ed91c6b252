import { expect, it } from 'vitest';
import { formerKey, withMessage } from '../../src/core/card/message.js';
import { token } from '../../src/core/ids.js';
import { purgedCard } from '../../src/core/keeping/purged-card.js';
import { purgedLine } from '../../src/slack/messages/purged-card.js';
import { tuesday } from '../build.js';
import { aCardIn } from '../core/card/card-in.js';
import { fakePorts } from '../fakes/ports.js';
import { untruths } from './truth.js';

it('a message that a card had left, and that says nothing of its patron any more, is true where the card has no other', async () => {
  const ports = fakePorts();
  const { desk } = ports;
  const left = { token: token('t'), slotAt: 0, shown: 1, ts: '1795516920.000001' };
  const card = withMessage(purgedCard(aCardIn('withdrawn'), tuesday), formerKey(left), left);
  await ports.cards.change(card.id, () => ({ next: card, result: undefined }));
  const mark = { desk: desk.id, of: card.id, key: formerKey(left) };
  const standing = { ...purgedLine(card, desk), ts: left.ts, metadata: { event_payload: mark } };
  const snapshot = (message: object) => ({
    team: { domain: 'library' },
    channels: { [desk.channel]: { kind: 'public', members: [] } },
    messages: { [desk.channel]: [message] },
    stacks: {},
    homes: {},
  });
  expect(await untruths([ports], snapshot(standing))).toEqual([]);
  expect(await untruths([ports], snapshot({ ...standing, blocks: [] }))).toHaveLength(1);
});
