import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { findAccount } from '../../src/bluesky/find-account.js';

const did = 'did:plc:aaaaaaaaaaaaaaaaaaaaaaaa';

/** A server that resolves one handle, and a directory with this document of its account. */
async function find(document: unknown, handle = 'library.example.org') {
  const server = createServer(({ url = '' }, response) => {
    const isKnown = url.endsWith('resolveHandle?handle=library.example.org');
    const isAsked = url === `/${did}` && document !== undefined;
    const body = isKnown ? { did } : isAsked ? document : { error: 'InvalidRequest', message: unknownHandle };
    response.writeHead(isKnown || isAsked ? 200 : 400, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  }).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const places = { service: origin, directory: origin, deadlineMs: 5_000, now: () => Date.now() };
  return findAccount(handle, places);
}

const unknownHandle = 'Unable to resolve handle';
const holding = (serviceEndpoint: unknown) => ({
  id: did,
  service: [
    { id: '#bsky_notif', type: 'BskyNotificationService', serviceEndpoint: 'https://elsewhere.example' },
    { id: '#atproto_pds', type: 'AtprotoPersonalDataServer', serviceEndpoint },
  ],
});

it.each([
  ["Bluesky's own servers", 'https://morel.us-east.host.bsky.network', 'https://bsky.social'],
  ['a server of its own', 'https://pds.library.example', 'https://pds.library.example'],
  [
    'one that only looks like theirs',
    'https://host.bsky.network.example',
    'https://host.bsky.network.example',
  ],
])('an account on %s signs in there', async (_, endpoint, server) => {
  expect(await find(holding(endpoint))).toEqual({ did, server });
});

it.each([
  ['no document', undefined],
  ['a document without servers', { id: did }],
  ['a server that is no address', holding({ not: 'an address' })],
])('with %s the account is known, and no server', async (_, document) => {
  expect(await find(document)).toEqual({ did });
});

it('a handle that nobody has is no account', async () => {
  expect(await find(holding('https://pds.library.example'), 'nobody.example.org')).toBeUndefined();
});
