/** Whom a token belongs to: one workspace (or, installed in all of them, one organisation) and one app. */
export interface TokenOwner {
  readonly teamId: string;
  /** Undefined as long as Slack has not said it. */
  readonly appId?: string | undefined;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** The workspaces that a payload of Slack's names as the place where it happened. */
function teamsOf(body: Readonly<Record<string, unknown>>): readonly unknown[] {
  // An interaction names its workspace, and of an app that is installed in a whole organisation only that.
  if (isRecord(body.team)) return [body.team.id];
  if (body.is_enterprise_install === true && isRecord(body.enterprise)) return [body.enterprise.id];
  // In a channel that workspaces share, an event's own workspace may be another one than the one that it is sent for.
  return [body.team_id, body.context_team_id];
}

/**
 * Whether a payload comes from the workspace and the app that our tokens belong to. In an organisation of several
 * workspaces people have the same ids in all of them, so that a colleague's id alone says nothing.
 * https://docs.slack.dev/interactivity/handling-user-interaction#payloads
 */
export function isFromOwner(body: unknown, { teamId, appId }: TokenOwner): boolean {
  if (!isRecord(body)) return false;
  const isOurApp = appId === undefined || body.api_app_id === appId;
  return isOurApp && teamsOf(body).includes(teamId);
}

/** The app that a message of Socket Mode greets; undefined for any other message. */
export function greetedApp(message: unknown): string | undefined {
  if (typeof message !== 'string' || !message.includes('"hello"')) return undefined;
  const said: unknown = JSON.parse(message);
  if (!isRecord(said) || said.type !== 'hello' || !isRecord(said.connection_info)) return undefined;
  const { app_id: appId } = said.connection_info;
  return typeof appId === 'string' ? appId : undefined;
}
