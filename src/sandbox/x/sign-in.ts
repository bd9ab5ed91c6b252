import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Answer, readBody, send } from '../http/http.js';
import { signedIn } from './model/intents.js';
import type { Account, Credentials, RequestToken, X } from './model/state.js';
import { browserOf, escapeHtml, layout, signInForm, switchBrowser } from './pages.js';
import { verify } from './wire/oauth.js';
import { Problem } from './wire/problems.js';

/** The calls by which an app gets an account's access token. */
export const signInCalls = ['POST /oauth/request_token', 'POST /oauth/access_token'];

/** How long a request token is good, in ms on the sandbox's clock. X does not publish it. */
const goodForMs = 15 * 60_000;
const digits = '0123456789';
const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

/** Answers what is below /oauth/: the two calls of an app, and the page on which an account says yes and gets a PIN. */
export async function serveSignIn(
  x: X,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const form = (await readBody(request)).toString();
  const call = `${request.method} ${url.pathname}`;
  if (url.pathname === '/oauth/authorize') return send(response, authorizePage(x, request, url, form));
  const answer = callAnswer(call);
  if (!answer) return send(response, { status: 404, body: '' });
  try {
    const given = answer(x, request, form);
    x.world.journal.write('x', call, { ...given.journal, status: 200, tookEffect: true });
    // X sends it as a form under this name.
    const headers = { 'content-type': 'text/html;charset=utf-8' };
    send(response, { status: 200, headers, body: new URLSearchParams(given.fields).toString() });
  } catch (error) {
    if (!(error instanceof Refused || error instanceof Problem)) throw error;
    const because = error instanceof Problem ? error.because : error.message;
    x.world.journal.write('x', call, { status: error.status, because, tookEffect: false });
    send(response, { status: error.status, body: error instanceof Problem ? unknownApp : error.body });
  }
}

interface Given {
  readonly fields: Record<string, string>;
  readonly journal: Record<string, unknown>;
}

/** What X answers when it can't check who calls. */
const unknownApp = { errors: [{ code: 32, message: 'Could not authenticate you.' }] };

class Refused extends Error {
  readonly status = 401;
  constructor(
    readonly body: unknown,
    because: string,
  ) {
    super(because);
  }
}

function callAnswer(call: string): typeof requestToken | undefined {
  if (call === 'POST /oauth/request_token') return requestToken;
  return call === 'POST /oauth/access_token' ? accessToken : undefined;
}

/** https://docs.x.com/fundamentals/authentication/api-reference#post-oauth-request-token */
function requestToken(x: X, request: IncomingMessage, form: string): Given {
  const { field, found } = verify(x, request, form, (name) => {
    const app = appOf(x, name('oauth_consumer_key'));
    return app && { ...app, accessSecret: '' };
  });
  // A callback has to stand in the app's settings also where a PIN is wanted.
  if (x.state.noCallback) throw new Refused(unknownApp, 'the app has no user-authentication settings');
  if (field('oauth_callback') !== 'oob')
    throw new Refused(unknownApp, 'this X gives PINs alone: oauth_callback=oob');
  const token = x.world.random.text(27, letters);
  const secret = x.world.random.text(32, letters);
  x.state.requestTokens = {
    ...x.state.requestTokens,
    [token]: { appKey: found.appKey, secret, at: x.world.clock.now() },
  };
  return {
    fields: { oauth_token: token, oauth_token_secret: secret, oauth_callback_confirmed: 'true' },
    journal: {},
  };
}

/** https://docs.x.com/fundamentals/authentication/api-reference#post-oauth-access-token */
function accessToken(x: X, request: IncomingMessage, form: string): Given {
  const { field, found } = verify(x, request, form, (name) => {
    const token = name('oauth_token');
    const asked = goodToken(x, token);
    const app = appOf(x, name('oauth_consumer_key'));
    if (!asked || app?.appKey !== asked.appKey)
      throw new Refused(
        { errors: [{ code: 89, message: 'Invalid or expired token.' }] },
        'no such request token',
      );
    return { ...app, accessSecret: asked.secret, token, asked };
  });
  const { asked, token } = found;
  const verifier = field('oauth_verifier');
  // One try: X takes no PIN twice.
  const { [token]: _used, ...rest } = x.state.requestTokens ?? {};
  x.state.requestTokens = rest;
  const account = x.state.accounts[asked.account ?? ''];
  if (!account || asked.pin !== verifier)
    throw new Refused('Error processing your OAuth request: Invalid oauth_verifier parameter', 'wrong PIN');
  account.credentials = credentialsFor(x, account, found);
  return {
    fields: {
      oauth_token: account.credentials.accessToken,
      oauth_token_secret: account.credentials.accessSecret,
      user_id: account.id,
      screen_name: account.handle,
    },
    journal: { handle: account.handle },
  };
}

type App = Pick<Credentials, 'appKey' | 'appSecret' | 'permissions'>;

/** The app with a key, with what its owner may do by it. */
function appOf(x: X, appKey: string): App | undefined {
  return Object.values(x.state.accounts)
    .flatMap(({ credentials }) => credentials ?? [])
    .find((one) => one.appKey === appKey && one.ownsApp);
}

/** The keys of an account for an app: the same again, once it has some. */
function credentialsFor(x: X, account: Account, { appKey, appSecret, permissions }: App): Credentials {
  if (account.credentials?.appKey === appKey) return account.credentials;
  return {
    appKey,
    appSecret,
    permissions,
    accessToken: `${account.id}-${x.world.random.text(40, letters)}`,
    accessSecret: x.world.random.text(45, letters),
    ownsApp: false,
  };
}

function goodToken(x: X, token: string): RequestToken | undefined {
  const asked = Object.entries(x.state.requestTokens ?? {}).find(([one]) => one === token)?.[1];
  return asked && x.world.clock.now() - asked.at <= goodForMs ? asked : undefined;
}

/** The page that the app's person opens: whoever is signed in to the browser there says yes, and is shown the PIN. */
function authorizePage(x: X, request: IncomingMessage, url: URL, text: string): Answer {
  const browser = browserOf(request, url);
  const form = request.method === 'POST' ? new URLSearchParams(text) : undefined;
  const as = form?.get('as');
  if (typeof as === 'string') switchBrowser(x, browser, as);
  const page = (status: number, content: string): Answer => ({
    status,
    body: layout(content),
    headers: { 'set-cookie': `browser=${encodeURIComponent(browser)}; Path=/; SameSite=Lax` },
  });
  const asked = goodToken(x, url.searchParams.get('oauth_token') ?? '');
  if (!asked || asked.pin !== undefined)
    return page(
      401,
      '<h1>Whoa there!</h1><p>The request token for this page is invalid. It may have already been used, or expired because it is too old.</p>',
    );
  const account = signedIn(x, browser);
  if (!form || as !== null || !account)
    return page(
      200,
      `${signInForm(x, browser)}<h1>Authorize the app ${escapeHtml(asked.appKey)}?</h1><form method="post"><button>Authorize app</button></form>`,
    );
  asked.pin = x.world.random.text(7, digits);
  asked.account = account.id;
  x.world.journal.write('x', 'authorize', { browser, handle: account.handle, app: asked.appKey });
  return page(
    200,
    `<h1>You've granted access</h1><p>Enter this PIN to complete the authorization: <code>${asked.pin}</code></p>`,
  );
}
