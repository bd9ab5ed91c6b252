import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'];
const elsewhere = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];
/** Chromium, and the fonts that the page's letters and emoji need. */
const packages = ['chromium', 'fonts-dejavu-core', 'fonts-noto-color-emoji'];

/** The path of a Chromium: `$CHROMIUM_BIN`, one on the PATH or in macOS's Applications; undefined if there is none. */
export function findBrowser(env: NodeJS.ProcessEnv = process.env): string | undefined {
  if (env.CHROMIUM_BIN) return env.CHROMIUM_BIN;
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, ...elsewhere].find((path) => existsSync(path));
}

/**
 * The path of a Chromium for the tests of the page. Installs one if it is missing and this is root on Debian or Ubuntu.
 * Throws an Error of one line that says what to install.
 */
export async function needBrowser(
  env: NodeJS.ProcessEnv = process.env,
  installing = install,
): Promise<string> {
  const found = findBrowser(env);
  if (found) return found;
  const reason = await installing().then(
    () => 'apt-get installed no chromium',
    (error: unknown) => (error instanceof Error ? error.message.trim().split('\n').at(-1) : String(error)),
  );
  const installed = findBrowser(env);
  if (installed) return installed;
  throw new Error(
    `There is no Chromium: set CHROMIUM_BIN, or install one (macOS: brew install --cask chromium; Debian, Ubuntu: apt-get install ${packages.join(' ')}). Installing one failed: ${reason}`,
  );
}

async function install(): Promise<void> {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) {
    throw new Error('only root on Debian or Ubuntu can');
  }
  console.log(`Installing ${packages.join(', ')} by apt-get…`);
  const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, maxBuffer: 64 * 1024 * 1024 };
  await run('apt-get', ['update', '-qq'], options);
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], options);
}
