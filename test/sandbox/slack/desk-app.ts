import { App, SocketModeReceiver } from '@slack/bolt';
import { type Started, silent } from './workspace.js';

function receiverFor(slackApiUrl: string) {
  return new SocketModeReceiver({
    appToken: 'xapp-sandbox',
    logger: silent,
    // Also how long it waits before it connects again after a refresh.
    clientPingTimeout: 500,
    installerOptions: { clientOptions: { slackApiUrl, retryConfig: { retries: 0 } } },
  });
}

/** A Bolt app on `receivers` connections: `listen` adds its listeners, then it starts. */
export async function startApp(
  { slackApiUrl }: Pick<Started, 'slackApiUrl'>,
  listen: (app: App) => void,
  receivers = 1,
) {
  const [first = receiverFor(slackApiUrl), ...others] = Array.from({ length: receivers }, () =>
    receiverFor(slackApiUrl),
  );
  const app = new App({
    token: 'xoxb-sandbox',
    receiver: first,
    logger: silent,
    deferInitialization: true,
    clientOptions: { slackApiUrl, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true },
  });
  await app.init();
  listen(app);
  await app.start();
  for (const other of others) {
    other.init(app);
    await other.start();
  }
  return {
    app,
    stop: async () => {
      await Promise.all([first, ...others].map((receiver) => receiver.stop()));
    },
  };
}
