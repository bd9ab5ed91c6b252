import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * The test files that `vitest run` runs with these arguments, as paths from the project's root. Throws an Error of one
 * line that names an option which vitest does not know, or every filter that no test file matches.
 */
export async function chooseTests(words: readonly string[]): Promise<readonly string[]> {
  const files = testFiles();
  if (words.length === 0) return files;
  const filters = await readFilters(words);
  const inVain = filters.filter((filter) => !files.some((file) => matches(file, filter)));
  if (inVain.length > 0) {
    throw new Error(
      `No test file has ${inVain.join(' or ')} in its path; allowed: a part of one, such as ${foldersOf(files).join(', ')}.`,
    );
  }
  return filters.length === 0
    ? files
    : files.filter((file) => filters.some((filter) => matches(file, filter)));
}

function testFiles(): readonly string[] {
  return readdirSync('test', { recursive: true, encoding: 'utf8' })
    .map((path) => `test/${path.replaceAll(sep, '/')}`)
    .filter((path) => path.endsWith('.test.ts'))
    .sort();
}

function foldersOf(files: readonly string[]): readonly string[] {
  return [...new Set(files.flatMap((file) => /^test\/[^/]+(?=\/)/.exec(file) ?? []))];
}

async function readFilters(words: readonly string[]): Promise<readonly string[]> {
  if (words.some((word) => word.startsWith('-'))) await refuseUnknownOption(words);
  // Only when there are arguments, because loading it takes longer than the rest of this script.
  const { parseCLI } = await import('vitest/node');
  return parseCLI(['vitest', 'run', ...words]).filter;
}

/** Vitest's parser takes unknown options, but its commands refuse them. `list` is the quickest command. */
async function refuseUnknownOption(words: readonly string[]): Promise<void> {
  const listing = ['node_modules/vitest/vitest.mjs', 'list', '--filesOnly', ...words];
  const said = await run(process.execPath, listing).then(
    () => '',
    (error: { stderr?: string }) => error.stderr ?? '',
  );
  const reason = /^CACError: (.+)$/m.exec(said)?.[1];
  if (reason) throw new Error(`${reason}; allowed: --redis, and the options of npx vitest run --help.`);
}

/** Matches as vitest does: a part of the path in any case, absolute or relative, perhaps with a line number. */
function matches(file: string, filter: string): boolean {
  const path = filter.replace(/:\d+$/, '').toLowerCase();
  const fromRoot = relative(process.cwd().toLowerCase(), path).replaceAll(sep, '/');
  const lower = file.toLowerCase();
  return lower.includes(path) || lower.includes(fromRoot);
}
