import { expect, it } from 'vitest';
import { didOf } from '../../src/core/network/bluesky-ids.js';
import { networks } from '../../src/core/network/networks.js';
import { canBeOn, typedAccount } from '../../src/core/typed-account.js';

it.each([
  ['2126739313926393856', 'x', '2126739313926393856'],
  ['did:plc:ewvi7nxzyoun6zhxrhs64oiz', 'bluesky', 'plc_ewvi7nxzyoun6zhxrhs64oiz'],
  ['plc_ewvi7nxzyoun6zhxrhs64oiz', 'bluesky', 'plc_ewvi7nxzyoun6zhxrhs64oiz'],
  ['did:web:library.example', 'bluesky', 'web_library__2eexample'],
])('%s is the id of an account on %s', (typed, network, id) => {
  expect(typedAccount(typed)).toEqual({ network, id });
});

it('a DID leads to itself again', () => {
  expect(didOf(typedAccount('did:web:library.example')?.id ?? '')).toBe('did:web:library.example');
});

it.each([
  ['@maya_reads', ['x']],
  ['plc_reads', ['x']],
  ['@Maya.bsky.social', ['bluesky']],
  ['2126739313926393856', ['x']],
  ['did:plc:ewvi7nxzyoun6zhxrhs64oiz', ['bluesky']],
  ['somebody called Maya', []],
])('%s can be somebody on %j', (typed, on) => {
  const found = [networks.x, networks.bluesky].filter((network) => canBeOn(network, typed));
  expect(found.map(({ id }) => id)).toEqual(on);
});
