import type { KeysRefused } from '../errors.js';

/** What is refused, and one line about it: where it is set, what was answered, what to do. */
export interface RefusedKeys {
  readonly what: string;
  readonly line: string;
}

export const botToken = 'The Slack bot token';
export const appToken = 'The Slack app-level token';
export const keysOfX = (desk: string) => `X for desk '${desk}'`;

export function refusedBySlack({ detail }: KeysRefused): RefusedKeys {
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

/** `secrets` is the name that desk.yaml gives the four keys. */
export function refusedByX({ detail }: KeysRefused, desk: string, secrets: string): RefusedKeys {
  const found = `X doesn't take the keys X_${secrets}_… of desk '${desk}' (${detail.replace(/\.$/, '')}).`;
  return {
    what: keysOfX(desk),
    line: `${found} Set those that X's console gives for the library's account.`,
  };
}
