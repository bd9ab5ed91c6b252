import { fileURLToPath } from 'node:url';

/**
 * The command line for node of a program that tests start, `path` from the project's root. `npm test` has compiled it
 * (`test/tsconfig.programs.json`), which halves what a start takes; elsewhere tsx reads it as it is.
 */
export function program(path: string): readonly string[] {
  const compiled = process.env.TEST_PROGRAMS;
  if (compiled) return [`${compiled}/${path.replace(/\.ts$/, '.js')}`];
  return ['--import', 'tsx', fileURLToPath(new URL(`../${path}`, import.meta.url))];
}
