import { chmod, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { setUp } from '../../src/cli/init.js';
import { loadDeskFile } from '../../src/config/desk-file.js';
import { readEnv } from '../../src/config/env.js';
import { run } from './program.js';
import { untilPractice, useSetUp } from './setting-up.js';
import { createTerminal, key, type Typist } from './typist.js';

const { files, folder, inFolder, sandbox, sit } = useSetUp();
const redisUrl = process.env.REDIS_URL ?? '';
const modeOf = async (name: string) => ((await stat(join(folder(), name))).mode & 0o777).toString(8);
const slack = (name: string, args: Record<string, unknown>) => sandbox().slack.acts[name]?.(args);

/** Answers everything as one does who practises, mostly by Enter. */
const practise = (typist: Pick<Typist, 'at'>) =>
  untilPractice(typist, {
    network: 'X',
    leads: [key.down, key.down],
    handle: 'millpond_lib',
    redis: [redisUrl],
  });

describe('from nothing', () => {
  it('writes a desk that can be used, and secrets for one pair of eyes', async () => {
    const { code, screen } = await sit(practise);
    expect(code).toBe(0);
    const { desks, warnings } = await loadDeskFile(files().desk);
    expect(warnings).toEqual([]);
    expect(desks.map(({ channel }) => channel)).toEqual(['C0XDESK01']);
    expect(desks[0]?.account).toMatchObject({ handle: 'millpond_lib', practice: true });
    expect(desks[0]?.rota.timeZone).toBe('Europe/London');
    const people = desks[0]?.rota.staff.map(
      ({ lead, name, signature }) => `${name} ^${signature}${lead ? ', lead' : ''}`,
    );
    expect(people).toEqual(['Ana ^AK', 'Ben ^BO', 'Carla ^CR, lead', 'Dev ^DP', 'Edith ^EL']);
    const env = readEnv(parseEnv(await inFolder('.env')), []);
    expect(env).toMatchObject({ slack: { botToken: 'xoxb-sandbox', appToken: 'xapp-sandbox' }, redisUrl });
    expect(env.forget.key).toMatch(/^[0-9a-f]{64}$/);
    expect(await modeOf('.env')).toBe('600');
    expect(await readdir(folder())).toHaveLength(2);
    expect(screen).toContain(`greeting-desk doctor --desk ${files().desk} --env ${files().env}`);
    expect(screen).not.toContain('xoxb-sandbox');
    expect((await run(['check', files().desk])).code).toBe(0);
  });

  it('says of each answer that is refused why and where the right one is, and keeps what was typed', async () => {
    slack('leave', { bot: true, channel: 'C0XDESK01' });
    const invite = () => void slack('join', { bot: true, channel: 'C0XDESK01' });
    onTestFinished(invite);
    const { scopes } = (await slack('manifest', {})) as { scopes: string[] };
    await slack('manifest', {
      scopes: scopes.filter((scope) => scope !== 'users:read' && scope !== 'im:write'),
    });
    const { code } = await sit(async ({ at }) => {
      await at('Bot token:', 'xapp-sandbox', key.enter);
      await at('This is the app-level token, which is asked for next.', 'xoxb-nope', key.enter);
      await at("Slack doesn't take this token.", 'xoxb-sandbox', key.enter);
      await at('The app lacks im:write, users:read. Open App Manifest');
      await slack('manifest', { scopes });
      await at('', key.enter);
      await at('Greeting Desk in the workspace Central Library.');
      await at('App token:', 'xapp-1-A0OTHER01-1-a', key.enter);
      await at('of another app (A0OTHER01) than the bot token (A0DESK001).', 'xapp-nope', key.enter);
      await at(
        "Slack doesn't know this app-level token. Make one: Basic Information",
        'xapp-sandbox',
        key.enter,
      );
      await at('and type: /invite @Greeting Desk');
      await at('One whose id I have', key.down, key.enter);
      await at('Channel id', '#x-desk', key.enter);
      await at('Allowed: a Slack channel id such as C0XDESK01', key.clear, 'C0XDESK01', key.enter);
      await at('The app is not in #x-desk. Type /invite @Greeting Desk there');
      invite();
      await at('', key.enter);
      await at('Who answers', 'i', key.enter);
      await at('At least one person', 'a', key.enter);
      await at('Names and signatures', key.down, key.enter);
      await at('Name (Ana)', key.enter);
      await at('Signature, without ^ (AK)', 'BO', key.enter);
      await at('Ben has ^BO. Each needs their own.', key.clear, 'ANA', key.enter);
      await at('Ana ^ANA', key.enter);
      await at('Who leads', key.enter);
      await at('Time zone', 'Europe/Lodnon', key.enter);
      await at('Is it Europe/London?', key.clear, 'Europe/London', key.enter);
      await at('When does the library answer', 'mo-fr 9-5', key.enter);
      await at(`"mo-fr 9-5" can't be read.`, key.clear, 'mon-fri 9:00-17:00', key.enter);
      await at('Which network is the desk for', key.enter);
      await at('How do you begin', key.enter);
      await at('handle on X', 'mill pond', key.enter);
      await at("Allowed: the account's X name", key.clear, 'https://x.com/millpond_lib', key.enter);
      await at('Address of Redis', 'redis://127.0.0.1:1', key.enter);
      await at("can't be reached (ECONNREFUSED).", key.clear, redisUrl, key.enter);
    });
    expect(code).toBe(0);
    const { desks } = await loadDeskFile(files().desk);
    expect(desks[0]?.account.handle).toBe('millpond_lib');
    expect(desks[0]?.rota.staff[0]).toMatchObject({ name: 'Ana', signature: 'ANA', lead: true });
  });

  it('Ctrl-C leaves nothing behind', async () => {
    const { code, screen } = await sit(async ({ at }) => {
      await at('Bot token:', 'xoxb-sandbox', key.enter);
      await at('App token:', key.stop);
    });
    expect(code).toBe(130);
    expect(screen).toContain('Stopped. Nothing was written.');
    expect(await readdir(folder())).toEqual([]);
  });

  it('without a Redis the desk is written all the same, and that nobody looked is said', async () => {
    const { code, screen } = await sit(async (typist) => {
      await practise({
        ...typist,
        at: (words, ...keys) => typist.at(words, ...keys.map((one) => (one === redisUrl ? 'later' : one))),
      });
    });
    expect(code).toBe(0);
    expect(screen).toContain('Redis was not looked at');
    expect(await inFolder('.env')).toContain('REDIS_URL=redis://127.0.0.1:6379\n');
  });

  it('asks nothing where nothing can be written, or where there is no terminal', async () => {
    const { terminal, typist } = createTerminal();
    const nowhere = { desk: join(folder(), 'none', 'desk.yaml'), env: join(folder(), '.env') };
    await expect(setUp(nowhere, terminal, {}, 'greeting-desk')).rejects.toThrow(
      'no file can be written there (ENOENT)',
    );
    expect(typist.screen()).toBe('');
    const { code, err } = await run(['init']);
    expect([code, err.trim().split('\n')]).toEqual([1, [expect.stringContaining('needs a terminal')]]);
  });
});

describe('once more', () => {
  /** What a practising desk left, with marks of a hand. */
  async function handEdited() {
    await sit(practise);
    const text = (await inFolder('desk.yaml'))
      .replace('# Days on which nobody answers.', '#   our holidays, see the intranet')
      .replace('timeZone: Europe/London', 'timeZone:   "Europe/London"  # ours');
    await writeFile(files().desk, text);
    const env = `${await inFolder('.env')}LOG_LEVEL=warn # quiet\n`;
    await writeFile(files().env, env);
    return { text, env };
  }

  const keys = {
    X_MAIN_APP_KEY: 'sandbox-app-key',
    X_MAIN_APP_SECRET: 'sandbox-app-secret',
    X_MAIN_ACCESS_TOKEN: '1200000000000000001-sandbox-access-token',
    X_MAIN_ACCESS_SECRET: 'sandbox-access-secret',
  };

  it('goes live with keys that X knows, and changes nothing else in either file', async () => {
    const { text, env } = await handEdited();
    await chmod(files().env, 0o644);
    const may = (what: string) => sandbox().x.acts.permissions?.({ handle: 'centrallibrary', may: what });
    may('read');
    const { code, screen } = await sit(async ({ at }) => {
      await at('What shall change', key.enter);
      await at('handle on X', key.enter);
      await at('Is the library part of a council', key.up, key.up, key.up, key.enter);
      await at('API key', 'sandbox-app-key', key.enter);
      await at('API key secret', 'sandbox-app-secret', key.enter);
      await at('Access token', keys.X_MAIN_ACCESS_TOKEN, key.enter);
      await at('Access token secret', 'not-the-secret', key.enter);
      await at("X doesn't take these keys (Unauthorized).", key.enter);
      await at('API key (•••• kept', key.enter);
      await at('API key secret (•••• kept', key.enter);
      await at('Access token (•••• kept', key.enter);
      await at('Access token secret (•••• kept', keys.X_MAIN_ACCESS_SECRET, key.enter);
      await at('These keys may read, but not write.', key.enter);
      may('messages');
      for (const name of ['API key (', 'API key secret (', 'Access token (', 'Access token secret (']) {
        await at(name, key.enter);
      }
      await at('These are the keys of @centrallibrary, not of @millpond_lib.', key.down, key.enter);
      await at('own the developer app', key.enter);
      await at('What may X bill', '30', key.enter);
      await at('Who is signed in', key.space, key.enter);
      await at('- practice: true');
      await at('Change', key.enter);
      await at('others on this machine could read its secrets', key.enter);
    });
    expect(code).toBe(0);
    const changed = await inFolder('desk.yaml');
    const isOurs = (line: string) => /handle:|practice:|governmentUse|xSignIn|budget:/.test(line);
    const others = (of: string) => of.split('\n').filter((line) => !isOurs(line));
    expect(others(changed)).toEqual(others(text));
    expect(await inFolder('.env')).toBe(
      `${env}${Object.entries(keys)
        .map(([name, value]) => `${name}=${value}\n`)
        .join('')}`,
    );
    expect(await modeOf('.env')).toBe('600');
    for (const value of Object.values(keys)) expect(screen).not.toContain(value);
    const { desks } = await loadDeskFile(files().desk);
    expect(desks[0]?.account).toMatchObject({ handle: 'centrallibrary', governmentUse: 'notGovernment' });
    expect(desks[0]?.account.practice).toBeUndefined();
    expect(desks[0]?.rota.staff.filter(({ xSignIn }) => xSignIn).map(({ name }) => name)).toEqual(['Ana']);
    expect(desks[0]?.budget).toEqual({ monthlyUsd: 30 });
  });

  it('practises on where nobody knows yet whether the library is a government body, and writes nothing new', async () => {
    const { text, env } = await handEdited();
    const { screen } = await sit(async ({ at }) => {
      await at('What shall change', key.enter);
      await at('handle on X', key.enter);
      await at('Is the library part of a council', key.enter);
    });
    expect(screen).toContain(`${files().desk} stays as it is.`);
    expect([await inFolder('desk.yaml'), await inFolder('.env')]).toEqual([text, env]);
  });

  it('proposes who is new in the channel, and a file that somebody does not want changed stays', async () => {
    const { text } = await handEdited();
    slack('addPerson', { id: 'U0ALICE06', name: 'alice', real_name: 'Alice Khan' });
    slack('join', { user: 'U0ALICE06', channel: 'C0XDESK01' });
    const addAlice = (typed: string) =>
      sit(async ({ at }) => {
        await at('What shall change', key.down, key.enter);
        await at('Bot token: OAuth & Permissions, Bot User OAuth Token (xoxb-…) (•••• kept', key.enter);
        await at('App token:', key.enter);
        await at('Channel for the cards', key.enter);
        await at('Who else of #x-desk answers', key.space, key.enter);
        await at('Alice ^AKH', key.enter);
        await at('+ alice: { slack: U0ALICE06, name: Alice, signature: AKH }');
        await at('Change', typed, key.enter);
      });
    await addAlice('n');
    expect(await inFolder('desk.yaml')).toBe(text);
    await addAlice('y');
    expect((await inFolder('desk.yaml')).split('\n').filter((line) => !line.includes('alice'))).toEqual(
      text.split('\n'),
    );
  });

  it('a desk.yaml that can not be used is named before anything is asked', async () => {
    await writeFile(files().desk, 'desks: { central: {} }\n');
    await expect(sit(async () => {})).rejects.toThrow('desk.yaml:1:');
  });
});
