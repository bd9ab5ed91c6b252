import { beforeEach, describe, expect, it } from 'vitest';
import { Busy, OutcomeUnknown, Rejected } from '../../../src/errors.js';
import { sendTestPost } from '../../../src/flows/send/test-post.js';
import { pause } from '../../../src/flows/team/pause.js';
import { aDesk } from '../../build.js';
import { asAna } from '../../core/card/card-in.js';
import { type FakePorts, fakePorts } from '../../fakes/ports.js';

const text = 'A test, 10:42. We delete it right away.';
const yes = async () => true;

let ports: FakePorts;
let published: string[];
beforeEach(() => {
  ports = fakePorts();
  published = [];
});

/** Sends the post, and notes what X had of it when it was to be deleted. */
function send(agree: () => Promise<boolean> = yes) {
  const network = {
    ...ports.network,
    remove: async (id: (typeof published)[number]) => {
      published.push(...ports.network.ours().map((post) => post.text));
      const post = ports.network.ours().find((one) => one.id === id);
      if (post) await ports.network.remove(post.id);
    },
  };
  return sendTestPost({ ...ports, network }, text, agree);
}

const bill = async () => (await ports.ledger.month(ports.clock.now())).byCall;

describe('a test post', () => {
  it('is published once somebody agreed, deleted, and on the bill', async () => {
    expect(await send()).toEqual({ became: 'deleted' });
    expect(published).toEqual([text]);
    expect(ports.network.ours()).toEqual([]);
    expect(await bill()).toEqual({ 'POST /2/tweets': { charged: 1, microUsd: 15_000 } });
  });

  it('is not published when nobody agrees', async () => {
    expect(await send(async () => false)).toEqual({ became: 'not-agreed' });
    expect([published, await bill()]).toEqual([[], {}]);
  });

  it('is not published while sending is paused, and nobody is asked', async () => {
    await pause(ports, asAna, 'flood');
    const agree = async () => {
      throw new Error('asked');
    };
    expect(await send(agree)).toEqual({ became: 'paused' });
  });

  it('is not published when somebody pauses while the question stands', async () => {
    const agree = async () => {
      await pause(ports, asAna, 'flood');
      return true;
    };
    expect(await send(agree)).toEqual({ became: 'paused' });
    expect(published).toEqual([]);
  });

  it('is not published when the budget of the month is used up', async () => {
    ports = fakePorts({ desk: aDesk({ budget: { monthlyUsd: 1 } }) });
    await ports.ledger.charge({
      call: 'GET /2/tweets',
      priceMicroUsd: 1_000_000,
      count: 1,
      at: ports.clock.now(),
    });
    expect(await send()).toEqual({ became: 'over-budget', of: 'desk' });
    expect(published).toEqual([]);
  });

  it('is not sent again when X gave no answer, though it may be there', async () => {
    ports.network.nextReply('lost after it was posted');
    expect(await send()).toMatchObject({ became: 'unknown', fault: expect.any(OutcomeUnknown) });
    expect(ports.network.ours().map((post) => post.text)).toEqual([text]);
  });

  it.each([new Busy(0, 'X'), new Rejected('other', 'No.')])(
    'that X refuses is not sent again: %s',
    async (no) => {
      ports.network.nextReply(no);
      expect(await send()).toEqual({ became: 'refused', fault: no });
      expect([ports.network.ours(), await bill()]).toEqual([[], {}]);
    },
  );

  it('that could not be deleted is named, and deleting is not tried again', async () => {
    const fault = new OutcomeUnknown('X');
    const refuse = async () => {
      published.push('asked to delete');
      throw fault;
    };
    const outcome = await sendTestPost(
      { ...ports, network: { ...ports.network, remove: refuse } },
      text,
      yes,
    );
    expect(outcome).toEqual({ became: 'left', id: ports.network.ours()[0]?.id, fault });
    expect(published).toEqual(['asked to delete']);
    expect(Object.keys(await bill())).toEqual(['POST /2/tweets']);
  });

  it('is not sent by a process that stood still before the call', async () => {
    ports.network.beforeSocket = () => ports.clock.pass(ports.timings.freezeMs + 1);
    expect(await send()).toMatchObject({ became: 'refused' });
    expect(published).toEqual([]);
  });
});
