import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { timings } from '../../src/core/due/timings.js';
import { createSandbox, type Sandbox } from '../../src/sandbox/sandbox.js';
import { createNetwork } from '../../src/x/client.js';
import { run, start } from './program.js';

let folder: string;
let sandbox: Sandbox;
const file = (name: string) => join(folder, name);
const files = () => ['--desk', file('desk.yaml'), '--env', file('.env')];
const branch = (ownsApp: boolean) =>
  `  branch:\n    channel: C0BRANCH1\n    like: central\n    x: { handle: branchlibrary, secrets: BRANCH, plan: self-serve, ownsApp: ${ownsApp} }\n`;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'greeting-desk-sign-in-'));
  sandbox = await createSandbox();
  await sandbox.x.acts.addAccount?.({ handle: 'branchlibrary', name: 'Branch Library' });
  await sandbox.x.acts.addAccount?.({ handle: 'maya_reads', name: 'Maya Ortiz' });
});
afterAll(async () => {
  await sandbox.close();
  await rm(folder, { recursive: true });
});

const written = `# Ours
SLACK_BOT_TOKEN=xoxb-1
X_BRANCH_APP_KEY=sandbox-app-key
X_BRANCH_APP_SECRET=sandbox-app-secret
X_BRANCH_ACCESS_TOKEN=
X_BRANCH_ACCESS_SECRET=
`;
beforeEach(async () => {
  const example = (await readFile('desk.example.yaml', 'utf8')).trimEnd();
  await writeFile(file('desk.yaml'), `${example}\n${branch(false)}`);
  await writeFile(file('.env'), `${written}X_API_URL=${sandbox.xUrl}\n`, { mode: 0o644 });
  await sandbox.x.acts.settings?.({ noCallback: false });
});
const inFile = async () => parseEnv(await readFile(file('.env'), 'utf8'));

/** The program while it asks: what it has said so far, and how to answer. */
function asking(args: readonly string[]) {
  const running = start(['sign-in', ...args, ...files()]);
  const { stdin, stdout } = running.process;
  let said = '';
  const looks = new Set<() => void>();
  stdout?.on('data', (part: Buffer) => {
    said += part.toString();
    for (const look of looks) look();
  });
  return {
    end: running.end,
    says: (pattern: RegExp) =>
      new Promise<string>((resolve, reject) => {
        const look = () => {
          const [found] = pattern.exec(said) ?? [];
          if (found !== undefined) resolve(found);
        };
        looks.add(look);
        look();
        void running.end().then(({ err }) => reject(new Error(`ended without ${pattern}:\n${said}${err}`)));
      }),
    answer: (line: string) => stdin?.write(`${line}\n`),
    leave: () => stdin?.end(),
  };
}

/** Opens X's page in a browser of somebody's, says yes, and reads the PIN. */
async function authorizes(page: string, handle: string): Promise<string> {
  const post = (form: string) =>
    fetch(`${page}&browser=${handle}`, {
      method: 'POST',
      body: form,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    }).then((response) => response.text());
  await post(`as=${handle}`);
  return /<code>(\d{7})<\/code>/.exec(await post(''))?.[1] ?? '';
}

const pageOf = /http:\/\/127\.0\.0\.1:\d+\/oauth\/authorize\?\S+/;

it('an account signs in to the app of another one, and its keys are in .env for nobody else to read', async () => {
  const program = asking(['branch']);
  const page = await program.says(pageOf);
  expect(page).toContain('screen_name=branchlibrary');
  await program.says(/PIN that X then shows/);
  program.answer(await authorizes(page, 'branchlibrary'));
  const { code, out, err } = await program.end();
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toContain('X bills whoever does not own the app 5 to 10 times as much');
  expect(out).not.toContain('ownsApp is true');

  const keys = await inFile();
  expect(keys.SLACK_BOT_TOKEN).toBe('xoxb-1');
  expect((await readFile(file('.env'), 'utf8')).startsWith('# Ours\n')).toBe(true);
  expect((await stat(file('.env'))).mode & 0o777).toBe(0o600);
  const credentials = {
    appKey: keys.X_BRANCH_APP_KEY ?? '',
    appSecret: keys.X_BRANCH_APP_SECRET ?? '',
    accessToken: keys.X_BRANCH_ACCESS_TOKEN ?? '',
    accessSecret: keys.X_BRANCH_ACCESS_SECRET ?? '',
  };
  const network = createNetwork({ credentials, origin: sandbox.xUrl, timings, now: Date.now });
  expect((await network.me()).handle).toBe('branchlibrary');
  expect(`${out}${err}`).not.toContain(credentials.accessSecret);

  // Another time it asks before it takes their place, and no answer is no.
  const again = asking(['branch']);
  await again.says(/has an access token of BRANCH\. Replace it\? \(y\/N\)/);
  again.answer('');
  expect(await again.end()).toMatchObject({ code: 0, out: expect.stringContaining('Nothing was changed.') });
  const cutOff = asking(['branch']);
  await cutOff.says(/Replace it/);
  cutOff.leave();
  expect(await cutOff.end()).toMatchObject({ code: 1, err: expect.stringContaining('Nothing was written.') });
  expect(await inFile()).toEqual(keys);
});

it.each([
  ['a wrong PIN', async () => '0000000', 'X does not take this PIN'],
  [
    'a PIN that came too late',
    async (page: string) => {
      const pin = await authorizes(page, 'branchlibrary');
      sandbox.clock.advance(16 * 60_000);
      return pin;
    },
    'X does not take this PIN',
  ],
  [
    'the yes of somebody else',
    (page: string) => authorizes(page, 'maya_reads'),
    '@maya_reads authorized the app, and desks.branch.x.handle is branchlibrary.',
  ],
])('%s leaves .env as it is', async (_name, pinFrom, said) => {
  const program = asking(['branch']);
  const page = await program.says(pageOf);
  await program.says(/PIN that X then shows/);
  program.answer(await pinFrom(page));
  expect(await program.end()).toMatchObject({ code: 1, err: expect.stringContaining(said) });
  expect(await inFile()).toMatchObject({ X_BRANCH_ACCESS_TOKEN: '' });
});

it('what stands in the way is said before anything is asked of anybody', async () => {
  await sandbox.x.acts.settings?.({ noCallback: true });
  expect(await run(['sign-in', 'branch', ...files()])).toMatchObject({
    code: 1,
    err: expect.stringContaining('its app has no user-authentication settings yet'),
  });
  expect(await run(['sign-in', ...files()])).toMatchObject({
    code: 1,
    err: 'Which desk? Say it: sign-in <desk-id>. There are: central, branch.\n',
  });
  expect((await run(['sign-in', 'branch', ...files()], { X_BRANCH_ACCESS_TOKEN: 't' })).err).toBe(
    'X_BRANCH_ACCESS_TOKEN is set in the environment, which wins over the file; allowed: without it.\n',
  );
});

it('an account of which desk.yaml says that it owns the app is told what that means', async () => {
  const text = await readFile(file('desk.yaml'), 'utf8');
  await writeFile(file('desk.yaml'), text.replace('ownsApp: false', 'ownsApp: true'));
  const program = asking(['branch']);
  await program.says(/desks\.branch\.x\.ownsApp is true\. .* it has to be false/);
  await program.says(/PIN that X then shows/);
  program.leave();
  expect((await program.end()).code).toBe(1);
});
