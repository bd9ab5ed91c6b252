import { afterEach, beforeEach, expect, it } from 'vitest';
import { accountId, boot, postId } from '../../src/core/ids.js';
import type { Watermarks } from '../../src/ports/network.js';
import { tuesday } from '../build.js';

export interface OpenWatermarks {
  readonly watermarks: Watermarks;
  close(): Promise<void>;
}

/** What every store of the watermarks promises. */
export function watermarksContract(open: () => Promise<OpenWatermarks>): void {
  let watermarks: Watermarks;
  let close: () => Promise<void>;

  beforeEach(async () => {
    ({ watermarks, close } = await open());
  });
  afterEach(() => close());

  it('the first start stays the first', async () => {
    expect(await watermarks.begunAt(1_000)).toBe(1_000);
    expect(await watermarks.begunAt(2_000)).toBe(1_000);
  });

  it('a mark only moves forwards', async () => {
    const times = [tuesday, tuesday + 1, tuesday - 1, tuesday + 1_000, 5];
    const { boot: now, at: first } = await watermarks.newest('mentions');
    const marks: (number | undefined)[] = [first];
    for (const at of times) {
      await watermarks.advance('mentions', at, now, tuesday);
      marks.push((await watermarks.newest('mentions')).at);
    }
    const [a, b, , newest] = times;
    expect(marks).toEqual([undefined, a, b, b, newest, newest]);
    expect(await watermarks.newest('own-posts')).toEqual({ boot: now });
  });

  it('a mark knows when it moved, and not when it was read again', async () => {
    const { boot: now } = await watermarks.newest('mentions');
    await watermarks.advance('mentions', tuesday, now, tuesday + 1);
    await watermarks.advance('mentions', tuesday, now, tuesday + 2);
    expect(await watermarks.newest('mentions')).toEqual({
      boot: now,
      at: tuesday,
      readAt: tuesday + 1,
      lookedAt: tuesday + 2,
    });
  });

  it('what was read under another boot moves no mark: its cards may be lost with it', async () => {
    await watermarks.advance('mentions', tuesday, boot('another'), tuesday);
    expect((await watermarks.newest('mentions')).at).toBeUndefined();
  });

  it('a post that came incomplete waits, as it was last kept, until it is dropped', async () => {
    const post = { id: postId('1993456789012345671'), at: tuesday, tries: 0, nextAt: tuesday };
    await watermarks.keepOdd(post);
    await watermarks.keepOdd({ ...post, tries: 1 });
    expect(await watermarks.odd()).toEqual([{ ...post, tries: 1 }]);
    await watermarks.dropOdd(post.id);
    await watermarks.dropOdd(post.id);
    expect(await watermarks.odd()).toEqual([]);
  });

  it('followers are known once they were remembered, also when there were none', async () => {
    const first = await watermarks.followersRead();
    expect(first.at).toBeUndefined();
    await watermarks.remember([], tuesday, first.boot);
    expect(await watermarks.followersRead()).toEqual({ ...first, at: tuesday });
  });

  it('tells known followers from new ones by the last of 19 digits', async () => {
    const [maya, sam, zoe] = ['1993456789012345671', '1993456789012345672', '1993456789012345673'].map(
      accountId,
    );
    if (!maya || !sam || !zoe) throw new Error('three people');
    await watermarks.remember([maya, zoe], tuesday, (await watermarks.followersRead()).boot);
    expect(await watermarks.areKnown([maya, sam, zoe])).toEqual([true, false, true]);
    expect(await watermarks.areKnown([])).toEqual([]);
  });

  it("knows any network's people, however their ids look", async () => {
    const ids = ['12', '38', '9223372036854775807', 'plc_ewvi7nxzyoun6zhxrhs64oiz', 'c'].map(accountId);
    const [first, ...others] = ids;
    if (!first) throw new Error('one person');
    await watermarks.remember([first], tuesday, (await watermarks.followersRead()).boot);
    expect(await watermarks.areKnown(ids)).toEqual([true, ...others.map(() => false)]);
    await watermarks.remember(others, tuesday, (await watermarks.followersRead()).boot);
    expect(await watermarks.areKnown(ids)).toEqual(ids.map(() => true));
  });

  it('who was read under another boot stays unknown: their cards may be lost with it', async () => {
    const maya = accountId('1993456789012345671');
    await watermarks.remember([maya], tuesday, boot('another'));
    expect(await watermarks.areKnown([maya])).toEqual([false]);
    expect((await watermarks.followersRead()).at).toBeUndefined();
  });
}
