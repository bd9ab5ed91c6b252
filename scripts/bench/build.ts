import { execFile } from 'node:child_process';
import { copyFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../..', import.meta.url));
const run = (command: string, ...words: string[]) => promisify(execFile)(command, words, { cwd: root });

/**
 * Compiles the program into `dist`, as it is installed, and what the bench runs in processes of their own into
 * `.cache/programs`: what tsx makes of a source runs slower. `program()` of test/programs.ts then finds it there.
 */
export async function buildAll(): Promise<void> {
  const tsc = 'node_modules/typescript/bin/tsc';
  await run('npm', 'run', '--silent', 'build');
  await run(process.execPath, tsc, '-p', 'test/tsconfig.programs.json');
  const programs = `${root}.cache/programs`;
  // The program reads its version beside its sources.
  await copyFile(`${root}package.json`, `${programs}/package.json`);
  process.env.TEST_PROGRAMS = programs;
}
