import { once } from 'node:events';
import { readdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseEnv } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { loadDeskFile } from '../../src/config/desk-file.js';
import { readEnv } from '../../src/config/env.js';
import { run } from './program.js';
import { untilNetwork, untilPractice, useSetUp } from './setting-up.js';
import { key, type Typist } from './typist.js';

const { files, folder, inFolder, sandbox, sit } = useSetUp();
const redisUrl = process.env.REDIS_URL ?? '';
const appPassword = 'sand-boxa-pppa-sswd';

const practise = (typist: Typist) =>
  untilPractice(typist, { network: 'Bluesky', handle: 'centrallibrary.test', redis: [redisUrl] });

describe('from nothing, on Bluesky', () => {
  it('begins with practice, which asks for no password, and writes a desk that can be used', async () => {
    const { code, screen } = await sit(practise);
    expect(code).toBe(0);
    const { desks, warnings } = await loadDeskFile(files().desk);
    expect(warnings).toEqual([]);
    expect(desks[0]?.network.id).toBe('bluesky');
    expect(desks[0]?.account).toMatchObject({ handle: 'centrallibrary.test', practice: true });
    expect(await inFolder('.env')).not.toContain('BLUESKY');
    expect(await inFolder('desk.yaml')).not.toMatch(/\bX\b/u);
    expect(screen).not.toMatch(/handle on X|signed in to X|four keys/u);
    expect(screen).toContain('an app password of Bluesky; INSTALL.md says where');
    expect((await run(['check', files().desk])).code).toBe(0);
  });

  it('goes live at once with a password that signs in, and says of each answer that is refused why', async () => {
    const { code, screen } = await sit(async (typist) => {
      const { at } = typist;
      await untilNetwork(typist, { network: 'Bluesky' });
      await at('How do you begin', key.down, key.enter);
      await at('handle on Bluesky', 'central', key.enter);
      await at("Allowed: the account's Bluesky name without @", key.clear, 'nobody.test', key.enter);
      await at(
        'Nobody has the name nobody.test on Bluesky.',
        key.clear,
        'https://bsky.app/profile/CentralLibrary.test',
        key.enter,
      );
      await at(`Its server is ${sandbox().blueskyUrl}.`);
      await at('App password', 'not-the-pass-word', key.enter);
      await at("Bluesky doesn't take this password for @centrallibrary.test. Copy it again");
      await at('Then', key.enter);
      await at('App password', 'sandbox-library-password', key.enter);
      await at("This is the account's own password, which may do everything. Make an app password");
      await at('Then', key.enter);
      await at('App password', appPassword, key.enter);
      await at('Address of Redis', redisUrl, key.enter);
    });
    expect(code).toBe(0);
    const { desks } = await loadDeskFile(files().desk);
    expect(desks[0]?.account).toMatchObject({ handle: 'centrallibrary.test', service: sandbox().blueskyUrl });
    expect(desks[0]?.account.practice).toBeUndefined();
    const env = readEnv(parseEnv(await inFolder('.env')), [], ['MAIN']);
    expect(env.bluesky.passwords).toEqual({ MAIN: appPassword });
    for (const secret of [appPassword, 'sandbox-library-password']) expect(screen).not.toContain(secret);
    expect(await readdir(folder())).toHaveLength(2);
  });

  it('asks for the server where the directory does not say it, and practises on without a password', async () => {
    const did = { did: 'did:plc:practicepracticepractice' };
    const knowsHandles = createServer(({ url = '' }, response) => {
      response.writeHead(url.includes('resolveHandle') ? 200 : 404, { 'content-type': 'application/json' });
      response.end(JSON.stringify(url.includes('resolveHandle') ? did : {}));
    }).listen(0, '127.0.0.1');
    onTestFinished(() => void knowsHandles.close());
    await once(knowsHandles, 'listening');
    const { port } = knowsHandles.address() as AddressInfo;
    const { code } = await sit(
      async (typist) => {
        const { at } = typist;
        await untilNetwork(typist, { network: 'Bluesky' });
        await at('How do you begin', key.down, key.enter);
        await at('handle on Bluesky', 'centrallibrary.test', key.enter);
        await at('The server that holds the account', key.clear, 'pds.example', key.enter);
        await at('Allowed: an origin in small letters', key.clear, 'http://127.0.0.1:1', key.enter);
        await at('It gives no answer.', key.clear, sandbox().blueskyUrl, key.enter);
        await at(`Its server is ${sandbox().blueskyUrl}.`);
        await at('App password', 'not-the-pass-word', key.enter);
        await at('Then', key.down, key.enter);
        await at('Address of Redis', redisUrl, key.enter);
      },
      { BLUESKY_API_URL: `http://127.0.0.1:${port}` },
    );
    expect(code).toBe(0);
    const { desks } = await loadDeskFile(files().desk);
    expect(desks[0]?.account.practice).toBe(true);
    expect(await inFolder('.env')).not.toContain('BLUESKY');
  });
});

describe('once more, on Bluesky', () => {
  it('goes live with an app password, and changes nothing else in either file', async () => {
    await sit(practise);
    const text = (await inFolder('desk.yaml')).replace('# Days on which', '#   ours: days on which');
    await writeFile(files().desk, text);
    const env = await inFolder('.env');
    const { screen } = await sit(async ({ at }) => {
      await at('Go live: the real Bluesky in place of practice', key.enter);
      await at('handle on Bluesky', key.enter);
      await at('App password', appPassword, key.enter);
      await at('- practice: true');
      await at('Change', key.enter);
      await at('new: BLUESKY_MAIN_APP_PASSWORD');
      await at('Change', key.enter);
    });
    expect(screen).not.toContain(appPassword);
    const others = (of: string) =>
      of.split('\n').filter((line) => !/practice: (?:true|false)|service:/u.test(line));
    expect(others(await inFolder('desk.yaml'))).toEqual(others(text));
    expect(await inFolder('.env')).toBe(`${env}BLUESKY_MAIN_APP_PASSWORD=${appPassword}\n`);
    const { desks } = await loadDeskFile(files().desk);
    expect(desks[0]).toMatchObject({ id: 'x-desk', account: { service: sandbox().blueskyUrl } });
    // And the password that is there needs no second paste.
    const again = await sit(async ({ at }) => {
      await at('Bluesky: account, app password, or back to practice', key.enter);
      await at('How do you begin', key.enter);
      await at('handle on Bluesky', key.enter);
      await at('App password (xxxx-xxxx-xxxx-xxxx) (•••• kept', key.enter);
      await at('.env stays as it is.');
    });
    expect(again.screen).toContain(`${files().desk} stays as it is.`);
  });

  it('of a desk with the people of another one it asks neither for people nor for hours', async () => {
    await sit(practise);
    const before = await inFolder('desk.yaml');
    const branch = `  branch:
    channel: C0BRANCH1
    like: x-desk
    bluesky: { handle: branch.test, secrets: BRANCH, practice: true }
`;
    await writeFile(files().desk, `${before}${branch}`.replace('x-desk:', 'x-desk: # first'));
    const text = await inFolder('desk.yaml');
    await sandbox().bluesky.acts.addAccount?.({ handle: 'branch.test', password: 'branch-password' });
    await sandbox().bluesky.acts.appPassword?.({ handle: 'branch.test', password: 'bran-bran-bran-bran' });
    await sit(async ({ at }) => {
      await at('Which desk?', key.down, key.enter);
      await at('What shall change at the desk branch?', key.enter);
      await at('handle on Bluesky', key.enter);
      await at('App password', 'bran-bran-bran-bran', key.enter);
      await at('Change', key.enter);
      await at('new: BLUESKY_BRANCH_APP_PASSWORD');
      await at('Change', key.enter);
    });
    const changed = `practice: false, service: "${sandbox().blueskyUrl}"`;
    expect(await inFolder('desk.yaml')).toBe(text.replace('BRANCH, practice: true', `BRANCH, ${changed}`));
  });

  it('adds a desk on the other network with the same people, in a channel of its own', async () => {
    await sit((typist) =>
      untilPractice(typist, { network: 'X', handle: 'centrallibrary', redis: [redisUrl] }),
    );
    const text = await inFolder('desk.yaml');
    const env = await inFolder('.env');
    const members = ['ana', 'ben', 'carla'];
    const { screen } = await sit(async ({ at }) => {
      await at('What shall change', key.down, key.down, key.down, key.down, key.enter);
      await at('Bot token:', key.enter);
      await at('App token:', key.enter);
      await at('The app is in no other channel yet.');
      await at('Channel for the cards', key.down, key.enter);
      await at('Channel id', 'C0XDESK01', key.enter);
      await at('This is the channel of the desk x-desk. Each desk has its own.');
      await sandbox().slack.acts.addChannel?.({ name: 'sky', id: 'C0SKY0001', members, bot: true });
      await at('', key.clear, 'C0SKY0001', key.enter);
      await at('How do you begin', key.down, key.enter);
      await at('handle on Bluesky', 'centrallibrary.test', key.enter);
      await at('App password', appPassword, key.enter);
      await at('Change', key.enter);
      await at('new: BLUESKY_MAIN_APP_PASSWORD');
      await at('Change', key.enter);
    });
    expect(screen).not.toContain('Who answers');
    expect((await inFolder('desk.yaml')).startsWith(text.trimEnd())).toBe(true);
    expect(await inFolder('.env')).toBe(`${env}BLUESKY_MAIN_APP_PASSWORD=${appPassword}\n`);
    const { desks, warnings } = await loadDeskFile(files().desk);
    expect(warnings).toEqual([]);
    expect(desks.map(({ channel, id, network }) => `${id} ${network.id} ${channel}`)).toEqual([
      'x-desk-practice x C0XDESK01',
      'sky bluesky C0SKY0001',
    ]);
    expect(desks[1]?.rota.staff).toEqual(desks[0]?.rota.staff);
  });
});
