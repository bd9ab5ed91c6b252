import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Account, Credentials, X } from '../model/state.js';
import { callerSuspended, unauthorized } from './problems.js';

/** Callers sign requests for X's real host, although they send them here. */
const signedFor = 'https://api.x.com';
const maxSkewS = 5 * 60;

/** The account that made a call, and the keys with which it signed. */
export interface Caller {
  readonly account: Account;
  readonly credentials: Credentials;
}

/** The caller by OAuth 1.0a. Throws X's 401; only the journal has the reason. */
export function authenticate(x: X, request: IncomingMessage): Caller {
  const { found } = verify(x, request, '', (field) => {
    const caller = findCaller(x, field('oauth_consumer_key'), field('oauth_token'));
    return { ...caller, ...caller.credentials };
  });
  if (found.account.status === 'suspended') throw callerSuspended();
  return { account: found.account, credentials: found.credentials };
}

/** The secrets with which a call must be signed. */
type Keys = Pick<Credentials, 'appSecret' | 'accessSecret'>;

/**
 * Checks a signature by OAuth 1.0a, HMAC-SHA1 (RFC 5849): `find` has the keys for what the call names, and `form` is its body
 * where that is a form, whose fields are signed with it. The timestamp is compared with the real clock, because callers sign with
 * theirs. Gives what `find` found and a reader of the parameters, wherever they stood. Throws X's 401.
 */
export function verify<Found extends Keys>(
  x: X,
  request: IncomingMessage,
  form: string,
  find: (field: (name: string) => string) => Found | undefined,
): { readonly found: Found; readonly field: (name: string) => string } {
  const header = request.headers.authorization ?? '';
  if (!header.startsWith('OAuth ')) throw unauthorized('no OAuth 1.0a Authorization header');
  const oauth = readHeader(header.slice('OAuth '.length));
  const inForm = readPairs(form);
  const field = (name: string): string => {
    const values = [...oauth, ...inForm].filter(([key]) => key === name);
    // The header and the form may both name the token.
    if (new Set(values.map(([, value]) => value)).size !== 1 || !values[0]?.[1])
      throw unauthorized(`${name} must be given once`);
    return values[0][1];
  };

  if (field('oauth_signature_method') !== 'HMAC-SHA1')
    throw unauthorized('signature method is not HMAC-SHA1');
  if (oauth.some(([key, value]) => key === 'oauth_version' && value !== '1.0')) {
    throw unauthorized('oauth_version is not 1.0');
  }
  const found = find(field);
  if (!found) throw unauthorized('unknown app key or access token');
  // The client names the token in the header and in the form, and signs it once.
  const once = inForm.filter(([key]) => !oauth.some(([other]) => other === key));
  const signed = Buffer.from(signature(request, [...oauth, ...once], found));
  const given = Buffer.from(field('oauth_signature'));
  if (signed.length !== given.length || !timingSafeEqual(signed, given)) {
    throw unauthorized('signature does not match');
  }
  checkFresh(x, field('oauth_nonce'), field('oauth_timestamp'));
  return { found, field };
}

function findCaller(x: X, appKey: string, accessToken: string): Caller {
  for (const account of Object.values(x.state.accounts)) {
    const { credentials } = account;
    if (credentials?.appKey !== appKey || credentials.accessToken !== accessToken) continue;
    if (account.status === 'deleted') throw unauthorized(`@${account.handle} is deleted`);
    return { account, credentials };
  }
  throw unauthorized('unknown app key or access token');
}

function checkFresh(x: X, nonce: string, timestamp: string): void {
  const nowS = Date.now() / 1000;
  const at = /^\d+$/.test(timestamp) ? Number(timestamp) : Number.NaN;
  if (!(Math.abs(nowS - at) <= maxSkewS)) throw unauthorized(`timestamp ${timestamp} is over 5 minutes away`);
  for (const [old, oldAt] of x.nonces) {
    if (nowS - oldAt <= maxSkewS) break;
    x.nonces.delete(old);
  }
  if (x.nonces.has(nonce)) throw unauthorized('nonce was used before');
  x.nonces.set(nonce, at);
}

function readHeader(text: string): [string, string][] {
  return text.split(',').map((part) => {
    const [, key, value] = /^\s*([^=\s]+)="([^"]*)"\s*$/.exec(part) ?? [];
    if (key === undefined || value === undefined) throw unauthorized(`cannot read '${part.trim()}'`);
    return [decode(key), decode(value)];
  });
}

function signature(request: IncomingMessage, oauth: readonly [string, string][], keys: Keys): string {
  const [path = '', query = ''] = (request.url ?? '').split('?');
  const pairs = readPairs(query);
  const parameters = [...oauth.filter(([key]) => key !== 'oauth_signature' && key !== 'realm'), ...pairs]
    .map(([key, value]): [string, string] => [encode(key), encode(value)])
    .sort(([a, aValue], [b, bValue]) => compare(a, b) || compare(aValue, bValue))
    .map((pair) => pair.join('='))
    .join('&');
  const base = [request.method ?? '', `${signedFor}${path}`, parameters].map(encode).join('&');
  return createHmac('sha1', `${encode(keys.appSecret)}&${encode(keys.accessSecret)}`)
    .update(base)
    .digest('base64');
}

/** The fields of a query or a form. */
function readPairs(text: string): [string, string][] {
  return text
    .split('&')
    .filter(Boolean)
    .map((pair): [string, string] => {
      const [key = '', value = ''] = pair.split('=');
      return [decode(key.replaceAll('+', ' ')), decode(value.replaceAll('+', ' '))];
    });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw unauthorized(`'${text}' is not percent-encoded`);
  }
}
