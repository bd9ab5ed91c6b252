import { describe, expect, it } from 'vitest';
import { postId } from '../../src/core/ids.js';
import { cheapestLook } from '../../src/x/still-there.js';
import { minutes, tuesday } from '../build.js';

const prices = { listed: 1, byId: 5 };
const at = (minute: number) => tuesday + minutes(minute);
const kept = (...times: readonly number[]) =>
  times.map((time) => ({ id: postId(String(time)), at: at(time) }));
const since = (from: number, count: number) => Array.from({ length: count }, (_, n) => at(from + n));

describe('the cheapest look', () => {
  it('is our own list as deep as the oldest, where most of it is kept', () => {
    expect(cheapestLook(kept(1, 2, 3), since(1, 3), prices)).toEqual({
      list: { sinceMs: at(1), length: 3 },
      byId: [],
    });
  });

  it('is by id for an old post behind many that nobody keeps', () => {
    const listed = [...since(1, 20), at(500), at(501)];
    expect(cheapestLook(kept(1, 500, 501), listed, prices)).toEqual({
      list: { sinceMs: at(500), length: 2 },
      byId: ['1'],
    });
  });

  it('is by id for all where the list costs as much as ids', () => {
    const equal = { listed: 5, byId: 5 };
    expect(cheapestLook(kept(1, 2), since(1, 2), equal)).toEqual({ byId: ['2', '1'] });
  });

  it('is nothing for nothing', () => {
    expect(cheapestLook([], since(1, 3), prices)).toEqual({ byId: [] });
  });
});
