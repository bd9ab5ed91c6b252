import type { Pause } from '../card/card.js';
import type { Muting } from '../card/join.js';
import { dayMs } from '../durations.js';
import type { AccountId, CardId, PostId, SlackUserId } from '../ids.js';
import type { CoverRequest } from '../rota/cover.js';
import type { SavedStarter } from '../writing/starters.js';
import type { Silence } from './outages.js';

/** What the staff set for the whole desk, and what is out of its reach. Field names are stored; times are Unix ms. */
export interface DeskSettings extends Silence {
  readonly format: 1;
  readonly pause?: Pause;
  /** Pauses that began or ended and of which the channel has yet to be told; oldest first. */
  readonly pausesToTell?: readonly PauseToTell[];
  /** Conversations in which nobody waits: their later cards are dismissed at once. */
  readonly muted: readonly { readonly conversation: PostId; readonly by: SlackUserId; readonly at: number }[];
  /** Patrons whose posts wait for nobody; some of these may be over. */
  readonly mutedPeople?: readonly MutedPerson[];
  /** Oldest first. */
  readonly covers: readonly CoverRequest[];
  /** Notes for today to everybody who answers; oldest first. */
  readonly notes: readonly Note[];
  /** The new followers who were greeted on the newest day (YYYY-MM-DD in the desk's time zone). */
  readonly greeted?: { readonly day: string; readonly cards: readonly CardId[] };
  /** The newest day (YYYY-MM-DD in the desk's time zone) on which somebody looked in the network's app for encrypted messages. */
  readonly lookedInX?: { readonly day: string; readonly by: SlackUserId };
  /** Oldest first. */
  readonly starters: readonly SavedStarter[];
  /** A lead wants the report every week: the next time that it comes. */
  readonly weeklyReport?: { readonly by: SlackUserId; readonly nextAt: number };
  /** Keys of the findings about rota and people that the leads were told; the newest last. */
  readonly told?: readonly string[];
}

/** A patron whom the lead muted until a time (Unix ms). `handle` is without @, and '' once nothing else of theirs is kept. */
export interface MutedPerson {
  readonly person: AccountId;
  readonly handle: string;
  readonly by: SlackUserId;
  readonly at: number;
  readonly until: number;
}

/** So long a patron stays muted (ms): long enough for somebody to lose interest, and nobody is shut out for good. */
export const muteMs = 30 * dayMs;

/** The patrons who are muted at `now` (Unix ms), in the order in which they were muted. */
export const mutedPeopleAt = (
  { mutedPeople = [] }: Pick<DeskSettings, 'mutedPeople'>,
  now: number,
): readonly MutedPerson[] => mutedPeople.filter(({ until }) => until > now);

/** The settings without the handle of a muted patron, of whom nothing else is kept. The same where it has none. */
export function withoutHandle<S extends Pick<DeskSettings, 'mutedPeople'>>(
  settings: S,
  person: AccountId,
): S {
  const { mutedPeople = [] } = settings;
  if (!mutedPeople.some((one) => one.person === person && one.handle !== '')) return settings;
  return {
    ...settings,
    mutedPeople: mutedPeople.map((one) => (one.person === person ? { ...one, handle: '' } : one)),
  };
}

/**
 * The settings without what is over for good at `now`: notes and mutings that ended, and conversations and requests for cover
 * from longer ago than `keptMs`. The same where nothing is.
 */
export function trimmed(settings: DeskSettings, now: number, keptMs: number): DeskSettings {
  const since = now - keptMs;
  const { covers, muted, mutedPeople = [], notes } = settings;
  const left = {
    covers: covers.filter(({ over, toMs }) => !over || toMs >= since),
    muted: muted.filter(({ at }) => at >= since),
    mutedPeople: mutedPeople.filter(({ until }) => until > now),
    notes: notes.filter(({ until }) => until > now - dayMs),
  };
  const count = (one: Pick<DeskSettings, keyof typeof left>) =>
    one.covers.length + one.muted.length + (one.mutedPeople ?? []).length + one.notes.length;
  return count(left) === count(settings) ? settings : { ...settings, ...left };
}

/** Why a post of somebody, in a conversation if it has one, waits for nobody at `now` (Unix ms); undefined when it waits. */
export function mutingOf(
  settings: Pick<DeskSettings, 'muted' | 'mutedPeople'>,
  { author, conversation }: { readonly author: AccountId; readonly conversation?: PostId },
  now: number,
): Muting | undefined {
  if (mutedPeopleAt(settings, now).some(({ person }) => person === author)) return 'muted-person';
  return settings.muted.some((one) => one.conversation === conversation) ? 'muted' : undefined;
}

/** A pause of which the channel has to be told: that it began or, with `ended`, that it is over. */
export interface PauseToTell {
  readonly pause: Pause;
  /** Who ended it, and when (Unix ms). */
  readonly ended?: { readonly by: SlackUserId; readonly at: number };
}

/** A note for today. */
export interface Note {
  readonly text: string;
  readonly by: SlackUserId;
  readonly at: number;
  /** It is shown until then. */
  readonly until: number;
}

/** The settings of a new desk. */
export const emptySettings: DeskSettings = { format: 1, muted: [], covers: [], notes: [], starters: [] };
