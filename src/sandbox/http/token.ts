import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Answer } from './http.js';
import { forbidden } from './origin.js';

/** What a request without the token gets; undefined when it may go on. */
export type TokenCheck = (request: IncomingMessage) => Answer | undefined;

const wanted =
  'Open the address with its token, as in /?token=…: the log of the desk has it, or else whoever runs the desk.';

/** So long a browser keeps it, so that a bookmark works without the token (s): 90 days. */
const rememberedSeconds = 90 * 24 * 3600;

/**
 * Lets in who knows the token: from `?token=` of an address, or from the cookie that opening such an address in a
 * browser leaves. Without a token everybody on this machine is let in. Under a `publicOrigin` with https that cookie never
 * goes out without it.
 */
export function createTokenCheck(token: string | undefined, publicOrigin?: string): TokenCheck {
  if (token === undefined) return () => undefined;
  const isToken = (given: string | null | undefined) =>
    typeof given === 'string' && timingSafeEqual(digest(given), digest(token));
  const isHttps = ({ headers: { host = '' } }: IncomingMessage) =>
    publicOrigin === `https://${host.toLowerCase()}`;
  return (request) => {
    const url = new URL(request.url ?? '/', 'http://sandbox');
    if (isToken(url.searchParams.get('token'))) {
      const isBrowser = request.method === 'GET' && request.headers.accept?.includes('text/html');
      return isBrowser ? remember(request, url, token, isHttps(request)) : undefined;
    }
    return isToken(cookieOf(request)) ? undefined : forbidden(request, wanted);
  };
}

/** Texts of any length become equally long, as `timingSafeEqual` needs them. */
const digest = (text: string) => createHash('sha256').update(text).digest();

/** Browsers send a host's cookies to all its ports, so each desk has a name of its own. */
const cookieName = ({ socket }: IncomingMessage) => `greeting-desk-${socket.localPort}`;

function cookieOf(request: IncomingMessage): string | undefined {
  const name = cookieName(request);
  return request.headers.cookie
    ?.split(/;\s*/)
    .find((one) => one.startsWith(`${name}=`))
    ?.slice(name.length + 1);
}

/**
 * Moves the token from the address, which people copy, into a cookie. Lax, not Strict: links in Slack open pages here.
 */
function remember(request: IncomingMessage, url: URL, token: string, isHttps: boolean): Answer {
  const attributes = `Path=/; Max-Age=${rememberedSeconds}; HttpOnly; SameSite=Lax${isHttps ? '; Secure' : ''}`;
  url.searchParams.delete('token');
  return {
    status: 303,
    headers: {
      location: url.pathname + url.search,
      'set-cookie': `${cookieName(request)}=${token}; ${attributes}`,
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
    },
    body: '',
  };
}
