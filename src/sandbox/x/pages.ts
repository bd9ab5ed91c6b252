import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody, send } from '../http/http.js';
import { type Intent, pressIntent, readIntent, signedIn } from './model/intents.js';
import { accountByHandle } from './model/people.js';
import type { X } from './model/state.js';

/**
 * The pages of Web Intent links: each shows what the link offers and who is signed in; its button acts as that account.
 * `?browser=NAME` names the browser and a cookie remembers it. The default is "browser".
 */
export async function servePage(
  x: X,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const browser = browserOf(request, url);
  const link = url.pathname + url.search;
  const answer = (status: number, content: string) =>
    send(response, {
      status,
      body: layout(content),
      headers: { 'set-cookie': `browser=${encodeURIComponent(browser)}; Path=/; SameSite=Lax` },
    });

  const form =
    request.method === 'POST' ? new URLSearchParams((await readBody(request)).toString()) : undefined;
  const as = form?.get('as');
  if (typeof as === 'string') switchBrowser(x, browser, as);
  let intent: Intent;
  try {
    intent = readIntent(link);
  } catch (error) {
    return answer(404, `<h1>Nothing here</h1><p>${escapeHtml(String(error))}</p>`);
  }
  if (form && as === null) {
    try {
      const { id } = pressIntent(x, browser, link, form.get('text') ?? undefined);
      return answer(200, `<h1>Done</h1><p>id ${escapeHtml(id)}</p>`);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      x.world.journal.write('x', 'intent', { browser, url: link, refused: reason });
      return answer(403, `<h1>X did not do this</h1><p>${escapeHtml(reason)}</p>`);
    }
  }
  return answer(200, signInForm(x, browser) + intentForm(x, intent));
}

/** The name of the browser that asks. */
export const browserOf = (request: IncomingMessage, url: URL): string =>
  url.searchParams.get('browser') ?? cookie(request) ?? 'browser';

/** Signs a browser in as an account, or out where there is none of that handle. */
export function switchBrowser(x: X, browser: string, as: string): void {
  const account = accountByHandle(x, as);
  if (account) x.state.browsers[browser] = account.id;
  else delete x.state.browsers[browser];
  x.world.journal.write('x', 'signIn', { browser, ...(account && { as: account.handle }) });
}

function cookie(request: IncomingMessage): string | undefined {
  const found = /(?:^|;\s*)browser=([^;]*)/.exec(request.headers.cookie ?? '')?.[1];
  return found === undefined ? undefined : decodeURIComponent(found);
}

export function signInForm(x: X, browser: string): string {
  const account = signedIn(x, browser);
  const options = Object.values(x.state.accounts)
    .filter(({ status }) => status === 'active')
    .map(({ handle }) => `<option${handle === account?.handle ? ' selected' : ''}>${handle}</option>`);
  return `<form method="post"><p>Signed in as ${account ? `@${account.handle}` : 'nobody'}.
    <label>Switch to <select name="as"><option value="">nobody</option>${options.join('')}</select></label>
    <button>Switch</button></p></form>`;
}

const buttons: Record<Intent['kind'], string> = { post: 'Post', follow: 'Follow', message: 'Send' };

function intentForm(x: X, intent: Intent): string {
  const button = `<button>${buttons[intent.kind]}</button>`;
  if (intent.kind === 'follow') {
    const whom = x.state.accounts[intent.whom];
    return `<form method="post"><h1>Follow ${whom ? `@${whom.handle}` : escapeHtml(intent.whom)}</h1>${button}</form>`;
  }
  const target = intent.kind === 'post' ? x.state.posts[intent.replyTo ?? ''] : undefined;
  const heading =
    intent.kind === 'post' ? (intent.replyTo === undefined ? 'Post' : 'Reply') : 'Private message';
  return `<form method="post"><h1>${heading}</h1>
    ${target ? `<blockquote>${target.text}</blockquote>` : ''}
    <textarea name="text" rows="6" cols="60">${escapeHtml(intent.text)}</textarea><p>${button}</p></form>`;
}

export function layout(content: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>X (sandbox)</title>
    <body style="font: 16px/1.5 system-ui; max-width: 40rem; margin: 2rem auto">${content}</body></html>`;
}

export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
