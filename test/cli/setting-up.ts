import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, onTestFinished } from 'vitest';
import { setUp } from '../../src/cli/init.js';
import { createSandbox, type Sandbox } from '../../src/sandbox/sandbox.js';
import { createTerminal, key, type Typist } from './typist.js';

/** `init` in an empty folder for each test, and a sandbox of all networks for all of them. */
export function useSetUp() {
  let sandbox: Sandbox;
  let folder = '';
  beforeAll(async () => {
    sandbox = await createSandbox();
  });
  afterAll(() => sandbox.close());
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'greeting-desk-init-'));
    onTestFinished(() => rm(folder, { recursive: true }));
  });
  const files = () => ({ desk: join(folder, 'desk.yaml'), env: join(folder, '.env') });
  return {
    sandbox: () => sandbox,
    folder: () => folder,
    files,
    inFolder: (name: string) => readFile(join(folder, name), 'utf8'),

    /** Starts the set-up in this folder; `person` answers its questions. Gives its exit code and what it wrote. */
    async sit(person: (typist: Typist) => Promise<void>, environment: Record<string, string> = {}) {
      const { terminal, typist } = createTerminal();
      const { blueskyUrl, slackUrl, xUrl } = sandbox;
      const known = { SLACK_API_URL: slackUrl, X_API_URL: xUrl, BLUESKY_API_URL: blueskyUrl, ...environment };
      const ended = setUp(files(), terminal, known, 'greeting-desk');
      const [code] = await Promise.all([ended, Promise.race([person(typist), ended])]);
      return { code, screen: typist.screen() };
    },
  };
}

/** Answers all before the account, by Enter where that is enough. */
export async function untilNetwork(
  { at }: Pick<Typist, 'at'>,
  { leads = [], network }: { readonly leads?: readonly string[]; readonly network: 'X' | 'Bluesky' },
): Promise<void> {
  await at('Bot token:', 'xoxb-sandbox', key.enter);
  await at('App token:', 'xapp-sandbox', key.enter);
  await at('Channel for the cards', key.enter);
  await at('Who answers', key.enter);
  await at('Names and signatures', key.enter);
  await at('Who leads', ...leads, key.enter);
  await at('Time zone', key.enter);
  await at('When does the library answer', key.enter);
  await at('Which network is the desk for', ...(network === 'X' ? [] : [key.down]), key.enter);
}

/** Answers all of a desk that practises on a network as this account. */
export async function untilPractice(
  typist: Pick<Typist, 'at'>,
  given: Parameters<typeof untilNetwork>[1] & { readonly handle: string; readonly redis: readonly string[] },
): Promise<void> {
  await untilNetwork(typist, given);
  await typist.at('How do you begin', key.enter);
  await typist.at(`handle on ${given.network}`, given.handle, key.enter);
  await typist.at('Address of Redis', ...given.redis, key.enter);
}
