/** Where our tokens are from: an app, and the workspace (or the whole organisation) that it is installed in. */
export interface TokenOwner {
  readonly teamId: string;
  /** Undefined until Slack says it, at the first connection. */
  readonly appId?: string | undefined;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** The ids of the workspaces in which a payload says that it happened. */
function teamsOf(body: Readonly<Record<string, unknown>>): readonly unknown[] {
  // Presses and forms have `team`. Where an app is installed in a whole organisation, `team` may be null.
  if (isRecord(body.team)) return [body.team.id];
  if (body.is_enterprise_install === true && isRecord(body.enterprise)) return [body.enterprise.id];
  // In a channel that two workspaces share, `team_id` of an event may be the other one; `context_team_id` is ours.
  return [body.team_id, body.context_team_id];
}

/**
 * Whether a payload comes from the workspace and the app that our tokens belong to. An organisation may have several
 * workspaces, and people have the same id in all of them: the id of a colleague alone proves nothing.
 * https://docs.slack.dev/interactivity/handling-user-interaction#payloads
 */
export function isFromOwner(body: unknown, { teamId, appId }: TokenOwner): boolean {
  if (!isRecord(body)) return false;
  const isOurApp = appId === undefined || body.api_app_id === appId;
  return isOurApp && teamsOf(body).includes(teamId);
}

/** What `hello` says, Slack's first message over a connection. */
export interface Greeting {
  readonly appId: string | undefined;
  /** How many connections the app has, with this one. */
  readonly connections: number | undefined;
}

/** Undefined for any message but `hello`. https://docs.slack.dev/apis/events-api/using-socket-mode */
export function greetingIn(message: unknown): Greeting | undefined {
  if (typeof message !== 'string' || !message.includes('"hello"')) return undefined;
  const hello: unknown = JSON.parse(message);
  if (!isRecord(hello) || hello.type !== 'hello') return undefined;
  const { app_id: appId } = isRecord(hello.connection_info) ? hello.connection_info : {};
  const { num_connections: connections } = hello;
  return {
    appId: typeof appId === 'string' ? appId : undefined,
    connections: typeof connections === 'number' ? connections : undefined,
  };
}
