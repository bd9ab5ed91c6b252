import { describe, expect, it } from 'vitest';
import { localDay, localTime } from '../../../src/core/rota/local-time.js';
import { ms, rota } from './central.js';

describe('times on the screen', () => {
  it('are those of the desk, on a 24-hour clock', () => {
    const kathmandu = rota([], { timeZone: 'Asia/Kathmandu' });
    expect(localTime(kathmandu, ms('2026-11-24T04:59:59Z'))).toBe('10:44');
    expect(localTime(kathmandu, ms('2026-11-24T18:15:00Z'))).toBe('00:00');
    expect(localDay(kathmandu, ms('2026-11-24T18:15:00Z'))).toEqual({ weekday: 'wed', day: 25, month: 11 });
    expect(localDay(kathmandu, ms('2026-11-24T18:14:59Z'))).toEqual({ weekday: 'tue', day: 24, month: 11 });
  });
});
