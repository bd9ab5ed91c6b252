import type { Desk } from '../desk/desk.js';
import {
  type FailingLook,
  type FailingLooks,
  failingSince,
  isNothingRead,
  networkLooks,
  type Outage,
  type OutageSubject,
} from '../desk/outages.js';
import { channelCure } from '../desk/slack-refusals.js';
import { isExposure } from '../private/private-channel.js';
import { say } from '../words/words.js';
import { listOf, momentText } from './phrases.js';

type Texts = Pick<Desk, 'language' | 'rota' | 'words' | 'channelName'>;

/** The line that says what is out of reach; once it is over, what was. `where` is the address of the rota. */
export function outageLine(
  desk: Texts,
  subject: OutageSubject,
  outage: Outage,
  now: number,
  where = '',
): string {
  const { words } = desk;
  const time = (at: number) => momentText(desk, at, now);
  const { from, until } = outage;
  switch (subject) {
    case 'network':
      return until === undefined ? networkLine(desk, outage, now) : networkWasLine(desk, outage, now);
    case 'rota': {
      const why = outage.looks.rota?.detail ?? '';
      if (until !== undefined) return say(words, 'rota.feed-was', { where, why, ...span(desk, outage, now) });
      if (outage.looks.rota?.never) return say(words, 'rota.feed-never', { where, why });
      return say(words, 'rota.feed-down', { where, why, time: time(outage.since) });
    }
    case 'channel':
      return channelLine(desk, outage, now);
    case 'private-channel':
      return privateChannelLine(desk, outage, now);
    case 'slack':
    case 'redis':
      return say(words, `outage.${subject}`, { from: time(from), until: time(until ?? now) });
  }
}

/** The line that says that it is over, or once it began again, for how long it was. */
export function outageOverLine(
  desk: Texts,
  subject: OutageSubject,
  outage: Outage,
  now: number,
  where = '',
): string {
  const { words } = desk;
  const { backAt, since, until } = outage;
  if (subject !== 'network' && subject !== 'rota') return outageLine(desk, subject, outage, now);
  if (until === undefined) {
    const fill = { where, back: momentText(desk, backAt ?? since, now), time: momentText(desk, since, now) };
    return say(words, subject === 'rota' ? 'outage.rota-back' : 'outage.back', fill);
  }
  const fill = { where, ...span(desk, outage, now) };
  const overKey = outage.nothing ? 'outage.network-over' : 'outage.network-over-some';
  const over = say(words, subject === 'rota' ? 'rota.feed-back' : overKey, fill);
  return backAt === undefined ? over : `${over} ${say(words, 'outage.with-breaks')}`;
}

const span = (desk: Texts, { from, until }: Outage, now: number) => ({
  from: momentText(desk, from, now),
  until: momentText(desk, until ?? now, now),
});

function networkLine(desk: Texts, outage: Outage, now: number): string {
  const { words } = desk;
  const { backAt, from, looks: failing } = outage;
  const time = momentText(desk, failingSince(failing), now);
  const line = isNothingRead(failing)
    ? say(words, reasonOf(failing) === 'busy' ? 'outage.network-waits' : 'outage.network-all', {
        time,
        why: whyText(desk, failing),
      })
    : say(words, 'outage.network-some', { why: whyText(desk, failing), what: whatText(desk, failing, now) });
  return backAt === undefined
    ? line
    : `${line} ${say(words, 'outage.began', { time: momentText(desk, from, now) })}`;
}

const networkWasLine = (desk: Texts, outage: Outage, now: number): string =>
  say(desk.words, outage.nothing ? 'outage.network-was' : 'outage.network-was-some', {
    ...span(desk, outage, now),
    why: whyText(desk, outage.looks),
  });

/** Of several reasons the one of what matters most: what people write. */
const reasonOf = (failing: FailingLooks): FailingLook['reason'] =>
  Object.values(failing)[0]?.reason ?? 'no-answer';

const whyText = ({ words }: Texts, failing: FailingLooks): string =>
  say(words, `outage.why-${reasonOf(failing)}`);

function whatText(desk: Texts, failing: FailingLooks, now: number): string {
  const parts = networkLooks.flatMap((look) => {
    const failure = failing[look];
    if (!failure) return [];
    return [say(desk.words, `outage.look-${look}`, { time: momentText(desk, failure.since, now) })];
  });
  return listOf(desk, parts);
}

function channelLine(desk: Texts, outage: Outage, now: number): string {
  const { channelName, words } = desk;
  const channel = channelName ? `#${channelName}` : say(words, 'outage.channel-unknown');
  if (outage.until !== undefined)
    return say(words, 'outage.channel-was', { channel, ...span(desk, outage, now) });
  const why = outage.looks.channel?.detail ?? '';
  return say(words, 'outage.channel', { channel, why, cure: say(words, `outage.cure-${channelCure(why)}`) });
}

/** Of the channel for private messages its name is not known here: others read this, and it is a private channel. */
function privateChannelLine(desk: Texts, outage: Outage, now: number): string {
  const { words } = desk;
  const channel = say(words, 'outage.private-channel-unknown');
  if (outage.until !== undefined)
    return say(words, 'outage.private-channel-was', { channel, ...span(desk, outage, now) });
  const why = outage.looks['private-channel']?.detail ?? '';
  if (isExposure(why)) return say(words, `outage.private-${why}`, { channel });
  return say(words, 'outage.private-channel', {
    channel,
    why,
    cure: say(words, `outage.cure-${channelCure(why)}`),
  });
}

/** "Last looked at X at 12:05." */
export const lastLookedText = (desk: Texts, at: number, now: number): string =>
  say(desk.words, 'outage.last-looked', { time: momentText(desk, at, now) });
