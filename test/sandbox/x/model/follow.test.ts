import { beforeEach, describe, expect, test } from 'vitest';
import { built, library, useX } from '../build.js';

useX();

beforeEach(() => {
  for (const handle of ['ann', 'bob', 'cy', 'dee']) {
    built.person(handle);
    built.act('follow', { by: handle });
  }
});

const path = `users/${library.id}/followers`;

/** The handles in pages of `size`, in the order in which X gives them. */
async function pages(size: number): Promise<string[][]> {
  const all: string[][] = [];
  for (let token: string | undefined; all.length === 0 || token !== undefined; ) {
    const query = { max_results: size, ...(token !== undefined && { pagination_token: token }) };
    const { data = [], meta } = await built.client().v2.get(path, query);
    all.push(data.map(({ username }: { username: string }) => username));
    token = meta.next_token;
  }
  return all;
}

describe('somebody who comes back', () => {
  test('stands at the beginning when they follow like anybody', async () => {
    built.act('unfollow', { by: 'bob' });
    built.act('follow', { by: 'bob' });
    expect(await pages(2)).toEqual([
      ['bob', 'dee'],
      ['cy', 'ann'],
    ]);
  });

  test('can stand where they stood', async () => {
    built.act('unfollow', { by: 'bob' });
    expect((await pages(9)).flat()).toEqual(['dee', 'cy', 'ann']);
    built.act('comeBack', { by: 'bob' });
    expect(await pages(2)).toEqual([
      ['dee', 'cy'],
      ['bob', 'ann'],
    ]);
  });

  test('can stand between people who are new, as often as one likes, and no page misses or doubles anybody', async () => {
    for (const by of ['ann', 'bob', 'cy']) {
      built.act('unfollow', { by });
      built.act('comeBack', { by, behind: 'dee' });
    }
    expect(await pages(1)).toEqual([['dee'], ['cy'], ['bob'], ['ann']]);
  });

  test('must have left, and be behind a follower', () => {
    expect(() => built.act('comeBack', { by: 'ann' })).toThrow('@ann follows @centrallibrary already');
    built.person('eve');
    expect(() => built.act('comeBack', { by: 'eve' })).toThrow('@eve has not unfollowed @centrallibrary');
    built.act('unfollow', { by: 'ann' });
    expect(() => built.act('comeBack', { by: 'ann', behind: 'eve' })).toThrow("'eve' does not follow");
  });
});

test('the oldest come first when X is told so', async () => {
  built.act('followers', { oldestFirst: true });
  expect(await pages(3)).toEqual([['ann', 'bob', 'cy'], ['dee']]);
  built.act('followers', { oldestFirst: false });
  expect(await pages(3)).toEqual([['dee', 'cy', 'bob'], ['ann']]);
});
