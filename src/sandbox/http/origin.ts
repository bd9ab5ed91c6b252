import type { IncomingMessage } from 'node:http';
import type { Answer } from './http.js';

/** This machine's own names. Others can make any other name lead to this machine (DNS rebinding). */
const loopbackHost = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/i;

/**
 * Why a request is not answered: it uses another name than this machine's own, or a page of another origin made it.
 * Undefined when it may be answered. Programs send neither Origin nor fetch metadata. A link from elsewhere may open a
 * page here, because no GET changes anything. `publicOrigin`
 * is where people on other machines reach the same, under a name of its own.
 * https://www.w3.org/TR/fetch-metadata/
 */
export function foreignRequest(
  { method, headers }: IncomingMessage,
  publicOrigin?: string,
): string | undefined {
  const { host = '', origin } = headers;
  const isPublic = publicOrigin !== undefined && host.toLowerCase() === new URL(publicOrigin).host;
  if (!isPublic && !loopbackHost.test(host))
    return 'Use the address with 127.0.0.1 or localhost: other names are refused.';
  const site = headers['sec-fetch-site'] ?? 'none';
  const isLink =
    method === 'GET' &&
    headers['sec-fetch-mode'] === 'navigate' &&
    headers['sec-fetch-dest'] === 'document' &&
    headers.upgrade === undefined;
  const isOwn = site === 'same-origin' || site === 'none' || isLink;
  if (isOwn && (origin === undefined || origin === (isPublic ? publicOrigin : `http://${host}`)))
    return undefined;
  return 'Pages of other sites can do nothing here.';
}

/** A refusal as its reader wants it: a page for people, JSON for programs. */
export function forbidden({ headers }: IncomingMessage, reason: string): Answer {
  if (!headers.accept?.includes('text/html')) return { status: 403, body: { error: reason } };
  const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'";
  return { status: 403, headers: { 'content-security-policy': policy }, body: pageOf(reason) };
}

/** `reason` holds no markup: every one is written in this folder. */
const pageOf = (reason: string) => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Not allowed</title>
<style>body { font: 1.1rem/1.5 system-ui, sans-serif; max-width: 36rem; margin: 15vh auto; padding: 0 1.5rem }</style>
<main>
<h1>This page can't be opened like this</h1>
<p>${reason}</p>
</main>
</html>
`;
