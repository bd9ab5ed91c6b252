import { createApp } from '../../src/app.js';
import { loadDeskFile } from '../../src/config/desk-file.js';
import { readEnv } from '../../src/config/env.js';
import { createLog } from '../../src/log.js';
import { quickJobs } from './worker-process.js';

const aheadMs = Number(process.argv[2]);
const { desks } = await loadDeskFile(process.argv[3] ?? '');
const env = readEnv(
  process.env,
  desks.map(({ account }) => account.secrets),
);
const clock = { now: () => Date.now() + aheadMs, monotonic: () => performance.now() };
const overrides = { roles: ['worker'] as const, clock, log: createLog('silent'), timings: quickJobs };
await createApp({ env, desks }, overrides).start();
console.log('started');
