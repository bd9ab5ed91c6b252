import type { Redis } from 'ioredis';
import type { Connect } from './condition.js';
import { type Finding, faultFinding, findingsOf, isAnswer, readInfo } from './findings.js';

/** What is wrong with a cluster of which some nodes are known: with it as a whole, and with each of its primaries. */
export async function lookAtCluster(
  name: string,
  addresses: readonly string[],
  connect: Connect,
): Promise<readonly Finding[]> {
  const client = await anyOf(addresses, connect);
  const state = String(await client.call('CLUSTER', 'INFO'));
  const primaries = primariesIn(String(await client.call('CLUSTER', 'NODES')));
  const found = (await Promise.all(primaries.map((one) => lookAtPrimary(one, name, connect)))).flat();
  const isWhole = state.includes('cluster_state:ok') && state.includes('cluster_slots_fail:0');
  return isWhole || found.length > 0 ? found : [faultFinding(name, new Error('CLUSTERDOWN'))];
}

interface Primary {
  readonly address: string;
  /** The other nodes have given up on it. */
  readonly isDead: boolean;
}

/** The first node that answers; throws the last one's reason. */
async function anyOf(addresses: readonly string[], connect: Connect): Promise<Redis> {
  let reason: unknown = new Error('no node');
  for (const address of addresses) {
    try {
      return await connect(address);
    } catch (error) {
      reason = error;
    }
  }
  throw reason;
}

/** Those that have slots. Lines are: id address@bus flags primary ping pong epoch link slots … */
function primariesIn(nodes: string): readonly Primary[] {
  return nodes.split('\n').flatMap((line) => {
    const [, address = '', flags = '', , , , , , ...slots] = line.trim().split(' ');
    const words = flags.split(',');
    const primary = { address: address.replace(/@.*$/, ''), isDead: words.includes('fail') };
    return words.includes('master') && slots.length > 0 ? [primary] : [];
  });
}

async function lookAtPrimary(
  { address, isDead }: Primary,
  name: string,
  connect: Connect,
): Promise<readonly Finding[]> {
  const away: Finding = {
    line: `${name} is a cluster without its primary ${address}. It goes on when a copy has taken over.`,
    serious: true,
  };
  if (isDead) return [away];
  const primary = `${name}, its primary ${address},`;
  try {
    const client = await connect(address);
    return findingsOf(primary, { info: readInfo(await client.info()) });
  } catch (error) {
    return [error instanceof Error && isAnswer(error) ? faultFinding(primary, error) : away];
  }
}
