import { defineConfig } from 'vitest/config';
import { PassedFailedReporter } from './test/passed-failed-reporter.js';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // What only a cluster can show: `npm test -- --redis cluster` runs it.
    exclude: process.env.TEST_REDIS === 'cluster' ? [] : ['test/cluster/**'],
    pool: 'forks',
    // By itself vitest leaves one core free, which halves two.
    maxWorkers: '100%',
    testTimeout: 30_000,
    hookTimeout: 30_000,
    // A fact that is waited for may take long on a busy machine; it fails only when it does not come.
    expect: { poll: { timeout: 20_000 } },
    reporters: ['default', new PassedFailedReporter()],
  },
});
