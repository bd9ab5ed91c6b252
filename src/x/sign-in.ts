import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { type ITwitterApiClientPlugin, TwitterApi } from 'twitter-api-v2';
import { isOurMistake, Rejected, Unreachable } from '../errors.js';

interface SignInOptions {
  readonly appKey: string;
  readonly appSecret: string;
  /** Another X, such as the sandbox; by default X itself. */
  readonly origin?: string | undefined;
  /** The account that shall sign in: its name stands on X's page already. */
  readonly handle: string;
  /** For each of the two calls (ms). */
  readonly deadlineMs: number;
}

/** What an account gave the app: its keys. */
export interface SignedIn {
  readonly handle: string;
  readonly accessToken: string;
  readonly accessSecret: string;
}

/** A sign-in that began: X's page shows a PIN to whoever says yes there, and `finish` gives it for the account's keys. */
export interface SignIn {
  readonly page: string;
  /** A PIN counts once, also a wrong one. Throws like `beginSignIn`. */
  finish(pin: string): Promise<SignedIn>;
}

const realX = 'https://api.x.com';

/**
 * Begins to sign an account in to a developer app that belongs to another account. Throws Rejected with what may be done, or
 * Unreachable. https://docs.x.com/fundamentals/authentication/oauth-1-0a/pin-based-oauth
 */
export async function beginSignIn({
  deadlineMs,
  handle,
  origin = realX,
  ...app
}: SignInOptions): Promise<SignIn> {
  const options = { compression: false, plugins: [pointedAt(origin, deadlineMs)] };
  const begun = await new TwitterApi(app, options)
    // `authorize` asks each time, where `authenticate` lets through whoever said yes before.
    .generateAuthLink('oob', { linkMode: 'authorize', forceLogin: true, screenName: handle })
    .catch((error: unknown) => {
      throw refusalOf(
        error,
        "X does not know the app's keys, or its app has no user-authentication settings yet: in X's console, with a callback address, Read and write.",
      );
    });
  const tokens = { accessToken: begun.oauth_token, accessSecret: begun.oauth_token_secret };
  return {
    page: begun.url.replace(realX, origin),
    async finish(pin) {
      const { accessSecret, accessToken, screenName } = await new TwitterApi({ ...app, ...tokens }, options)
        .login(pin)
        .catch((error: unknown) => {
          throw refusalOf(error, 'X does not take this PIN: it is another one, or too old. Begin again.');
        });
      return { handle: screenName, accessToken, accessSecret };
    },
  };
}

/** Sends a call, which is signed for X, to another X; what both answer here is read as a form. */
function pointedAt(origin: string, deadlineMs: number): ITwitterApiClientPlugin {
  return {
    onBeforeRequest({ params, computedParams: { url }, requestOptions }) {
      const { protocol, host } = new URL(origin);
      url.protocol = protocol;
      url.host = host;
      // The client takes the protocol from its agent.
      requestOptions.agent = protocol === 'http:' ? new HttpAgent() : new HttpsAgent();
      requestOptions.signal = AbortSignal.timeout(deadlineMs);
      params.forceParseMode = 'url';
    },
  };
}

/** `refused` is what a 401 means here. */
function refusalOf(error: unknown, refused: string): Error {
  if (isOurMistake(error)) return error;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 401) return new Rejected('sign-in', refused);
  if (typeof code === 'number') return new Rejected('other', `X said no (HTTP ${code}).`);
  return new Unreachable('X', error);
}
