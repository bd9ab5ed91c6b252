import { deskId, panelId } from '../../core/ids.js';
import type { Persons } from '../../ports/persons.js';
import { personKeys } from '../keys.js';
import type { Store } from '../redis.js';
import { countLua } from '../shared-lua.js';

/** KEYS: voice. ARGV: now, every, desk, panel; desk and panel of one that can't speak any more, or ''. Returns the desk, the panel and the time of the one that may speak. */
const voiceLua = `
local desk, panel, at = unpack(redis.call('HMGET', KEYS[1], 'desk', 'panel', 'at'))
local isMine = desk == ARGV[3] and panel == ARGV[4]
local isOver = desk == ARGV[5] and panel == ARGV[6]
-- A time far ahead comes from a clock that was set back since.
local isLately = at and math.abs(tonumber(ARGV[1]) - tonumber(at)) < tonumber(ARGV[2])
if isMine or (isLately and not isOver) then return { desk, panel, at } end
redis.call('HSET', KEYS[1], 'desk', ARGV[3], 'panel', ARGV[4], 'at', ARGV[1])
redis.call('PEXPIRE', KEYS[1], ARGV[2])
return { ARGV[3], ARGV[4], ARGV[1] }
`;

/** The port to what counts for a person over all desks of a deployment, in Redis. */
export function createPersons(redis: Store, prefix: string): Persons {
  return {
    async count(person, name, forMs) {
      return Number(await redis.eval(countLua, 1, personKeys(prefix, person).count(name), forMs));
    },
    async voice(person, what, mine, now, everyMs, instead) {
      const key = personKeys(prefix, person).voice(what);
      const over = [instead?.desk ?? '', instead?.panel ?? ''];
      const found = await redis.eval(voiceLua, 1, key, now, everyMs, mine.desk, mine.panel, ...over);
      const [desk = '', panel = '', at] = found as string[];
      return { desk: deskId(desk), panel: panelId(panel), at: Number(at) };
    },
  };
}
