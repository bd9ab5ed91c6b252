import type { Act, Card } from '../card/card.js';
import { isWritten, newestAct } from '../card/select.js';
import type { Desk, SentenceDesk } from '../desk/desk.js';
import { memberOf } from '../desk/desk-now.js';
import { dayMs, hourMs, minuteMs, secondMs } from '../durations.js';
import { type AccountId, type CardId, type PostId, postId } from '../ids.js';
import { networkAddress } from '../network/networks.js';
import { firstName, quote } from '../post/plain.js';
import type { Patron } from '../post/post.js';
import { isSameDay, localDay, localTime, type Weekday } from '../rota/local-time.js';
import type { Rota } from '../rota/rota.js';
import {
  daysAgoText,
  type ListKind,
  listText,
  monthName,
  type Unit,
  unitText,
  weekdayName,
} from '../words/language.js';
import { ownCount, say, type Texts, type UnitKey } from '../words/words.js';

/** The name of somebody in Slack. */
export function nameOf(desk: Desk, slackId: string): string {
  const known = memberOf(desk, slackId) ?? desk.outsiders?.find((one) => one.slackId === slackId);
  return known?.name ?? say(desk.words, 'person.unknown');
}

/** What a post is, for a screen: "Question"; undefined for one that is nothing of the kind, of which a screen says nothing. */
export function topicText({ words }: Pick<Texts, 'words'>, act: Act): string | undefined {
  if (act.kind === 'private') return say(words, 'topic.private');
  return act.kind === 'mention' && act.topic !== 'other' ? say(words, `topic.${act.topic}`) : undefined;
}

/** The first name of a patron for sentences, cut to 30 characters. */
export function firstOf(patron: Pick<Patron, 'name' | 'handle'>): string {
  return quote(firstName(patron.name, patron.handle), 30);
}

/** The name of the person to ask about the desk itself: the first lead, or "your lead". */
export function leadOf(desk: Desk): string {
  const leads = desk.rota.staff.filter(({ lead }) => lead);
  return (leads.find(({ gone }) => !gone) ?? leads[0])?.name ?? say(desk.words, 'person.lead');
}

/** "Ana", "Ana and Ben", "Ana, Ben and Carla"; "Ana or Ben"; or "Ana, Ben". */
export function listOf({ language, words }: Texts, names: readonly string[], kind: ListKind = 'and'): string {
  return listText(language, names, kind, { comma: words['list.comma'], last: words[`list.${kind}`] });
}

/** A time (Unix ms) on the desk's wall clock: "10:44" on the day of `nowMs`, "Tue 24 Nov 10:44" on another day. */
export function momentText(desk: SentenceDesk, atMs: number, nowMs: number): string {
  const time = localTime(desk.rota, atMs);
  if (isSameDay(desk.rota, atMs, nowMs)) return time;
  return say(desk.words, 'day.moment', { ...dayParts(desk, atMs), time });
}

/** The parts of a day (Unix ms), "Tue", "24" and "Nov", for a text that puts them in order. */
export function dayParts(desk: SentenceDesk, ms: number) {
  const { weekday, day, month } = localDay(desk.rota, ms);
  const { language, words } = desk;
  return {
    weekday: weekdayText(desk, weekday, 'short'),
    day,
    month: words[`month.${month}`] ?? monthName(language, month, 'short'),
  };
}

/** "Tue" or "Tuesday". */
export function weekdayText({ language, words }: Texts, weekday: Weekday, length: 'short' | 'long'): string {
  const own = words[`${length === 'short' ? 'day' : 'weekday'}.${weekday}`];
  return own ?? weekdayName(language, weekday, length);
}

/** "3 March", on the desk's calendar. */
export function dateText(desk: SentenceDesk, atMs: number): string {
  const { day, month } = localDay(desk.rota, atMs);
  return say(desk.words, 'day.date', { day, month: monthText(desk, month) });
}

/** "March"; `month` counts from 1. */
export const monthText = ({ language, words }: Texts, month: number): string =>
  words[`long-month.${month}`] ?? monthName(language, month, 'long');

/** A time (Unix ms) on the desk's wall clock: "10:44:30". Time zones differ by whole minutes, so seconds are the same in all. */
export function timeWithSeconds(rota: Rota, atMs: number): string {
  const seconds = Math.floor(atMs / secondMs) % 60;
  return `${localTime(rota, atMs)}:${String(seconds).padStart(2, '0')}`;
}

/** A duration (ms) in whole units of the largest that fits: "2 minutes". */
export function durationText(texts: Texts, ms: number): string {
  const counted = (key: UnitKey, unit: Unit, unitMs: number) => {
    const count = Math.floor(ms / unitMs);
    return ownCount(texts, key, count) ?? unitText(texts.language, count, unit);
  };
  if (ms < minuteMs) return say(texts.words, 'duration.moment');
  if (ms < hourMs) return counted('duration.minutes', 'minute', minuteMs);
  return ms < dayMs ? counted('duration.hours', 'hour', hourMs) : counted('duration.days', 'day', dayMs);
}

/** How long ago a time was (both Unix ms): "12 min", "2 h", "yesterday" (by the calendar), "3 days ago". */
export function ageText(desk: SentenceDesk, atMs: number, nowMs: number): string {
  const { language, rota, words } = desk;
  const ms = Math.max(0, nowMs - atMs);
  if (isSameDay(rota, atMs, nowMs)) {
    return ms < hourMs
      ? say(words, 'age.minutes', { count: Math.floor(ms / minuteMs) })
      : say(words, 'age.hours', { count: Math.floor(ms / hourMs) });
  }
  if (isSameDay(rota, atMs, nowMs - dayMs)) return words['age.yesterday'] ?? daysAgoText(language, 1);
  const days = Math.max(1, Math.round(ms / dayMs));
  return ownCount(desk, 'age.days', days) ?? daysAgoText(language, days);
}

/** An example of how people sign here: a colleague's signature. */
export const exampleSignature = ({ rota }: Pick<Desk, 'rota'>): string =>
  rota.staff.find(({ signature }) => signature !== '')?.signature ?? 'AK';

type AccountDesk = Pick<Desk, 'account' | 'network'>;
type Paths = Desk['network']['paths'];

/** In practice, no link may lead to the real network. */
const originOf = ({ account, network }: AccountDesk): string =>
  account.practice ? (account.page ?? 'https://practice.invalid') : network.origin;

const address = (desk: AccountDesk, path: keyof Paths, fill: Readonly<Record<string, string>>): string =>
  networkAddress(originOf(desk), desk.network.paths[path] ?? '', fill);

const places = ({ network }: AccountDesk) => network.places;

/** A post on the network. */
export const postUrl = (desk: AccountDesk, post: string): string =>
  address(desk, 'post', places(desk).post(postId(post)));
/** The line that ends every private answer; '' on a side where all is public. */
export const policyLineOf = ({ inPrivate, words }: Pick<Desk, 'inPrivate' | 'words'>): string =>
  inPrivate ? say(words, 'private.policy', { link: inPrivate.privacyPolicy }) : '';

/** A private conversation on the network, by the id of its card. */
export const conversationUrl = (desk: AccountDesk, card: CardId): string =>
  address(desk, 'conversation', { conversation: card.replace(/^private-/u, '').replace('_', '-') });
/** Where the newest act of a card stands on the network; undefined for one that stands nowhere. */
export function actUrl(desk: AccountDesk, card: Card): string | undefined {
  const act = newestAct(card);
  if (act.kind === 'private') return conversationUrl(desk, card.id);
  const version = isWritten(act) ? act.versions.at(-1) : undefined;
  return version && postUrl(desk, version);
}
/** The network's editor for a new post with a text, with the account that is signed in in the browser. */
export const newPostUrl = (desk: AccountDesk, text: string): string => address(desk, 'newPost', { text });
/** A profile on the network, whatever its handle is. */
export const accountUrl = (desk: AccountDesk, user: AccountId): string =>
  address(desk, 'account', places(desk).account(user));
/** A profile on the network. */
export const profileUrl = (desk: AccountDesk, handle: string): string => address(desk, 'profile', { handle });
/** Our own posts on the network, with our replies. */
export const ourRepliesUrl = (desk: AccountDesk): string =>
  address(desk, 'replies', { handle: desk.account.handle });

/** Who follows us, on the network. */
export const ourFollowersUrl = (desk: AccountDesk): string =>
  address(desk, 'followers', { handle: desk.account.handle });

/** The network's page to follow somebody, with the account that is signed in in the browser. */
export const followUrl = (desk: AccountDesk, user: AccountId): string =>
  address(desk, 'follow', places(desk).account(user));

/** Slack's limit for the address of a link button, in characters. */
const MAX_URL = 3000;

/**
 * The network's editor for a reply to a post, with the account that is signed in in the browser. It contains `text`, unless
 * the link would be too long for Slack.
 */
export function replyUrl(desk: AccountDesk, post: PostId, text: string): string {
  return fitsLink(desk, post, text) ? filledReplyUrl(desk, post, text) : emptyReplyUrl(desk, post);
}

/** Whether a link to the network's editor can contain a text. */
export const fitsLink = (desk: AccountDesk, post: PostId, text: string): boolean =>
  filledReplyUrl(desk, post, text).length <= MAX_URL;

const emptyReplyUrl = (desk: AccountDesk, post: PostId) => address(desk, 'composer', places(desk).post(post));
const filledReplyUrl = (desk: AccountDesk, post: PostId, text: string) =>
  emptyReplyUrl(desk, post) + networkAddress('', desk.network.paths.composerText ?? '', { text });
