import type { Answer, FoundApp, Setup } from '../../app/setup.js';
import { fieldProblem } from '../../config/setup/typed-field.js';
import type { Prompts } from './prompts.js';

interface Asked {
  readonly prompts: Prompts;
  readonly setup: Setup;
}

export interface Tokens {
  readonly botToken: string;
  readonly appToken: string;
}

/** Asks for the two tokens of the Slack app; each is tried in Slack before the next question. */
export async function askTokens(
  { prompts, setup }: Asked,
  kept: { readonly [Name in keyof Tokens]: string | undefined },
): Promise<Tokens & { readonly appName: string }> {
  prompts.say('  At api.slack.com/apps, in your app. No app yet? INSTALL.md has each click.');
  let app: FoundApp = { team: '', name: '' };
  const botToken = await prompts.secret(
    'Bot token: OAuth & Permissions, Bot User OAuth Token (xoxb-…)',
    kept.botToken,
    async (token) => {
      if (token.startsWith('xapp-'))
        return 'This is the app-level token, which is asked for next. The bot token begins with xoxb-.';
      if (!token.startsWith('xoxb-'))
        return 'A bot token begins with xoxb-. It is there as soon as the app is installed.';
      const answer = await setup.installation(token);
      if ('refused' in answer) return answer.refused;
      app = answer.found;
      return undefined;
    },
    'xoxb-',
  );
  prompts.say(`  ${app.name} in the workspace ${app.team}.`);
  const appToken = await prompts.secret(
    'App token: Basic Information, App-Level Tokens (xapp-…)',
    kept.appToken,
    async (token) => {
      if (!token.startsWith('xapp-'))
        return 'An app-level token begins with xapp-. Generate one with the scope connections:write.';
      const answer = await setup.socket(token, app);
      return 'refused' in answer ? answer.refused : undefined;
    },
    'xapp-',
  );
  return { botToken, appToken, appName: app.name };
}

export interface Channel {
  readonly id: string;
  readonly name: string;
}

/** A workspace as the app is in it. */
interface InWorkspace {
  readonly botToken: string;
  readonly appName: string;
  /** The channels of other desks, by their ids, and whose they are. */
  readonly taken: ReadonlyMap<string, string>;
}

const again = 'again';
const byId = 'by-id';

/** Asks which channel the cards go to: one that the app was invited to. */
export async function askChannel(
  { prompts, setup }: Asked,
  { appName, botToken, taken }: InWorkspace,
  present: string | undefined,
): Promise<Channel> {
  const invite = `/invite @${appName}`;
  for (;;) {
    const answer = await setup.channels(botToken);
    const channels = 'found' in answer ? answer.found.filter(({ id }) => !taken.has(id)) : [];
    if ('refused' in answer) prompts.say(`  ${answer.refused}`);
    else if (channels.length === 0) {
      prompts.say(
        `  The app is in no ${taken.size > 0 ? 'other ' : ''}channel yet. In Slack, open the channel for the cards and type: ${invite}`,
      );
    }
    const chosen = await prompts.one<string>(
      'Channel for the cards',
      [
        ...channels.map(({ id, isPrivate, name }) => ({
          name: `#${name}${isPrivate ? ', private' : ''}`,
          value: id,
        })),
        {
          name: channels.length > 0 ? `Another one: I typed ${invite} there` : 'I typed it: look again',
          value: again,
        },
        { name: 'One whose id I have (channel name, About, at the end)', value: byId },
      ],
      present,
    );
    const known = channels.find(({ id }) => id === chosen);
    if (known) return known;
    if (chosen === byId) return askChannelId({ prompts, setup }, { appName, botToken, taken }, invite);
  }
}

async function askChannelId(
  { prompts, setup }: Asked,
  { botToken, taken }: InWorkspace,
  invite: string,
): Promise<Channel> {
  let found: Channel | undefined;
  const id = await prompts.line('Channel id (C…)', undefined, async (typed) => {
    const problem = fieldProblem('channel', typed);
    if (problem) return problem;
    const holder = taken.get(typed);
    if (holder !== undefined) return `This is the channel of the desk ${holder}. Each desk has its own.`;
    const answer: Answer<Channel> = await setup.channel(botToken, typed);
    if ('refused' in answer) return answer.refused.replace('the /invite', invite);
    found = answer.found;
    return undefined;
  });
  return found ?? { id, name: id };
}
