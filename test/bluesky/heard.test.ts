import { expect, it } from 'vitest';
import { readHeard } from '../../src/bluesky/heard.js';
import { isOfOwnPassword } from '../../src/bluesky/password-kind.js';

const date = 'Tue, 24 Nov 2026 10:42:00 GMT';
const at = Date.parse(date);

it('an answer tells its time and what is left of its window', () => {
  const headers = new Headers({
    date,
    'ratelimit-limit': '3000',
    'ratelimit-remaining': '2998',
    'ratelimit-reset': '1800000000',
    'ratelimit-policy': '3000;w=300',
  });
  expect(readHeard(headers, at + 5)).toEqual({
    at: at + 5,
    networkTime: at,
    limits: [{ length: '5 minutes', most: 3_000, left: 2_998, resetAt: 1_800_000_000_000 }],
  });
});

it('an answer that tells neither, or a window of another length, leaves that open', () => {
  expect(readHeard(new Headers(), at)).toEqual({ at, limits: [] });
  const odd = new Headers({
    'ratelimit-limit': '5',
    'ratelimit-remaining': '4',
    'ratelimit-policy': '5;w=7',
  });
  expect(readHeard(odd, at).limits).toEqual([]);
});

const tokenOf = (claims: object) => `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.s`;

it.each([
  [tokenOf({ scope: 'com.atproto.access' }), true],
  [tokenOf({ scope: 'com.atproto.appPass' }), false],
  [tokenOf({ scope: 'com.atproto.appPassPrivileged' }), false],
  [tokenOf({}), false],
  ['no token', false],
])("%s comes of the account's own password: %s", (token, isOwn) => {
  expect(isOfOwnPassword(token)).toBe(isOwn);
});
