/** Slack's times for connections, acks and files, in real ms: the sandbox's clock does not move them. */
export interface WireTimes {
  /** How long an ack may take before the person sees a failure. */
  readonly ackMs: number;
  /** How long a trigger works. */
  readonly triggerMs: number;
  /** Between two pings. Clients give up after 30 s without one. */
  readonly pingMs: number;
  /** How long a connection may not answer pings before it is cut. */
  readonly pongMs: number;
  /** How long the address of a WebSocket works. */
  readonly ticketMs: number;
  /** How long a connection may stay open after it was told to close. */
  readonly leaveMs: number;
  /** How long a file is looked through after its upload, before a block may show it. */
  readonly fileMs: number;
}

/**
 * Acks and triggers: https://docs.slack.dev/interactivity/handling-user-interaction. Sockets:
 * https://docs.slack.dev/apis/events-api/using-socket-mode. Files are ready after "a few moments":
 * https://github.com/slackapi/node-slack-sdk/issues/1865.
 */
export const slackWireTimes: WireTimes = {
  ackMs: 3000,
  triggerMs: 3000,
  pingMs: 5000,
  pongMs: 30_000,
  ticketMs: 30_000,
  leaveMs: 10_000,
  fileMs: 1000,
};
