import type { App } from '@slack/bolt';
import { slackUserId } from '../../core/ids.js';
import { isStorageFault } from '../../errors.js';
import type { Desks } from '../../ports.js';

/** Somebody comes to their App Home: it is made anew at once, and kept up to date for a while. */
export function listenToHome(app: App, desks: Desks): void {
  app.event('app_home_opened', async ({ event }) => {
    if (event.tab !== 'home') return;
    const user = slackUserId(event.user);
    try {
      for (const { clock, homes } of await desks.all()) await homes.opened(user, clock.now());
    } catch (fault) {
      // Of a storage that is away somebody else tells, and the Home stays as it was.
      if (!isStorageFault(fault)) throw fault;
    }
  });
}
