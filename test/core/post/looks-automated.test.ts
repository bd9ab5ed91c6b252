import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Account, looksAutomated } from '../../../src/core/post/looks-automated.js';
import { tuesday } from '../../build.js';

const day = 24 * 60 * 60_000;
const person: Account = {
  handle: 'samokafor',
  avatarUrl: 'https://pbs.twimg.com/profile_images/1/sam.jpg',
  createdAt: tuesday - 900 * day,
  posts: 312,
  followers: 80,
  following: 120,
};

it.each<[string, Partial<Account>, boolean]>([
  ['a person', {}, false],
  ['a person who reads only', { posts: 0 }, false],
  ['a person who joined today and has not posted', { posts: 0, createdAt: tuesday - 1 }, false],
  [
    'a number for a name, new, without a post',
    { handle: 'maria83746251', posts: 0, createdAt: tuesday - day },
    true,
  ],
  [
    'no picture, no post, thousands followed',
    {
      avatarUrl: 'https://abs.twimg.com/sticky/default_profile_images/default_profile_normal.png',
      posts: 0,
      following: 4_000,
      followers: 3,
    },
    true,
  ],
  [
    'somebody who follows many and is followed by many',
    { following: 4_000, followers: 2_000, posts: 0 },
    false,
  ],
])('%s: %j is %s', (_who, given, looks) => {
  expect(looksAutomated({ ...person, ...given }, tuesday)).toBe(looks);
});

it('of somebody of whom X says nothing more, nothing is thought', () => {
  fc.assert(
    fc.property(fc.string(), (handle) => {
      expect(looksAutomated({ handle }, tuesday)).toBe(false);
    }),
  );
});
