import { type PostId, postId, type SlackUserId, slackUserId } from '../core/ids.js';
import type { Span } from '../core/rota/spans.js';

// What buttons, menus and forms carry, one strict reader for each kind. Slack gives back what we put there, but whoever
// speaks to Slack by hand may send anything else: that is undefined here, and no flow sees it.

/** A post of X: a 64-bit number in decimal. */
export const readPost = (value: string | undefined): PostId | undefined =>
  value !== undefined && /^\d{1,20}$/u.test(value) ? postId(value) : undefined;

/** A post, and what stands behind it where something does. */
export function readPostAndText(
  value: string | undefined,
): { readonly post: PostId; readonly text?: string } | undefined {
  const [, id, text] = /^(\d+)(?: (.*))?$/su.exec(value ?? '') ?? [];
  const post = readPost(id);
  return post && { post, ...(text === undefined ? {} : { text }) };
}

/** A person in Slack. Whether they are on the staff is for the flows to say. */
export const readPerson = (value: string | undefined): SlackUserId | undefined =>
  value !== undefined && /^[UW][A-Z0-9]{2,30}$/u.test(value) ? slackUserId(value) : undefined;

/** A page of a list, from 0; a button without one means the first. */
export function readPage(value: string | undefined): number | undefined {
  if (value === undefined) return 0;
  return /^\d{1,5}$/u.test(value) ? Number(value) : undefined;
}

/** The choice of a closed list that a text is. */
export const oneOf = <Choice extends string>(
  choices: readonly Choice[],
  value: string | undefined,
): Choice | undefined => choices.find((one) => one === value);

/** A request for cover: its id is the time when it was asked (Unix ms). */
export const readRequest = (value: string | undefined): string | undefined =>
  value !== undefined && /^\d{1,16}$/u.test(value) ? value : undefined;

/** A starter that somebody saved. */
export const readSavedStarter = (value: string | undefined): string | undefined =>
  value !== undefined && /^saved-[0-9a-f]{1,32}$/u.test(value) ? value : undefined;

/** Somebody's shift: the person, and from when to when (Unix ms, with the thirteen digits of the years 2001 to 2286). */
export function readShift(value: string | undefined): (Span & { readonly whose: SlackUserId }) | undefined {
  const [, who, fromMs, toMs] = /^(\S+) (\d{13}) (\d{13})$/u.exec(value ?? '') ?? [];
  const whose = readPerson(who);
  return whose && { whose, fromMs: Number(fromMs), toMs: Number(toMs) };
}

/** Whether a text is a wall time such as "14:00", as Slack's time picker gives it. */
export const isTime = (value: string): boolean => /^(?:[01]\d|2[0-3]):[0-5]\d$/u.test(value);
