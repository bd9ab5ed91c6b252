import type { Check } from '../../core/doctor/check.js';
import { ok, wrong } from './probe.js';
import { appPage } from './slack-tokens.js';

const id = 'slack.scopes';

/** The scopes of slack-manifest.yaml, and what does not work without each. A test holds them against the manifest. */
export const neededScopes: Readonly<Record<string, string>> = {
  'chat:write': 'nothing can be posted in the channel',
  commands: '/greet and /rota are missing',
  'channels:history': 'a message whose posting went unanswered is not found again in a public channel',
  'groups:history': 'a message whose posting went unanswered is not found again in a private channel',
  'im:write': 'nobody can be told anything in private',
  'im:history': 'a private message whose posting went unanswered is not found again',
  'channels:read': 'who is in a public channel is not known',
  'groups:read': 'who is in a private channel is not known',
  'users:read': 'names, guests and deactivated people are not known',
  'files:write': 'a report comes as text, without charts and without a file of its numbers',
};

/** One that the manifest says only a calendar needs. */
export const calendarScopes: Readonly<Record<string, string>> = {
  'users:read.email': 'whom a calendar invites by e-mail is not known',
};

/** Each scope that the app was not granted, by its name. `app` is its id, where that is known. */
export function scopeChecks(
  granted: readonly string[],
  { app, hasCalendar }: { readonly app: string | undefined; readonly hasCalendar: boolean },
): readonly Check[] {
  const needed = Object.entries(hasCalendar ? { ...neededScopes, ...calendarScopes } : neededScopes);
  const missing = needed.filter(([scope]) => !granted.includes(scope));
  if (missing.length === 0) {
    const unused = Object.keys(hasCalendar ? {} : calendarScopes).filter((scope) => !granted.includes(scope));
    const without = unused.map((scope) => ` ${scope} is not, and only a calendar needs it.`);
    return [ok(id, `All ${needed.length} scopes that this needs are granted.${without.join('')}`)];
  }
  const fix = `Add it, then press Reinstall: ${appPage(app, 'oauth')}`;
  return missing.map(([scope, without]) => wrong(id, `The scope ${scope} is missing: ${without}.`, fix));
}
