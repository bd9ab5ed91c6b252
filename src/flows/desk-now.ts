import { deskNow } from '../core/desk/desk-now.js';
import { isStorageFault } from '../errors.js';
import type { Ports } from '../ports.js';

/**
 * The ports with the desk as it stands at this moment. While the store is away it is the desk as it was configured:
 * nothing can be recorded then anyhow, and people still read their own words.
 */
export async function withDeskNow(ports: Ports): Promise<Ports> {
  const { snapshots, desk, settings } = ports;
  try {
    const [{ covers, notes, starters, pause }, colleagues, channel, dated] = await Promise.all([
      settings.get(),
      snapshots.get('colleagues'),
      snapshots.get('channel'),
      snapshots.get('dated'),
    ]);
    return {
      ...ports,
      desk: deskNow(desk, {
        covers,
        notes,
        starters,
        pause,
        ...(colleagues ? { colleagues: colleagues.value } : {}),
        ...(channel ? { channel: channel.value } : {}),
        ...(dated ? { dated: dated.value } : {}),
      }),
    };
  } catch (fault) {
    if (!isStorageFault(fault)) throw fault;
    return ports;
  }
}
