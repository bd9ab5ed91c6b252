import type { Check } from '../../core/doctor/check.js';
import { note, ok, type Talk, wrong } from './probe.js';

const id = 'x.app-owner';

/**
 * Which account owns the developer app, which no API tells: whoever installs this is asked, and it is held against
 * `ownsApp` of desk.yaml. https://docs.x.com/x-api/getting-started/pricing
 */
export async function appOwnerChecks(
  {
    network,
    handle,
    ownsApp,
  }: { readonly network: string; readonly handle: string; readonly ownsApp: boolean },
  talk: Talk,
): Promise<readonly Check[]> {
  const said = `@${handle} ${ownsApp ? 'owns' : 'does not own'} the ${network} developer app`;
  const isOwner = await talk.confirm(`Does @${handle} itself own the ${network} developer app?`, ownsApp);
  if (isOwner === undefined)
    return [note(id, `desk.yaml says that ${said}; nobody was asked whether that is so.`, cost(network))];
  if (isOwner !== ownsApp)
    return [
      wrong(
        id,
        `desk.yaml says that ${said}, but you say otherwise: the bill would be reckoned wrongly.`,
        `Set x.ownsApp: ${isOwner} in desk.yaml.`,
      ),
    ];
  return [isOwner ? ok(id, `${said}.`) : note(id, `${said}.`, cost(network))];
}

const cost = (network: string): string =>
  `Let the library's account own it: reading costs an account that does not own the app 5 to 10 times as much on ${network}.`;
