import type { Card } from '../../../src/core/card/card.js';
import type { Message, MessageKey } from '../../../src/core/card/message.js';
import { boot, token } from '../../../src/core/ids.js';
import { show } from '../../../src/flows/show/show.js';
import type { FakePorts } from '../../fakes/ports.js';

export const nextBoot = boot('run-2 replid-2');

/** The store restarts: what it holds may be older than what Slack and X have seen. */
export function bootsAgain({ world }: FakePorts): void {
  world.bootsAgain(nextBoot);
  world.recovers('channel');
}

export const inChannel = ({ board }: FakePorts) => board.channel.map(({ key }) => key);

/** Shows whatever is due, however long it takes. */
export async function showAll(ports: FakePorts, id: Card['id']): Promise<void> {
  for (let n = 0; n < 10; n++) {
    await show(ports, id);
    ports.clock.pass(ports.timings.showLeaseMs);
  }
}

/** A message that the channel has, and the store may know of or not. */
export async function posted(
  { board }: FakePorts,
  card: Card,
  key: MessageKey,
  name: string,
): Promise<Message> {
  const message: Message = { token: token(name), slotAt: 0, shown: 0 };
  const { ts } = await board.post({ card, key }, message, () => true);
  return { ...message, ts, shown: 1 };
}
