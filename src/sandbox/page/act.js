import { placeOf } from './bluesky/sights.js';
import { go, toast, ui } from './ui.js';

/** One call of the controls; throws an Error with their words. */
export async function call(path, body, method = 'POST') {
  const response = await fetch(path, { method, body: body === undefined ? undefined : JSON.stringify(body) });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error);
  return answer;
}

export const x = (act, args) => call(`/x/${act}`, args);
export const bluesky = (act, args) => call(`/bluesky/${act}`, args);

/** What the person does in Slack whom this window acts as. An act that the app did not take is said as Slack says it. */
export async function slack(act, args = {}) {
  const result = await call(`/slack/${act}`, { user: ui.as, ...args });
  if (result.acked === false && result.error) {
    const why =
      result.error === 'operation_timeout' ? 'did not answer within three seconds' : 'could not be reached';
    toast(`The app ${why}. Try again.`, { kind: 'bad' });
  }
  return result;
}

/** Does something, and says so when it fails; undefined then. */
export async function attempt(work) {
  try {
    return await work();
  } catch (error) {
    toast(error.message.replace(/^\w+: /, ''), { kind: 'bad' });
    return undefined;
  }
}

/** Follows a link: those of X, Bluesky and Slack open on this page. */
export function follow(url) {
  const { hostname, pathname, searchParams } = new URL(url, 'https://x.com');
  const isHere = hostname === location.hostname;
  if (hostname === 'bsky.app' || (isHere && pathname.startsWith('/profile/')))
    return go({ network: 'bluesky', uri: placeOf(pathname), side: 'x' });
  if (/(^|\.)(x|twitter)\.com$/.test(hostname) || isHere) {
    if (/^\/(intent\/|messages\/compose)/.test(pathname)) {
      return go({ intent: url, side: 'x', network: 'x' });
    }
    if (pathname.startsWith('/messages/'))
      return go({ x: 'messages', post: '', intent: '', side: 'x', network: 'x' });
    const [, post] = /\/status\/(\d+)/.exec(pathname) ?? [];
    if (post) return go({ post, intent: '', side: 'x', network: 'x' });
    const [, handle] = /^\/(\w+)\/?$/.exec(pathname) ?? [];
    return go({ post: `@${searchParams.get('screen_name') ?? handle}`, intent: '', side: 'x', network: 'x' });
  }
  const [, channel, digits] = /\.slack\.com\/archives\/(\w+)\/p(\d+)/.exec(url) ?? [];
  if (channel) return goToMessage(channel, `${digits.slice(0, -6)}.${digits.slice(-6)}`);
  if (hostname === 't.co') return toast('Links to other sites lead nowhere here.');
  window.open(url, '_blank', 'noopener');
}

export function goToMessage(channel, ts, thread = '') {
  go({ at: channel, side: 'slack', thread, shown: 300 });
  setTimeout(() => {
    const found = document.querySelector(`[data-ts="${CSS.escape(thread || ts)}"]`);
    found?.scrollIntoView({ block: 'center' });
    found?.focus({ preventScroll: true });
  });
}
