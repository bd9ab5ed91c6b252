import { object } from '../lexicon/schema.js';
import { accountOf, checkHandle, domain, rename } from '../model/accounts.js';
import { refused } from '../model/refused.js';
import { dayMs, minuteMs } from '../wire/limits.js';
import type { Method } from '../wire/method.js';

const handle = { type: 'string', format: 'handle' } as const;

/** The names of accounts. */
export const identityMethods: readonly Method[] = [
  {
    call: 'GET com.atproto.identity.resolveHandle',
    auth: 'none',
    params: object({ handle }),
    answer({ params, sky }) {
      const asked = String(params.handle);
      const account = accountOf(sky, asked);
      if (account?.status === 'active') return { body: { did: account.did } };
      throw refused('Unable to resolve handle', asked.endsWith(domain) ? 'HandleNotFound' : 'InvalidRequest');
    },
  },
  {
    call: 'POST com.atproto.identity.updateHandle',
    auth: 'access',
    input: object({ handle }),
    limits({ caller }) {
      const { did } = caller();
      return [
        { key: `handles ${did}`, points: 10, windowMs: 5 * minuteMs },
        { key: `handles of a day ${did}`, points: 50, windowMs: dayMs },
      ];
    },
    answer({ caller, input, sky }) {
      const to = String(input.handle);
      checkHandle(to);
      rename(sky, caller(), to);
      return { journal: { to } };
    },
  },
];
