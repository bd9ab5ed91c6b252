import { describe, expect, it } from 'vitest';
import { type AccountId, accountId } from '../../../src/core/ids.js';
import { isAddressedToUs } from '../../../src/core/post/post.js';

const us = accountId('100');
const maya = accountId('200');
const bystander = accountId('400');
const other = accountId('300');

interface Named {
  readonly typed?: AccountId;
  readonly carried?: readonly AccountId[];
  readonly under?: AccountId;
  readonly by?: AccountId;
}

function post({ typed, carried, under, by = bystander }: Named) {
  return {
    authorId: by,
    names: typed ? [{ account: typed, start: 0, end: 3 }] : [],
    ...(carried && { carried }),
    ...(under && { repliedToAccount: under }),
  };
}

describe('is meant for us', () => {
  it.each<[why: string, named: Named]>([
    ['a post that answers nobody', { typed: us }],
    ['a reply to us that types our name', { typed: us, under: us }],
    ['a reply to us that only carries our name', { carried: [us], under: us }],
    ['a reply to somebody else that types our name', { typed: us, carried: [maya], under: maya }],
    ['our name carried and typed again', { typed: us, carried: [maya, us], under: maya }],
    ['a reply to somebody else in which the place of our name is not known', { under: maya }],
    ['a patron who goes on in her own thread', { carried: [us], under: maya, by: maya }],
    ['the same without our name', { under: maya, by: maya }],
  ])('%s', (_, named) => {
    expect(isAddressedToUs(post(named), us)).toBe(true);
  });
});

describe('is context', () => {
  it.each<[why: string, named: Named]>([
    ['bystanders who talk on and carry our name', { carried: [maya, us], under: maya }],
    ['a typed name of somebody else', { typed: other, carried: [us], under: maya }],
  ])('%s', (_, named) => {
    expect(isAddressedToUs(post(named), us)).toBe(false);
  });

  it('a repost, though it names us', () => {
    expect(isAddressedToUs({ ...post({ typed: us }), repost: true }, us)).toBe(false);
  });
});
