import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/longest-first.js';
import { PassedFailedReporter } from './test/passed-failed-reporter.js';

const isCluster = process.env.TEST_REDIS === 'cluster';
// A busy machine is no failure: what is waited for has a limit of its own.
const timeoutMs = 60_000;

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // What only a cluster can show: `npm test -- --redis cluster` runs it.
    exclude: isCluster ? [] : ['test/cluster/**'],
    pool: 'forks',
    // Files share a process and what it has loaded, so none may leave anything behind.
    isolate: false,
    // They often wait for a browser, another process or a server: more of them than cores.
    maxWorkers: Math.ceil(availableParallelism() * 1.5),
    sequence: { sequencer: LongestFirst },
    testTimeout: timeoutMs,
    hookTimeout: timeoutMs,
    // A fact that is waited for may take long on a busy machine; it fails only when it does not come.
    expect: { poll: { timeout: 20_000 } },
    reporters: ['default', new PassedFailedReporter()],
  },
});
