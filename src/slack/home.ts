import type { App } from '@slack/bolt';
import type { HomeView, WebClient } from '@slack/web-api';
import { slackUserId } from '../core/ids.js';
import { inOrder } from '../core/next.js';
import { memberOf, notStaff, whoIs } from '../core/who.js';
import { isStorageFault } from '../errors.js';
import type { Logger } from '../log.js';
import type { Desks, Ports } from '../ports.js';
import { type AtHome, homeView, strangerHomeView } from './home-view.js';

/** The App Home is made anew whenever its person comes to it, and after what they press. */
export function listenToHome(app: App, desks: Desks, log: Logger): void {
  app.event('app_home_opened', async ({ client, event }) => {
    if (event.tab === 'home') await publishHome(client, desks, event.user, log);
  });
}

/** Brings somebody's App Home up to date. It is an extra: where Slack or the store fail, what was pressed still holds. */
export async function publishHome(
  client: WebClient,
  desks: Desks,
  userId: string,
  log: Logger,
): Promise<void> {
  try {
    const view = await homeOf(desks, userId);
    if (view) await client.views.publish({ user_id: userId, view });
  } catch (fault) {
    // Of a storage that is away somebody else tells.
    if (!isStorageFault(fault)) log.warn({ from: 'slack', error: String(fault) }, 'App Home is out of date');
  }
}

async function homeOf(desks: Desks, userId: string): Promise<HomeView | undefined> {
  const all = await desks.all();
  const [first] = all;
  const theirs = all.filter(({ desk }) => memberOf(desk, userId));
  if (theirs.length > 0) return homeView(await Promise.all(theirs.map((ports) => atHome(ports, userId))));
  if (!first) return undefined;
  const who = whoIs(first.desk, userId);
  return who.kind === 'staff' ? undefined : strangerHomeView(first.desk, notStaff(who));
}

async function atHome({ cards, clock, desk, settings }: Ports, userId: string): Promise<AtHome> {
  const user = slackUserId(userId);
  const [waiting, drafts, { pause }] = await Promise.all([
    cards.waiting(),
    cards.heldBy(user),
    settings.get(),
  ]);
  const now = clock.now();
  return { desk, user, waiting: inOrder(waiting), drafts, now, ...(pause ? { pause } : {}) };
}
