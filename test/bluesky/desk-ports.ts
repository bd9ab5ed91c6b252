import { timingsOn } from '../../src/core/due/network-timings.js';
import { timings } from '../../src/core/due/timings.js';
import { networks } from '../../src/core/network/networks.js';
import { watch } from '../../src/flows/watch/watch.js';
import type { Network } from '../../src/ports/network.js';
import { aDesk } from '../build.js';
import { fakeClock } from '../fakes/clock.js';
import { fakePorts } from '../fakes/ports.js';

/** A desk in memory over a real network, which has looked once, a minute ago. */
export async function watchingDesk(network: Network) {
  const clock = fakeClock(Date.now() - 60_000);
  const desk = aDesk({ network: networks.bluesky });
  const ports = { ...fakePorts({ clock, desk, timings: timingsOn('bluesky', timings, 1) }), network };
  await watch(ports, 'mentions');
  await watch(ports, 'followers');
  clock.pass(60_000);
  return ports;
}
