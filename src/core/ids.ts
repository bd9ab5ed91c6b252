declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

export type DeskId = Branded<'DeskId'>;
/** `mention-<conversation>-<author>`, `follow-<user>` or `hello-<digest>`. */
export type CardId = Branded<'CardId'>;
/**
 * `fold-<conversation>`, `digest-<date>`, either with `-2` and so on for a later one, or `notice-`, `told-` or `rest-` with
 * what it is about.
 */
export type PanelId = Branded<'PanelId'>;
/** The id of the first version of a mention, or `follow-<user>`. */
export type ActId = Branded<'ActId'>;
/** X's ids are 64-bit numbers in decimal: always strings, never numbers. */
export type PostId = Branded<'PostId'>;
export type XUserId = Branded<'XUserId'>;
/** A staff member in Slack. */
export type SlackUserId = Branded<'SlackUserId'>;
/** Redis's run_id and master_replid. When it changes, the stored state may be an older one. */
export type Boot = Branded<'Boot'>;
/** A fence: only the worker that has the token may record what its call did. */
export type Token = Branded<'Token'>;

// Each takes a text for an id of its kind. Nothing is checked.
export const deskId = (id: string) => id as DeskId;
export const cardId = (id: string) => id as CardId;
export const panelId = (id: string) => id as PanelId;
export const actId = (id: string) => id as ActId;
export const postId = (id: string) => id as PostId;
export const xUserId = (id: string) => id as XUserId;
export const slackUserId = (id: string) => id as SlackUserId;
export const boot = (id: string) => id as Boot;
export const token = (id: string) => id as Token;

/** For sorting decimal ids of any length by value: negative when `a` is older. */
export function compareIds(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}

/** X's epoch, 2010-11-04 (Unix ms): the upper bits of an id count milliseconds from it. */
const snowflakeEpochMs = 1288834974657n;

/** The smallest id that a post of this time can have (Unix ms). */
export function firstPostIdAt(ms: number): PostId {
  const since = BigInt(Math.floor(ms)) - snowflakeEpochMs;
  return postId(String((since > 0n ? since : 0n) << 22n));
}

/** When the post with this id was made (Unix ms). */
export function postedAt(id: PostId): number {
  return Number((BigInt(id) >> 22n) + snowflakeEpochMs);
}
