import { SocketModeClient } from '@slack/socket-mode';
import { afterAll } from 'vitest';
import type { WireTimes } from '../../../../src/sandbox/slack/socket/wire.js';
import { clientOf, type Started, silent, startSlack } from '../workspace.js';

/** Undone by `closeAtTheEnd`. */
export const cleanups: (() => Promise<unknown>)[] = [];

/** At the end of the file that calls this, so that its tests may run at the same time. */
export function closeAtTheEnd(): void {
  afterAll(async () => {
    for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
  });
}

export async function start(wire: Partial<WireTimes> = {}) {
  const slack = await startSlack(undefined, wire);
  cleanups.push(() => slack.close());
  return slack;
}

/** A bare Socket Mode client: it acks nothing by itself. */
export function client({ slackApiUrl }: Started, more = {}) {
  const made = new SocketModeClient({
    appToken: 'xapp-sandbox',
    autoReconnectEnabled: false,
    logger: silent,
    clientOptions: { slackApiUrl, retryConfig: { retries: 0 } },
    ...more,
  });
  cleanups.push(() => made.disconnect().catch(() => {}));
  return made;
}

export interface Arrived {
  body: { event?: { type: string }; trigger_id?: string };
  ack(): Promise<void>;
  retry_num?: number;
  retry_reason?: string;
}
export function arrivals(from: SocketModeClient) {
  const list: Arrived[] = [];
  from.on('slack_event', (arrived: Arrived) => void list.push(arrived));
  return list;
}

/** A new address for a WebSocket. */
export async function addressOf({ slackApiUrl }: Started): Promise<string> {
  return String((await clientOf(slackApiUrl, 'xapp-sandbox').apps.connections.open({})).url);
}
