import { describe, expect, it } from 'vitest';
import { monthDays, monthUsd } from '../../scripts/bench/billed.js';
import { missed } from '../../scripts/bench/scale/missed-polls.js';
import { clientsIn, commandsIn } from '../../scripts/bench/scale/redis-figures.js';

const watched = { from: 1_000_000, until: 1_180_000, everyMs: 60_000, lateMs: 10_000 };
const at = (...seconds: number[]) => seconds.map((second) => watched.from + second * 1_000);

describe('polls that come once a minute', () => {
  it('are not missed while each comes a minute after the last, or a little later', () => {
    expect(missed(at(5, 66, 130), watched)).toBe(0);
  });

  it('are missed as often as a minute passed without one, at the beginning and at the end too', () => {
    expect(missed(at(5, 170), watched)).toBe(2);
    expect(missed(at(100), watched)).toBe(2);
    expect(missed(at(5), watched)).toBe(2);
    expect(missed([], watched)).toBe(2);
  });

  it('do not count when they came before or after the look', () => {
    expect(missed(at(-20, 5, 300), watched)).toBe(missed(at(5), watched));
  });
});

describe('a month by its first days', () => {
  const day = (usd: number) => ({ usd });

  it('is the sum of its days when all were measured', () => {
    expect(monthUsd(Array.from({ length: monthDays }, () => day(0.5)))).toBe(15);
  });

  it('goes on like its last three days, and not like its first', () => {
    expect(monthUsd([day(0), day(1), day(2), day(3)])).toBe(6 + 26 * 2);
  });
});

describe('what a server says of itself', () => {
  it('counts the commands of the desk, and not the look itself', () => {
    const info = [
      '# Commandstats',
      'cmdstat_hget:calls=7,usec=20,usec_per_call=2.86,rejected_calls=0,failed_calls=0',
      'cmdstat_info:calls=50,usec=300,usec_per_call=6.00,rejected_calls=0,failed_calls=0',
      'cmdstat_client|list:calls=3,usec=30,usec_per_call=10.00,rejected_calls=0,failed_calls=0',
      'cmdstat_eval:calls=2,usec=90,usec_per_call=45.00,rejected_calls=0,failed_calls=0',
    ].join('\r\n');
    expect(commandsIn(info)).toBe(9);
  });

  it('counts a client for each line of its list', () => {
    expect(clientsIn('id=3 addr=127.0.0.1:1\nid=4 addr=127.0.0.1:2\n')).toBe(2);
  });
});
