import type { Check } from '../../core/doctor/check.js';
import type { ChannelFacts } from '../../ports/inspection.js';
import { ok, wrong } from './probe.js';

/** A channel that desk.yaml names. */
export interface NamedChannel {
  readonly channel: string;
  /** Where desk.yaml names it, such as `desks.central.channel`. */
  readonly place: string;
  /** What the app is called in Slack. */
  readonly appName: string;
}

/** Whether the app can work in a channel; `facts` are undefined where Slack finds none of this id. */
export function channelChecks(
  id: string,
  { appName, channel, place }: NamedChannel,
  facts: ChannelFacts | undefined,
): readonly Check[] {
  const invite = `/invite @${appName}`;
  if (!facts)
    return [
      wrong(
        id,
        `Slack shows the app no channel ${channel}.`,
        `If it is private, type there: ${invite}. Else correct ${place} in desk.yaml: the id stands in the channel's details, under About.`,
      ),
    ];
  const { isArchived, isMember, isPrivate, name } = facts;
  const found = [
    ...(isArchived
      ? [
          wrong(
            id,
            `#${name} is archived: nothing can be posted there.`,
            `Unarchive it in its settings and type there: ${invite}. Or name another channel in desk.yaml: ${place}.`,
          ),
        ]
      : []),
    ...(isMember || isArchived
      ? []
      : [wrong(id, `The app is not in #${name}.`, `In #${name}, type: ${invite}`)]),
  ];
  if (found.length > 0) return found;
  return [ok(id, `The app is in #${name}, a ${isPrivate ? 'private' : 'public'} channel.`)];
}

/** Why private messages may not be shown in a channel, each reason by itself; `guests` are the names of those in it. */
export function privateChannelChecks(
  id: string,
  { isPrivate, isShared, name }: ChannelFacts,
  { guests, place }: { readonly guests: readonly string[]; readonly place: string },
): readonly Check[] {
  const unread = 'so private messages are not read';
  const other = `or name another channel in desk.yaml: ${place}`;
  const found = [
    ...(isPrivate ? [] : [wrong(id, `#${name} is public, ${unread}.`, `Make it private, ${other}.`)]),
    ...(isShared
      ? [wrong(id, `#${name} is shared with another organisation, ${unread}.`, `End that, ${other}.`)]
      : []),
    ...guests.map((guest) =>
      wrong(id, `${guest} is a guest in #${name}, ${unread}.`, `Remove them from it, ${other}.`),
    ),
  ];
  if (found.length > 0) return found;
  return [ok(id, `Private messages are shown in #${name}: private, not shared, without guests.`)];
}
