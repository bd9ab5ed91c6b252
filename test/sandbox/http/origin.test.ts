import { type OutgoingHttpHeaders, request } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Listening, listen } from '../../../src/sandbox/http/http.js';

let listening: Listening;
beforeAll(async () => {
  listening = await listen(async (_request, response) => {
    response.end('done');
  });
});
afterAll(() => listening.close());

function ask(
  method: string,
  headers: OutgoingHttpHeaders,
  url = listening.url,
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    request(url, { method, headers }, (response) => {
      let text = '';
      response.on('data', (part) => {
        text += part;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    })
      .on('error', reject)
      .end();
  });
}

const link = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };
const ownPage = { host: 'localhost:4400', 'sec-fetch-site': 'same-origin', origin: 'http://localhost:4400' };

it.each([
  ['a program, which says nothing of where it comes from', 'POST', {}],
  ['the page itself', 'POST', ownPage],
  ['somebody who typed the address', 'GET', { ...link, 'sec-fetch-site': 'none' }],
  ['a link on another page', 'GET', link],
  ['the IPv6 name of this machine', 'GET', { host: '[::1]:4400' }],
])('%s is answered', async (_who, method, headers) => {
  expect(await ask(method, headers)).toEqual({ status: 200, text: 'done' });
});

it.each([
  ['another name', 'GET', { host: 'rebound.example:4400' }],
  ['a name that begins like one of this machine', 'GET', { host: 'localhost.example' }],
  ['another origin', 'POST', { origin: 'http://localhost:1' }],
  ['an origin that is kept secret, as of a sandboxed frame', 'POST', { origin: 'null' }],
  ['another scheme', 'POST', { ...ownPage, origin: 'https://localhost:4400' }],
  ['another site', 'POST', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }],
  ['another port of the same site', 'GET', { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'cors' }],
  ['a form on another page', 'POST', link],
  ['a frame of another page', 'GET', { ...link, 'sec-fetch-dest': 'iframe' }],
  ['a preflight', 'OPTIONS', { origin: 'https://example.com' }],
])('%s is refused', async (_who, method, headers) => {
  expect(await ask(method, headers)).toEqual({ status: 403, text: expect.stringContaining('"error"') });
});

it('people get a page, programs JSON', async () => {
  const host = 'rebound.example';
  expect((await ask('GET', { host, accept: 'text/html' })).text).toContain(
    '<p>Use the address with 127.0.0.1',
  );
  expect(JSON.parse((await ask('GET', { host })).text)).toEqual({
    error: 'Use the address with 127.0.0.1 or localhost: other names are refused.',
  });
});

it('a proxy in front has a name of its own, under which pages of that name alone are answered', async () => {
  const publicOrigin = 'https://practice.library.example';
  const proxied = await listen(async (_request, response) => void response.end('done'), 0, { publicOrigin });
  const host = 'practice.library.example';
  const asked = (headers: OutgoingHttpHeaders) => ask('POST', headers, proxied.url);
  expect((await asked({ host, origin: publicOrigin, 'sec-fetch-site': 'same-origin' })).status).toBe(200);
  expect((await asked({})).status).toBe(200);
  expect(
    (await asked({ host, origin: 'https://other.library.example', 'sec-fetch-site': 'same-site' })).status,
  ).toBe(403);
  expect((await asked({ host, origin: `http://${host}`, 'sec-fetch-site': 'same-origin' })).status).toBe(403);
  expect((await asked({ host: `${host}.evil.example` })).status).toBe(403);
  await proxied.close();
});
