import type { Fields } from '../blocks/json.js';
import type { Delivery } from '../socket/connection.js';
import type { Channel } from './state.js';
import { newId, type Workspace } from './workspace.js';

/**
 * After how long Slack sends an event again that got no ack, by the sandbox's clock:
 * https://docs.slack.dev/apis/events-api/#retries
 */
const retryAfterMs = [1000, 60_000, 300_000];

/** Sends an event if the app subscribed to it. Resolves after the first delivery; retries follow in the background. */
export function emit(
  slack: Workspace,
  subscription: string,
  event: Fields,
  channel?: Channel,
): Promise<Delivery | undefined> {
  const { state, world } = slack;
  const { events, scopes } = state.manifest;
  const needed = scopeOf(subscription, channel);
  if (!events.includes(subscription) || (needed && !scopes.includes(needed))) {
    return Promise.resolve(undefined);
  }
  const payload: Fields = {
    token: 'sandbox',
    team_id: state.team.id,
    context_team_id: state.team.id,
    context_enterprise_id: null,
    api_app_id: state.app.id,
    event,
    type: 'event_callback',
    event_id: newId(slack, 'Ev'),
    event_time: Math.floor(world.clock.now() / 1000),
    authorizations: [
      {
        enterprise_id: null,
        team_id: state.team.id,
        user_id: state.app.botUser,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: false,
  };
  const first = send(slack, payload, undefined);
  void first.then((delivery) => retry(slack, payload, delivery));
  return first;
}

/** The scope that an app needs to get an event; undefined when it needs none. */
function scopeOf(subscription: string, channel: Channel | undefined): string | undefined {
  const [, kind] = /^message\.(\w+)$/.exec(subscription) ?? [];
  if (kind) return `${kind}:history`;
  if (subscription === 'app_mention') return 'app_mentions:read';
  if (subscription === 'user_change') return 'users:read';
  if (subscription.startsWith('channel_')) return 'channels:read';
  if (subscription.startsWith('group_')) return 'groups:read';
  if (!subscription.startsWith('member_')) return undefined;
  return channel?.kind === 'private' ? 'groups:read' : 'channels:read';
}

async function send(
  slack: Workspace,
  payload: Fields,
  retry: { attempt: number; reason: string } | undefined,
  notOn?: number,
): Promise<Delivery> {
  const delivery = await slack.socket.deliver(
    { type: 'events_api', payload, acceptsResponse: false, ...(retry && { retry }) },
    notOn,
  );
  const { type } = payload.event as Fields;
  slack.world.journal.write('slack', 'event', {
    type,
    event_id: payload.event_id,
    attempt: retry?.attempt ?? 0,
    acked: delivery.acked,
    ...(!delivery.acked && { error: delivery.error }),
  });
  return delivery;
}

/** Retries, if possible on another connection, until an ack or the last retry. A reset of the workspace ends them. */
async function retry(slack: Workspace, payload: Fields, first: Delivery): Promise<void> {
  const { state } = slack;
  const { clock } = slack.world;
  let last = first;
  let from = clock.now();
  for (const [index, waitMs] of retryAfterMs.entries()) {
    if (last.acked) return;
    await clock.reaches(from + waitMs, slack.ended);
    if (slack.state !== state) return;
    from = clock.now();
    const reason = last.error === 'operation_timeout' ? 'timeout' : 'connection_failed';
    last = await send(slack, payload, { attempt: index + 1, reason }, last.connection);
  }
}
