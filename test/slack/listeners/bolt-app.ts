import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { App, type Receiver, type ReceiverEvent } from '@slack/bolt';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { createLog } from '../../../src/log.js';
import type { Desks } from '../../../src/ports.js';
import { sdkLogger } from '../../../src/slack/connect/client.js';
import { listen } from '../../../src/slack/listeners/listen.js';

const noReceiver: Receiver = { init: () => {}, start: async () => {}, stop: async () => {} };

/** A call of Slack's Web API. */
interface Called {
  readonly method: string;
  readonly body: string;
}

/** The real listeners on a real Bolt app, and a Slack that takes every call. For the file that calls this. */
export function useListeners(desks: Desks): {
  /** What Slack was asked, and what went wrong, in the test that runs. */
  readonly called: Called[];
  readonly faults: Error[];
  process(event: ReceiverEvent): Promise<void>;
  /** Where an answer to a command goes. */
  responseUrl(): string;
} {
  const log = createLog('silent');
  const called: Called[] = [];
  const faults: Error[] = [];
  let app: App;
  const slack = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const method = request.url?.split('/').at(-1) ?? '';
    called.push({ method, body: decodeURIComponent(body.replaceAll('+', ' ')) });
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ ok: true, view: { id: 'V1', hash: '1' } }));
  });

  beforeAll(async () => {
    await new Promise<void>((listening) => slack.listen(0, '127.0.0.1', listening));
    const { port } = slack.address() as AddressInfo;
    app = new App({
      receiver: noReceiver,
      authorize: async () => ({ botToken: 'xoxb-1', botId: 'B1', botUserId: 'U1' }),
      logger: sdkLogger(log),
      extendedErrorHandler: true,
      clientOptions: { slackApiUrl: `http://127.0.0.1:${port}/api/`, retryConfig: { retries: 0 } },
    });
    listen(app, desks, log);
    app.error(async ({ error }: { error: Error }) => void faults.push(error));
  });
  beforeEach(() => {
    called.length = 0;
    faults.length = 0;
  });
  afterAll(() => new Promise((closed) => slack.close(closed)));

  return {
    called,
    faults,
    process: (event) => app.processEvent(event),
    responseUrl: () => `http://127.0.0.1:${(slack.address() as AddressInfo).port}/respond`,
  };
}
