import { object } from '../lexicon/schema.js';
import { accountOf, addAccount, checkHandle, newAppPassword, revoke, tellOf } from '../model/accounts.js';
import { Refused, refused } from '../model/refused.js';
import type { Account } from '../model/state.js';
import { dayMs, minuteMs } from '../wire/limits.js';
import type { Method } from '../wire/method.js';
import { openSession, renewSession } from '../wire/tokens.js';

const text = { type: 'string' } as const;

const unknownKeys = () => new Refused(401, 'AuthenticationRequired', 'Invalid identifier or password');

const show = ({ did, email, handle, status }: Account) => ({
  did,
  handle,
  email,
  emailConfirmed: false,
  active: status === 'active',
  ...(status !== 'active' && { status }),
});

/** Accounts, their passwords and their sessions. */
export const serverMethods: readonly Method[] = [
  {
    call: 'POST com.atproto.server.createSession',
    auth: 'none',
    input: object({
      identifier: text,
      password: text,
      'authFactorToken?': text,
      'allowTakendown?': { type: 'boolean' },
    }),
    limits: ({ input }, address) => [
      { key: `sign in of a day ${input.identifier}-${address}`, points: 300, windowMs: dayMs },
      { key: `sign in ${input.identifier}-${address}`, points: 30, windowMs: 5 * minuteMs },
    ],
    answer({ input, sky }) {
      const { identifier, password } = input as { identifier: string; password: string };
      const account = identifier.includes('@')
        ? Object.values(sky.state.accounts).find(({ email }) => email === identifier.toLowerCase())
        : accountOf(sky, identifier);
      if (!account) throw unknownKeys();
      const isSuspended = account.status === 'takendown';
      const appPassword = isSuspended
        ? undefined
        : account.appPasswords.find((one) => one.password === password);
      if (account.password !== password && !appPassword) throw unknownKeys();
      if (isSuspended) throw new Refused(401, 'AccountTakedown', 'Account has been taken down');
      const session = openSession(sky, account, account.password === password ? undefined : appPassword);
      return { body: { ...session, ...show(account) }, journal: { by: account.handle } };
    },
  },
  {
    call: 'POST com.atproto.server.refreshSession',
    auth: 'refresh',
    answer({ caller, sky, tokenId }) {
      const account = caller();
      return { body: { ...renewSession(sky, tokenId()), ...show(account) } };
    },
  },
  {
    call: 'GET com.atproto.server.getSession',
    auth: 'access',
    answer: ({ caller }) => ({ body: show(caller()) }),
  },
  {
    call: 'POST com.atproto.server.createAccount',
    auth: 'none',
    input: object({ 'email?': text, handle: { type: 'string', format: 'handle' }, 'password?': text }),
    limits: (_, address) => [{ key: `new accounts ${address}`, points: 100, windowMs: 5 * minuteMs }],
    answer({ input, sky }) {
      const { email, handle, password } = input as { email?: string; handle: string; password?: string };
      if (!email) throw refused('Email is required');
      checkHandle(handle);
      if (Object.values(sky.state.accounts).some((one) => one.email === email.toLowerCase()))
        throw refused(`Email already taken: ${email}`);
      const account = addAccount(sky, { handle, email: email.toLowerCase(), password: password ?? '' });
      const session = openSession(sky, account);
      return {
        body: { handle: account.handle, did: account.did, ...session },
        journal: { by: account.handle },
      };
    },
  },
  {
    call: 'POST com.atproto.server.createAppPassword',
    auth: 'full',
    input: object({ name: text, 'privileged?': { type: 'boolean' } }),
    answer({ caller, input, sky }) {
      const { name, privileged = false } = input as { name: string; privileged?: boolean };
      const account = caller();
      if (account.appPasswords.some((one) => one.name === name))
        throw new Refused(500, 'InternalServerError', 'Internal Server Error');
      const createdAt = sky.world.clock.now();
      const password = newAppPassword(sky);
      account.appPasswords.push({ name, password, createdAt, privileged });
      return { body: { name, password, createdAt: new Date(createdAt).toISOString(), privileged } };
    },
  },
  {
    call: 'POST com.atproto.server.revokeAppPassword',
    auth: 'full',
    input: object({ name: text }),
    answer({ caller, input, sky }) {
      revoke(sky, caller(), String(input.name));
      return {};
    },
  },
  {
    call: 'POST com.atproto.server.deactivateAccount',
    auth: 'full',
    input: object({ 'deleteAfter?': { type: 'string', format: 'datetime' } }),
    answer({ caller, sky }) {
      const account = caller();
      account.status = 'deactivated';
      tellOf(sky, account);
      return {};
    },
  },
];
