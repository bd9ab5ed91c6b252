import type { IsKnownIncident } from '../errors.js';
import type { Logger } from '../log.js';
import type { Ledger } from '../ports/network.js';
import type { DeskKeys, Store } from './redis.js';

/** How long it is remembered what was billed on a day (s): longer than the day itself. */
const billedForS = 3 * 24 * 60 * 60;
/** How long a month's bill is kept (s). */
const monthForS = 400 * 24 * 60 * 60;

/** KEYS: ledger, billed. ARGV: call, price, count, seconds billed is kept, seconds the ledger is kept, resources … */
const chargeLua = `
local count = tonumber(ARGV[3])
if #ARGV > 5 then
  count = 0
  for i = 6, #ARGV do count = count + redis.call('SADD', KEYS[2], ARGV[i]) end
  redis.call('EXPIRE', KEYS[2], ARGV[4])
end
if count > 0 then
  redis.call('HINCRBY', KEYS[1], 'count ' .. ARGV[1], count)
  redis.call('HINCRBY', KEYS[1], 'usd ' .. ARGV[1], count * tonumber(ARGV[2]))
  redis.call('EXPIRE', KEYS[1], ARGV[5])
end
return count
`;

/** The bill of a desk's X account in Redis: a hash a month, and the resources billed each UTC day. */
export function createLedger(redis: Store, keys: DeskKeys): Ledger {
  return {
    async charge({ call, priceMicroUsd, resources, count, at }) {
      const day = new Date(at).toISOString().slice(0, 10);
      const named = [keys.ledger(day.slice(0, 7)), keys.billed(day)];
      const args = [call, priceMicroUsd, count, billedForS, monthForS, ...(resources ?? [])];
      await redis.eval(chargeLua, named.length, ...named, ...args);
    },

    async month(at) {
      const fields = await redis.hgetall(keys.ledger(new Date(at).toISOString().slice(0, 7)));
      const byCall: Record<string, { charged: number; microUsd: number }> = {};
      let microUsd = 0;
      for (const [field, value] of Object.entries(fields)) {
        const call = field.slice(field.indexOf(' ') + 1);
        const entry = byCall[call] ?? { charged: 0, microUsd: 0 };
        const isMoney = field.startsWith('usd ');
        byCall[call] = { ...entry, [isMoney ? 'microUsd' : 'charged']: Number(value) };
        if (isMoney) microUsd += Number(value);
      }
      return { microUsd, byCall };
    },
  };
}

/** A bill that can't be written must not undo a call that X took. */
export function neverFailing(ledger: Ledger, log: Logger, isKnownIncident: IsKnownIncident): Ledger {
  return {
    ...ledger,
    charge: (charge) =>
      ledger.charge(charge).catch((error: Error) => {
        if (!isKnownIncident(error)) log.error({ error: error.message, call: charge.call }, 'not charged');
      }),
  };
}
