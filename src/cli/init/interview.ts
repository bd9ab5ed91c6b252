import { randomBytes } from 'node:crypto';
import type { Setup, XKeys } from '../../app/setup.js';
import type { PresentDesk } from '../../config/setup/changed-desk.js';
import type { DeskAnswers, XAnswers } from '../../config/setup/fresh-desk.js';
import { askHours } from './hours-questions.js';
import { askPeople } from './people-questions.js';
import type { Prompts } from './prompts.js';
import { askRedis } from './redis-question.js';
import { askChannel, askTokens, type Channel } from './slack-questions.js';
import { askAccount, askRealAccount } from './x-questions.js';

/** What the two files say before anything is asked. */
export interface Present {
  /** The secret of a variable, also where it comes from a file; undefined when it is not set. */
  secret(name: string): string | undefined;
  /** The desk that is asked about; undefined for a new one. */
  readonly desk?: PresentDesk;
}

export interface Outcome {
  readonly answers: DeskAnswers;
  /** The channel's name, where Slack was asked for it. */
  readonly channelName?: string;
  /** What .env has to say; also what it says already. */
  readonly variables: Readonly<Record<string, string>>;
  readonly notes: readonly string[];
}

type Topic = 'slack' | 'hours' | 'x' | 'live' | 'redis';

/** Asks all that is not known yet; of a desk that is there, what somebody chooses to change. */
export async function interview(
  asked: { readonly prompts: Prompts; readonly setup: Setup },
  present: Present,
): Promise<Outcome> {
  const { prompts } = asked;
  const { desk } = present;
  const like = desk?.entry.like;
  if (like !== undefined)
    prompts.say(`People and hours of ${desk?.id} are those of ${like}: change them there.`);
  const topics = await askTopics(prompts, present);
  const heading = headings(prompts, topics.length);
  const variables: Record<string, string> = {};
  const notes: string[] = [];
  const known = desk && answersOf(desk);
  let { staff } = known ?? { staff: [] };
  let zone: string | undefined;
  let channel: Channel | undefined;

  if (topics.includes('slack')) {
    heading('Slack');
    const kept = { botToken: present.secret('SLACK_BOT_TOKEN'), appToken: present.secret('SLACK_APP_TOKEN') };
    const { appName, appToken, botToken } = await askTokens(asked, kept);
    Object.assign(variables, { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken });
    channel = await askChannel(asked, { botToken, appName }, known?.channel);
    // Where all members of the channel answer, Slack knows who they are; of a desk that is like another, that one does.
    if (desk?.entry.staff !== 'channel' && desk?.entry.like === undefined) {
      const people = await askPeople(asked, { botToken, channel }, staff);
      staff = people.staff;
      zone = people.timeZone;
    }
  }
  let hours = known ?? { timeZone: '', openHours: {} };
  if (topics.includes('hours')) {
    heading('Hours');
    hours = await askHours(prompts, known ?? (zone === undefined ? {} : { timeZone: zone }));
  }
  let x = known?.x ?? freshX;
  if (topics.includes('x') || topics.includes('live')) {
    heading('X');
    const ask = topics.includes('live') ? askRealAccount : askAccount;
    const account = await ask(asked, { x, staff, keys: keysOf(present, x.secrets) });
    ({ staff, x } = account);
    if (account.keys) Object.assign(variables, variablesOf(x.secrets, account.keys));
  }
  if (topics.includes('redis')) {
    heading('Redis');
    const redis = await askRedis(asked, present.secret('REDIS_URL'));
    variables.REDIS_URL = redis.url;
    notes.push(...redis.notes);
  }
  if (present.secret('FORGET_KEY') === undefined) {
    variables.FORGET_KEY = randomBytes(32).toString('hex');
    notes.push('FORGET_KEY is new in .env. Keep a copy of it apart from the backups of Redis.');
  }
  const { openHours, timeZone } = hours;
  return {
    answers: { channel: channel?.id ?? known?.channel ?? '', x, timeZone, openHours, staff },
    ...(channel ? { channelName: channel.name } : {}),
    variables,
    notes,
  };
}

const everything: readonly Topic[] = ['slack', 'hours', 'x', 'redis'];

/** What to ask about: all of a new desk; of another one what somebody chooses, and Slack where a token is missing. */
async function askTopics(prompts: Prompts, { desk, secret }: Present): Promise<readonly Topic[]> {
  if (!desk) return everything;
  const isWithoutToken = ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN'].some((name) => secret(name) === undefined);
  const { like, x } = desk.entry;
  const chosen = await prompts.one<readonly Topic[]>(`What shall change at the desk ${desk.id}?`, [
    x.practice
      ? { name: 'Go live: the real X in place of practice', value: ['live'] }
      : { name: 'X: account, keys, budget, or back to practice', value: ['x'] },
    { name: `Slack: tokens, channel${like === undefined ? ', new colleagues' : ''}`, value: ['slack'] },
    ...(like === undefined ? [{ name: 'Time zone and open hours', value: ['hours'] as const }] : []),
    { name: 'The address of Redis', value: ['redis'] },
    {
      name: 'All of it, with what is there proposed',
      value: everything.filter((topic) => topic !== 'hours' || like === undefined),
    },
  ]);
  return isWithoutToken && !chosen.includes('slack') ? ['slack', ...chosen] : chosen;
}

/** Says before each part which it is, and how many there are. */
function headings(prompts: Prompts, count: number): (name: string) => void {
  let number = 0;
  return (name) => {
    number += 1;
    prompts.say(count > 1 ? `\n${name}  (${number} of ${count})` : `\n${name}`);
  };
}

const freshX: XAnswers = { practice: true, handle: '', secrets: 'MAIN', plan: 'self-serve', ownsApp: true };

function answersOf({ entry, staff }: PresentDesk): DeskAnswers {
  const { budget, channel, openHours, timeZone, x } = entry;
  const { governmentUse, handle, ownsApp, plan, practice, secrets } = x;
  return {
    channel,
    timeZone,
    openHours: openHours as DeskAnswers['openHours'],
    staff,
    x: {
      handle,
      ownsApp,
      plan,
      practice,
      secrets,
      ...(governmentUse ? { governmentUse } : {}),
      ...(budget ? { monthlyUsd: budget.monthlyUsd } : {}),
    },
  };
}

const partOf = {
  appKey: 'APP_KEY',
  appSecret: 'APP_SECRET',
  accessToken: 'ACCESS_TOKEN',
  accessSecret: 'ACCESS_SECRET',
} as const;
const parts = Object.entries(partOf) as [keyof typeof partOf, string][];

function keysOf({ secret }: Present, name: string): Partial<XKeys> {
  const found = parts.map(([key, part]) => [key, secret(`X_${name}_${part}`)] as const);
  return Object.fromEntries(found.filter(([, value]) => value !== undefined));
}

const variablesOf = (name: string, keys: XKeys): Readonly<Record<string, string>> =>
  Object.fromEntries(parts.map(([key, part]) => [`X_${name}_${part}`, keys[key]]));
