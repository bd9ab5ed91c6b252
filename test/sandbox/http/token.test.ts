import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createSandbox, type Sandbox } from '../../../src/sandbox/sandbox.js';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await createSandbox({ token: 'right-token' });
});
afterAll(() => sandbox.close());

const ask = (path: string, init: RequestInit = {}) =>
  fetch(`${sandbox.controlUrl}${path}`, { redirect: 'manual', ...init });
const html = { accept: 'text/html' };

it.each(['/', '/page/main.js', '/scene', '/journal', '/i/status/1', '/?token=', '/?token=right-tokem'])(
  '%s needs the token, and says where it stands',
  async (path) => {
    const answered = await ask(path);
    expect([answered.status, await answered.text()]).toEqual([
      403,
      expect.stringContaining('Open the address with its token'),
    ]);
  },
);

it('controls need it, and nothing happens without', async () => {
  const before = sandbox.journal.read().length;
  const body = JSON.stringify({ handle: 'maya_reads', name: 'Maya' });
  expect((await ask('/x/addAccount', { method: 'POST', body })).status).toBe(403);
  expect(sandbox.journal.read()).toHaveLength(before);
  expect((await ask('/x/addAccount?token=right-token', { method: 'POST', body })).status).toBe(200);
});

it("X's own pages need it, and its API does not", async () => {
  expect((await fetch(`${sandbox.xUrl}/intent/tweet?text=Hi`)).status).toBe(403);
  expect((await fetch(`${sandbox.xUrl}/intent/tweet?text=Hi&token=right-token`)).status).toBe(200);
  expect((await fetch(`${sandbox.xUrl}/2/users/me`)).status).toBe(401);
});

it('in a browser the address becomes a cookie, which opens everything and which scripts cannot read', async () => {
  const opened = await ask('/i/status/1?x=2&token=right-token', { headers: html });
  expect([opened.status, opened.headers.get('location')]).toEqual([303, '/i/status/1?x=2']);
  const set = opened.headers.get('set-cookie') ?? '';
  expect(set).toMatch(/; Path=\/; Max-Age=7776000; HttpOnly; SameSite=Lax$/);
  const [cookie = ''] = set.split(';');
  expect((await ask('/', { headers: { ...html, cookie: `other=1; ${cookie}` } })).status).toBe(200);
  expect((await ask('/journal', { headers: { cookie } })).status).toBe(200);
  expect((await ask('/journal', { headers: { cookie: `${cookie}x` } })).status).toBe(403);
});

it('under an address with https the cookie never goes out without it', async () => {
  const publicOrigin = 'https://practice.library.example';
  const there = await createSandbox({ token: 'right-token', publicOrigin });
  const cookieFor = async (host: string) => {
    const { port } = new URL(there.controlUrl);
    const answered = request({
      port,
      path: '/?token=right-token',
      headers: { host, accept: 'text/html' },
    }).end();
    const [{ headers }] = (await once(answered, 'response')) as [IncomingMessage];
    return String(headers['set-cookie']);
  };
  expect(await cookieFor('practice.library.example')).toContain('; Secure');
  expect(await cookieFor('127.0.0.1')).not.toContain('; Secure');
  await there.close();
});

it('a cookie of another port is none', async () => {
  expect((await ask('/', { headers: { cookie: 'greeting-desk-1=right-token' } })).status).toBe(403);
});
