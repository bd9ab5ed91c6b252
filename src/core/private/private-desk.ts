import type { Desk } from '../desk/desk.js';
import { type ChannelCopy, type Colleague, isColleague } from '../desk/desk-now.js';
import { deskId } from '../ids.js';
import { omit } from '../omit.js';

/**
 * The private side of a desk: a desk of its own, whose channel is the private one, so that every list, count, reminder and
 * button that is about private messages is for those who are in that channel, and for nobody else. It shares the settings,
 * the bill and the network of the desk that it belongs to. Undefined where a desk does not watch private messages.
 */
export function privateSideOf<D extends Desk>(desk: D): D | undefined {
  if (!desk.privateMessages) return undefined;
  const { channel, ...inPrivate } = desk.privateMessages;
  const side = { id: deskId(privateSideId(desk.id)), channel, inPrivate: { ...inPrivate, of: desk.id } };
  return { ...(omit(desk, 'feed', 'privateMessages') as D), ...side };
}

/** The id of the private side of a desk. */
export const privateSideId = (desk: string): string => `${desk}-private`;

/**
 * The private side as it stands now: the staff of its desk, as far as they are in the private channel. `desk` is the desk as
 * it stands now, and `colleagues` are the members of the private channel; nobody before Slack was asked.
 */
export function privateSideNow(
  side: Desk,
  desk: Desk,
  colleagues: readonly Colleague[] = [],
  channel?: ChannelCopy,
): Desk {
  const members = new Set<string>(colleagues.filter(isColleague).map(({ id }) => id));
  const staff = desk.rota.staff.filter(({ slackId, gone }) => members.has(slackId) && !gone);
  const others = desk.rota.staff
    .filter(({ slackId }) => !members.has(slackId))
    .map(({ slackId, name }) => ({ slackId, name, guest: false, inChannel: false }));
  const { failing, notes, pause, savedStarters } = desk;
  return {
    ...side,
    listedStaff: desk.rota.staff,
    outsiders: [...others, ...(desk.outsiders ?? [])],
    rota: { ...desk.rota, staff },
    ...(channel && { channelName: channel.name }),
    ...(notes && { notes }),
    ...(pause && { pause }),
    ...(failing && { failing }),
    ...(savedStarters && { savedStarters }),
  };
}
