import type { App } from '@slack/bolt';
import { personChanged, readColleaguesNow } from '../../flows/team/colleagues.js';
import type { Desks } from '../../ports.js';
import { colleagueOf } from '../board/colleagues.js';

/** Slack tells who joins and leaves a desk's channel, and whose name or account changed. */
export function listenToMembership(app: App, desks: Desks): void {
  const inChannel = async (channel: string) => {
    for (const ports of await desks.all()) if (ports.desk.channel === channel) await readColleaguesNow(ports);
  };
  app.event('member_joined_channel', ({ event }) => inChannel(event.channel));
  app.event('member_left_channel', ({ event }) => inChannel(event.channel));
  app.event('user_change', async ({ event }) => {
    for (const ports of await desks.all()) await personChanged(ports, colleagueOf(event.user));
  });
}
