import { Refused } from '../model/refused.js';
import type { Method } from './method.js';

/** The scope of an app-level token that opens connections. https://docs.slack.dev/reference/scopes/connections.write */
const needed = 'connections:write';

export const identityMethods: Record<string, Method> = {
  'auth.test': {
    tier: 'special',
    token: 'any',
    json: true,
    scopes: [],
    run({ slack: { state } }) {
      const { team, app } = state;
      return {
        body: {
          url: `https://${team.domain}.slack.com/`,
          team: team.name,
          user: state.people[app.botUser]?.name,
          team_id: team.id,
          user_id: app.botUser,
          bot_id: app.botId,
          is_enterprise_install: false,
        },
      };
    },
  },
  'apps.connections.open': {
    tier: 'tier3',
    token: 'app',
    json: true,
    scopes: [],
    run({ slack }) {
      const provided = slack.state.appTokenScopes ?? [needed];
      if (!provided.includes(needed))
        throw new Refused('missing_scope', [], { needed, provided: provided.join(',') });
      if (!slack.state.manifest.socketMode) throw new Refused('forbidden_team');
      return {
        body: { url: `${slack.origin.replace(/^http/, 'ws')}${slack.socket.ticket(slack.state.app.id)}` },
      };
    },
  },
};
