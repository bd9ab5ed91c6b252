import type { Fields } from '../blocks/json.js';
import type { Delivery } from '../socket/connection.js';
import type { Person, State } from './state.js';
import type { Workspace } from './workspace.js';

/** The workspace and the app that a payload names, where they are not this sandbox's own. */
export interface Sender {
  readonly team?: string | undefined;
  readonly app?: string | undefined;
}

/** The ids of workspace and app in a payload: the sandbox's own where `sender` names none. */
export const senderIds = ({ app, team }: State, sender: Sender = {}) => ({
  team: sender.team ?? team.id,
  app: sender.app ?? app.id,
});

/** The fields that all interaction payloads share: the person, the app, and a new trigger. */
export function interaction(slack: Workspace, type: string, person: Person, sender?: Sender): Fields {
  const { team } = slack.state;
  const ids = senderIds(slack.state, sender);
  return {
    type,
    user: { id: person.id, username: person.name, name: person.name, team_id: person.team },
    api_app_id: ids.app,
    token: 'sandbox',
    team: { id: ids.team, domain: team.domain },
    enterprise: null,
    is_enterprise_install: false,
    ...(type !== 'view_closed' && { trigger_id: slack.triggers.issue(person.id) }),
  };
}

/** Sends an interaction to the app. Only the ack of a submission may have a payload. */
export function interact(slack: Workspace, payload: Fields): Promise<Delivery> {
  const acceptsResponse = payload.type === 'view_submission';
  return slack.socket.deliver({ type: 'interactive', payload, acceptsResponse });
}

/** What an act says of a delivery: `{acked, error?, ms}`. */
export function deliveryResult(delivery: Delivery): { acked: boolean; error?: string; ms: number } {
  const { acked, ms } = delivery;
  return acked ? { acked, ms } : { acked, error: delivery.error, ms };
}
