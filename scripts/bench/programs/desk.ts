import { createApp } from '../../../src/app.js';
import { loadDeskFile } from '../../../src/config/desk-file.js';
import { readEnv } from '../../../src/config/env.js';
import { dayMs } from '../../../src/core/durations.js';
import { createLog } from '../../../src/log.js';
import { profiling } from './profile.js';
import { ready } from './ready.js';

// The whole desk in one process, put together as `greeting-desk run` does it. It differs in its pace alone: new cards do not
// wait for the moments in which Slack takes them, an answer is not held back for undoing it, and X is read when the bench asks.

const { desks } = await loadDeskFile(process.env.DESK_FILE ?? 'desk.yaml');
const env = readEnv(process.env, ['SANDBOX']);
const atOnce = desks.map((desk) => ({ ...desk, send: { ...desk.send, undoMs: 0 } }));
const pollMentionsMs = Number(process.env.POLL_MENTIONS_MS);
const app = createApp(
  { env, desks: atOnce },
  {
    // That this Redis does not wait for its disk is known.
    log: createLog('error'),
    timings: { postSlotMs: 0, pollMentionsMs, pollOwnPostsMs: dayMs, pollFollowersMs: dayMs },
  },
);
await app.start();
ready({ idle: () => app.idle(), ...profiling() });
