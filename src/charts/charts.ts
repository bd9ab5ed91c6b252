import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Charts } from '../ports/charts.js';

const run = promisify(execFile);

/** Drawing takes about 1 s; some 2 s from TypeScript (tests, the demo), which the program translates first. */
const longestMs = 60_000;
/** In bytes. A picture has some 100,000. */
const largest = 8 * 1024 * 1024;

/**
 * Charts that are drawn in a process of their own, which ends with its picture. The library, the rasteriser and the fonts
 * take some 90 MB, of which a thread leaves 40 MB behind; and people are answered meanwhile.
 */
export function createCharts(): Charts {
  return {
    async png(chart) {
      // It needs nothing of the desk's environment, in which keys are.
      const running = run(process.execPath, program, {
        encoding: 'buffer',
        timeout: longestMs,
        maxBuffer: largest,
        env: {},
      });
      // A program that ends before it has read all says by its exit code that it failed.
      running.child.stdin?.on('error', () => {}).end(JSON.stringify(chart));
      const { stdout } = await running;
      return stdout;
    },
  };
}

const file = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const program = import.meta.url.endsWith('.ts')
  ? [
      '--import',
      new URL('../../scripts/tsx-in-threads.mjs', import.meta.url).href,
      file('./chart-program.ts'),
    ]
  : [file('./chart-program.js')];
