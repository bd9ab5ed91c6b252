import type { App } from '@slack/bolt';
import { memberOf } from '../../core/desk/actor.js';
import type { Desks } from '../../ports.js';
import { answerNextShortcut } from '../ids.js';
import { startNext } from './answering.js';
import { createScreen } from './press.js';

/** *Answer next* from anywhere in Slack, also from threads, where slash commands don't work. */
export function listenToShortcut(app: App, desks: Desks): void {
  app.shortcut(answerNextShortcut, async ({ ack, body, client }) => {
    await ack();
    const userId = body.user.id;
    const ports = await deskOf(desks, userId);
    if (!ports) return;
    await startNext(createScreen({ client, ports, userId, triggerId: body.trigger_id }));
  });
}

/** Of several desks the one where something waits; the first answers somebody who is on none. */
async function deskOf(desks: Desks, userId: string) {
  const all = await desks.all();
  const theirs = all.filter(({ desk }) => memberOf(desk, userId));
  for (const ports of theirs) if ((await ports.cards.waiting()).length > 0) return ports;
  return theirs[0] ?? all[0];
}
