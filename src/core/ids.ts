declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

export type DeskId = Branded<'DeskId'>;
/** `mention-<conversation>-<author>`, `private-<conversation>`, `follow-<user>` or `hello-<digest>`. */
export type CardId = Branded<'CardId'>;
/**
 * `fold-<conversation>`, `asked-<conversation>`, `digest-<date>`, each with `-2` and so on for a later one, or `notice-`,
 * `told-`, `rest-` or `report-` with what it is about.
 */
export type PanelId = Branded<'PanelId'>;
/** The id of the first version of a mention, or `follow-<user>`. */
export type ActId = Branded<'ActId'>;
/** Ids that the network gave. Only its room knows what is in them; they have no `-` and no `:`. */
export type PostId = Branded<'PostId'>;
export type AccountId = Branded<'AccountId'>;
/** A file that was uploaded to Slack. */
export type FileId = Branded<'FileId'>;
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
export const accountId = (id: string) => id as AccountId;
export const fileId = (id: string) => id as FileId;
export const slackUserId = (id: string) => id as SlackUserId;
export const boot = (id: string) => id as Boot;
export const token = (id: string) => id as Token;

/** An order for ids whose things have the same time: by length, then by their characters. Negative when `a` comes first. */
export function compareIds(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}
