import { fileURLToPath } from 'node:url';

/**
 * The arguments for node to start a program of the tests; `path` is from the project's root. `npm test` compiles these
 * programs (`test/tsconfig.programs.json`), so that they start in half the time; otherwise tsx runs the source.
 */
export function program(path: string): readonly string[] {
  const compiled = process.env.TEST_PROGRAMS;
  if (compiled) return [`${compiled}/${path.replace(/\.ts$/, '.js')}`];
  return ['--import', 'tsx', fileURLToPath(new URL(`../${path}`, import.meta.url))];
}
