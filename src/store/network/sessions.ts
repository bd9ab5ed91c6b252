import { dayMs } from '../../core/durations.js';
import type { Session, Sessions } from '../../ports/sessions.js';
import type { DeskKeys } from '../keys.js';
import type { Store } from '../redis.js';

/** What renews a session is good for so long on Bluesky (ms). */
const goodForMs = 90 * dayMs;

/** KEYS: session. ARGV: the text of the known one or '', the text of the next one, ms. Gives the text that stands then. */
const replaceLua = `
local stored = redis.call('GET', KEYS[1]) or ''
if stored ~= '' and stored ~= ARGV[1] then return stored end
redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
return ARGV[2]
`;

/** The port to the session of a desk, in Redis: one for all processes. */
export function createSessions(redis: Store, { session }: DeskKeys): Sessions {
  return {
    async get() {
      const text = await redis.get(session);
      return text === null ? undefined : JSON.parse(text);
    },
    async replace(known, next) {
      const [before, after] = [known ? textOf(known) : '', textOf(next)];
      return JSON.parse(String(await redis.eval(replaceLua, 1, session, before, after, goodForMs)));
    },
  };
}

/** A session as it is stored: the same one always as the same text. */
const textOf = ({ signedInAs, account, access, refresh }: Session): string =>
  JSON.stringify({ signedInAs, account, access, refresh });
