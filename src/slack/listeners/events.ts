import type { App } from '@slack/bolt';
import { slackUserId } from '../../core/ids.js';
import { isStorageFault } from '../../errors.js';
import { tryChannelNow } from '../../flows/refusing-channel.js';
import { personChanged, readColleaguesNow } from '../../flows/team/colleagues.js';
import { sayFirstWords } from '../../flows/tell/first-words.js';
import type { Desks } from '../../ports.js';
import { colleagueOf } from '../board/colleagues.js';

/** A person opens their App Home: it is drawn anew at once, and kept up to date for a while. */
export function listenToHome(app: App, desks: Desks): void {
  app.event('app_home_opened', async ({ event }) => {
    if (event.tab !== 'home') return;
    const user = slackUserId(event.user);
    try {
      for (const { clock, homes } of await desks.all()) await homes.opened(user, clock.now());
    } catch (fault) {
      // The outage is told elsewhere; the Home stays as it was.
      if (!isStorageFault(fault)) throw fault;
    }
  });
}

/** Slack reports who joins and leaves a desk's channel, that it is open again, and whose name or account changed. */
export function listenToMembership(app: App, desks: Desks): void {
  const inChannel = async (channel: string) => {
    for (const ports of await desks.all()) {
      if (ports.desk.channel !== channel) continue;
      await readColleaguesNow(ports);
      // Slack tells of a channel only while the app is in it.
      await tryChannelNow(ports);
    }
  };
  app.event('channel_unarchive', ({ event }) => inChannel(event.channel));
  app.event('group_unarchive', ({ event }) => inChannel(event.channel));
  app.event('member_joined_channel', async ({ context, event }) => {
    if (event.user === context.botUserId) await greetChannel(event.channel, desks);
    await inChannel(event.channel);
  });
  app.event('member_left_channel', ({ event }) => inChannel(event.channel));
  app.event('user_change', async ({ event }) => {
    for (const ports of await desks.all()) await personChanged(ports, colleagueOf(event.user));
  });
}

/** The app itself joined the channel of a desk. */
async function greetChannel(channel: string, desks: Desks): Promise<void> {
  for (const ports of await desks.all()) if (ports.desk.channel === channel) await sayFirstWords(ports);
}
