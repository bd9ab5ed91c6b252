import { setTimeout as delay } from 'node:timers/promises';
import type { Desk } from '../../core/desk/desk.js';
import { secondMs } from '../../core/durations.js';
import { Unreachable } from '../../errors.js';
import type { Logger } from '../../log.js';
import type { PressKind } from '../../ports/presses.js';
import { createBolt } from '../connect/bolt.js';
import type { SlackAccess } from '../connect/client.js';
import { actionIds } from '../ids.js';
import { testMessage } from './test-message.js';

/** The library itself asks without end for an address to connect to (ms). */
const connectWithinMs = 15 * secondMs;

/**
 * Connects in place of a desk and answers what somebody tries, until `stop`; `answered` is told what it was. Slack gives each
 * press to one connection of the app alone: where it counts another one, a desk runs somewhere, and this gives undefined and
 * is gone again.
 */
export async function takePresses(
  access: SlackAccess & { readonly appToken: string },
  desk: Desk,
  answered: (kind: PressKind) => void,
  log: Logger,
): Promise<{ stop(): Promise<void> } | undefined> {
  let connections = 1;
  const counted = (all: number) => {
    connections = all;
  };
  const bolt = createBolt({ ...access, log, connections: 1, answered, counted });
  const { app } = bolt;
  const { blocks, text } = testMessage(desk, 'test.answered');
  app.command(/^\/(?:greet|rota)$/u, async ({ ack }) => ack({ response_type: 'ephemeral', text, blocks }));
  app.action(actionIds.test, ({ ack }) => ack());
  // A desk that runs draws the Home anew each time that somebody comes to it.
  app.event('app_home_opened', async ({ client, event }) => {
    if (event.tab !== 'home') return;
    await client.views.publish({ user_id: event.user, view: { type: 'home', blocks } });
  });
  const tooLate = new AbortController();
  const late = delay(connectWithinMs, undefined, { signal: tooLate.signal }).then(
    () => {
      throw new Unreachable('Slack (Socket Mode)', undefined);
    },
    () => {},
  );
  const started = bolt.start().finally(() => tooLate.abort());
  try {
    await Promise.race([started, late.then(() => started)]);
  } catch (fault) {
    void started.catch(() => {});
    await bolt.stop();
    throw fault;
  }
  if (connections === 1) return { stop: () => bolt.stop() };
  await bolt.stop();
  return undefined;
}
