import { agreedCovers, type CoverRequest } from '../rota/cover.js';
import type { DatedShift } from '../rota/rota.js';
import type { SavedStarter } from '../writing/starters.js';
import type { Desk } from './desk.js';
import type { Note } from './desk-settings.js';
import { type ChannelCopy, type Colleague, othersOf, staffOf } from './staff.js';

/** What the desk knows besides desk.yaml. */
interface CurrentFacts {
  readonly covers: readonly CoverRequest[];
  readonly notes?: readonly Note[];
  readonly starters?: readonly SavedStarter[];
  /** The members of the channel, as last read. */
  readonly colleagues?: readonly Colleague[];
  readonly channel?: ChannelCopy;
  /** The shifts of a rota that is kept in a calendar, as last read. */
  readonly dated?: readonly DatedShift[];
}

/** The desk as it is now: desk.yaml, with what people set and what Slack and calendars say. */
export function deskNow(
  desk: Desk,
  { covers, notes, starters, colleagues, channel, dated }: CurrentFacts,
): Desk {
  const { rota } = desk;
  const staff = colleagues ? staffOf(desk, colleagues) : rota.staff;
  const staffKeyOf = (person: string) => staff.find(({ slackId }) => slackId === person)?.key;
  return {
    ...desk,
    ...(starters ? { savedStarters: starters } : {}),
    listedStaff: rota.staff,
    ...(channel ? { channelName: channel.name } : {}),
    ...(colleagues ? { outsiders: othersOf(desk, staff, colleagues) } : {}),
    ...(notes ? { notes } : {}),
    rota: {
      ...rota,
      staff,
      // The last copy of a calendar is of no use once desk.yaml holds the shifts.
      dated: (desk.feed && dated) || rota.dated,
      covers: [...rota.covers, ...agreedCovers(covers, staffKeyOf)],
    },
  };
}
