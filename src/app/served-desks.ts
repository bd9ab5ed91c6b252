import type { DeskConfig } from '../config/desk-file.js';
import type { Desk } from '../core/desk/desk.js';
import { timingsOn } from '../core/due/network-timings.js';
import { withDeskNow } from '../flows/desk-now.js';
import type { Desks, Ports } from '../ports.js';
import { type Conversations, createBoard } from '../slack/board/board.js';
import type { backgroundClient } from '../slack/connect/client.js';
import { createAllPorts, createSides, withPrivateSides } from './desk-ports.js';
import { sharedReads } from './shared-reads.js';

interface ServedDesks {
  /** The desks of desk.yaml, by their ids. */
  readonly mains: ReadonlyMap<string, Ports>;
  /** These and their private sides. */
  readonly sides: ReadonlyMap<string, Ports>;
  /** The same as they are at the moment of each press and job. */
  readonly served: Desks;
}

/** All desks of this process over the connections that they share; `change` may stand between the flows and all that they touch. */
export function createServedDesks(
  desks: readonly DeskConfig[],
  shared: Parameters<typeof createSides>[1],
  slack: ReturnType<typeof backgroundClient>,
  change?: (ports: Ports) => Ports,
): ServedDesks {
  const conversations: Conversations = new Map();
  const desksNow = new Map<string, Desk>();
  const mains = createAllPorts(desks, portsOf);
  const sides = withPrivateSides(mains.values());

  function portsOf(desk: DeskConfig, like?: Ports): Ports {
    const boardOf = (side: Desk) =>
      createBoard(slack, () => desksNow.get(side.id) ?? side, shared.clock, conversations);
    const sharing = desks.filter((one) => one.account.service === desk.account.service).length;
    const timings = timingsOn(desk.network.id, shared.timings, sharing);
    const turn = { nth: desks.indexOf(desk), of: desks.length };
    return createSides(desk, { ...shared, timings, ...(like && { like }), turn }, boardOf, change);
  }

  /** Each press and job begins with the desk as it is then; from then on Slack is shown its people and shifts. */
  async function refreshed(ports: Ports): Promise<Ports> {
    const now = await withDeskNow(ports);
    desksNow.set(now.desk.id, now.desk);
    return now;
  }
  const reads = new Map([...sides].map(([id, ports]) => [id, sharedReads(() => refreshed(ports))]));

  return {
    mains,
    sides,
    served: {
      now: async (id, changed) => {
        if (changed) sides.get(id)?.cards.expect(changed);
        return reads.get(id)?.();
      },
      all: () => Promise.all([...reads.values()].map((read) => read())),
    },
  };
}
