import type { Poll } from '../../src/core/due/due-entries.js';
import { timings } from '../../src/core/due/timings.js';
import { createDue } from '../../src/store/due.js';
import { deskKeys } from '../../src/store/keys.js';
import { connect } from '../store/connect.js';

/** Processes follow the machine's clock: the next poll comes a minute later, so the due list is asked to be early. */
export async function pollNow(prefix: string, poll: Poll, desk = 'central'): Promise<void> {
  const redis = connect();
  await createDue(redis, deskKeys(prefix, desk), timings).put({ job: 'poll', id: poll, at: 0 });
  redis.disconnect();
}
