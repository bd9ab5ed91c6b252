import { createHmac, timingSafeEqual } from 'node:crypto';
import { Refused, refused } from '../model/refused.js';
import type { Account, AppPassword, Sky } from '../model/state.js';
import { dayMs, hourMs } from './limits.js';

const accessMs = 2 * hourMs;
const refreshMs = 90 * dayMs;
/** So long a refresh token that was used can be used again, and gives the same next one. */
const graceMs = 2 * hourMs;

const base64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
/** Whose tokens these are; nobody else has to keep it. */
const key = 'sandbox';

export type Scope = 'com.atproto.access' | 'com.atproto.appPass' | 'com.atproto.appPassPrivileged';

interface Claims {
  readonly scope: Scope | 'com.atproto.refresh';
  readonly aud: string;
  readonly sub: string;
  readonly jti?: string;
  /** In seconds. */
  readonly iat: number;
  readonly exp: number;
}

export interface Session {
  readonly accessJwt: string;
  readonly refreshJwt: string;
}

/** A new session, by the account's own password or by one of its app passwords. */
export function openSession(sky: Sky, { did }: Account, appPassword?: AppPassword): Session {
  return sign(sky, did, appPassword, sky.world.random.text(43, base64));
}

/** The next session after that of a refresh token. Asked again with the same one, it gives the same. Throws Refused. */
export function renewSession(sky: Sky, id: string): Session {
  const now = sky.world.clock.now();
  const token = sky.state.refreshTokens[id];
  if (!token || token.expiresAt <= now) throw refused('Token has been revoked', 'ExpiredToken');
  token.expiresAt = Math.min(token.expiresAt, now + graceMs);
  token.nextId ??= sky.world.random.text(43, base64);
  const appPassword = sky.state.accounts[token.did]?.appPasswords.find(
    ({ name }) => name === token.appPassword,
  );
  return sign(sky, token.did, appPassword, token.nextId);
}

function sign(sky: Sky, did: string, appPassword: AppPassword | undefined, jti: string): Session {
  const now = sky.world.clock.now();
  sky.state.refreshTokens[jti] ??= {
    did,
    expiresAt: now + refreshMs,
    ...(appPassword && { appPassword: appPassword.name }),
  };
  const iat = Math.floor(now / 1_000);
  const claims = { aud: 'did:web:localhost', sub: did, iat };
  const scope: Scope = !appPassword
    ? 'com.atproto.access'
    : appPassword.privileged
      ? 'com.atproto.appPassPrivileged'
      : 'com.atproto.appPass';
  return {
    accessJwt: token('at+jwt', { scope, ...claims, exp: iat + accessMs / 1_000 }),
    refreshJwt: token('refresh+jwt', {
      scope: 'com.atproto.refresh',
      jti,
      ...claims,
      exp: iat + refreshMs / 1_000,
    }),
  };
}

const partOf = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const signatureOf = (text: string) => createHmac('sha256', key).update(text).digest();

function token(typ: string, claims: Claims): string {
  const text = `${partOf({ typ, alg: 'HS256' })}.${partOf(claims)}`;
  return `${text}.${signatureOf(text).toString('base64url')}`;
}

/** What a token says. Throws Refused for one that is over, or that the server did not make. */
export function readToken(
  sky: Sky,
  authorization: string | undefined,
  typ: 'at+jwt' | 'refresh+jwt',
): Claims {
  if (authorization === undefined) throw new Refused(401, 'AuthMissing', 'Authentication Required');
  const [type = '', bearer, ...more] = authorization.split(' ');
  if (bearer === undefined || more.length > 0)
    throw refused('Malformed authorization header', 'InvalidToken');
  if (type.toLowerCase() !== 'bearer')
    throw refused(`Unsupported authorization type: ${type}`, 'InvalidToken');
  const claims = verified(bearer, typ);
  if (!claims) throw refused('Token could not be verified', 'InvalidToken');
  if (claims.exp * 1_000 <= sky.world.clock.now()) throw refused('Token has expired', 'ExpiredToken');
  return claims;
}

function verified(bearer: string, typ: string): Claims | undefined {
  const [head = '', body = '', signature = ''] = bearer.split('.');
  const given = Buffer.from(signature, 'base64url');
  const wanted = signatureOf(`${head}.${body}`);
  if (head !== partOf({ typ, alg: 'HS256' })) return undefined;
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return undefined;
  return JSON.parse(Buffer.from(body, 'base64url').toString()) as Claims;
}
