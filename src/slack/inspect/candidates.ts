import type { WebClient } from '@slack/web-api';
import { type Colleague, isColleague } from '../../core/desk/desk-now.js';
import { colleagueOf } from '../board/colleagues.js';
import { ask } from './ask.js';
import { idsInChannel } from './channel.js';

/** Somebody in a channel who may answer for the library. */
export interface Candidate extends Colleague {
  /** An IANA time zone, as their Slack has it. */
  readonly timeZone?: string;
}

/** The members of a channel who may answer: no bots, no guests, nobody whose account is deactivated. */
export async function candidatesIn(client: WebClient, channel: string): Promise<readonly Candidate[]> {
  const candidates: Candidate[] = [];
  for (const id of await idsInChannel(client, channel)) {
    const { user } = await ask('users.info', () => client.users.info({ user: id }));
    const colleague = colleagueOf({ ...user, id });
    if (!isColleague(colleague)) continue;
    candidates.push({ ...colleague, ...(user?.tz ? { timeZone: user.tz } : {}) });
  }
  return candidates;
}
