import type { Check } from '../../core/doctor/check.js';
import { isOurMistake, KeysRefused, OutcomeUnknown, Rejected, Unreachable } from '../../errors.js';
import type { Installation, SocketAnswer } from '../../ports/inspection.js';
import { cureOf, ok, sentenceOf, wrong } from './probe.js';

const botId = 'slack.bot-token';
const appId = 'slack.app-token';

/** The pages of an app's settings, and what its menu calls them. */
const menu = {
  general: 'Basic Information',
  oauth: 'OAuth & Permissions',
  'socket-mode': 'Socket Mode',
  'slash-commands': 'Slash Commands',
  'interactive-messages': 'Interactivity & Shortcuts',
  'app-home': 'App Home',
} as const;

export type AppPage = keyof typeof menu;

/** Where the settings of an app are; in the list of all apps where it is not known which one it is. */
export const appPage = (app: string | undefined, page: AppPage): string =>
  app
    ? `https://api.slack.com/apps/${app}/${page} (${menu[page]})`
    : `https://api.slack.com/apps, your app, ${menu[page]}`;

interface Asked {
  /** The id of the app, where the app token has it. */
  readonly app: string | undefined;
  /** Where Slack is, for whoever has to let this machine reach it. */
  readonly address: string;
}

/** Whether Slack takes the bot token. Where it does not, nothing else of Slack can be looked at. */
export async function botTokenChecks(
  ask: () => Promise<Installation>,
  asked: Asked,
): Promise<readonly Check[]> {
  try {
    const { team } = await ask();
    return [ok(botId, `The bot token works: the app is installed in ${team}.`)];
  } catch (fault) {
    if (isOurMistake(fault)) throw fault;
    const rest = 'nothing else of Slack was looked at';
    if (fault instanceof KeysRefused) {
      const code = fault.detail.split(' ').at(-1);
      return [wrong(botId, `Slack refuses SLACK_BOT_TOKEN (${code}); ${rest}.`, newBotToken(asked.app))];
    }
    return [wrong(botId, `${sentenceOf(fault).replace(/\.$/u, '')}; ${rest}.`, reachFix(fault, asked))];
  }
}

const newBotToken = (app: string | undefined): string =>
  `Copy the Bot User OAuth Token (xoxb-…) again, after a press of Install where there is none: ${appPage(app, 'oauth')}`;

function reachFix(fault: unknown, { address }: Asked): string | undefined {
  const reach = `let this machine reach ${address}: a proxy or firewall may forbid it`;
  if (fault instanceof Unreachable || fault instanceof Rejected) return `L${reach.slice(1)}.`;
  const cure = cureOf(fault);
  return fault instanceof OutcomeUnknown ? `${cure} If it is, ${reach}.` : cure;
}

/**
 * What an app-level token is good for, by Slack's answer. `tokenOf` is the app in the token itself, and `installed` the app
 * of the bot token, where they are known.
 */
export function appTokenChecks(
  answer: SocketAnswer,
  { tokenOf, installed }: { readonly tokenOf: string | undefined; readonly installed: string | undefined },
): readonly Check[] {
  const page = appPage(installed, 'general');
  if (tokenOf && installed && tokenOf !== installed)
    return [
      wrong(
        appId,
        `SLACK_APP_TOKEN belongs to another app (${tokenOf}) than the bot token (${installed}).`,
        `Take both from one app. Its app-level tokens: ${page}`,
      ),
    ];
  switch (answer) {
    case 'works':
      return [ok(appId, 'The app token works: Slack gives it an address for presses.')];
    case 'no-scope':
      return [
        wrong(
          appId,
          'SLACK_APP_TOKEN lacks the scope connections:write, so no press would arrive.',
          `Make a new app-level token with connections:write: ${page}`,
        ),
      ];
    case 'no-socket-mode':
      return [
        wrong(
          appId,
          'Socket Mode is turned off for the app, so no press would arrive.',
          `Turn it on: ${appPage(installed, 'socket-mode')}`,
        ),
      ];
    case 'wrong-token':
      return [
        wrong(
          appId,
          'Slack does not take SLACK_APP_TOKEN as an app-level token.',
          `Copy it again (xapp-…), or make an app-level token with connections:write: ${page}`,
        ),
      ];
  }
}
