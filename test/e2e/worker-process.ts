import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { program } from '../programs.js';
import type { Scene } from './desk.js';

/** In real ms: another worker takes the job of a killed one after these, not after the usual 15 s. */
export const quickJobs = { jobLockMs: 2_000, jobStalledMs: 500 };

export interface WorkerProcess {
  /** Kills it without a warning, as a power cut does. */
  kill(): Promise<void>;
}

/** Starts a `worker` as a process of its own. Its clock shows the sandbox's present time. */
export async function startWorkerProcess(
  { environment, sandbox }: Scene,
  deskFile = 'scripts/dev-desk.yaml',
): Promise<WorkerProcess> {
  const main = program('test/e2e/worker-process-main.ts');
  const aheadMs = sandbox.clock.now() - Date.now();
  const child = spawn(process.execPath, [...main, String(aheadMs), deskFile], {
    env: { PATH: process.env.PATH, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const started = once(child.stdout, 'data');
  await Promise.race([started, ended.then(() => Promise.reject(new Error('The worker ended at once.')))]);
  return {
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
