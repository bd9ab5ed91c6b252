import { afterEach, beforeEach, expect, it } from 'vitest';
import { postId } from '../../src/core/ids.js';
import { rememberPostsForMs } from '../../src/core/writing/near-copy.js';
import type { OurPosts } from '../../src/ports/network.js';
import { tuesday } from '../build.js';

const post = (id: string, at = tuesday, text = `Said ${id}`) => ({ id, at, text });

/** What every store of our own posts promises. */
export function ourPostsContract(open: () => Promise<{ ourPosts: OurPosts; close(): Promise<void> }>): void {
  let ours: OurPosts;
  let close: () => Promise<void>;
  beforeEach(async () => {
    ({ ourPosts: ours, close } = await open());
  });
  afterEach(() => close());

  it('changes what is kept of a post, and nothing of one that is not', async () => {
    await ours.keep([post('1')], tuesday);
    await ours.change(postId('1'), (text) => text.replace('Said', '…'));
    await ours.change(postId('2'), () => 'never said');
    expect(await ours.recent(tuesday)).toEqual([post('1', tuesday, '… 1')]);
  });

  it('gives them newest first', async () => {
    await ours.keep([post('1', tuesday - 2), post('3', tuesday)], tuesday);
    await ours.keep([post('2', tuesday - 1)], tuesday);
    expect(await ours.recent(tuesday)).toEqual([post('3'), post('2', tuesday - 1), post('1', tuesday - 2)]);
  });

  it('keeps one as it was first told, however often it is read again', async () => {
    await ours.keep([post('1')], tuesday);
    await ours.keep([post('1', tuesday + 1, 'another text')], tuesday);
    expect(await ours.recent(tuesday)).toEqual([post('1')]);
  });

  it('gives what one of them said, and nothing of one that it does not have', async () => {
    await ours.keep([post('1'), post('2', tuesday, '')], tuesday);
    expect(await ours.get(postId('1'))).toBe('Said 1');
    expect(await ours.get(postId('2'))).toBe('');
    await ours.drop('1');
    expect(await ours.get(postId('1'))).toBeUndefined();
  });

  it('forgets one that is gone from X', async () => {
    await ours.keep([post('1'), post('2')], tuesday);
    await ours.drop('1');
    await ours.drop('1');
    expect(await ours.recent(tuesday)).toEqual([post('2')]);
  });

  it('forgets each after 90 days', async () => {
    await ours.keep([post('1'), post('2', tuesday + 1)], tuesday);
    expect(await ours.recent(tuesday + rememberPostsForMs)).toHaveLength(2);
    expect(await ours.recent(tuesday + rememberPostsForMs + 1)).toEqual([post('2', tuesday + 1)]);
    await ours.keep([post('3', tuesday)], tuesday + rememberPostsForMs + 1);
    expect(await ours.recent(tuesday + rememberPostsForMs)).toEqual([post('2', tuesday + 1)]);
  });
}
