import type { Desk } from '../core/desk/desk.js';
import { privateSideId } from '../core/private/private-desk.js';
import type { KeysRefused } from '../errors.js';

/** What is refused, and one line about it: where it is set, what was answered, what to do. */
export interface RefusedCredentials {
  readonly what: string;
  readonly line: string;
}

/** A desk as whoever repairs its keys knows it. */
export interface KeysOfDesk {
  readonly desk: string;
  /** The network's name. */
  readonly network: string;
  /** The name that desk.yaml gives the desk's keys. */
  readonly secrets: string;
}

interface WithKeys extends Pick<Desk, 'id' | 'network'> {
  readonly account: { readonly secrets: string };
}

export const botToken = 'The Slack bot token';
export const appToken = 'The Slack app-level token';
/** Names the keys of a desk in the log. */
export const keysOf = ({ desk, network }: Omit<KeysOfDesk, 'secrets'>): string =>
  `${network} for desk '${desk}'`;

/** The keys of a desk, or of its private side, by its id. */
export function keysAmong(desks: readonly WithKeys[], id: string): KeysOfDesk {
  const found = desks.find((desk) => id === desk.id || id === privateSideId(desk.id));
  return { desk: id, network: found?.network.name ?? '', secrets: found?.account.secrets ?? id };
}

/** Which of Slack's two tokens is refused, and what to do. */
export function refusedBySlack({ detail }: KeysRefused): RefusedCredentials {
  const answer = detail.split(' ').at(-1) ?? detail;
  return detail.includes('SLACK_APP_TOKEN')
    ? {
        what: appToken,
        line: `Slack doesn't take SLACK_APP_TOKEN (${answer}). Make a new app-level token with connections:write and set it.`,
      }
    : {
        what: botToken,
        line: `Slack doesn't take SLACK_BOT_TOKEN (${answer}). Install the app again and set its bot token.`,
      };
}

/** Which keys a network refuses, and what to do. */
export function refusedByNetwork(
  { detail, reason, side }: KeysRefused,
  keys: KeysOfDesk,
): RefusedCredentials {
  const { desk, secrets } = keys;
  const what = keysOf(keys);
  const why = detail.replace(/\.$/, '');
  if (side === 'Bluesky') {
    const line = `Bluesky doesn't take BLUESKY_${secrets}_APP_PASSWORD of desk '${desk}' (${why}). Make a new app password, signed in as the library's account, and set it.`;
    return { what, line };
  }
  if (reason === 'not-permitted') {
    const line = `X doesn't let the app of desk '${desk}' do this (${why}). In X's console, set its user authentication settings to read and write; then make the access token anew and set X_${secrets}_ACCESS_TOKEN and X_${secrets}_ACCESS_SECRET.`;
    return { what, line };
  }
  const found = `X doesn't take the keys X_${secrets}_… of desk '${desk}' (${why}).`;
  return { what, line: `${found} Set those that X's console gives for the library's account.` };
}
