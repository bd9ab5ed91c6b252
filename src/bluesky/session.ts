import type {} from '@atcute/atproto';
import { Client, ok } from '@atcute/client';
import { KeysRefused, Rejected } from '../errors.js';
import type { Session, Sessions } from '../ports/sessions.js';
import type { Call, createCaller } from './call.js';
import { notCalled, TokenRefused } from './faults.js';

interface SessionOptions {
  readonly callBluesky: ReturnType<typeof createCaller>;
  readonly sessions: Sessions;
  readonly handle: string;
  /** An app password of the account. https://bsky.social/about/blog/4-28-2023-domain-handle-tutorial */
  readonly password: string;
  readonly deadlineMs: number;
}

/**
 * Signs each call. An access token holds for two hours, the one that renews it for 90 days; signing in is limited to 300 times
 * a day, so the session is kept in the store and shared: whoever finds it over renews it, and the others go on with that.
 */
export function createSignedCaller({ callBluesky, sessions, handle, password, deadlineMs }: SessionOptions) {
  let current: Session | undefined;

  const rpcAs = (bearer?: string) =>
    new Client({
      handler: (path, init) =>
        callBluesky({ path, init: bearer ? withBearer(init, bearer) : init, deadlineMs }),
    });

  async function open(): Promise<Session> {
    const isOurs = (session?: Session) => session?.signedInAs === handle;
    if (!isOurs(current)) current = await sessions.get();
    if (current && isOurs(current)) return current;
    current = await signIn(current);
    return current;
  }

  async function signIn(known: Session | undefined): Promise<Session> {
    // Somebody's handle may have changed since; their id stays.
    const identifier = known?.signedInAs === handle ? known.account : handle;
    const input = { identifier, password };
    const answer = await ok(rpcAs().post('com.atproto.server.createSession', { input })).catch(asRefused);
    return sessions.replace(known, sessionFrom(answer));
  }

  const sessionFrom = (answer: { did: string; accessJwt: string; refreshJwt: string }): Session => ({
    signedInAs: handle,
    account: answer.did,
    access: answer.accessJwt,
    refresh: answer.refreshJwt,
  });

  /** The session after one whose access token was refused. */
  async function renew(refused: Session): Promise<Session> {
    const stored = await sessions.get();
    if (stored && stored.signedInAs === handle && stored.access !== refused.access) return stored;
    try {
      const answer = await ok(rpcAs(refused.refresh).post('com.atproto.server.refreshSession', {}));
      return await sessions.replace(refused, sessionFrom(answer));
    } catch (fault) {
      // It is over, or was revoked: a new app password in its place signs in.
      if (fault instanceof TokenRefused || fault instanceof KeysRefused) return signIn(refused);
      throw fault;
    }
  }

  /** Calls as our account. A token that is over had no effect, so that the same call may follow with the next. */
  async function callSigned(call: Call): Promise<Response> {
    const session = await open().catch(notCalled);
    try {
      return await callBluesky({ ...call, init: withBearer(call.init, session.access) });
    } catch (fault) {
      if (!(fault instanceof TokenRefused)) throw fault;
      current = await renew(session).catch(notCalled);
      return callBluesky({ ...call, init: withBearer(call.init, current.access) }).catch(asRefused);
    }
  }

  return { callSigned, account: async () => (await open().catch(notCalled)).account };
}

const withBearer = (init: Call['init'], token: string): Call['init'] => {
  const headers = new Headers(init.headers);
  headers.set('authorization', `Bearer ${token}`);
  return { ...init, headers };
};

/** Keys that are refused even when they are new are no keys. */
function asRefused(fault: unknown): never {
  if (fault instanceof TokenRefused) throw new KeysRefused('Bluesky', fault.detail);
  if (fault instanceof Rejected && /identifier|password/iu.test(fault.detail))
    throw new KeysRefused('Bluesky', fault.detail);
  throw fault;
}
