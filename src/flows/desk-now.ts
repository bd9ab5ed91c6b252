import { deskNow } from '../core/desk/desk-now.js';
import { privateSideNow } from '../core/private/private-desk.js';
import { isStorageFault } from '../errors.js';
import type { Ports } from '../ports.js';

/**
 * The ports with the desk as it stands at this moment. While the store is away it is the desk as it was configured:
 * nothing can be recorded then anyhow, and people still read their own words.
 */
export async function withDeskNow(ports: Ports): Promise<Ports> {
  if (ports.inPublic) return withPrivateSideNow(ports, ports.inPublic);
  const { snapshots, desk, settings, like } = ports;
  try {
    const [{ covers, notes, starters, pause, failing }, colleagues, channel, dated, theirs] =
      await Promise.all([
        settings.get(),
        snapshots.get('colleagues'),
        snapshots.get('channel'),
        (like ?? ports).snapshots.get('dated'),
        like && sharedBy(like),
      ]);
    return {
      ...ports,
      desk: deskNow(desk, {
        covers: theirs?.covers ?? covers,
        notes,
        starters,
        pause,
        failing,
        ...(colleagues ? { colleagues: colleagues.value } : {}),
        ...(channel ? { channel: channel.value } : {}),
        // The last copy of a calendar is of no use once desk.yaml holds the shifts.
        ...(dated && (like ?? ports).desk.feed ? { dated: dated.value } : {}),
        ...(theirs?.colleagues ? { theirColleagues: theirs.colleagues } : {}),
      }),
    };
  } catch (fault) {
    if (!isStorageFault(fault)) throw fault;
    return ports;
  }
}

/** What a desk that is like another has from that one, besides desk.yaml and its calendar. */
async function sharedBy({ settings, snapshots }: Ports) {
  const [{ covers }, colleagues] = await Promise.all([settings.get(), snapshots.get('colleagues')]);
  return { covers, colleagues: colleagues?.value };
}

/** Its people, its shifts and what the staff set are those of its desk, as far as they are in the private channel. */
async function withPrivateSideNow(ports: Ports, inPublic: Ports): Promise<Ports> {
  const { desk, snapshots } = ports;
  const { desk: its } = await withDeskNow(inPublic);
  const [colleagues, channel] = await Promise.all([
    snapshots.get('colleagues'),
    snapshots.get('channel'),
  ]).catch((fault: unknown) => {
    if (!isStorageFault(fault)) throw fault;
    return [];
  });
  return { ...ports, desk: privateSideNow(desk, its, colleagues?.value, channel?.value) };
}
