import { randomBytes } from 'node:crypto';
import { isPractice } from '../../config/account.js';
import type { PresentDesk } from '../../config/setup/changed-desk.js';
import { type AccountAnswers, type DeskAnswers, networkName } from '../../config/setup/fresh-desk.js';
import { askAccount, askNetwork, fresh } from './account-questions.js';
import type { Asked } from './asked.js';
import { askHours } from './hours-questions.js';
import { askPeople } from './people-questions.js';
import type { Prompts } from './prompts.js';
import { askRedis } from './redis-question.js';
import { askChannel, askTokens, type Channel } from './slack-questions.js';

/** What the two files say before anything is asked. */
export interface Present {
  /** The secret of a variable, also where it comes from a file; undefined when it is not set. */
  secret(name: string): string | undefined;
  /** The desk that is asked about; undefined for a new one. */
  readonly desk?: PresentDesk;
  /** All desks that are there. */
  readonly desks: readonly PresentDesk[];
}

export interface Outcome {
  readonly answers: DeskAnswers;
  /** They are of a second desk, with the people of the one that was asked about. */
  readonly isSecond: boolean;
  /** The channel's name, where Slack was asked for it. */
  readonly channelName?: string;
  /** What .env has to say; also what it says already. */
  readonly variables: Readonly<Record<string, string>>;
  readonly notes: readonly string[];
}

type Topic = 'slack' | 'hours' | 'account' | 'live' | 'second' | 'redis';

/** Asks all that is not known yet; of a desk that is there, what somebody chooses to change. */
export async function interview(asked: Asked, present: Present): Promise<Outcome> {
  const { prompts } = asked;
  const { desk } = present;
  const topics = await askTopics(prompts, present);
  const heading = headings(prompts, topics.length);
  const variables: Record<string, string> = {};
  const notes: string[] = [];
  const isSecond = topics.includes('second');
  const known = isSecond ? undefined : desk && answersOf(desk);
  let { staff } = known ?? { staff: [] };
  let zone: string | undefined;
  let channel: Channel | undefined;

  if (topics.includes('slack')) {
    heading('Slack');
    const kept = { botToken: present.secret('SLACK_BOT_TOKEN'), appToken: present.secret('SLACK_APP_TOKEN') };
    const { appName, appToken, botToken } = await askTokens(asked, kept);
    Object.assign(variables, { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken });
    const others = present.desks.filter((one) => isSecond || one !== desk);
    channel = await askChannel(asked, { botToken, appName, taken: takenBy(others) }, known?.channel);
    // Where all members of the channel answer, Slack knows who they are; another desk's people stand there.
    if (desk?.entry.staff !== 'channel' && desk?.entry.like === undefined && !isSecond) {
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
  let account = known?.account;
  if (!account || topics.includes('account') || topics.includes('live')) {
    heading(account ? networkName(account) : 'The account');
    account ??= isSecond ? fresh[otherOf(present) ?? 'x'] : await askNetwork(prompts);
    const { secret } = present;
    const given = await askAccount(asked, { account, staff, secret, isLive: topics.includes('live') });
    ({ account, staff } = given);
    Object.assign(variables, given.variables);
    if (isSecond && account.x) notes.push(`Who is signed in to X is said at ${desk?.id}, by xSignIn.`);
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
    answers: { channel: channel?.id ?? known?.channel ?? '', account, timeZone, openHours, staff },
    isSecond,
    ...(channel ? { channelName: channel.name } : {}),
    variables,
    notes,
  };
}

const everything: readonly Topic[] = ['slack', 'hours', 'account', 'redis'];

/** What to ask about: all of a new desk; of another one what somebody chooses, and Slack where a token is missing. */
async function askTopics(prompts: Prompts, present: Present): Promise<readonly Topic[]> {
  const { desk, secret } = present;
  if (!desk) return everything;
  const isWithoutToken = ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN'].some((name) => secret(name) === undefined);
  const { like } = desk.entry;
  const account = accountOf(desk);
  const network = networkName(account);
  const parts = account.x ? 'account, keys, budget' : 'account, app password';
  const other = otherOf(present);
  const second = other
    ? ([
        {
          name: `Add a desk on ${networkName(fresh[other])}, with the same people and rota`,
          value: ['slack', 'second'],
        },
      ] as const)
    : [];
  const all = everything.filter((topic) => topic !== 'hours' || like === undefined);
  const chosen = await prompts.one<readonly Topic[]>(`What shall change at the desk ${desk.id}?`, [
    isPractice(desk.entry)
      ? { name: `Go live: the real ${network} in place of practice`, value: ['live'] }
      : { name: `${network}: ${parts}, or back to practice`, value: ['account'] },
    ...(like === undefined
      ? ([
          { name: 'Slack: tokens, channel, new colleagues', value: ['slack'] },
          { name: 'Time zone and open hours', value: ['hours'] },
        ] as const)
      : ([
          {
            name: `Slack: tokens, channel (its people and hours are those of ${like})`,
            value: ['slack'],
          },
        ] as const)),
    { name: 'The address of Redis', value: ['redis'] },
    ...second,
    { name: 'All of it, with what is there proposed', value: all },
  ]);
  return isWithoutToken && !chosen.includes('slack') ? ['slack', ...chosen] : chosen;
}

/** The network on which there is no desk yet: one there can have the people of the desk that is asked about. */
function otherOf({ desk, desks }: Present): 'x' | 'bluesky' | undefined {
  if (!desk || desk.entry.like !== undefined) return undefined;
  return (['x', 'bluesky'] as const).find((network) => desks.every(({ entry }) => !entry[network]));
}

const takenBy = (desks: readonly PresentDesk[]): ReadonlyMap<string, string> =>
  new Map(desks.map(({ entry, id }) => [entry.channel, id]));

/** Says before each part which it is, and how many there are. */
function headings(prompts: Prompts, count: number): (name: string) => void {
  let number = 0;
  return (name) => {
    number += 1;
    prompts.say(count > 1 ? `\n${name}  (${number} of ${count})` : `\n${name}`);
  };
}

function answersOf(desk: PresentDesk): DeskAnswers {
  const { channel, openHours, timeZone } = desk.entry;
  return {
    channel,
    timeZone,
    openHours: openHours as DeskAnswers['openHours'],
    staff: desk.staff,
    account: accountOf(desk),
  };
}

function accountOf({ entry: { bluesky, budget, x } }: PresentDesk): AccountAnswers {
  if (bluesky) {
    const { handle, practice, secrets, service } = bluesky;
    return { bluesky: { handle, practice, secrets, service } };
  }
  if (!x) throw new RangeError('A desk without an account.');
  const { governmentUse, handle, ownsApp, plan, practice, secrets } = x;
  return {
    x: {
      ...{ handle, ownsApp, plan, practice, secrets },
      ...(governmentUse ? { governmentUse } : {}),
      ...(budget ? { monthlyUsd: budget.monthlyUsd } : {}),
    },
  };
}
