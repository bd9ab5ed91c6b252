import { type CoverRequest, taken } from '../rota/cover.js';
import type { DatedShift } from '../rota/rota.js';
import type { SavedStarter } from '../writing/starters.js';
import type { Desk } from './desk.js';
import type { Note } from './desk-settings.js';
import { type ChannelCopy, type Colleague, othersOf, staffOf } from './staff.js';

/** What holds beside desk.yaml at a moment. */
export interface CurrentFacts {
  readonly covers: readonly CoverRequest[];
  readonly notes?: readonly Note[];
  readonly starters?: readonly SavedStarter[];
  /** The members of the channel, as last read. */
  readonly colleagues?: readonly Colleague[];
  readonly channel?: ChannelCopy;
  /** The rota that is kept elsewhere, as last read. */
  readonly dated?: readonly DatedShift[];
}

/** The desk as it stands: desk.yaml, and what people, Slack and feeds said since. */
export function deskNow(
  desk: Desk,
  { covers, notes, starters, colleagues, channel, dated }: CurrentFacts,
): Desk {
  const { rota } = desk;
  const staff = colleagues ? staffOf(desk, colleagues) : rota.staff;
  const keyOf = (person: string) => staff.find(({ slackId }) => slackId === person)?.key;
  return {
    ...desk,
    ...(starters ? { saved: starters } : {}),
    listed: rota.staff,
    ...(channel ? { channelName: channel.name } : {}),
    ...(colleagues ? { others: othersOf(desk, staff, colleagues) } : {}),
    ...(notes ? { notes } : {}),
    rota: {
      ...rota,
      staff,
      // A copy of before shifts were written in desk.yaml is of no use.
      dated: (desk.feed && dated) || rota.dated,
      covers: [...rota.covers, ...taken(covers, keyOf)],
    },
  };
}
