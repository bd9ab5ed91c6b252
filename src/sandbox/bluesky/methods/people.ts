import { object } from '../lexicon/schema.js';
import { accountOf } from '../model/accounts.js';
import { refused } from '../model/refused.js';
import { subjectOf } from '../model/repo.js';
import type { Seen } from '../model/state.js';
import { filledPage, pageByTime } from '../views/paging.js';
import { isBlockBetween, relationOf, showDetailed, showProfile } from '../views/profile.js';
import type { Method } from '../wire/method.js';

const actor = { type: 'string', format: 'at-identifier' } as const;

/** Who is there, who follows whom, and what happened to whoever asks. */
export const peopleMethods: readonly Method[] = [
  {
    call: 'GET app.bsky.actor.getProfile',
    auth: 'access',
    isOfAppView: true,
    params: object({ actor }),
    answer({ looking, params }) {
      const here = looking();
      const did = didOf(here.seen, String(params.actor));
      const status = did && here.seen.actors[did]?.status;
      if (!did || !status) throw refused('Profile not found');
      if (status === 'takendown') throw refused('Account has been suspended', 'AccountTakedown');
      if (status === 'deactivated') throw refused('Account is deactivated', 'AccountDeactivated');
      return { body: showDetailed(here, did) };
    },
  },
  {
    call: 'GET app.bsky.actor.getProfiles',
    auth: 'access',
    isOfAppView: true,
    params: object({ actors: { type: 'array', items: actor, max: 25 } }),
    answer({ looking, params }) {
      const here = looking();
      const dids = (params.actors as readonly string[]).flatMap((one) => didOf(here.seen, one) ?? []);
      return { body: { profiles: dids.flatMap((did) => showDetailed(here, did) ?? []) } };
    },
  },
  {
    call: 'GET app.bsky.graph.getFollowers',
    auth: 'access',
    isOfAppView: true,
    params: object({ actor, 'limit?': { type: 'integer', min: 1, max: 100 }, 'cursor?': { type: 'string' } }),
    answer({ looking, params }) {
      const { cursor, limit = 50 } = params as { cursor?: string; limit?: number };
      const here = looking();
      const did = didOf(here.seen, String(params.actor));
      const subject = did && showProfile(here, did);
      if (!did || !subject) throw refused(`Actor not found: ${params.actor}`);
      const all = Object.values(here.seen.follows).filter(({ value }) => subjectOf(value) === did);
      const page = filledPage(limit, cursor, (size, from) => {
        const { cursor: next, items } = pageByTime(all, size, from);
        const shown = items.filter(
          ({ did: by }) => !isBlockBetween(here, by, did) && !isBlockBetween(here, by, here.viewer),
        );
        return { items: shown.flatMap(({ did: by }) => showProfile(here, by) ?? []), cursor: next };
      });
      return { body: { followers: page.items, subject, cursor: page.cursor } };
    },
  },
  {
    call: 'GET app.bsky.graph.getRelationships',
    auth: 'access',
    isOfAppView: true,
    params: object({ actor, 'others?': { type: 'array', items: actor, max: 30 } }),
    answer({ looking, params }) {
      const here = looking();
      const asker = didOf(here.seen, String(params.actor));
      const others = (params.others ?? []) as readonly string[];
      const notFound = (other: string) => ({
        actor: other,
        notFound: true,
        $type: 'app.bsky.graph.defs#notFoundActor',
      });
      const relationships = others.map((did) =>
        asker
          ? { did, ...relationOf(here, did, asker), $type: 'app.bsky.graph.defs#relationship' }
          : notFound(did),
      );
      return { body: { actor: asker, relationships } };
    },
  },
  ...(['mute', 'unmute'] as const).map(
    (verb): Method => ({
      call: `POST app.bsky.graph.${verb}Actor`,
      auth: 'access',
      isOfAppView: true,
      input: object({ actor }),
      answer({ caller, input, sky }) {
        const account = caller();
        const whom = accountOf(sky, String(input.actor));
        if (!whom) throw refused('Actor not found');
        account.mutes = account.mutes.filter((did) => did !== whom.did);
        if (verb === 'mute') account.mutes.push(whom.did);
        return { journal: { whom: whom.handle } };
      },
    }),
  ),
];

/** Whom a DID or a handle names, as far as the AppView knows. */
export function didOf({ actors }: Seen, didOrHandle: string): string | undefined {
  if (didOrHandle.startsWith('did:')) return didOrHandle;
  const handle = didOrHandle.toLowerCase();
  return Object.entries(actors).find(([, one]) => one.handle === handle)?.[0];
}
